package org.ichradiomics.shape;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What encloses a form: box, ellipsoid, and the ellipsoid's area.
 *
 * <p>Covers Morphology.
 */
class EnclosureTest {

    private static final Spacing UNIT = new Spacing(1, 1, 1);

    /** A box of 10 × 5 × 4 (half voxels), turned by the angle of the triangle 3-4-5 about z. */
    private static final int[][] TURNED = {
        {0, 0, 0}, {8, 6, 0}, {5, 10, 0}, {-3, 4, 0}, {0, 0, 4}, {8, 6, 4}, {5, 10, 4}, {-3, 4, 4}
    };

    @Test
    void orientedBoxOfATurnedBoxIsThatBox() {
        OrientedBox box = OrientedBox.of(ConvexHull.of(TURNED, UNIT));
        assertEquals(5 * 2.5 * 2, box.volume(), 1e-12);
        assertEquals(2 * (5 * 2.5 + 2.5 * 2 + 2 * 5), box.area(), 1e-12);
    }

    @Test
    void orientedBoxIsNeverLargerThanTheBoxAlongTheAxes() throws Exception {
        for (int seed = 1; seed < 40; seed++) {
            Mesh mesh = Mesh.of(Masks.random(seed, new Spacing(0.5, 0.6, 2)));
            ConvexHull hull = ConvexHull.of(mesh);
            double volume = OrientedBox.of(hull).volume();
            assertTrue(volume >= hull.volume());
            // The mesh of a full box is flat along the axes; others may lie slightly askew, but not by more than their
            // bevels.
            assertTrue(volume <= 1.2 * mesh.extent(0) * mesh.extent(1) * mesh.extent(2));
        }
    }

    @Test
    void orientedBoxIsTheSmallestOfAllThatLieOnASide() throws Exception {
        for (int seed = 1; seed < 30; seed++) {
            ConvexHull hull = ConvexHull.of(Mesh.of(Masks.random(seed, new Spacing(0.5, 0.6, 2))));
            assertEquals(smallestOnASide(hull), OrientedBox.of(hull).volume(), 1e-10);
        }
    }

    /**
     * Tries every line between two corners as the direction of a side: those along an edge of the shadow are among
     * them.
     */
    private static double smallestOnASide(ConvexHull hull) {
        double best = Double.POSITIVE_INFINITY;
        for (double[] n : hull.normals()) {
            Vector3D up = new Vector3D(n);
            for (double[] a : hull.corners()) {
                for (double[] b : hull.corners()) {
                    Vector3D across = Vector3D.crossProduct(up, new Vector3D(b).subtract(new Vector3D(a)));
                    if (across.getNorm() < 1e-9) continue;
                    Vector3D side = across.normalize();
                    best = Math.min(
                            best,
                            extent(hull, up) * extent(hull, side) * extent(hull, Vector3D.crossProduct(up, side)));
                }
            }
        }
        return best;
    }

    private static double extent(ConvexHull hull, Vector3D direction) {
        DoubleSummaryStatistics s = Arrays.stream(hull.corners())
                .mapToDouble(p -> direction.dotProduct(new Vector3D(p)))
                .summaryStatistics();
        return s.getMax() - s.getMin();
    }

    @Test
    void smallestEllipsoidOfABoxTouchesItsCorners() {
        // Löwner: the semi-axes are √3 times half the sides.
        Ellipsoid e = EnclosingEllipsoid.of(ConvexHull.of(TURNED, UNIT));
        assertEquals(Math.sqrt(3) * 2.5, e.a(), 0.005);
        assertEquals(Math.sqrt(3) * 1.25, e.b(), 0.003);
        assertEquals(Math.sqrt(3), e.c(), 0.003);
    }

    @Test
    void smallestEllipsoidOfABallIsTheBall() throws Exception {
        Ellipsoid e = EnclosingEllipsoid.of(ConvexHull.of(Mesh.of(Masks.ball(15, new Spacing(1, 1, 2)))));
        assertEquals(2, e.a() / e.b(), 0.01);
        assertEquals(1, e.b() / e.c(), 0.01);
        assertEquals(15.5, e.c(), 0.2);
    }

    @Test
    void areaIsTheSeriesOfTheManual() {
        assertEquals(4 * Math.PI * 9, new Ellipsoid(3, 3, 3).area(), 1e-12);
        double a = 5;
        double b = 4;
        double c = 2;
        double alpha = Math.sqrt(1 - b * b / (a * a));
        double beta = Math.sqrt(1 - c * c / (a * a));
        double x = (alpha * alpha + beta * beta) / (2 * alpha * beta);
        double sum = 0;
        for (int v = 0; v <= 20; v++) sum += Math.pow(alpha * beta, v) / (1 - 4 * v * v) * legendre(v, x);
        assertEquals(4 * Math.PI * a * b * sum, new Ellipsoid(a, b, c).area(), 1e-10);
        // Continuous where α β = 0.
        assertEquals(new Ellipsoid(5, 5 - 1e-9, 2).area(), new Ellipsoid(5, 5, 2).area(), 1e-6);
    }

    private static double legendre(int v, double x) {
        return v == 0 ? 1 : v == 1 ? x : ((2 * v - 1) * x * legendre(v - 1, x) - (v - 1) * legendre(v - 2, x)) / v;
    }

    @Test
    void axesOfABoxFollowFromItsSides() throws Exception {
        // Variance of 0..n−1 is (n² − 1)/12, times N/(N − 1).
        PrincipalAxes axes = PrincipalAxes.of(Masks.of(9, 5, 3, new Spacing(1, 2, 3), (x, y, z) -> true));
        double n = 135;
        assertEquals(24 / 12.0 * 4 * n / (n - 1), axes.major(), 1e-12);
        assertEquals(80 / 12.0 * n / (n - 1), axes.minor(), 1e-12);
        assertEquals(8 / 12.0 * 9 * n / (n - 1), axes.least(), 1e-12);
    }
}
