package org.ichradiomics.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Independence of the rows and columns of a table of counts (Pearson 1900).
 *
 * @param minimumExpected the least count to be expected in a cell
 * @param p NaN, as the statistic, if a row or column is empty or there is only one
 */
public record ChiSquare(double statistic, int df, double p, double minimumExpected) {

    /** Σ (O − E)² / E. */
    public static ChiSquare pearson(long[][] table) {
        return of(Counts.of(table), 0);
    }

    /**
     * With Yates's correction, as R: each |O − E| is made smaller by 0.5 or by the least of them.
     *
     * @throws IllegalArgumentException unless the table is 2 × 2
     */
    public static ChiSquare yates(long[][] table) {
        Counts counts = Counts.of(table);
        if (counts.rows() != 2 || counts.columns() != 2) {
            throw new IllegalArgumentException(
                    "Yates's correction is for 2 × 2 tables, was " + counts.rows() + " × " + counts.columns());
        }
        return of(counts, 0.5);
    }

    private static ChiSquare of(Counts counts, double correction) {
        int df = (counts.rows() - 1) * (counts.columns() - 1);
        double least = Double.POSITIVE_INFINITY;
        double nearest = correction;
        for (int r = 0; r < counts.rows(); r++) {
            for (int c = 0; c < counts.columns(); c++) {
                least = Math.min(least, counts.expected(r, c));
                nearest = Math.min(nearest, Math.abs(counts.count(r, c) - counts.expected(r, c)));
            }
        }
        if (!counts.isTestable()) return new ChiSquare(Double.NaN, df, Double.NaN, least);
        double sum = 0;
        for (int r = 0; r < counts.rows(); r++) {
            for (int c = 0; c < counts.columns(); c++) {
                double distance = Math.abs(counts.count(r, c) - counts.expected(r, c)) - nearest;
                sum += distance * distance / counts.expected(r, c);
            }
        }
        return new ChiSquare(sum, df, ChiSquaredDistribution.of(df).survivalProbability(sum), least);
    }
}
