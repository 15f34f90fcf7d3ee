package org.ichradiomics.page;

import java.util.List;
import java.util.function.IntPredicate;

import net.imglib2.RandomAccess;
import net.imglib2.type.numeric.real.DoubleType;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.scan.Scan;

/**
 * The part of every slice that a picture shows, in mm from the outer corner of the first voxel, so that a voxel is as
 * wide and as high as it is in the patient.
 *
 * @param left mm
 * @param top mm
 * @param width mm, above 0
 * @param height mm, above 0
 * @param scale pixels per mm, above 0
 */
public record Frame(double left, double top, double width, double height, double scale) {

    /** Fat and padding with 0 lie above it, air round a head below. */
    private static final double AIR = -200;

    /** @throws IllegalArgumentException unless width, height and scale are above 0 */
    public Frame {
        if (!(width > 0 && height > 0 && scale > 0)) {
            throw new IllegalArgumentException(
                    "a frame must have a size, was " + width + " × " + height + " mm, " + scale + " pixels per mm");
        }
    }

    /** The head as some slices show it: all but the air round it; the whole slice where there is no air. */
    static Frame head(Scan scan, VoxelGrid grid, List<Integer> slices, int pixels) {
        RandomAccess<DoubleType> at = scan.hu().randomAccess();
        Box box = new Box(grid);
        for (int z : slices) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    if (at.setPositionAndGet(x, y, z).get() > AIR) box.add(x, y);
                }
            }
        }
        return box.frame(0, pixels);
    }

    /**
     * Some voxels of a slice and what lies round them.
     *
     * @param margin mm on each side, where the slice reaches as far
     * @param pixels of the longer side
     */
    static Frame around(IntPredicate voxels, VoxelGrid grid, int slice, double margin, int pixels) {
        Box box = new Box(grid);
        for (int y = 0; y < grid.ny(); y++) {
            for (int x = 0; x < grid.nx(); x++) {
                if (voxels.test(grid.index(x, y, slice))) box.add(x, y);
            }
        }
        return box.frame(margin, pixels);
    }

    int pixelsAcross() {
        return (int) Math.max(1, Math.round(width * scale));
    }

    int pixelsDown() {
        return (int) Math.max(1, Math.round(height * scale));
    }

    /** From mm to pixels. */
    double x(double mm) {
        return (mm - left) * scale;
    }

    /** From mm to pixels. */
    double y(double mm) {
        return (mm - top) * scale;
    }

    /** Columns and rows that hold something; all of them while nothing was added. */
    private static final class Box {

        private final VoxelGrid grid;
        private int left = Integer.MAX_VALUE;
        private int top = Integer.MAX_VALUE;
        private int right = -1;
        private int bottom = -1;

        Box(VoxelGrid grid) {
            this.grid = grid;
        }

        void add(int x, int y) {
            left = Math.min(left, x);
            top = Math.min(top, y);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }

        Frame frame(double margin, int pixels) {
            Spacing mm = grid.spacing();
            boolean isEmpty = right < 0;
            double x = isEmpty ? 0 : Math.max(0, left * mm.x() - margin);
            double y = isEmpty ? 0 : Math.max(0, top * mm.y() - margin);
            double width = (isEmpty ? grid.nx() : Math.min(grid.nx(), right + 1 + margin / mm.x())) * mm.x() - x;
            double height = (isEmpty ? grid.ny() : Math.min(grid.ny(), bottom + 1 + margin / mm.y())) * mm.y() - y;
            return new Frame(x, y, width, height, pixels / Math.max(width, height));
        }
    }
}
