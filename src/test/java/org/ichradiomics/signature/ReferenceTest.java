package org.ichradiomics.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Scale and Scale. */
class ReferenceTest {

    private static Reference of(FeatureTable table, String name, String origin) throws InvalidInputException {
        return Reference.of(table, table.features(), name, origin);
    }

    private static Reference of(FeatureTable table, String name, String origin, Settings settings)
            throws InvalidInputException {
        return Reference.of(table, table.features(), name, origin, settings);
    }

    /** 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sum of squares 32, so SD √(32/7) with n − 1 (and 2 with n). */
    @Test
    void takesMeanAndSdWithNMinusOne() throws Exception {
        Reference reference = of(column(2, 4, 4, 4, 5, 5, 7, 9), "mine", "a test");
        assertEquals(
                new Scale(5, Math.sqrt(32.0 / 7), 8, "a test"),
                reference.scale("x").orElseThrow());
        assertEquals(8, reference.cases());
        assertEquals(Reference.Kind.COHORT, reference.kind());
        assertEquals(Settings.UNKNOWN, reference.settings());
    }

    /** The textbook formula Σx² − (Σx)²/n gives 0 or a negative variance here. */
    @Test
    void staysExactFarFromZero() throws Exception {
        Scale scale = of(column(1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16), "mine", "")
                .scale("x")
                .orElseThrow();
        assertEquals(1e9 + 10, scale.mean());
        assertEquals(Math.sqrt(30), scale.sd(), 1e-14);
    }

    @Test
    void leavesOutWhatIsNotFiniteFeatureByFeature() throws Exception {
        FeatureTable table = FeatureTable.of(
                List.of("case", "x", "y", "z"),
                List.of(
                        List.of("1", 1, Double.NaN, 1),
                        List.of("2", 3, "", 2),
                        List.of("3", Double.POSITIVE_INFINITY, 7, 3)));
        Reference reference = of(table, "mine", "");
        assertEquals(new Scale(2, Math.sqrt(2), 2, ""), reference.scale("x").orElseThrow());
        assertEquals(new Scale(7, Double.NaN, 1, ""), reference.scale("y").orElseThrow());
        assertEquals(new Scale(2, 1, 3, ""), reference.scale("z").orElseThrow());
        assertEquals(List.of("x", "y", "z"), List.copyOf(reference.scales().keySet()));
        assertEquals(List.of("y (fewer than 2 values)", "w (not in it)"), reference.unusable(List.of("x", "y", "w")));
    }

    /** Computed, the SD of three times 0.1 is 1.7e-17, and a z-score would be anything. */
    @Test
    void aConstantHasSdZero() throws Exception {
        Reference reference = of(column(0.1, 0.1, 0.1), "mine", "");
        assertEquals(new Scale(0.1, 0, 3, ""), reference.scale("x").orElseThrow());
        assertEquals(List.of("x (SD 0)"), reference.unusable(List.of("x")));
    }

    @Test
    void takesSettingsFromTheTable() throws Exception {
        FeatureTable table = column(1, 2).with("settings", List.of("d648bb06da48", "d648bb06da48"));
        assertEquals(Settings.hashed("d648bb06da48"), of(table, "mine", "").settings());
        assertEquals(Examples.AK, of(table, "mine", "", Examples.AK).settings());
        assertRefused(
                "The settings of the table are not those of the reference to be built: settings d648bb06da48 and "
                        + "settings "
                        + SettingsTest.ak("64", "auto").hash()
                        + " (catalogue=AK;bins=64;low=auto;high=auto;run_distance=auto); extract the table again.",
                () -> of(table, "mine", "", SettingsTest.ak("64", "auto")));
        assertRefused(
                "The column \"settings\" of the table has \"AK\", which is not a settings hash: correct it, or "
                        + "remove the column.",
                () -> of(table.with("settings", List.of("AK", "AK")), "mine", ""));
        assertRefused(
                "The table has rows of different settings (d648bb06da48: 1 row, 000000000000: 1 row): extract all "
                        + "cases with the same settings.",
                () -> of(table.with("settings", List.of("d648bb06da48", "000000000000")), "mine", ""));
    }

    @Test
    void refusesTooLittle() {
        assertRefused(
                "A reference needs at least 2 cases, but the table has 1: add cases.", () -> of(column(1), "mine", ""));
        assertRefused(
                "A reference needs features, but the table has no column of numbers: choose a feature table.",
                () -> of(FeatureTable.of(List.of("case"), List.of(List.of("a"), List.of("b"))), "mine", ""));
    }

    @Test
    void refusesTextAmongNumbers() {
        FeatureTable table =
                FeatureTable.of(List.of("case", "x"), List.of(List.of("a", 1), List.of("b", 2), List.of("c", "3.o")));
        assertRefused(
                "Column \"x\" of the table has \"3.o\" in line 4 (case c), which is not a number: correct it, or "
                        + "leave the cell empty.",
                () -> of(table, "mine", ""));
    }

    @Test
    void warnsBelowTwenty() throws Exception {
        double[] nineteen = IntStream.range(0, 19).asDoubleStream().toArray();
        assertEquals(
                Optional.of("The reference \"mine\" has only 19 cases; below 20 its means and SDs are unsteady."),
                of(column(nineteen), "mine", "").warning());
        assertTrue(of(column(IntStream.range(0, 20).asDoubleStream().toArray()), "mine", "")
                .warning()
                .isEmpty());
    }

    @Test
    void aBatchIsItsOwnReferenceFromTwentyOn() throws Exception {
        Reference own = Reference.ownCohort(
                column(IntStream.range(0, 20).asDoubleStream().toArray()), List.of("x"));
        assertEquals("Own cohort", own.name());
        assertEquals("the 20 cases of the table", own.origin());
        assertEquals(9.5, own.scale("x").orElseThrow().mean());
        assertEquals(Math.sqrt(35), own.scale("x").orElseThrow().sd(), 1e-14); // n(n + 1)/12 = 35
        assertRefused(
                "A batch is its own reference from 20 cases on, but the table has 3: choose another reference.",
                () -> Reference.ownCohort(column(1, 2, 3), List.of("x")));
    }

    @Test
    void refusesNonsense() {
        Map<String, Scale> scales = Map.of("x", new Scale(0, 1, 2, ""));
        assertNonsense("a reference needs at least 2 cases, has 1", () -> reference("r", 1, scales));
        assertNonsense("a reference needs at least one feature", () -> reference("r", 2, Map.of()));
        assertNonsense("a reference cannot have the name \"None\"", () -> reference("None", 2, scales));
        assertNonsense("a reference cannot have the name \"default\"", () -> reference("default", 2, scales));
        assertNonsense("a reference cannot have the name \" \"", () -> reference(" ", 2, scales));
        assertNonsense(
                "the feature x has 3 cases, but the reference only 2",
                () -> reference("r", 2, Map.of("x", new Scale(0, 1, 3, ""))));
        assertNonsense("the number of cases must not be negative, was -1", () -> new Scale(0, 1, -1, ""));
        assertNonsense("the mean of 2 cases cannot be NaN", () -> new Scale(Double.NaN, 1, 2, ""));
        assertNonsense("the mean of 0 cases cannot be 1.0", () -> new Scale(1, Double.NaN, 0, ""));
        assertNonsense("the SD of 2 cases cannot be -1.0", () -> new Scale(0, -1, 2, ""));
        assertNonsense("the SD of 2 cases cannot be NaN", () -> new Scale(0, Double.NaN, 2, ""));
        assertNonsense("the SD of 2 cases cannot be Infinity", () -> new Scale(0, Double.POSITIVE_INFINITY, 2, ""));
        assertNonsense("the SD of 1 cases cannot be 0.0", () -> new Scale(0, 0, 1, ""));
    }

    static FeatureTable column(double... values) {
        List<List<?>> rows = new ArrayList<>();
        for (double value : values) {
            rows.add(List.of("P" + rows.size(), value));
        }
        return FeatureTable.of(List.of("case", "x"), rows);
    }

    private static Reference reference(String name, int cases, Map<String, Scale> scales) {
        return new Reference(name, Reference.Kind.COHORT, "", cases, Settings.UNKNOWN, scales);
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(sentence, assertThrows(InvalidInputException.class, call).getMessage());
    }

    private static void assertNonsense(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
