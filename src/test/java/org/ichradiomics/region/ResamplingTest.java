package org.ichradiomics.region;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Interpolation, VoxelImage and VoxelMask. */
class ResamplingTest {

    /** f : place in mm from the middle of the image → HU. */
    @FunctionalInterface
    private interface Field {
        double at(double x, double y, double z);
    }

    private static final VoxelGrid FINE = new VoxelGrid(90, 80, 70, new Spacing(1, 1.1, 1.3));
    private static final Spacing COARSE = new Spacing(1.7, 2, 0.9);

    @ParameterizedTest
    @CsvSource({
        "60, 3, 2, 90",
        "204, 0.977, 2, 100",
        "201, 0.977, 2, 99",
        "10, 0.1, 1, 1",
        "3, 0.1, 0.3, 1",
        "1, 5, 2, 3",
        "7, 2, 2, 7"
    })
    void sizeIsRoundedUp(int n, double s, double t, int expected) throws Exception {
        assertEquals(
                expected,
                Resampling.of(new VoxelGrid(n, 1, 1, new Spacing(s, 1, 1)), new Spacing(t, 1, 1))
                        .grid()
                        .nx());
    }

    @Test
    void bothGridsShareTheirMiddle() throws Exception {
        // 3 voxels of 2 mm at −2, 0, 2 mm; 4 of 1.5 mm at −2.25, −0.75, 0.75, 2.25 mm: the outer ones take the border.
        VoxelImage line = VoxelImage.of(ArrayImgs.doubles(new double[] {-20, 0, 20}, 3, 1, 1), new Spacing(2, 1, 1));
        VoxelImage resampled =
                Resampling.of(line.grid(), new Spacing(1.5, 1, 1)).of(line, Interpolation.LINEAR);
        assertEquals(-20, resampled.hu(0));
        assertEquals(-7.5, resampled.hu(1), 1e-14);
        assertEquals(7.5, resampled.hu(2), 1e-14);
        assertEquals(20, resampled.hu(3));
    }

    @Test
    void linearKeepsWhatIsLinear() throws Exception {
        assertKeeps(Interpolation.LINEAR, 1e-11, 0, (x, y, z) -> 3 + x - 2 * y + 0.5 * z + 0.1 * x * y * z);
    }

    /** The mirrored border is not cubic; its trace fades as 0.27 to the power of the distance in voxels. */
    @Test
    void splineKeepsWhatIsCubic() throws Exception {
        assertKeeps(
                Interpolation.CUBIC_SPLINE,
                1e-6,
                25,
                (x, y, z) -> 1e-3 * x * x * x - 2e-3 * y * y * x + 1e-3 * z * z * z + x * y * z * 1e-2 - y + 4);
    }

    @ParameterizedTest
    @EnumSource
    void everyInterpolationKeepsAConstant(Interpolation interpolation) throws Exception {
        assertKeeps(interpolation, 1e-12, 0, (x, y, z) -> 42);
    }

    /** At the voxels themselves the spline goes through the samples: every second of the new centres is an old one. */
    @Test
    void splineGoesThroughTheSamples() throws Exception {
        double[] hu = {3, -1, 4, 1, -5, 9, 2, 6, -5, 3, 5};
        VoxelImage line = VoxelImage.of(ArrayImgs.doubles(hu, 11, 1, 1), new Spacing(1, 1, 1));
        VoxelImage thirds =
                Resampling.of(line.grid(), new Spacing(1 / 3.0, 1, 1)).of(line, Interpolation.CUBIC_SPLINE);
        for (int i = 0; i < hu.length; i++) assertEquals(hu[i], thirds.hu(3 * i + 1), 1e-12);
    }

    @Test
    void exactlyHalfAMaskIsInside() throws Exception {
        VoxelMask mask = VoxelMask.of(
                ArrayImgs.booleans(new boolean[] {false, true, true, false}, 1, 1, 4),
                ArrayImgs.bytes(1, 1, 4),
                new Spacing(1, 1, 3));
        VoxelMask resampled = Resampling.of(mask.grid(), new Spacing(1, 1, 2)).of(mask, Interpolation.LINEAR);
        // Centres at −5, −3, −1, 1, 3, 5 mm; the mask falls from 1 at ±1.5 mm to 0 at ±4.5 mm and is 0.5 at ±3 mm.
        assertEquals(4, resampled.count());
        assertTrue(resampled.contains(1) && resampled.contains(4));
    }

    @Test
    void anAxisOfTheSameSpacingIsLeftUntouched() throws Exception {
        VoxelImage image = image(FINE, (x, y, z) -> x * y + z * 0.3);
        assertSame(
                image.values(),
                Resampling.of(FINE, FINE.spacing())
                        .of(image, Interpolation.CUBIC_SPLINE)
                        .values());
    }

    @Test
    void tooFineASpacingIsRefused() {
        assertTrue(assertThrows(InvalidInputException.class, () -> Resampling.of(FINE, new Spacing(1e-3, 1e-3, 1e-3)))
                .getMessage()
                .contains("too large"));
    }

    private static void assertKeeps(Interpolation interpolation, double tolerance, int border, Field field)
            throws Exception {
        Resampling resampling = Resampling.of(FINE, COARSE);
        VoxelImage expected = image(resampling.grid(), field);
        VoxelImage actual = resampling.of(image(FINE, field), interpolation);
        VoxelGrid g = resampling.grid();
        for (int i = 0; i < g.size(); i++) {
            if (isInside(g, i, border)) assertEquals(expected.hu(i), actual.hu(i), tolerance);
        }
    }

    private static boolean isInside(VoxelGrid g, int i, int border) {
        int[] at = {i % g.nx(), i / g.nx() % g.ny(), i / g.nx() / g.ny()};
        for (int axis = 0; axis < 3; axis++) {
            double mm = Math.abs(at[axis] - (g.size(axis) - 1) / 2.0) * g.spacing(axis);
            if (mm > ((FINE.size(axis) - 1) / 2.0 - border) * FINE.spacing(axis)) return false;
        }
        return true;
    }

    private static VoxelImage image(VoxelGrid g, Field field) {
        double[] hu = new double[g.size()];
        for (int i = 0; i < hu.length; i++) {
            hu[i] = field.at(
                    (i % g.nx() - (g.nx() - 1) / 2.0) * g.spacing(0),
                    (i / g.nx() % g.ny() - (g.ny() - 1) / 2.0) * g.spacing(1),
                    (i / g.nx() / g.ny() - (g.nz() - 1) / 2.0) * g.spacing(2));
        }
        return VoxelImage.of(g, hu);
    }
}
