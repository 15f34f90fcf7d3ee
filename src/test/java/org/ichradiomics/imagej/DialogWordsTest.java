package org.ichradiomics.imagej;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Sentences as somebody before a dialog reads them. */
class DialogWordsTest {

    private static final DialogWords WORDS = new DialogWords(List.of(
            Option.word("Bins", "256", "Grey levels.").called("Grey levels"),
            CommonOptions.out("Out", "FILE.csv", "A table.").called("Save to"),
            CommonOptions.overwrite("Replace it.")));

    @Test
    void settingsHaveTheNamesOfTheirFields() {
        assertEquals("\"Grey levels\"", WORDS.of(Setting.of("bins")));
        assertEquals("\"Grey levels\" = 1", WORDS.of(Setting.of("bins", 1)));
    }

    @Test
    void whatHasNoFieldIsSaidAsInMacros() {
        assertEquals("overwrite=yes", WORDS.of(Setting.of("overwrite", "yes")));
        assertEquals("write series=2", WORDS.toGive(Setting.of("series", 2)));
    }

    @Test
    void whatIsMissingIsFilledIn() {
        Options none = Options.of(java.util.Map.of(), WORDS.options());
        InvalidInputException missing = assertThrows(
                InvalidInputException.class, () -> none.need("out", "The path of the table", "path of a .csv file"));
        assertEquals("The path of the table is missing: fill in \"Save to\".", missing.in(WORDS));
        assertEquals("The path of the table is missing: write out=[path of a .csv file].", missing.getMessage());
    }

    @Test
    void meansAreThoseOfTheMenu() {
        assertEquals(MenuWords.INSTANCE.of(Mend.IMAGE_PROPERTIES), WORDS.of(Mend.IMAGE_PROPERTIES));
    }
}
