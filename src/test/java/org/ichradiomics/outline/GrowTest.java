package org.ichradiomics.outline;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Growing from one click, held to phantoms whose truth is known. The Dice to beat is that of a reference made with
 * NumPy and SciPy: Gaussian 1 mm, half-way between click and brain, opening 1.5 mm, the piece of the click, closing 2
 * mm, holes filled.
 *
 * <p>Covers GrowSettings, Grown and Holding.
 */
class GrowTest {

    @ParameterizedTest
    @CsvSource({
        "deep, 0.974, 0.95, 10",
        "lobar, 0.955, 0.95, 10",
        "dark_core, 0.964, 0.95, 10",
        "small, 0.914, 0.90, 16"
    })
    void oneClickFindsTheHaematoma(String name, double reference, double least, double volume) throws Exception {
        Overlap found = Case.phantom(name).grown(GrowSettings.USUAL, List.of());
        assertTrue(found.dice() >= least && found.dice() > reference, found.toString());
        assertTrue(Math.abs(found.volumeError()) <= volume, found.toString());
    }

    @ParameterizedTest
    @CsvSource({"ge_head_hybrid, 0.962", "ge_head_hybrid_followup, 0.972"})
    void oneClickFindsTheHaematomaInARealHead(String name, double reference) throws Exception {
        Case head = Case.hybrid(name);
        Overlap found = head.grown(GrowSettings.USUAL, List.of());
        assertTrue(found.dice() >= 0.95 && found.dice() > reference, found.toString());
        assertTrue(found.hd95() <= 2 * head.head().grid().spacing().x(), found.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "52,20,12,fresh blood",
        "20,64,12,fresh blood",
        "2,2,12,air",
        "52,9,12,bone",
        "104,5,5,outside the image"
    })
    void aClickElsewhereIsASentenceAndNothingDrawn(int x, int y, int z, String word) throws Exception {
        Case deep = Case.phantom("deep");
        InvalidInputException refusal = assertThrows(
                InvalidInputException.class,
                () -> Grow.from(deep.head(), List.of(new Voxel(x, y, z)), List.of(), GrowSettings.USUAL));
        assertTrue(refusal.getMessage().contains(word), refusal.getMessage());
    }

    @Test
    void bloodInAVentricleIsCutOffByAPointAgainstIt() throws Exception {
        Overlap found =
                Case.phantom("ivh2").grown(GrowSettings.USUAL, List.of(new Voxel(58, 74, 11), new Voxel(58, 73, 13)));
        assertTrue(found.dice() >= 0.93, found.toString());
    }

    @Test
    void sameInputSameVoxels() throws Exception {
        Case lobar = Case.phantom("lobar");
        assertArrayEquals(voxels(lobar, GrowSettings.USUAL), voxels(lobar, GrowSettings.USUAL));
    }

    @Test
    void limitsOfOnesOwnAreUsedAsTheyAre() throws Exception {
        Case deep = Case.phantom("deep");
        Grown grown = Grow.from(deep.head(), List.of(deep.click()), List.of(), GrowSettings.USUAL.within(52, 90));
        assertEquals(52, grown.low());
        assertEquals(90, grown.high());
        Grown usual = Grow.from(deep.head(), List.of(deep.click()), List.of(), GrowSettings.USUAL);
        assertTrue(grown.millilitres() < usual.millilitres());
    }

    @Test
    void nothingGrowsFartherThanTheRadius() throws Exception {
        Case deep = Case.phantom("deep");
        Grown grown = Grow.from(deep.head(), List.of(deep.click()), List.of(), GrowSettings.USUAL.withRadius(8));
        grown.forEach(i -> assertTrue(Voxel.of(grown.grid(), i).squaredDistance(deep.click(), grown.grid()) < 11 * 11));
    }

    @Test
    void holesAreKeptOrFilled() throws Exception {
        Case dark = Case.phantom("dark_core");
        GrowSettings tight = GrowSettings.USUAL.within(45, 100);
        Voxel blood = new Voxel(26, 58, 9);
        int filled = Grow.from(dark.head(), List.of(blood), List.of(), tight).voxels();
        Grown kept = Grow.from(dark.head(), List.of(blood), List.of(), tight.with(Holding.KEEP));
        assertTrue(kept.voxels() < filled);
        assertTrue(kept.piece().holes().size() > 0);
        assertEquals(filled, kept.piece().or(kept.piece().holes()).size());
    }

    private static int[] voxels(Case head, GrowSettings settings) throws InvalidInputException {
        List<Integer> voxels = new ArrayList<>();
        Grow.from(head.head(), List.of(head.click()), List.of(), settings).forEach(voxels::add);
        return voxels.stream().mapToInt(Integer::intValue).toArray();
    }
}
