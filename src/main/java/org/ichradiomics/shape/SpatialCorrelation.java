package org.ichradiomics.shape;

import java.util.Arrays;

import org.ichradiomics.region.Region;

/**
 * Moran's I and Geary's C over all pairs of a region's voxels, weighted with the reciprocal of their distance in mm.
 *
 * <p>The weight depends on nothing but the offset between two voxels, so Σ_l w_kl f_l is a convolution, and exact by
 * Fourier transforms in each slice: transformed slices are weighted with the transformed kernel of their distance and
 * added, slice by slice. That needs no padding along z and no transform of the whole box. One complex transform carries
 * 1 and z = (x − μ)/σ at once.
 *
 * @param moran I = N/W · Σ_{k≠l} w_kl z_k z_l / Σ z², W = Σ_{k≠l} w_kl; NaN for one voxel or one intensity
 * @param geary C = (N − 1)/(2W) · Σ_{k≠l} w_kl (z_k − z_l)² / Σ z²; NaN likewise
 */
record SpatialCorrelation(double moran, double geary) {

    /** Of all pairs of voxels of a region. */
    public static SpatialCorrelation of(Region region) {
        double mean = region.mean();
        double squares = 0;
        for (int i = 0; i < region.size(); i++) squares += (region.hu(i) - mean) * (region.hu(i) - mean);
        if (region.size() < 2 || !(squares > 0)) return new SpatialCorrelation(Double.NaN, Double.NaN);
        return new Convolution(region, mean, Math.sqrt(squares / region.size())).correlation();
    }

    /** The slices of one region, transformed. */
    private static final class Convolution {

        private final Region region;
        private final double mean;
        private final double sd;
        private final int nx;
        private final int ny;
        private final int px;
        private final int py;
        private final Fourier alongX;
        private final Fourier alongY;
        private final double[][] re;
        private final double[][] im;
        private final double[][] kernel;

        Convolution(Region region, double mean, double sd) {
            this.region = region;
            this.mean = mean;
            this.sd = sd;
            nx = region.box(0);
            ny = region.box(1);
            // As long as all offsets, −(n − 1) to n − 1, so that nothing wraps around.
            px = Fourier.length(2 * nx - 1);
            py = Fourier.length(2 * ny - 1);
            alongX = new Fourier(px);
            alongY = new Fourier(py);
            int nz = region.box(2);
            re = new double[nz][];
            im = new double[nz][];
            kernel = new double[nz][];
            for (int i = 0; i < region.size(); i++) {
                int slice = region.position(i) / (nx * ny);
                if (re[slice] == null) {
                    re[slice] = new double[px * py];
                    im[slice] = new double[px * py];
                }
                re[slice][place(i)] = 1;
                im[slice][place(i)] = z(i);
            }
            for (int slice = 0; slice < nz; slice++) {
                if (re[slice] != null) forward(re[slice], im[slice], ny);
                kernel[slice] = kernel(slice);
            }
        }

        private double z(int i) {
            return (region.hu(i) - mean) / sd;
        }

        private int place(int i) {
            int p = region.position(i) % (nx * ny);
            return p / nx * px + p % nx;
        }

        /** Only the first rows hold anything. */
        private void forward(double[] real, double[] imaginary, int rows) {
            for (int y = 0; y < rows; y++) alongX.transform(real, imaginary, y * px, 1);
            alongY.transform(real, imaginary, 0, px);
        }

        /**
         * The transform of 1/distance to the slice so many further; even in x and y, hence real, and the first half of
         * its rows is enough.
         */
        private double[] kernel(int slices) {
            double[] real = new double[px * py];
            double[] imaginary = new double[px * py];
            double dz = slices * region.spacing().z();
            for (int y = 1 - ny; y < ny; y++) {
                double dy = y * region.spacing().y();
                for (int x = 1 - nx; x < nx; x++) {
                    double dx = x * region.spacing().x();
                    if (x == 0 && y == 0 && slices == 0) continue;
                    real[Math.floorMod(y, py) * px + Math.floorMod(x, px)] = 1 / Math.sqrt(dx * dx + dy * dy + dz * dz);
                }
            }
            forward(real, imaginary, py);
            return Arrays.copyOf(real, (py / 2 + 1) * px);
        }

        SpatialCorrelation correlation() {
            double weights = 0;
            double products = 0;
            double squares = 0;
            double z2 = 0;
            int i = 0;
            for (int slice = 0; slice < re.length; slice++) {
                if (re[slice] == null) continue;
                double[] w1 = new double[px * py];
                double[] wz = new double[px * py];
                convolve(slice, w1, wz);
                for (; i < region.size() && region.position(i) / (nx * ny) == slice; i++) {
                    int p = place(i);
                    double z = z(i);
                    weights += w1[p];
                    products += z * wz[p];
                    squares += z * z * w1[p];
                    z2 += z * z;
                }
            }
            double n = region.size();
            // Σ w (z_k − z_l)² = 2 (Σ_k z_k² (w∗1)_k − Σ_k z_k (w∗z)_k), as w is symmetric.
            return new SpatialCorrelation(
                    n / weights * products / z2, (n - 1) / (2 * weights) * 2 * (squares - products) / z2);
        }

        /** (w∗1) and (w∗z) in one slice of the box. */
        private void convolve(int slice, double[] w1, double[] wz) {
            for (int other = 0; other < re.length; other++) {
                if (re[other] != null) addProduct(kernel[Math.abs(slice - other)], re[other], im[other], w1, wz);
            }
            alongY.transform(wz, w1, 0, px);
            for (int y = 0; y < ny; y++) alongX.transform(wz, w1, y * px, 1);
            double scale = 1.0 / px / py;
            for (int k = 0; k < ny * px; k++) {
                w1[k] *= scale;
                wz[k] *= scale;
            }
        }

        private void addProduct(double[] k, double[] fr, double[] fi, double[] sumR, double[] sumI) {
            for (int y = 0; y < py; y++) {
                int row = y * px;
                int kernelRow = Math.min(y, py - y) * px;
                for (int x = 0; x < px; x++) {
                    double w = k[kernelRow + x];
                    sumR[row + x] += w * fr[row + x];
                    sumI[row + x] += w * fi[row + x];
                }
            }
        }
    }
}
