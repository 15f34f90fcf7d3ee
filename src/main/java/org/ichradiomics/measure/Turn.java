package org.ichradiomics.measure;

import java.util.BitSet;

import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelImage;

/**
 * A rotation in the plane about the middle of a mask: the voxel at (u, v) mm from there takes what was at (u cos t + v
 * sin t, −u sin t + v cos t), by linear interpolation; beyond the picture an image is as at its border, a mask 0.
 */
final class Turn {

    /** A voxel belongs to the mask from this share on. */
    private static final double SHARE = 0.5;

    private final VoxelBox box;
    private final double dx;
    private final double dy;
    private final double middleX;
    private final double middleY;
    private final double cos;
    private final double sin;

    /** @param mask not empty, in the box of the image */
    Turn(VoxelImage image, BitSet mask, double degrees) {
        box = image.box();
        dx = image.grid().spacing().x();
        dy = image.grid().spacing().y();
        middleX = dx * mask.stream().mapToLong(i -> i % box.nx()).sum() / mask.cardinality();
        middleY = dy * mask.stream().mapToLong(i -> i / box.nx() % box.ny()).sum() / mask.cardinality();
        cos = StrictMath.cos(Math.toRadians(degrees));
        sin = StrictMath.sin(Math.toRadians(degrees));
    }

    /** A value of a slice that starts at a place, at a column and row; both may lie beyond the picture. */
    @FunctionalInterface
    private interface Pixel {
        double at(int start, int x, int y);
    }

    Perturbed of(VoxelImage image, BitSet mask, RandomFields fields) {
        int nx = box.nx();
        int ny = box.ny();
        Pixel hu = (start, x, y) ->
                image.hu(start + Math.max(0, Math.min(ny - 1, y)) * nx + Math.max(0, Math.min(nx - 1, x)));
        Pixel share = (start, x, y) -> x >= 0 && x < nx && y >= 0 && y < ny && mask.get(start + y * nx + x) ? 1 : 0;
        double[] turned = new double[box.size()];
        BitSet turnedMask = new BitSet(turned.length);
        for (int i = 0; i < turned.length; i++) {
            double u = i % nx * dx - middleX;
            double v = i / nx % ny * dy - middleY;
            double x = (middleX + u * cos + v * sin) / dx;
            double y = (middleY - u * sin + v * cos) / dy;
            int start = i / nx / ny * nx * ny;
            turned[i] = between(hu, start, x, y);
            if (between(share, start, x, y) >= SHARE) turnedMask.set(i);
        }
        return Perturbed.of(VoxelImage.of(image.grid(), box, turned), turnedMask, fields);
    }

    private static double between(Pixel pixel, int start, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        double right = x - left;
        double down = y - top;
        double above = (1 - right) * pixel.at(start, left, top) + right * pixel.at(start, left + 1, top);
        double below = (1 - right) * pixel.at(start, left, top + 1) + right * pixel.at(start, left + 1, top + 1);
        return (1 - down) * above + down * below;
    }
}
