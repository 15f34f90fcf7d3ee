package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What users do to a CT between <i>Open CT...</i> and <i>Extract...</i>: a row, or one sentence.
 *
 * <p>
 *
 * <p>Covers LabelVolume, MaskOpening, MaskSaving and Options.
 */
class AfterOpeningTest {

    private static final Path FILES = Path.of("src/test/resources/org/ichradiomics/masks");
    private static final String MASK =
            "mask=[mask file] maskpath=[" + FILES.resolve("m.nii.gz").toAbsolutePath() + "]";

    /** numpy on the two files: 769 voxels, mean 61.772432 HU. */
    private static final int VOXELS = 769;

    private static final double MEAN = 61.772432;

    @TempDir
    private Path folder;

    private static ImagePlus ct() throws InvalidInputException {
        return CtOpening.open(
                Options.of(Map.of("path", FILES.resolve("ct.nii.gz").toString()), CtOpening.OPTIONS),
                CtOpening.Chooser.FIRST,
                new ArrayList<>());
    }

    private static void assertMask(Measurement row) {
        assertEquals(VOXELS, row.voxels());
        assertEquals(MEAN, row.features().get("MeanValue"), 5e-7);
    }

    /** What ImageJ makes of it: the same image changed, or a new one. */
    private static ImagePlus after(ImagePlus image, String command, String options) {
        ImagePlus before = image;
        IJ.run(image, command, options);
        ImagePlus current = WindowManager.getCurrentImage();
        return current == null ? before : current;
    }

    @ParameterizedTest
    @CsvSource({"1,10,1", "10,1,1", "1,1,10"})
    void slicesThatAreCalledOtherwiseAreTheSameVoxels(int channels, int slices, int frames) throws Exception {
        ImagePlus image = ct();
        assertEquals(10, image.getStackSize());
        image.setDimensions(channels, slices, frames);
        Measurement row = one(image, MASK);
        assertMask(row);
        assertFalse(row.note().contains("changed"), row.note());
        Path saved = folder.resolve("saved.nii.gz");
        assertEquals(
                VOXELS,
                MaskSaving.run(
                        image,
                        Options.of(
                                Map.of(
                                        "mask",
                                        "mask file",
                                        "maskpath",
                                        FILES.resolve("m.nii.gz").toString(),
                                        "out",
                                        saved.toString()),
                                MaskSaving.OPTIONS),
                        LesionFinder.Asker.NOBODY));
        assertMask(one(ct(), "mask=[mask file] maskpath=[" + saved + "]"));
        MaskOpening.run(
                image,
                Options.of(Map.of("path", FILES.resolve("m.nii.gz").toString()), MaskOpening.OPTIONS),
                CtOpening.Chooser.FIRST);
        assertMask(one(image, ""));
        assertEquals(
                VOXELS,
                VolumeMeasuring.run(image, ExtractOptions.of(Map.of()), LesionFinder.Asker.NOBODY)
                        .get(0)
                        .volume()
                        .voxels());
    }

    @ParameterizedTest
    @CsvSource({"2,5,1", "1,5,2", "5,2,1", "1,2,5", "5,1,2"})
    void aHyperstackIsARowOrASentence(int channels, int slices, int frames) throws Exception {
        ImagePlus image = ct();
        image.setDimensions(channels, slices, frames);
        image.setOpenAsHyperStack(true);
        assertRowOrSentence(image, MASK);
        assertRowOrSentence(image, "");
        image.setOverlay(new Overlay(new OvalRoi(20, 20, 9, 9)));
        assertRowOrSentence(image, "");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Stack to Hyperstack... | order=xyczt(default) channels=1 slices=1 frames=10 display=Grayscale",
                "Stack to Hyperstack... | order=xyczt(default) channels=10 slices=1 frames=1 display=Grayscale",
                "Stack to Hyperstack... | order=xyczt(default) channels=10 slices=1 frames=1 display=Composite",
                "Stack to Hyperstack... | order=xyczt(default) channels=2 slices=5 frames=1 display=Color",
                "Stack to Hyperstack... | order=xyzct channels=1 slices=2 frames=5 display=Grayscale",
                "Duplicate... | title=copy duplicate",
                "Duplicate... | title=part duplicate range=3-7",
                "Make Substack... | slices=2-6",
                "Make Substack... | slices=1,3,5,7",
                "Flip Z | ''",
                "Flip Horizontally | stack",
                "Flip Vertically | stack",
                "Rotate 90 Degrees Right | ''",
                "Reverse | ''",
                "Reslice [/]... | output=5.000 start=Top",
                "Size... | width=32 height=30 depth=10 interpolation=None",
                "Scale... | x=0.5 y=0.5 z=1.0 interpolation=None process create",
                "Make Montage... | columns=5 rows=2 scale=1",
                "Z Project... | projection=[Max Intensity]",
                "Canvas Size... | width=80 height=80 position=Center zero",
                "8-bit | ''",
                "16-bit | ''",
                "RGB Color | ''",
                "32-bit | ''",
                "Add Slice | ''",
                "Delete Slice | ''",
                "Stack to Images | ''",
                "Bin... | x=2 y=2 z=1 bin=Average",
                "Gaussian Blur... | sigma=2 stack",
                "Invert | stack"
            })
    void whateverIsDoneIsARowOrASentence(String command, String options) throws Exception {
        for (String mask : List.of(MASK, "mask=overlay", "")) {
            ImagePlus image = ct();
            MaskOpening.run(
                    image,
                    Options.of(Map.of("path", FILES.resolve("m.nii.gz").toString()), MaskOpening.OPTIONS),
                    CtOpening.Chooser.FIRST);
            ImagePlus made;
            WindowManager.setTempCurrentImage(image);
            try {
                made = after(image, command, options);
            } finally {
                WindowManager.setTempCurrentImage(null);
            }
            assertRowOrSentence(made, mask);
        }
    }

    @Test
    void aCropIsARowOrASentence() throws Exception {
        ImagePlus image = ct();
        image.setRoi(new Roi(5, 5, 40, 40));
        ImagePlus crop = image.crop("stack");
        assertRowOrSentence(crop, MASK);
        IJ.run(image, "Crop", "");
        assertRowOrSentence(image, MASK);
    }

    private static void assertRowOrSentence(ImagePlus image, String options) {
        try {
            for (Measurement row : Values.extract(image, options)) assertTrue(row.voxels() > 0);
        } catch (InvalidInputException e) {
            assertTrue(e.getMessage().matches("(?s).*[.?]"), e.getMessage());
        }
        MaskPreview.ofSaving(image, Options.of(Map.of(), MaskSaving.OPTIONS));
    }

    // were the voxels changed?

    @ParameterizedTest
    @ValueSource(strings = {"32-bit", "Duplicate...", "Properties..."})
    void whatChangesNoValueIsNoAlarm(String command) throws Exception {
        ImagePlus image = ct();
        if (command.equals("32-bit")) IJ.run(image, "32-bit", "");
        ImagePlus same = command.equals("Duplicate...") ? image.duplicate() : image;
        if (command.equals("Properties...")) same.setDimensions(1, 1, 10);
        Measurement row = one(same, MASK);
        assertMask(row);
        assertFalse(row.note().contains("were changed"), row.note());
    }

    @Test
    void floatsAreNoAlarmAfterTiff() throws Exception {
        ImagePlus image = ct();
        IJ.run(image, "32-bit", "");
        Path tiff = HeadCt.save(image, folder.resolve("float.tif"));
        assertFalse(one(TiffFile.image(tiff), MASK).note().contains("were changed"));
    }

    @Test
    void oneChangedVoxelIsSaid() throws Exception {
        for (String type : List.of("16-bit", "32-bit")) {
            ImagePlus image = ct();
            if (type.equals("32-bit")) IJ.run(image, "32-bit", "");
            image.getStack().setVoxel(0, 0, 0, image.getStack().getVoxel(0, 0, 0) + 1);
            assertTrue(one(image, MASK).note().contains("were changed since it was opened"), type);
        }
        ImagePlus recalibrated = ct();
        recalibrated.getCalibration().setFunction(ij.measure.Calibration.STRAIGHT_LINE, new double[] {-32758, 1}, "HU");
        assertTrue(
                one(recalibrated, MASK).note().contains("were changed since it was opened"), "values are what counts");
    }

    @Test
    void openingAMaskLeavesNoOlderSelection() throws Exception {
        ImagePlus image = ct();
        image.setSlice(2);
        image.setRoi(new Roi(3, 3, 9, 9));
        MaskOpening.run(
                image,
                Options.of(Map.of("path", FILES.resolve("m.nii.gz").toString()), MaskOpening.OPTIONS),
                CtOpening.Chooser.FIRST);
        assertMask(one(image, ""));
    }

    @Test
    void theOverlayOfATiffOfFramesComesWithIt() throws Exception {
        ImagePlus image = ct();
        image.setDimensions(1, 1, 10);
        Roi roi = new OvalRoi(20, 20, 9, 9);
        roi.setPosition(1, 1, 4);
        image.setOverlay(new Overlay(roi));
        Path tiff = HeadCt.save(image, folder.resolve("frames.tif"));
        ImagePlus opened = CtOpening.open(
                Options.of(Map.of("path", tiff.toString()), CtOpening.OPTIONS),
                CtOpening.Chooser.FIRST,
                new ArrayList<>());
        assertEquals("overlay, 1 ROI on slice 4", one(opened, "").maskOrigin());
    }
}
