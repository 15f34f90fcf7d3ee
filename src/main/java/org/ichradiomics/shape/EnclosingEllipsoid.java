package org.ichradiomics.shape;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The minimum-volume ellipsoid that encloses a convex hull, by Khachiyan's algorithm (Math Oper Res 1996;21:307-320; in
 * the form of Todd and Yıldırım, Discrete Appl Math 2007;155:1731-1744): weights u of the corners, moved towards the
 * one that sticks out farthest.
 *
 * <p>With q = (x, 1) and X = Σ u q qᵀ the measure of sticking out is κ = qᵀ X⁻¹ q; it is done when max κ ≤ (1 + 0.001)
 * · 4. Then the ellipsoid is blown up until it holds every corner, so that it encloses the hull and is at most 0.3 %
 * larger than the smallest one.
 */
final class EnclosingEllipsoid {

    private static final double TOLERANCE = 0.001;
    private static final int DIMENSION = 3;
    private static final int MOST_STEPS = 100_000;

    private EnclosingEllipsoid() {}

    static Ellipsoid of(ConvexHull hull) {
        double[][] x = hull.corners();
        double[] u = new double[x.length];
        Arrays.fill(u, 1.0 / x.length);
        double[] middle = centre(x, u);
        for (double[] p : x) {
            for (int d = 0; d < DIMENSION; d++) p[d] -= middle[d]; // keeps X well-conditioned far from the origin
        }
        double[][] inverse = MatrixUtils.inverse(moments(x, u)).getData();
        double[] kappa = new double[x.length];
        for (int i = 0; i < x.length; i++) kappa[i] = times(times(inverse, x[i]), x[i]);
        int farthest = farthest(kappa);
        for (int step = 0; step < MOST_STEPS && kappa[farthest] > (1 + TOLERANCE) * (DIMENSION + 1); step++) {
            double t = (kappa[farthest] - DIMENSION - 1) / ((DIMENSION + 1) * (kappa[farthest] - 1));
            move(farthest, t, x, u, inverse, kappa);
            farthest = farthest(kappa);
        }
        return ellipsoid(x, u, kappa[farthest] - 1);
    }

    /**
     * Moves a share t of the weight to one corner. X becomes (1 − t) X + t q qᵀ; what follows for its inverse is the
     * formula of Sherman and Morrison, so that a step costs one product for each corner.
     */
    private static void move(int corner, double t, double[][] x, double[] u, double[][] inverse, double[] kappa) {
        double[] y = times(inverse, x[corner]);
        double share = t / (1 - t + t * kappa[corner]);
        for (int i = 0; i < x.length; i++) {
            double along = times(y, x[i]);
            kappa[i] = (kappa[i] - share * along * along) / (1 - t);
            u[i] *= 1 - t;
        }
        u[corner] += t;
        for (int d = 0; d <= DIMENSION; d++) {
            for (int e = 0; e <= DIMENSION; e++) inverse[d][e] = (inverse[d][e] - share * y[d] * y[e]) / (1 - t);
        }
    }

    private static int farthest(double[] kappa) {
        int farthest = 0;
        for (int i = 1; i < kappa.length; i++) {
            if (kappa[i] > kappa[farthest]) farthest = i;
        }
        return farthest;
    }

    /** A (p, 1). */
    private static double[] times(double[][] a, double[] p) {
        double[] product = new double[DIMENSION + 1];
        for (int d = 0; d <= DIMENSION; d++) product[d] = times(a[d], p);
        return product;
    }

    /** y · (p, 1). */
    private static double times(double[] y, double[] p) {
        return y[0] * p[0] + y[1] * p[1] + y[2] * p[2] + y[3];
    }

    /** Semi-axes √(r² λ), λ the eigenvalues of Σ u x xᵀ − c cᵀ, and r² = κ − 1 of the farthest corner. */
    private static Ellipsoid ellipsoid(double[][] x, double[] u, double r2) {
        double[] c = centre(x, u);
        double[][] m = moments(x, u).getData();
        double[][] s = new double[DIMENSION][DIMENSION];
        for (int d = 0; d < DIMENSION; d++) {
            for (int e = 0; e < DIMENSION; e++) s[d][e] = m[d][e] - c[d] * c[e];
        }
        PrincipalAxes axes = PrincipalAxes.of(s);
        return new Ellipsoid(Math.sqrt(r2 * axes.major()), Math.sqrt(r2 * axes.minor()), Math.sqrt(r2 * axes.least()));
    }

    private static double[] centre(double[][] x, double[] u) {
        double[] c = new double[DIMENSION];
        for (int i = 0; i < x.length; i++) {
            for (int d = 0; d < DIMENSION; d++) c[d] += u[i] * x[i][d];
        }
        return c;
    }

    private static RealMatrix moments(double[][] x, double[] u) {
        double[][] m = new double[DIMENSION + 1][DIMENSION + 1];
        for (int i = 0; i < x.length; i++) {
            for (int d = 0; d <= DIMENSION; d++) {
                for (int e = 0; e <= d; e++)
                    m[d][e] += u[i] * (d < DIMENSION ? x[i][d] : 1) * (e < DIMENSION ? x[i][e] : 1);
            }
        }
        for (int d = 0; d <= DIMENSION; d++) {
            for (int e = 0; e < d; e++) m[e][d] = m[d][e];
        }
        return new Array2DRowRealMatrix(m, false);
    }
}
