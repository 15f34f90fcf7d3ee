package org.ichradiomics.texture;

import org.ichradiomics.region.LevelVolume;

/**
 * Counts how often pairs of numbers come up.
 *
 * <p>Two classes do it rather than two branches of one method: each loop that counts then sees one of them only, and
 * runs as fast as over a plain array.
 */
interface Tally {

    /** Cells of the largest matrix that is held whole, 2 MB: 512 levels each way. */
    int WHOLE = 1 << 18;

    /**
     * A tally in which nothing is counted yet.
     *
     * @param highestRow rows are 0..highestRow
     * @param highestColumn columns are 0..highestColumn
     */
    static Tally of(int highestRow, int highestColumn) {
        long cells = (highestRow + 1L) * (highestColumn + 1L);
        return cells <= WHOLE ? new WholeTally(highestRow + 1, highestColumn + 1) : new HashedTally();
    }

    /** Counts (row, column) once more; not (0, 0), which stands for nothing. */
    void add(int row, int column);

    /** The counts so far, but those of row 0, which stands for outside; the codes in the rows become levels. */
    Cells cells(LevelVolume levels);
}
