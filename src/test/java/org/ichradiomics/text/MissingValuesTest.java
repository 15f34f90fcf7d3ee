package org.ichradiomics.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What stands for no value, and what is refused since it can be read in two ways.
 *
 * <p>Covers InvalidInputException.
 */
class MissingValuesTest {

    private static FeatureTable column(String... cells) {
        return FeatureTable.of(
                List.of("id", "x"),
                IntStream.range(0, cells.length)
                        .mapToObj(i -> List.of("p" + i, cells[i]))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "  ", "NA", "N/A", "n/a", "NaN", "#N/A", "#NULL!", "#DIV/0!", ".", "-", "?", "NULL", "None",
                "\u00a0"
            })
    void standsForNoValueAmongNumbers(String word) throws InvalidInputException {
        FeatureTable table = column("1", word, "3", "-4.5", word, "6");
        assertArrayEquals(new double[] {1, Double.NaN, 3, -4.5, Double.NaN, 6}, table.values("x"));
        assertEquals(List.of("1", "", "3", "-4.5", "", "6"), table.known("x"));
        assertEquals(word, table.texts("x").get(1), "cells stay as they are written");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "-", "?", "NULL", "None"})
    void isALevelAmongWords(String word) throws InvalidInputException {
        FeatureTable table = column("a", word, "b", "a", "");
        assertEquals(List.of("a", word, "b", "a", ""), table.known("x"));
        assertFalse(table.isNumeric("x"));
    }

    /** The word is what is wrong; without it the hyphen says nothing. */
    @Test
    void textIsNamedBeforeAPlaceholder() {
        FeatureTable table = column("1", "-", "3", "4", "many");
        assertEquals(
                "Column \"x\" of the table has \"many\" in line 6 (case p4), which is not a number: correct it, "
                        + "or leave the cell empty.",
                assertThrows(InvalidInputException.class, () -> table.values("x"))
                        .getMessage());
    }

    @Test
    void codesAreNamed() throws InvalidInputException {
        FeatureTable table = column("1", "-9", "unknown", "-9.0", "999", "2").withMissing(List.of("-9", "unknown"));
        assertArrayEquals(new double[] {1, Double.NaN, Double.NaN, Double.NaN, 999, 2}, table.values("x"));
        assertEquals(List.of("1", "", "", "", "999", "2"), table.known("x"));
        assertEquals(
                table.values("x").length,
                table.only(new int[] {0, 1, 2, 3, 4, 5}).values("x").length,
                "and go with the rows");
        assertEquals(List.of("p0", "p1", "p2", "p3", "p4", "p5"), table.cases());
    }

    /** "At least half", the words for no value aside. */
    @Test
    void halfOfTheCellsMakeNumbers() throws InvalidInputException {
        assertTrue(column("1", "a", "NA", "-", "").isNumeric("x"));
        assertFalse(column("1", "a", "b", "-", "").isNumeric("x"));
        assertFalse(column("-", "", "?").isNumeric("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5,123.4|thousands separators",
                "5,123|thousands separators",
                "1.234.567|thousands separators",
                "5\u202f123|thousands separators",
                "5 123.4|thousands separators",
                "1.234,5|thousands separators",
                "12,5|a decimal comma",
                "12 mL|a unit",
                "45%|a unit",
                "45 %|a unit",
                "3h|a unit",
                "<5|a limit",
                "\u2265 24|a limit",
                "01.02.2024|a date",
                "2024-02-01 00:00:00|a date",
                "03-Feb|a date",
                "Feb-24|is not a number"
            })
    void isRefusedWithItsCause(String cell, String cause) {
        String said = assertThrows(
                        InvalidInputException.class,
                        () -> column("1", "2", cell).values("x"))
                .getMessage();
        assertTrue(said.startsWith("Column \"x\" of the table has \"" + cell + "\" in line 4 (case p2), which "), said);
        assertTrue(said.contains(cause), said);
    }

    /** A feature whose every value has thousands separators is met and refused, not passed over. */
    @Test
    void numbersWithMarksAreMeantAsNumbers() throws InvalidInputException {
        assertEquals(List.of("x"), column("5,123.4", "9,322.5", "").features());
        assertTrue(column("5,123.4", "9,322.5", "").isMeantNumeric("x"));
        assertFalse(column("deep", "lobar", "3").isMeantNumeric("x"));
        assertEquals(List.of(), column("2024-02-01", "2024-02-03", "2024-03-01").features());
    }

    @Test
    void thePlusAndMinusOfPeopleAreRead() throws InvalidInputException {
        assertArrayEquals(
                new double[] {-5.2, 5, 7, 0.5},
                column("\u22125.2", "+5", "\u00a07\u00a0", " .5").values("x"));
    }

    @Test
    void decimalCommasStandBesidePlaceholders() throws InvalidInputException {
        FeatureTable table = FeatureTableCsv.parse("id;x\na;1,5\nb;-\nc;2,25\nd;.\n", "t.csv");
        assertArrayEquals(new double[] {1.5, Double.NaN, 2.25, Double.NaN}, table.values("x"));
    }

    @Test
    void namesOfCasesAreFoundInAnyLetters() {
        assertEquals(
                List.of("a"),
                FeatureTable.of(List.of("ID", "x"), List.of(List.of("a", 1))).cases());
        assertEquals(
                List.of("L"),
                FeatureTable.of(List.of("ID", "Label"), List.of(List.of(7, "L")))
                        .cases());
        assertEquals(
                List.of("x"),
                FeatureTable.of(List.of("ID", "x", "Status", "Image"), List.of(List.of(7, 1, 0, 1)))
                        .features());
    }

    @Test
    void aMisspeltColumnIsAskedFor() {
        FeatureTable table = FeatureTable.of(List.of("case", "volume_ml", "gcs"), List.of(Arrays.asList("a", 1, 2)));
        assertEquals(
                "The table has no column \"vloume_ml\" (did you mean \"volume_ml\"?): add it or choose another "
                        + "table.",
                assertThrows(InvalidInputException.class, () -> table.values("vloume_ml"))
                        .getMessage());
        assertEquals(
                "The table has no column \"sex\": add it or choose another table.",
                assertThrows(InvalidInputException.class, () -> table.values("sex"))
                        .getMessage());
    }
}
