package org.ichradiomics.phantom;

import net.imglib2.img.array.ArrayImgs;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

/** Shapes whose answers are known beforehand. Each is centred in its matrix and has one voxel of room on all sides. */
public final class Phantoms {

    /** Density where none is given, HU. */
    public static final double HU = 60;

    private static final int ROOM = 1;

    /** f : ℝ³ → {inside, outside}, in mm from the middle. */
    @FunctionalInterface
    private interface Shape {

        boolean contains(double x, double y, double z);
    }

    private Phantoms() {}

    /** Radius of a ball in mm: ∛(3V/4π). */
    public static double radius(double millilitres) {
        return StrictMath.cbrt(3000 * millilitres / (4 * StrictMath.PI));
    }

    /** The voxels whose centres lie in a ball of that volume; its middle is the centre of a voxel. */
    public static Region ball(double millilitres, Spacing spacing) {
        return ball(millilitres, spacing, (x, y, z) -> HU);
    }

    /** @param hu density at a point, in mm from the middle */
    public static Region ball(double millilitres, Spacing spacing, Field hu) {
        double r = radius(millilitres);
        return region(
                across(r, spacing.x()),
                across(r, spacing.y()),
                across(r, spacing.z()),
                spacing,
                (x, y, z) -> x * x + y * y + z * z <= r * r,
                hu);
    }

    /** A block of that many voxels. */
    public static Region box(int columns, int rows, int slices, Spacing spacing) {
        return box(columns, rows, slices, spacing, (x, y, z) -> HU);
    }

    /** @param hu density at a point, in mm from the middle */
    public static Region box(int columns, int rows, int slices, Spacing spacing, Field hu) {
        return region(columns, rows, slices, spacing, (x, y, z) -> true, hu);
    }

    private static int across(double radius, double step) {
        return 2 * (int) Math.floor(radius / step) + 1;
    }

    private static Region region(int columns, int rows, int slices, Spacing spacing, Shape shape, Field hu) {
        Grid grid = Grid.centred(columns + 2 * ROOM, rows + 2 * ROOM, slices + 2 * ROOM, spacing);
        boolean[] mask = new boolean[grid.size()];
        for (int k = ROOM; k < grid.slices() - ROOM; k++) {
            for (int j = ROOM; j < grid.rows() - ROOM; j++) {
                for (int i = ROOM; i < grid.columns() - ROOM; i++) {
                    mask[grid.index(i, j, k)] = shape.contains(grid.x(i), grid.y(j), grid.z(k));
                }
            }
        }
        try {
            return Region.of(
                    ArrayImgs.doubles(Volume.of(hu, grid).toArray(), grid.columns(), grid.rows(), grid.slices()),
                    ArrayImgs.booleans(mask, grid.columns(), grid.rows(), grid.slices()),
                    spacing);
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException("there is no such shape: " + e.getMessage(), e);
        }
    }
}
