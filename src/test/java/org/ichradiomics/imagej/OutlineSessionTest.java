package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Arrow;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.outline.Lock;
import org.ichradiomics.outline.Outline;
import org.ichradiomics.outline.Stroke;
import org.ichradiomics.outline.Voxel;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers MaskRois, LabelVolume and what is written by NrrdWriter and NiftiWriter as seen from an image. */
class OutlineSessionTest {

    private static ImagePlus head() {
        ImageStack stack = new ImageStack(24, 18);
        for (int z = 0; z < 5; z++) {
            float[] hu = new float[24 * 18];
            Arrays.fill(hu, 55);
            stack.addSlice(new FloatProcessor(24, 18, hu));
        }
        ImagePlus image = new ImagePlus("head", stack);
        Calibration mm = image.getCalibration();
        mm.pixelWidth = 0.5;
        mm.pixelHeight = 0.75;
        mm.pixelDepth = 5;
        mm.setUnit("mm");
        return image;
    }

    private static Outline random(OutlineSession session, long seed) throws Exception {
        Random random = new Random(seed);
        session.change(outline -> {
            boolean isChanged = false;
            for (int i = 0; i < 40; i++) {
                Stroke dab = Stroke.dab(
                        new Voxel(random.nextInt(24), random.nextInt(18), random.nextInt(5)),
                        0.1 + 2 * random.nextDouble());
                isChanged |= random.nextInt(4) == 0
                        ? outline.erase(dab, 0, session.head(), Lock.OPEN)
                        : outline.paint(dab, 1 + random.nextInt(3), session.head(), Lock.OPEN);
            }
            return isChanged;
        });
        return session.outline();
    }

    private static int[] labels(Outline outline) {
        return IntStream.range(0, outline.grid().size()).map(outline::label).toArray();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatIsDrawnIsTheOverlayAndComesBackFromIt(long seed) throws Exception {
        ImagePlus image = head();
        OutlineSession session = OutlineSession.of(image);
        int[] drawn = labels(random(session, seed));
        ImagePlus other = head();
        Overlay copy = image.getOverlay().duplicate();
        other.setOverlay(copy);
        assertArrayEquals(drawn, labels(OutlineSession.of(other).outline()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask.nii.gz", "mask.nii", "mask.nrrd"})
    void filesKeepEveryVoxelAndLabel(String name, @TempDir Path folder) throws Exception {
        OutlineSession session = OutlineSession.of(head());
        int[] drawn = labels(random(session, 11));
        Path file = folder.resolve(name);
        assertTrue(session.write(file, Replacing.of(false)));
        assertFalse(session.write(file, Replacing.of(false)), "the same bytes");
        OutlineSession again = OutlineSession.of(head());
        assertTrue(again.open(file, Placement.CHECKED));
        assertArrayEquals(drawn, labels(again.outline()));
        assertTrue(again.change(Outline::undo));
        assertEquals(0, Arrays.stream(labels(again.outline())).sum());
    }

    @Test
    void anImageHasOneSessionAndTellsWhoListens() throws Exception {
        ImagePlus image = head();
        OutlineSession session = OutlineSession.of(image);
        assertSame(session, OutlineSession.of(image));
        AtomicInteger told = new AtomicInteger();
        Runnable listener = told::incrementAndGet;
        session.listen(listener);
        session.listen(listener);
        Stroke dab = Stroke.dab(new Voxel(10, 9, 2), 2);
        assertTrue(session.change(outline -> outline.paint(dab, 1, session.head(), Lock.OPEN)));
        assertFalse(session.change(outline -> outline.paint(dab, 1, session.head(), Lock.OPEN)));
        assertEquals(1, told.get());
        session.change(Outline::undo);
        assertEquals(2, told.get());
        assertEquals(null, image.getOverlay());
    }

    @Test
    void areasDrawnByHandJoinAndOtherThingsStay() throws Exception {
        ImagePlus image = head();
        Roi oval = new OvalRoi(3, 3, 8, 8);
        oval.setPosition(2);
        Arrow arrow = new Arrow(1, 1, 5, 5);
        image.setOverlay(new Overlay(oval));
        image.getOverlay().add(arrow);
        OutlineSession session = OutlineSession.of(image);
        int area = (int) oval.getStatistics().area;
        assertEquals(area, session.outline().voxels(1)[1]);
        Roi more = new Roi(14, 3, 2, 2);
        more.setPosition(4);
        more.setGroup(2);
        image.getOverlay().add(more);
        assertTrue(session.change(outline -> outline.fillHoles(1) || true));
        assertEquals(4, session.outline().voxels(2)[3]);
        assertEquals(area, session.outline().voxels(1)[1]);
        assertEquals(3, image.getOverlay().size());
        assertSame(arrow, image.getOverlay().get(0));
        image.setOverlay(null);
        session.change(Outline::undo);
        assertEquals(area, session.outline().voxels(1)[1], "what was removed from the overlay is undone");
    }

    @Test
    void oneLabelIsMeasuredAndEachIfAsked() throws Exception {
        ImagePlus image = head();
        OutlineSession session = OutlineSession.of(image);
        session.change(outline -> outline.paint(Stroke.dab(new Voxel(10, 9, 2), 2), 1, session.head(), Lock.OPEN)
                && outline.paint(Stroke.dab(new Voxel(10, 9, 3), 3), 2, session.head(), Lock.OPEN));
        List<Lesion> one = lesions(image, Map.of());
        assertEquals(1, one.size());
        assertEquals(session.outline().voxels(1)[2], size(one.get(0)));
        assertTrue(one.get(0).notes().contains("Of the labels 1 and 2 of the outline, 1 (haematoma) was taken."));
        List<Lesion> each = lesions(image, Map.of("rows", "per group"));
        assertEquals(
                List.of("group 1", "group 2"), each.stream().map(Lesion::part).toList());
        assertEquals(session.outline().voxels(2)[3], size(each.get(1)));
        session.change(outline ->
                outline.clear(1) && outline.paint(Stroke.dab(new Voxel(4, 4, 1), 1), 3, session.head(), Lock.OPEN));
        InvalidInputException refusal = assertThrows(InvalidInputException.class, () -> lesions(image, Map.of()));
        assertTrue(refusal.getMessage().contains("labels 2 and 3"), refusal.getMessage());
    }

    private static List<Lesion> lesions(ImagePlus image, Map<String, String> options) throws Exception {
        return new LesionFinder(image, ImageScan.of(image), ExtractOptions.of(options), LesionFinder.Asker.NOBODY)
                .find();
    }

    private static long size(Lesion lesion) throws Exception {
        return lesion.region(ImageScan.of(head()), new Spacing(0.5, 0.75, 5)).size();
    }

    @Test
    void theHeadIsMadeAnewWhereVoxelsChange() throws Exception {
        ImagePlus image = head();
        OutlineSession session = OutlineSession.of(image);
        assertSame(session.head(), session.head());
        image.getStack().getProcessor(2).setf(3, 3, 80);
        assertEquals(80, session.head().hu(session.outline().grid().index(3, 3, 1)));
    }
}
