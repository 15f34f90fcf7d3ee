package org.ichradiomics.format;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NiftiGeometryTest {

    private static final double[] RAMP = IntStream.range(0, 24).asDoubleStream().toArray();

    @TempDir
    Path folder;

    @Test
    void spacingIsThePixdimAsStored() throws InvalidInputException {
        double stored = 0.48828119039535522; // the float32 nearest to what dcm2niix wrote; 250/512 would be 0.48828125
        Geometry geometry = read(grid().spacing(stored, stored, 7)
                        .sform(-0.48828125, 0, 0, 1, 0, -0.48828125, 0, 2, 0, 0, 7, 3))
                .geometry();
        assertEquals(new Spacing(stored, stored, 7), geometry.spacing().orElseThrow());
        assertEquals(List.of(), geometry.warnings());
    }

    /** Quaternions of the upright orders, worked out by hand from R(a, b, c, d). */
    @ParameterizedTest
    @CsvSource({
        " 1, 0, 0, 0, RAS", " 1, 0, 0, 1, LPS", " 1, 1, 0, 0, RPI", " 1, 0, 1, 0, LAI",
        "-1, 0, 0, 0, RAI", "-1, 0, 0, 1, LPI", "-1, 1, 0, 0, RPS", "-1, 0, 1, 0, LAS",
        " 0, 0, 0, 1, LPS"
    })
    void theQformIsUsedWhenThereIsNoSform(double qfac, double b, double c, double d, String axes)
            throws InvalidInputException {
        Geometry geometry = read(grid().spacing(0.5, 0.6, 5).qform(qfac, b, c, d, 10, 20, 30))
                .geometry();
        assertEquals(axes, geometry.storedAxes().orElseThrow());
        assertEquals(
                new Spacing((float) 0.5, (float) 0.6, 5), geometry.spacing().orElseThrow());
        assertArrayEquals(
                new double[] {10, 20, 30},
                IntStream.range(0, 3)
                        .mapToDouble(row -> geometry.storedAffine().get(row, 3))
                        .toArray());
        assertEquals(List.of(), geometry.warnings());
    }

    /** A quarter turn about z, (a, b, c, d) = (√½, 0, 0, √½): columns run to the front, rows to the left. */
    @Test
    void aQuarterTurnPermutes() throws InvalidInputException {
        Scan scan = read(grid().spacing(0.5, 0.6, 5).qform(1, 0, 0, Math.sqrt(0.5), 0, 0, 0));
        assertEquals("ALS", scan.geometry().storedAxes().orElseThrow());
        assertEquals(3, scan.geometry().size(0));
        assertEquals(4, scan.geometry().size(1));
        // Stored (x, y) = (3, 0) is the frontmost and rightmost voxel: the first in LPS.
        assertEquals(3, Voxels.of(scan.hu())[0]);
    }

    @Test
    void aHalfTurnMayBeRoundedBeyondOne() throws InvalidInputException {
        Geometry geometry = read(grid().qform(1, 0, 0, 1.00001, 0, 0, 0)).geometry();
        assertEquals("LPS", geometry.storedAxes().orElseThrow());
        assertEquals(-1, geometry.storedAffine().get(0, 0), 1e-12);
    }

    @Test
    void theSformComesBeforeTheQform() throws InvalidInputException {
        Geometry agreeing =
                read(NiftiBytes.upright(4, 3, 2).qform(1, 0, 0, 1, 99, 99, 99)).geometry();
        assertEquals(10, agreeing.storedAffine().get(0, 3));
        assertEquals(List.of(), agreeing.warnings());
        Geometry contradicting =
                read(NiftiBytes.upright(4, 3, 2).qform(1, 0, 0, 0, 0, 0, 0)).geometry();
        assertEquals("LPS", contradicting.storedAxes().orElseThrow());
        assertWarns(contradicting, "sform LPS and qform RAS", "sform was used");
    }

    @Test
    void withoutOrientationItIsTakenAsDisplayed() throws InvalidInputException {
        Scan scan = read(grid().spacing(0.5, 0.5, 5));
        assertEquals(Optional.empty(), scan.geometry().affine());
        assertEquals(Optional.empty(), scan.geometry().storedAxes());
        assertEquals(new Spacing(0.5, 0.5, 5), scan.geometry().spacing().orElseThrow());
        assertArrayEquals(RAMP, Voxels.of(scan.hu()));
        assertWarns(scan.geometry(), "no usable orientation", "left and right");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1000", "2, 1", "3, 0.001"})
    void lengthsAreConvertedToMillimetres(int unit, double factor) throws InvalidInputException {
        Geometry geometry = read(NiftiBytes.second(ByteOrder.LITTLE_ENDIAN)
                        .dims(4, 3, 2)
                        .units(unit | 8)
                        .spacing(0.5 / factor, 0.5 / factor, 5 / factor)
                        .sform(
                                -0.5 / factor,
                                0,
                                0,
                                10 / factor,
                                0,
                                -0.5 / factor,
                                0,
                                20 / factor,
                                0,
                                0,
                                5 / factor,
                                30 / factor))
                .geometry();
        Spacing spacing = geometry.spacing().orElseThrow();
        assertEquals(0.5, spacing.x(), 1e-15);
        assertEquals(5, spacing.z(), 1e-14);
        assertEquals(30, geometry.affine().orElseThrow().get(2, 3), 1e-13);
        assertEquals(List.of(), geometry.warnings());
    }

    @Test
    void anUnknownUnitIsSaid() throws InvalidInputException {
        assertWarns(read(NiftiBytes.upright(4, 3, 2).units(5)).geometry(), "unknown unit", "mm was assumed");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -5, Double.NaN, Double.POSITIVE_INFINITY, 1e30, 1e-30})
    void anUnusablePixdimIsNeverGuessed(double z) throws InvalidInputException {
        Geometry bare = read(grid().spacing(0.5, 0.5, z)).geometry();
        assertEquals(Optional.empty(), bare.spacing());
        assertWarns(bare, "how far apart", "give the spacing in mm");

        Geometry qform =
                read(grid().spacing(0.5, 0.5, z).qform(1, 0, 0, 1, 0, 0, 0)).geometry();
        assertEquals(Optional.empty(), qform.spacing());
        assertEquals(Optional.empty(), qform.affine());

        Geometry sform = read(NiftiBytes.upright(4, 3, 2).spacing(0.5, 0.5, z)).geometry();
        assertEquals(new Spacing(0.5, 0.5, 5), sform.spacing().orElseThrow());
        assertWarns(sform, "no usable pixdim", "sform");
    }

    @Test
    void whereTheyDisagreeTheSformIsFollowed() throws InvalidInputException {
        Geometry within =
                read(NiftiBytes.upright(4, 3, 2).spacing(0.5, 0.5, 5.004)).geometry();
        assertEquals((float) 5.004, within.spacing().orElseThrow().z());
        assertEquals(List.of(), within.warnings());
        Geometry beyond =
                read(NiftiBytes.upright(4, 3, 2).spacing(0.5, 0.5, 5.006)).geometry();
        assertEquals(5, beyond.spacing().orElseThrow().z());
        assertWarns(beyond, "0.5000 × 0.5000 × 5.0060 mm", "0.5000 × 0.5000 × 5.0000 mm", "sform was used");
    }

    @Test
    void anUnusableSformLeavesTheQform() throws InvalidInputException {
        double[][] unusable = {
            {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
            {1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0},
            {1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0},
            {Double.NaN, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0},
            {1, 0, 0, Double.POSITIVE_INFINITY, 0, 1, 0, 0, 0, 0, 1, 0}
        };
        for (double[] rows : unusable) {
            Geometry geometry =
                    read(grid().sform(rows).qform(1, 0, 0, 1, 0, 0, 0)).geometry();
            assertEquals("LPS", geometry.storedAxes().orElseThrow());
            assertWarns(geometry, "unusable sform");
            Geometry alone = read(grid().sform(rows)).geometry();
            assertEquals(Optional.empty(), alone.affine());
            assertWarns(alone, "no usable orientation");
        }
    }

    @Test
    void anUnusableQuaternionIsIgnored() throws InvalidInputException {
        for (double b : new double[] {1.5, Double.NaN}) {
            Geometry geometry = read(grid().qform(1, b, 0, 0, 0, 0, 0)).geometry();
            assertEquals(Optional.empty(), geometry.affine());
            assertWarns(geometry, "unusable qform");
        }
    }

    /** A gantry tilt left in the sform, tan 18.5° = 0.3346: cells hold cos 18.5° = 0.9483 of x · y · z. */
    @Test
    void aShearedGridIsSaid() throws InvalidInputException {
        Geometry geometry = read(grid().spacing(1, 1, 1.0545).sform(-1, 0, 0, 0, 0, -1, 0.3346, 0, 0, 0, 1, 0))
                .geometry();
        assertWarns(geometry, "shifted sideways", "18.5°", "along the normal, 1.0000 mm");
        assertEquals(1, geometry.spacing().orElseThrow().z());
    }

    /**
     * Some programs write the step from slice to slice into pixdim, some the distance along the normal; |det| is 0.45²
     * · 5 mm³.
     */
    @ParameterizedTest
    @ValueSource(doubles = {5.272461, 5})
    void theDistanceOfShearedSlicesIsThatAlongTheirNormal(double pixdim) throws InvalidInputException {
        Geometry geometry = read(grid().spacing(0.45, 0.45, pixdim)
                        .sform(-0.45, 0, 0, 0, 0, -0.45, 1.672977, 0, 0, 0, 5, 0))
                .geometry();
        assertEquals(5, geometry.spacing().orElseThrow().z());
        assertEquals(0.45 * 0.45 * 5, geometry.spacing().orElseThrow().voxelVolume(), 1e-6);
        assertEquals(1, geometry.warnings().size(), geometry.warnings().toString());
    }

    /**
     * A tilted stack stored slices first, and one whose slices lie along the second axis: the slices have the square
     * pixels.
     */
    @Test
    void theSlicesOfATiltedStackMayBeStoredAlongAnyAxis() throws InvalidInputException {
        assertArrayEquals(
                new double[] {0.45, 0.45, 5},
                read(grid().spacing(5.272461, 0.45, 0.45).sform(0, -0.45, 0, 0, 1.672977, 0, -0.45, 0, 5, 0, 0, 0))
                        .geometry()
                        .lengths(),
                1e-7);
        assertArrayEquals(
                new double[] {0.45, 0.45, 5},
                read(grid().spacing(0.45, 5.272461, 0.45).sform(-0.45, 0, 0, 0, 0, 1.672977, -0.45, 0, 0, 5, 0, 0))
                        .geometry()
                        .lengths(),
                1e-7);
    }

    /** A tilt of 2° takes 0.06 % of the volume, less than any rounding of a header would. */
    @Test
    void aSmallTiltCounts() throws InvalidInputException {
        Geometry geometry = read(grid().spacing(0.5, 0.5, 5)
                        .sform(
                                -0.5,
                                0,
                                0,
                                0,
                                0,
                                -0.5,
                                5 * Math.sin(Math.toRadians(2)),
                                0,
                                0,
                                0,
                                5 * Math.cos(Math.toRadians(2)),
                                0))
                .geometry();
        assertEquals(
                5 * Math.cos(Math.toRadians(2)),
                geometry.spacing().orElseThrow().z(),
                1e-6);
    }

    /** Header digits of a plain oblique scan are no tilt. */
    @Test
    void roundingIsNoTilt() throws InvalidInputException {
        Geometry geometry = read(grid().spacing(0.5, 0.5, 5)
                        .sform(-0.5, 0, 0, 0, 0, -0.4698, 1.7101, 0, 0, -0.171, -4.6985, 0))
                .geometry();
        assertEquals(List.of(), geometry.warnings());
        assertEquals(5, geometry.spacing().orElseThrow().z());
    }

    @Test
    void theIdentityIsDoubted() throws InvalidInputException {
        assertWarns(
                read(grid().spacing(1, 1, 1).sform(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0))
                        .geometry(),
                "no place but the usual one",
                "check the spacing");
        assertEquals(
                List.of(),
                read(grid().spacing(1, 1, 1).sform(1, 0, 0, 7, 0, 1, 0, 0, 0, 0, 1, 0))
                        .geometry()
                        .warnings());
    }

    private static NiftiBytes grid() {
        return NiftiBytes.first().dims(4, 3, 2);
    }

    private Scan read(NiftiBytes file) throws InvalidInputException {
        return Nifti.readScan(file.int16(24, i -> i).write(folder.resolve("grid.nii")));
    }

    private static void assertWarns(Geometry geometry, String... words) {
        String all = String.join(" ", geometry.warnings());
        for (String word : words) assertTrue(all.contains(word), all);
        for (String warning : geometry.warnings()) assertTrue(warning.startsWith("grid.nii "), warning);
    }
}
