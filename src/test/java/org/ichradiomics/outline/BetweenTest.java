package org.ichradiomics.outline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Slices filled in between drawn ones. Oracle: straight lines between signed distances in mm, made with NumPy and
 * SciPy.
 */
class BetweenTest {

    @ParameterizedTest
    @CsvSource({
        "deep, 2, 0.941, 0.883",
        "lobar, 2, 0.903, 0.803",
        "dark_core, 2, 0.963, 0.923",
        "small, 2, 0.917, 0.797",
        "ivh2, 2, 0.966, 0.919",
        "deep, 3, 0.885, 0.821",
        "lobar, 3, 0.774, 0.653",
        "dark_core, 3, 0.910, 0.861",
        "ivh2, 3, 0.910, 0.843"
    })
    void isNotWorseThanStraightLines(String name, int every, double whole, double added) throws InvalidInputException {
        assertNotWorse(Case.phantom(name), every, whole, added);
    }

    @ParameterizedTest
    @CsvSource({
        "ge_head_hybrid, 2, 0.941, 0.817",
        "ge_head_hybrid_followup, 2, 0.866, 0.720",
        "ge_head_hybrid, 3, 0.743, 0.584",
        "ge_head_hybrid_followup, 3, 0.793, 0.535"
    })
    void isNotWorseInARealHead(String name, int every, double whole, double added) throws InvalidInputException {
        assertNotWorse(Case.hybrid(name), every, whole, added);
    }

    @Test
    void newSlicesAreBetterOnTheWholeThanStraightLines() throws InvalidInputException {
        double sum = 0;
        for (String name : List.of("deep", "lobar", "dark_core", "small", "ivh2"))
            sum += dices(Case.phantom(name), 2)[1];
        for (String name : List.of("ge_head_hybrid", "ge_head_hybrid_followup")) sum += dices(Case.hybrid(name), 2)[1];
        double straight = (0.883 + 0.803 + 0.923 + 0.797 + 0.919 + 0.817 + 0.720) / 7;
        assertTrue(sum / 7 > straight + 0.005, sum / 7 + ", straight lines " + straight);
    }

    private static void assertNotWorse(Case head, int every, double whole, double added) {
        double[] dices = dices(head, every);
        assertTrue(dices[0] >= whole - 0.002, "whole " + dices[0]);
        assertTrue(dices[1] >= added - 0.002, "new " + dices[1]);
    }

    /** Of the whole and of the new slices. */
    private static double[] dices(Case head, int every) {
        Piece truth = head.truthPiece();
        List<Integer> slices = drawn(truth);
        Piece drawn = truth.copy();
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < slices.size() - 1; i++) {
            if (i % every != 0) {
                Arrays.fill(drawn.slice(slices.get(i)), false);
                left.add(slices.get(i));
            }
        }
        Piece filled = Between.fill(drawn, new boolean[drawn.box().depth()]);
        for (int k : drawn(drawn)) {
            assertArrayEquals(drawn.slice(k), filled.slice(k), "slice " + k + " was drawn");
        }
        for (int k = 0; k < filled.box().depth(); k++) {
            assertEquals(slices.contains(k), Piece.any(filled.slice(k)), "slice " + k);
        }
        return new double[] {dice(filled, truth, slices), dice(filled, truth, left)};
    }

    @Test
    void aRingStaysARing() {
        VoxelGrid grid = new VoxelGrid(21, 21, 3, new Spacing(1, 1, 5));
        Piece drawn = new Piece(grid, Box.all(grid));
        for (int p = 0; p < 441; p++) {
            int r = (p % 21 - 10) * (p % 21 - 10) + (p / 21 - 10) * (p / 21 - 10);
            drawn.slice(0)[p] = r <= 64 && r >= 16;
            drawn.slice(2)[p] = r <= 64 && r >= 16;
        }
        Piece filled = Between.fill(drawn, new boolean[3]);
        assertArrayEquals(drawn.slice(0), filled.slice(1));
    }

    @Test
    void aSliceMeantToBeEmptyIsNotFilledAcross() {
        VoxelGrid grid = new VoxelGrid(9, 9, 5, new Spacing(0.5, 0.5, 5));
        Piece drawn = new Piece(grid, Box.all(grid));
        drawn.set(4, 4, 0, true);
        drawn.set(4, 4, 4, true);
        assertTrue(Piece.any(Between.fill(drawn, new boolean[5]).slice(1)));
        Piece left = Between.fill(drawn, new boolean[] {false, false, true, false, false});
        assertFalse(Piece.any(left.slice(1)) || Piece.any(left.slice(2)) || Piece.any(left.slice(3)));
    }

    private static List<Integer> drawn(Piece piece) {
        List<Integer> slices = new ArrayList<>();
        for (int k = 0; k < piece.box().depth(); k++) {
            if (Piece.any(piece.slice(k))) {
                slices.add(k);
            }
        }
        return slices;
    }

    private static double dice(Piece a, Piece b, List<Integer> slices) {
        long both = 0;
        long sum = 0;
        for (int k : slices) {
            for (int p = 0; p < a.slice(k).length; p++) {
                both += a.slice(k)[p] && b.slice(k)[p] ? 1 : 0;
                sum += (a.slice(k)[p] ? 1 : 0) + (b.slice(k)[p] ? 1 : 0);
            }
        }
        return 2.0 * both / sum;
    }
}
