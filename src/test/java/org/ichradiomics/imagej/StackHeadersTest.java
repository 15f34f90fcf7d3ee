package org.ichradiomics.imagej;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.FolderOpener;
import ij.plugin.Slicer;
import net.imglib2.Cursor;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.dicom.DicomFolder;
import org.ichradiomics.format.dicom.DicomStack;
import org.ichradiomics.scan.Scan;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Folders of DICOM files as ImageJ itself opens them, against the reader of the files. */
class StackHeadersTest {

    private static final int SLICES = 7;

    @TempDir
    private Path folder;

    private ImagePlus opened(ObjIntConsumer<DicomStack.Slice> change) throws Exception {
        DicomStack.write(folder, SLICES, change);
        ImagePlus image = FolderOpener.open(folder.toString());
        assertEquals(SLICES, image.getNSlices());
        return image;
    }

    private ImagePlus plain() throws Exception {
        return opened((slice, k) -> {});
    }

    private void assertAsRead(ImagePlus image) throws Exception {
        Scan read = DicomFolder.read(folder);
        Scan scan = ImageScan.of(image);
        Cursor<DoubleType> expected = Views.flatIterable(read.hu()).cursor();
        for (DoubleType hu : Views.flatIterable(scan.hu()))
            assertEquals(expected.next().get(), hu.get());
        assertFalse(expected.hasNext());
        for (int axis = 0; axis < 3; axis++)
            assertEquals(read.geometry().lengths()[axis], scan.geometry().lengths()[axis]);
        for (int i = 0; i < 12; i++) {
            assertEquals(
                    read.geometry().affine().orElseThrow().get(i / 4, i % 4),
                    scan.geometry().affine().orElseThrow().get(i / 4, i % 4),
                    1e-12);
        }
    }

    private static String notes(ImagePlus image) throws Exception {
        return String.join(" ", ImageScan.of(image).warnings());
    }

    @Test
    void aPlainStackIsTakenAsItsFilesAre() throws Exception {
        ImagePlus image = plain();
        assertAsRead(image);
        assertEquals(List.of(), ImageScan.of(image).warnings());
        assertEquals(5, image.getCalibration().pixelDepth);
    }

    @Test
    void whatIsInSequencesIsNotTheSlices() throws Exception {
        ImagePlus image = opened((slice, k) -> slice.nested());
        assertTrue(
                image.getStack().getSliceLabel(1).contains("4.0\\5.0\\6.0")
                        || image.getStack().getSliceLabel(1).contains("4\\5\\6"),
                "ImageJ leaves sequences out, this test says nothing");
        assertAsRead(image);
        assertEquals(List.of(), ImageScan.of(image).warnings());
    }

    private static final int LOCATION = 0x00201041;

    /** ImageJ takes the thickness; the slices say that they are 4 mm apart. */
    @Test
    void withoutPositionsSliceLocationHolds() throws Exception {
        ImagePlus image = opened((slice, k) ->
                slice.without(0x00200032).text(LOCATION, "DS", "" + 4 * k).text(DicomStack.THICKNESS, "DS", "6"));
        assertEquals(4, ImageScan.of(image).geometry().lengths()[2]);
        assertEquals(
                DicomFolder.read(folder).geometry().lengths()[2],
                ImageScan.of(image).geometry().lengths()[2]);
        assertTrue(notes(image).contains("taken from SliceLocation"), notes(image));
    }

    @Test
    void aStackAgainstItsSliceLocationIsSaid() throws Exception {
        ImagePlus image = opened((slice, k) -> slice.without(0x00200032).text(LOCATION, "DS", "" + (90 - 4 * k)));
        assertEquals(4, ImageScan.of(image).geometry().lengths()[2]);
        assertTrue(notes(image).contains("runs against the places of its slices"), notes(image));
    }

    @Test
    void aStackInAnotherOrderThanItsSliceLocationIsRefused() throws Exception {
        ImagePlus image =
                opened((slice, k) -> slice.without(0x00200032).text(LOCATION, "DS", "" + 4 * (k * 3 % SLICES)));
        assertRefused(() -> ImageScan.of(image), "not in the order of their positions", "Open CT...");
    }

    @Test
    void fromHeadToFeetIsTheSameVolume() throws Exception {
        ImagePlus image = opened((slice, k) -> slice.position(-100, -80, -5 * k));
        assertEquals("LPI", ImageScan.of(image).geometry().storedAxes().orElseThrow());
        assertAsRead(image);
    }

    @Test
    void aRoiLiesWhereItWasDrawnHoweverTheStackRuns() throws Exception {
        ImagePlus image = opened((slice, k) -> slice.position(-100, -80, -5 * k));
        image.setSlice(2);
        image.setRoi(3, 4, 5, 6);
        double expected = image.getStatistics().mean;
        assertEquals(expected, Values.one(image, "bins=4").features().get("MeanValue"), 1e-9);
        image.setSlice(6);
        assertNotEquals(expected, Values.one(image, "bins=4").features().get("MeanValue"), 1e-3);
    }

    @Test
    void aTiltedGantryIsSaidAndTheDistanceIsThatAlongTheNormal() throws Exception {
        double sin = Math.sin(Math.toRadians(20));
        double cos = Math.cos(Math.toRadians(20));
        // The table moves by 5 mm between slices that lean by 20 degrees.
        ImagePlus image =
                opened((slice, k) -> slice.orientation(1, 0, 0, 0, cos, sin).position(-100, -80, 5 * k));
        assertEquals(5, image.getCalibration().pixelDepth, 1e-9);
        assertEquals(5 * cos, ImageScan.of(image).geometry().lengths()[2], 1e-4);
        String notes = notes(image);
        assertTrue(
                notes.contains("tilted gantry")
                        && notes.contains("4.698 mm along the normal of its slices, not 5 mm as ImageJ took it"),
                notes);
        assertAsRead(image);
    }

    @Test
    void theUsersSliceDistanceWins() throws Exception {
        ImagePlus image = plain();
        image.getCalibration().pixelDepth = 4;
        assertEquals(4, ImageScan.of(image).geometry().lengths()[2]);
        assertTrue(
                notes(image)
                        .contains("was set to 4 mm in Image > Properties..., where its slice headers have 5 mm: 4 mm "
                                + "was used."),
                notes(image));
    }

    @Test
    void aMissingSliceLeavesNoDistance() throws Exception {
        ImagePlus image = opened((slice, k) -> slice.position(-100, -80, 5 * (k < 4 ? k : k + 1)));
        assertEquals(35.0 / 6, image.getCalibration().pixelDepth, 1e-9, "what ImageJ makes of it");
        image.setRoi(3, 4, 5, 6);
        assertRefused(
                image,
                "",
                "no voxel spacing in mm",
                "spacing=0.45,0.45,5",
                "lacks slices between slice 4 and 5 (10 mm instead of 5 mm)");
        assertEquals(30 * 1.25 / 1000, Values.one(image, "spacing=0.5,0.5,5").millilitres(), 1e-12);
    }

    @Test
    void mixedThicknessIsSaid() throws Exception {
        ImagePlus image = opened((slice, k) -> slice.text(DicomStack.THICKNESS, "DS", k < 4 ? "2.5" : "5")
                .position(-100, -80, k < 4 ? 2.5 * k : 7.5 + 5 * (k - 3)));
        image.setRoi(3, 4, 5, 6);
        assertRefused(image, "", "mixed slice distance, 2.5 mm (3 ×), 5 mm (3 ×)");
    }

    @Test
    void aSliceThatIsThereTwiceIsRefused() throws Exception {
        int[][] first = new int[1][];
        ImagePlus image = opened((slice, k) -> {
            slice.position(-100, -80, 5 * Math.min(k, SLICES - 2));
            if (k == SLICES - 2) first[0] = slice.stored().clone();
            if (k == SLICES - 1) System.arraycopy(first[0], 0, slice.stored(), 0, first[0].length);
        });
        assertRefused(() -> ImageScan.of(image), "one", "twice", "Open CT...");
    }

    @Test
    void twoPhasesOfOnePlaceAreRefused() throws Exception {
        ImagePlus image = opened((slice, k) -> slice.position(-100, -80, 5 * (k / 2)));
        assertRefused(() -> ImageScan.of(image), "two different images of one place, slice 1 and slice 2");
    }

    @Test
    void twoStudiesAreRefused() throws Exception {
        ImagePlus image = opened((slice, k) -> slice.series(1 + k % 2));
        assertRefused(() -> ImageScan.of(image), "more than one series", "slice 1", "slice 2");
    }

    @Test
    void numbersThatContradictPositionsAreRefused() throws Exception {
        ImagePlus image = opened(
                (slice, k) -> slice.text(DicomStack.NUMBER, "IS", Integer.toString(k == 2 ? 4 : k == 3 ? 3 : k + 1)));
        assertRefused(() -> ImageScan.of(image), "not in the order of their positions", "Open CT...");
        // The reader of the files sorts them.
        assertEquals(SLICES, DicomFolder.read(folder).geometry().size(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachSliceHasItsOwnRescale(boolean signed) throws Exception {
        ImagePlus image = opened((slice, k) -> {
            slice.rescale(1, k < 3 ? -1024 : 0);
            if (!signed) slice.unsigned();
        });
        assertTrue(notes(image).contains("HU were computed with the rescale of each slice"), notes(image));
        assertAsRead(image);
        // ImageJ itself is 1024 off there.
        image.setSlice(6);
        assertEquals(
                1024,
                Math.abs(image.getCalibration().getCValue(image.getProcessor().get(3, 3)) - hu(image, 3, 3, 5)));
    }

    private static double hu(ImagePlus image, int x, int y, int z) throws Exception {
        return ImageScan.of(image).hu().getAt(x, y, z).get();
    }

    @ParameterizedTest
    @CsvSource({"1,-1024,true", "1,0,true", "1,-1024,false", "1,-1000,false", "1,0,false"})
    void valuesAreThoseOfTheFiles(double slope, double intercept, boolean signed) throws Exception {
        ImagePlus image = opened((slice, k) -> {
            slice.rescale(slope, intercept);
            if (!signed) slice.unsigned();
        });
        assertAsRead(image);
    }

    @Test
    void aRescaleThatImageJDidNotApplyIsRefused() throws Exception {
        ImagePlus image = plain();
        image.getCalibration()
                .setFunction(ij.measure.Calibration.STRAIGHT_LINE, new double[] {-32768, 1}, "Gray Value");
        assertRefused(() -> ImageScan.of(image), "not in HU", "Open CT...");
    }

    @Test
    void theUsersCalibrationIsSaid() throws Exception {
        ImagePlus image = plain();
        image.getCalibration().setFunction(ij.measure.Calibration.STRAIGHT_LINE, new double[] {-33000, 1}, "HU");
        assertTrue(notes(image).contains("its own was used"), notes(image));
        assertEquals(image.getStack().getVoxel(3, 3, 2) - 33000, hu(image, 3, 3, 2));
    }

    @Test
    void aMissingRescaleIsSaid() throws Exception {
        assertTrue(notes(opened((slice, k) -> slice.without(DicomStack.SLOPE, DicomStack.INTERCEPT)))
                .contains("no rescale slope and intercept"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4098, 9000, 12288})
    void aFileThatWasCutShortIsRefused(int lost) throws Exception {
        DicomStack.write(folder, SLICES, 96, 64, (slice, k) -> {
            if (k == 3) slice.truncated(lost);
        });
        ImagePlus image = FolderOpener.open(folder.toString());
        assertRefused(() -> ImageScan.of(image), "Slice 4", "-33792 HU", "cut short", "copy the series again");
    }

    @Test
    void paddingRoundACircleIsNoDamage() throws Exception {
        ImagePlus image = opened((slice, k) -> {
            for (int corner : new int[] {0, 15, 16 * 11, 16 * 12 - 1}) slice.stored()[corner] = -32768;
        });
        assertEquals(-33792, hu(image, 0, 0, 2));
    }

    @Test
    void aCroppedStackKeepsItsDistanceButNotItsPlace() throws Exception {
        ImagePlus image = plain();
        image.setRoi(2, 2, 8, 8);
        ImagePlus cropped = image.crop("stack");
        assertEquals(8, cropped.getWidth());
        Scan scan = ImageScan.of(cropped);
        assertTrue(scan.geometry().affine().isEmpty());
        assertEquals(5, scan.geometry().lengths()[2]);
        assertTrue(notes(cropped).contains("place in the patient is unknown"), notes(cropped));
    }

    @Test
    void aReslicedStackHasNoHeadersAndIsTakenAsItIs() throws Exception {
        ImagePlus image = plain();
        ImagePlus resliced = new Slicer().reslice(image);
        assertTrue(ImageScan.of(resliced).geometry().affine().isEmpty());
    }

    @Test
    void savedAndOpenedAgainItIsTheSame() throws Exception {
        ImagePlus image = opened((slice, k) -> slice.rescale(1, k < 3 ? -1024 : 0));
        Path tiff = HeadCt.save(image, folder.resolveSibling(folder.getFileName() + ".tif"));
        ImagePlus again = IJ.openImage(tiff.toString());
        assertAsRead(again);
        Files.delete(tiff);
    }

    @Test
    void aRealSeriesWithATiltedGantryAndMixedSlices() throws Exception {
        Path zip = Shared.of("data/dicom/ge_tilt18p5_mixed_thickness_10slices.zip");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(".dcm"))
                    Files.copy(
                            in,
                            folder.resolve(
                                    Path.of(entry.getName()).getFileName().toString()));
            }
        }
        ImagePlus image = FolderOpener.open(folder.toString());
        assertEquals(10, image.getNSlices());
        image.setSlice(5);
        image.setRoi(200, 200, 60, 60);
        // Steps along the normal as the README of the file has them; ImageJ makes one distance of them.
        assertTrue(image.getCalibration().pixelDepth > 5 && image.getCalibration().pixelDepth < 7);
        assertRefused(
                image,
                "",
                "no voxel spacing in mm",
                "tilted gantry (18.5°)",
                "mixed slice distance, 1.081 mm (1 ×), 4.002 mm (3 ×), 6.999 mm (5 ×)",
                "mixed thickness");
        Scan read = DicomFolder.read(folder);
        Scan scan = ImageScan.of(image);
        Cursor<DoubleType> expected = Views.flatIterable(read.hu()).cursor();
        for (DoubleType hu : Views.flatIterable(scan.hu()))
            assertEquals(expected.next().get(), hu.get());
    }

    @Test
    void aRealSingleFile() throws Exception {
        Path file = Shared.of("data/dicom/pydicom_CT_small.dcm");
        ImagePlus image = IJ.openImage(file.toString());
        Scan read = DicomFolder.read(file);
        Scan scan = ImageScan.of(image);
        assertEquals(read.geometry().lengths()[2], scan.geometry().lengths()[2]);
        Cursor<DoubleType> expected = Views.flatIterable(read.hu()).cursor();
        for (DoubleType hu : Views.flatIterable(scan.hu()))
            assertEquals(expected.next().get(), hu.get());
    }

    @Test
    void openedByOpenCtItsLabelsAreGone() throws Exception {
        ImagePlus image = opened((slice, k) ->
                slice.text(DicomStack.PATIENT_NAME, "PN", "Mustermann^Erika").position(-100, -80, -5 * k));
        Path tiff = HeadCt.save(image, folder.resolve("stack.tif"));
        ImagePlus again = CtOpening.open(
                Options.of(Map.of("path", tiff.toString()), CtOpening.OPTIONS),
                CtOpening.Chooser.FIRST,
                new ArrayList<>());
        Files.delete(tiff);
        assertAsRead(again);
        Path saved = HeadCt.save(again, folder.resolve("again.tif"));
        assertFalse(new String(Files.readAllBytes(saved), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .contains("Mustermann"));
    }

    @Test
    void nothingOfTheLabelsIsSaid() throws Exception {
        ImagePlus image = opened((slice, k) -> slice.text(DicomStack.PATIENT_NAME, "PN", "Mustermann^Erika")
                .text(DicomStack.STUDY_DATE, "DA", "19640812")
                .position(-100, -80, 5 * (k < 4 ? k : k + 1)));
        assertTrue(image.getStack().getSliceLabel(1).contains("Mustermann"));
        assertFalse(notes(image).matches(".*(Mustermann|19640812).*"), notes(image));
    }
}
