package org.ichradiomics.shape;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

/**
 * The eigenvalues of the covariance of a region's voxel centres, divided by N − 1 (that is what the IBSI reference
 * values show).
 *
 * @param major λ₁, mm²
 * @param minor λ₂, mm²
 * @param least λ₃, mm²; 0 for a region in one plane; all three NaN for a single voxel
 */
record PrincipalAxes(double major, double minor, double least) {

    /** Rounding of an eigenvalue that is 0, as a share of the largest one. */
    private static final double NOTHING = 1e-12;

    /** Of the centres of a region's voxels. */
    public static PrincipalAxes of(Region region) {
        long n = region.size();
        long[] sum = new long[3];
        long[][] product = new long[3][3];
        int nx = region.box(0);
        int ny = region.box(1);
        for (int i = 0; i < n; ) {
            // Row by row: y and z are the same in all of it.
            int row = region.position(i) / nx;
            long inRow = 0;
            long x = 0;
            long xx = 0;
            for (; i < n && region.position(i) < (row + 1) * nx; i++) {
                long at = region.position(i) - row * nx;
                inRow++;
                x += at;
                xx += at * at;
            }
            long y = row % ny;
            long z = row / ny;
            sum[0] += x;
            sum[1] += inRow * y;
            sum[2] += inRow * z;
            product[0][0] += xx;
            product[1][0] += x * y;
            product[1][1] += inRow * y * y;
            product[2][0] += x * z;
            product[2][1] += inRow * y * z;
            product[2][2] += inRow * z * z;
        }
        if (n < 2) return new PrincipalAxes(Double.NaN, Double.NaN, Double.NaN);
        Spacing mm = region.spacing();
        double[][] covariance = new double[3][3];
        for (int d = 0; d < 3; d++) {
            for (int e = 0; e <= d; e++) {
                // Whole numbers so far: what is 0 comes out as 0.
                covariance[d][e] =
                        ((double) product[d][e] - (double) sum[d] * sum[e] / n) / (n - 1) * mm.along(d) * mm.along(e);
                covariance[e][d] = covariance[d][e];
            }
        }
        return of(covariance);
    }

    /** The eigenvalues of a symmetric matrix, in falling order. */
    static PrincipalAxes of(double[][] symmetric) {
        double[] l = new EigenDecomposition(new Array2DRowRealMatrix(symmetric)).getRealEigenvalues();
        Arrays.sort(l);
        return new PrincipalAxes(l[2], positive(l[1], l[2]), positive(l[0], l[2]));
    }

    private static double positive(double l, double largest) {
        return l > NOTHING * largest ? l : 0;
    }

    /** 4 √λ₁, mm. */
    public double majorLength() {
        return 4 * Math.sqrt(major);
    }

    /** 4 √λ₂, mm. */
    public double minorLength() {
        return 4 * Math.sqrt(minor);
    }

    /** 4 √λ₃, mm. */
    public double leastLength() {
        return 4 * Math.sqrt(least);
    }

    /** With the semi-axes 2 √λ. */
    Ellipsoid ellipsoid() {
        return new Ellipsoid(majorLength() / 2, minorLength() / 2, leastLength() / 2);
    }
}
