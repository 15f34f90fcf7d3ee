package org.ichradiomics.shape;

import java.util.SplittableRandom;

import net.imglib2.img.array.ArrayImgs;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

/** Regions for tests of form. */
final class Masks {

    /** f : voxel → inside. */
    @FunctionalInterface
    interface Shape {
        boolean contains(int x, int y, int z);
    }

    private Masks() {}

    static Region of(int nx, int ny, int nz, Spacing spacing, Shape shape) throws InvalidInputException {
        return of(nx, ny, nz, spacing, shape, new SplittableRandom(1));
    }

    /** Up to 9 × 9 × 6 voxels at random, with random intensities. */
    static Region random(long seed, Spacing spacing) throws InvalidInputException {
        SplittableRandom random = new SplittableRandom(seed);
        int nx = 1 + random.nextInt(9);
        int ny = 1 + random.nextInt(9);
        int nz = 1 + random.nextInt(6);
        double density = random.nextDouble(0.02, 1);
        return of(nx, ny, nz, spacing, (x, y, z) -> x + y + z == 0 || random.nextDouble() < density, random);
    }

    private static Region of(int nx, int ny, int nz, Spacing spacing, Shape shape, SplittableRandom hu)
            throws InvalidInputException {
        boolean[] inside = new boolean[nx * ny * nz];
        double[] values = new double[inside.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = shape.contains(i % nx, i / nx % ny, i / nx / ny);
            values[i] = hu.nextInt(-100, 100);
        }
        return Region.of(ArrayImgs.doubles(values, nx, ny, nz), ArrayImgs.booleans(inside, nx, ny, nz), spacing);
    }

    /** A ball of a radius in voxels. */
    static Region ball(int radius, Spacing spacing) throws InvalidInputException {
        int n = 2 * radius + 1;
        return of(
                n,
                n,
                n,
                spacing,
                (x, y, z) -> (x - radius) * (x - radius) + (y - radius) * (y - radius) + (z - radius) * (z - radius)
                        <= radius * radius);
    }
}
