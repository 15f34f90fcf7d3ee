package org.ichradiomics.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;

/**
 * The grid of a volume and where it lies in the patient. x, y and z run to the patient's left, back and head (LPS), or
 * as close to that as the axes of an oblique grid come; the order in the file is remembered for writing.
 *
 * <p>A grid without orientation is taken as displayed: its axes are called x, y and z in the order they are stored.
 *
 * <p>Immutable.
 */
public final class Geometry {

    private static final double SHORTEST = 1e-4;
    private static final double LONGEST = 1e4;

    /** A float32 and the decimal that it stands for are one distance. */
    private static final double SAME_STEP = 1e-6;

    private final int[] storedSize;
    private final double[] storedSpacing;
    private final Affine storedAffine;
    private final Affine storedTwin;
    private final String frame;
    private final AxisOrder order;
    private final List<String> warnings;

    private Geometry(
            int[] storedSize,
            double[] storedSpacing,
            Affine storedAffine,
            Affine storedTwin,
            String frame,
            List<String> warnings) {
        this.storedSize = storedSize;
        this.storedSpacing = storedSpacing;
        this.storedAffine = storedAffine;
        this.storedTwin = storedTwin;
        this.frame = frame;
        this.order = storedAffine == null ? AxisOrder.AS_STORED : AxisOrder.nearest(storedAffine.cosines(Affine.LPS));
        this.warnings = List.copyOf(warnings);
    }

    /**
     * The geometry of a stored grid, its axes in the order of the file.
     *
     * @param x columns as stored, at least 1
     * @param y rows as stored, at least 1
     * @param z slices as stored, at least 1
     * @param spacing along the stored axes, or null when nobody knows it
     * @param affine from stored voxel indices to the patient, or null for a grid without orientation
     * @param warnings sentences for the user about this grid
     * @throws IllegalArgumentException if a size is below 1, or the affine is not finite or flat
     */
    public static Geometry stored(int x, int y, int z, Spacing spacing, Affine affine, List<String> warnings) {
        if (x < 1 || y < 1 || z < 1) {
            throw new IllegalArgumentException(
                    "a grid has at least 1 voxel per axis, was " + x + " × " + y + " × " + z);
        }
        if (affine != null && !affine.isUsable()) {
            throw new IllegalArgumentException("the affine must be finite with three axes of different directions");
        }
        double[] mm = spacing == null ? null : new double[] {spacing.x(), spacing.y(), spacing.z()};
        return new Geometry(new int[] {x, y, z}, mm, affine, null, null, warnings);
    }

    /**
     * The geometry of a stored grid of which a distance may be unknown, its axes in the order of the file.
     *
     * @param size columns, rows and slices as stored, at least 1 each
     * @param mm along the stored axes; NaN where nobody knows it, or no single distance exists
     * @param affine from stored voxel indices to the patient, or null for a grid without orientation
     * @param warnings sentences for the user about this grid
     * @throws IllegalArgumentException if a size is below 1, a distance is none, or the affine is not finite or flat
     */
    public static Geometry stored(int[] size, double[] mm, Affine affine, List<String> warnings) {
        for (double length : mm) {
            if (!Double.isNaN(length) && !isLength(length)) {
                throw new IllegalArgumentException(
                        "a distance between voxels is " + SHORTEST + " to " + LONGEST + " mm, was " + length);
            }
        }
        Geometry geometry = stored(size[0], size[1], size[2], null, affine, warnings);
        return new Geometry(geometry.storedSize, mm.clone(), affine, null, null, warnings);
    }

    /**
     * The same grid, of slices that a tilted gantry shifts sideways, with its other reading.
     *
     * @param twin upright where the affine is sheared and sheared where it is upright, from stored voxel indices; null
     *     for none
     */
    public Geometry withTwin(Affine twin) {
        return new Geometry(storedSize, storedSpacing, storedAffine, twin, frame, warnings);
    }

    /**
     * The same grid, in a space in which other objects of a patient lie as well.
     *
     * @param frame tells this space from others, such as a digest of DICOM's FrameOfReferenceUID; null for none
     */
    public Geometry withFrame(String frame) {
        return new Geometry(storedSize, storedSpacing, storedAffine, storedTwin, frame, warnings);
    }

    /** What tells the space in which it lies from others; empty where the file does not say. */
    public Optional<String> frame() {
        return Optional.ofNullable(frame);
    }

    /** Whether a length can be a distance between voxels of a patient's scan: 0.1 µm to 10 m. */
    public static boolean isLength(double mm) {
        return mm >= SHORTEST && mm <= LONGEST;
    }

    /** Number of voxels along an axis (0, 1, 2). */
    public int size(int axis) {
        return storedSize[order.source(axis)];
    }

    /** Number of voxels. */
    public long voxels() {
        return (long) storedSize[0] * storedSize[1] * storedSize[2];
    }

    /** Distance between neighbouring voxels in mm; empty when the file does not say, be it along one axis. */
    public Optional<Spacing> spacing() {
        double[] mm = lengths();
        for (double length : mm) if (Double.isNaN(length)) return Optional.empty();
        return Optional.of(new Spacing(mm[0], mm[1], mm[2]));
    }

    /** Distance between neighbouring voxels along each axis in mm; NaN along an axis where the file does not say. */
    public double[] lengths() {
        double[] mm = {Double.NaN, Double.NaN, Double.NaN};
        if (storedSpacing != null) for (int axis = 0; axis < 3; axis++) mm[axis] = storedSpacing[order.source(axis)];
        return mm;
    }

    /** From voxel indices to the patient, in mm; empty when the file does not say. */
    public Optional<Affine> affine() {
        return Optional.ofNullable(storedAffine).map(affine -> affine.reordered(order, storedSize));
    }

    /**
     * The geometry of a grid of other voxels with the same middle, stored in the patient's axes; this one where the
     * voxels are the same.
     *
     * @param grid in the patient's axes; the distances of this geometry are known
     */
    public Geometry centred(VoxelGrid grid) {
        Affine old = affine().orElse(null);
        double[][] axes = new double[3][3];
        double[] first = new double[3];
        boolean isSame = true;
        for (int axis = 0; axis < 3; axis++) {
            double step = grid.spacing(axis) / lengths()[axis];
            double start = 0.5 * (size(axis) - 1 - step * (grid.size(axis) - 1));
            isSame &= grid.size(axis) == size(axis) && Math.abs(step - 1) < SAME_STEP;
            for (int row = 0; row < 3 && old != null; row++) {
                axes[axis][row] = old.get(row, axis) * step;
                first[row] += old.get(row, axis) * start + (axis == 0 ? old.get(row, 3) : 0);
            }
        }
        if (isSame) return this;
        return stored(
                grid.nx(), grid.ny(), grid.nz(), grid.spacing(), old == null ? null : Affine.of(axes, first), warnings);
    }

    /**
     * Where the voxels of a tilted gantry's slices lie in the other reading, upright or sheared; a mask is saved in the
     * one by some programs and in the other by others. Empty for all other grids.
     */
    public Optional<Affine> twin() {
        return Optional.ofNullable(storedTwin).map(affine -> affine.reordered(order, storedSize));
    }

    /** As {@link #twin}, from stored voxel indices; null when there is none. */
    Affine storedTwin() {
        return storedTwin;
    }

    /** What the user should know about this grid, one sentence each; empty when all is well. */
    public List<String> warnings() {
        return warnings;
    }

    /** Directions of the axes in the file, such as {@code LAS}; empty for a grid without orientation. */
    public Optional<String> storedAxes() {
        return storedAffine == null ? Optional.empty() : Optional.of(order.toString());
    }

    /** Whether the file has its voxels in this order already. */
    public boolean isStoredInOrder() {
        return order.equals(AxisOrder.AS_STORED);
    }

    /** A view in this order of an image in the order of the file; its first voxel at (0, 0, 0). */
    public <T> RandomAccessibleInterval<T> fromStored(RandomAccessibleInterval<T> stored) {
        return order.apply(stored);
    }

    /** A view in the order of the file of an image in this order; its first voxel at (0, 0, 0). */
    public <T> RandomAccessibleInterval<T> toStored(RandomAccessibleInterval<T> image) {
        return order.inverse().apply(image);
    }

    /** The number, from 1, that the file gives to a plane across an axis (0, 1, 2), counted from 0 in this order. */
    public int storedNumber(int axis, int plane) {
        return order.isBackwards(axis) ? size(axis) - plane : plane + 1;
    }

    /** The same grid for voxels that are stored in this order. */
    public Geometry inThisOrder() {
        return stored(new int[] {size(0), size(1), size(2)}, lengths(), affine().orElse(null), warnings)
                .withTwin(twin().orElse(null))
                .withFrame(frame);
    }

    /** The same places for voxels that are stored from the last slice to the first. */
    public Geometry lastSliceFirst() {
        AxisOrder backwards = AxisOrder.nearest(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, -1}});
        return new Geometry(
                storedSize,
                storedSpacing,
                storedAffine == null ? null : storedAffine.reordered(backwards, storedSize),
                storedTwin == null ? null : storedTwin.reordered(backwards, storedSize),
                frame,
                warnings);
    }

    /** Distance between neighbouring voxels along each stored axis in mm; NaN along an axis where nobody knows it. */
    public double[] storedLengths() {
        return storedSpacing == null ? new double[] {Double.NaN, Double.NaN, Double.NaN} : storedSpacing.clone();
    }

    /**
     * The same places under other distances along the stored axes, as somebody insists on them; NaN where nobody knows
     * one.
     */
    public Geometry withStoredLengths(double[] mm, List<String> sentences) {
        return stored(storedSize, mm, storedAffine, sentences)
                .withTwin(storedTwin)
                .withFrame(frame);
    }

    /** The same places under other distances along the axes in this order. */
    Geometry withLengths(double[] mm, List<String> sentences) {
        double[] stored = new double[3];
        for (int axis = 0; axis < 3; axis++) stored[order.source(axis)] = mm[axis];
        return withStoredLengths(stored, sentences);
    }

    /** The same places, every distance as the affine has it where there is one: what a file of a mask should say. */
    public Geometry withLengthsOfAffine() {
        if (storedAffine == null) return this;
        return withStoredLengths(
                new double[] {storedAffine.length(0), storedAffine.length(1), storedAffine.length(2)}, warnings);
    }

    /** Whether both say where they lie, and their voxels lie at the same places in the same order, to the last bit. */
    public boolean isStoredAs(Geometry other) {
        return Arrays.equals(storedSize, other.storedSize)
                && storedAffine != null
                && other.storedAffine != null
                && IntStream.range(0, 12)
                        .allMatch(i -> storedAffine.get(i / 4, i % 4) == other.storedAffine.get(i / 4, i % 4));
    }

    /** From the order in the file to this one. */
    public AxisOrder order() {
        return order;
    }

    /** Number of voxels along the axes in the order of the file: columns, rows, slices. */
    public int[] storedSize() {
        return storedSize.clone();
    }

    /** Along the stored axes, in mm; null when nobody knows all three. */
    public double[] storedSpacing() {
        return spacing().isEmpty() ? null : storedSpacing.clone();
    }

    /** From stored voxel indices; null for a grid without orientation. */
    public Affine storedAffine() {
        return storedAffine;
    }

    /**
     * As {@link #stored}, with a sentence for everything that a file left out.
     *
     * @param name what to call the file
     * @param mm spacing along the stored axes, or null
     * @param affine usable, or null
     * @param warnings sentences that were found so far
     */
    public static Geometry described(String name, int[] size, double[] mm, Affine affine, List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        if (mm == null) {
            all.add(name + " does not say how far apart its voxels are: give the spacing in mm.");
        }
        if (affine == null) {
            all.add(name + " has no usable orientation and was taken as displayed:"
                    + " check left and right on the picture.");
        }
        if (affine != null && affine.isDefault()) {
            all.add(name
                    + " names no place but the usual one (voxels of 1 mm, from 0 on), which programs write that have "
                    + "lost the true one:"
                    + " check the spacing.");
        }
        Optional<Shear> shear = affine == null ? Optional.empty() : Shear.of(affine);
        double[] lengths = mm == null ? new double[] {Double.NaN, Double.NaN, Double.NaN} : mm.clone();
        if (shear.isPresent() && mm != null) {
            all.add(shear(name, shear.get()));
            lengths[shear.get().axis()] = shear.get().distance();
        }
        return stored(size, lengths, affine, all)
                .withTwin(shear.filter(Shear::isPlane)
                        .map(one -> one.upright(affine))
                        .orElse(null));
    }

    private static String shear(String name, Shear shear) {
        if (!shear.isPlane()) {
            return String.format(
                    Locale.ROOT,
                    "%s has axes that are not at right angles: %.4f mm was taken as its slice distance, so that volumes"
                            + " are right, but lengths and shapes are not: resample it to an upright grid.",
                    name,
                    shear.distance());
        }
        return String.format(
                Locale.ROOT,
                "%s has slices that are shifted sideways, as by a gantry tilted by %.1f°: their distance was measured"
                        + " along the normal, %.4f mm, and the grid was taken as upright.",
                name,
                shear.degrees(),
                shear.distance());
    }
}
