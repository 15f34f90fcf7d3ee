package org.ichradiomics.region;

import org.ichradiomics.text.InvalidInputException;

/**
 * An image or a mask on a grid of another spacing that has the same middle (IBSI 1, "align grid centres"). Along an
 * axis with n voxels of spacing s and the new spacing t
 *
 * <pre>
 *     n′ = ⌈n s / t⌉        first new centre at (n − 1 − (t/s)(n′ − 1)) / 2, the next ones t/s further, in old voxels
 * </pre>
 *
 * A place outside the old centres takes the value at the border. Axes whose spacing stays are left untouched.
 */
public final class Resampling {

    /** Interpolated masks reach exactly one half (3 mm to 2 mm puts centres midway); rounding must not decide there. */
    private static final double MARGIN = 1e-9;

    /** n s / t a whole number up to rounding is that number, not the next one. */
    private static final double WHOLE = 1e-9;

    /** Old voxels. */
    private static final int BEYOND = 8;

    private final VoxelGrid from;
    private final VoxelGrid to;

    private Resampling(VoxelGrid from, VoxelGrid to) {
        this.from = from;
        this.to = to;
    }

    /** @throws InvalidInputException if the new grid would be too large to hold in memory */
    public static Resampling of(VoxelGrid from, Spacing spacing) throws InvalidInputException {
        double[] t = {spacing.x(), spacing.y(), spacing.z()};
        double[] n = new double[3];
        for (int axis = 0; axis < 3; axis++)
            n[axis] = Math.max(1, Math.ceil(from.size(axis) * from.spacing(axis) / t[axis] - WHOLE));
        if (n[0] * n[1] * n[2] > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException("A spacing of " + t[0] + " × " + t[1] + " × " + t[2]
                    + " mm makes an image of " + (long) n[0] + " × " + (long) n[1] + " × " + (long) n[2]
                    + " voxels, too large to hold in memory: choose a larger spacing.");
        }
        return new Resampling(from, new VoxelGrid((int) n[0], (int) n[1], (int) n[2], spacing));
    }

    /** The new grid. */
    public VoxelGrid grid() {
        return to;
    }

    /** The image on the new grid, not rounded. */
    public VoxelImage of(VoxelImage image, Interpolation interpolation) {
        return from.spacing().equals(to.spacing()) ? image : of(image, VoxelBox.of(to), interpolation);
    }

    /** Hears of a box of the new image, slice by slice. */
    @FunctionalInterface
    public interface SliceConsumer {

        /**
         * @param z slice, counted from the box's first one
         * @param rows row → values of the box's columns, not rounded; good until the next slice
         */
        void accept(int z, double[][] rows);
    }

    /**
     * A box of the new image, slice by slice, so that no more than a slice need be held; where the distance of slices
     * changes, it is all that the box depends on.
     */
    public void forEachSlice(Slices image, VoxelBox box, Interpolation interpolation, SliceConsumer consumer) {
        AxisSamples[] axes = new AxisSamples[3];
        for (int axis = 0; axis < 3; axis++) axes[axis] = samples(axis, box, interpolation);
        new SliceResampling(image, box, axes, interpolation).forEach(consumer);
    }

    /**
     * A box of the new image, not rounded. Places are those of the whole grid, and mirrored at its ends alone, so that
     * each value is what it is in the whole image.
     */
    public VoxelImage of(Slices image, VoxelBox box, Interpolation interpolation) {
        return VoxelImage.of(to, box, values(image, box, interpolation));
    }

    /** Inside is where the interpolated mask (1 inside, 0 outside) is at least one half. */
    public VoxelMask of(VoxelMask mask, Interpolation interpolation) {
        return of(mask, VoxelBox.of(to), interpolation);
    }

    /** The same mask, held in the smallest box; empty where nothing is left of it. */
    public VoxelMask trimmed(VoxelMask mask, Interpolation interpolation) {
        return of(mask, box(mask.box()), interpolation).trimmed();
    }

    private VoxelMask of(VoxelMask mask, VoxelBox box, Interpolation interpolation) {
        double[] share = values(mask.share(), box, interpolation);
        boolean[] inside = new boolean[share.length];
        for (int i = 0; i < inside.length; i++) inside[i] = share[i] >= 0.5 - MARGIN;
        return new VoxelMask(to, box, inside);
    }

    /**
     * Where the new voxels lie whose share of a mask can be one half: not beyond a mask's box by more than
     * {@link #BEYOND} old voxels, where the spline, which swings beyond a step by a few hundredths, has long come to
     * rest.
     */
    private VoxelBox box(VoxelBox old) {
        int[] first = new int[3];
        int[] count = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            double step = step(axis);
            double start = start(axis);
            double low = (old.first(axis) - BEYOND - start) / step;
            double high = (old.first(axis) + old.size(axis) - 1 + BEYOND - start) / step;
            first[axis] = (int) Math.max(0, Math.min(to.size(axis) - 1.0, Math.floor(low)));
            int last = (int) Math.max(0, Math.min(to.size(axis) - 1.0, Math.ceil(high)));
            count[axis] = last - first[axis] + 1;
        }
        return new VoxelBox(first[0], first[1], first[2], count[0], count[1], count[2]);
    }

    private double[] values(Slices image, VoxelBox box, Interpolation interpolation) {
        double[] values = new double[box.size()];
        int plane = box.nx() * box.ny();
        forEachSlice(image, box, interpolation, (z, rows) -> {
            for (int y = 0; y < rows.length; y++)
                System.arraycopy(rows[y], 0, values, z * plane + y * box.nx(), box.nx());
        });
        return values;
    }

    private AxisSamples samples(int axis, VoxelBox box, Interpolation interpolation) {
        if (from.spacing(axis) == to.spacing(axis)) return AxisSamples.same(box.first(axis), box.size(axis));
        return AxisSamples.of(from.size(axis), start(axis), step(axis), box.first(axis), box.size(axis), interpolation);
    }

    private double step(int axis) {
        return to.spacing(axis) / from.spacing(axis);
    }

    /** Of the first new centre. */
    private double start(int axis) {
        return 0.5 * (from.size(axis) - 1 - step(axis) * (to.size(axis) - 1));
    }
}
