package org.ichradiomics.signature;

import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;

/**
 * Where a score lies among those of a reference's cases, all with four decimals.
 *
 * @param lower cases of a lower score
 * @param higher cases of a higher score
 * @param cases all that have a score, at least 1
 * @param noun what a sentence calls them, e.g. {@code cases of the reference "Our clinic"}
 */
public record Place(int lower, int higher, int cases, String noun) {

    /** Empty where the case has no score, or the reference does not hold those of its cases. */
    public static Optional<Place> of(double score, Signature signature, Reference reference) {
        if (!Double.isFinite(score)) return Optional.empty();
        double own = CaseScores.rounded(score);
        return reference
                .scores(signature)
                .map(scores -> new Place(
                        count(scores.values(), other -> other < own),
                        count(scores.values(), other -> other > own),
                        scores.values().size(),
                        noun(reference)));
    }

    /**
     * The place in a sentence, or why there is none; empty where the case has no score, for which its notes give the
     * reason.
     *
     * @param reference against which the score was computed
     */
    public static Optional<String> sentence(double score, Signature signature, Reference reference) {
        if (!Double.isFinite(score)) return Optional.empty();
        return Optional.of(of(score, signature, reference)
                .map(place -> place.text() + ".")
                .orElse("The reference \"" + reference.name() + "\" does not hold the scores of its cases by \""
                        + signature.name() + "\", so that this case has no place among them: make it again with this "
                        + "version."));
    }

    /** Share of the cases with a lower score, %. */
    public double percentLower() {
        return 100.0 * lower / cases;
    }

    /**
     * Such as {@code Higher than 61 % of the 122 cases of the reference "Our clinic"}, or {@code Lower than …} where
     * more are higher; whole percents, rounded down.
     */
    public String text() {
        boolean isHigh = lower >= higher;
        return (isHigh ? "Higher" : "Lower") + " than " + 100 * (isHigh ? lower : higher) / cases + " % of the " + cases
                + " " + noun;
    }

    private static String noun(Reference reference) {
        return (reference.kind() == Reference.Kind.DEMONSTRATION ? "phantoms" : "cases") + " of the reference \""
                + reference.name() + "\"";
    }

    private static int count(List<Double> scores, DoublePredicate test) {
        return (int) scores.stream().filter(test::test).count();
    }
}
