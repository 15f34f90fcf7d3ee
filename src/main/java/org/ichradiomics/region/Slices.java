package org.ichradiomics.region;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/** An image that is read row by row, as little of it as is needed: f : {voxels of a grid} → HU. */
public interface Slices {

    /** Size and spacing of the whole image. */
    VoxelGrid grid();

    /** Writes the values of so many voxels of a row, from (x, y, z) on, to {@code hu} from {@code at} on. */
    void read(int x, int y, int z, int count, double[] hu, int at);

    /** A 2D or 3D image, its first voxel the grid's. For one thread. */
    static <T extends RealType<T>> Slices of(RandomAccessibleInterval<T> image, Spacing spacing) {
        VoxelGrid grid = VoxelImage.grid(image, spacing);
        RandomAccessibleInterval<T> volume = image.numDimensions() < 3 ? Views.addDimension(image, 0, 0) : image;
        RandomAccess<T> voxel = volume.randomAccess();
        return of(grid, (x, y, z, count, hu, at) -> {
            voxel.setPosition(volume.min(0) + x, 0);
            voxel.setPosition(volume.min(1) + y, 1);
            voxel.setPosition(volume.min(2) + z, 2);
            for (int i = 0; i < count; i++, voxel.fwd(0))
                hu[at + i] = voxel.get().getRealDouble();
        });
    }

    /**
     * A 2D or 3D image whose values are slope × stored + intercept, its first voxel the grid's. For one thread.
     *
     * @param stored in the type of a file
     */
    static Slices of(
            RandomAccessibleInterval<? extends RealType<?>> stored, double slope, double intercept, Spacing spacing) {
        short[] array = shorts(stored);
        if (array == null) return converted(stored, slope, intercept, spacing);
        VoxelGrid grid = VoxelImage.grid(stored, spacing);
        return of(grid, (x, y, z, count, hu, at) -> {
            int from = grid.index(x, y, z);
            for (int i = 0; i < count; i++) hu[at + i] = array[from + i] * slope + intercept;
        });
    }

    private static <T extends RealType<?>> Slices converted(
            RandomAccessibleInterval<T> stored, double slope, double intercept, Spacing spacing) {
        return of(
                Converters.convert(
                        stored, (from, hu) -> hu.set(from.getRealDouble() * slope + intercept), new DoubleType()),
                spacing);
    }

    /** The values of what nearly every CT is, int16 in memory, without a cursor; null for others. */
    private static short[] shorts(RandomAccessibleInterval<?> stored) {
        return stored instanceof ArrayImg<?, ?> image
                        && image.getType() instanceof ShortType
                        && image.update(null) instanceof ShortArray array
                ? array.getCurrentStorageArray()
                : null;
    }

    /** Every value rounded to the nearest integer, halves to the even one; NaN stays NaN. */
    default Slices rounded() {
        return of(grid(), (x, y, z, count, hu, at) -> {
            read(x, y, z, count, hu, at);
            for (int i = at; i < at + count; i++) hu[i] = Math.rint(hu[i]);
        });
    }

    /** How a row is read. */
    @FunctionalInterface
    interface Rows {

        /** As {@link Slices#read}. */
        void read(int x, int y, int z, int count, double[] hu, int at);
    }

    /** Rows that are read in some way. */
    static Slices of(VoxelGrid grid, Rows rows) {
        return new Slices() {

            @Override
            public VoxelGrid grid() {
                return grid;
            }

            @Override
            public void read(int x, int y, int z, int count, double[] hu, int at) {
                rows.read(x, y, z, count, hu, at);
            }
        };
    }
}
