package org.ichradiomics.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Places counted by hand.
 *
 * <p>Covers CaseScores.
 */
class PlaceTest {

    private static final Signature DOUBLE = signature("double", 2);

    private static Signature signature(String name, double weight) {
        return new Signature(
                name,
                "",
                0,
                List.of(new Signature.Term("x", weight)),
                0,
                Range.ALL,
                Range.ALL,
                Settings.UNKNOWN,
                Optional.empty());
    }

    private static Reference reference(double... scores) {
        return new Reference(
                        "ours", Reference.Kind.COHORT, "", 5, Settings.UNKNOWN, Map.of("x", new Scale(0, 1, 5, "")))
                .holding(CaseScores.of(DOUBLE, scores));
    }

    @ParameterizedTest
    @CsvSource({
        "-9, 0, 5, Lower than 100 % of the 5 cases of the reference \"ours\"",
        "-2, 0, 4, Lower than 80 % of the 5 cases of the reference \"ours\"",
        "0.49996, 2, 2, Higher than 40 % of the 5 cases of the reference \"ours\"",
        "0.50004, 2, 2, Higher than 40 % of the 5 cases of the reference \"ours\"",
        "0.50006, 3, 2, Higher than 60 % of the 5 cases of the reference \"ours\"",
        "9, 5, 0, Higher than 100 % of the 5 cases of the reference \"ours\""
    })
    void counts(double score, int lower, int higher, String text) {
        Place place =
                Place.of(score, DOUBLE, reference(3, -2, 0.50003, 1, -1.1)).orElseThrow();
        assertEquals(lower, place.lower());
        assertEquals(higher, place.higher());
        assertEquals(20.0 * lower, place.percentLower());
        assertEquals(text, place.text());
    }

    @Test
    void percentsAreRoundedDown() {
        Place almost = new Place(299, 1, 300, "cases");
        assertEquals("Higher than 99 % of the 300 cases", almost.text());
        assertEquals("Lower than 99 % of the 300 cases", new Place(1, 299, 300, "cases").text());
    }

    @Test
    void thereIsNoneWithoutScoresOfThatVeryFormula() {
        Reference reference = reference(1, 2);
        assertEquals(Optional.empty(), Place.of(1, signature("double", 2.5), reference));
        assertEquals(Optional.empty(), Place.of(1, signature("other", 2), reference));
        assertEquals(Optional.empty(), Place.of(Double.NaN, DOUBLE, reference));
        assertEquals(Optional.empty(), Place.sentence(Double.NaN, DOUBLE, reference));
        assertEquals(
                "The reference \"ours\" does not hold the scores of its cases by \"other\", so that this case has no "
                        + "place among them: make it again with this version.",
                Place.sentence(1, signature("other", 2), reference).orElseThrow());
        assertEquals(
                "Lower than 50 % of the 2 cases of the reference \"ours\".",
                Place.sentence(1, DOUBLE, reference).orElseThrow());
    }

    @Test
    void aReferenceHoldsTheScoresOfItsCases() throws InvalidInputException {
        FeatureTable table =
                FeatureTable.of(List.of("case", "x"), List.of(List.of("b", 5), List.of("a", 1), List.of("c", 3)));
        Reference built = Reference.of(table, List.of("x"), "ours", "");
        // Mean 3, SD 2: z = 1, -1, 0.
        assertEquals(
                List.of(-2.0, 0.0, 2.0),
                built.holding(DOUBLE, table).scores(DOUBLE).orElseThrow().values());
        assertEquals(built, built.holding(Signatures.zhan2020(), table));
        Reference again = Reference.FILE.parse(Reference.FILE.text(built.holding(DOUBLE, table)), "x.json");
        assertEquals(built.holding(DOUBLE, table), again);
    }

    @Test
    void aFileWithScoresIsOfVersion2() throws InvalidInputException {
        String text = Reference.FILE.text(reference(-0.123456, 7));
        assertTrue(text.contains("\"version\": 2,"), text);
        assertTrue(
                text.contains("  \"scores\": [\n    {\"signature\": \"double\", \"formula\": \"" + DOUBLE.formula()
                        + "\", \"values\": [-0.1235, 7.0]}\n  ]"),
                text);
        Signature carrying = new Signature(
                "s", "", 0, DOUBLE.terms(), 0, Range.ALL, Range.ALL, Settings.UNKNOWN, Optional.of(reference(1, 2)));
        assertTrue(Signature.FILE.text(carrying).contains("\"version\": 2,"));
        assertEquals(carrying, Signature.FILE.parse(Signature.FILE.text(carrying), "s.json"));
    }

    @ParameterizedTest
    @CsvSource({"'[2.0, 1.0]', 1.0", "'[1.0, null]', null", "[], missing", "'[1, 2, 3, 4, 5, 6]', only 5 cases"})
    void refusesOthers(String values, String says) {
        String text = Reference.FILE.text(reference(1, 2)).replace("[1.0, 2.0]", values);
        var e = assertThrows(InvalidInputException.class, () -> Reference.FILE.parse(text, "x.json"));
        assertTrue(e.getMessage().contains(says), e.getMessage());
    }

    @Test
    void theDemonstrationHasAPlaceForEveryScore() {
        Reference demonstration = References.demonstration();
        CaseScores scores = demonstration.scores(Signatures.zhan2020()).orElseThrow();
        assertEquals(demonstration.cases(), scores.values().size());
        double middle = scores.values().get(150);
        assertEquals(
                "Higher than 50 % of the 300 phantoms of the reference \"Demonstration\"",
                Place.of(middle, Signatures.zhan2020(), demonstration)
                        .orElseThrow()
                        .text());
    }
}
