package org.ichradiomics.imagej;

import java.util.List;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.io.FileInfo;
import ij.plugin.Duplicator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.IchRadiomics;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The mask that is measured is the mask that was drawn, on an image of 40 × 40 × 10 voxels whose ROIs lie on three
 * planes.
 */
class DrawnVoxelsTest {

    /** Counted by ImageJ: an oval of 14 × 14 has 156 voxels, three of them 468. */
    private static final int OVAL = 156;

    private static ImagePlus image(int channels, int slices, int frames) {
        ImagePlus image = IJ.createImage("ct", "32-bit black", 40, 40, channels * slices * frames);
        for (int plane = 1; plane <= image.getStackSize(); plane++) {
            for (int y = 0; y < 40; y++) {
                for (int x = 0; x < 40; x++)
                    image.getStack().setVoxel(x, y, plane - 1, 40 + plane % 10 * 3 + (x * 7 + y * 13) % 11);
            }
        }
        image.setDimensions(channels, slices, frames);
        image.getCalibration().setUnit("mm");
        image.getCalibration().pixelDepth = 5;
        return image;
    }

    private static Roi oval() {
        return new OvalRoi(12, 12, 14, 14);
    }

    private static Roi oval(int plane) {
        Roi roi = oval();
        roi.setPosition(plane);
        return roi;
    }

    private static ImagePlus with(ImagePlus image, Roi... rois) {
        Overlay overlay = new Overlay();
        for (Roi roi : rois) overlay.add(roi);
        image.setOverlay(overlay);
        return image;
    }

    private static ImagePlus drawn() {
        return with(image(1, 10, 1), oval(5), oval(6), oval(7));
    }

    // frames and channels

    @ParameterizedTest
    @CsvSource({"1,10,1", "10,1,1", "1,1,10"})
    void theOnlyLongDimensionIsTheSlices(int channels, int slices, int frames) throws Exception {
        for (String kind : List.of("position", "C, Z or T", "name")) {
            ImagePlus image = image(channels, slices, frames);
            Overlay overlay = new Overlay();
            for (int plane = 5; plane <= 7; plane++) {
                Roi roi = oval();
                if (kind.equals("position")) roi.setPosition(plane);
                else if (kind.equals("name")) roi.setName(String.format("%04d-0019-0019", plane));
                else roi.setPosition(channels > 1 ? plane : 1, slices > 1 ? plane : 1, frames > 1 ? plane : 1);
                overlay.add(roi);
            }
            image.setOverlay(overlay);
            image.setSlice(2);
            Measurement row = one(image, "mask=overlay");
            assertEquals("overlay, 3 ROIs on slices 5-7 " + 3 * OVAL, row.maskOrigin() + " " + row.voxels(), kind);
            assertEquals(3 * OVAL, IchRadiomics.extract(image, null, "").getValue("Voxels", 0));
            assertEquals(slices == 1, row.note().contains("were taken as its slices"), row.note());
        }
    }

    @ParameterizedTest
    @CsvSource({"10,1,1", "1,1,10"})
    void theSelectionIsOnTheCurrentFrame(int channels, int slices, int frames) throws Exception {
        ImagePlus image = image(channels, slices, frames);
        image.setSlice(6);
        image.setRoi(oval());
        assertEquals("selection, 1 ROI on slice 6", one(image, "").maskOrigin());
    }

    @Test
    void aRoiThatWasDrawnBeforeSlicesWereCalledFramesKeepsItsPlane() throws Exception {
        ImagePlus image = image(1, 1, 10);
        Roi roi = oval();
        roi.setImage(image);
        roi.setPosition(1, 1, 5);
        image.setDimensions(1, 10, 1);
        assertEquals("overlay, 1 ROI on slice 5", one(with(image, roi), "").maskOrigin());
        Roi named = oval();
        named.setName("0005-0019-0019");
        named.setPosition(1, 1, 5);
        assertEquals("overlay, 1 ROI on slice 5", one(with(image, named), "").maskOrigin());
    }

    /** On frame 2 of somebody's hyperstack, slice 1: the frame is no slice here. */
    @Test
    void anotherImagesFrameIsNoSlice() throws Exception {
        Roi roi = oval();
        roi.setName("0011-0019-0019");
        roi.setPosition(1, 1, 2);
        assertEquals(
                "overlay, 1 ROI on slice 1", one(with(image(1, 10, 1), roi), "").maskOrigin());
        Roi channel = oval();
        channel.setPosition(2, 1, 1);
        assertRefused(with(image(1, 1, 10), channel), "", "is on no slice");
    }

    @Test
    void ofAHyperstackTheCurrentFrameIsMeasuredAndOthersAreRefused() throws Exception {
        ImagePlus image = image(1, 5, 2);
        Roi here = oval();
        here.setPosition(1, 2, 1);
        Roi there = oval();
        there.setPosition(1, 3, 2);
        Roi byIndex = oval(9);
        assertRefused(
                with(image, here, there, byIndex),
                "",
                "2 of 3 ROIs are on other channels or frames",
                "2 planes would be lost");
        assertRefused(with(image, there), "", "No ROI is on the current channel and frame", "1 plane would be lost");
        Measurement row = one(with(image, here), "");
        assertEquals("overlay, 1 ROI on slice 2", row.maskOrigin());
        assertTrue(row.note().contains("Of the hyperstack, channel 1 and frame 1 were measured."), row.note());
        image.setPosition(1, 1, 2);
        assertEquals(
                "overlay, 2 ROIs on slices 3-4",
                one(with(image, there, byIndex), "").maskOrigin());
    }

    @Test
    void theColoursOfAPictureAreNoSlices() {
        CompositeImage picture = new CompositeImage(image(3, 1, 1), CompositeImage.COMPOSITE);
        assertRefused(
                with(picture, oval(1), oval(2), oval(3)),
                "",
                "2 of 3 ROIs are on other channels or frames",
                "2 planes would be lost");
        CompositeImage grey = new CompositeImage(image(3, 1, 1), CompositeImage.GRAYSCALE);
        assertEquals(3, Planes.of(grey).count());
    }

    // automatic

    @Test
    void aSelectionThatIsOneOfTheRoisIsNoRival() throws Exception {
        ImagePlus image = drawn();
        image.setSlice(7);
        image.setRoi(oval());
        Measurement row = one(image, "");
        assertEquals(3 * OVAL, row.voxels());
        assertTrue(row.note().contains("Mask: overlay, 3 ROIs on slices 5-7."), row.note());
        assertEquals("overlay", row.roi());
    }

    @Test
    void aSelectionOnAnotherSliceOrOfOtherVoxelsIsOne() throws Exception {
        ImagePlus image = drawn();
        image.setSlice(3);
        image.setRoi(oval());
        assertRefused(
                image,
                "",
                "a mask from the overlay (3 slices, 2.34 mL)",
                "a different one from the selection (1 slice, 0.78 mL)",
                "mask=[overlay]",
                "mask=[selection]");
        image.setSlice(7);
        image.setRoi(new OvalRoi(12, 12, 14, 13));
        assertRefused(image, "", "a different one from the selection");
        assertEquals(3 * OVAL, one(image, "mask=overlay").voxels());
        Measurement row = one(image, "mask=selection");
        assertEquals("selection", row.roi());
    }

    @Test
    void whoIsAskedGetsWhatWasChosen() throws Exception {
        ImagePlus image = drawn();
        image.setSlice(3);
        image.setRoi(oval());
        LesionFinder.Asker user = new LesionFinder.Asker() {
            @Override
            public MaskSource choose(String key, List<MaskChoice> masks) {
                assertEquals("mask [overlay (3 slices, 2.34 mL), selection (1 slice, 0.78 mL)]", key + " " + masks);
                return masks.get(1).source();
            }

            @Override
            public int slice(Roi roi, int slices) {
                throw new IllegalStateException();
            }
        };
        Measurement row =
                Extraction.run(image, null, ExtractOptions.parse(""), user).get(0);
        assertTrue(row.note().contains("Mask: selection, 1 ROI on slice 3."), row.note());
    }

    @Test
    void theDialogWaitsWhereMasksDiffer() throws Exception {
        ImagePlus image = drawn();
        image.setSlice(3);
        image.setRoi(oval());
        MaskPreview preview = MaskPreview.of(image, ExtractOptions.parse(""));
        assertFalse(preview.isUsable());
        assertEquals(
                "There are different masks: overlay (3 slices, 2.34 mL) and selection (1 slice, 0.78 mL). "
                        + "Please choose one as \"Mask\".",
                preview.text().replace('\n', ' '));
        assertTrue(MaskPreview.of(image, ExtractOptions.parse("mask=overlay")).isUsable());
        MaskPreview saving =
                MaskPreview.ofSaving(image, Options.of(java.util.Map.of("mask", "overlay"), MaskSaving.OPTIONS));
        assertTrue(
                saving.text().startsWith("overlay, 3 ROIs on slices 5-7: 2.34 mL, 468 voxels, 3 slices, "),
                saving.text());
        image.getCalibration().setUnit("pixel");
        saving = MaskPreview.ofSaving(image, Options.of(java.util.Map.of("mask", "overlay"), MaskSaving.OPTIONS));
        assertTrue(
                saving.isUsable()
                        && saving.text().startsWith("overlay, 3 ROIs on slices 5-7: 468 voxels, 3 " + "slices, "),
                saving.text());
    }

    @Test
    void anOverlayOfTextAndArrowsIsNoMask() throws Exception {
        ImagePlus image = with(image(1, 10, 1), new TextRoi(2, 2, "left"), new Arrow(1, 1, 9, 9));
        image.setSlice(4);
        image.setRoi(oval());
        assertEquals("selection, 1 ROI on slice 4", one(image, "").maskOrigin());
        with(image, oval(5), new Line(1, 1, 9, 9));
        image.deleteRoi();
        assertRefused(image, "", "Straight Line", "encloses no area");
    }

    /** ImageJ draws its scale bar as a rectangle. */
    @Test
    void aScaleBarIsNoHaematoma() throws Exception {
        Roi bar = new Roi(2, 36, 10, 2);
        bar.setName("|SB|");
        Measurement row = one(with(image(1, 10, 1), oval(5), bar), "");
        assertEquals(OVAL, row.voxels());
        assertTrue(row.note().contains("Scale bars in the overlay were left out."), row.note());
        bar.setName(Marks.NAME);
        row = one(with(image(1, 10, 1), oval(5), bar), "");
        assertEquals(OVAL, row.voxels());
        assertFalse(row.note().contains("left out"), row.note());
        bar.setName("|SB|");
        assertRefused(with(image(1, 10, 1), bar), "mask=overlay", "scale bar", "no ROI of a haematoma");
        assertRefused(with(image(1, 10, 1), bar), "", "There is no mask");
    }

    @Test
    void aHiddenOverlayIsSaid() throws Exception {
        ImagePlus image = drawn();
        image.setHideOverlay(true);
        assertTrue(one(image, "").note().contains("The overlay is hidden"));
    }

    @Test
    void aSelectionOutsideTheImageIsNone() throws Exception {
        ImagePlus image = drawn();
        image.setRoi(new Roi(100, 100, 5, 5));
        assertEquals(3 * OVAL, one(image, "").voxels());
    }

    // ROIs of others

    @Test
    void roisOfAnotherOpenImageAreRefused() {
        ImagePlus other = IJ.createImage("patient 1", "32-bit black", 40, 40, 12);
        Roi roi = oval(5);
        roi.setImage(other);
        assertRefused(
                with(image(1, 10, 1), roi, oval(6)),
                "mask=overlay",
                "The ROI without a name (Oval) was drawn on another image, patient 1",
                "40 × 40 × 12, not 40 × 40 × 10",
                "choose the ROIs that were drawn on ct");
    }

    @Test
    void roisOfACopyAreTakenAndSaid() throws Exception {
        ImagePlus image = image(1, 10, 1);
        ImagePlus copy = new Duplicator().run(image);
        Roi roi = oval(5);
        roi.setImage(copy);
        Measurement row = one(with(image, roi), "");
        assertEquals(OVAL, row.voxels());
        assertTrue(
                row.note()
                        .contains("which were drawn on another image (a copy, or one that was closed), "
                                + "were taken as drawn on ct."),
                row.note());
    }

    /** The last patient's, in a ROI Manager that nobody cleared, look like one haematoma with those of this patient. */
    @Test
    void roisOfAClosedImageBesideOwnOnesAreStopped() throws Exception {
        ImagePlus image = image(1, 10, 1);
        ImagePlus closed = image(1, 10, 1);
        closed.setTitle("patient 1");
        closed.setFileInfo(file("1.tif"));
        image.setFileInfo(file("2.tif"));
        Roi left = oval(5);
        left.setImage(closed);
        Roi own = oval(6);
        own.setImage(image);
        Measurement both = one(with(image, left, own), "mask=overlay");
        String doubt = "1 of 2 ROIs was drawn on an image that was closed since, others on ct: remove from the overlay "
                + "what belongs to another patient.";
        assertEquals(List.of(doubt), both.glance().reasons());
        assertTrue(both.note().startsWith(doubt), both.note());
        assertEquals(
                List.of(doubt),
                MaskPreview.of(image, ExtractOptions.parse("mask=overlay")).stopped());
        assertEquals(
                List.of(),
                one(with(image, own, oval(7)), "mask=overlay").glance().reasons());
        assertEquals(List.of(), one(with(image, left), "mask=overlay").glance().reasons());
    }

    private static FileInfo file(String name) {
        FileInfo file = new FileInfo();
        file.fileName = name;
        return file;
    }

    @Test
    void theirOwnRoisAreNotSaid() throws Exception {
        ImagePlus image = image(1, 10, 1);
        Roi roi = oval(5);
        roi.setImage(image);
        image.setTitle("renamed");
        assertEquals(
                "",
                one(with(image, roi), "mask=overlay").notesBeforeScore().stream()
                        .filter(note -> note.contains("drawn"))
                        .findAny()
                        .orElse(""));
    }

    @Test
    void aOneSliceImageTakesEveryRoiAndSaysWhereItWas() throws Exception {
        Roi roi = oval(7);
        roi.setName("lesion");
        Measurement row = one(with(image(1, 1, 1), roi), "");
        assertEquals(OVAL, row.voxels());
        assertTrue(
                row.note().contains("The ROI lesion is on slice 7 and was taken on the only one of ct."), row.note());
        assertFalse(one(with(image(1, 1, 1), oval(1)), "").note().contains("the only one"));
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 40})
    void aSliceThatTheStackHasNot(int slice) {
        assertRefused(with(image(1, 1, 10), oval(slice)), "", "is on slice " + slice, "slices 1 to 10");
    }

    /** Its box touches the image, but none of its voxels does. */
    @Test
    void aRoiWhoseBoxAloneTouchesTheImageIsOutside() {
        Roi corner = new PolygonRoi(new int[] {50, 50, 30}, new int[] {30, 50, 50}, 3, Roi.POLYGON);
        corner.setPosition(3);
        assertRefused(with(image(1, 10, 1), corner, oval(5)), "", "lies outside the image ct");
    }

    @Test
    void sameVoxelsWithAndWithoutAWindowsPosition() throws InvalidInputException {
        ImagePlus image = drawn();
        for (int current : new int[] {1, 5, 10}) {
            image.setSlice(current);
            assertEquals(3 * OVAL, one(image, "").voxels());
        }
    }
}
