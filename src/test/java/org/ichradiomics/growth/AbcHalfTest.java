package org.ichradiomics.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Against plane geometry, hand-made slices, and a search over all lines. */
class AbcHalfTest {

    private static final Spacing UNIT = new Spacing(1, 1, 1);

    private static void assertDiameters(double a, double b, AbcHalf abc) {
        assertEquals(a, abc.a(), 1e-9);
        assertEquals(b, abc.b(), 1e-8);
    }

    // A and B

    @Test
    void oneVoxelIsItsOwnVolume() {
        AbcHalf abc = AbcHalf.of(Shapes.drawn(new Spacing(0.5, 0.5, 5), "#"));
        assertDiameters(Math.sqrt(0.5), Math.sqrt(0.5), abc); // the two diagonals of its face
        assertEquals(5, abc.c());
        assertEquals(0.5 * 0.5 * 5 / 1000, abc.millilitres(), 1e-15);
    }

    /** A rectangle of sides l ≥ w has the diagonal d and, at a right angle to it, w · d / l from side to side. */
    @ParameterizedTest
    @CsvSource({"20, 10, 1, 1", "7, 7, 1, 1", "10, 20, 1, 1", "30, 4, 0.45, 0.9", "5, 5, 0.5, 2", "1, 9, 0.4883, 0.4883"
    })
    void rectangle(int nx, int ny, double sx, double sy) {
        double l = Math.max(nx * sx, ny * sy);
        double w = Math.min(nx * sx, ny * sy);
        double d = Math.hypot(l, w);
        AbcHalf abc = AbcHalf.of(Shapes.of(nx, ny, 3, new Spacing(sx, sy, 5), (x, y, z) -> true));
        assertDiameters(d, w * d / l, abc);
        assertEquals(15, abc.c());
        assertEquals(d * d * w / l * 15 / 2000, abc.millilitres(), 1e-8);
    }

    /** A hole or a bay does not shorten a diameter that goes across it. */
    @Test
    void holesAndBaysAreCrossed() {
        AbcHalf full = AbcHalf.of(Shapes.drawn(UNIT, "#######/#######/#######/#######/#######"));
        AbcHalf hollow = AbcHalf.of(Shapes.drawn(UNIT, "#######/#.....#/#.....#/#.....#/#######"));
        assertDiameters(full.a(), full.b(), hollow);
        assertEquals(1, hollow.pieces());
        // A horseshoe: A is the diagonal of the whole, and the line across it leaves and enters again.
        AbcHalf bay = AbcHalf.of(Shapes.drawn(UNIT, "#######/#....../#....../#....../#######"));
        assertEquals(full.a(), bay.a(), 1e-9);
        assertTrue(bay.b() > 2 && bay.b() <= full.b() + 1e-9, bay.toString());
    }

    @Test
    void ofSeveralPiecesTheLargestIsMeasured() {
        AbcHalf alone = AbcHalf.of(Shapes.drawn(UNIT, "####/####"));
        AbcHalf withOther = AbcHalf.of(Shapes.drawn(UNIT, "####......./####......##"));
        assertDiameters(alone.a(), alone.b(), withOther);
        assertEquals(2, withOther.pieces());
        // Joined at a corner it is one piece.
        assertEquals(1, AbcHalf.of(Shapes.drawn(UNIT, "##/..##")).pieces());
        assertEquals(Math.hypot(4, 2), AbcHalf.of(Shapes.drawn(UNIT, "##/..##")).a(), 1e-9);
        // Of two pieces of one size the longer one, whichever comes first.
        assertEquals(
                Math.hypot(4, 1), AbcHalf.of(Shapes.drawn(UNIT, "##..####/##")).a(), 1e-9);
        assertEquals(
                Math.hypot(4, 1),
                AbcHalf.of(Shapes.drawn(UNIT, "####..##/......##")).a(),
                1e-9);
    }

    @Test
    void theSliceOfTheLargestArea() {
        AbcHalf abc = AbcHalf.of(Shapes.drawn(UNIT, "....", "########", "###/###/###"));
        assertEquals(3, abc.slice()); // 9 pixels beat the longer line of 8
        assertEquals(Math.hypot(3, 3), abc.a(), 1e-9);
        Region empty = Shapes.of(4, 4, 5, UNIT, (x, y, z) -> z == 3 && x < 2);
        assertEquals(4, AbcHalf.of(empty).slice()); // counted in the scan, not in the bounding box
    }

    /** The smallest and the largest slice positions give one result: no mirror changes the estimate. */
    @Test
    void mirrorsChangeNothing() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 40; run++) {
            boolean[] voxels = new boolean[9 * 8 * 4];
            for (int i = 0; i < voxels.length; i++) voxels[i] = random.nextInt(3) == 0;
            voxels[0] = true;
            Spacing spacing = new Spacing(0.45, 0.45, 5);
            AbcHalf plain = AbcHalf.of(Shapes.of(9, 8, 4, spacing, (x, y, z) -> voxels[(z * 8 + y) * 9 + x]));
            AbcHalf mirrored =
                    AbcHalf.of(Shapes.of(9, 8, 4, spacing, (x, y, z) -> voxels[((3 - z) * 8 + 7 - y) * 9 + 8 - x]));
            assertEquals(plain.a(), mirrored.a(), 1e-9);
            assertEquals(plain.b(), mirrored.b(), 1e-7);
            assertEquals(plain.c(), mirrored.c());
        }
    }

    /** Against a search over many lines across: none is longer, and one is nearly as long. */
    @Test
    void noLineAcrossIsLonger() {
        SplittableRandom random = new SplittableRandom(3);
        for (int run = 0; run < 60; run++) {
            int nx = 2 + random.nextInt(7);
            int ny = 2 + random.nextInt(7);
            boolean[] pixels = new boolean[nx * ny];
            for (int i = 0; i < pixels.length; i++) pixels[i] = random.nextInt(4) != 0;
            pixels[0] = true;
            Spacing spacing = new Spacing(0.3 + random.nextDouble(), 0.3 + random.nextDouble(), 1);
            Section section = Section.of(Shapes.of(nx, ny, 1, spacing, (x, y, z) -> pixels[y * nx + x]))
                    .get(0);
            Diameters found = Diameters.of(section, spacing);
            List<double[]> corners = corners(section, nx, ny, spacing);
            double longest = 0;
            for (double[] p : corners) {
                for (double[] q : corners) longest = Math.max(longest, Math.hypot(p[0] - q[0], p[1] - q[1]));
            }
            double across = 0;
            for (double[] p : corners) {
                for (double[] q : corners) {
                    double length = Math.hypot(p[0] - q[0], p[1] - q[1]);
                    if (length > longest - 1e-9)
                        across = Math.max(
                                across,
                                search(section, nx, ny, spacing, (p[0] - q[0]) / length, (p[1] - q[1]) / length));
                }
            }
            assertEquals(longest, found.longest(), 1e-9);
            assertTrue(found.perpendicular() >= across - 1e-6, run + ": " + found + " but a line of " + across);
            assertEquals(across, found.perpendicular(), 0.02, "run " + run);
        }
    }

    private static List<double[]> corners(Section section, int nx, int ny, Spacing s) {
        List<double[]> corners = new ArrayList<>();
        for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                for (int k = 0; section.isInside(x, y) && k < 4; k++)
                    corners.add(new double[] {(x + k % 2) * s.x(), (y + k / 2) * s.y()});
            }
        }
        return corners;
    }

    /** The longest of a thousand parallel lines, each walked in small steps. */
    private static double search(Section section, int nx, int ny, Spacing s, double ux, double uy) {
        double reach = Math.hypot(nx * s.x(), ny * s.y());
        double longest = 0;
        for (double t = -reach; t <= reach; t += reach / 500) {
            double from = Double.NaN;
            double to = Double.NaN;
            for (double r = -reach; r <= reach; r += reach / 2000) {
                double x = t * ux - r * uy;
                double y = t * uy + r * ux;
                if (!section.isInside((int) Math.floor(x / s.x()), (int) Math.floor(y / s.y()))) continue;
                if (Double.isNaN(from)) from = r;
                to = r;
            }
            if (to - from > longest) longest = to - from;
        }
        return longest;
    }

    // C

    /** Weights at their bounds: 75 % and more count whole, 25 % and more half, less not at all. */
    @Test
    void weightsOfHandMadeSlices() {
        Spacing spacing = new Spacing(0.5, 0.5, 5);
        AbcHalf abc = AbcHalf.of(Shapes.rows(spacing, 24, 25, 74, 75, 100, 0, 100, 76, 26, 10));
        assertEquals((0 + 0.5 + 0.5 + 1 + 1 + 0 + 1 + 1 + 0.5 + 0) * 5, abc.c());
        assertEquals(1, AbcHalf.weight(3, 4));
        assertEquals(0.5, AbcHalf.weight(1, 4));
        assertEquals(0.5, AbcHalf.weight(299, 400));
        assertEquals(0, AbcHalf.weight(99, 400));
        assertEquals(0, AbcHalf.weight(0, 1));
    }

    /** Areas count all pieces of a slice, so that a second piece adds to the weight. */
    @Test
    void weightsCountAllPieces() {
        assertEquals(2, AbcHalf.of(Shapes.drawn(UNIT, "####", "##.#")).c());
        assertEquals(1.5, AbcHalf.of(Shapes.drawn(UNIT, "####", "#..#")).c());
    }

    // The whole

    /**
     * An ellipsoid of diameters a, b, c has π/6 abc. With the unweighted height, abc/2 is 0.955 of it (3/π); with
     * Kothari's weights on thin slices, C is (1/2 + √3/2)/2 of the height, as areas fall to 75 % at half and to 25 % at
     * √3/2 of the semi-axis.
     */
    @ParameterizedTest
    @CsvSource({"20, 12, 15, 0", "20, 12, 15, 30", "20, 12, 15, 45", "18, 16, 25, 75", "24, 8, 30, 117"})
    void ellipsoid(double a, double b, double c, double degrees) {
        Spacing spacing = new Spacing(0.25, 0.25, 0.1);
        Region region = Shapes.ellipsoid(spacing, a, b, c, degrees);
        AbcHalf abc = AbcHalf.of(region);
        assertEquals(2 * a, abc.a(), 0.5);
        assertEquals(2 * b, abc.b(), 0.5);
        double height = (1 + Math.sqrt(3)) / 4 * 2 * c;
        assertEquals(height, abc.c(), 0.02 * height);
        assertEquals(
                Math.PI / 6 * 8 * a * b * c / 1000,
                VoxelVolume.of(region).millilitres(),
                0.01 * VoxelVolume.of(region).millilitres());
        double unweighted = abc.a() * abc.b() * region.box(2) * spacing.z() / 2000;
        assertEquals(3 / Math.PI, unweighted / VoxelVolume.of(region).millilitres(), 0.04);
    }

    /** A mask by threshold may be a sponge of thousands of specks: no more than a moment. */
    @Test
    void aSponge() {
        SplittableRandom random = new SplittableRandom(11);
        boolean[] pixels = new boolean[512 * 512];
        for (int i = 0; i < pixels.length; i++) pixels[i] = random.nextInt(2) == 0;
        AbcHalf abc = AbcHalf.of(Shapes.of(512, 512, 1, UNIT, (x, y, z) -> pixels[y * 512 + x]));
        assertTrue(abc.a() > 700 && abc.b() > 700, abc.toString());
        AbcHalf dots = AbcHalf.of(Shapes.of(512, 512, 3, UNIT, (x, y, z) -> x % 2 == 0 && y % 2 == 0));
        assertEquals(256 * 256, dots.pieces());
        assertDiameters(Math.sqrt(2), Math.sqrt(2), dots);
    }

    /** Non-square pixels are lengths in mm, not pixels. */
    @Test
    void anisotropicPixels() {
        AbcHalf abc = AbcHalf.of(Shapes.ellipsoid(new Spacing(0.2, 0.5, 0.5), 20, 10, 8, 60));
        assertEquals(40, abc.a(), 0.7);
        assertEquals(20, abc.b(), 0.7);
    }
}
