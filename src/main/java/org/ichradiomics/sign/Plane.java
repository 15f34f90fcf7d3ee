package org.ichradiomics.sign;

/**
 * The pixels of a slice, or of the part of it round the lesion.
 *
 * @param nx columns
 * @param ny rows
 * @param dx mm between columns
 * @param dy mm between rows
 */
record Plane(int nx, int ny, double dx, double dy) {

    int size() {
        return nx * ny;
    }

    /** mm². */
    double pixelArea() {
        return dx * dy;
    }

    /** Side of a square pixel of the same area, mm. */
    double pixelSize() {
        return dx == dy ? dx : Math.sqrt(pixelArea());
    }

    int x(int i) {
        return i % nx;
    }

    int y(int i) {
        return i / nx;
    }

    boolean holds(int x, int y) {
        return x >= 0 && x < nx && y >= 0 && y < ny;
    }

    /** Distance of the centres of two pixels, mm. */
    double distance(int i, int j) {
        return Math.hypot((x(i) - x(j)) * dx, (y(i) - y(j)) * dy);
    }
}
