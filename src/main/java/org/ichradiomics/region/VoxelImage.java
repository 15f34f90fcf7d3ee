package org.ichradiomics.region;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/** A whole image in memory: f : {voxels of a grid} → HU. Immutable. */
public final class VoxelImage {

    private final VoxelGrid grid;
    private final double[] hu;

    /** @param hu one value for each voxel in raster order; handed over, not to be written to afterwards */
    VoxelImage(VoxelGrid grid, double[] hu) {
        if (hu.length != grid.size()) {
            throw new IllegalArgumentException(
                    "a grid of " + grid.size() + " voxels cannot hold " + hu.length + " values");
        }
        this.grid = grid;
        this.hu = hu;
    }

    /** Copies a 2D or 3D image. */
    public static <T extends RealType<T>> VoxelImage of(RandomAccessibleInterval<T> image, Spacing spacing) {
        double[] hu = new double[Math.toIntExact(Views.iterable(image).size())];
        Cursor<T> cursor = Views.flatIterable(image).cursor();
        for (int i = 0; i < hu.length; i++) hu[i] = cursor.next().getRealDouble();
        return new VoxelImage(grid(image, spacing), hu);
    }

    /**
     * An image that was computed.
     *
     * @param hu one value for each voxel in raster order; handed over, not to be written to afterwards
     */
    public static VoxelImage of(VoxelGrid grid, double[] hu) {
        return new VoxelImage(grid, hu);
    }

    /** The grid of a 2D or 3D image. */
    static VoxelGrid grid(RandomAccessibleInterval<?> image, Spacing spacing) {
        if (image.numDimensions() < 2 || image.numDimensions() > 3) {
            throw new IllegalArgumentException("image must have 2 or 3 dimensions, had " + Util.printInterval(image));
        }
        return new VoxelGrid(
                Math.toIntExact(image.dimension(0)),
                Math.toIntExact(image.dimension(1)),
                image.numDimensions() < 3 ? 1 : Math.toIntExact(image.dimension(2)),
                spacing);
    }

    /** Size and spacing. */
    public VoxelGrid grid() {
        return grid;
    }

    /** Value of voxel {@code i} in raster order, HU. */
    public double hu(int i) {
        return hu[i];
    }

    /** Every value rounded to the nearest integer, halves to the even one; NaN stays NaN. */
    public VoxelImage rounded() {
        double[] rounded = new double[hu.length];
        for (int i = 0; i < hu.length; i++) rounded[i] = Math.rint(hu[i]);
        return new VoxelImage(grid, rounded);
    }

    /** The same image for those who read it through ImgLib2. */
    public RandomAccessibleInterval<DoubleType> view() {
        return ArrayImgs.doubles(hu, grid.nx(), grid.ny(), grid.nz());
    }

    /** The values in raster order; not to be written to. */
    double[] values() {
        return hu;
    }
}
