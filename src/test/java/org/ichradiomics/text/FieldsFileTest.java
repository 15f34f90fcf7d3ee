package org.ichradiomics.text;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FieldsFileTest {

    static Stream<Arguments> sameFields() {
        return Stream.of(
                Arguments.of(
                        "a.json",
                        "{\"share\": 0.7, \"seed\": 1, \"names\": [\"age\", \"no\"], \"strict\": true, \"column\": "
                                + "null}"),
                Arguments.of("a.yml", "# a comment\nshare: 0.7\nseed: 1\nnames: [age, no]\nstrict: true\ncolumn:\n"),
                Arguments.of("A.YAML", "share: 7e-1\nseed: 1\nnames:\n  - age\n  - no\nstrict: true\n"));
    }

    @ParameterizedTest
    @MethodSource("sameFields")
    void sameFieldsInBothForms(String file, String text) throws InvalidInputException {
        JsonFields fields = FieldsFile.parse(text, Path.of(file));
        assertEquals(0.7, fields.number("share"));
        assertEquals(1, fields.count("seed"));
        assertEquals(List.of("age", "no"), fields.texts("names")); // no is a text in YAML 1.2, not false
        assertTrue(fields.truth("strict"));
        assertEquals(false, fields.has("column"));
        fields.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a: [1", "a: 1\na: 2", "- 1\n- 2", "", "a: &x [*x]", "a: !!java.io.File [x]", "\t", "a: b: c"})
    void otherTextsAreRefused(String text) {
        String sentence = assertThrows(InvalidInputException.class, () -> {
                    JsonFields fields = FieldsFile.parse(text, Path.of("study.yml"));
                    fields.text("a");
                })
                .getMessage();
        assertTrue(sentence.contains("study.yml"), sentence);
    }

    @Test
    void theLineIsSaid() {
        String sentence = assertThrows(
                        InvalidInputException.class, () -> FieldsFile.parse("a: 1\nb: [1\nc: 2\n", Path.of("s.yml")))
                .getMessage();
        assertEquals("s.yml is not valid YAML (line 3, column 2): correct it.", sentence);
    }
}
