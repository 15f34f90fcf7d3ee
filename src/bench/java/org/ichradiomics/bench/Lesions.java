package org.ichradiomics.bench;

import java.util.SplittableRandom;

import net.imglib2.img.array.ArrayImgs;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

/** Ellipsoid haematomas with correlated noise, in whole HU, in the middle of a head CT of 512 × 512 × n voxels. */
final class Lesions {

    private static final int MATRIX = 512;
    private static final Spacing SPACING = new Spacing(0.45, 0.45, 5);

    private static final double MEAN_HU = 60;
    private static final double SD_HU = 8;

    /** Longer along the head than across; the product is about 1. */
    private static final double[] AXES = {0.9, 1.2, 0.926};

    private Lesions() {}

    /**
     * The same voxels for the same numbers, always.
     *
     * @param voxels about how many the lesion has
     * @param slices of the scan
     */
    static Region of(int voxels, int slices) throws InvalidInputException {
        double radius = Math.cbrt(3 * voxels * SPACING.voxelVolume() / (4 * Math.PI));
        short[] hu = new short[MATRIX * MATRIX * slices];
        boolean[] inside = new boolean[hu.length];
        SplittableRandom random = new SplittableRandom(20200101);
        for (int z = 0; z < slices; z++) {
            double[] noise = noise(random);
            double dz = (z - (slices - 1) / 2.0) * SPACING.z() / (radius * AXES[2]);
            for (int y = 0, i = z * MATRIX * MATRIX; y < MATRIX; y++) {
                double dy = (y - (MATRIX - 1) / 2.0) * SPACING.y() / (radius * AXES[1]);
                for (int x = 0; x < MATRIX; x++, i++) {
                    double dx = (x - (MATRIX - 1) / 2.0) * SPACING.x() / (radius * AXES[0]);
                    inside[i] = dx * dx + dy * dy + dz * dz <= 1;
                    hu[i] = (short) Math.rint(MEAN_HU + SD_HU * noise[y * MATRIX + x]);
                }
            }
        }
        return Region.of(
                ArrayImgs.shorts(hu, MATRIX, MATRIX, slices),
                ArrayImgs.booleans(inside, MATRIX, MATRIX, slices),
                SPACING);
    }

    /** One slice of white noise blurred over 3 × 3 voxels, SD 1. */
    private static double[] noise(SplittableRandom random) {
        double[] white = new double[MATRIX * MATRIX];
        for (int i = 0; i < white.length; i++) white[i] = random.nextGaussian();
        double[] noise = new double[white.length];
        for (int y = 0; y < MATRIX; y++) {
            for (int x = 0; x < MATRIX; x++) {
                double sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++)
                        sum += white[Math.floorMod(y + dy, MATRIX) * MATRIX + Math.floorMod(x + dx, MATRIX)];
                }
                noise[y * MATRIX + x] = sum / 3;
            }
        }
        return noise;
    }
}
