package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.measure.Measurement;

import static org.ichradiomics.imagej.Values.assertHeadCt;
import static org.ichradiomics.imagej.Values.assertRefused;
import static org.ichradiomics.imagej.Values.extract;
import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Which lesions are meant.
 *
 * <p>Covers Measurement.
 */
class LesionFinderTest {

    @TempDir
    private Path folder;

    private static List<Measurement> with(ImagePlus mask, String options) throws Exception {
        return Extraction.run(HeadCt.image(), mask, ExtractOptions.parse(options), LesionFinder.Asker.NOBODY);
    }

    private String zip(List<Roi> rois) {
        return "mask=[ROI file] roi_path=[" + HeadCt.zip(rois, folder.resolve("rois.zip")) + "]";
    }

    /** The voxels of one slice of the head CT's mask. */
    private static long voxels(int slice) {
        byte[] mask = (byte[]) HeadCt.mask(1).getStack().getPixels(slice);
        long count = 0;
        for (byte label : mask) count += label;
        return count;
    }

    // automatic

    @Test
    void automaticTakesTheOverlayIfThereIsNoSelection() throws Exception {
        Measurement row = one(HeadCt.drawn(), "");
        assertHeadCt(row);
        assertTrue(row.maskOrigin().startsWith("overlay, "), row.maskOrigin());
    }

    @Test
    void theSelectionIsOnTheCurrentSlice() throws Exception {
        ImagePlus image = HeadCt.image();
        Roi roi = HeadCt.rois().get(3);
        int slice = roi.getPosition();
        roi.setPosition(1);
        image.setSlice(slice);
        image.setRoi(roi);
        Measurement row = one(image, "");
        assertEquals(voxels(slice), row.voxels());
        assertEquals("selection, 1 ROI on slice " + slice, row.maskOrigin());
        assertEquals(1, image.getRoi().getPosition(), "the selection itself is left as it was");
    }

    @Test
    void selectionAndOverlayThatDifferAreRefused() throws Exception {
        ImagePlus image = HeadCt.drawn();
        image.setSlice(6);
        image.setRoi(new Roi(20, 20, 5, 5));
        assertRefused(image, "", "selection", "different one", "overlay", "mask=[selection]", "mask=[overlay]");
        assertRefused(image, "mask=automatic", "mask=[selection]");
        assertEquals(25, one(image, "mask=selection").voxels());
        assertHeadCt(one(image, "mask=overlay"));
    }

    @Test
    void selectionAndOverlayThatAgreeAreFine() throws Exception {
        ImagePlus image = HeadCt.image();
        Roi roi = HeadCt.rois().get(3);
        image.setOverlay(new Overlay(roi));
        image.setSlice(roi.getPosition());
        image.setRoi((Roi) roi.clone());
        assertEquals(voxels(roi.getPosition()), one(image, "").voxels());
        image.setSlice(roi.getPosition() + 1);
        assertRefused(image, "", "different");
    }

    @Test
    void aLineIsNoSelectionBesideAnOverlay() throws Exception {
        ImagePlus image = HeadCt.drawn();
        image.setRoi(new Line(1, 1, 9, 9));
        assertHeadCt(one(image, ""));
    }

    @Test
    void aLineAloneIsRefusedAsOne() {
        ImagePlus image = HeadCt.image();
        image.setRoi(new Line(1, 1, 9, 9));
        assertRefused(image, "", "Straight Line", "encloses no area");
        assertRefused(image, "mask=selection", "Straight Line", "encloses no area");
    }

    @Test
    void nothingDrawn() {
        assertRefused(HeadCt.image(), "", "There is no mask", "head.tif", "ROI file");
        assertRefused(HeadCt.image(), "mask=selection", "There is no selection on head.tif");
        assertRefused(HeadCt.image(), "mask=overlay", "head.tif has no overlay");
    }

    @Test
    void theManagerNeedsAScreen() {
        assertRefused(
                HeadCt.image(), "mask=[ROI Manager]", "no ROI Manager without a screen", "mask=[ROI file]", "overlay");
    }

    // ROIs

    @Test
    void aRoiOnNoSliceIsRefused() {
        Roi roi = new Roi(20, 20, 5, 5);
        roi.setName("lesion");
        ImagePlus image = HeadCt.image();
        image.setOverlay(new Overlay(roi));
        assertRefused(image, "", "The ROI lesion is on no slice", "Update in the ROI Manager", "0009-0033-0044");
    }

    @Test
    void whoIsAskedForTheSliceGetsIt() throws Exception {
        Roi roi = new Roi(20, 20, 5, 5);
        ImagePlus image = HeadCt.image();
        image.setOverlay(new Overlay(roi));
        LesionFinder.Asker user = new LesionFinder.Asker() {
            @Override
            public MaskSource choose(String key, List<MaskChoice> masks) {
                throw new IllegalStateException();
            }

            @Override
            public int slice(Roi asked, int slices) {
                assertEquals(12, slices);
                return 9;
            }
        };
        assertEquals(
                "overlay, 1 ROI on slice 9",
                Extraction.run(image, null, ExtractOptions.parse(""), user)
                        .get(0)
                        .maskOrigin());
        assertEquals(0, roi.getPosition(), "the ROI itself is left as it was");
    }

    @Test
    void roisOfAnotherFrameAreNotMeant() {
        ImagePlus image = HeadCt.image();
        image.setDimensions(1, 6, 2);
        image.setOpenAsHyperStack(true);
        Roi roi = new Roi(20, 20, 5, 5);
        roi.setPosition(1, 3, 2);
        image.setOverlay(new Overlay(roi));
        assertRefused(image, "", "No ROI is on the current channel and frame of head.tif");
    }

    @Test
    void oneRowForAll() throws Exception {
        Measurement row = one(HeadCt.image(), zip(HeadCt.rois()));
        assertHeadCt(row);
        List<String> names = HeadCt.rois().stream().map(Roi::getName).toList();
        assertEquals(String.join(", ", names.subList(0, 3)) + ", ... (" + names.size() + " ROIs)", row.roi());
        assertEquals("head.tif", row.id());
    }

    @Test
    void oneRowForEachRoi() throws Exception {
        List<Roi> rois = HeadCt.rois();
        List<Measurement> rows = extract(HeadCt.image(), zip(rois) + " rows=[per ROI]");
        assertEquals(
                rois.stream().map(Roi::getName).toList(),
                rows.stream().map(Measurement::roi).toList());
        assertEquals(
                rois.stream().map(roi -> "head.tif:" + roi.getName()).toList(),
                rows.stream().map(Measurement::id).toList());
        for (int i = 0; i < rows.size(); i++)
            assertEquals(voxels(rois.get(i).getPosition()), rows.get(i).voxels());
    }

    @Test
    void roisThatShareANameShareARow() throws Exception {
        ImagePlus image = HeadCt.drawn();
        image.getOverlay().get(0).setName("left");
        image.getOverlay().get(1).setName("left");
        List<Measurement> rows = extract(image, "rows=[per ROI]");
        assertEquals(image.getOverlay().size() - 1, rows.size());
        assertEquals(
                voxels(image.getOverlay().get(0).getPosition())
                        + voxels(image.getOverlay().get(1).getPosition()),
                rows.get(0).voxels());
        for (Roi roi : image.getOverlay()) roi.setName(null);
        List<Measurement> unnamed = extract(image, "rows=[per ROI]");
        assertEquals(image.getOverlay().size(), unnamed.size());
        assertEquals(
                List.of("head.tif:ROI 1", "head.tif:ROI 2"),
                unnamed.stream().limit(2).map(Measurement::id).toList());
    }

    @Test
    void oneRowForEachGroup() throws Exception {
        List<Roi> rois = HeadCt.rois();
        for (int i = 0; i < rois.size(); i++) rois.get(i).setGroup(i < 4 ? 2 : 7);
        List<Measurement> rows = extract(HeadCt.image(), zip(rois) + " rows=[per group]");
        assertEquals(
                List.of("head.tif:group 2", "head.tif:group 7"),
                rows.stream().map(Measurement::id).toList());
        assertEquals(2530, rows.get(0).voxels() + rows.get(1).voxels());
        assertEquals(
                rois.stream().limit(4).mapToLong(r -> voxels(r.getPosition())).sum(),
                rows.get(0).voxels());
    }

    @Test
    void aRoiBeyondTheStackOrTheImage() {
        List<Roi> rois = new ArrayList<>(HeadCt.rois());
        rois.get(0).setPosition(40);
        assertRefused(HeadCt.image(), zip(rois), "is on slice 40", "slices 1 to 12");
        rois.get(0).setPosition(4);
        rois.get(0).setLocation(500, 0);
        assertRefused(HeadCt.image(), zip(rois), "lies outside the image head.tif");
    }

    @Test
    void anOldLineAmongTheRois() {
        List<Roi> rois = new ArrayList<>(HeadCt.rois());
        Roi line = new Line(1, 1, 9, 9);
        line.setName("ruler");
        rois.add(line);
        assertRefused(HeadCt.image(), zip(rois), "The ROI ruler", "encloses no area", "remove the other ROIs");
    }

    @Test
    void partOfARoiBeyondTheBorderIsSaid() throws Exception {
        ImagePlus image = HeadCt.image();
        Roi roi = new Roi(-5, 10, 20, 20);
        roi.setPosition(6);
        image.setOverlay(new Overlay(roi));
        assertTrue(one(image, "").note().contains("beyond the border of the image were left out"));
    }

    @Test
    void missingPaths() {
        assertRefused(HeadCt.image(), "mask=[ROI file]", "path of the ROI file is missing", "roi_path=path");
        assertRefused(HeadCt.image(), "mask=[mask file]", "path of the mask file is missing", "maskpath=path");
        assertRefused(HeadCt.image(), "mask=[mask image]", "title of the mask image is missing", "maskimage=title");
        assertRefused(HeadCt.image(), "mask=[mask image] maskimage=gone", "No open image is called gone");
        assertRefused(HeadCt.image(), "mask=[mask file] maskpath=/no/mask.nii", "mask.nii");
        assertRefused(HeadCt.image(), "mask=[mask file] maskpath=/no/mask.tif", "There is no file mask.tif");
    }

    // masks

    @Test
    void aMaskFileAsTiffNiftiOrRois() throws Exception {
        Path tiff = HeadCt.save(HeadCt.mask(255), folder.resolve("mask.tif"));
        Path zip = HeadCt.zip(HeadCt.rois(), folder.resolve("mask.zip"));
        for (Path file : List.of(tiff, zip, HeadCt.file("mask"))) {
            assertHeadCt(one(HeadCt.image(), "mask=[mask file] maskpath=[" + file.toAbsolutePath() + "]"));
        }
    }

    @Test
    void aBrokenTiff() throws Exception {
        Path broken = Files.writeString(folder.resolve("broken.tif"), "II*\0 and nothing behind");
        assertRefused(
                HeadCt.image(), "mask=[mask file] maskpath=[" + broken + "]", "broken.tif cannot be read as TIFF");
    }

    @Test
    void aMaskImage() throws Exception {
        for (int label : new int[] {1, 3, 255})
            assertHeadCt(with(HeadCt.mask(label), "").get(0));
        assertHeadCt(with(HeadCt.mask(3), "label=3").get(0));
    }

    @Test
    void ofSeveralLabelsOneIsChosen() throws Exception {
        ImagePlus mask = HeadCt.mask(1);
        for (int x = 2; x < 8; x++) mask.getStack().setVoxel(x, 5, 2, 2);
        assertRefused(() -> with(mask, ""), "mask.tif holds 2 labels", "choose one of 1", "2");
        assertHeadCt(with(mask, "label=1").get(0));
        Measurement second = with(mask, "label=2").get(0);
        assertEquals(6, second.voxels());
        assertEquals("label 2", second.roi());
        assertRefused(() -> with(mask, "label=7"), "no label 7", "choose one of");
        assertRefused(() -> with(mask, "label=blood"), "\"blood\" is not a whole number");
        List<Measurement> both = with(mask, "rows=[per group]");
        assertEquals(
                List.of("label 1", "label 2"),
                both.stream().map(Measurement::roi).toList());
        assertHeadCt(both.get(0));
    }

    @Test
    void masksThatAreNone() {
        ImagePlus fractional = new ImagePlus("soft", HeadCt.mask(1).getStack().convertToFloat());
        fractional.getStack().setVoxel(32, 32, 6, 0.9999);
        assertRefused(
                () -> with(fractional, ""),
                "soft is a fractional mask",
                "0.9999",
                "column 32, row 32, slice 7",
                "threshold it");
        ImagePlus empty = HeadCt.mask(0);
        assertRefused(() -> with(empty, ""), "mask.tif is empty", "draw the haematoma");
        ImagePlus cropped = new ImagePlus("crop", new FloatProcessor(64, 64));
        assertRefused(() -> with(cropped, ""), "crop has 64 × 64 × 1 voxels", "head.tif has 64 × 64 × 12");
        ImagePlus rgb = new ImagePlus("photo", new ColorProcessor(64, 64));
        assertRefused(() -> with(rgb, ""), "photo is RGB");
        assertRefused(() -> with(new ImagePlus(), ""), "There is no image");
        assertRefused(() -> with(HeadCt.image(), ""), "head.tif");
    }

    @Test
    void measuringLeavesTheImageAsItWas() throws Exception {
        ImagePlus image = HeadCt.drawn();
        image.setSlice(5);
        image.setRoi(HeadCt.rois().get(0));
        Object[] pixels = image.getStack().getImageArray().clone();
        short[] before = ((short[]) pixels[5]).clone();
        one(image, "mask=overlay");
        assertEquals(5, image.getCurrentSlice());
        assertEquals(HeadCt.rois().size(), image.getOverlay().size());
        assertNull(image.getOverlay().get(0).getImage());
        assertArrayEquals(before, (short[]) image.getStack().getPixels(6));
    }

    @Test
    void aPathThatAutomaticWouldPassOver() {
        assertRefused(
                HeadCt.drawn(),
                "roi_path=[old.zip]",
                "roi_path=old.zip is given, but the mask is automatic",
                "mask=[ROI file]");
        assertRefused(HeadCt.drawn(), "maskpath=[old.nii]", "maskpath=old.nii is given", "mask=[mask file]");
    }

    @Test
    void aLabelForRoisThatHaveNone() {
        assertRefused(HeadCt.drawn(), "mask=overlay label=2", "label=2 is for masks that hold labels");
    }
}
