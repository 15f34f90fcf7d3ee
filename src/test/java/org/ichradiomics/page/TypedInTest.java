package org.ichradiomics.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.sign.Sign;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TypedInTest {

    private static final FeatureTable TABLE = FeatureTable.of(
            List.of("case", "GCS", "blend"),
            List.of(List.of("a", 14, "NA"), List.of("b", " 9 ", 1), List.of("c", 3, 0), List.of("c", 4, 0)));

    @Test
    void isTheRowOfTheCase() throws InvalidInputException {
        assertEquals("9", TypedIn.of(TABLE, "b").cell("gcs"));
        assertEquals("14", TypedIn.of(TABLE, "a_hu").cell("GCS"));
        assertNull(TypedIn.of(TABLE, "a").cell("blend"));
        assertNull(TypedIn.of(TABLE, "a").cell("age"));
    }

    @ParameterizedTest
    @CsvSource({"d, no row of the case d", "_hu, no row of the case _hu", "c, 2 rows of the case c"})
    void refusesOthers(String name, String says) {
        var e = assertThrows(InvalidInputException.class, () -> TypedIn.of(TABLE, name));
        assertTrue(e.getMessage().contains(says), e.getMessage());
    }

    @Test
    void aRowWithoutNamesIsTheOnlyOne() throws InvalidInputException {
        FeatureTable nameless = FeatureTable.of(List.of("gcs", "age"), List.of(List.of(14, 67)));
        assertEquals("67", TypedIn.of(nameless, "a").cell("age"));
    }

    @ParameterizedTest
    @CsvSource({"1, true", "yes, true", "No, false", "0, false", "unsure, "})
    void anAnswerIsYesOrNo(String cell, Boolean answer) throws InvalidInputException {
        assertEquals(Optional.ofNullable(answer), new TypedIn(Map.of("swirl", cell)).answer(Sign.SWIRL));
    }

    @Test
    void anythingElseIsRefused() {
        var e = assertThrows(InvalidInputException.class, () -> new TypedIn(Map.of("swirl", "2")).answer(Sign.SWIRL));
        assertEquals("swirl is \"2\": write 1 (yes) or 0 (no), or leave it empty.", e.getMessage());
    }
}
