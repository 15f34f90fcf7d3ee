package org.ichradiomics.texture;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * How many things of grey level i and measure j a lesion has, s(i, j), with i and j at least 1: runs and their length,
 * zones and their size or distance from the border, voxels and their dependence.
 *
 * <pre>
 *   1 1 2      runs along (1, 0, 0):   s(1, 2) = 1, s(2, 1) = 2, s(1, 1) = 1;   5 voxels in the lesion
 *   2 1 ·
 * </pre>
 *
 * Source: IBSI reference manual, chapters on GLRLM, GLSZM, GLDZM and NGLDM.
 */
public final class CountMatrix implements TextureMatrix<CountMatrix> {

    /** A term of a sum over the matrix: grey level i and measure j, both at least 1. */
    @FunctionalInterface
    interface Term {

        double of(double i, double j);
    }

    private final Cells cells;
    private final long voxels;
    private final long total;

    /** @param voxels of the lesion; once more for each matrix that was merged */
    CountMatrix(Cells cells, long voxels) {
        this.cells = cells;
        this.voxels = voxels;
        this.total = cells.total();
    }

    @Override
    public boolean isEmpty() {
        return total == 0;
    }

    @Override
    public CountMatrix plus(CountMatrix other) {
        return new CountMatrix(cells.plus(other.cells), voxels + other.voxels);
    }

    Cells cells() {
        return cells;
    }

    /** Number of things that were counted, Ns. */
    long total() {
        return total;
    }

    /** Number of voxels, Nv; a voxel counts once for each matrix that was merged. */
    long voxels() {
        return voxels;
    }

    /** Σ s(i, j) · term / Ns; NaN without entries. */
    double mean(Term term) {
        double sum = 0;
        for (int c = 0; c < cells.size(); c++) sum += cells.count(c) * term.of(cells.row(c), cells.column(c));
        return sum / total;
    }

    /** Σ (term − mean)² s(i, j) / Ns, with the mean of the term; NaN without entries. */
    double variance(Term term) {
        double mean = mean(term);
        return mean((i, j) -> {
            double d = term.of(i, j) - mean;
            return d * d;
        });
    }

    /** Σ_i (Σ_j s(i, j))². */
    double squaresOfRows() {
        double squares = 0;
        long sum = 0;
        for (int c = 0; c < cells.size(); c++) {
            sum += cells.count(c);
            if (c + 1 < cells.size() && cells.row(c + 1) == cells.row(c)) continue;
            squares += (double) sum * sum;
            sum = 0;
        }
        return squares;
    }

    /** Σ_j (Σ_i s(i, j))². */
    double squaresOfColumns() {
        Map<Integer, Long> sums = new TreeMap<>();
        for (int c = 0; c < cells.size(); c++) sums.merge(cells.column(c), cells.count(c), Long::sum);
        double squares = 0;
        for (long sum : sums.values()) squares += (double) sum * sum;
        return squares;
    }

    /** −Σ p log₂ p with p = s(i, j) / Ns; NaN without entries. */
    double entropy() {
        // 0 − sum, not −sum: a single cell has entropy 0, not −0.
        return (0 - sum(p -> p * StrictMath.log(p))) / StrictMath.log(2);
    }

    /** Σ p² with p = s(i, j) / Ns; NaN without entries. */
    double energy() {
        return sum(p -> p * p);
    }

    private double sum(DoubleUnaryOperator term) {
        if (total == 0) return Double.NaN;
        double sum = 0;
        for (int c = 0; c < cells.size(); c++) sum += term.applyAsDouble((double) cells.count(c) / total);
        return sum;
    }
}
