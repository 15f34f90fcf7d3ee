package org.ichradiomics.stats;

import org.ichradiomics.text.InvalidInputException;

/**
 * A table of counts: Pearson's χ² without Yates's correction if at least 5 cases are to be expected in every cell, else
 * Fisher's exact test.
 *
 * @param fisher p-value of the exact test; NaN for a larger table than 2 × 2 whose counts suffice for χ²
 * @param test null if a row or column is empty or there is only one
 * @param p of {@code test}; NaN without one
 */
public record CategoricalComparison(ChiSquare chiSquare, double fisher, Test test, double p) {

    /** The count to be expected in every cell from which on χ² is used. */
    public static final double ENOUGH = 5;

    /** The test that was chosen. */
    public enum Test {
        /** Pearson's χ² without correction. */
        CHI_SQUARE,
        /** Fisher's exact test, two-sided. */
        FISHER
    }

    /** @throws InvalidInputException if the exact test is needed and would not end in reasonable time */
    public static CategoricalComparison of(long[][] table) throws InvalidInputException {
        ChiSquare chiSquare = ChiSquare.pearson(table);
        if (Double.isNaN(chiSquare.p())) return new CategoricalComparison(chiSquare, Double.NaN, null, Double.NaN);
        if (chiSquare.minimumExpected() < ENOUGH) {
            double fisher = FisherExact.p(table);
            return new CategoricalComparison(chiSquare, fisher, Test.FISHER, fisher);
        }
        double fisher = table.length == 2 && table[0].length == 2 ? FisherExact.p(table) : Double.NaN;
        return new CategoricalComparison(chiSquare, fisher, Test.CHI_SQUARE, chiSquare.p());
    }
}
