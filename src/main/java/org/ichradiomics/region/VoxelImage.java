package org.ichradiomics.region;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/** An image in memory, all of it or a box: f : {voxels of a box of a grid} → HU. Immutable. */
public final class VoxelImage implements Slices {

    private final VoxelGrid grid;
    private final VoxelBox box;
    private final double[] hu;

    private VoxelImage(VoxelGrid grid, VoxelBox box, double[] hu) {
        if (hu.length != box.size()) {
            throw new IllegalArgumentException(
                    "a box of " + box.size() + " voxels cannot hold " + hu.length + " values");
        }
        this.grid = grid;
        this.box = box;
        this.hu = hu;
    }

    /** Copies a 2D or 3D image. */
    public static <T extends RealType<T>> VoxelImage of(RandomAccessibleInterval<T> image, Spacing spacing) {
        Slices slices = Slices.of(image, spacing);
        return of(slices, VoxelBox.of(slices.grid()));
    }

    /**
     * Copies a box of an image.
     *
     * @throws IllegalArgumentException if the box reaches beyond the image
     */
    public static VoxelImage of(Slices image, VoxelBox box) {
        if (!box.isWithin(VoxelBox.of(image.grid())))
            throw new IllegalArgumentException(box + " reaches beyond " + image.grid());
        double[] hu = new double[box.size()];
        for (int z = 0, at = 0; z < box.nz(); z++) {
            for (int y = 0; y < box.ny(); y++, at += box.nx())
                image.read(box.x(), box.y() + y, box.z() + z, box.nx(), hu, at);
        }
        return new VoxelImage(image.grid(), box, hu);
    }

    /**
     * A whole image that was computed.
     *
     * @param hu one value for each voxel in raster order; handed over, not to be written to afterwards
     */
    public static VoxelImage of(VoxelGrid grid, double[] hu) {
        return of(grid, VoxelBox.of(grid), hu);
    }

    /**
     * A box of an image that was computed.
     *
     * @param hu one value for each voxel of the box in raster order; handed over, not to be written to afterwards
     */
    public static VoxelImage of(VoxelGrid grid, VoxelBox box, double[] hu) {
        return new VoxelImage(grid, box, hu);
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

    /** Size and spacing of the whole image. */
    @Override
    public VoxelGrid grid() {
        return grid;
    }

    /** Which of its voxels are held. */
    public VoxelBox box() {
        return box;
    }

    /** Value of voxel {@code i} of the box in raster order, HU. */
    public double hu(int i) {
        return hu[i];
    }

    /** Of voxels of the box. */
    @Override
    public void read(int x, int y, int z, int count, double[] to, int at) {
        System.arraycopy(hu, box.row(x, y, z, count), to, at, count);
    }

    /** Every value rounded to the nearest integer, halves to the even one; NaN stays NaN. */
    @Override
    public VoxelImage rounded() {
        double[] rounded = new double[hu.length];
        for (int i = 0; i < hu.length; i++) rounded[i] = Math.rint(hu[i]);
        return new VoxelImage(grid, box, rounded);
    }

    /** The same box in the grid's indices, for those who read it through ImgLib2. */
    public RandomAccessibleInterval<DoubleType> view() {
        return Views.translate(ArrayImgs.doubles(hu, box.nx(), box.ny(), box.nz()), box.x(), box.y(), box.z());
    }

    /** The values of the box in raster order; not to be written to. */
    double[] values() {
        return hu;
    }
}
