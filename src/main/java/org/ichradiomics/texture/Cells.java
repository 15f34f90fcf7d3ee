package org.ichradiomics.texture;

import java.util.Arrays;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * The cells of a matrix of counts that are not 0, row by row: so a sum over them has one order, and its bits do not
 * depend on how the counts came in. Counts are whole numbers, unless a matrix was given a weight.
 */
final class Cells {

    /** Takes the cells one by one, in their order. */
    static final class Builder {

        private int[] rows = new int[64];
        private int[] columns = new int[64];
        private double[] counts = new double[64];
        private int size;

        /** Adds to the cell before where it is the same. */
        void add(int row, int column, double count) {
            if (size > 0 && rows[size - 1] == row && columns[size - 1] == column) {
                counts[size - 1] += count;
                return;
            }
            if (size == counts.length) trim(2 * size);
            rows[size] = row;
            columns[size] = column;
            counts[size++] = count;
        }

        /** To be asked for once. */
        Cells cells() {
            trim(size);
            return new Cells(rows, columns, counts);
        }

        private void trim(int length) {
            rows = Arrays.copyOf(rows, length);
            columns = Arrays.copyOf(columns, length);
            counts = Arrays.copyOf(counts, length);
        }
    }

    private final int[] rows;
    private final int[] columns;
    private final double[] counts;

    /** @param rows rising, and within a row rising columns; as many columns and counts */
    private Cells(int[] rows, int[] columns, double[] counts) {
        this.rows = rows;
        this.columns = columns;
        this.counts = counts;
    }

    int size() {
        return counts.length;
    }

    int row(int cell) {
        return rows[cell];
    }

    int column(int cell) {
        return columns[cell];
    }

    double count(int cell) {
        return counts[cell];
    }

    /** The sum of all counts. */
    double total() {
        double total = 0;
        for (double count : counts) total += count;
        return total;
    }

    /** Every count times a weight. */
    Cells times(double weight) {
        return new Cells(
                rows, columns, Arrays.stream(counts).map(n -> n * weight).toArray());
    }

    /**
     * With other columns in the places of these.
     *
     * @param to rises as they do
     */
    Cells withColumns(IntUnaryOperator to) {
        return new Cells(rows, Arrays.stream(columns).map(to).toArray(), counts);
    }

    /** The sum of two matrices. */
    Cells plus(Cells other) {
        Builder sum = new Builder();
        for (int a = 0, b = 0; a < size() || b < other.size(); ) {
            int order = a == size() ? 1 : b == other.size() ? -1 : Long.compare(place(a), other.place(b));
            Cells from = order <= 0 ? this : other;
            int at = order <= 0 ? a : b;
            double count = order == 0 ? counts[a] + other.counts[b] : from.counts[at];
            sum.add(from.rows[at], from.columns[at], count);
            if (order <= 0) a++;
            if (order >= 0) b++;
        }
        return sum.cells();
    }

    /** Cells (i, j) and (j, i) together, in the place whose row is not above its column. */
    Cells triangle() {
        TreeMap<Long, Double> sums = new TreeMap<>();
        for (int c = 0; c < size(); c++) {
            long low = Math.min(rows[c], columns[c]);
            sums.merge(low << 32 | Math.max(rows[c], columns[c]), counts[c], Double::sum);
        }
        Builder triangle = new Builder();
        sums.forEach((place, count) -> triangle.add((int) (place >> 32), place.intValue(), count));
        return triangle.cells();
    }

    private long place(int cell) {
        return (long) rows[cell] << 32 | columns[cell];
    }
}
