package org.ichradiomics.region;

import net.imglib2.Interval;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.view.Views;

/** A part of a box of voxels, wherever their grid lies: f : {voxels of the box} → {inside, outside}. */
public final class BoxMask implements RandomAccessibleInterval<NativeBoolType> {

    private final VoxelBox box;
    private final boolean[] inside;

    /**
     * @param inside one answer for each voxel of the box in raster order; handed over, not to be written to afterwards
     * @throws IllegalArgumentException if there are more or fewer
     */
    public BoxMask(VoxelBox box, boolean[] inside) {
        if (inside.length != box.size()) {
            throw new IllegalArgumentException(
                    "a box of " + box.size() + " voxels cannot hold " + inside.length + " values");
        }
        this.box = box;
        this.inside = inside;
    }

    /** Where it may be inside. */
    public VoxelBox box() {
        return box;
    }

    /** @param i a place in the raster order of the box */
    boolean isInside(int i) {
        return inside[i];
    }

    /** The same voxels of a grid. */
    public VoxelMask on(VoxelGrid grid) {
        return new VoxelMask(grid, box, inside);
    }

    @Override
    public int numDimensions() {
        return 3;
    }

    @Override
    public long min(int axis) {
        return box.first(axis);
    }

    @Override
    public long max(int axis) {
        return box.first(axis) + box.size(axis) - 1L;
    }

    @Override
    public NativeBoolType getType() {
        return new NativeBoolType();
    }

    @Override
    public RandomAccess<NativeBoolType> randomAccess() {
        return image().randomAccess();
    }

    @Override
    public RandomAccess<NativeBoolType> randomAccess(Interval part) {
        return image().randomAccess(part);
    }

    private RandomAccessibleInterval<NativeBoolType> image() {
        return Views.translate(ArrayImgs.booleans(inside, box.nx(), box.ny(), box.nz()), box.x(), box.y(), box.z());
    }
}
