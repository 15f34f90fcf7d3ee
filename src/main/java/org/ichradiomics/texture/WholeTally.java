package org.ichradiomics.texture;

import org.ichradiomics.region.LevelVolume;

/** A tally that holds its matrix whole. */
final class WholeTally implements Tally {

    private final int columns;
    private final long[] counts;

    WholeTally(int rows, int columns) {
        this.columns = columns;
        this.counts = new long[rows * columns];
    }

    @Override
    public void add(int row, int column) {
        counts[row * columns + column]++;
    }

    @Override
    public Cells cells(LevelVolume levels) {
        int n = 0;
        for (int i = columns; i < counts.length; i++) if (counts[i] > 0) n++;
        int[] r = new int[n];
        int[] c = new int[n];
        long[] count = new long[n];
        n = 0;
        for (int row = 1, i = columns; i < counts.length; row++) {
            for (int column = 0; column < columns; column++, i++) {
                if (counts[i] == 0) continue;
                r[n] = levels.level(row);
                c[n] = column;
                count[n++] = counts[i];
            }
        }
        return new Cells(r, c, count);
    }
}
