package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.FDistribution;

import org.ichradiomics.text.InvalidInputException;

/**
 * Agreement of readers who each measured the same subjects: the intraclass correlations of Shrout and Fleiss (1979)
 * with the intervals of McGraw and Wong (1996), as R's psych.
 *
 * @param subjects without a missing reading
 * @param readers at least 2
 * @param msr mean square between subjects
 * @param msc mean square between readers
 * @param mse mean square of the rest
 */
public record IntraclassCorrelation(int subjects, int readers, double msr, double msc, double mse) {

    /** Which agreement is meant. */
    public enum Form {
        /** One-way random: each subject has readers of its own. */
        ICC_1_1,
        /** Two-way random, absolute agreement, a single reader. */
        ICC_2_1,
        /** Two-way mixed, consistency, a single reader. */
        ICC_3_1,
        /** One-way random, mean of the readers. */
        ICC_1_K,
        /** Two-way random, absolute agreement, mean of the readers. */
        ICC_2_K,
        /** Two-way mixed, consistency, mean of the readers. */
        ICC_3_K;

        /** As it is written: {@code 2,1}. */
        public String text() {
            return name().substring(4).replace('_', ',').toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An agreement and the test that there is none.
     *
     * @param icc negative values are kept; NaN if nothing varies; 1, from 1 to 1, if all readings of each subject are
     *     the same
     */
    public record Result(Estimate icc, double f, double df1, double df2, double p) {}

    private static final double TAIL = 0.025;
    private static final Estimate ALIKE = new Estimate(1, 1, 1);

    /**
     * @param readings one array for each reader, the subjects in the same order; subjects with a reading that is not
     *     finite are left out
     * @throws InvalidInputException if fewer than 2 subjects are left
     */
    public static IntraclassCorrelation of(double[]... readings) throws InvalidInputException {
        int k = readings.length;
        if (k < 2) throw new IllegalArgumentException("agreement needs 2 readers, was " + k);
        for (double[] reading : readings) {
            if (reading.length != readings[0].length) {
                throw new IllegalArgumentException(
                        "readers have " + readings[0].length + " and " + reading.length + " subjects");
            }
        }
        double[][] rows = IntStream.range(0, readings[0].length)
                .mapToObj(i -> Arrays.stream(readings)
                        .mapToDouble(reading -> reading[i])
                        .toArray())
                .filter(row -> Arrays.stream(row).allMatch(Double::isFinite))
                .toArray(double[][]::new);
        int n = rows.length;
        if (n < 2) {
            throw new InvalidInputException(
                    "Reader agreement needs at least 2 cases that all readers measured, but there "
                            + (n == 1 ? "is 1" : "is none") + ": add cases.");
        }
        return of(rows, n, k);
    }

    private static IntraclassCorrelation of(double[][] rows, int n, int k) {
        double grand =
                Summary.mean(Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
        double[] subject = Arrays.stream(rows).mapToDouble(Summary::mean).toArray();
        double[] reader = IntStream.range(0, k)
                .mapToDouble(j -> Summary.mean(
                        Arrays.stream(rows).mapToDouble(row -> row[j]).toArray()))
                .toArray();
        double rest = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                double residual = rows[i][j] - subject[i] - (reader[j] - grand);
                rest += residual * residual;
            }
        }
        // Else rounding would be taken for disagreement.
        boolean identical = Arrays.stream(rows).allMatch(Summary::isConstant);
        double between = identical ? 0 : n * Summary.variance(reader);
        double within = identical ? 0 : rest / ((n - 1.0) * (k - 1));
        return new IntraclassCorrelation(n, k, k * Summary.variance(subject), between, within);
    }

    /** One of the six agreements. */
    public Result of(Form form) {
        return switch (form) {
            case ICC_1_1, ICC_1_K -> oneWay(form == Form.ICC_1_K);
            case ICC_2_1, ICC_2_K -> absolute(form == Form.ICC_2_K);
            case ICC_3_1, ICC_3_K -> byRatio(mse, (subjects - 1.0) * (readers - 1), form == Form.ICC_3_K);
        };
    }

    private Result oneWay(boolean average) {
        double df = subjects * (readers - 1.0);
        double msw = (msc * (readers - 1) + mse * (subjects - 1.0) * (readers - 1)) / df;
        return byRatio(msw, df, average);
    }

    /** The ratio F of mean squares gives the agreement, (F − 1) / (F + k − 1), and its limits theirs. */
    private Result byRatio(double error, double df2, boolean average) {
        double df1 = subjects - 1;
        double f = msr / error;
        if (error == 0) return result(msr == 0 ? Estimate.NONE : ALIKE, f, df1, df2);
        double low = ofRatio(f / quantile(df1, df2), average);
        double high = ofRatio(f * quantile(df2, df1), average);
        return result(new Estimate(ofRatio(f, average), low, high), f, df1, df2);
    }

    private double ofRatio(double f, boolean average) {
        return average ? 1 - 1 / f : (f - 1) / (f + readers - 1);
    }

    /** McGraw and Wong's case 2A; degrees of freedom of the error by Satterthwaite. */
    private Result absolute(boolean average) {
        double n = subjects;
        double k = readers;
        double df1 = n - 1;
        double df2 = (n - 1) * (k - 1);
        double f = msr / mse;
        double total = msr + (k - 1) * mse + k * (msc - mse) / n;
        if (msc == 0 && mse == 0) return result(msr == 0 ? Estimate.NONE : ALIKE, f, df1, df2);
        double icc = (msr - mse) / total;
        double a = k * icc * msc;
        double b = (n * (1 + (k - 1) * icc) - k * icc) * mse;
        double v = (k - 1) * (n - 1) * (a + b) * (a + b) / ((n - 1) * a * a + b * b);
        double upper = quantile(df1, v);
        double lower = quantile(v, df1);
        double error = k * msc + (k * n - k - n) * mse;
        double low = n * (msr - upper * mse) / (upper * error + n * msr);
        double high = n * (lower * msr - mse) / (error + n * lower * msr);
        if (!average) return result(new Estimate(icc, low, high), f, df1, df2);
        return result(new Estimate((msr - mse) / (msr + (msc - mse) / n), ofMean(low), ofMean(high)), f, df1, df2);
    }

    /** Spearman and Brown's formula. */
    private double ofMean(double icc) {
        return readers * icc / (1 + (readers - 1) * icc);
    }

    private static Result result(Estimate icc, double f, double df1, double df2) {
        double p = Double.isNaN(f) ? Double.NaN : FDistribution.of(df1, df2).survivalProbability(f);
        return new Result(icc, f, df1, df2, p);
    }

    private static double quantile(double df1, double df2) {
        return df1 > 0 && df2 > 0 ? FDistribution.of(df1, df2).inverseSurvivalProbability(TAIL) : Double.NaN;
    }
}
