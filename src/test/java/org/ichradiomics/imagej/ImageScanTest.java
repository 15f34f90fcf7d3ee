package org.ichradiomics.imagej;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.imagej.HeadCt.Storage;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.region.Spacing;

import static org.ichradiomics.imagej.Values.assertHeadCt;
import static org.ichradiomics.imagej.Values.assertRefused;
import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Values through the calibration, spacing in mm, and what is no scan. */
class ImageScanTest {

    private static ImagePlus drawn(Storage storage) {
        ImagePlus image = HeadCt.image(storage);
        image.setOverlay(HeadCt.overlay());
        return image;
    }

    @ParameterizedTest
    @EnumSource
    void sameFeaturesHoweverHuAreStored(Storage storage) throws Exception {
        assertHeadCt(one(drawn(storage), ""));
    }

    @ParameterizedTest
    @EnumSource
    void theStoredNumbersAreNotHu(Storage storage) {
        // Else the test above could not fail.
        double stored = HeadCt.image(storage).getStack().getVoxel(32, 32, 6);
        double hu = HeadCt.image(Storage.FLOAT).getStack().getVoxel(32, 32, 6);
        assertEquals(storage == Storage.FLOAT || storage == Storage.BYTE, stored == hu);
    }

    @Test
    void aWindowedCopyIsSaid() throws Exception {
        assertTrue(one(drawn(Storage.BYTE), "").note().contains("looks like an 8-bit or windowed copy, not HU"));
        ImagePlus withAir = drawn(Storage.FLOAT);
        withAir.getStack().setVoxel(0, 0, 0, -1000);
        assertFalse(one(withAir, "").note().contains("windowed"));
    }

    @Test
    void anotherUnitOfValuesIsSaid() throws Exception {
        ImagePlus image = drawn(Storage.SIGNED);
        image.getCalibration().setValueUnit("Optical density");
        assertTrue(one(image, "").note().contains("\"Optical density\", not in HU"));
    }

    @ParameterizedTest
    @CsvSource({"mm,1", "cm,10", "µm,0.001", "micron,0.001", "um,0.001", "inch,25.4", "Millimeters,1", "m,1000"})
    void lengthsBecomeMillimetres(String unit, double mm) throws Exception {
        ImagePlus image = HeadCt.image();
        HeadCt.setSpacing(image, unit, mm);
        Spacing spacing = ImageScan.of(image).geometry().spacing().orElseThrow();
        Spacing expected = HeadCt.CASE.region().spacing();
        assertEquals(expected.x(), spacing.x(), 1e-12);
        assertEquals(expected.y(), spacing.y(), 1e-12);
        assertEquals(expected.z(), spacing.z(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pixel", "", " ", "sec", "parsec"})
    void noLengthIsNoSpacing(String unit) {
        ImagePlus image = drawn(Storage.SIGNED);
        HeadCt.setSpacing(image, unit, 1);
        assertRefused(image, "", "head.tif", "no voxel spacing in mm", "Image > Properties...", "spacing=0.45,0.45,5");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -5, Double.NaN, Double.POSITIVE_INFINITY})
    void noSpacingThatIsNotPositive(double depth) {
        ImagePlus image = drawn(Storage.SIGNED);
        image.getCalibration().pixelDepth = depth;
        assertRefused(image, "", "no voxel spacing in mm");
    }

    @Test
    void theUsersSpacingWins() throws Exception {
        ImagePlus image = drawn(Storage.SIGNED);
        Spacing mm = HeadCt.CASE.region().spacing();
        image.setCalibration(null);
        image.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {-32768, 1}, "HU");
        assertHeadCt(one(image, "spacing=" + mm.x() + "," + mm.y() + "," + mm.z()));
        assertEquals(2530 * 2e-3, one(image, "spacing=[1 1 2]").millilitres(), 1e-12);
        HeadCt.setSpacing(image, "mm", 1);
        assertEquals(
                2530 * 2e-3, one(image, "spacing=1;1;2 spacing_use=instead").millilitres(), 1e-12);
    }

    /** Typed where the image has one of its own, it gave 1.87 mL of 7.15, and no word of it. */
    @Test
    void aSpacingThatContradictsTheImageIsRefusedOrSaid() throws Exception {
        ImagePlus image = drawn(Storage.SIGNED);
        assertRefused(
                image,
                "spacing=1,1,2",
                "spacing=1,1,2 contradicts the image head.tif, whose own voxel spacing is 0.45 × 0.45 × 5 mm",
                "spacing_use=instead");
        assertRefused(
                () -> VolumeMeasuring.run(image, ExtractOptions.parse("spacing=1,1,2"), LesionFinder.Asker.NOBODY),
                "spacing_use=instead");
        assertRefused(image, "spacing=0.45,0.45,5.06", "contradicts");
        assertRefused(image, "spacing=0.45,0.444,5", "contradicts");
        Measurement row = one(image, "spacing=1,1,2 spacing_use=instead");
        assertTrue(
                row.note()
                        .contains(
                                "The voxel spacing 1 × 1 × 2 mm of head.tif was given by the user, the image's own is "
                                        + "0.45 × 0.45 × 5 mm."),
                row.note());
        assertTrue(one(image, "spacing=0.45,0.45,5").notes().stream()
                .noneMatch(note -> note.contains("given by the user")));
        assertEquals(one(image, "").settings().hash(), row.settings().hash(), "no setting of the features");
        assertTrue(VolumeMeasuring.run(
                        image, ExtractOptions.parse("spacing=1,1,2 spacing_use=instead"), LesionFinder.Asker.NOBODY)
                .get(0)
                .note()
                .contains("was given by the user"));
        image.getCalibration().setUnit("pixel");
        String note = one(image, "spacing=0.45,0.45,5").note();
        assertTrue(note.contains("The voxel spacing 0.45 × 0.45 × 5 mm of head.tif was given by the user."), note);
        assertRefused(
                image,
                "spacing=1,1,2 spacing_use=always",
                "spacing_use=always is no choice",
                "spacing_use=[if missing]",
                "spacing_use=instead");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1,2", "1,2,3,4", "0,1,1", "-1,1,1", "a,b,c", "1,1,NaN", "1,1,Infinity"})
    void noSpacingThatIsNone(String spacing) {
        assertRefused(
                HeadCt.drawn(),
                "spacing=" + spacing,
                "spacing=" + spacing,
                "three positive numbers of mm",
                "0.45,0.45,5");
    }

    @Test
    void nanAndInfinityAreRefusedUnderTheMaskOnly() throws Exception {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            ImagePlus image = drawn(Storage.FLOAT);
            image.getStack().setVoxel(0, 0, 0, bad);
            assertHeadCt(one(image, ""));
            image.getStack().setVoxel(32, 32, 6, bad);
            assertTrue(HeadCt.mask(1).getStack().getVoxel(32, 32, 6) == 1);
            assertRefused(image, "", "holds " + (double) bad + " under the mask", "column 32, row 32, slice 7");
        }
    }

    @Test
    void theCurrentFrameOfAHyperstack() throws Exception {
        ImageStack stack = new ImageStack(HeadCt.nx(), HeadCt.ny());
        ImagePlus head = HeadCt.image();
        for (int z = 1; z <= HeadCt.nz(); z++) stack.addSlice(head.getStack().getProcessor(z));
        for (int z = 1; z <= HeadCt.nz(); z++) stack.addSlice(new ShortProcessor(HeadCt.nx(), HeadCt.ny()));
        ImagePlus image = new ImagePlus("two.tif", stack);
        image.setCalibration(head.getCalibration());
        image.setDimensions(1, HeadCt.nz(), 2);
        image.setOpenAsHyperStack(true);
        image.setPosition(1, 3, 1);
        HeadCt.rois().forEach(roi -> {
            roi.setPosition(0, roi.getPosition(), 0);
            if (image.getOverlay() == null) image.setOverlay(new ij.gui.Overlay());
            image.getOverlay().add(roi);
        });
        Measurement first = one(image, "");
        assertHeadCt(first);
        assertTrue(first.note().contains("channel 1 and frame 1 were measured"));
        image.setPositionWithoutUpdate(1, 3, 2);
        Measurement second = one(image, "");
        assertEquals(-33792, second.features().get("MeanValue"));
        assertTrue(second.note().contains("frame 2 were measured"));
    }

    @Test
    void noImage() {
        assertRefused((ImagePlus) null, "", "There is no image", "open the head CT");
        assertRefused(new ImagePlus(), "", "There is no image");
    }

    @Test
    void rgbHoldsNoHu() {
        assertRefused(
                () -> ImageScan.ofLabels(new ImagePlus("outline", new ColorProcessor(8, 8))),
                "The mask outline is RGB",
                "make it 8-bit");
        assertRefused(new ImagePlus("photo", new ColorProcessor(8, 8)), "", "photo", "RGB", "original CT");
    }

    @Test
    void aCompositeImageIsNotRgb() throws Exception {
        ImagePlus image = HeadCt.drawn();
        image.setDimensions(1, HeadCt.nz(), 1);
        assertHeadCt(one(
                new CompositeImage(image, CompositeImage.GRAYSCALE) {
                    @Override
                    public ij.gui.Overlay getOverlay() {
                        return image.getOverlay();
                    }
                },
                ""));
    }
}
