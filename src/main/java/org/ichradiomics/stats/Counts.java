package org.ichradiomics.stats;

import java.util.Arrays;

/** A table of counts with its margins. */
record Counts(long[][] cells, long[] rowSums, long[] columnSums, long total) {

    /** @throws IllegalArgumentException if rows have different lengths, a count is negative or there is no cell */
    static Counts of(long[][] table) {
        if (table.length == 0 || table[0].length == 0) throw new IllegalArgumentException("a table needs cells");
        long[] rows = new long[table.length];
        long[] columns = new long[table[0].length];
        for (int r = 0; r < table.length; r++) {
            if (table[r].length != columns.length) {
                throw new IllegalArgumentException(
                        "row " + r + " has " + table[r].length + " cells, row 0 has " + columns.length);
            }
            for (int c = 0; c < columns.length; c++) {
                if (table[r][c] < 0) {
                    throw new IllegalArgumentException("a count cannot be negative, was " + table[r][c]);
                }
                rows[r] += table[r][c];
                columns[c] += table[r][c];
            }
        }
        return new Counts(table, rows, columns, Arrays.stream(rows).sum());
    }

    int rows() {
        return rowSums.length;
    }

    int columns() {
        return columnSums.length;
    }

    long count(int row, int column) {
        return cells[row][column];
    }

    double expected(int row, int column) {
        return (double) rowSums[row] * columnSums[column] / total;
    }

    /** Whether there are two rows and columns and none is empty. */
    boolean isTestable() {
        return rows() > 1
                && columns() > 1
                && Arrays.stream(rowSums).allMatch(sum -> sum > 0)
                && Arrays.stream(columnSums).allMatch(sum -> sum > 0);
    }
}
