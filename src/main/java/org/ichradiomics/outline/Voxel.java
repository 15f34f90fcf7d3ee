package org.ichradiomics.outline;

import java.util.function.Consumer;

import org.ichradiomics.region.VoxelGrid;

/**
 * A place in a scan, counted from 0 as the image is stored.
 *
 * @param x column
 * @param y row
 * @param z slice
 */
public record Voxel(int x, int y, int z) {

    /** The voxel at a place in raster order. */
    static Voxel of(VoxelGrid grid, int index) {
        return new Voxel(index % grid.nx(), index / grid.nx() % grid.ny(), index / (grid.nx() * grid.ny()));
    }

    /** Place in raster order. */
    int index(VoxelGrid grid) {
        return grid.index(x, y, z);
    }

    boolean isIn(VoxelGrid grid) {
        return x >= 0 && x < grid.nx() && y >= 0 && y < grid.ny() && z >= 0 && z < grid.nz();
    }

    /** Hands out what joins it by a face, an edge or a corner, and itself. */
    void forEachNeighbour(Consumer<Voxel> out) {
        for (int n = 0; n < 27; n++) out.accept(new Voxel(x + n % 3 - 1, y + n / 3 % 3 - 1, z + n / 9 - 1));
    }

    /** Squared distance between two voxels' centres, mm². */
    double squaredDistance(Voxel other, VoxelGrid grid) {
        double dx = (x - other.x) * grid.spacing().x();
        double dy = (y - other.y) * grid.spacing().y();
        double dz = (z - other.z) * grid.spacing().z();
        return dx * dx + dy * dy + dz * dz;
    }

    @Override
    public String toString() {
        return x + "," + y + "," + z;
    }
}
