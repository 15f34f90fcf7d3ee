package org.ichradiomics.texture;

import java.util.Arrays;

/**
 * The cells of a matrix of counts that are not 0, row by row: so a sum over them has one order, and its bits do not
 * depend on how the counts came in.
 */
final class Cells {

    private final int[] rows;
    private final int[] columns;
    private final long[] counts;

    /** @param rows rising, and within a row rising columns; as many columns and counts */
    Cells(int[] rows, int[] columns, long[] counts) {
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

    long count(int cell) {
        return counts[cell];
    }

    /** The sum of all counts. */
    long total() {
        return Arrays.stream(counts).sum();
    }

    /** The sum of two matrices. */
    Cells plus(Cells other) {
        int most = size() + other.size();
        int[] r = new int[most];
        int[] c = new int[most];
        long[] n = new long[most];
        int cells = 0;
        for (int a = 0, b = 0; a < size() || b < other.size(); cells++) {
            int order = a == size() ? 1 : b == other.size() ? -1 : Long.compare(place(a), other.place(b));
            Cells from = order <= 0 ? this : other;
            int at = order <= 0 ? a : b;
            r[cells] = from.rows[at];
            c[cells] = from.columns[at];
            if (order <= 0) n[cells] += counts[a++];
            if (order >= 0) n[cells] += other.counts[b++];
        }
        return new Cells(Arrays.copyOf(r, cells), Arrays.copyOf(c, cells), Arrays.copyOf(n, cells));
    }

    private long place(int cell) {
        return (long) rows[cell] << 32 | columns[cell];
    }
}
