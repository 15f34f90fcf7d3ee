package org.ichradiomics.figure;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AxisTest {

    private static String labels(Axis axis) {
        return String.join(" ", axis.ticks().stream().map(Axis.Tick::label).toList());
    }

    /** Written down by hand: multiples of 1, 2 or 5, at most six, all with the same decimals. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.0 0.2 0.4 0.6 0.8 1.0",
        "0, 10, 0 2 4 6 8 10",
        "-0.02, 1.02, 0.0 0.2 0.4 0.6 0.8 1.0",
        "-12.3, -2.4, −12 −10 −8 −6 −4",
        "0.52, 0.86, 0.6 0.7 0.8",
        "-0.3, 0.3, −0.2 0.0 0.2",
        "0, 5, 0 1 2 3 4 5",
        "17, 98, 20 40 60 80",
        "0, 0.0006, 0.0000 0.0002 0.0004 0.0006",
        "0, 0.00003, 0 1e−5 2e−5 3e−5",
        "0, 3000000, 0 1e6 2e6 3e6"
    })
    void ticksAreRound(double low, double high, String expected) {
        assertEquals(expected, labels(Axis.linear("", low, high)));
    }

    @Test
    void valuesOfTicksAreExact() {
        assertEquals(
                List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
                Axis.linear("", 0, 1).ticks().stream().map(Axis.Tick::value).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 20, 0.5 1 2 5 10 20",
        "0.1, 16, 0.1 0.3 1 3 10",
        "0.001, 1000, 0.001 0.01 0.1 1 10 100 1000",
        "1, 1000000, 1 100 10000 1e6"
    })
    void ticksOfALogarithmicAxisAreRoundToo(double low, double high, String expected) {
        String found = String.join(
                " ",
                Ticks.logarithmic(low, high, expected.split(" ").length).stream()
                        .map(Axis.Tick::label)
                        .toList());
        assertEquals(expected, found);
    }

    @Test
    void aroundHasRoomForAllFiniteValues() {
        Axis axis = Axis.around("", new double[] {3, Double.NaN}, new double[] {13, Double.NEGATIVE_INFINITY});
        assertTrue(axis.low() < 3 && axis.low() > 2 && axis.high() > 13 && axis.high() < 14);
        assertEquals(0, Axis.around("", new double[] {Double.NaN}).low());
        Axis single = Axis.around("", new double[] {5});
        assertTrue(single.low() < 5 && single.high() > 5);
        Axis zero = Axis.around("", new double[] {0, 0});
        assertTrue(zero.low() < 0 && zero.high() > 0);
    }

    @Test
    void placesAlongALogarithmicAxis() {
        Axis axis = new Axis("", Axis.Scale.LOGARITHMIC, 0.01, 100, List.of(), Axis.Look.FULL);
        assertEquals(0.5, axis.along(1), 1e-15);
        assertEquals(0.75, axis.along(10), 1e-15);
        assertTrue(Double.isNaN(axis.along(-1)));
        assertEquals(Double.NEGATIVE_INFINITY, axis.along(0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Axis("", Axis.Scale.LOGARITHMIC, 0, 1, List.of(), Axis.Look.FULL));
    }

    @Test
    void namesBeginAtZero() {
        Axis axis = Axis.names("", List.of("a", "b"));
        assertEquals(new Axis.Tick(1, "b"), axis.ticks().get(1));
        assertEquals(0.25, axis.along(0));
        assertEquals(0.75, axis.along(1));
    }
}
