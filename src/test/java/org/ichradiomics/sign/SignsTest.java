package org.ichradiomics.sign;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.sign.DrawnSigns.disc;
import static org.ichradiomics.sign.DrawnSigns.only;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Masks as people draw them, and each rule on both sides of its limit.
 *
 * <p>Covers Sign, SignMeasure and Suggestion.
 */
class SignsTest {

    @Test
    void oneVoxelShowsNothing() throws InvalidInputException {
        Signs signs =
                new DrawnSigns(40, 40, 3, 0.5).bleed(only(1, disc(10, 10, 0.1))).signs();
        for (Suggestion suggestion : signs.suggestions()) assertFalse(suggestion.isSuggested(), suggestion.text());
        assertEquals(1, signs.value(SignMeasure.LARGEST_SLICE));
        assertEquals(1, signs.value(SignMeasure.SOLIDITY), 1e-12);
        assertEquals(1, signs.value(SignMeasure.PERIMETER_RATIO), 1e-12);
    }

    @Test
    void oneSliceIsEnough() throws InvalidInputException {
        Signs signs = new DrawnSigns(80, 80, 1, 0.5)
                .bleed(disc(20, 20, 12))
                .paint(disc(20, 20, 4), 30)
                .signs();
        assertTrue(signs.suggestion(Sign.BLACK_HOLE).isSuggested());
        assertTrue(signs.suggestion(Sign.SWIRL).isSuggested());
        assertFalse(signs.suggestion(Sign.SWIRL_TWO_SLICES).isSuggested());
        assertEquals(35, signs.value(SignMeasure.BLACK_HOLE_DIFF), 0.5);
    }

    @Test
    void swirlOnTwoSlicesNeedsNeighboursThatOverlap() throws InvalidInputException {
        DrawnSigns.Shape bleed = disc(20, 20, 14);
        DrawnSigns.Shape left = disc(14, 20, 3);
        DrawnSigns.Shape right = disc(26, 20, 3);
        assertTrue(new DrawnSigns(80, 80, 3, 0.5)
                .bleed(bleed)
                .paint(only(0, left), 30)
                .paint(only(1, left), 30)
                .signs()
                .suggestion(Sign.SWIRL_TWO_SLICES)
                .isSuggested());
        assertFalse(new DrawnSigns(80, 80, 3, 0.5)
                .bleed(bleed)
                .paint(only(0, left), 30)
                .paint(only(1, right), 30)
                .signs()
                .suggestion(Sign.SWIRL_TWO_SLICES)
                .isSuggested());
        assertFalse(new DrawnSigns(80, 80, 3, 0.5)
                .bleed(bleed)
                .paint(only(0, left), 30)
                .paint(only(2, left), 30)
                .signs()
                .suggestion(Sign.SWIRL_TWO_SLICES)
                .isSuggested());
    }

    @Test
    void slicesWithAnEmptyOneBetweenAreNoNeighbours() throws InvalidInputException {
        DrawnSigns.Shape left = disc(14, 20, 3);
        Signs signs = new DrawnSigns(80, 80, 3, 0.5)
                .bleed(disc(20, 20, 14))
                .paint(only(0, left), 30)
                .paint(only(2, left), 30)
                .mask((x, y, z) -> z == 1, false)
                .signs();
        assertTrue(signs.suggestion(Sign.SWIRL).isSuggested());
        assertFalse(signs.suggestion(Sign.SWIRL_TWO_SLICES).isSuggested());
    }

    @Test
    void aHoleThatTheMaskLeavesOutIsSeenAllTheSame() throws InvalidInputException {
        Signs drawn = new DrawnSigns(80, 80, 1, 0.5)
                .bleed(disc(20, 20, 12))
                .paint(disc(20, 20, 4), 30)
                .signs();
        Signs left = new DrawnSigns(80, 80, 1, 0.5)
                .bleed(disc(20, 20, 12))
                .paint(disc(20, 20, 4), 30)
                .mask(disc(20, 20, 4), false)
                .signs();
        for (SignMeasure measure : SignMeasure.values())
            assertEquals(drawn.value(measure), left.value(measure), measure.key());
    }

    @Test
    void aDarkRegionAtTheWallIsNotClosed() throws InvalidInputException {
        Signs signs = new DrawnSigns(80, 80, 1, 0.5)
                .bleed(disc(20, 20, 12))
                .paint(disc(20, 9, 4), 30)
                .signs();
        assertFalse(signs.suggestion(Sign.BLACK_HOLE).isSuggested());
        assertFalse(signs.suggestion(Sign.HYPODENSITY).isSuggested());
    }

    @Test
    void aHoleAtTheBorderOfTheImageIsNoHole() throws InvalidInputException {
        Signs signs = new DrawnSigns(80, 40, 1, 0.5)
                .bleed(disc(20, 2, 14))
                .paint(disc(20, 1, 4), 30)
                .signs();
        assertFalse(
                signs.suggestion(Sign.BLACK_HOLE).isSuggested(), "what lies beyond the image is not known to be blood");
    }

    @ParameterizedTest
    @CsvSource({"9, true", "11, false"})
    void satellitesAreSmall(double diameter, boolean isSuggested) throws InvalidInputException {
        Signs signs = new DrawnSigns(120, 80, 2, 0.5)
                .bleed(disc(14, 20, 10))
                .bleed(only(0, disc(38, 20, diameter / 2)))
                .signs();
        assertEquals(isSuggested, signs.suggestion(Sign.SATELLITE).isSuggested());
        assertEquals(1, signs.value(SignMeasure.ISLANDS_SEPARATE));
    }

    @ParameterizedTest
    @CsvSource({"2, true", "19, true", "22, false"})
    void satellitesAreNear(double gap, boolean isSuggested) throws InvalidInputException {
        Signs signs = new DrawnSigns(160, 80, 2, 0.5)
                .bleed(disc(14, 20, 10))
                .bleed(only(0, disc(24 + gap + 2, 20, 2)))
                .signs();
        assertEquals(isSuggested, signs.suggestion(Sign.SATELLITE).isSuggested());
    }

    /** A part of the main piece that stands alone on one slice only is separate there. */
    @Test
    void satellitesMayBelongToTheMainPieceOnOtherSlices() throws InvalidInputException {
        DrawnSigns.Shape bridge = (x, y, z) -> z == 1 && Math.abs(y - 20) <= 1 && x >= 14 && x <= 32;
        Signs signs = new DrawnSigns(120, 80, 2, 0.5)
                .bleed(disc(14, 20, 10))
                .bleed(disc(32, 20, 3))
                .bleed(bridge)
                .signs();
        assertTrue(signs.suggestion(Sign.SATELLITE).isSuggested());
        assertEquals(OptionalInt.of(0), signs.slice(SignMeasure.SATELLITES));
    }

    @Test
    void aSliceWithoutTheMainPieceHasNoSatellites() throws InvalidInputException {
        Signs signs = new DrawnSigns(120, 80, 4, 0.5)
                .bleed(only(0, disc(14, 20, 10)))
                .bleed(only(1, disc(14, 20, 10)))
                .bleed(only(3, disc(20, 20, 3)))
                .bleed(only(3, disc(32, 20, 3)))
                .signs();
        assertFalse(signs.suggestion(Sign.SATELLITE).isSuggested());
    }

    /**
     * Three small pieces that are as large as one another: a disc of 3 mm finds no room in any, and none is a lobule of
     * itself.
     */
    @Test
    void aSmallPieceIsNoLobuleOfItself() throws InvalidInputException {
        Signs signs = new DrawnSigns(80, 80, 1, 0.5).bleed(disc(20, 20, 2.5)).signs();
        assertEquals(0, signs.value(SignMeasure.ISLANDS_TOTAL));
        assertEquals(0, signs.value(SignMeasure.SHAPE_FOCI));
    }

    @Test
    void aFluidLevelLiesAcrossAndItsUpperPartIsDark() throws InvalidInputException {
        DrawnSigns.Shape bleed = disc(20, 20, 14);
        DrawnSigns.Shape front = (x, y, z) -> bleed.holds(x, y, z) && y < 18;
        DrawnSigns.Shape back = (x, y, z) -> bleed.holds(x, y, z) && y > 22;
        DrawnSigns.Shape side = (x, y, z) -> bleed.holds(x, y, z) && x < 18;
        DrawnSigns.Shape tilted = (x, y, z) -> bleed.holds(x, y, z) && y < 18 + Math.tan(Math.toRadians(25)) * (x - 20);
        assertEquals(List.of(true, true), blendAndLevel(bleed, front, 32));
        assertEquals(List.of(true, false), blendAndLevel(bleed, back, 32), "the lower part is dark");
        assertEquals(List.of(true, false), blendAndLevel(bleed, side, 32), "the border is upright");
        assertEquals(List.of(true, false), blendAndLevel(bleed, tilted, 32), "the border slopes by 25 degrees");
        assertEquals(List.of(true, false), blendAndLevel(bleed, front, 45), "the upper part is brighter than brain");
        assertEquals(List.of(false, false), blendAndLevel(bleed, front, 50), "15 HU are no blend");
    }

    private static List<Boolean> blendAndLevel(DrawnSigns.Shape bleed, DrawnSigns.Shape dark, double hu)
            throws InvalidInputException {
        Signs signs =
                new DrawnSigns(80, 80, 2, 0.5).bleed(bleed).paint(dark, hu).signs();
        return List.of(
                signs.suggestion(Sign.BLEND).isSuggested(),
                signs.suggestion(Sign.FLUID_LEVEL).isSuggested());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.5, 0.9})
    void aMaskOfSpecksIsLookedAtToo(double share) throws InvalidInputException {
        Random random = new Random(7);
        Signs signs = new DrawnSigns(96, 96, 3, 0.5)
                .bleed((x, y, z) -> random.nextDouble() < share)
                .signs();
        assertTrue(Arrays.stream(SignMeasure.values()).mapToDouble(signs::value).allMatch(Double::isFinite));
    }

    @Test
    void theWholeImageMayBeMasked() throws InvalidInputException {
        Signs signs = new DrawnSigns(40, 30, 2, 0.5).bleed((x, y, z) -> true).signs();
        assertEquals(33, signs.value(SignMeasure.BRAIN_LEVEL), "no brain is seen: the usual level");
        for (Suggestion suggestion : signs.suggestions()) assertFalse(suggestion.isSuggested(), suggestion.text());
    }

    @Test
    void aLargerFieldOfViewChangesNothing() throws InvalidInputException {
        Signs small = lesion(100, 100, 0, 0);
        Signs large = lesion(180, 160, 35, 28);
        for (SignMeasure measure : SignMeasure.values())
            assertEquals(small.value(measure), large.value(measure), 1e-9, measure.key());
        for (Sign sign : Sign.values()) {
            assertEquals(
                    small.suggestion(sign).isSuggested(), large.suggestion(sign).isSuggested(), sign.key());
        }
    }

    private static Signs lesion(int nx, int ny, double x, double y) throws InvalidInputException {
        return new DrawnSigns(nx, ny, 2, 0.5)
                .bleed(disc(x + 24, y + 24, 7))
                .bleed(disc(x + 30, y + 24, 4))
                .bleed(disc(x + 24, y + 33.5, 1.6))
                .paint(disc(x + 23, y + 24, 2.5), 35)
                .signs();
    }

    @Test
    void emptyMasksAndValuesThatAreNoneAreRefused() {
        String empty = assertThrows(InvalidInputException.class, () -> new DrawnSigns(20, 20, 1, 0.5).signs())
                .getMessage();
        assertEquals("The mask is empty, so there is no haematoma in which to look for signs: draw it first.", empty);
        String none = assertThrows(
                        InvalidInputException.class,
                        () -> new DrawnSigns(40, 40, 2, 0.5)
                                .bleed(disc(10, 10, 5))
                                .paint(only(1, disc(10, 8, 0.1)), Double.NaN)
                                .signs())
                .getMessage();
        assertEquals(
                "The scan has no number in the haematoma, at column 20, row 16 of slice 2: "
                        + "open the original scan.",
                none);
    }

    @Test
    void paddingOfNaNRoundTheHeadIsNoBrain() throws InvalidInputException {
        Signs signs = new DrawnSigns(80, 80, 1, 0.5)
                .paint((x, y, z) -> x > 30, Double.NaN)
                .bleed(disc(16, 16, 8))
                .signs();
        assertEquals(33, signs.value(SignMeasure.BRAIN_LEVEL));
    }

    @Test
    void gridsMustBeTheSame() {
        VoxelImage other = VoxelImage.of(new VoxelGrid(2, 2, 1, new Spacing(1, 1, 1)), new double[4]);
        assertThrows(
                IllegalArgumentException.class,
                () -> Signs.of(
                        other, new DrawnSigns(3, 2, 1, 1).bleed(disc(0, 0, 1)).mask()));
    }
}
