package org.ichradiomics.region;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.util.Intervals;
import net.imglib2.util.Util;

import org.ichradiomics.text.InvalidInputException;

/** A part of a grid: f : {voxels} → {inside, outside}. May be empty. Immutable. */
public final class VoxelMask {

    private final VoxelGrid grid;
    private final boolean[] inside;

    /** @param inside one answer for each voxel in raster order; handed over, not to be written to afterwards */
    VoxelMask(VoxelGrid grid, boolean[] inside) {
        if (inside.length != grid.size()) {
            throw new IllegalArgumentException(
                    "a grid of " + grid.size() + " voxels cannot hold " + inside.length + " values");
        }
        this.grid = grid;
        this.inside = inside;
    }

    /**
     * Copies a 2D or 3D mask onto the grid of its image; a mask that was drawn on a part of the image may be as small
     * as that part.
     *
     * @param image where the grid begins and ends
     * @throws InvalidInputException if the mask reaches beyond the image
     */
    public static <B extends BooleanType<B>> VoxelMask of(
            RandomAccessibleInterval<B> mask, RandomAccessibleInterval<?> image, Spacing spacing)
            throws InvalidInputException {
        if (mask.numDimensions() != image.numDimensions() || !Intervals.contains(image, mask)) {
            throw new InvalidInputException("The mask of " + Util.printInterval(mask) + " reaches beyond the scan of "
                    + Util.printInterval(image) + ": open the mask that was made for this scan.");
        }
        VoxelGrid grid = VoxelImage.grid(image, spacing);
        boolean[] inside = new boolean[grid.size()];
        Cursor<B> cursor = mask.localizingCursor();
        while (cursor.hasNext()) {
            boolean in = cursor.next().get();
            int z = mask.numDimensions() < 3 ? 0 : (int) (cursor.getLongPosition(2) - image.min(2));
            inside[
                    grid.index(
                            (int) (cursor.getLongPosition(0) - image.min(0)),
                            (int) (cursor.getLongPosition(1) - image.min(1)),
                            z)] = in;
        }
        return new VoxelMask(grid, inside);
    }

    /** Size and spacing. */
    public VoxelGrid grid() {
        return grid;
    }

    /** Whether voxel {@code i} in raster order is inside. */
    public boolean contains(int i) {
        return inside[i];
    }

    /** Number of voxels inside. */
    public int count() {
        int count = 0;
        for (boolean in : inside) {
            if (in) count++;
        }
        return count;
    }

    /** The voxels inside whose value lies in [low, high]. */
    public VoxelMask where(VoxelImage image, double low, double high) {
        boolean[] kept = new boolean[inside.length];
        for (int i = 0; i < kept.length; i++) kept[i] = inside[i] && image.hu(i) >= low && image.hu(i) <= high;
        return new VoxelMask(grid, kept);
    }

    /** The same mask for those who read it through ImgLib2. */
    public RandomAccessibleInterval<NativeBoolType> view() {
        return ArrayImgs.booleans(inside, grid.nx(), grid.ny(), grid.nz());
    }
}
