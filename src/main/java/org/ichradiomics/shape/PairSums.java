package org.ichradiomics.shape;

import java.util.Arrays;

import org.ichradiomics.region.FourierTransform;
import org.ichradiomics.region.Region;

/**
 * Sums over all pairs of a region's voxels, ⟨f, g⟩ = Σ_{k≠l} f_k g_l / distance(k, l), by Parseval's theorem: Σ_ν K F
 * G* / n, with K the transform of 1/distance (0 for no offset), which is real and even along each axis, and all axes so
 * long that nothing wraps around.
 *
 * <p>The lines along x come first. Then each plane of one frequency of x is done by itself, and forgotten; half of them
 * are enough, since the values are real. Where all lines would take too much room, some frequencies of x are done after
 * the others.
 *
 * @param ones ⟨1, 1⟩, 1/mm
 * @param products ⟨z, z⟩, 1/mm
 * @param squares ⟨z², 1⟩, 1/mm
 */
record PairSums(double ones, double products, double squares) {

    /** Numbers that are held of the lines along x, 64 MB. */
    private static final long HELD = 1 << 23;

    private static final int HELD_OF_A_PLACE = 7;

    /** @param z a number for each voxel of the region */
    static PairSums of(Region region, double[] z) {
        return new Sum(region).of(z);
    }

    /** Transforms of real values on the box, those at some frequencies of x. */
    private static final class Signal {

        private final double[][] re;
        private final double[][] im;

        Signal(int planes, int places) {
            re = new double[planes][places];
            im = new double[planes][places];
        }
    }

    private static final class Sum {

        private final Region region;
        private final int nx;
        private final int ny;
        private final int nz;
        private final FourierTransform alongX;
        private final FourierTransform alongY;
        private final FourierTransform alongZ;
        private final int px;
        private final int py;
        private final int pz;
        private double ones;
        private double products;
        private double squares;

        Sum(Region region) {
            this.region = region;
            nx = region.box(0);
            ny = region.box(1);
            nz = region.box(2);
            px = FourierTransform.cheapLength(2 * nx - 1);
            py = FourierTransform.cheapLength(2 * ny - 1);
            pz = FourierTransform.cheapLength(2 * nz - 1);
            alongX = FourierTransform.of(px);
            alongY = FourierTransform.of(py);
            alongZ = FourierTransform.of(pz);
        }

        PairSums of(double[] z) {
            int planes = px / 2 + 1;
            int held = (int) Math.max(2, Math.min(planes, HELD / HELD_OF_A_PLACE / (ny * nz)));
            for (int first = 0; first < planes; first += held) add(z, first, Math.min(held, planes - first));
            double scale = 1.0 / px / py / pz;
            return new PairSums(ones * scale, products * scale, squares * scale);
        }

        /** What so many frequencies of x add. */
        private void add(double[] z, int first, int count) {
            Signal one = new Signal(count, ny * nz);
            Signal values = new Signal(count, ny * nz);
            Signal square = new Signal(count, ny * nz);
            lines(z, first, one, values, square);
            double[][] kernel = kernelLines(first, count);
            Plane[] plane = {new Plane(), new Plane(), new Plane()};
            Plane weight = new Plane();
            for (int k = 0; k < count; k++) {
                boolean isSecond = k % 2 == 1;
                if (!isSecond) weight.even(kernel[k], kernel[Math.min(k + 1, count - 1)]);
                plane[0].of(one.re[k], one.im[k]);
                plane[1].of(values.re[k], values.im[k]);
                plane[2].of(square.re[k], square.im[k]);
                // Frequencies between 0 and the highest stand for their opposite as well.
                int times = first + k == 0 || 2 * (first + k) == px ? 1 : 2;
                add(times, isSecond ? weight.im : weight.re, plane[0], plane[1], plane[2]);
            }
        }

        private void add(int times, double[] weight, Plane one, Plane values, Plane square) {
            double w = 0;
            double p = 0;
            double s = 0;
            for (int i = 0; i < weight.length; i++) {
                double k = weight[i];
                w += k * (one.re[i] * one.re[i] + one.im[i] * one.im[i]);
                p += k * (values.re[i] * values.re[i] + values.im[i] * values.im[i]);
                s += k * (square.re[i] * one.re[i] + square.im[i] * one.im[i]);
            }
            ones += times * w;
            products += times * p;
            squares += times * s;
        }

        /** One transform carries 1 and z, another one z² of two slices, as real and imaginary parts. */
        private void lines(double[] z, int first, Signal one, Signal values, Signal square) {
            double[] re = new double[px * ny];
            double[] im = new double[px * ny];
            double[] evenRe = new double[px * ny];
            double[] evenIm = new double[px * ny];
            int from = 0;
            for (int slice = 0; slice < nz; slice++) {
                Arrays.fill(re, 0);
                Arrays.fill(im, 0);
                if (slice % 2 == 0) {
                    Arrays.fill(evenRe, 0);
                    Arrays.fill(evenIm, 0);
                }
                double[] squared = slice % 2 == 0 ? evenRe : evenIm;
                for (; from < z.length && region.position(from) / (nx * ny) == slice; from++) {
                    int p = region.position(from) % (nx * ny);
                    int at = p % nx * ny + p / nx;
                    re[at] = z[from];
                    im[at] = 1;
                    squared[at] = z[from] * z[from];
                }
                alongX.forward(re, im, ny);
                split(re, im, first, values, slice, one, slice);
                if (slice % 2 == 0 && slice + 1 < nz) continue;
                alongX.forward(evenRe, evenIm, ny);
                split(evenRe, evenIm, first, square, slice / 2 * 2, square, slice % 2 == 0 ? -1 : slice);
            }
        }

        /** The transforms of the real parts into a slice of one signal, those of the imaginary ones into another's. */
        private void split(double[] re, double[] im, int first, Signal real, int a, Signal imaginary, int b) {
            for (int k = 0; k < real.re.length; k++) {
                int here = (first + k) * ny;
                int opposite = (px - first - k) % px * ny;
                for (int y = 0; y < ny; y++) {
                    real.re[k][a * ny + y] = (re[here + y] + re[opposite + y]) / 2;
                    real.im[k][a * ny + y] = (im[here + y] - im[opposite + y]) / 2;
                    if (b < 0) continue;
                    imaginary.re[k][b * ny + y] = (im[here + y] + im[opposite + y]) / 2;
                    imaginary.im[k][b * ny + y] = (re[opposite + y] - re[here + y]) / 2;
                }
            }
        }

        /** Of 1/distance to the rows of one quarter, two slices at once: even, hence real. */
        private double[][] kernelLines(int first, int count) {
            double[][] lines = new double[count][ny * nz];
            double[] re = new double[px * ny];
            double[] im = new double[px * ny];
            for (int slice = 0; slice < nz; slice += 2) {
                distances(slice, re);
                distances(slice + 1, im);
                alongX.forward(re, im, ny);
                for (int k = 0; k < count; k++) {
                    System.arraycopy(re, (first + k) * ny, lines[k], slice * ny, ny);
                    if (slice + 1 < nz) System.arraycopy(im, (first + k) * ny, lines[k], (slice + 1) * ny, ny);
                }
            }
            return lines;
        }

        private void distances(int slice, double[] to) {
            Arrays.fill(to, 0);
            double dz = slice * region.spacing().z();
            for (int x = 0; x < nx; x++) {
                double dx = x * region.spacing().x();
                for (int y = 0; y < ny; y++) {
                    double dy = y * region.spacing().y();
                    if (x == 0 && y == 0 && slice == 0) continue;
                    double reciprocal = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
                    to[x * ny + y] = reciprocal;
                    to[(px - x) % px * ny + y] = reciprocal;
                }
            }
        }

        /** A plane of one frequency of x, its places y · pz + z. */
        private final class Plane {

            private final double[] re = new double[py * pz];
            private final double[] im = new double[py * pz];
            private final double[] linesRe = new double[pz * ny];
            private final double[] linesIm = new double[pz * ny];

            /** Transforms what lies at z · ny + y. */
            void of(double[] real, double[] imaginary) {
                Arrays.fill(linesRe, ny * nz, ny * pz, 0);
                Arrays.fill(linesIm, ny * nz, ny * pz, 0);
                System.arraycopy(real, 0, linesRe, 0, ny * nz);
                System.arraycopy(imaginary, 0, linesIm, 0, ny * nz);
                turn();
                Arrays.fill(re, ny * pz, py * pz, 0);
                Arrays.fill(im, ny * pz, py * pz, 0);
                alongY.forward(re, im, pz);
            }

            /** Transforms two planes whose values are the same at opposite places, and so real in the end. */
            void even(double[] real, double[] imaginary) {
                Arrays.fill(linesRe, 0);
                Arrays.fill(linesIm, 0);
                for (int z = 0; z < nz; z++) {
                    for (int at : new int[] {z, (pz - z) % pz}) {
                        System.arraycopy(real, z * ny, linesRe, at * ny, ny);
                        System.arraycopy(imaginary, z * ny, linesIm, at * ny, ny);
                    }
                }
                turn();
                Arrays.fill(re, ny * pz, py * pz, 0);
                Arrays.fill(im, ny * pz, py * pz, 0);
                for (int y = 1; y < ny; y++) {
                    System.arraycopy(re, y * pz, re, (py - y) * pz, pz);
                    System.arraycopy(im, y * pz, im, (py - y) * pz, pz);
                }
                alongY.forward(re, im, pz);
            }

            private void turn() {
                alongZ.forward(linesRe, linesIm, ny);
                for (int y = 0; y < ny; y++) {
                    for (int z = 0; z < pz; z++) {
                        re[y * pz + z] = linesRe[z * ny + y];
                        im[y * pz + z] = linesIm[z * ny + y];
                    }
                }
            }
        }
    }
}
