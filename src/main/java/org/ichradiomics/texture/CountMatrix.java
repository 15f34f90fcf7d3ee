package org.ichradiomics.texture;

import java.util.Arrays;
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

    /** The means of small and large measures and levels, Σ s(i, j) · term / Ns; NaN without entries. */
    record Emphases(
            double lowMeasure,
            double highMeasure,
            double lowLevel,
            double highLevel,
            double lowMeasureLowLevel,
            double lowMeasureHighLevel,
            double highMeasureLowLevel,
            double highMeasureHighLevel) {}

    private final Cells cells;
    private final double voxels;
    private final double total;
    private Emphases emphases;
    private double squaresOfColumns = Double.NaN;

    /** @param voxels of the lesion; once more for each matrix that was merged */
    CountMatrix(Cells cells, double voxels) {
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
    double total() {
        return total;
    }

    /** Number of voxels, Nv; a voxel counts once for each matrix that was merged. */
    double voxels() {
        return voxels;
    }

    /** Σ s(i, j) · term / Ns; NaN without entries. */
    double mean(Term term) {
        double sum = 0;
        for (int c = 0; c < cells.size(); c++) sum += cells.count(c) * term.of(cells.row(c), cells.column(c));
        return sum / total;
    }

    /** All in one pass over the cells, made when they are first asked for. For one thread. */
    Emphases emphases() {
        if (emphases == null) emphases = sumUp();
        return emphases;
    }

    private Emphases sumUp() {
        double low = 0;
        double high = 0;
        double lowLevel = 0;
        double highLevel = 0;
        double lowLow = 0;
        double lowHigh = 0;
        double highLow = 0;
        double highHigh = 0;
        for (int c = 0; c < cells.size(); c++) {
            double i = cells.row(c);
            double j = cells.column(c);
            double n = cells.count(c);
            low += n * (1 / (j * j));
            high += n * (j * j);
            lowLevel += n * (1 / (i * i));
            highLevel += n * (i * i);
            lowLow += n * (1 / (i * i * j * j));
            lowHigh += n * (i * i / (j * j));
            highLow += n * (j * j / (i * i));
            highHigh += n * (i * i * j * j);
        }
        return new Emphases(
                low / total,
                high / total,
                lowLevel / total,
                highLevel / total,
                lowLow / total,
                lowHigh / total,
                highLow / total,
                highHigh / total);
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
        double sum = 0;
        for (int c = 0; c < cells.size(); c++) {
            sum += cells.count(c);
            if (c + 1 < cells.size() && cells.row(c + 1) == cells.row(c)) continue;
            squares += sum * sum;
            sum = 0;
        }
        return squares;
    }

    /** Σ_j (Σ_i s(i, j))². */
    double squaresOfColumns() {
        if (Double.isNaN(squaresOfColumns)) squaresOfColumns = sumUpColumns();
        return squaresOfColumns;
    }

    private double sumUpColumns() {
        int[] columns = new int[cells.size()];
        for (int c = 0; c < columns.length; c++) columns[c] = cells.column(c);
        Arrays.sort(columns);
        int different = 0;
        for (int c = 0; c < columns.length; c++) {
            if (c == 0 || columns[c] != columns[c - 1]) columns[different++] = columns[c];
        }
        double[] sums = new double[different];
        for (int c = 0; c < cells.size(); c++)
            sums[Arrays.binarySearch(columns, 0, different, cells.column(c))] += cells.count(c);
        double squares = 0;
        for (double sum : sums) squares += sum * sum;
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
        for (int c = 0; c < cells.size(); c++) sum += term.applyAsDouble(cells.count(c) / total);
        return sum;
    }
}
