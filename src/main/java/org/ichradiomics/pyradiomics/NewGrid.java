package org.ichradiomics.pyradiomics;

import java.util.List;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.text.InvalidInputException;

/**
 * The grid on which PyRadiomics interpolates: the mask's with another spacing, the outer corners of both first voxels
 * at one place, as much of it as the lesion's box with a margin needs.
 *
 * @param lattice the new grid
 * @param start where its first voxel lies in the mask's grid
 * @param step from one new voxel to the next, in voxels of the mask's grid
 */
record NewGrid(Lattice lattice, double[] start, double[] step) {

    /**
     * The spacing that is asked for: 0 stands for that of the mask, which an axis with one voxel of the lesion keeps.
     */
    static Spacing spacing(StoredMask mask, List<Double> asked) {
        double[] mm = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            boolean isKept = asked.get(axis) == 0 || mask.box().size(axis) == 1;
            mm[axis] = isKept ? mask.lattice().grid().spacing(axis) : asked.get(axis);
        }
        return new Spacing(mm[0], mm[1], mm[2]);
    }

    /** Whether a grid has a spacing already, as numpy tells it. */
    static boolean isSame(VoxelGrid grid, Spacing spacing) {
        for (int axis = 0; axis < 3; axis++) {
            if (Math.abs(grid.spacing(axis) - spacing.along(axis)) > 1e-8 + 1e-5 * spacing.along(axis)) return false;
        }
        return true;
    }

    /** @throws InvalidInputException if it is too large to hold */
    static NewGrid of(StoredMask mask, Spacing spacing, int margin) throws InvalidInputException {
        VoxelGrid old = mask.lattice().grid();
        VoxelBox box = mask.box();
        double[] start = new double[3];
        double[] step = new double[3];
        double[] size = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            double mm = spacing.along(axis);
            double ratio = old.spacing(axis) / mm;
            double low = Math.max(0, Math.floor((box.first(axis) - 0.5) * ratio - margin));
            double high = Math.min(
                    Math.ceil(old.size(axis) * ratio) - 1,
                    Math.ceil((box.first(axis) + box.size(axis) - 0.5) * ratio + margin));
            size[axis] = high - low + 1;
            start[axis] = 0.5 * (mm - old.spacing(axis)) / old.spacing(axis) + low / ratio;
            step[axis] = mm / old.spacing(axis);
        }
        if (size[0] * size[1] * size[2] > Integer.MAX_VALUE - 8) {
            throw new InvalidInputException("A resampledPixelSpacing of " + spacing.x() + ", " + spacing.y() + ", "
                    + spacing.z() + " mm makes too many voxels to hold in memory: choose a larger one.");
        }
        VoxelGrid grid = new VoxelGrid((int) size[0], (int) size[1], (int) size[2], spacing);
        return new NewGrid(mask.lattice().at(grid, start), start, step);
    }

    /** The box of a lesion with a margin, as far as its grid reaches. */
    static VoxelBox around(StoredMask mask, int margin) {
        return mask.box()
                .grown(new int[] {margin, margin, margin}, mask.lattice().grid());
    }
}
