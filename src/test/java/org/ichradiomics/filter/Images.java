package org.ichradiomics.filter;

import java.util.SplittableRandom;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;

/** Small images for the tests of this package. */
final class Images {

    private Images() {}

    static VoxelGrid grid(int nx, int ny, int nz) {
        return new VoxelGrid(nx, ny, nz, new Spacing(1, 1, 1));
    }

    /** Whole numbers, so that sums of them are exact. */
    static double[] noise(VoxelGrid grid) {
        SplittableRandom random = new SplittableRandom(grid.size());
        return random.ints(grid.size(), -100, 100).asDoubleStream().toArray();
    }

    static double[] impulse(VoxelGrid grid, int x, int y, int z) {
        double[] values = new double[grid.size()];
        values[grid.index(x, y, z)] = 1;
        return values;
    }

    static double[] values(VoxelImage image) {
        double[] values = new double[image.grid().size()];
        for (int i = 0; i < values.length; i++) values[i] = image.hu(i);
        return values;
    }

    /** The image turned by a rotation: axis a of the result runs along axis from(a), mirrored or not. */
    static Turned turned(VoxelGrid grid, double[] values, Rotation rotation) {
        VoxelGrid turned = grid(grid.size(rotation.from(0)), grid.size(rotation.from(1)), grid.size(rotation.from(2)));
        int[] place = new int[grid.size()];
        double[] out = new double[grid.size()];
        int[] at = new int[3];
        int[] old = new int[3];
        for (at[2] = 0; at[2] < turned.nz(); at[2]++) {
            for (at[1] = 0; at[1] < turned.ny(); at[1]++) {
                for (at[0] = 0; at[0] < turned.nx(); at[0]++) {
                    for (int a = 0; a < 3; a++)
                        old[rotation.from(a)] = rotation.mirrors(a) ? turned.size(a) - 1 - at[a] : at[a];
                    int i = turned.index(at[0], at[1], at[2]);
                    place[i] = grid.index(old[0], old[1], old[2]);
                    out[i] = values[place[i]];
                }
            }
        }
        return new Turned(turned, out, place);
    }

    /** @param place where each voxel of the turned image was before */
    record Turned(VoxelGrid grid, double[] values, int[] place) {

        /** A response on the turned grid, turned back. */
        double[] back(double[] response) {
            double[] back = new double[response.length];
            for (int i = 0; i < back.length; i++) back[place[i]] = response[i];
            return back;
        }
    }
}
