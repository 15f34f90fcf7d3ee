package org.ichradiomics.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Key;
import org.ichradiomics.text.NumberText;

/**
 * How far a feature stays what it is in a cohort when contour and image change a little: the intraclass correlation
 * ICC(1,1) over all perturbations, with its 95 % limits.
 *
 * @param value NaN where nothing varies
 * @param cases of which it was computed
 */
public record Icc(
        @Key(value = "icc", nullable = true) double value,
        @Key(nullable = true) double low,
        @Key(nullable = true) double high,
        int cases) {

    /** What a good one exceeds. */
    public static final double GOOD = 0.75;

    private static final String GROUP = "perturbations";
    private static final String EVERY = "all";

    /** Whether it is known and above 0.75. */
    boolean isGood() {
        return value > GOOD;
    }

    /** {@code 0.33 (0.05 to 0.74)}. */
    String text() {
        return NumberText.fixed(value, 2) + " (" + NumberText.fixed(low, 2) + " to " + NumberText.fixed(high, 2) + ")";
    }

    /**
     * Those of the table {@code icc.csv} that <i>Robustness...</i> writes, by feature, over all perturbations.
     *
     * @throws InvalidInputException if it is another table
     */
    public static Map<String, Icc> of(FeatureTable table) throws InvalidInputException {
        for (String column : List.of(GROUP, "feature", "icc_1_1", "icc_1_1_lower95", "icc_1_1_upper95", "cases")) {
            if (table.has(column)) continue;
            throw new InvalidInputException(table.title() + " lacks the column \"" + column
                    + "\": give the icc.csv that Robustness... wrote beside perturbed.csv.");
        }
        List<String> groups = table.texts(GROUP);
        List<String> features = table.texts("feature");
        double[] value = table.values("icc_1_1");
        double[] low = table.values("icc_1_1_lower95");
        double[] high = table.values("icc_1_1_upper95");
        double[] cases = table.values("cases");
        Map<String, Icc> all = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++)
            if (groups.get(row).equals(EVERY))
                all.put(features.get(row), new Icc(value[row], low[row], high[row], (int) cases[row]));
        return all;
    }
}
