package org.ichradiomics.outline;

import java.util.List;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Discs drawn by hand, on voxels of 0.5 × 0.5 × 5 mm. */
class DoubtTest {

    private final Head head = Head.of(ArrayImgs.floats(80, 80, 9), new Spacing(0.5, 0.5, 5));
    private final Outline outline = new Outline(head.grid());

    private void disc(int x, int z, double mm) {
        outline.paint(Stroke.dab(new Voxel(x, 40, z), mm), 1, head, Lock.OPEN);
    }

    private List<Doubt> doubts() {
        return Doubt.of(outline, 1);
    }

    @Test
    void nothingIsDoubtfulAboutADisc() {
        assertEquals(List.of(), doubts());
        disc(40, 3, 8);
        disc(40, 4, 8);
        assertEquals(List.of(), doubts());
    }

    @Test
    void aForgottenSliceIsFilled() {
        disc(40, 2, 8);
        disc(40, 4, 8);
        Doubt doubt = doubts().get(0);
        assertEquals(new Doubt("Slice 4 is empty between drawn ones.", Doubt.Remedy.FILL_BETWEEN, 3), doubt);
        assertTrue(doubt.remedy().on(outline, 1));
        assertEquals(List.of(), doubts());
    }

    @Test
    void aSliceThatIsMeantToBeEmptyAndAGapBetweenPiecesAreNone() {
        disc(40, 2, 4);
        disc(40, 4, 4);
        outline.markEmpty(3, true);
        assertEquals(List.of(), doubts());
        outline.markEmpty(3, false);
        outline.clear(1);
        disc(20, 2, 4);
        disc(60, 4, 4);
        assertEquals(List.of(), doubts());
    }

    /** 13 voxels of 1.25 mm³ in a disc of 1 mm. */
    @Test
    void aSpeckIsRemoved() {
        disc(20, 2, 8);
        disc(60, 2, 1);
        Doubt doubt = doubts().get(0);
        assertEquals(
                new Doubt("Specks of less than 0.1 mL: 0.02 mL on 1 slice.", Doubt.Remedy.REMOVE_SPECKS, 2), doubt);
        assertTrue(doubt.remedy().on(outline, 1));
        assertEquals(List.of(), doubts());
    }

    /** A small lesion is no speck beside nothing. */
    @Test
    void allOfALesionIsNoSpeck() {
        disc(60, 2, 1);
        assertEquals(List.of(), doubts());
    }

    @Test
    void aHoleIsFilled() {
        disc(40, 2, 8);
        outline.erase(Stroke.dab(new Voxel(40, 40, 2), 2), 1, head, Lock.OPEN);
        Doubt doubt = doubts().get(0);
        assertEquals(new Doubt("Holes within slices: 0.06 mL on 1 slice.", Doubt.Remedy.FILL_HOLES, 2), doubt);
        assertTrue(doubt.remedy().on(outline, 1));
        assertEquals(List.of(), doubts());
    }
}
