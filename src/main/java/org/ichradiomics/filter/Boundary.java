package org.ichradiomics.filter;

import java.util.function.IntBinaryOperator;

/** What lies beyond an image's border, for the line a b c d of voxels. */
public enum Boundary {

    /** {@code 0 0 0 | a b c d | 0 0 0}. */
    ZERO("zero", (at, n) -> Boundary.OUTSIDE),

    /** {@code a a a | a b c d | d d d}. */
    NEAREST("nearest", (at, n) -> at < 0 ? 0 : n - 1),

    /** {@code b c d | a b c d | a b c}. */
    PERIODIC("periodic", Math::floorMod),

    /** {@code c b a | a b c d | d c b}: the border voxel twice. */
    MIRROR("mirror", (at, n) -> Math.min(Math.floorMod(at, 2 * n), 2 * n - 1 - Math.floorMod(at, 2 * n)));

    /** The place of no voxel: there the image is 0. */
    static final int OUTSIDE = -1;

    private final String text;
    private final IntBinaryOperator beyond;

    /** @param beyond the voxel at a place that is not in 0..n − 1, of n */
    Boundary(String text, IntBinaryOperator beyond) {
        this.text = text;
        this.beyond = beyond;
    }

    /** As in settings files and names of columns. */
    public String text() {
        return text;
    }

    /** The voxel, 0..n − 1, whose value stands at a place of a line of n voxels; {@link #OUTSIDE} for 0. */
    int index(int at, int n) {
        return at >= 0 && at < n ? at : beyond.applyAsInt(at, n);
    }

    /** The voxels whose values stand at the places first, first + 1, … of a line of n voxels. */
    int[] indices(int first, int count, int n) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) indices[i] = index(first + i, n);
        return indices;
    }
}
