package org.ichradiomics.scan;

import java.util.List;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;

import org.ichradiomics.region.Slices;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.text.InvalidInputException;

/**
 * A volume: f : {voxels of a grid} → HU, x, y and z running to the patient's left, back and head (LPS).
 *
 * <p>The voxels are kept in the type of their file; HU = slope × stored + intercept is computed as they are read.
 */
public final class Scan {

    private final String name;
    private final Kept kept;
    private final double slope;
    private final double intercept;
    private final Geometry geometry;
    private final Parts parts;
    private Overview overview;

    /** The voxels that are in memory: all, or those of a box. */
    public interface Kept {

        /** In the type of the file; its interval is in voxels of the grid. */
        RandomAccessibleInterval<? extends RealType<?>> image();

        /** The same row by row, before slope and intercept. For one thread. */
        Slices.Rows rows();
    }

    /** Reads other voxels of a scan that was cut out. */
    public interface Parts {

        /**
         * The same scan with the voxels of another box.
         *
         * @throws InvalidInputException if its file cannot be read again
         */
        Kept read(VoxelBox box) throws InvalidInputException;
    }

    private Scan(
            String name, Kept kept, double slope, double intercept, Geometry geometry, Overview overview, Parts parts) {
        this.name = name;
        this.kept = kept;
        this.slope = slope;
        this.intercept = intercept;
        this.geometry = geometry;
        this.overview = overview;
        this.parts = parts;
    }

    /** @param voxels already in the order of {@code geometry}, first voxel at (0, 0, 0) */
    public Scan(
            String name,
            RandomAccessibleInterval<? extends RealType<?>> voxels,
            double slope,
            double intercept,
            Geometry geometry) {
        this(name, kept(voxels), slope, intercept, geometry, null, null);
    }

    /** All voxels of an image. */
    public static Kept kept(RandomAccessibleInterval<? extends RealType<?>> voxels) {
        return new InMemory(voxels);
    }

    private record InMemory(RandomAccessibleInterval<? extends RealType<?>> image) implements Kept {

        @Override
        public Slices.Rows rows() {
            RandomAccess<? extends RealType<?>> voxel = image.randomAccess();
            return (x, y, z, count, to, at) -> {
                voxel.setPosition(x, 0);
                voxel.setPosition(y, 1);
                voxel.setPosition(z, 2);
                for (int i = 0; i < count; i++, voxel.fwd(0))
                    to[at + i] = voxel.get().getRealDouble();
            };
        }
    }

    /** A scan of which only the place is known. */
    private record Unread() implements Kept {

        @Override
        public RandomAccessibleInterval<? extends RealType<?>> image() {
            throw new IllegalStateException("a scan that is not read has no voxels");
        }

        @Override
        public Slices.Rows rows() {
            throw new IllegalStateException("a scan that is not read has no voxels");
        }
    }

    /**
     * This scan as far as it lies in a box; geometry and overview are those of the whole.
     *
     * @param part what lies in the box
     * @param parts for those who look beyond; null if all voxels are kept
     */
    public static Scan cut(
            String name, Kept part, double slope, double intercept, Geometry geometry, Overview overview, Parts parts) {
        return new Scan(name, part, slope, intercept, geometry, overview, parts);
    }

    /** A scan of which only the place is known: who asks for its voxels ends in an {@link IllegalStateException}. */
    public static Scan unread(String name, Geometry geometry) {
        return new Scan(name, new Unread(), 1, 0, geometry, null, null);
    }

    /**
     * A scan from an image in memory.
     *
     * @param name what to call it in sentences to the user
     * @param stored 3D, in HU, the axes in stored order
     * @throws IllegalArgumentException if the image and the geometry differ in size
     */
    public static <T extends RealType<T>> Scan of(String name, RandomAccessibleInterval<T> stored, Geometry geometry) {
        requireSize(stored, geometry.storedSize());
        return new Scan(name, geometry.order().apply(stored), 1, 0, geometry);
    }

    /** What to call it in sentences: the file's name without its folder. */
    public String name() {
        return name;
    }

    /** The values in HU, of a scan that was cut out those of its box; NaN and infinities as stored. */
    public RandomAccessibleInterval<DoubleType> hu() {
        return hu(kept.image(), slope, intercept);
    }

    /** The values before slope and intercept, in the type of the file: int16 is {@code ShortType}. */
    public RandomAccessibleInterval<? extends RealType<?>> stored() {
        return kept.image();
    }

    /** The same values, row by row. For one thread; of a scan that was cut out only those of its box may be read. */
    public Slices slices(Spacing spacing) {
        Slices.Rows rows = kept.rows();
        return Slices.of(grid(spacing), (x, y, z, count, hu, at) -> {
            rows.read(x, y, z, count, hu, at);
            for (int i = at; i < at + count; i++) hu[i] = hu[i] * slope + intercept;
        });
    }

    /** Its grid with the distances that hold. */
    public VoxelGrid grid(Spacing spacing) {
        return new VoxelGrid(geometry.size(0), geometry.size(1), geometry.size(2), spacing);
    }

    /**
     * The same scan with the voxels of a box at hand, read again if it was cut out.
     *
     * @throws InvalidInputException if its file cannot be read again
     */
    public Scan part(VoxelBox box) throws InvalidInputException {
        return parts == null ? this : new Scan(name, parts.read(box), slope, intercept, geometry, overview, parts);
    }

    /**
     * The same scan with all its voxels.
     *
     * @throws InvalidInputException if its file cannot be read again
     */
    public Scan whole() throws InvalidInputException {
        return part(new VoxelBox(0, 0, 0, geometry.size(0), geometry.size(1), geometry.size(2)));
    }

    /** What all its values say of it, also of one that was cut out. */
    public Overview overview() {
        if (overview == null) overview = Overview.of(hu());
        return overview;
    }

    /** HU per stored unit, not 0; 1 when the file names none. */
    public double slope() {
        return slope;
    }

    /** HU of a stored 0; 0 when the file names none. */
    public double intercept() {
        return intercept;
    }

    /** Where its voxels lie in the patient. */
    public Geometry geometry() {
        return geometry;
    }

    /**
     * The same scan with the distance between voxels that holds, its own or the one that a user gave, and a sentence if
     * it is not its own.
     *
     * @throws InvalidInputException if there is neither, or the two contradict each other; the sentence says what to do
     */
    public Scan spaced(GivenSpacing given) throws InvalidInputException {
        return with(given.of(geometry, name));
    }

    private Scan with(Geometry other) {
        return new Scan(name, kept, slope, intercept, other, overview, parts);
    }

    /**
     * The distance between voxels of a scan that is {@link #spaced}.
     *
     * @throws java.util.NoSuchElementException if nobody knows it
     */
    public Spacing spacing() {
        return geometry.spacing().orElseThrow();
    }

    /** What the user should know, one sentence each; empty when all is well. */
    public List<String> warnings() {
        return geometry.warnings();
    }

    private static <T extends RealType<?>> RandomAccessibleInterval<DoubleType> hu(
            RandomAccessibleInterval<T> voxels, double slope, double intercept) {
        return Converters.convert(
                voxels, (stored, hu) -> hu.set(stored.getRealDouble() * slope + intercept), new DoubleType());
    }

    /** @throws IllegalArgumentException unless the image has three axes of these sizes, in voxels */
    public static void requireSize(RandomAccessibleInterval<?> image, int[] size) {
        if (image.numDimensions() != 3
                || image.dimension(0) != size[0]
                || image.dimension(1) != size[1]
                || image.dimension(2) != size[2]) {
            throw new IllegalArgumentException(
                    "the image must have " + size[0] + " × " + size[1] + " × " + size[2] + " voxels, as its geometry");
        }
    }
}
