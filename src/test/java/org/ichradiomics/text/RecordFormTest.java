package org.ichradiomics.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Covers JsonText. */
class RecordFormTest {

    private enum Rule {
        AS_MEASURED,
        NONE
    }

    private enum Form {
        ONE("1,1"),
        TWO("2,1");

        private final String text;

        Form(String text) {
            this.text = text;
        }
    }

    /** One of two kinds. */
    private sealed interface Split {}

    private record All() implements Split {}

    private record Share(double share) implements Split {}

    private record Limit(double from, @Key("below_mL") double below) {

        Limit {
            if (!(from < below)) throw new IllegalArgumentException("from must be below " + below + ", was " + from);
        }
    }

    private record Model(String subset, boolean second, List<String> variables) {}

    private record Plan(
            String name,
            long seed,
            int foldCount,
            boolean strict,
            Rule rule,
            Form form,
            Limit limit,
            Optional<Limit> other,
            Split split,
            List<Double> steps,
            List<Form> forms,
            @Key(cells = true) List<String> missing,
            @Key(line = true) List<Model> models,
            Map<String, Double> weights,
            @Key(late = true) Optional<String> added) {}

    private static final Plan USUAL = new Plan(
            null,
            1,
            10,
            true,
            Rule.AS_MEASURED,
            Form.TWO,
            new Limit(3, 10),
            Optional.empty(),
            new Share(0.7),
            List.of(),
            List.of(Form.ONE, Form.TWO),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty());

    private static final RecordForm FORM = RecordForm.PLAIN
            .words(Form.class, form -> form.text)
            .usual(new Model("train", false, null))
            .with(
                    Split.class,
                    (json, key) ->
                            json.isText(key) ? all(json, key) : RecordForm.PLAIN.read(json.object(key), Share.class),
                    split -> split instanceof Share share ? RecordForm.PLAIN.write(share) : "none");

    private static Split all(JsonFields json, String key) throws InvalidInputException {
        if (json.text(key).equals("none")) return new All();
        throw json.wrong(key, "\"none\" or an object");
    }

    private static final Plan FULL = new Plan(
            "µ",
            7,
            3,
            false,
            Rule.NONE,
            Form.ONE,
            new Limit(-0.0, 0.1),
            Optional.of(new Limit(1, 2)),
            new All(),
            List.of(1.0, 1e-300),
            List.of(Form.TWO),
            List.of("-9", "x"),
            List.of(new Model("all", true, List.of("a", "b")), new Model("train", false, List.of())),
            Map.of("a", 1 / 3.0),
            Optional.of("later"));

    @Test
    void writesKeysInTheOrderOfTheComponents() {
        assertEquals("""
                {
                  "name": "µ",
                  "seed": 7,
                  "fold_count": 3,
                  "strict": false,
                  "rule": "none",
                  "form": "1,1",
                  "limit": {
                    "from": -0.0,
                    "below_mL": 0.1
                  },
                  "other": {
                    "from": 1.0,
                    "below_mL": 2.0
                  },
                  "split": "none",
                  "steps": [
                    1.0,
                    1.0E-300
                  ],
                  "forms": [
                    "2,1"
                  ],
                  "missing": [
                    "-9",
                    "x"
                  ],
                  "models": [
                    {"subset": "all", "second": true, "variables": ["a", "b"]},
                    {"subset": "train", "second": false, "variables": []}
                  ],
                  "weights": {
                    "a": 0.3333333333333333
                  },
                  "added": "later"
                }
                """, JsonText.file(FORM.write(FULL)));
    }

    @Test
    void readsBackTheSameRecord() throws Exception {
        assertEquals(FULL, FORM.read(JsonFields.parse(JsonText.file(FORM.write(FULL)), "x"), USUAL));
        Plan named = read("{\"name\": \"a\"}");
        assertEquals(named, read(JsonText.file(FORM.write(named, USUAL))));
    }

    @Test
    void takesUsualValuesForWhatIsLeftOutOrNull() throws Exception {
        Plan plan = read("{\"name\": \"a\", \"seed\": null, \"limit\": {\"from\": 4}, \"other\": null}");
        assertEquals(FORM.write(USUAL).get("forms"), FORM.write(plan).get("forms"));
        assertEquals(1, plan.seed());
        assertEquals(new Limit(4, 10), plan.limit());
        assertEquals(Optional.empty(), plan.other());
    }

    @Test
    void writesNullForWhatIsEmptyAndNothingForAKeyThatCameLater() throws Exception {
        Map<String, Object> written = FORM.write(read("{\"name\": \"a\"}"), USUAL);
        assertEquals(14, written.size());
        for (String key : List.of("other", "steps", "missing", "models", "weights"))
            assertEquals(null, written.get(key), key);
    }

    private record Means(
            @Key(nullable = true) double mean,
            @Key(nullable = true) Optional<Double> sd,
            int n) {}

    @Test
    void takesNullWhereTheKeyMustBeThere() throws Exception {
        Means means =
                RecordForm.PLAIN.read(JsonFields.parse("{\"mean\": null, \"sd\": null, \"n\": 0}", "x"), Means.class);
        assertEquals(new Means(Double.NaN, Optional.empty(), 0), means);
        assertEquals("{mean=NaN, sd=null, n=0}", RecordForm.PLAIN.write(means).toString());
        assertEquals(
                "x lacks the key \"sd\": add it, or choose another file.",
                assertThrows(
                                InvalidInputException.class,
                                () -> RecordForm.PLAIN.read(
                                        JsonFields.parse("{\"mean\": null, \"n\": 0}", "x"), Means.class))
                        .getMessage());
    }

    @Test
    void readsYaml() throws Exception {
        Plan plan = FORM.read(
                FieldsFile.parse("name: a\nmissing: [-9, 1.5]\nsplit: none\nforms: '1,1'\n", Path.of("x.yml")), USUAL);
        assertEquals(List.of("-9", "1.5"), plan.missing());
        assertEquals(new All(), plan.split());
        assertEquals(List.of(Form.ONE), plan.forms());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                        | x lacks the key \"name\": add it, or choose another file.",
                "{\"name\": 1}                             | \"name\" in x must be text, is a number: correct it.",
                "{\"name\": \"a\", \"Seed\": 1, \"b\": 2}  | x has unknown keys: Seed, b; correct or remove them.",
                "{\"name\": \"a\", \"seed\": 1.5}          | \"seed\" in x must be a whole number, is 1.5: correct it.",
                "{\"name\": \"a\", \"limit\": {\"to\": 1}} | x has unknown keys: limit.to; correct or remove them.",
                "{\"name\": \"a\", \"limit\": 1}           | \"limit\" in x must be an object { … }, is a number: "
                        + "correct it.",
                "{\"name\": \"a\", \"other\": {}}          | x lacks the key \"other.from\": add it, or choose "
                        + "another file.",
                "{\"name\": \"a\", \"rule\": \"no\"}       | \"rule\" in x must be \"as measured\" or \"none\", is "
                        + "\"no\": correct it.",
                "{\"name\": \"a\", \"forms\": [\"3,1\"]}   | \"forms\" in x must be \"1,1\" or \"2,1\", is \"3,1\": "
                        + "correct it.",
                "{\"name\": \"a\", \"split\": \"no\"}      | \"split\" in x must be \"none\" or an object: correct it.",
                "{\"name\": \"a\", \"models\": [{}]}       | x lacks the key \"models[0].variables\": add it, or "
                        + "choose another file.",
                "{\"name\": \"a\", \"weights\": {\"b\": \"c\"}} | \"weights.b\" in x must be a number, is text: "
                        + "correct it."
            })
    void refusesInOneSentence(String text, String sentence) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> read(text)).getMessage());
    }

    @Test
    void leavesRangesToTheConstructors() {
        assertEquals(
                "from must be below 10.0, was 11.0",
                assertThrows(IllegalArgumentException.class, () -> read("{\"name\": \"a\", \"limit\": {\"from\": 11}}"))
                        .getMessage());
    }

    private static Plan read(String text) throws InvalidInputException {
        return FORM.read(JsonFields.parse(text, "x"), USUAL);
    }

    @Test
    void changesSomeValuesOfARecord() {
        Plan other = RecordForm.with(USUAL, Map.of("fold_count", 5, "name", "x"));
        assertEquals(
                List.of("x", 5, 1L, new Limit(3, 10)), List.of(other.name, other.foldCount, other.seed, other.limit));
        assertEquals(new Limit(1, 10), RecordForm.with(USUAL.limit, Map.of("from", 1.0)));
        assertThrows(IllegalArgumentException.class, () -> RecordForm.with(USUAL.limit, Map.of("from", 11.0)));
        assertThrows(IllegalStateException.class, () -> RecordForm.with(USUAL.limit, Map.of("below", 11.0)));
    }

    /** A list that is usually full may be empty, and is so again when it is read. */
    @Test
    void writesAnEmptyListWhereTheUsualOneIsFull() throws Exception {
        Plan none = RecordForm.with(USUAL, Map.of("name", "x", "forms", List.of()));
        String text = JsonText.file(FORM.write(none, USUAL));
        assertEquals(none, FORM.read(JsonFields.parse(text, "x.json"), USUAL));
    }

    @Test
    void aConstantWithoutAWordIsInNoFile() {
        RecordForm form = FORM.words(Form.class, one -> one == Form.ONE ? null : one.text);
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> form.read(
                        JsonFields.parse("{\"name\": \"x\", \"form\": \"" + Form.ONE.text + "\"}", "x.json"), USUAL));
        assertEquals(
                "\"form\" in x.json must be \"" + Form.TWO.text + "\", is \"" + Form.ONE.text + "\": correct it.",
                refused.getMessage());
    }
}
