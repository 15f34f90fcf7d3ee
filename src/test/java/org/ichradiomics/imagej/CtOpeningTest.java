package org.ichradiomics.imagej;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.format.dicom.DicomStack;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.imagej.Values.assertHeadCt;
import static org.ichradiomics.imagej.Values.assertRefused;
import static org.ichradiomics.imagej.Values.assertSameFeatures;
import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Open CT..., Open Mask... and Save Mask...: exact HU, the place in the patient, and masks that come back voxel for
 * voxel.
 */
class CtOpeningTest {

    private static final Path SAMPLES = Path.of("sample-images");

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();

    private ImagePlus open(Path path, String... keysAndValues) throws InvalidInputException {
        Map<String, String> values = new java.util.HashMap<>(Map.of("path", path.toString()));
        for (int i = 0; i < keysAndValues.length; i += 2) values.put(keysAndValues[i], keysAndValues[i + 1]);
        return CtOpening.open(Options.of(values, CtOpening.OPTIONS), CtOpening.Chooser.FIRST, notes);
    }

    private static List<Roi> openMask(ImagePlus image, Path mask, String label) throws InvalidInputException {
        return MaskOpening.run(
                image,
                Options.of(Map.of("path", mask.toString(), "label", label), MaskOpening.OPTIONS),
                CtOpening.Chooser.FIRST);
    }

    private static long saveMask(ImagePlus image, Path out, String... keysAndValues) throws InvalidInputException {
        Map<String, String> values = new java.util.HashMap<>(Map.of("out", out.toString()));
        for (int i = 0; i < keysAndValues.length; i += 2) values.put(keysAndValues[i], keysAndValues[i + 1]);
        return MaskSaving.run(image, Options.of(values, MaskSaving.OPTIONS), LesionFinder.Asker.NOBODY);
    }

    private static void assertSameVoxels(
            RandomAccessibleInterval<DoubleType> expected, RandomAccessibleInterval<DoubleType> actual) {
        assertArrayEquals(expected.dimensionsAsLongArray(), actual.dimensionsAsLongArray());
        Cursor<DoubleType> there = Views.flatIterable(expected).cursor();
        for (DoubleType here : Views.flatIterable(actual))
            assertEquals(there.next().get(), here.get());
    }

    private static void assertSamePlace(Geometry expected, Geometry actual) {
        assertArrayEquals(expected.lengths(), actual.lengths());
        assertEquals(expected.affine().isPresent(), actual.affine().isPresent());
        for (int i = 0; i < 12; i++)
            assertEquals(
                    expected.affine().orElseThrow().get(i / 4, i % 4),
                    actual.affine().orElseThrow().get(i / 4, i % 4));
    }

    private static final Path SPOILED = Path.of("src/test/resources/spoiled");

    /**
     * 769 voxels of 0.45 × 0.45 × 5 mm, whichever way the sideways shift of the slices is read by whoever drew the
     * mask.
     */
    @Test
    void aTiltedScanHasItsVolumeInImageJ() throws Exception {
        ImagePlus image = open(SPOILED.resolve("tilted/ct.nii.gz"));
        assertEquals(5, image.getCalibration().pixelDepth);
        Measurement row = Values.one(image, "mask=[mask file] maskpath=[" + SPOILED.resolve("tilted/m.nii.gz") + "]");
        assertEquals(769 * 0.45 * 0.45 * 5 / 1000, row.millilitres(), 1e-7);
        Path saved = folder.resolve("mask.nii.gz");
        openMask(image, SPOILED.resolve("tilted/m.nii.gz"), "any");
        assertEquals(769, saveMask(image, saved, "mask", "overlay"));
        Labels mask = Nifti.readLabels(saved);
        assertEquals(5, mask.geometry().lengths()[2]);
        assertEquals(
                List.of(),
                mask.onto(Nifti.readScan(SPOILED.resolve("tilted/ct.nii.gz"))).warnings());
        // A program that reads such a grid as upright.
        Geometry file = Nifti.readScan(SPOILED.resolve("tilted/ct.nii.gz")).geometry();
        boolean[] inside = new boolean[(int) file.voxels()];
        inside[5000] = true;
        Path upright = folder.resolve("upright.nii.gz");
        Nifti.writeMask(
                upright,
                ArrayImgs.booleans(inside, file.size(0), file.size(1), file.size(2)),
                Geometry.stored(
                        file.storedSize(),
                        new double[] {0.45, 0.45, 5},
                        Affine.of(-0.45, 0, 0, 0, 0, -0.45, 0, 0, 0, 0, 5, 0),
                        List.of()));
        ImagePlus reopened = open(SPOILED.resolve("tilted/ct.nii.gz"));
        assertEquals(
                1,
                Values.one(reopened, "mask=[mask file] maskpath=[" + upright + "]")
                        .voxels());
    }

    @Test
    void anEmptyMaskIsOpenedAndNotMeasured() throws Exception {
        ImagePlus image = open(SPOILED.resolve("ct.nii.gz"));
        Geometry file = Nifti.readScan(SPOILED.resolve("ct.nii.gz")).geometry();
        Path empty = folder.resolve("empty.nii.gz");
        Nifti.writeMask(
                empty,
                ArrayImgs.booleans(new boolean[(int) file.voxels()], file.size(0), file.size(1), file.size(2)),
                file);
        image.setOverlay(new ij.gui.Overlay(new Roi(1, 1, 2, 2)));
        assertEquals(List.of(), openMask(image, empty, "any"));
        assertEquals(0, image.getOverlay().size());
        Values.assertRefused(
                image,
                "mask=[mask file] maskpath=[" + empty + "]",
                "empty.nii.gz is empty, every voxel is 0",
                "draw the haematoma");
        Values.assertRefused(
                image, "mask=[mask file] maskpath=[" + empty + "] rows=[per group]", "empty.nii.gz is empty");
    }

    private static Path real(String name) {
        return Shared.of("data/ct/" + name);
    }

    // Open CT...

    @Test
    void anImageInHuAndMmInTheBrainWindow() throws Exception {
        ImagePlus image = open(SAMPLES.resolve("head-ct-phantom.nii.gz"));
        Scan read = ImageFile.read(SAMPLES.resolve("head-ct-phantom.nii.gz")).scan();
        assertEquals("head-ct-phantom.nii.gz", image.getTitle());
        assertEquals(16, image.getBitDepth());
        assertEquals(
                List.of("mm", "mm", "mm", "HU"),
                List.of(
                        image.getCalibration().getXUnit(),
                        image.getCalibration().getYUnit(),
                        image.getCalibration().getZUnit(),
                        image.getCalibration().getValueUnit()));
        assertEquals(0, image.getCalibration().getCValue(image.getDisplayRangeMin()));
        assertEquals(80, image.getCalibration().getCValue(image.getDisplayRangeMax()));
        Cursor<DoubleType> hu = Views.flatIterable(read.hu()).cursor();
        for (int z = 1; z <= image.getNSlices(); z++) {
            for (short raw : (short[]) image.getStack().getPixels(z))
                assertEquals(hu.next().get(), image.getCalibration().getCValue(raw & 0xffff));
        }
        assertFalse(hu.hasNext());
        assertSameVoxels(read.hu(), ImageScan.of(image).hu());
        assertSamePlace(read.geometry(), ImageScan.of(image).geometry());
        assertEquals(List.of(), notes);
    }

    @Test
    void valuesThatAreNoInt16AreKeptAsFloats() throws Exception {
        float[] hu = {-1000.5f, 40.25f, 70000, 1e-3f, Float.NaN, 3};
        Path file = folder.resolve("f.nii");
        Nifti.writeFloat32(
                file,
                (RandomAccessibleInterval<FloatType>) ArrayImgs.floats(hu, 3, 2, 1),
                Geometry.stored(
                        new int[] {3, 2, 1},
                        new double[] {1, 1, 5},
                        Affine.of(-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 5, 0),
                        List.of()));
        ImagePlus image = open(file);
        assertEquals(32, image.getBitDepth());
        assertArrayEquals(hu, (float[]) image.getProcessor().getPixels());
        assertEquals(80, image.getDisplayRangeMax());
        assertFalse(String.join(" ", notes).contains("rounded"));
    }

    @Test
    void whatFloatsCannotHoldIsSaid() throws Exception {
        Scan scan = Scan.of(
                "d",
                ArrayImgs.doubles(new double[] {0.1, 2}, 2, 1, 1),
                Geometry.stored(new int[] {2, 1, 1}, new double[] {1, 1, 1}, null, List.of()));
        assertFalse(CtImage.isExact(scan));
    }

    @ParameterizedTest
    @CsvSource({"-1,-1,1", "1,1,1", "1,-1,1", "-1,1,-1"})
    void theOrderOfTheFileIsTurnedToLps(int x, int y, int z) throws Exception {
        Path file = folder.resolve("order.nii.gz");
        Random random = new Random(3);
        short[] hu = new short[6 * 5 * 4];
        for (int i = 0; i < hu.length; i++) hu[i] = (short) (random.nextInt(3000) - 1000);
        Geometry lps = Geometry.stored(
                new int[] {6, 5, 4},
                new double[] {0.5, 0.75, 5},
                Affine.of(-0.5, 0, 0, 9, 0, -0.75, 0, 8, 0, 0, 5, 7),
                List.of());
        Geometry stored = Geometry.stored(
                new int[] {6, 5, 4},
                new double[] {0.5, 0.75, 5},
                Affine.of(
                        0.5 * x,
                        0,
                        0,
                        x < 0 ? 9 : 9 - 2.5,
                        0,
                        0.75 * y,
                        0,
                        y < 0 ? 8 : 8 - 3,
                        0,
                        0,
                        5.0 * z,
                        z > 0 ? 7 : 22),
                List.of());
        Nifti.writeInt16(file, ArrayImgs.shorts(hu, 6, 5, 4), stored);
        ImagePlus image = open(file);
        for (int i = 0; i < hu.length; i++) {
            assertEquals(
                    hu[i],
                    image.getCalibration().getCValue((int) image.getStack().getVoxel(i % 6, i / 6 % 5, i / 30)),
                    "the picture is LPS");
        }
        assertSamePlace(lps, ImageScan.of(image).geometry());
        // A mask is written in the order of the scan's file, so that it can be laid over the scan's array.
        image.setSlice(2);
        image.setRoi(1, 0, 2, 3);
        Path mask = folder.resolve("mask.nii.gz");
        assertEquals(6, saveMask(image, mask));
        assertEquals(stored.storedAxes(), Nifti.readLabels(mask).geometry().storedAxes());
        assertSamePlace(lps, Nifti.readLabels(mask).geometry());
        Scan again = Nifti.readScan(mask);
        for (int i = 0; i < hu.length; i++) {
            int px = i % 6;
            int py = i / 6 % 5;
            assertEquals(
                    px >= 1 && px < 3 && py < 3 && i / 30 == 1 ? 1 : 0,
                    again.hu().getAt(px, py, i / 30).get());
        }
    }

    @Test
    void aFolderOfDicomIsOpenedAsItsReaderReadsIt() throws Exception {
        Path dicom = DicomStack.write(
                folder.resolve("case7"),
                6,
                (slice, k) -> slice.position(-100, -80, -5 * k).rescale(1, k < 3 ? -1024 : -1000));
        ImagePlus image = open(dicom);
        Scan read = DicomFolder.read(dicom);
        assertEquals("case7", image.getTitle());
        assertSameVoxels(read.hu(), ImageScan.of(image).hu());
        assertSamePlace(read.geometry(), ImageScan.of(image).geometry());
        assertEquals(read.warnings(), notes);
        assertTrue(String.join(" ", notes).contains("rescale"), notes.toString());
    }

    @Test
    void ofSeveralSeriesTheLongestUnlessOneIsNamed() throws Exception {
        Path dicom = DicomStack.write(folder.resolve("case7"), 7, (slice, k) -> slice.series(k < 3 ? 1 : 2));
        assertEquals(4, open(dicom).getNSlices());
        assertTrue(
                notes.get(notes.size() - 1)
                        .contains("holds 2 series, and the first was opened (4 slices, 16 × 12, 5 mm, CT, axial): "
                                + "choose another with series=2."),
                notes.toString());
        assertEquals(3, open(dicom, "series", "2").getNSlices());
        for (String none : new String[] {"3", "0", "x"})
            assertRefused(() -> open(dicom, "series", none), "no series " + none, "series=1 to series=2");
        assertRefused(() -> open(SAMPLES.resolve("head-ct-phantom.nii.gz"), "series", "1"), "series is for DICOM");
    }

    @Test
    void withoutASingleSliceDistanceItIsOpenedButNotMeasured() throws Exception {
        Path dicom = DicomStack.write(
                folder.resolve("case7"), 7, (slice, k) -> slice.position(-100, -80, 5 * (k < 4 ? k : k + 1)));
        ImagePlus image = open(dicom);
        assertEquals("pixel", image.getCalibration().getZUnit());
        assertEquals("mm", image.getCalibration().getXUnit());
        image.setRoi(3, 4, 5, 6);
        for (ImagePlus one : List.of(
                image,
                IJ.openImage(HeadCt.save(image, folder.resolve("case7.tif")).toString()))) {
            assertRefused(one, "mask=selection", "no voxel spacing in mm", "lacks slices between slice 4 and 5");
            assertEquals(30 * 1.25 / 1000, one(one, "spacing=0.5,0.5,5").millilitres(), 1e-12);
        }
        image.getCalibration().pixelDepth = 5;
        image.getCalibration().setZUnit("mm");
        Measurement row = one(image, "");
        assertEquals(30 * 1.25 / 1000, row.millilitres(), 1e-12);
        assertTrue(
                row.note().contains("was set to 5.0000 mm in Image > Properties..., where its file has no single one"),
                row.note());
    }

    @Test
    void aTiffIsOpenedWithWhatIsDrawnOnIt() throws Exception {
        Path tiff = HeadCt.save(HeadCt.drawn(), folder.resolve("head.tif"));
        assertSameFeatures(
                one(IJ.openImage(tiff.toString()), "mask=overlay").features(),
                one(open(tiff), "mask=overlay").features());
    }

    @ParameterizedTest
    @CsvSource({"'',path of the CT is missing", "gone.nii,no such file"})
    void mistakes(String path, String sentence) {
        assertRefused(() -> open(Path.of(path)), sentence);
    }

    @Test
    void aFolderWithoutDicomIsRefused() {
        assertRefused(() -> open(folder), "holds no DICOM images");
    }

    // What is done to an image that was opened

    @Test
    void thePlaceSurvivesSavingAsTiff() throws Exception {
        ImagePlus image = open(SAMPLES.resolve("head-ct-phantom.nii.gz"));
        ImagePlus again =
                IJ.openImage(HeadCt.save(image, folder.resolve("saved.tif")).toString());
        assertSamePlace(ImageScan.of(image).geometry(), ImageScan.of(again).geometry());
        assertSameVoxels(ImageScan.of(image).hu(), ImageScan.of(again).hu());
        assertEquals(List.of(), ImageScan.of(again).warnings());
        Path mask = SAMPLES.resolve("head-ct-phantom-mask.nii.gz");
        assertSameFeatures(
                one(image, "mask=[mask file] maskpath=" + mask).features(),
                one(again, "mask=[mask file] maskpath=" + mask).features());
        ImagePlus opened = open(folder.resolve("saved.tif"));
        assertSamePlace(ImageScan.of(image).geometry(), ImageScan.of(opened).geometry());
        assertEquals(
                KeptPlace.of(image).orElseThrow().storedAxes(),
                KeptPlace.of(opened).orElseThrow().storedAxes());
    }

    @Test
    void changesAreSaid() throws Exception {
        ImagePlus image = open(SAMPLES.resolve("head-ct-phantom.nii.gz"));
        IJ.run(image, "Flip Vertically", "stack");
        assertTrue(
                String.join(" ", ImageScan.of(image).warnings()).contains("were changed since it was opened"),
                ImageScan.of(image).warnings().toString());
        image.setRoi(5, 5, 20, 20);
        ImagePlus cropped = image.crop("stack");
        assertTrue(ImageScan.of(cropped).geometry().affine().isEmpty());
        assertTrue(String.join(" ", ImageScan.of(cropped).warnings()).contains("place in the patient is unknown"));
    }

    @Test
    void theUsersSpacingWins() throws Exception {
        ImagePlus image = open(SAMPLES.resolve("head-ct-phantom.nii.gz"));
        image.getCalibration().pixelDepth = 3;
        assertEquals(3, ImageScan.of(image).geometry().lengths()[2]);
        assertTrue(ImageScan.of(image)
                .warnings()
                .get(0)
                .contains("slice distance of head-ct-phantom.nii.gz was set to 3.0000 mm"));
    }

    // Open Mask..., Save Mask...

    @ParameterizedTest
    @ValueSource(
            strings = {
                "head-ct-phantom-mask.nii.gz",
                "ge_head_hybrid_haematoma.nii.gz",
                "ge_head_hybrid_haematoma_rows_flipped.nii.gz",
                "ge_head_hybrid_followup_haematoma.nii.gz"
            })
    void aMaskAsRoisMeasuresAsTheMask(String name) throws Exception {
        boolean sample = name.startsWith("head");
        Path mask = sample ? SAMPLES.resolve(name) : real(name);
        Path ct = sample
                ? SAMPLES.resolve("head-ct-phantom.nii.gz")
                : real(name.contains("followup") ? "ge_head_hybrid_followup_hu.nii.gz" : "ge_head_hybrid_hu.nii.gz");
        ImagePlus image = open(ct);
        Measurement direct = one(image, "mask=[mask file] maskpath=" + mask);
        List<Roi> rois = openMask(image, mask, "any");
        assertEquals(direct.slices(), rois.size());
        assertEquals(rois.size(), image.getOverlay().size());
        assertSameFeatures(direct.features(), one(image, "mask=overlay").features());
        Path zip = HeadCt.zip(rois, folder.resolve("rois.zip"));
        assertSameFeatures(
                direct.features(), one(image, "mask=[ROI file] roi_path=" + zip).features());
        // As the command line reads the files.
        Scan scan = ImageFile.read(ct).scan();
        assertSameVoxels(scan.hu(), ImageScan.of(image).hu());
        Path out = folder.resolve("out.nii.gz");
        assertEquals(direct.voxels(), saveMask(image, out, "mask", "overlay"));
        assertSameVoxels(
                Views.zeroMin(Nifti.readScan(mask).hu()), Nifti.readScan(out).hu());
        assertEquals(
                scan.geometry().storedAxes(), Nifti.readLabels(out).geometry().storedAxes());
        image.setOverlay(null);
        assertSameFeatures(
                direct.features(),
                one(image, "mask=[mask file] maskpath=" + out).features());
    }

    @Test
    void holesPiecesAndLabelsComeBack() throws Exception {
        Random random = new Random(11);
        byte[] voxels = new byte[40 * 30 * 5];
        for (int i = 0; i < voxels.length; i++) voxels[i] = (byte) Math.max(0, random.nextInt(6) - 2);
        Geometry geometry = Geometry.stored(
                new int[] {40, 30, 5},
                new double[] {0.5, 0.5, 5},
                Affine.of(0.5, 0, 0, -9, 0, 0.5, 0, -8, 0, 0, 5, 7),
                List.of());
        Path mask = folder.resolve("noise.nii.gz");
        Nifti.writeLabels(
                mask,
                (RandomAccessibleInterval<UnsignedByteType>) ArrayImgs.unsignedBytes(voxels, 40, 30, 5),
                geometry);
        Path ct = folder.resolve("ct.nii.gz");
        Nifti.writeInt16(ct, ArrayImgs.shorts(new short[voxels.length], 40, 30, 5), geometry);
        ImagePlus image = open(ct);
        assertRefused(() -> openMask(image, mask, "any"), "3 labels", "choose one of 1");
        assertEquals(15, openMask(image, mask, "all").size());
        Path out = folder.resolve("out.nii.gz");
        saveMask(image, out, "rows", "per group");
        assertSameVoxels(Nifti.readScan(mask).hu(), Nifti.readScan(out).hu());
        assertEquals(5, openMask(image, mask, "2").size());
        long count = saveMask(image, out, "overwrite", "yes");
        assertEquals(count, Labels.of(Nifti.readScan(mask)).list().get(1).voxels());
    }

    @Test
    void labelsNeitherMeetNorVanish() throws Exception {
        ImagePlus image = HeadCt.image();
        Overlay overlay = new Overlay();
        for (int i = 1; i <= 2; i++) {
            Roi roi = new Roi(5 * i, 5, 8, 8);
            roi.setPosition(3);
            roi.setGroup(i);
            overlay.add(roi);
        }
        image.setOverlay(overlay);
        Path out = folder.resolve("out.nii");
        assertRefused(() -> saveMask(image, out, "rows", "per group"), "labels 1 and 2 overlap on slice 3");
        assertFalse(Files.exists(out));
        assertEquals(13 * 8, saveMask(image, out));
        overlay.get(0).setGroup(0);
        assertRefused(() -> saveMask(image, out, "rows", "per group"), "without a group");
        assertRefused(
                () -> saveMask(image, folder.resolve("out.tif")),
                "out.tif is no name for a mask: let it end in .nii.gz, .nii, .nrrd, or .dcm on a DICOM series.");
        assertRefused(() -> saveMask(image, Path.of("")), "file to write is missing");
    }

    @Test
    void aRoiFileIsAMaskToo() throws Exception {
        ImagePlus image = HeadCt.image();
        assertEquals(
                HeadCt.rois().size(),
                openMask(image, HeadCt.zip(HeadCt.rois(), folder.resolve("rois.zip")), "any")
                        .size());
        assertHeadCt(one(image, "mask=overlay"));
        assertRefused(() -> openMask(image, folder.resolve("rois.zip"), "2"), "holds no labels");
    }

    @Test
    void aMaskOfAnotherScanIsRefused() throws Exception {
        ImagePlus image = open(SAMPLES.resolve("head-ct-phantom.nii.gz"));
        assertRefused(
                () -> openMask(image, HeadCt.file("mask"), "any"),
                "voxels but head-ct-phantom.nii.gz has",
                "open the mask that was made for this scan");
        assertRefused(() -> openMask(null, HeadCt.file("mask"), "any"), "There is no image");
        assertRefused(() -> openMask(image, Path.of(""), "any"), "path of the mask is missing");
    }

    // Macros

    @Test
    void fromAMacroWithoutAScreen() {
        String mask = MacroRun.text(folder.resolve("m.nii.gz"));
        MacroRun macro = MacroRun.of("setBatchMode(true); title = call('org.ichradiomics.Macro.openCT', "
                + "'sample-images/head-ct-phantom.nii.gz');"
                + "rois = call('org.ichradiomics.Macro.openMask', 'sample-images/head-ct-phantom-mask.nii.gz');"
                + "voxels = call('org.ichradiomics.Macro.saveMask', '" + mask + "', 'mask=overlay');"
                + "print(title, rois, voxels, call('org.ichradiomics.Macro.extract', 'mask=overlay'));");
        assertTrue(macro.ended(), macro.toString());
        assertTrue(macro.log().strip().matches("head-ct-phantom\\.nii\\.gz 6 1499 -2\\.1118.*"), macro.log());
    }

    @Test
    void theMenuItemsFromAMacro() {
        String mask = MacroRun.text(folder.resolve("m.nii.gz"));
        MacroRun macro =
                MacroRun.of("setBatchMode(true); run('Open CT...', 'path=[sample-images/head-ct-phantom.nii.gz]');"
                        + "run('Open Mask...', 'path=sample-images/head-ct-phantom-mask.nii.gz label=any'); "
                        + "run('Save Mask...', 'mask=overlay out=["
                        + mask + "]');"
                        + "run('Extract...', 'mask=[mask file] maskpath=[" + mask
                        + "]'); print(getTitle(), getResult('Voxels', nResults - 1))");
        assertTrue(macro.ended(), macro.toString());
        assertEquals("head-ct-phantom.nii.gz 1499", macro.lastLine());
        assertFalse(MacroRun.of("run('Open CT...', 'paths=x')").ended());
        assertFalse(MacroRun.of("call('org.ichradiomics.Macro.openCT', 'gone.nii'); print('went on')")
                .log()
                .contains("went on"));
    }

    @Test
    void extractReadsAnyFile() {
        MacroRun macro =
                MacroRun.of("print(call('org.ichradiomics.Macro.extract', 'sample-images/head-ct-phantom.nii.gz', "
                        + "'mask=[mask file] maskpath=sample-images/head-ct-phantom-mask.nii.gz'))");
        assertTrue(macro.log().strip().startsWith("-2.1118"), macro.log());
    }

    @Test
    void thePageIsTrue() throws Exception {
        String[] blocks = Files.readString(Path.of("docs/images-and-masks.md")).split("```");
        MacroRun macro = MacroRun.of("setBatchMode(true);" + blocks[1]);
        assertTrue(macro.ended(), macro.toString());
        assertEquals(blocks[3].strip(), macro.lastLine());
    }

    // Privacy

    @Test
    void nobodyIsNamed() throws Exception {
        Path dicom = DicomStack.write(
                folder.resolve("case7"),
                4,
                (slice, k) -> slice.text(DicomStack.PATIENT_NAME, "PN", "Mustermann^Erika")
                        .text(0x00100020, "LO", "PID4711")
                        .text(0x00100030, "DA", "19640812")
                        .text(DicomStack.COMMENTS, "LT", "Mustermann fell"));
        ImagePlus image = open(dicom);
        image.setRoi(3, 4, 5, 6);
        Path tiff = HeadCt.save(image, folder.resolve("case7.tif"));
        Path mask = folder.resolve("mask.nii");
        saveMask(image, mask);
        assertTrue(new String(Files.readAllBytes(dicom.resolve("IM01.dcm")), StandardCharsets.ISO_8859_1)
                .contains("Mustermann"));
        for (Path file : List.of(tiff, mask)) {
            byte[] bytes = Files.readAllBytes(file);
            for (var charset :
                    List.of(StandardCharsets.ISO_8859_1, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                for (int shift = 0; shift < 2; shift++) {
                    String text = new String(bytes, shift, bytes.length - shift, charset);
                    for (String word :
                            new String[] {"Mustermann", "Erika", "PID4711", "19640812", "0010,0010", "1.2.826"}) {
                        assertFalse(text.contains(word), file.getFileName() + " holds " + word);
                    }
                }
            }
        }
        for (int z = 1; z <= image.getNSlices(); z++)
            assertTrue(image.getStack().getSliceLabel(z) == null
                    || image.getStack().getSliceLabel(z).isEmpty());
    }

    /** A mask that is drawn on a series can be a SEG that refers to its slices; on another image it cannot. */
    @Test
    void aSegIsSavedOnTheSeriesAlone() throws Exception {
        Path ct = DicomStack.write(folder.resolve("series"), 4, (slice, k) -> slice.text(0x00200052, "UI", "1.2.3.4"));
        ImagePlus image = open(ct);
        Roi roi = new Roi(3, 2, 5, 4);
        roi.setPosition(2);
        image.setOverlay(new Overlay(roi));
        Path out = folder.resolve("seg.dcm");
        assertEquals(20, saveMask(image, out, "mask", "overlay"));
        assertEquals(1, openMask(image, out, "haematoma").size());
        assertEquals(20, saveMask(image, folder.resolve("again.dcm"), "mask", "overlay"));
        assertEquals(-1, Files.mismatch(out, folder.resolve("again.dcm")));

        ImagePlus phantom = open(SAMPLES.resolve("head-ct-phantom.nii.gz"));
        phantom.setOverlay(new Overlay(roi));
        String sentence = assertThrows(
                        InvalidInputException.class,
                        () -> saveMask(phantom, folder.resolve("other.dcm"), "mask", "overlay"))
                .getMessage();
        assertTrue(sentence.contains("belongs to a DICOM series"), sentence);
    }

    /** Labels with names have no number in them, and are counted. */
    @Test
    void labelsWithNamesAreSavedOneByOne() throws Exception {
        ImagePlus image = open(Shared.of("masks/ct"));
        String mask = Shared.of("masks/seg/s03_three_segments_mixed.dcm").toString();
        for (String rows : List.of("per label", "per group")) {
            Path out = folder.resolve(rows + ".dcm");
            assertEquals(1648 + 294 + 1246, saveMask(image, out, "mask", "mask file", "maskpath", mask, "rows", rows));
            assertTrue(openMask(image, out, "oedema").size() > 1);
        }
    }
}
