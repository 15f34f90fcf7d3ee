package org.ichradiomics.text;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class EnglishTest {

    @Test
    void oneCaseAndNoCases() {
        assertEquals("1 case", English.counted(1, "case"));
        assertEquals("0 cases", English.counted(0, "case"));
        assertEquals("12 cases", English.counted(12, "case"));
    }

    @Test
    void listsHaveNoCommaBeforeTheLastWord() {
        assertEquals("", English.listed(List.of(), "and"));
        assertEquals("a", English.listed(List.of("a"), "and"));
        assertEquals("a or b", English.listed(List.of("a", "b"), "or"));
        assertEquals("a, b and c", English.listed(List.of("a", "b", "c"), "and"));
    }

    @Test
    void aSentenceBeginsWithACapitalAndKeepsTheRest() {
        assertEquals("The MRI of 2 patients", English.capital("the MRI of 2 patients"));
        assertEquals("2 patients", English.capital("2 patients"));
    }
}
