package org.ichradiomics.region;

import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.util.Intervals;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

import org.ichradiomics.text.InvalidInputException;

/** A part of a grid, held as a box of it: f : {voxels} → {inside, outside}; beyond the box is outside. Immutable. */
public final class VoxelMask {

    private final VoxelGrid grid;
    private final VoxelBox box;
    private final boolean[] inside;

    /**
     * @param inside one answer for each voxel of the box in raster order; handed over, not to be written to afterwards
     * @throws IllegalArgumentException if there are more or fewer, or the box reaches beyond the grid
     */
    public VoxelMask(VoxelGrid grid, VoxelBox box, boolean[] inside) {
        if (!box.isWithin(VoxelBox.of(grid))) throw new IllegalArgumentException(box + " reaches beyond " + grid);
        if (inside.length != box.size()) {
            throw new IllegalArgumentException(
                    "a box of " + box.size() + " voxels cannot hold " + inside.length + " values");
        }
        this.grid = grid;
        this.box = box;
        this.inside = inside;
    }

    /** The voxels of a region, in the matrix of its scan. */
    public static VoxelMask of(Region region) {
        boolean[] inside = new boolean[region.boxSize()];
        for (int i = 0; i < region.size(); i++) inside[region.position(i)] = true;
        VoxelGrid grid = new VoxelGrid(region.matrix(0), region.matrix(1), region.matrix(2), region.spacing());
        return new VoxelMask(grid, VoxelBox.of(region), inside);
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
        return new VoxelMask(grid, VoxelBox.of(grid), inside);
    }

    /** The same with the whole grid as its box, so that its places are those of the scan. */
    public VoxelMask whole() {
        if (inside.length == grid.size()) return this;
        boolean[] all = new boolean[grid.size()];
        for (int i = 0; i < inside.length; i++) {
            int x = box.x() + i % box.nx();
            int y = box.y() + i / box.nx() % box.ny();
            int z = box.z() + i / (box.nx() * box.ny());
            all[grid.index(x, y, z)] = inside[i];
        }
        return new VoxelMask(grid, VoxelBox.of(grid), all);
    }

    /** Size and spacing of the whole grid. */
    public VoxelGrid grid() {
        return grid;
    }

    /** Where it may be inside. */
    public VoxelBox box() {
        return box;
    }

    /** Whether voxel {@code i} of the box in raster order is inside. */
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

    /** All voxels of a box. */
    public static VoxelMask of(VoxelGrid grid, VoxelBox box) {
        boolean[] inside = new boolean[box.size()];
        Arrays.fill(inside, true);
        return new VoxelMask(grid, box, inside);
    }

    /**
     * The voxels inside whose value lies in [low, high].
     *
     * @param image holds the mask's box
     */
    public VoxelMask where(VoxelImage image, double low, double high) {
        boolean[] kept = new boolean[inside.length];
        for (int z = 0, i = 0; z < box.nz(); z++) {
            for (int y = 0; y < box.ny(); y++) {
                int at = image.box().index(box.x(), box.y() + y, box.z() + z);
                for (int x = 0; x < box.nx(); x++, i++)
                    kept[i] = inside[i] && image.hu(at + x) >= low && image.hu(at + x) <= high;
            }
        }
        return new VoxelMask(grid, box, kept);
    }

    /** The same mask in the smallest box that holds it; as it is where nothing is inside. */
    public VoxelMask trimmed() {
        int[] min = {box.nx(), box.ny(), box.nz()};
        int[] max = {-1, -1, -1};
        for (int z = 0, row = 0; z < box.nz(); z++) {
            for (int y = 0; y < box.ny(); y++, row += box.nx()) {
                int first = 0;
                while (first < box.nx() && !inside[row + first]) first++;
                if (first == box.nx()) continue;
                int last = box.nx() - 1;
                while (!inside[row + last]) last--;
                widen(min, max, first, y, z);
                widen(min, max, last, y, z);
            }
        }
        if (max[0] < 0) return this;
        VoxelBox smallest = new VoxelBox(
                box.x() + min[0],
                box.y() + min[1],
                box.z() + min[2],
                max[0] - min[0] + 1,
                max[1] - min[1] + 1,
                max[2] - min[2] + 1);
        if (smallest.size() == box.size()) return this;
        boolean[] kept = new boolean[smallest.size()];
        for (int z = 0, to = 0; z < smallest.nz(); z++) {
            for (int y = 0; y < smallest.ny(); y++, to += smallest.nx()) {
                int from = box.index(smallest.x(), smallest.y() + y, smallest.z() + z);
                System.arraycopy(inside, from, kept, to, smallest.nx());
            }
        }
        return new VoxelMask(grid, smallest, kept);
    }

    private static void widen(int[] min, int[] max, int... at) {
        for (int d = 0; d < 3; d++) {
            min[d] = Math.min(min[d], at[d]);
            max[d] = Math.max(max[d], at[d]);
        }
    }

    /** The same mask, its box in the grid's indices, for those who read it through ImgLib2. */
    public RandomAccessibleInterval<NativeBoolType> view() {
        return Views.translate(ArrayImgs.booleans(inside, box.nx(), box.ny(), box.nz()), box.x(), box.y(), box.z());
    }

    /** 1 inside, 0 outside. */
    Slices share() {
        return Slices.of(grid, (x, y, z, count, share, at) -> {
            Arrays.fill(share, at, at + count, 0);
            boolean hits = y >= box.y() && y < box.y() + box.ny() && z >= box.z() && z < box.z() + box.nz();
            int end = hits ? Math.min(x + count, box.x() + box.nx()) : 0;
            for (int i = Math.max(x, box.x()); i < end; i++) {
                if (inside[box.index(i, y, z)]) share[at + i - x] = 1;
            }
        });
    }
}
