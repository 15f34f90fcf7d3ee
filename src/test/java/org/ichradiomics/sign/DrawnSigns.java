package org.ichradiomics.sign;

import java.util.Arrays;
import java.util.function.IntConsumer;

import net.imglib2.img.array.ArrayImgs;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.text.InvalidInputException;

/** Small scans drawn voxel by voxel: brain of 33 HU, the haematoma of 65. */
final class DrawnSigns {

    /** In millimetres from the first pixel's centre, and slices from 0. */
    interface Shape {
        boolean holds(double x, double y, int z);
    }

    private final VoxelGrid grid;
    private final double[] hu;
    private final boolean[] inside;

    DrawnSigns(int nx, int ny, int nz, double mm) {
        grid = new VoxelGrid(nx, ny, nz, new Spacing(mm, mm, 5));
        hu = new double[grid.size()];
        inside = new boolean[grid.size()];
        Arrays.fill(hu, 33);
    }

    static Shape disc(double x, double y, double radius) {
        return (px, py, z) -> Math.hypot(px - x, py - y) <= radius;
    }

    static Shape only(int slice, Shape shape) {
        return (x, y, z) -> z == slice && shape.holds(x, y, z);
    }

    DrawnSigns bleed(Shape shape) {
        return paint(shape, 65).mask(shape, true);
    }

    DrawnSigns mask(Shape shape, boolean in) {
        each(shape, i -> inside[i] = in);
        return this;
    }

    DrawnSigns paint(Shape shape, double value) {
        each(shape, i -> hu[i] = value);
        return this;
    }

    private void each(Shape shape, IntConsumer what) {
        for (int i = 0; i < grid.size(); i++) {
            double x = i % grid.nx() * grid.spacing().x();
            double y = i / grid.nx() % grid.ny() * grid.spacing().y();
            if (shape.holds(x, y, i / (grid.nx() * grid.ny()))) what.accept(i);
        }
    }

    Signs signs() throws InvalidInputException {
        return Signs.of(image(), mask());
    }

    VoxelImage image() {
        return VoxelImage.of(grid, hu.clone());
    }

    VoxelMask mask() throws InvalidInputException {
        var view = ArrayImgs.booleans(inside.clone(), grid.nx(), grid.ny(), grid.nz());
        return VoxelMask.of(view, view, grid.spacing());
    }
}
