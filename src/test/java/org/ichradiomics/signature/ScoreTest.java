package org.ichradiomics.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScoreTest {

    private static final Signature SIGNATURE = Examples.signature(Optional.empty());
    private static final Optional<Reference> COHORT = Optional.of(Examples.cohort());
    private static final Map<String, Double> MEANS = Map.of("a", 10.0, "b", 100.0);

    @Test
    void givesValueReferenceAndGroup() throws Exception {
        assertEquals(new Score(-1, "cohort", Score.Group.HIGH, List.of()), score(COHORT, MEANS, 5));
        assertEquals(
                new Score(-3, "cohort", Score.Group.LOW, List.of()), score(COHORT, Map.of("a", 10.0, "b", 120.0), 5));
        assertEquals("high", Score.Group.HIGH.text());
        assertEquals("low", Score.Group.LOW.text());
        assertEquals("none", Score.Group.NONE.text());
    }

    /** One feature with mean 0 and SD 1, so that the score is the value. */
    @ParameterizedTest
    @CsvSource({"-1.430, HIGH", "-1.4299, HIGH", "-1.4301, LOW", "-1.4300000000000002, LOW"})
    void cutoffBelongsToHigh(double x, Score.Group group) throws Exception {
        Signature one = new Signature(
                "one",
                "",
                0,
                List.of(new Signature.Term("x", 1)),
                -1.430,
                Range.ALL,
                Range.ALL,
                Examples.AK,
                Optional.empty());
        Reference unit =
                new Reference("unit", Reference.Kind.COHORT, "", 30, Examples.AK, Map.of("x", new Scale(0, 1, 30, "")));
        assertEquals(
                new Score(x, "unit", group, List.of()),
                Score.of(one, Optional.of(unit), Map.of("x", x), 5, Examples.AK));
    }

    @Test
    void withoutReferenceThereIsNoScore() throws Exception {
        assertNone(
                "none",
                "No R-score: there is no reference for the signature \"two terms\"; build one from your own cohort, "
                        + "or choose the demonstration reference.",
                score(Optional.empty(), MEANS, 5));
    }

    @Test
    void theChosenReferenceWinsOverTheSignaturesOwn() throws Exception {
        Signature carrying = Examples.signature(COHORT);
        assertEquals(
                "cohort",
                Score.of(carrying, Optional.empty(), MEANS, 5, Examples.AK).reference());
        Reference phantoms = Examples.reference(Reference.Kind.DEMONSTRATION, 200, Examples.AK);
        assertEquals(
                "phantoms",
                Score.of(carrying, Optional.of(phantoms), MEANS, 5, Examples.AK).reference());
    }

    @Test
    void noGroupAgainstTheDemonstration() throws Exception {
        Reference phantoms = Examples.reference(Reference.Kind.DEMONSTRATION, 200, Examples.AK);
        assertEquals(
                new Score(
                        -1,
                        "phantoms",
                        Score.Group.NONE,
                        List.of("No group is given against the demonstration reference.")),
                score(Optional.of(phantoms), MEANS, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0.5 | The volume is below 3 mL: the signature \"two terms\" is not validated there.",
                "2.9999 | The volume is below 3 mL: the signature \"two terms\" is not validated there.",
                "3 | -",
                "9.9999 | -",
                "10 | The volume is not below 10 mL: it is outside the range of the signature \"two terms\".",
                "80 | The volume is not below 10 mL: it is outside the range of the signature \"two terms\".",
                "NaN | The volume is not known, so it could not be checked that the signature \"two terms\" is meant "
                        + "for it."
            })
    void saysWhereItIsNotValidated(double volume, String note) throws Exception {
        Score score = score(COHORT, MEANS, volume);
        assertEquals(note == null ? List.of() : List.of(note), score.notes());
        assertEquals(Score.Group.HIGH, score.group());
    }

    @ParameterizedTest
    @CsvSource({"170, true", "171, false", "70, true", "69, false"}) // −8, −8.1, 2, 2.1
    void saysWhatIsNotPlausible(double b, boolean plausible) throws Exception {
        Score score = score(COHORT, Map.of("a", 10.0, "b", b), 5);
        assertEquals(
                plausible ? List.of() : List.of("The R-score is outside -8 to 2: check image, mask and reference."),
                score.notes());
    }

    @Test
    void warnsAboutFewCases() throws Exception {
        Score score = score(Optional.of(Examples.reference(Reference.Kind.COHORT, 19, Examples.AK)), MEANS, 12);
        assertEquals(Score.Group.HIGH, score.group());
        assertEquals(
                "The reference \"cohort\" has only 19 cases; below 20 its means and SDs are unsteady. "
                        + "The volume is not below 10 mL: it is outside the range of the signature \"two terms\".",
                score.note());
    }

    @Test
    void withoutAValueThereIsNoScore() throws Exception {
        assertNone(
                "cohort", "No R-score: there is no value for b.", score(COHORT, Map.of("a", 1.0, "b", Double.NaN), 5));
        assertNone(
                "cohort",
                "No R-score: there is no value for a, b.",
                score(COHORT, Map.of("a", Double.POSITIVE_INFINITY, "b", Double.NaN), 5));
    }

    @Test
    void refusesMissingFeatures() {
        assertRefused(
                "The case lacks these features of the signature \"two terms\": a, b; extract them, or choose another "
                        + "signature.",
                () -> score(COHORT, Map.of("c", 1.0), 5));
        FeatureTable table = FeatureTable.of(List.of("case", "a"), List.of(List.of("P1", 1)));
        assertRefused(
                "The table lacks these features of the signature \"two terms\": b; extract them, or choose another "
                        + "signature.",
                () -> Score.ofEach(SIGNATURE, COHORT, table));
    }

    @Test
    void refusesReferencesThatCannotScale() {
        Reference poor = new Reference(
                "poor", Reference.Kind.COHORT, "", 2, Examples.AK, Map.of("a", new Scale(1, Double.NaN, 1, "")));
        assertRefused(
                "The reference \"poor\" cannot scale these features of the signature \"two terms\": a (fewer than 2 "
                        + "values), b (not in it); choose or build another reference.",
                () -> score(Optional.of(poor), MEANS, 5));
        Reference flat = new Reference(
                "flat",
                Reference.Kind.COHORT,
                "",
                2,
                Examples.AK,
                Map.of("a", new Scale(1, 0, 2, ""), "b", new Scale(1, 1, 2, "")));
        assertRefused(
                "The reference \"flat\" cannot scale these features of the signature \"two terms\": a (SD 0); choose "
                        + "or build another reference.",
                () -> score(Optional.of(flat), MEANS, 5));
    }

    @Test
    void refusesDifferentSettings() {
        Settings coarse = SettingsTest.ak("64", "0.0");
        assertRefused(
                "The case was made with settings other than those of the signature \"two terms\": bins 64 and 256, "
                        + "low 0.0 and auto; extract with the same settings.",
                () -> Score.of(SIGNATURE, COHORT, MEANS, 5, coarse));
        Optional<Reference> other = Optional.of(Examples.reference(Reference.Kind.COHORT, 30, coarse));
        assertRefused(
                "The case was made with settings other than those of the reference \"cohort\": bins 256 and 64, low "
                        + "auto and 0.0; extract with the same settings.",
                () -> Score.of(SIGNATURE, other, MEANS, 5, Examples.AK));
        assertRefused(
                "The reference \"cohort\" was made with settings other than those of the signature \"two terms\": "
                        + "bins 64 and 256, low 0.0 and auto; extract with the same settings.",
                () -> Score.of(SIGNATURE, other, MEANS, 5, Settings.UNKNOWN));
        FeatureTable table = table("000000000000", "000000000000");
        assertRefused(
                "The table was made with settings other than those of the signature \"two terms\": settings "
                        + "000000000000 and settings "
                        + "d648bb06da48 (catalogue=AK;bins=256;low=auto;high=auto;run_distance=auto); extract with "
                        + "the same settings.",
                () -> Score.ofEach(SIGNATURE, COHORT, table));
        assertRefused(
                "The table has rows of different settings (d648bb06da48: 1 row, 000000000000: 1 row): extract all "
                        + "cases with the same settings.",
                () -> Score.ofEach(SIGNATURE, COHORT, table("d648bb06da48", "000000000000")));
    }

    @Test
    void saysThatUnknownSettingsCouldNotBeChecked() throws Exception {
        Optional<Reference> old = Optional.of(Examples.reference(Reference.Kind.COHORT, 30, Settings.UNKNOWN));
        assertEquals(
                List.of("It could not be checked that the extraction settings are the same: they are not known of "
                        + "the case, the reference \"cohort\"."),
                Score.of(SIGNATURE, old, MEANS, 5, Settings.UNKNOWN).notes());
    }

    @Test
    void scoresEachRowOfATable() throws Exception {
        List<Score> scores = Score.ofEach(SIGNATURE, COHORT, table("d648bb06da48", "d648bb06da48"));
        assertEquals(
                List.of(
                        new Score(-1, "cohort", Score.Group.HIGH, List.of()),
                        new Score(
                                -3,
                                "cohort",
                                Score.Group.LOW,
                                List.of("The volume is below 3 mL: the signature \"two terms\" is not validated "
                                        + "there."))),
                scores);
        FeatureTable foreign = FeatureTable.of(List.of("id"), List.of(List.of("P1")));
        assertEquals(
                "none",
                Score.ofEach(SIGNATURE, Optional.empty(), foreign).get(0).reference(),
                "nothing to refuse where nothing is scored");
    }

    @Test
    void scoresFeaturesAsExtracted() throws Exception {
        List<Feature> features = List.of(
                new Feature("a", "", "", "", "1", "", List.of()), new Feature("b", "", "", "", "1", "", List.of()));
        assertEquals(
                score(COHORT, MEANS, 5),
                Score.of(SIGNATURE, COHORT, new FeatureVector(features, new double[] {10, 100}), 5, Examples.AK));
    }

    @Test
    void frontEndsMayShowARefusalAsNote() {
        assertNone("none", "why", Score.without("why"));
        assertThrows(IllegalArgumentException.class, () -> new Score(Double.NaN, "x", Score.Group.LOW, List.of("why")));
        assertThrows(IllegalArgumentException.class, () -> new Score(Double.NaN, "x", Score.Group.NONE, List.of()));
    }

    private static FeatureTable table(String first, String second) {
        return FeatureTable.of(
                List.of("case", "Volume (mL)", "b", "a", "settings"),
                List.of(List.of("P1", 4, 100, 10, first), List.of("P2", 2, 120, 10, second)));
    }

    private static Score score(Optional<Reference> reference, Map<String, Double> values, double volume)
            throws InvalidInputException {
        return Score.of(SIGNATURE, reference, values, volume, Examples.AK);
    }

    private static void assertNone(String reference, String note, Score score) {
        assertTrue(Double.isNaN(score.value()));
        assertEquals(Score.Group.NONE, score.group());
        assertEquals(reference, score.reference());
        assertEquals(note, score.note());
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(sentence, assertThrows(InvalidInputException.class, call).getMessage());
    }
}
