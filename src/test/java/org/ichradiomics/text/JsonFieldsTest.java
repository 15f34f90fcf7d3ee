package org.ichradiomics.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class JsonFieldsTest {

    @Test
    void takesEveryType() throws Exception {
        JsonFields json = parse(
                "{\"t\": \"µ\", \"n\": -0.0, \"c\": 20, \"z\": null, \"o\": {\"x\": 1}, \"l\": [{\"x\": 2}], \"q\": "
                        + "null}");
        assertEquals("µ", json.text("t"));
        assertEquals(-0.0, json.number("n"));
        assertEquals(20, json.count("c"));
        assertEquals(Double.NaN, json.numberOr("z", Double.NaN));
        assertEquals(1, json.object("o").number("x"));
        assertEquals(2, json.objects("l").get(0).number("x"));
        assertTrue(json.takeNull("q"));
        json.end();
    }

    @Test
    void takesByteOrderMark() throws Exception {
        assertEquals(1, parse("\uFEFF{\"x\": 1}").number("x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\": 1,}         | x.json is not valid JSON (line 1, column 10): correct it, or choose another "
                        + "file.",
                "{a: 1}              | x.json is not valid JSON (line 1, column 3): correct it, or choose another "
                        + "file.",
                "{'a': 1}            | x.json is not valid JSON (line 1, column 3): correct it, or choose another "
                        + "file.",
                "{\"a\": NaN}        | x.json is not valid JSON (line 1, column 7): correct it, or choose another "
                        + "file.",
                "{\"a\": 1,5}        | x.json is not valid JSON (line 1, column 10): correct it, or choose another "
                        + "file.",
                "{\"a\": 1} x        | x.json is not valid JSON (line 1, column 11): correct it, or choose another "
                        + "file.",
                "{\"a\": 1           | x.json is not valid JSON (line 1, column 8): correct it, or choose another "
                        + "file.",
                "``                  | x.json is not valid JSON (line 1, column 1): correct it, or choose another "
                        + "file.",
                "[1]                 | x.json does not hold a JSON object { … }: choose another file.",
                "{\"a\": 1, \"a\": 2} | x.json has the key \"a\" twice in one object: remove one of them."
            })
    void refusesWhatIsNotStrictJson(String text, String sentence) {
        assertRefused(sentence, () -> parse(text));
    }

    @Test
    void refusesDeepNesting() {
        assertTrue(assertThrows(InvalidInputException.class, () -> parse("{\"a\": " + "[".repeat(100_000)))
                .getMessage()
                .startsWith("x.json is not valid JSON"));
    }

    @Test
    void refusesWrongTypes() throws Exception {
        assertRefused(
                "\"a\" in x.json must be a number, is text: correct it.",
                () -> parse("{\"a\": \"1\"}").number("a"));
        assertRefused(
                "\"a\" in x.json must be a number, is null: correct it.",
                () -> parse("{\"a\": null}").number("a"));
        assertRefused(
                "\"a\" in x.json must be a number, is true: correct it.",
                () -> parse("{\"a\": true}").number("a"));
        assertRefused(
                "\"a\" in x.json must be text, is a number: correct it.",
                () -> parse("{\"a\": 1}").text("a"));
        assertRefused(
                "\"a\" in x.json must be an object { … }, is a list: correct it.",
                () -> parse("{\"a\": []}").object("a"));
        assertRefused(
                "\"a\" in x.json must be a list [ … ], is an object: correct it.",
                () -> parse("{\"a\": {}}").objects("a"));
        assertRefused(
                "\"a[1]\" in x.json must be an object { … }, is a number: correct it.",
                () -> parse("{\"a\": [{}, 1]}").objects("a"));
        assertRefused(
                "\"a\" in x.json must be a whole number, is 2.5: correct it.",
                () -> parse("{\"a\": 2.5}").count("a"));
        assertRefused(
                "\"a\" in x.json is too large a number: correct it.",
                () -> parse("{\"a\": 1e999}").number("a"));
    }

    @Test
    void refusesMissingAndUnknownKeys() {
        assertRefused(
                "x.json lacks the key \"a\": add it, or choose another file.",
                () -> parse("{}").number("a"));
        assertRefused(
                "x.json lacks the key \"a.b\": add it, or choose another file.",
                () -> parse("{\"a\": {}}").object("a").takeNull("b"));
        assertRefused(
                "x.json has unknown keys: a, b; correct or remove them.",
                () -> parse("{\"a\": 1, \"b\": 2}").end());
        assertRefused(
                "x.json has unknown keys: l[0].b; correct or remove them.",
                () -> parse("{\"l\": [{\"b\": 2}]}").objects("l").get(0).end());
    }

    private static JsonFields parse(String text) throws InvalidInputException {
        return JsonFields.parse(text, "x.json");
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(sentence, assertThrows(InvalidInputException.class, call).getMessage());
    }
}
