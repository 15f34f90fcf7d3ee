package org.ichradiomics.pyradiomics;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.scan.AxisOrder;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/**
 * The lesion's voxels, their axes in the order of a file.
 *
 * @param lattice the grid of the mask's file, which may be another than the scan's
 * @param voxels on that grid, in the smallest box; at least one
 * @param hash of all labels; null where nobody asks
 */
record StoredMask(Lattice lattice, VoxelMask voxels, String hash) {

    private static final double FARTHEST = 1e-3;

    /**
     * A label of a mask's file.
     *
     * @param labels with a spacing
     * @throws InvalidInputException if no voxel has the label
     */
    static StoredMask of(Scan labels, int label, boolean isHashed) throws InvalidInputException {
        double[] values = StoredVolume.values(labels);
        boolean[] inside = new boolean[values.length];
        boolean isThere = false;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.floor(values[i]);
            inside[i] = values[i] == label;
            isThere |= inside[i];
        }
        if (!isThere) {
            String found = Arrays.stream(values)
                    .filter(value -> value != 0)
                    .distinct()
                    .sorted()
                    .limit(20)
                    .mapToObj(value -> Long.toString((long) value))
                    .collect(Collectors.joining(", "));
            throw new InvalidInputException(labels.name() + " has no voxel of the label " + label
                    + (found.isEmpty() ? ": all are 0." : ", but these: " + found + ": choose one of them."));
        }
        double[] mm = labels.geometry().storedLengths();
        Lattice lattice = Lattice.of(labels.geometry(), new Spacing(mm[0], mm[1], mm[2]));
        return new StoredMask(
                lattice,
                new VoxelMask(lattice.grid(), VoxelBox.of(lattice.grid()), inside).trimmed(),
                isHashed ? PixelType.UINT32.hash(values) : null);
    }

    /**
     * A lesion on the grid of its scan.
     *
     * @param region its voxels in the scan, whose axes run as the patient's
     * @param lattice of the scan, its axes in the order of the file
     */
    static StoredMask of(Region region, Geometry geometry, Lattice lattice) {
        AxisOrder order = geometry.order();
        int[] from = new int[3];
        int[] size = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int n = region.matrix(axis);
            int stored = order.source(axis);
            size[stored] = region.box(axis);
            from[stored] = order.isBackwards(axis) ? n - region.origin(axis) - region.box(axis) : region.origin(axis);
        }
        VoxelBox box = new VoxelBox(from[0], from[1], from[2], size[0], size[1], size[2]);
        boolean[] inside = new boolean[box.size()];
        int[] at = new int[3];
        for (int i = 0; i < region.size(); i++) {
            for (int axis = 0; axis < 3; axis++) {
                int place = region.at(i, axis);
                at[order.source(axis)] = order.isBackwards(axis) ? region.matrix(axis) - 1 - place : place;
            }
            inside[box.index(at[0], at[1], at[2])] = true;
        }
        return new StoredMask(lattice, new VoxelMask(lattice.grid(), box, inside), null);
    }

    VoxelBox box() {
        return voxels.box();
    }

    /** Whether a voxel of the grid is inside. */
    boolean contains(int x, int y, int z) {
        VoxelBox box = box();
        return x >= box.x()
                && x < box.x() + box.nx()
                && y >= box.y()
                && y < box.y() + box.ny()
                && z >= box.z()
                && z < box.z() + box.nz()
                && voxels.contains(box.index(x, y, z));
    }

    /** Refuses a mask whose box reaches beyond an image. */
    void requireWithin(Lattice image) throws InvalidInputException {
        VoxelBox box = box();
        double[] low = image.index(lattice.place(box.x() - 0.5, box.y() - 0.5, box.z() - 0.5));
        double[] high = image.index(
                lattice.place(box.x() + box.nx() - 0.5, box.y() + box.ny() - 0.5, box.z() + box.nz() - 0.5));
        for (int axis = 0; axis < 3; axis++) {
            if (Math.min(low[axis], high[axis]) < -0.5 - FARTHEST
                    || Math.max(low[axis], high[axis]) > image.grid().size(axis) - 0.5 + FARTHEST) {
                throw new InvalidInputException("The mask reaches beyond the scan along its " + "xyz".charAt(axis)
                        + " axis: choose the mask that was made for this scan.");
            }
        }
    }

    /** On another grid, by the nearest voxel; what lies beyond this grid is outside. */
    StoredMask on(Lattice to) throws InvalidInputException {
        VoxelGrid grid = to.grid();
        boolean[] inside = new boolean[grid.size()];
        double[] start = lattice.index(to.place(0, 0, 0));
        double[][] step = new double[3][];
        for (int axis = 0; axis < 3; axis++) {
            double[] next = lattice.index(to.place(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0));
            step[axis] = new double[] {next[0] - start[0], next[1] - start[1], next[2] - start[2]};
        }
        return sampled(
                to, inside, (x, y, z, axis) -> start[axis] + x * step[0][axis] + y * step[1][axis] + z * step[2][axis]);
    }

    /** As {@link #on}, of a grid whose axes are these, from exact places. */
    StoredMask on(Lattice to, double[] start, double[] step) throws InvalidInputException {
        return sampled(
                to,
                new boolean[to.grid().size()],
                (x, y, z, axis) -> start[axis] + (axis == 0 ? x : axis == 1 ? y : z) * step[axis]);
    }

    /** Where a voxel of another grid lies along an axis of this one. */
    @FunctionalInterface
    private interface Places {

        double at(int x, int y, int z, int axis);
    }

    private StoredMask sampled(Lattice to, boolean[] inside, Places places) throws InvalidInputException {
        VoxelGrid grid = to.grid();
        boolean isThere = false;
        for (int z = 0, i = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++, i++) {
                    inside[i] = contains(
                            (int) Math.floor(places.at(x, y, z, 0) + 0.5),
                            (int) Math.floor(places.at(x, y, z, 1) + 0.5),
                            (int) Math.floor(places.at(x, y, z, 2) + 0.5));
                    isThere |= inside[i];
                }
            }
        }
        if (!isThere) {
            throw new InvalidInputException(
                    "Nothing of the mask is left on the new grid: choose a smaller resampledPixelSpacing, or another "
                            + "mask.");
        }
        return new StoredMask(to, new VoxelMask(grid, VoxelBox.of(grid), inside).trimmed(), null);
    }

    /** A box of the grid as a grid of its own. */
    StoredMask cut(VoxelBox part) {
        VoxelGrid grid =
                new VoxelGrid(part.nx(), part.ny(), part.nz(), lattice.grid().spacing());
        VoxelBox box = box();
        boolean[] inside = new boolean[box.size()];
        for (int i = 0; i < inside.length; i++) inside[i] = voxels.contains(i);
        VoxelBox moved =
                new VoxelBox(box.x() - part.x(), box.y() - part.y(), box.z() - part.z(), box.nx(), box.ny(), box.nz());
        return new StoredMask(lattice.at(grid, part.x(), part.y(), part.z()), new VoxelMask(grid, moved, inside), null);
    }

    /** What of it lies in a box, which holds some of it. */
    StoredMask within(VoxelBox part) {
        boolean[] inside = new boolean[part.size()];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = contains(
                    part.x() + i % part.nx(),
                    part.y() + i / part.nx() % part.ny(),
                    part.z() + i / (part.nx() * part.ny()));
        }
        return new StoredMask(lattice, new VoxelMask(lattice.grid(), part, inside).trimmed(), null);
    }

    /** The voxels whose value lies in [low, high]; none may be left. */
    VoxelMask where(VoxelImage image, double low, double high) {
        return voxels.where(image, low, high).trimmed();
    }
}
