package org.ichradiomics.filter;

/** What lies beyond an image's border, for the line a b c d of voxels. */
public enum Boundary {

    /** {@code 0 0 0 | a b c d | 0 0 0}. */
    ZERO("zero") {
        @Override
        int within(int at, int n) {
            return OUTSIDE;
        }
    },

    /** {@code a a a | a b c d | d d d}. */
    NEAREST("nearest") {
        @Override
        int within(int at, int n) {
            return at < 0 ? 0 : n - 1;
        }
    },

    /** {@code b c d | a b c d | a b c}. */
    PERIODIC("periodic") {
        @Override
        int within(int at, int n) {
            return Math.floorMod(at, n);
        }
    },

    /** {@code c b a | a b c d | d c b}: the border voxel twice. */
    MIRROR("mirror") {
        @Override
        int within(int at, int n) {
            int folded = Math.floorMod(at, 2 * n);
            return folded < n ? folded : 2 * n - 1 - folded;
        }
    };

    /** The place of no voxel: there the image is 0. */
    static final int OUTSIDE = -1;

    private final String text;

    Boundary(String text) {
        this.text = text;
    }

    /** As in settings files and names of columns. */
    public String text() {
        return text;
    }

    /** The voxel, 0..n − 1, whose value stands at a place of a line of n voxels; {@link #OUTSIDE} for 0. */
    final int index(int at, int n) {
        return at >= 0 && at < n ? at : within(at, n);
    }

    /** @param at not in 0..n − 1 */
    abstract int within(int at, int n);

    /** The voxels whose values stand at the places first, first + 1, … of a line of n voxels. */
    final int[] indices(int first, int count, int n) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) indices[i] = index(first + i, n);
        return indices;
    }
}
