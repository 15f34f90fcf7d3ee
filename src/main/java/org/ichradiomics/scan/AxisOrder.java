package org.ichradiomics.scan;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/**
 * One of the 48 ways to name the axes of a grid anew: axis d of the result runs along axis {@code source(d)} of what is
 * stored, forwards or backwards. No voxel value is touched.
 */
public final class AxisOrder {

    static final AxisOrder AS_STORED = new AxisOrder(new int[] {0, 1, 2}, new boolean[3]);

    private static final int[][] PERMUTATIONS = {{0, 1, 2}, {1, 0, 2}, {0, 2, 1}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}};

    private final int[] source;
    private final boolean[] backwards;

    private AxisOrder(int[] source, boolean[] backwards) {
        this.source = source;
        this.backwards = backwards;
    }

    /**
     * The order that brings the stored axes closest to the wanted ones: the permutation with the largest Σ |cosine|,
     * exact when the axes are parallel. On a tie (45°) the one nearest to the stored order.
     *
     * @param cosine cosine[d][s] between wanted axis d and stored axis s
     */
    public static AxisOrder nearest(double[][] cosine) {
        int[] best = PERMUTATIONS[0];
        double most = 0;
        for (int[] permutation : PERMUTATIONS) {
            double sum = 0;
            for (int d = 0; d < 3; d++) sum += Math.abs(cosine[d][permutation[d]]);
            // Rounding must not decide a tie: two files of one grid may differ in the last bit.
            if (sum > most + 1e-6) {
                most = sum;
                best = permutation;
            }
        }
        boolean[] backwards = new boolean[3];
        for (int d = 0; d < 3; d++) backwards[d] = cosine[d][best[d]] < 0;
        return new AxisOrder(best, backwards);
    }

    /** Stored axis along which axis {@code d} of the result runs. */
    public int source(int d) {
        return source[d];
    }

    /** Whether axis {@code d} of the result runs against its stored axis. */
    public boolean isBackwards(int d) {
        return backwards[d];
    }

    /** What turns the result back into the stored order. */
    public AxisOrder inverse() {
        int[] to = new int[3];
        boolean[] against = new boolean[3];
        for (int d = 0; d < 3; d++) {
            to[source[d]] = d;
            against[source[d]] = backwards[d];
        }
        return new AxisOrder(to, against);
    }

    /** This order of what {@code first} has put into its own. */
    AxisOrder after(AxisOrder first) {
        int[] through = new int[3];
        boolean[] against = new boolean[3];
        for (int d = 0; d < 3; d++) {
            through[d] = first.source[source[d]];
            against[d] = backwards[d] != first.backwards[source[d]];
        }
        return new AxisOrder(through, against);
    }

    /** Size of the result, in voxels. */
    int[] size(int[] stored) {
        return new int[] {stored[source[0]], stored[source[1]], stored[source[2]]};
    }

    /** A view with the axes in this order, its first voxel at (0, 0, 0). */
    public <T> RandomAccessibleInterval<T> apply(RandomAccessibleInterval<T> stored) {
        RandomAccessibleInterval<T> view = stored;
        int[] axes = {0, 1, 2};
        for (int d = 0; d < 2; d++) {
            int at = d;
            while (axes[at] != source[d]) at++;
            if (at == d) continue;
            view = Views.permute(view, d, at);
            axes[at] = axes[d];
            axes[d] = source[d];
        }
        for (int d = 0; d < 3; d++) if (backwards[d]) view = Views.invertAxis(view, d);
        return Views.isZeroMin(view) ? view : Views.zeroMin(view);
    }

    /** The directions of the stored axes when the result is LPS: {@code LAS} for rows stored from back to front. */
    @Override
    public String toString() {
        char[] letters = new char[3];
        for (int d = 0; d < 3; d++) letters[source[d]] = (backwards[d] ? "RAI" : "LPS").charAt(d);
        return new String(letters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AxisOrder order
                && Arrays.equals(source, order.source)
                && Arrays.equals(backwards, order.backwards);
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
