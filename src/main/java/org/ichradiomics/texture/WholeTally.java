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
        Cells.Builder cells = new Cells.Builder();
        for (int row = 1, i = columns; i < counts.length; row++) {
            for (int column = 0; column < columns; column++, i++) {
                if (counts[i] > 0) cells.add(levels.level(row), column, counts[i]);
            }
        }
        return cells.cells();
    }
}
