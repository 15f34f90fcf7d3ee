package org.ichradiomics.stats;

/** How far two outlines of a lesion overlap (Dice 1945): 2 |A ∩ B| / (|A| + |B|), from 0 to 1. */
public final class Dice {

    private Dice() {}

    /**
     * @param both voxels in both masks
     * @param first voxels in the first
     * @param second voxels in the second
     * @return NaN if both masks are empty
     */
    public static double of(long both, long first, long second) {
        if (both < 0 || both > Math.min(first, second)) {
            throw new IllegalArgumentException(
                    both + " voxels cannot be in both of masks of " + first + " and " + second);
        }
        return 2.0 * both / (first + second);
    }

    /** The same from the masks themselves, voxel by voxel. */
    public static double of(boolean[] first, boolean[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("masks have " + first.length + " and " + second.length + " voxels");
        }
        long both = 0;
        long a = 0;
        long b = 0;
        for (int i = 0; i < first.length; i++) {
            both += first[i] && second[i] ? 1 : 0;
            a += first[i] ? 1 : 0;
            b += second[i] ? 1 : 0;
        }
        return of(both, a, b);
    }
}
