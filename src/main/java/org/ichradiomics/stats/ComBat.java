package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * Features freed from the shift and scale of the batch, such as a site or a scanner, that measured them: ComBat
 * (Johnson, Li and Rabinovic, Biostatistics 2007; 8: 118), as {@code sva::ComBat(par.prior = TRUE)} reckons it.
 *
 * <pre>
 *     x = grand mean + covariates · β + SD · (shift of the batch + scale of the batch · ε),   ε ~ N(0, 1)
 * </pre>
 *
 * Shifts and scales are drawn towards those of all features of their batch by empirical Bayes. A feature that does not
 * vary within some batch is left as it is.
 */
public final class ComBat {

    /** No batch is the one that the others are made like. */
    public static final int NO_REFERENCE = -1;

    /** Relative change below which sva stops; it divides by the signed old value, and so does this. */
    private static final double SMALL = 1e-4;

    /** Where sva would go on for ever. */
    private static final int MOST = 10_000;

    private final boolean[] varies;
    private final double[] mean;
    private final double[] sd;
    private final double[][] slopes;
    private final boolean bayes;
    private final Effect[] effects;

    /**
     * What a batch does to each feature, in SDs of the feature.
     *
     * @param scale 1 where it changes nothing
     */
    public record Effect(double[] shift, double[] scale) {}

    /** Features × cases of some batches, and what is known of the cases. */
    private record Data(double[][] columns, int[] batches, int count, double[][] covariates) {

        int[] of(int batch) {
            return IntStream.range(0, batches.length)
                    .filter(i -> batches[i] == batch)
                    .toArray();
        }
    }

    private ComBat(Data data, boolean bayes, int reference) {
        this.bayes = bayes;
        int features = data.columns.length;
        int[][] cases = IntStream.range(0, data.count).mapToObj(data::of).toArray(int[][]::new);
        varies = new boolean[features];
        mean = new double[features];
        sd = new double[features];
        slopes = new double[features][];
        DecompositionSolver solver = data.covariates.length == 0 ? null : within(data, cases);
        for (int j = 0; j < features; j++) {
            double[] x = data.columns[j];
            varies[j] = Arrays.stream(cases).noneMatch(some -> !(Summary.variance(take(x, some)) > 0));
            slopes[j] = solver == null
                    ? new double[0]
                    : solver.solve(new ArrayRealVector(centred(x, cases), false))
                            .toArray();
            locate(j, x, data, cases, reference);
        }
        effects = new Effect[data.count];
        for (int b = 0; b < effects.length; b++)
            effects[b] = b == reference ? none(features) : effect(data.columns, cases[b], data.covariates);
    }

    /**
     * Learns what the batches do.
     *
     * @param columns feature × case, finite
     * @param batches by case, from 0; each of at least 2 cases
     * @param count of the batches
     * @param covariates × case, finite, what shall stay in the features; none of a batch alone
     * @param bayes false: shift and scale of each feature by itself
     * @param reference the batch that the others are made like, or {@link #NO_REFERENCE}
     */
    public static ComBat of(
            double[][] columns, int[] batches, int count, double[][] covariates, boolean bayes, int reference) {
        if (IntStream.range(0, count)
                .anyMatch(b -> Arrays.stream(batches).filter(of -> of == b).count() < 2))
            throw new IllegalArgumentException("each batch needs at least 2 cases");
        return new ComBat(new Data(columns, batches, count, covariates), bayes, reference);
    }

    /** Whether covariates are the same within each batch, or follow from each other there. */
    public static boolean isConfounded(int[] batches, int count, double[][] covariates) {
        if (covariates.length == 0) return false;
        Data data = new Data(new double[0][], batches, count, covariates);
        int[][] cases = IntStream.range(0, count).mapToObj(data::of).toArray(int[][]::new);
        return Design.independent(Arrays.stream(covariates)
                                .map(column -> centred(column, cases))
                                .toList())
                        .length
                < covariates.length;
    }

    private static DecompositionSolver within(Data data, int[][] cases) {
        double[][] rows = new double[data.batches.length][data.covariates.length];
        for (int c = 0; c < data.covariates.length; c++) {
            double[] centred = centred(data.covariates[c], cases);
            for (int i = 0; i < rows.length; i++) rows[i][c] = centred[i];
        }
        return new QRDecomposition(new Array2DRowRealMatrix(rows, false)).getSolver();
    }

    /** Less the mean of its batch. */
    private static double[] centred(double[] x, int[][] cases) {
        double[] centred = new double[x.length];
        for (int[] some : cases) {
            double middle = Summary.mean(take(x, some));
            for (int i : some) centred[i] = x[i] - middle;
        }
        return centred;
    }

    /** Grand mean, of the reference alone if there is one, and the SD about the batches' means, with divisor n. */
    private void locate(int j, double[] x, Data data, int[][] cases, int reference) {
        double[] rest = IntStream.range(0, x.length)
                .mapToDouble(i -> x[i] - explained(j, data.covariates, i))
                .toArray();
        int[] counted = reference < 0 ? IntStream.range(0, x.length).toArray() : cases[reference];
        double[] about = take(centred(rest, cases), counted);
        mean[j] = Summary.mean(take(rest, counted));
        sd[j] = Math.sqrt(Arrays.stream(about).map(d -> d * d).sum() / about.length);
    }

    private double explained(int j, double[][] covariates, int i) {
        double sum = 0;
        for (int c = 0; c < slopes[j].length; c++) sum += slopes[j][c] * covariates[c][i];
        return sum;
    }

    private static Effect none(int features) {
        double[] scale = new double[features];
        Arrays.fill(scale, 1);
        return new Effect(new double[features], scale);
    }

    /**
     * What a batch does that was not there: from its own features, by the means and SDs that were learnt; outcomes have
     * no part.
     *
     * @param columns feature × case
     * @param cases of the batch, places in the columns, at least 2
     * @param covariates × case
     */
    public Effect effect(double[][] columns, int[] cases, double[][] covariates) {
        int[] used = IntStream.range(0, varies.length)
                .filter(j -> varies[j] && Summary.variance(take(columns[j], cases)) > 0)
                .toArray();
        double[][] z = new double[used.length][];
        for (int u = 0; u < used.length; u++) {
            int j = used[u];
            z[u] = IntStream.of(cases)
                    .mapToDouble(i -> (columns[j][i] - (mean[j] + explained(j, covariates, i))) / sd[j])
                    .toArray();
        }
        double[] shift = Arrays.stream(z).mapToDouble(Summary::mean).toArray();
        double[] variance = Arrays.stream(z).mapToDouble(Summary::variance).toArray();
        if (bayes) shrink(z, shift, variance);
        Effect effect = none(varies.length);
        for (int u = 0; u < used.length; u++) {
            effect.shift[used[u]] = shift[u];
            effect.scale[used[u]] = Math.sqrt(variance[u]);
        }
        return effect;
    }

    /** The posterior means by turns, {@code it.sol} of sva: all features go on until the last has settled. */
    private static void shrink(double[][] z, double[] shift, double[] variance) {
        double[] own = shift.clone();
        double middle = Summary.mean(own);
        double spread = Summary.variance(own);
        double m = Summary.mean(variance);
        double v = Summary.variance(variance);
        double a = (2 * v + m * m) / v;
        double b = (m * v + m * m * m) / v;
        double change = 1;
        for (int step = 0; step < MOST && change > SMALL; step++) {
            change = Double.NEGATIVE_INFINITY;
            for (int u = 0; u < z.length; u++) {
                int n = z[u].length;
                double moved = (spread * n * own[u] + variance[u] * middle) / (spread * n + variance[u]);
                double squares =
                        Arrays.stream(z[u]).map(x -> (x - moved) * (x - moved)).sum();
                double widened = (0.5 * squares + b) / (n / 2.0 + a - 1);
                change = Math.max(change, Math.abs(moved - shift[u]) / shift[u]);
                change = Math.max(change, Math.abs(widened - variance[u]) / variance[u]);
                shift[u] = moved;
                variance[u] = widened;
            }
        }
    }

    /** What a batch that was there does. */
    public Effect effect(int batch) {
        return effects[batch];
    }

    /** Whether a feature is changed at all: it varies in each batch. */
    public boolean isHarmonised(int feature) {
        return varies[feature];
    }

    /** A feature's grand mean, for covariates of 0. */
    public double mean(int feature) {
        return mean[feature];
    }

    /** A feature's SD about the means of the batches. */
    public double sd(int feature) {
        return sd[feature];
    }

    /** What one more of each covariate adds to a feature. */
    public double[] slopes(int feature) {
        return slopes[feature].clone();
    }

    /** A case's value without what its batch did to it. */
    public double harmonised(int feature, double[][] columns, int i, double[][] covariates, Effect effect) {
        double x = columns[feature][i];
        if (!varies[feature]) return x;
        double expected = mean[feature] + explained(feature, covariates, i);
        double z = ((x - expected) / sd[feature] - effect.shift[feature]) / effect.scale[feature];
        return z * sd[feature] + expected;
    }

    private static double[] take(double[] x, int[] some) {
        return IntStream.of(some).mapToDouble(i -> x[i]).toArray();
    }
}
