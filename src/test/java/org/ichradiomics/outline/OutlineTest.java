package org.ichradiomics.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Head, Lock, Stroke, Tissue and Voxel. */
class OutlineTest {

    private static final Spacing SPACING = new Spacing(0.5, 0.75, 5);
    private static final int HAEMATOMA = Tissue.HAEMATOMA.label();
    private static final int IVH = Tissue.IVH.label();
    private static final Head HEAD = head();

    /** Brain of 35 HU with a block of 60 HU. */
    private static Head head() {
        float[] hu = new float[40 * 30 * 8];
        for (int i = 0; i < hu.length; i++) {
            int x = i % 40;
            int y = i / 40 % 30;
            hu[i] = x >= 10 && x < 30 && y >= 8 && y < 22 ? 60 : 35;
        }
        return Head.of(ArrayImgs.floats(hu, 40, 30, 8), SPACING);
    }

    @Property(tries = 60)
    void twentyStepsBackAndForwardGiveTheSameVoxels(@ForAll long seed) throws InvalidInputException {
        Random random = new Random(seed);
        Outline outline = new Outline(HEAD.grid());
        List<byte[]> states = new ArrayList<>();
        states.add(state(outline));
        while (states.size() <= 20) {
            if (step(outline, random)) {
                states.add(state(outline));
            }
        }
        for (int i = 19; i >= 0; i--) {
            assertTrue(outline.undo());
            assertArrayEquals(states.get(i), state(outline), "undo to " + i);
        }
        assertFalse(outline.undo());
        for (int i = 1; i <= 20; i++) {
            assertTrue(outline.redo());
            assertArrayEquals(states.get(i), state(outline), "redo to " + i);
        }
        assertFalse(outline.redo());
    }

    /** What was taken back, and what was there before a label was drawn anew, is not told. */
    @Test
    void anOutlineTellsHowItCameToBe() throws InvalidInputException {
        Outline outline = new Outline(HEAD.grid());
        Stroke dab = Stroke.dab(new Voxel(20, 15, 4), 3);
        outline.paint(dab, 1, HEAD, Lock.OPEN);
        outline.paint(Stroke.dab(new Voxel(20, 15, 4), 3), 2, HEAD, Lock.OPEN);
        GrowSettings settings = GrowSettings.USUAL.within(50, 90).withRadius(5);
        outline.set(Grow.from(HEAD, List.of(new Voxel(15, 12, 3)), List.of(), settings), 1);
        for (int x = 4; x < 7; x++) outline.paint(Stroke.dab(new Voxel(x, 4, 1), 1), 1, HEAD, Lock.OPEN);
        outline.erase(Stroke.dab(new Voxel(5, 4, 1), 1), 1, HEAD, Lock.OPEN);
        String made = "IVH brush; grown from 15,12,3 between 50.0 and 90.0 HU within 5 mm; brush × 3";
        assertEquals(made + "; eraser", outline.made());
        outline.undo();
        assertEquals(made, outline.made());
        outline.clear(0);
        assertEquals("", outline.made());
    }

    private static boolean step(Outline outline, Random random) throws InvalidInputException {
        int label = 1 + random.nextInt(3);
        Lock lock = random.nextBoolean() ? Lock.OPEN : Lock.BLOOD;
        Stroke stroke = new Stroke(
                random.nextInt(8),
                List.of(random.nextDouble() * 40, random.nextDouble() * 40),
                List.of(random.nextDouble() * 30, random.nextDouble() * 30),
                0.5 + 3 * random.nextDouble());
        return switch (random.nextInt(14)) {
            case 0 -> outline.erase(stroke, random.nextInt(4), HEAD, lock);
            case 1 -> outline.fillBetween(label);
            case 2 -> outline.smooth(label, 1);
            case 3 -> outline.removeIslands(label, 0.05);
            case 4 -> outline.keepLargest(label);
            case 5 -> outline.fillHoles(label);
            case 6 ->
                outline.add(
                        Grow.from(
                                HEAD,
                                List.of(new Voxel(20, 15, 4)),
                                List.of(),
                                GrowSettings.USUAL.within(50, 90).withRadius(2 + random.nextInt(6))),
                        label);
            case 7 -> outline.markEmpty(random.nextInt(8), random.nextBoolean());
            case 8 -> outline.millilitres(label) > 0 && copy(outline, label, random.nextInt(8));
            case 9 -> random.nextInt(5) == 0 && outline.clear(label);
            case 10 ->
                outline.set(
                        Grow.from(
                                HEAD,
                                List.of(new Voxel(15, 12, 3)),
                                List.of(),
                                GrowSettings.USUAL.within(50, 90).withRadius(2 + random.nextInt(6))),
                        label);
            case 11 -> outline.become(random(random.nextLong()), "other");
            default -> outline.paint(stroke, label, HEAD, lock);
        };
    }

    private static Outline random(long seed) {
        byte[] labels = new byte[HEAD.grid().size()];
        Random random = new Random(seed);
        for (int i = 0; i < labels.length; i++) labels[i] = (byte) Math.max(0, random.nextInt(8) - 4);
        return Outline.of(ArrayImgs.unsignedBytes(labels, 40, 30, 8), HEAD.grid());
    }

    private static boolean copy(Outline outline, int label, int to) throws InvalidInputException {
        for (int i = 0; i < outline.grid().size(); i++) {
            if (outline.label(i) == label) {
                return outline.copySlice(label, Voxel.of(outline.grid(), i).z(), to);
            }
        }
        return false;
    }

    private static byte[] state(Outline outline) {
        byte[] state = new byte[outline.grid().size() + outline.grid().nz()];
        for (int i = 0; i < outline.grid().size(); i++) {
            state[i] = (byte) outline.label(i);
        }
        for (int z = 0; z < outline.grid().nz(); z++) {
            state[outline.grid().size() + z] = (byte) (outline.isMarkedEmpty(z) ? 1 : 0);
        }
        return state;
    }

    @Test
    void theBrushPaintsADiscInMillimetres() {
        Outline outline = new Outline(HEAD.grid());
        assertTrue(outline.paint(Stroke.dab(new Voxel(20, 15, 2), 1.0), HAEMATOMA, HEAD, Lock.OPEN));
        for (int i = 0; i < outline.grid().size(); i++) {
            Voxel v = Voxel.of(outline.grid(), i);
            boolean in = v.z() == 2 && v.squaredDistance(new Voxel(20, 15, 2), outline.grid()) <= 1.0;
            assertEquals(in ? 1 : 0, outline.label(i), v.toString());
        }
    }

    @Test
    void theLockLeavesOtherHuAlone() {
        Outline outline = new Outline(HEAD.grid());
        outline.paint(Stroke.dab(new Voxel(10, 15, 2), 2.0), HAEMATOMA, HEAD, Lock.BLOOD);
        assertEquals(HAEMATOMA, outline.label(outline.grid().index(10, 15, 2)));
        assertEquals(0, outline.label(outline.grid().index(9, 15, 2)));
    }

    @Test
    void theEraserTakesItsOwnLabelOnly() {
        Outline outline = new Outline(HEAD.grid());
        outline.paint(Stroke.dab(new Voxel(20, 15, 2), 3.0), HAEMATOMA, HEAD, Lock.OPEN);
        outline.paint(Stroke.dab(new Voxel(20, 15, 2), 1.0), IVH, HEAD, Lock.OPEN);
        outline.erase(Stroke.dab(new Voxel(20, 15, 2), 2.0), HAEMATOMA, HEAD, Lock.OPEN);
        assertEquals(IVH, outline.label(outline.grid().index(20, 15, 2)));
        assertEquals(0, outline.label(outline.grid().index(23, 15, 2)));
        assertEquals(HAEMATOMA, outline.label(outline.grid().index(25, 15, 2)));
    }

    @Test
    void growingLeavesOtherLabels() throws InvalidInputException {
        Outline outline = new Outline(HEAD.grid());
        outline.paint(Stroke.dab(new Voxel(20, 15, 2), 1.0), IVH, HEAD, Lock.OPEN);
        outline.add(Grow.from(HEAD, List.of(new Voxel(20, 15, 4)), List.of(), GrowSettings.USUAL), HAEMATOMA);
        assertEquals(IVH, outline.label(outline.grid().index(20, 15, 2)));
        assertEquals(HAEMATOMA, outline.label(outline.grid().index(14, 12, 2)));
    }

    @Test
    void aLabelBecomesWhatWasGrown() throws InvalidInputException {
        Outline outline = new Outline(HEAD.grid());
        outline.paint(Stroke.dab(new Voxel(2, 2, 1), 1.0), HAEMATOMA, HEAD, Lock.OPEN);
        outline.paint(Stroke.dab(new Voxel(20, 15, 2), 1.0), IVH, HEAD, Lock.OPEN);
        Grown grown = Grow.from(HEAD, List.of(new Voxel(20, 15, 4)), List.of(), GrowSettings.USUAL);
        assertTrue(outline.set(grown, HAEMATOMA));
        assertFalse(outline.set(grown, HAEMATOMA));
        assertEquals(0, outline.label(outline.grid().index(2, 2, 1)));
        assertEquals(IVH, outline.label(outline.grid().index(20, 15, 2)));
        int ofOthers = outline.voxels(IVH)[2];
        assertEquals(
                grown.voxels() - ofOthers,
                Arrays.stream(outline.voxels(HAEMATOMA)).sum());
    }

    @Test
    void smallIslandsGoAndTheLargestStays() {
        Outline outline = new Outline(HEAD.grid());
        outline.paint(Stroke.dab(new Voxel(10, 15, 2), 2.0), HAEMATOMA, HEAD, Lock.OPEN);
        outline.paint(Stroke.dab(new Voxel(30, 15, 2), 0.1), HAEMATOMA, HEAD, Lock.OPEN);
        double all = outline.millilitres(HAEMATOMA);
        assertFalse(outline.removeIslands(HAEMATOMA, SPACING.voxelVolume() / 1000));
        assertTrue(outline.keepLargest(HAEMATOMA));
        assertEquals(all - SPACING.voxelVolume() / 1000, outline.millilitres(HAEMATOMA), 1e-12);
        assertTrue(outline.undo());
        assertTrue(outline.removeIslands(HAEMATOMA, 2 * SPACING.voxelVolume() / 1000));
        assertEquals(0, outline.label(outline.grid().index(30, 15, 2)));
    }

    @Test
    void aSliceIsCopied() throws InvalidInputException {
        Outline outline = new Outline(HEAD.grid());
        outline.paint(Stroke.dab(new Voxel(10, 15, 2), 2.0), HAEMATOMA, HEAD, Lock.OPEN);
        outline.paint(Stroke.dab(new Voxel(30, 15, 3), 2.0), HAEMATOMA, HEAD, Lock.OPEN);
        assertTrue(outline.copySlice(HAEMATOMA, 2, 3));
        for (int i = 0; i < 40 * 30; i++) {
            assertEquals(outline.label(2 * 1200 + i), outline.label(3 * 1200 + i));
        }
        assertThrows(InvalidInputException.class, () -> outline.copySlice(IVH, 2, 3));
    }

    @Test
    void labelsGoInAndComeOutWithoutLoss() {
        VoxelGrid grid = new VoxelGrid(16, 8, 4, SPACING);
        byte[] labels = new byte[grid.size()];
        new Random(7).nextBytes(labels);
        Outline outline = Outline.of(ArrayImgs.unsignedBytes(labels, 16, 8, 4), grid);
        Outline again = Outline.of(outline.labels(), grid);
        for (int i = 0; i < labels.length; i++) {
            assertEquals(labels[i] & 255, again.label(i));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> Outline.of(ArrayImgs.doubles(new double[] {0.5}, 1, 1, 1), new VoxelGrid(1, 1, 1, SPACING)));
    }
}
