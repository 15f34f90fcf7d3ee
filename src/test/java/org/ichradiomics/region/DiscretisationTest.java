package org.ichradiomics.region;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DiscretisationTest {

    @Test
    void theAutomaticRangeHoldsZeroAndTheLesion() throws Exception {
        assertEquals(0, Discretisation.AK.low(region(33, 87)));
        assertEquals(87, Discretisation.AK.high(region(33, 87)));
        assertEquals(-30, Discretisation.AK.low(region(-30, 87)));
        assertEquals(0, Discretisation.AK.high(region(-30, -5)));
        assertEquals(Math.sqrt(2 * 2 + 1 + 1), Discretisation.AK.runDistance(region(1, 2)));
    }

    @ParameterizedTest
    @CsvSource({
        "1, NaN, NaN, NaN, bins",
        "0, NaN, NaN, NaN, bins",
        "4097, NaN, NaN, NaN, bins",
        "256, 5, 5, NaN, high",
        "256, 9, 5, NaN, high",
        "256, Infinity, NaN, NaN, low",
        "256, NaN, -Infinity, NaN, high",
        "256, NaN, NaN, 0, run_distance",
        "256, NaN, NaN, -1, run_distance",
        "256, NaN, NaN, Infinity, run_distance"
    })
    void refusesNonsenseByName(int bins, double low, double high, double runDistance, String name) {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> new Discretisation(bins, low, high, runDistance))
                .getMessage();
        assertTrue(message.startsWith(name + " must be"), message);
    }

    @Test
    void refusesALesionWithoutARange() throws Exception {
        assertSentence("is 0 HU", Discretisation.AK, region(0, 0));
        assertSentence(
                "No voxel under the mask lies in the grey range",
                new Discretisation(256, 0, 20, Double.NaN),
                region(33, 87));
        assertSentence("The grey range is empty", new Discretisation(256, 100, Double.NaN, Double.NaN), region(33, 87));
    }

    private static void assertSentence(String words, Discretisation grey, Region region) {
        String message = assertThrows(InvalidInputException.class, () -> grey.check(region))
                .getMessage();
        assertTrue(message.contains(words), message);
    }

    private static Region region(double a, double b) throws Exception {
        return Region.of(
                ArrayImgs.doubles(new double[] {a, b}, 2, 1, 1),
                ArrayImgs.booleans(new boolean[] {true, true}, 2, 1, 1),
                new Spacing(1, 1, 1));
    }
}
