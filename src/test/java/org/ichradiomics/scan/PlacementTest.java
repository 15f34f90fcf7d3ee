package org.ichradiomics.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.format.NiftiBytes;
import org.ichradiomics.format.ScanFile;
import org.ichradiomics.format.TextVolume;
import org.ichradiomics.format.Voxels;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Masks that do not fit their scan of 8 × 6 × 4 voxels, 1 × 1 × 5 mm, LPS. */
class PlacementTest {

    private static final int[] SIZE = {8, 6, 4};
    private static final double[] LPS = {-1, 0, 0, 10, 0, -1, 0, 20, 0, 0, 5, 30};

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aMaskThatFitsIsTakenAsItIs(Placement placement) throws InvalidInputException {
        Labels onto = mask("mask.nii", SIZE, shifted(0.4, 0, 0), 5, 77).onto(scan(), placement);
        assertEquals(List.of(), onto.warnings());
        assertArrayEquals(marked(8 * 6 * 4, 5, 77), Voxels.inside(onto.select("any")));
    }

    @Test
    void forcedItIsTakenWhereverItLies() throws InvalidInputException {
        Labels mask = mask("mask.nii", SIZE, shifted(0, 3, -40), 5, 77);
        assertTrue(Voxels.refusal(() -> mask.onto(scan())).contains("lies up to 40.1 mm away"));
        Labels onto = mask.onto(scan(), Placement.FORCED);
        assertArrayEquals(marked(8 * 6 * 4, 5, 77), Voxels.inside(onto.select("any")));
        assertEquals(
                List.of("mask.nii lies up to 40.1 mm away from scan.nii and was laid on it voxel by voxel, as was "
                        + "asked."),
                onto.warnings());
    }

    /** The axes still correspond: rows stored from back to front are turned, though the place is wrong. */
    @Test
    void forcedItsAxesAreStillTurned() throws InvalidInputException {
        double[] las = {-1, 0, 0, 10, 0, 1, 0, 500, 0, 0, 5, 30};
        Labels onto = mask("mask.nii", SIZE, las, 2 + 8 * (1 + 6 * 3)).onto(scan(), Placement.FORCED);
        assertArrayEquals(marked(8 * 6 * 4, 2 + 8 * (4 + 6 * 3)), Voxels.inside(onto.select("any")));
    }

    @Test
    void anotherSizeCannotBeForced() throws InvalidInputException {
        Labels mask = mask("mask.nii", new int[] {8, 6, 3}, shifted(0.2, 0, 0), 5);
        assertTrue(Voxels.refusal(() -> mask.onto(scan(), Placement.FORCED))
                .contains("8 × 6 × 3 voxels but scan.nii has 8 × 6 × 4"));
    }

    /** 3D Slicer saves the part of the grid that is not empty. */
    @Test
    void aCroppedSegmentationLiesInItsPlace() throws InvalidInputException {
        double[] part = shifted(-2, -1, 10);
        Labels onto = segmentation(part).onto(scan());
        assertArrayEquals(
                marked(8 * 6 * 4, 2 + 8 * (1 + 6 * 2), 4 + 8 * (2 + 6 * 3)), Voxels.inside(onto.select("any")));
        assertEquals(
                List.of("mask.seg.nrrd covers 3 × 2 × 2 of the 8 × 6 × 4 voxels of scan.nii, and all others were "
                        + "taken as background."),
                onto.warnings());
        assertEquals(2, onto.list().get(0).voxels());
    }

    /** Beyond the edge, and one of two labelled voxels with it. */
    @Test
    void whatLiesBeyondTheEdgeIsSaid() throws InvalidInputException {
        for (double[] rows : List.of(shifted(-6, -1, 10), shifted(-2, -1, 15))) {
            Labels onto = segmentation(rows).onto(scan());
            assertEquals(1, onto.list().get(0).voxels());
            assertTrue(
                    onto.warnings()
                            .get(1)
                            .startsWith("1 of the 2 labelled voxels of mask.seg.nrrd lie outside scan.nii"),
                    onto.warnings().toString());
        }
    }

    /** Between the voxels, with other steps: not the scan's own voxels. */
    @Test
    void whatIsNoPartOfTheGridIsRefused() throws InvalidInputException {
        double[] wider = shifted(-2, -1, 10);
        wider[0] = -1.1;
        for (double[] rows : List.of(shifted(-2.2, -1, 10), shifted(-2, -1, 10.5), wider)) {
            Labels mask = segmentation(rows);
            assertTrue(Voxels.refusal(() -> mask.onto(scan())).contains("3 × 2 × 2 voxels but scan.nii has 8 × 6 × 4"));
        }
    }

    private Labels segmentation(double[] rows) throws InvalidInputException {
        byte[] voxels = new byte[12];
        voxels[0] = 1;
        voxels[11] = 1;
        return ScanFile.readLabels(
                FileKind.NRRD,
                TextVolume.nrrd(3, 2, 2).raw("uchar", voxels).ras(rows).write(folder.resolve("mask.seg.nrrd")));
    }

    /** Twice as fine in all directions: every second voxel of the mask is the nearest one, and 8 make one. */
    @Test
    void resampledTheNearestLabelIsTaken() throws InvalidInputException {
        int[] fine = {16, 12, 8};
        // Its voxels lie a quarter of the scan's steps before and behind the scan's centres.
        double[] rows = {-0.5, 0, 0, 10.24, 0, -0.5, 0, 20.24, 0, 0, 2.5, 28.76};
        byte[] voxels = new byte[16 * 12 * 8];
        for (int z = 2; z < 4; z++)
            for (int y = 4; y < 8; y++) for (int x = 6; x < 8; x++) voxels[x + 16 * (y + 12 * z)] = 2;
        voxels[0] = 3;
        Labels mask = Nifti.readLabels(NiftiBytes.first()
                .dims(fine[0], fine[1], fine[2])
                .spacing(0.5, 0.5, 2.5)
                .sform(rows)
                .bytes(voxels)
                .write(folder.resolve("fine.nii")));
        Labels onto = mask.onto(scan(), Placement.RESAMPLED);
        assertArrayEquals(marked(8 * 6 * 4, 3 + 8 * (2 + 6), 3 + 8 * (3 + 6)), Voxels.inside(onto.select("2")));
        assertArrayEquals(marked(8 * 6 * 4, 0), Voxels.inside(onto.select("3")));
        assertEquals(
                List.of("fine.nii was resampled onto the grid of scan.nii, the nearest label for each voxel:"
                        + " label 2 has 0.010 mL, and had 0.010 mL; label 3 has 0.005 mL, and had 0.001 mL."),
                onto.warnings());
        assertEquals(0.01, onto.list().get(0).millilitres(), 1e-15);
    }

    /** An oracle that knows nothing of matrices: the distance in mm to every voxel of a mask that is turned by 30°. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void resampledTheNearestIsTheNearestInSpace(long seed) throws InvalidInputException {
        Random random = new Random(seed);
        double c = Math.cos(Math.PI / 6);
        double s = Math.sin(Math.PI / 6);
        // Cubes: along the axes nearest is then nearest in space.
        double[] rows = {-2 * c, 2 * s, 0, 8.3, -2 * s, -2 * c, 0, 22.1, 0, 0, 2, 29.7};
        int[] size = {7, 6, 9};
        byte[] voxels = new byte[7 * 6 * 9];
        for (int i = 0; i < voxels.length; i++) voxels[i] = (byte) (1 + random.nextInt(100));
        Labels mask = Nifti.readLabels(NiftiBytes.first()
                .dims(7, 6, 9)
                .spacing(2, 2, 2)
                .sform(rows)
                .bytes(voxels)
                .write(folder.resolve("m.nii")));
        Labels onto = mask.onto(scan(), Placement.RESAMPLED);
        double[] got = new double[8 * 6 * 4];
        for (Label label : onto.list()) {
            boolean[] inside = Voxels.inside(onto.select(Long.toString(label.value())));
            for (int i = 0; i < got.length; i++) if (inside[i]) got[i] = label.value();
        }
        int labelled = 0;
        for (int i = 0; i < got.length; i++) {
            double[] at = place(LPS, i % 8, i / 8 % 6, i / 48);
            double nearest = Double.MAX_VALUE;
            int label = 0;
            for (int v = 0; v < voxels.length; v++) {
                double[] p = place(rows, v % size[0], v / size[0] % size[1], v / size[0] / size[1]);
                double mm =
                        Math.sqrt(Math.pow(at[0] - p[0], 2) + Math.pow(at[1] - p[1], 2) + Math.pow(at[2] - p[2], 2));
                if (mm < nearest) {
                    nearest = mm;
                    label = voxels[v];
                }
            }
            if (got[i] != 0) {
                assertEquals(label, got[i]);
                labelled++;
            } else {
                // Outside the mask's grid: at least half a voxel from every centre.
                assertTrue(nearest >= 1 - 1e-5);
            }
        }
        assertTrue(labelled > 50, "" + labelled);
    }

    private static double[] place(double[] rows, int x, int y, int z) {
        double[] place = new double[3];
        for (int r = 0; r < 3; r++)
            place[r] = (float) rows[4 * r] * x
                    + (float) rows[4 * r + 1] * y
                    + (float) rows[4 * r + 2] * z
                    + (float) rows[4 * r + 3];
        return place;
    }

    @Test
    void whatCannotBeResampledIsRefused() throws InvalidInputException {
        Labels away = mask("away.nii", SIZE, shifted(0, 0, 400), 5);
        assertEquals(
                "away.nii has no labelled voxel inside scan.nii: open the mask that was made for this scan.",
                Voxels.refusal(() -> away.onto(scan(), Placement.RESAMPLED)));
        Labels nowhere = Nifti.readLabels(NiftiBytes.first()
                .dims(2, 2, 1)
                .spacing(1, 1, 5)
                .bytes((byte) 1, (byte) 0, (byte) 0, (byte) 0)
                .write(folder.resolve("nowhere.nii")));
        assertTrue(Voxels.refusal(() -> nowhere.onto(scan(), Placement.RESAMPLED))
                .contains("because nowhere.nii says nothing about its orientation"));
        Scan stack = Scan.of(
                "stack", ArrayImgs.shorts(4, 4, 4), Geometry.stored(4, 4, 4, new Spacing(1, 1, 5), null, List.of()));
        assertTrue(Voxels.refusal(() -> away.onto(stack, Placement.RESAMPLED))
                .contains("because stack says nothing about its orientation"));
    }

    private Scan scan() throws InvalidInputException {
        return Nifti.readScan(NiftiBytes.first()
                .dims(SIZE[0], SIZE[1], SIZE[2])
                .spacing(1, 1, 5)
                .sform(LPS)
                .int16(192, i -> i)
                .write(folder.resolve("scan.nii")));
    }

    private Labels mask(String name, int[] size, double[] rows, int... marked) throws InvalidInputException {
        byte[] voxels = new byte[size[0] * size[1] * size[2]];
        for (int i : marked) voxels[i] = 1;
        return Nifti.readLabels(NiftiBytes.first()
                .dims(size[0], size[1], size[2])
                .spacing(1, 1, 5)
                .sform(rows)
                .bytes(voxels)
                .write(folder.resolve(name)));
    }

    private static boolean[] marked(int count, int... marked) {
        boolean[] inside = new boolean[count];
        for (int i : marked) inside[i] = true;
        return inside;
    }

    private static double[] shifted(double x, double y, double z) {
        double[] rows = LPS.clone();
        rows[3] += x;
        rows[7] += y;
        rows[11] += z;
        return rows;
    }
}
