package org.ichradiomics.texture;

import java.util.Arrays;

/**
 * How many voxels of grey level i have a neighbour, n(i), and how far their level is from the mean of their neighbours,
 * all together, s(i): IBSI's NGTDM (IPET).
 *
 * <pre>
 *   1 1      n(1) = 2, s(1) = 2 · |1 − (1 + 3) / 2| = 2
 *   3 ·      n(3) = 1, s(3) = |3 − (1 + 1) / 2| = 2
 * </pre>
 */
final class ToneDifferenceMatrix implements TextureMatrix<ToneDifferenceMatrix> {

    private final int[] levels;
    private final long[] voxels;
    private final double[] differences;

    /**
     * @param levels those that occur, rising
     * @param voxels n(i), in their order; a level without a voxel is left out
     * @param differences s(i), in their order
     */
    ToneDifferenceMatrix(int[] levels, long[] voxels, double[] differences) {
        int count = (int) Arrays.stream(voxels).filter(n -> n > 0).count();
        this.levels = new int[count];
        this.voxels = new long[count];
        this.differences = new double[count];
        for (int k = 0, n = 0; n < count; k++) {
            if (voxels[k] == 0) continue;
            this.levels[n] = levels[k];
            this.voxels[n] = voxels[k];
            this.differences[n++] = differences[k];
        }
    }

    @Override
    public boolean isEmpty() {
        return levels.length == 0;
    }

    @Override
    public ToneDifferenceMatrix plus(ToneDifferenceMatrix other) {
        int[] union = new int[levels.length + other.levels.length];
        long[] n = new long[union.length];
        double[] s = new double[union.length];
        int count = 0;
        for (int a = 0, b = 0; a < levels.length || b < other.levels.length; count++) {
            int mine = a < levels.length ? levels[a] : Integer.MAX_VALUE;
            int others = b < other.levels.length ? other.levels[b] : Integer.MAX_VALUE;
            union[count] = Math.min(mine, others);
            if (mine == union[count]) {
                n[count] += voxels[a];
                s[count] += differences[a++];
            }
            if (others == union[count]) {
                n[count] += other.voxels[b];
                s[count] += other.differences[b++];
            }
        }
        return new ToneDifferenceMatrix(union, n, s);
    }

    /** Number of levels that occur, Ngp. */
    int levels() {
        return levels.length;
    }

    /** The k-th level that occurs, from 0. */
    int level(int k) {
        return levels[k];
    }

    /** n of the k-th level. */
    long voxels(int k) {
        return voxels[k];
    }

    /** s of the k-th level. */
    double difference(int k) {
        return differences[k];
    }

    /** Number of voxels with a neighbour, Nvc = Σ n(i). */
    long total() {
        return Arrays.stream(voxels).sum();
    }
}
