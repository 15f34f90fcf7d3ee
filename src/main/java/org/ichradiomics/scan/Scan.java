package org.ichradiomics.scan;

import java.util.List;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.ConstantUtils;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

/**
 * A volume: f : {voxels of a grid} → HU, x, y and z running to the patient's left, back and head (LPS).
 *
 * <p>The voxels are kept in the type of their file; HU = slope × stored + intercept is computed as they are read.
 */
public final class Scan {

    private final String name;
    private final RandomAccessibleInterval<? extends RealType<?>> voxels;
    private final double slope;
    private final double intercept;
    private final Geometry geometry;
    private final Whole whole;
    private Overview overview;

    /** Reads all voxels of a scan that was cut out. */
    public interface Whole {
        /** @throws InvalidInputException if its file cannot be read again */
        Scan read() throws InvalidInputException;
    }

    private Scan(
            String name,
            RandomAccessibleInterval<? extends RealType<?>> voxels,
            double slope,
            double intercept,
            Geometry geometry,
            Overview overview,
            Whole whole) {
        this.name = name;
        this.voxels = voxels;
        this.slope = slope;
        this.intercept = intercept;
        this.geometry = geometry;
        this.overview = overview;
        this.whole = whole;
    }

    /** @param voxels already in the order of {@code geometry}, first voxel at (0, 0, 0) */
    public Scan(
            String name,
            RandomAccessibleInterval<? extends RealType<?>> voxels,
            double slope,
            double intercept,
            Geometry geometry) {
        this(name, voxels, slope, intercept, geometry, null, null);
    }

    /**
     * This scan as far as it lies in a box; geometry and overview are those of the whole.
     *
     * @param part in the type of the file, its interval the box in voxels of the grid
     * @param whole for the few who look beyond
     */
    public static Scan cut(
            String name,
            RandomAccessibleInterval<? extends RealType<?>> part,
            double slope,
            double intercept,
            Geometry geometry,
            Overview overview,
            Whole whole) {
        return new Scan(name, part, slope, intercept, geometry, overview, whole);
    }

    /** A scan of which only the place is known: its voxels are 0 and must not be measured. */
    public static Scan unread(String name, Geometry geometry) {
        long[] size = {geometry.size(0), geometry.size(1), geometry.size(2)};
        return new Scan(
                name,
                ConstantUtils.constantRandomAccessibleInterval(new ByteType(), new FinalInterval(size)),
                1,
                0,
                geometry);
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
        return hu(voxels, slope, intercept);
    }

    /** The values before slope and intercept, in the type of the file: int16 is {@code ShortType}. */
    public RandomAccessibleInterval<? extends RealType<?>> stored() {
        return voxels;
    }

    /**
     * The same scan with all its voxels, this one unless it was cut out.
     *
     * @throws InvalidInputException if its file cannot be read again
     */
    public Scan whole() throws InvalidInputException {
        return whole == null ? this : whole.read().with(geometry);
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
        return new Scan(name, voxels, slope, intercept, other, overview, whole);
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
