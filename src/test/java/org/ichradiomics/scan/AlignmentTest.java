package org.ichradiomics.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.format.NiftiBytes;
import org.ichradiomics.format.Voxels;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Masks on the 5 × 4 × 3 grid of {@link AxisOrderTest}, 0.5 × 0.75 × 6 mm; the values 100 x + 10 y + z serve as labels.
 *
 * <p>Covers Scan.
 */
class AlignmentTest {

    private static final double[] LPS = {-0.5, 0, 0, 60, 0, -0.75, 0, 80, 0, 0, 6, -40};

    private static final String FAR =
            "open the mask that was made for this scan, or lay it on by its place with placement=resampled"
                    + " where there is a placement (extract, batch, Open Mask, Save Mask).";

    @TempDir
    Path folder;

    /** Voxel (x, y, z) = (4, 1, 2) of the scan, whatever the order of either file. */
    @ParameterizedTest
    @MethodSource("org.ichradiomics.scan.AxisOrderTest#orders")
    void aMaskInAnyOrderLiesOnTheSameVoxels(String order) throws InvalidInputException {
        Labels mask = Nifti.readLabels(AxisOrderTest.stored(order).write(folder.resolve("mask.nii")));
        Scan scan = Nifti.readScan(AxisOrderTest.stored("RAS").write(folder.resolve("scan.nii")));
        Labels onto = mask.onto(scan);
        assertOnly(4 + 5 * (1 + 4 * 2), onto, "412");
        assertEquals(List.of(), onto.warnings());
        assertEquals(scan.geometry(), onto.geometry());
    }

    @ParameterizedTest
    @CsvSource({"0.24, 0, 0", "0, 0.37, 0", "0, 0, -2.99"})
    void halfAVoxelIsNear(double x, double y, double z) throws InvalidInputException {
        assertEquals(List.of(), maskAt(shifted(x, y, z)).onto(scan()).warnings());
    }

    @ParameterizedTest
    @CsvSource({"0.26, 0, 0, 0.3", "0, 0.38, 0, 0.4", "0, 0, -3.01, 3.0", "0, 0, 120, 120.0"})
    void moreIsRefused(double x, double y, double z, String mm) throws InvalidInputException {
        Labels mask = maskAt(shifted(x, y, z));
        assertEquals(
                "mask.nii lies up to " + mm + " mm away from scan.nii, more than half a voxel: " + FAR,
                Voxels.refusal(() -> mask.onto(scan())));
    }

    /** The first voxels coincide, the last ones do not. */
    @Test
    void otherAxesAreRefused() throws InvalidInputException {
        double[] longer = LPS.clone();
        longer[0] = -0.6;
        Labels stretched = Nifti.readLabels(
                grid(5, 4, 3).spacing(0.6, 0.75, 6).sform(longer).write(folder.resolve("mask.nii")));
        assertTrue(Voxels.refusal(() -> stretched.onto(scan())).contains("0.4 mm"));
        double cos = Math.cos(Math.toRadians(20));
        double sin = Math.sin(Math.toRadians(20));
        Labels turned = maskAt(-0.5, 0, 0, 60, 0, -0.75 * cos, -6 * sin, 80, 0, -0.75 * sin, 6 * cos, -40);
        assertTrue(Voxels.refusal(() -> turned.onto(scan())).contains("more than half a voxel"));
    }

    @Test
    void anotherGridIsRefused() throws InvalidInputException {
        Labels mask = Nifti.readLabels(
                grid(5, 4, 2).spacing(0.5, 0.75, 6).sform(shifted(0.2, 0, 0)).write(folder.resolve("mask.nii")));
        assertEquals(
                "mask.nii has 5 × 4 × 2 voxels but scan.nii has 5 × 4 × 3 of another grid: " + FAR,
                Voxels.refusal(() -> mask.onto(scan())));
        Labels plain = Nifti.readLabels(grid(5, 4, 2).spacing(0.5, 0.75, 6).write(folder.resolve("mask.nii")));
        assertEquals(
                "mask.nii has 5 × 4 × 2 voxels but scan.nii has 5 × 4 × 3: open the mask that was made for this scan.",
                Voxels.refusal(() -> plain.onto(scan())));
    }

    /** An array z, y, x or y, x, z, saved with the scan's own affine. */
    @ParameterizedTest
    @CsvSource({"4, 5, 3", "3, 4, 5", "5, 3, 4"})
    void swappedAxesAreRefused(int x, int y, int z) throws InvalidInputException {
        NiftiBytes bytes = grid(x, y, z).spacing(0.5, 0.75, 6).sform(LPS);
        Labels mask = Nifti.readLabels(bytes.write(folder.resolve("mask.nii")));
        String refusal = Voxels.refusal(() -> mask.onto(scan()));
        assertTrue(
                refusal.startsWith("mask.nii has " + x + " × " + y + " × " + z
                        + " voxels but scan.nii has 5 × 4 × 3, so its axes were swapped when it was saved"),
                refusal);
    }

    /** Slices 2 and 3 of 3, and one behind the last: of its 40 voxels, all labelled but one, 20 lie in the scan. */
    @Test
    void aMaskOfTheSameGridLiesInItsPlace() throws InvalidInputException {
        Labels mask = Nifti.readLabels(
                grid(5, 4, 2).spacing(0.5, 0.75, 6).sform(shifted(0, 0, 12)).write(folder.resolve("mask.nii")));
        Labels onto = mask.onto(scan());
        double[] values = values(onto);
        for (int i = 0; i < 60; i++) assertEquals(i < 40 ? 0 : i - 40, values[i]);
        assertEquals(
                List.of(
                        "mask.nii has 5 × 4 × 2 voxels, of which 5 × 4 × 1 lie in the 5 × 4 × 3 of scan.nii, and "
                                + "those outside were left out.",
                        "20 of the 39 labelled voxels of mask.nii lie outside scan.nii and were lost: check that the "
                                + "mask was made for this scan."),
                onto.warnings());
        Labels beyond = Nifti.readLabels(
                grid(5, 4, 2).spacing(0.5, 0.75, 6).sform(shifted(0, 0, 18)).write(folder.resolve("mask.nii")));
        assertEquals(
                "mask.nii lies wholly outside scan.nii: open the mask that was made for this scan.",
                Voxels.refusal(() -> beyond.onto(scan())));
    }

    /** All around larger, and all of it that is labelled inside. */
    @Test
    void aPaddedMaskLiesInItsPlace() throws InvalidInputException {
        byte[] voxels = new byte[9 * 8 * 7];
        voxels[2 + 9 * (2 + 8 * 2)] = 1;
        Labels mask = Nifti.readLabels(NiftiBytes.first()
                .dims(9, 8, 7)
                .spacing(0.5, 0.75, 6)
                .sform(shifted(1, 1.5, -12))
                .bytes(voxels)
                .write(folder.resolve("mask.nii")));
        Labels onto = mask.onto(scan());
        assertOnly(0, onto, "1");
        assertEquals(
                List.of("mask.nii has 9 × 8 × 7 voxels, of which 5 × 4 × 3 lie in the 5 × 4 × 3 of scan.nii, and "
                        + "those outside were left out."),
                onto.warnings());
        voxels[2 + 9 * (2 + 8 * 2)] = 0;
        voxels[0] = 1;
        Labels lost = Nifti.readLabels(NiftiBytes.first()
                .dims(9, 8, 7)
                .spacing(0.5, 0.75, 6)
                .sform(shifted(1, 1.5, -12))
                .bytes(voxels)
                .write(folder.resolve("mask.nii")));
        assertEquals(
                "mask.nii has no labelled voxel inside scan.nii: open the mask that was made for this scan.",
                Voxels.refusal(() -> lost.onto(scan())));
    }

    /**
     * A scan of a tilted gantry, its slices shifted sideways, and a mask saved by a program that reads such a grid as
     * upright.
     */
    @Test
    void aMaskMayReadTheTiltTheOtherWay() throws InvalidInputException {
        double[] sheared = LPS.clone();
        sheared[6] = 2;
        Scan scan = Nifti.readScan(
                grid(5, 4, 3).spacing(0.5, 0.75, 6.324555).sform(sheared).write(folder.resolve("scan.nii")));
        Labels onto = maskAt(LPS).onto(scan);
        assertArrayEquals(Voxels.of(scan.hu()), values(onto));
        assertTrue(
                onto.warnings().toString().contains("read the other way"),
                onto.warnings().toString());
        assertEquals(List.of(), maskAt(sheared).onto(scan).warnings());
        Labels untilted = maskAt(sheared);
        assertTrue(Voxels.refusal(() -> untilted.onto(scan())).contains("more than half a voxel"));
    }

    /** At 45° two orders are equally close to LPS; the mask follows the scan, not the last bit of its own header. */
    @Test
    void onATieTheMaskFollowsTheScan() throws InvalidInputException {
        double r = Math.sqrt(0.5);
        double[] rows = {-r, r, 0, 0, -r, -r, 0, 0, 0, 0, 6, 0};
        double[] nudged = {-r, r + 4e-6, 0, 0, -r - 4e-6, -r, 0, 0, 0, 0, 6, 0};
        Scan scan = Nifti.readScan(grid(5, 4, 3).spacing(1, 1, 6).sform(rows).write(folder.resolve("scan.nii")));
        Labels mask =
                Nifti.readLabels(grid(5, 4, 3).spacing(1, 1, 6).sform(nudged).write(folder.resolve("mask.nii")));
        assertArrayEquals(Voxels.of(scan.hu()), values(mask.onto(scan)));
    }

    @Test
    void withoutAnyOrientationIndexIsAllThereIs() throws InvalidInputException {
        Labels mask = Nifti.readLabels(grid(5, 4, 3).spacing(0.5, 0.75, 6).write(folder.resolve("mask.nii")));
        Scan scan = Nifti.readScan(grid(5, 4, 3).spacing(0.5, 0.75, 6).write(folder.resolve("scan.nii")));
        assertEquals(List.of(), mask.onto(scan).warnings());
        assertArrayEquals(Voxels.of(scan.hu()), values(mask.onto(scan)));
    }

    /** The mask's array was made from the scan's array; the scan's order tells where it belongs. */
    @ParameterizedTest
    @CsvSource({"LAS, true", "SPR, true", "LPS, false"})
    void aMaskThatLostItsOrientationIsInTheScansOrder(String order, boolean doubtful) throws InvalidInputException {
        Scan scan = Nifti.readScan(AxisOrderTest.stored(order).write(folder.resolve("scan.nii")));
        Labels mask = Nifti.readLabels(AxisOrderTest.stored(order).noSform().write(folder.resolve("mask.nii")));
        Labels onto = mask.onto(scan);
        assertArrayEquals(Voxels.of(scan.hu()), values(onto));
        assertEquals(1, onto.warnings().size());
        assertTrue(onto.warnings().get(0).startsWith("mask.nii says nothing about its orientation"));
        assertEquals(doubtful, onto.warnings().get(0).contains("not mirrored"));
    }

    /** nibabel with numpy.eye(4), or SimpleITK without CopyInformation: the array is the scan's, its place is lost. */
    @ParameterizedTest
    @CsvSource({"LAS, 1", "LAS, -1", "SPR, 1", "SPR, -1", "LPS, 1"})
    void aMaskWithTheIdentityForItsPlaceIsInTheScansOrder(String order, int sign) throws InvalidInputException {
        Scan scan = Nifti.readScan(AxisOrderTest.stored(order).write(folder.resolve("scan.nii")));
        Labels mask = Nifti.readLabels(AxisOrderTest.stored(order)
                .spacing(1, 1, 1)
                .sform(sign, 0, 0, 0, 0, sign, 0, 0, 0, 0, 1, 0)
                .write(folder.resolve("mask.nii")));
        for (Placement placement : List.of(Placement.CHECKED, Placement.FORCED)) {
            Labels onto = mask.onto(scan, placement);
            assertArrayEquals(Voxels.of(scan.hu()), values(onto));
            assertTrue(
                    onto.warnings().get(0).startsWith("mask.nii names no place but the usual one"),
                    onto.warnings().toString());
        }
    }

    /** An ImageJ stack is as displayed, which is LPS; a mask that knows where it lies comes in LPS. */
    @ParameterizedTest
    @CsvSource({"LAS, true", "LPS, false"})
    void aScanWithoutOrientationIsAsDisplayed(String order, boolean doubtful) throws InvalidInputException {
        double[] hu = IntStream.range(0, 60)
                .mapToDouble(i -> 100 * (i % 5) + 10 * (i / 5 % 4) + i / 20)
                .toArray();
        Scan scan = Scan.of("stack", ArrayImgs.doubles(hu, 5, 4, 3), Geometry.stored(5, 4, 3, null, null, List.of()));
        Labels onto = Nifti.readLabels(AxisOrderTest.stored(order).write(folder.resolve("mask.nii")))
                .onto(scan);
        assertArrayEquals(hu, values(onto));
        assertEquals(1, onto.warnings().size());
        assertTrue(onto.warnings().get(0).startsWith("stack says nothing about its orientation"));
        assertEquals(doubtful, onto.warnings().get(0).contains("not mirrored"));
    }

    @Test
    void anotherSpacingIsSaidWhenPlacesCannotBeCompared() throws InvalidInputException {
        Labels mask = Nifti.readLabels(grid(5, 4, 3).spacing(0.5, 0.75, 3).write(folder.resolve("mask.nii")));
        List<String> warnings = mask.onto(scan()).warnings();
        assertTrue(warnings.get(1).contains("other distances between its voxels than scan.nii"), warnings.toString());
    }

    /** 0.5 × 0.75 × 6 mm are 0.00225 mL. */
    @Test
    void volumesAreThoseOfTheScansSpacing() throws InvalidInputException {
        Labels mask = Nifti.readLabels(grid(5, 4, 3).spacing(0, 0, 0).write(folder.resolve("mask.nii")));
        assertEquals(0.00225, mask.onto(scan()).list().get(0).millilitres(), 1e-15);
    }

    private static NiftiBytes grid(int x, int y, int z) {
        return NiftiBytes.first().dims(x, y, z).int16(x * y * z, i -> i);
    }

    private static double[] shifted(double x, double y, double z) {
        double[] rows = LPS.clone();
        rows[3] += x;
        rows[7] += y;
        rows[11] += z;
        return rows;
    }

    private Labels maskAt(double... rows) throws InvalidInputException {
        return Nifti.readLabels(grid(5, 4, 3).spacing(0.5, 0.75, 6).sform(rows).write(folder.resolve("mask.nii")));
    }

    private Scan scan() throws InvalidInputException {
        return Nifti.readScan(grid(5, 4, 3).spacing(0.5, 0.75, 6).sform(LPS).write(folder.resolve("scan.nii")));
    }

    private static void assertOnly(int voxel, Labels labels, String label) throws InvalidInputException {
        boolean[] inside = Voxels.inside(labels.select(label));
        assertEquals(1, Voxels.count(inside));
        assertTrue(inside[voxel]);
    }

    /** The labels as numbers, background 0. */
    private static double[] values(Labels labels) throws InvalidInputException {
        double[] values = new double[60];
        for (Label label : labels.list()) {
            boolean[] inside = Voxels.inside(labels.select(Long.toString(label.value())));
            for (int i = 0; i < 60; i++) if (inside[i]) values[i] = label.value();
        }
        return values;
    }
}
