package org.ichradiomics.signature;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * The scores that a signature gives the cases of a reference against that reference, so that another case has a place
 * among them. They say nothing of which case has which.
 *
 * @param signature its name
 * @param formula {@link Signature#formula}, for two signatures may have one name
 * @param values ascending, with four decimals, at least one; cases without a score are left out
 */
public record CaseScores(String signature, String formula, List<Double> values) {

    private static final int DECIMALS = 4;

    /** @throws IllegalArgumentException if there is no value, one is not finite, or they do not ascend */
    public CaseScores {
        values = List.copyOf(values);
        if (values.isEmpty()) throw new IllegalArgumentException("the scores of \"" + signature + "\" are missing");
        for (int i = 0; i < values.size(); i++) {
            if (!Double.isFinite(values.get(i)) || i > 0 && values.get(i) < values.get(i - 1)) {
                throw new IllegalArgumentException("the scores of \"" + signature
                        + "\" must be finite numbers in ascending order, but " + values.get(i) + " is among them");
            }
        }
    }

    /**
     * Of scores in any order, rounded; those that are not finite are left out.
     *
     * @throws IllegalArgumentException if none is finite
     */
    public static CaseScores of(Signature signature, double[] scores) {
        return new CaseScores(
                signature.name(),
                signature.formula(),
                Arrays.stream(scores)
                        .filter(Double::isFinite)
                        .map(CaseScores::rounded)
                        .sorted()
                        .boxed()
                        .toList());
    }

    /** To the decimals that are kept, halves away from 0; never −0. */
    static double rounded(double score) {
        return BigDecimal.valueOf(score)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** Whether they are the scores of this signature. */
    boolean isOf(Signature other) {
        return signature.equals(other.name()) && formula.equals(other.formula());
    }
}
