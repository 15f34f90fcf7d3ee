package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.FloatProcessor;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.format.NiftiWriter;
import org.ichradiomics.format.ScanFile;
import org.ichradiomics.outline.Grown;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Replacing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers ImageJProgress, ImagePoints and ManagedRois. */
class HaematomaGrowingTest {

    private static final int NX = 104;
    private static final int NY = 128;
    private static final int NZ = 22;

    @TempDir
    Path folder;

    private static Path deep() throws Exception {
        return Path.of(Outline.class.getResource("deep_hu.nii.gz").toURI());
    }

    private static ImagePlus open(Path scan) throws InvalidInputException {
        return CtOpening.asItIs(scan);
    }

    private static HaematomaGrowing.Result grow(ImagePlus image, String... keysAndValues) throws InvalidInputException {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) options.put(keysAndValues[i], keysAndValues[i + 1]);
        return HaematomaGrowing.run(image, Options.of(options, HaematomaGrowing.OPTIONS), Progress.NONE);
    }

    private static int[] labels(HaematomaGrowing.Result grown) {
        Outline outline = grown.session().outline();
        return IntStream.range(0, outline.grid().size()).map(outline::label).toArray();
    }

    /** The lines are those of what then grows, and nobody takes them for a mask. */
    @Test
    void aPreviewDrawsNothing() throws Exception {
        ImagePlus image = open(deep());
        Map<String, String> wide = Map.of("seed", "68,62,12", "low", "45", "high", "100", "radius", "12");
        Options options = Options.of(wide, HaematomaGrowing.OPTIONS);
        Grown grown = HaematomaGrowing.preview(image, options);
        Marks.preview(image, grown);
        Marks.preview(image, grown);
        Outline outline = OutlineSession.of(image).outline();
        assertEquals(0, outline.undoable());
        assertEquals(0, outline.millilitres(1));
        Roi[] lines = image.getOverlay().toArray();
        assertTrue(Arrays.stream(lines).noneMatch(Roi::isArea));
        HaematomaGrowing.Result drawn = HaematomaGrowing.run(image, options, Progress.NONE);
        assertEquals(1, outline.undoable());
        assertEquals(grown.millilitres(), drawn.millilitres());
        Marks.noPreview(image);
        Roi[] areas = image.getOverlay().toArray();
        assertEquals(Arrays.stream(drawn.slices()).filter(n -> n > 0).count(), areas.length);
        for (Roi area : areas) {
            assertTrue(
                    Arrays.stream(lines)
                            .anyMatch(line -> line.getPosition() == area.getPosition()
                                    && line.getFloatBounds().equals(area.getFloatBounds())),
                    area.getName());
        }
    }

    @Test
    void whatGrowsIsWhatIsMeasured() throws Exception {
        ImagePlus image = open(deep());
        HaematomaGrowing.Result grown = grow(image, "seed", "68,62,12");
        List<Lesion> lesions = new LesionFinder(
                        image, ImageScan.of(image), ExtractOptions.of(Map.of()), LesionFinder.Asker.NOBODY)
                .find();
        assertEquals(1, lesions.size());
        long measured = lesions.get(0)
                .region(grown.session().scan(), grown.session().scan().spacing())
                .size();
        assertEquals(Arrays.stream(grown.slices()).sum(), measured);
        assertTrue(
                grown.text()
                        .matches("haematoma, 2\\d\\.\\d\\d mL on 8 slices \\(\\d+ to \\d+\\), "
                                + "grown between 4\\d\\.\\d and 100\\.0 HU\\."),
                grown.text());
    }

    @Test
    void pointsOfTheSelectionAreSeeds() throws Exception {
        int[] named = labels(grow(open(deep()), "seed", "68,62,12; 66,60,11", "against", "60,62,12"));
        ImagePlus image = open(deep());
        PointRoi points = new PointRoi();
        image.setSlice(13);
        points.addUserPoint(image, 68.5, 62.2);
        image.setSlice(12);
        points.addUserPoint(image, 66.0, 60.9);
        points.setCounter(1);
        image.setSlice(13);
        points.addUserPoint(image, 60.5, 62.5);
        image.setRoi(points);
        assertEquals("68,62,12; 66,60,11", ImagePoints.clicked(image, false));
        assertEquals("60,62,12", ImagePoints.clicked(image, true));
        assertArrayEquals(named, labels(grow(image)));
    }

    /** A file that runs to the right, the front and the feet, as many do. */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, -1, -1", "-1, 1, 1"})
    void voxelsAreThoseOfTheFile(int x, int y, int z) throws Exception {
        Scan scan = ScanFile.readScan(deep());
        Geometry turned = Geometry.stored(
                new int[] {NX, NY, NZ},
                new double[] {1.3, 1.3, 5},
                Affine.of(1.3 * x, 0, 0, 0, 0, 1.3 * y, 0, 0, 0, 0, 5 * z, 0),
                List.of());
        Path file = folder.resolve("turned.nii.gz");
        NiftiWriter.writeFloat32(file, scan.hu(), turned, Replacing.ALWAYS);
        // The affine tells where the patient's left is; the file has its voxels turned against the display.
        String seed = (x > 0 ? NX - 1 - 68 : 68) + "," + (y > 0 ? NY - 1 - 62 : 62) + "," + (z < 0 ? NZ - 1 - 12 : 12);
        Path mask = folder.resolve("mask.nii.gz");
        HaematomaGrowing.Result grown = grow(open(file), "seed", seed, "out", mask.toString());
        assertArrayEquals(labels(grow(open(deep()), "seed", "68,62,12")), labels(grown));
        assertEquals(turned.storedAxes(), ScanFile.readScan(mask).geometry().storedAxes());
        byte[] there = new byte[NX * NY * NZ];
        var cursor = Views.flatIterable(ScanFile.readScan(mask).hu()).cursor();
        for (int i = 0; i < there.length; i++) there[i] = (byte) cursor.next().get();
        int[] expected = labels(grown);
        for (int i = 0; i < there.length; i++) assertEquals(expected[i], there[i]);
    }

    @Test
    void whatIsDrawnGivesWayOnlyIfItMay() throws Exception {
        ImagePlus image = open(deep());
        int[] all = labels(grow(image, "seed", "68,62,12"));
        assertArrayEquals(all, labels(grow(image, "seed", "68,62,12")), "the same once more");
        InvalidInputException refusal =
                assertThrows(InvalidInputException.class, () -> grow(image, "seed", "68,62,12", "radius", "8"));
        assertTrue(refusal.getMessage().contains("drawn already: haematoma, 2"), refusal.getMessage());
        OutlineSession session = OutlineSession.of(image);
        assertEquals(
                Arrays.stream(all).sum(),
                Arrays.stream(session.outline().voxels(1)).sum());
        grow(image, "seed", "68,62,12", "radius", "8", "overwrite", "yes");
        assertTrue(Arrays.stream(session.outline().voxels(1)).sum()
                < Arrays.stream(all).sum());
        session.change(Outline::undo);
        assertEquals(
                Arrays.stream(all).sum(),
                Arrays.stream(session.outline().voxels(1)).sum());
        grow(image, "seed", "68,62,12", "radius", "8", "label", "IVH");
        assertEquals(0, Arrays.stream(session.outline().voxels(2)).sum(), "voxels of other labels stay theirs");
    }

    @Test
    void aMaskThatMayNotBeReplacedLeavesTheImageAsItWas() throws Exception {
        Path mask = folder.resolve("mask.nrrd");
        grow(open(deep()), "seed", "68,62,12", "out", mask.toString());
        ImagePlus image = open(deep());
        assertThrows(
                InvalidInputException.class,
                () -> grow(image, "seed", "68,62,12", "radius", "8", "out", mask.toString()));
        assertNull(image.getOverlay());
        image.setRoi(new OvalRoi(3, 3, 20, 20));
        assertFalse(grow(image, "seed", "68,62,12", "out", mask.toString()).isWritten());
        assertNull(image.getRoi(), "an area beside the outline would be another mask");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seed | 68,62 | is no voxel",
                "seed | 168,62,12 | outside the image",
                "seed | 20,64,12 | no fresh blood",
                "low | x | is not a number",
                "low | 120 | must be below the upper",
                "label | 0 | is no label",
                "holes | none | is no choice",
                "radius | 0 | must be above 0",
                "out | mask.tif | is no name for a mask"
            })
    void whatIsWrongIsSaid(String key, String value, String words) throws Exception {
        ImagePlus image = open(deep());
        InvalidInputException refusal = assertThrows(
                InvalidInputException.class,
                () -> grow(image, "seed", key.equals("seed") ? value : "68,62,12", key, value));
        assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
        assertNull(image.getOverlay());
    }

    /** A window counts slices from 1, and whoever gives seeds from 0. */
    @Test
    void aRefusedPointIsNamedAsItIsSeen() throws Exception {
        InvalidInputException refusal =
                assertThrows(InvalidInputException.class, () -> grow(open(deep()), "seed", "20,64,12"));
        assertTrue(refusal.getMessage().startsWith("Round the point 20,64,12 lie "), refusal.getMessage());
        String shown = refusal.in(MenuWords.INSTANCE);
        assertTrue(shown.startsWith("Round the point 20, 64 on slice 13 lie "), shown);
    }

    @Test
    void withoutAPointThereIsNothingToGrowFrom() throws Exception {
        ImagePlus image = open(deep());
        image.setRoi(new OvalRoi(3, 3, 20, 20));
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> grow(image));
        assertTrue(refusal.getMessage().contains("click into the blood"), refusal.getMessage());
    }

    @Test
    void anImageWithoutSpacingIsToldOne() throws Exception {
        float[] hu = new float[30 * 30];
        for (int i = 0; i < hu.length; i++) hu[i] = i % 30 > 8 && i % 30 < 20 && i / 30 > 8 && i / 30 < 20 ? 60 : 35;
        ImagePlus image = new ImagePlus("plain", new FloatProcessor(30, 30, hu));
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> grow(image, "seed", "14,14,0"));
        assertTrue(refusal.getMessage().contains("spacing"), refusal.getMessage());
        HaematomaGrowing.Result grown = grow(image, "seed", "14,14,0", "spacing", "1,1,5");
        assertEquals(121, Arrays.stream(grown.slices()).sum());
        assertEquals(121 * 5 / 1000.0, grown.millilitres(), 1e-12);
    }
}
