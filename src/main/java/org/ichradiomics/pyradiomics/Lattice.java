package org.ichradiomics.pyradiomics;

import java.util.List;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;

/**
 * A grid of voxels in the order of their file, and where it lies in the patient as ITK has it: origin + direction ·
 * spacing · index, in LPS.
 *
 * @param direction cosines: axis of the patient → axis of the grid
 * @param origin of voxel (0, 0, 0), mm
 */
record Lattice(VoxelGrid grid, double[][] direction, double[] origin) {

    /** @param spacing along the axes as they are stored */
    static Lattice of(Geometry geometry, Spacing spacing) {
        int[] size = geometry.storedSize();
        Affine affine = geometry.storedAffine();
        double[][] direction = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        double[] origin = new double[3];
        for (int row = 0; row < 3 && affine != null; row++) {
            int sign = row < 2 ? -1 : 1;
            for (int axis = 0; axis < 3; axis++)
                direction[row][axis] = sign * affine.get(row, axis) / affine.length(axis);
            origin[row] = sign * affine.get(row, 3);
        }
        return new Lattice(new VoxelGrid(size[0], size[1], size[2], spacing), direction, origin);
    }

    /** The same as the geometry of a file, which runs to the right, to the front and up. */
    Geometry geometry() {
        double[] rows = new double[12];
        double[] mm = new double[3];
        for (int row = 0; row < 3; row++) {
            int sign = row < 2 ? -1 : 1;
            for (int axis = 0; axis < 3; axis++)
                rows[4 * row + axis] = sign * direction[row][axis] * grid.spacing(axis);
            rows[4 * row + 3] = sign * origin[row];
            mm[row] = grid.spacing(row);
        }
        return Geometry.stored(new int[] {grid.nx(), grid.ny(), grid.nz()}, mm, Affine.of(rows), List.of());
    }

    /** Place of an index in the patient, mm. */
    double[] place(double... index) {
        double[] place = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int axis = 0; axis < 3; axis++) place[row] += direction[row][axis] * grid.spacing(axis) * index[axis];
            place[row] += origin[row];
        }
        return place;
    }

    /** Place of a voxel, summed up in ITK's order. */
    double[] itkPlace(int... index) {
        double[] place = origin.clone();
        for (int row = 0; row < 3; row++) {
            for (int axis = 0; axis < 3; axis++) place[row] += direction[row][axis] * grid.spacing(axis) * index[axis];
        }
        return place;
    }

    /** Index of a place along an axis, by the matrix that ITK keeps: of right-angled axes, 1 over the spacing. */
    double itkIndex(double[] place, int axis) {
        double index = 0;
        for (int row = 0; row < 3; row++)
            index += direction[row][axis] * (1 / grid.spacing(axis)) * (place[row] - origin[row]);
        return index;
    }

    /** Index of a place in the patient. */
    double[] index(double... place) {
        double[] index = new double[3];
        double[][] d = direction;
        for (int axis = 0; axis < 3; axis++) {
            int j = (axis + 1) % 3;
            int k = (axis + 2) % 3;
            double sum = 0;
            double det = 0;
            for (int row = 0; row < 3; row++) {
                int r = (row + 1) % 3;
                int s = (row + 2) % 3;
                double cofactor = d[r][j] * d[s][k] - d[r][k] * d[s][j];
                sum += cofactor * (place[row] - origin[row]);
                det += cofactor * d[row][axis];
            }
            index[axis] = sum / det / grid.spacing(axis);
        }
        return index;
    }

    /** The same axes with other voxels, whose first lies at an index of this. */
    Lattice at(VoxelGrid other, double... first) {
        return new Lattice(other, direction, place(first));
    }

    /** Whether another grid is this one, within a tolerance in spacings of the first axis. */
    boolean isSame(Lattice other, double tolerance) {
        double length = tolerance * grid.spacing(0);
        for (int axis = 0; axis < 3; axis++) {
            if (grid.size(axis) != other.grid.size(axis)) return false;
            if (Math.abs(grid.spacing(axis) - other.grid.spacing(axis)) > length) return false;
            if (Math.abs(origin[axis] - other.origin[axis]) > length) return false;
            for (int row = 0; row < 3; row++)
                if (Math.abs(direction[row][axis] - other.direction[row][axis]) > tolerance) return false;
        }
        return true;
    }

    /** Whether the axes of another grid run as these do. */
    boolean isParallel(Lattice other) {
        for (int axis = 0; axis < 3; axis++) {
            for (int row = 0; row < 3; row++)
                if (Math.abs(direction[row][axis] - other.direction[row][axis]) > 1e-5) return false;
        }
        return true;
    }
}
