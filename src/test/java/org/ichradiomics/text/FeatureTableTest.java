package org.ichradiomics.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers CaseColumns. */
class FeatureTableTest {

    private static final FeatureTable TABLE = FeatureTable.of(
            List.of("case", "Volume (mL)", "kurtosis", "comment", "settings"),
            List.of(
                    List.of("P1", 4.5, 0.1, "good", "d648bb06da48"),
                    Arrays.asList("P2", 3, Double.NaN, null, "d648bb06da48"),
                    List.of("P3", 9.75, "NA", "fine", "d648bb06da48")));

    @Test
    void givesColumnsAsNumbersAndText() throws Exception {
        assertArrayEquals(new double[] {0.1, Double.NaN, Double.NaN}, TABLE.values("kurtosis"));
        assertArrayEquals(new double[] {4.5, 3, 9.75}, TABLE.values("Volume (mL)"));
        assertEquals(List.of("good", "", "fine"), TABLE.texts("comment"));
        assertEquals(3, TABLE.size());
        assertTrue(TABLE.has("kurtosis"));
        assertFalse(TABLE.has("Kurtosis"));
    }

    @Test
    void keepsEveryBit() throws Exception {
        double[] values = {Math.PI, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1.0 / 3, Double.POSITIVE_INFINITY};
        FeatureTable table = FeatureTable.of(
                List.of("x"), Arrays.stream(values).mapToObj(List::of).toList());
        assertArrayEquals(values, table.values("x"));
    }

    @Test
    void namesCases() {
        assertEquals(List.of("P1", "P2", "P3"), TABLE.cases());
        assertEquals(
                List.of("a"),
                FeatureTable.of(List.of("Label", "id", "x"), List.of(List.of("L", "a", 1)))
                        .cases());
        assertEquals(
                List.of("L"),
                FeatureTable.of(List.of("Label", "x"), List.of(List.of("L", 1))).cases());
        assertEquals(
                List.of("r"),
                FeatureTable.of(List.of("", "x"), List.of(List.of("r", 1))).cases());
        assertEquals(
                List.of("1", "2"),
                FeatureTable.of(List.of("x"), List.of(List.of(5), List.of(6))).cases());
    }

    @Test
    void listsFeatures() {
        assertEquals(List.of("kurtosis"), TABLE.features(), "the volume is about the case");
        FeatureTable table = FeatureTable.of(
                List.of("case", "x", "comment", "sex", "empty"),
                List.of(
                        List.of("1", 1, "3", "f", ""),
                        List.of("2", "typo", "blurred", "m", ""),
                        List.of("3", 3, "moved", "m", "NaN")));
        assertEquals(List.of("x"), table.features());
    }

    @Test
    void refusesTextInNeededColumn() {
        FeatureTable table = FeatureTable.of(List.of("case", "x"), List.of(List.of("P1", 1), List.of("P2", "abc")));
        assertEquals(
                "Column \"x\" of the table has \"abc\" in line 3 (case P2), which is not a number: correct it, or "
                        + "leave the cell empty.",
                assertThrows(InvalidInputException.class, () -> table.values("x"))
                        .getMessage());
    }

    @Test
    void refusesMissingColumn() {
        String sentence = "The table has no column \"he\": add it or choose another table.";
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> TABLE.values("he"))
                        .getMessage());
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> TABLE.texts("he"))
                        .getMessage());
    }

    @Test
    void knowsItsSettings() throws Exception {
        assertEquals(Optional.of("d648bb06da48"), TABLE.settings());
        assertEquals(
                Optional.empty(),
                FeatureTable.of(List.of("x"), List.of(List.of(1))).settings());
        assertEquals(
                Optional.empty(), TABLE.with("settings", List.of("", "", "")).settings());
        assertEquals(
                Optional.empty(),
                FeatureTable.of(List.of("x", "settings"), List.of()).settings());
    }

    @Test
    void refusesMixedSettings() {
        FeatureTable two = TABLE.with("settings", List.of("d648bb06da48", "000000000000", "d648bb06da48"));
        assertEquals(
                "The table has rows of different settings (d648bb06da48: 2 rows, 000000000000: 1 row): extract all "
                        + "cases with the same settings.",
                assertThrows(InvalidInputException.class, two::settings).getMessage());
        FeatureTable some = TABLE.with("settings", List.of("d648bb06da48", "", ""));
        assertEquals(
                "The table has rows of different settings (d648bb06da48: 1 row, none: 2 rows): extract all cases "
                        + "with the same settings.",
                assertThrows(InvalidInputException.class, some::settings).getMessage());
    }

    @Test
    void setsColumns() throws Exception {
        FeatureTable replaced = TABLE.with("kurtosis", List.of(1.0, 2.0, 3.0));
        assertEquals(TABLE.columns(), replaced.columns());
        assertArrayEquals(new double[] {1, 2, 3}, replaced.values("kurtosis"));
        FeatureTable added = TABLE.with("R-score", List.of(-1.43, Double.NaN, -2));
        assertEquals("R-score", added.columns().get(5));
        assertArrayEquals(new double[] {-1.43, Double.NaN, -2}, added.values("R-score"));
        assertArrayEquals(
                new double[] {0.1, Double.NaN, Double.NaN}, TABLE.values("kurtosis"), "the table itself never changes");
    }

    @Test
    void refusesCallersMistakes() {
        assertThrows(IllegalArgumentException.class, () -> FeatureTable.of(List.of("x", "x"), List.of()));
        assertThrows(IllegalArgumentException.class, () -> FeatureTable.of(List.of("x"), List.of(List.of(1, 2))));
        assertThrows(IllegalArgumentException.class, () -> TABLE.with("x", List.of(1)));
    }
}
