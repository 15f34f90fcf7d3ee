package org.ichradiomics.imagej;

import java.util.stream.Stream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.EllipseRoi;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.scan.Lesion;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** On an image of 20 × 10 × 4 voxels. */
class DrawnMaskTest {

    private final ImagePlus image = IJ.createImage("image", "16-bit black", 20, 10, 4);

    private static int voxels(DrawnMask mask) {
        int count = 0;
        for (var inside : mask.mask()) if (inside.get()) count++;
        return count;
    }

    private static boolean inside(DrawnMask mask, long x, long y, long z) {
        return mask.mask().getAt(x, y, z).get();
    }

    private static Roi named(Roi roi, String name) {
        roi.setName(name);
        return roi;
    }

    @Test
    void eachOnItsOwnSlice() throws Exception {
        DrawnMask mask = new DrawnMask(image);
        mask.add(new Roi(1, 2, 3, 4), 1);
        mask.add(new Roi(10, 5, 2, 2), 3);
        assertEquals(12 + 4, voxels(mask));
        assertTrue(inside(mask, 1, 2, 0) && inside(mask, 3, 5, 0) && inside(mask, 10, 5, 2));
        assertFalse(inside(mask, 4, 2, 0) || inside(mask, 1, 2, 1) || inside(mask, 10, 5, 0));
    }

    @Test
    void onOneSliceTheyAreUnited() throws Exception {
        DrawnMask mask = new DrawnMask(image);
        mask.add(new Roi(1, 2, 4, 4), 2);
        mask.add(new Roi(3, 4, 4, 4), 2);
        assertEquals(16 + 16 - 4, voxels(mask));
    }

    @Test
    void holesStay() throws Exception {
        DrawnMask mask = new DrawnMask(image);
        mask.add(new ShapeRoi(new Roi(2, 1, 8, 8)).not(new ShapeRoi(new Roi(4, 3, 2, 2))), 1);
        assertEquals(64 - 4, voxels(mask));
        assertFalse(inside(mask, 4, 3, 0));
    }

    /** ImageJ draws a ROI whole: an oval of 64 bytes would take a gigabyte. A rectangle is never drawn. */
    @Test
    void aRoiOfManyTimesTheImageIsRefused() throws Exception {
        DrawnMask mask = new DrawnMask(image);
        Values.assertRefused(
                () -> mask.add(new OvalRoi(0, 0, 32767, 32767), 1),
                "32767 × 32767 pixels large",
                "many times the image");
        mask.add(new Roi(0, 0, 32767, 32767), 1);
        assertEquals(image.getWidth() * image.getHeight(), voxels(mask));
    }

    static Stream<Arguments> areas() {
        return Stream.of(
                Arguments.of("rectangle", new Roi(3, 2, 9, 5)),
                Arguments.of("rounded rectangle", new Roi(3, 2, 9, 6, 4)),
                Arguments.of("oval", new OvalRoi(3, 1, 9, 8)),
                Arguments.of("ellipse", new EllipseRoi(4, 3, 15, 7, 0.5)),
                Arguments.of("rotated rectangle", new RotatedRectRoi(4, 3, 15, 7, 3)),
                Arguments.of("polygon", new PolygonRoi(new int[] {2, 17, 9}, new int[] {1, 3, 9}, 3, Roi.POLYGON)),
                Arguments.of(
                        "sub-pixel polygon",
                        new PolygonRoi(new float[] {2.3f, 16.8f, 9.5f}, new float[] {1.4f, 3.6f, 8.7f}, Roi.POLYGON)),
                Arguments.of(
                        "freehand", new PolygonRoi(new int[] {2, 7, 17, 9}, new int[] {1, 1, 3, 8}, 4, Roi.FREEROI)),
                Arguments.of(
                        "traced", new PolygonRoi(new int[] {2, 6, 6, 2}, new int[] {2, 2, 5, 5}, 4, Roi.TRACED_ROI)),
                Arguments.of("composite", new ShapeRoi(new Roi(1, 1, 4, 4)).or(new ShapeRoi(new OvalRoi(9, 2, 6, 6)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("areas")
    void asManyVoxelsAsImageJMeasures(String kind, Roi roi) throws Exception {
        DrawnMask mask = new DrawnMask(image);
        mask.add(roi, 2);
        image.setRoi(roi);
        assertEquals(image.getStatistics().pixelCount, voxels(mask));
    }

    @Test
    void partsBeyondTheBorderAreLeftOutAndSaid() throws Exception {
        DrawnMask mask = new DrawnMask(image);
        mask.add(new Roi(-2, -1, 4, 4), 1);
        mask.add(new OvalRoi(15, 5, 10, 10), 1);
        image.setRoi(new OvalRoi(15, 5, 10, 10));
        assertEquals(2 * 3 + image.getStatistics().pixelCount, voxels(mask));
        Lesion lesion = mask.lesion("overlay");
        assertEquals(1, lesion.notes().size());
        Values.assertSays(lesion.notes().get(0), "beyond the border", "left out");
    }

    @Test
    void wholeRoisAreNotSaidToBeCut() throws Exception {
        DrawnMask mask = new DrawnMask(image);
        mask.add(new Roi(0, 0, 20, 10), 1);
        assertEquals(java.util.List.of(), mask.lesion("overlay").notes());
    }

    @Test
    void outsideTheImageIsRefused() {
        assertRefused(
                () -> new DrawnMask(image).add(named(new Roi(20, 0, 5, 5), "far"), 1),
                "The ROI far lies outside the image image");
        assertRefused(() -> new DrawnMask(image).add(new Roi(-9, -9, 5, 5), 1), "The ROI without a name (Rectangle)");
    }

    static Stream<Roi> noAreas() {
        return Stream.of(
                new Line(1, 1, 5, 5),
                new Arrow(1, 1, 5, 5),
                new PointRoi(3, 3),
                new PolygonRoi(new int[] {2, 7, 9}, new int[] {1, 3, 9}, 3, Roi.POLYLINE),
                new PolygonRoi(new int[] {2, 7, 9}, new int[] {1, 3, 9}, 3, Roi.FREELINE),
                new PolygonRoi(new int[] {2, 7, 9}, new int[] {1, 3, 9}, 3, Roi.ANGLE),
                new TextRoi(1, 1, "text"),
                new ImageRoi(1, 1, new ByteProcessor(4, 4)));
    }

    @ParameterizedTest
    @MethodSource("noAreas")
    void withoutAnAreaItIsRefused(Roi roi) {
        assertRefused(
                () -> new DrawnMask(image).add(named(roi, "stroke"), 1),
                "The ROI stroke",
                "encloses no area",
                "area tool");
    }

    @Test
    void saysWhereItComesFrom() throws Exception {
        DrawnMask mask = new DrawnMask(image);
        mask.add(named(new Roi(1, 1, 2, 2), "a"), 1);
        mask.add(named(new Roi(1, 1, 2, 2), "b"), 2);
        mask.add(named(new Roi(5, 5, 2, 2), "b"), 4);
        assertEquals("overlay, 3 ROIs on slices 1-2, 4", mask.lesion("overlay").origin());
        assertEquals("a, b", mask.lesion("overlay").roi());
        DrawnMask one = new DrawnMask(image);
        one.add(new Roi(1, 1, 2, 2), 4);
        assertEquals("selection, 1 ROI on slice 4", one.lesion("selection").origin());
    }
}
