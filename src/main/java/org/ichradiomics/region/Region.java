package org.ichradiomics.region;

import java.util.function.DoubleConsumer;

import net.imglib2.Cursor;
import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.ichradiomics.text.InvalidInputException;

/**
 * One lesion, cut out of its scan: f : {voxels of the lesion} → HU.
 *
 * <p>The voxels are held in raster order (x fastest, then y, then z) as positions in the lesion's bounding box; the
 * size of the scan's matrix and the box's place in it are kept, because the AK catalogue needs both (run distances,
 * runs that leave the lesion). x, y and z run to the patient's left, back and head (LPS), as in an axial DICOM stack.
 *
 * <p>Immutable. At least one voxel; every value finite.
 */
public final class Region {

    private final Spacing spacing;
    private final int[] matrix;
    private final int[] origin;
    private final int[] box;
    private final int[] position;
    private final double[] hu;
    private final double min;
    private final double max;

    private Region(Spacing spacing, int[] matrix, int[] origin, int[] box, int[] position, double[] hu) {
        this.spacing = spacing;
        this.matrix = matrix;
        this.origin = origin;
        this.box = box;
        this.position = position;
        this.hu = hu;
        // Asked for by every family, so found once.
        double low = hu[0];
        double high = hu[0];
        for (double value : hu) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        this.min = low;
        this.max = high;
    }

    /**
     * Cuts out the voxels under a mask.
     *
     * @param scan 2D or 3D, in HU; its interval is the scan's matrix
     * @param mask true inside the lesion; its interval lies within the scan's (a mask that was drawn on a part of the
     *     scan may be as small as that part)
     * @throws InvalidInputException if the mask is empty or reaches beyond the scan, or a value under it is NaN or
     *     infinite
     */
    public static <T extends RealType<T>, B extends BooleanType<B>> Region of(
            RandomAccessibleInterval<T> scan, RandomAccessibleInterval<B> mask, Spacing spacing)
            throws InvalidInputException {
        return of(scan, mask, spacing, scan);
    }

    /**
     * As {@link #of(RandomAccessibleInterval, RandomAccessibleInterval, Spacing)}, where only a part of the scan is at
     * hand.
     *
     * @param scan whose interval holds the mask's
     * @param grid the scan's matrix
     * @throws InvalidInputException as there
     */
    public static <T extends RealType<T>, B extends BooleanType<B>> Region of(
            RandomAccessibleInterval<T> scan, RandomAccessibleInterval<B> mask, Spacing spacing, Interval grid)
            throws InvalidInputException {
        RandomAccessibleInterval<T> volume = in3D(scan);
        RandomAccessibleInterval<B> inside = in3D(mask);
        if (!Intervals.contains(volume, inside)) {
            throw new InvalidInputException("The mask covers " + range(inside) + " but the scan covers " + range(volume)
                    + ": open the mask that was made for this scan.");
        }
        int[] min = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        int[] max = {Integer.MIN_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        int count = bounds(inside, min, max);
        if (count == 0) {
            throw new InvalidInputException(
                    "The mask is empty: draw the haematoma on at least one slice, or choose another mask or label.");
        }
        int[] box = {max[0] - min[0] + 1, max[1] - min[1] + 1, max[2] - min[2] + 1};
        if ((long) box[0] * box[1] * box[2] > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException("The mask's bounding box of " + box[0] + " × " + box[1] + " × " + box[2]
                    + " voxels is too large to measure: check that the mask holds the haematoma only.");
        }
        int[] position = new int[count];
        double[] hu = new double[count];
        int[] matrix = {1, 1, 1};
        int[] origin = {0, 0, 0};
        for (int d = 0; d < grid.numDimensions(); d++) {
            matrix[d] = Math.toIntExact(grid.dimension(d));
            origin[d] = Math.toIntExact(min[d] - grid.min(d));
        }
        fill(volume, inside, min, origin, box, position, hu);
        return new Region(spacing, matrix, origin, box, position, hu);
    }

    /**
     * The voxels of an image under a mask.
     *
     * @param mask on the image's grid; not empty, and its box lies in that of the image
     * @throws InvalidInputException if a value under the mask is NaN or infinite
     * @throws IllegalArgumentException if the mask reaches beyond what is held of the image
     */
    public static Region of(VoxelImage image, VoxelMask mask) throws InvalidInputException {
        return ofTrimmed(image, mask.trimmed());
    }

    private static Region ofTrimmed(VoxelImage image, VoxelMask mask) throws InvalidInputException {
        VoxelGrid grid = image.grid();
        VoxelBox box = mask.box();
        if (!box.isWithin(image.box())) throw new IllegalArgumentException(box + " reaches beyond " + image.box());
        int count = mask.count();
        int[] position = new int[count];
        double[] hu = new double[count];
        int n = 0;
        for (int z = 0, i = 0; z < box.nz(); z++) {
            for (int y = 0; y < box.ny(); y++) {
                int at = image.box().index(box.x(), box.y() + y, box.z() + z);
                for (int x = 0; x < box.nx(); x++, i++) {
                    if (!mask.contains(i)) continue;
                    hu[n] = image.hu(at + x);
                    if (!Double.isFinite(hu[n])) throw hole(hu[n], box.x() + x, box.y() + y, box.z() + z);
                    position[n++] = i;
                }
            }
        }
        return new Region(
                grid.spacing(),
                new int[] {grid.nx(), grid.ny(), grid.nz()},
                new int[] {box.x(), box.y(), box.z()},
                new int[] {box.nx(), box.ny(), box.nz()},
                position,
                hu);
    }

    private static InvalidInputException hole(double value, long column, long row, long slice) {
        return new InvalidInputException("The scan holds " + value + " under the mask, at column " + column + ", row "
                + row + ", slice " + (slice + 1) + ": replace it, or leave that voxel out of the mask.");
    }

    /** The same voxels with other distances between them. */
    public Region spaced(Spacing other) {
        return new Region(other, matrix, origin, box, position, hu);
    }

    /** The same voxels, every value rounded to the nearest integer, halves to the even one. */
    public Region rounded() {
        double[] rounded = new double[hu.length];
        for (int i = 0; i < hu.length; i++) rounded[i] = Math.rint(hu[i]);
        return new Region(spacing, matrix, origin, box, position, rounded);
    }

    /** Number of voxels, at least 1. */
    public int size() {
        return hu.length;
    }

    /** Voxel count × voxel volume, in mm³. */
    public double volume() {
        return size() * spacing.voxelVolume();
    }

    /** Distances of the voxels' centres, in mm. */
    public Spacing spacing() {
        return spacing;
    }

    /** Size of the scan's matrix along an axis (0, 1, 2), in voxels. */
    public int matrix(int axis) {
        return matrix[axis];
    }

    /** First voxel of the bounding box along an axis, counted from the scan's first voxel. */
    public int origin(int axis) {
        return origin[axis];
    }

    /** Size of the bounding box along an axis, in voxels. */
    public int box(int axis) {
        return box[axis];
    }

    /** Number of voxels in the bounding box. */
    public int boxSize() {
        return box[0] * box[1] * box[2];
    }

    /** Place of voxel {@code i} (0..size−1, in raster order) in the bounding box: x + y·box(0) + z·box(0)·box(1). */
    public int position(int i) {
        return position[i];
    }

    /** Where voxel {@code i} lies along an axis (0, 1, 2), counted from the scan's first voxel. */
    public int at(int i, int axis) {
        int p = position[i];
        return origin[axis] + (axis == 0 ? p % box[0] : axis == 1 ? p / box[0] % box[1] : p / box[0] / box[1]);
    }

    /** Value of voxel {@code i} (0..size−1, in raster order), in HU. */
    public double hu(int i) {
        return hu[i];
    }

    /** Visits the values in raster order, in HU. */
    public void forEach(DoubleConsumer consumer) {
        for (double value : hu) consumer.accept(value);
    }

    /** Number of slices that hold at least one voxel. */
    public int slices() {
        int plane = box[0] * box[1];
        int slices = 0;
        int last = -1;
        for (int p : position) {
            if (p / plane != last) {
                last = p / plane;
                slices++;
            }
        }
        return slices;
    }

    /** Smallest value, in HU. */
    public double min() {
        return min;
    }

    /** Largest value, in HU. */
    public double max() {
        return max;
    }

    /** Mean value, summed in raster order, in HU. */
    public double mean() {
        double sum = 0;
        for (double value : hu) sum += value;
        return sum / hu.length;
    }

    private static <T> RandomAccessibleInterval<T> in3D(RandomAccessibleInterval<T> image) {
        return switch (image.numDimensions()) {
            case 2 -> Views.addDimension(image, 0, 0);
            case 3 -> image;
            default ->
                throw new IllegalArgumentException("image must have 2 or 3 dimensions, had " + image.numDimensions());
        };
    }

    private static <B extends BooleanType<B>> int bounds(RandomAccessibleInterval<B> mask, int[] min, int[] max)
            throws InvalidInputException {
        long count = 0;
        Cursor<B> cursor = mask.localizingCursor();
        while (cursor.hasNext()) {
            if (!cursor.next().get()) continue;
            count++;
            for (int d = 0; d < 3; d++) {
                int at = cursor.getIntPosition(d);
                if (at < min[d]) min[d] = at;
                if (at > max[d]) max[d] = at;
            }
        }
        if (count > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException("The mask holds " + count
                    + " voxels, too many to measure: check that it holds the haematoma only.");
        }
        return (int) count;
    }

    private static <T extends RealType<T>, B extends BooleanType<B>> void fill(
            RandomAccessibleInterval<T> scan,
            RandomAccessibleInterval<B> mask,
            int[] min,
            int[] origin,
            int[] box,
            int[] position,
            double[] hu)
            throws InvalidInputException {
        RandomAccess<T> values = scan.randomAccess();
        RandomAccess<B> inside = mask.randomAccess();
        int n = 0;
        for (int z = min[2]; z < min[2] + box[2]; z++) {
            for (int y = min[1]; y < min[1] + box[1]; y++) {
                inside.setPosition(min[0], 0);
                inside.setPosition(y, 1);
                inside.setPosition(z, 2);
                int row = ((z - min[2]) * box[1] + y - min[1]) * box[0];
                for (int x = min[0]; x < min[0] + box[0]; x++, inside.fwd(0)) {
                    if (!inside.get().get()) continue;
                    values.setPosition(x, 0);
                    values.setPosition(y, 1);
                    values.setPosition(z, 2);
                    double value = values.get().getRealDouble();
                    if (!Double.isFinite(value)) {
                        throw hole(value, x - min[0] + origin[0], y - min[1] + origin[1], z - min[2] + origin[2]);
                    }
                    position[n] = row + x - min[0];
                    hu[n++] = value;
                }
            }
        }
    }

    private static String range(Interval i) {
        return "[" + i.min(0) + "," + i.max(0) + "] × [" + i.min(1) + "," + i.max(1) + "] × [" + i.min(2) + ","
                + i.max(2) + "]";
    }
}
