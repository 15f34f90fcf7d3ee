package org.ichradiomics.scan;

import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;

import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelMask;

/**
 * A feature in a kernel around every voxel of a lesion, as a volume in the patient.
 *
 * @param name of the feature
 * @param values on the grid of the geometry; NaN outside the lesion, and where mathematics has no value
 * @param geometry where the voxels lie
 */
public record FeatureMap(String name, RandomAccessibleInterval<DoubleType> values, Geometry geometry) {

    /**
     * From the values of a lesion's voxels.
     *
     * @param all the values of each voxel of the lesion, in raster order
     * @param column which of them
     * @return on the lesion's grid, its axes as the lesion has them
     */
    public static RandomAccessibleInterval<DoubleType> image(VoxelMask lesion, double[][] all, int column) {
        VoxelGrid grid = lesion.grid();
        VoxelBox box = lesion.box();
        double[] values = new double[grid.size()];
        Arrays.fill(values, Double.NaN);
        for (int i = 0, n = 0; i < box.size(); i++) {
            if (!lesion.contains(i)) continue;
            int x = box.x() + i % box.nx();
            int y = box.y() + i / box.nx() % box.ny();
            int z = box.z() + i / (box.nx() * box.ny());
            values[(z * grid.ny() + y) * grid.nx() + x] = all[n++][column];
        }
        return ArrayImgs.doubles(values, grid.nx(), grid.ny(), grid.nz());
    }
}
