package org.ichradiomics.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabelRowsTest {

    /** A row for each "case label", with its number. */
    private static FeatureTable table(String rows) {
        List<String> each = List.of(rows.split(", "));
        return FeatureTable.of(
                        List.of("case", "ROI", "row"),
                        each.stream()
                                .map(row -> List.of(
                                        row.split(" ", 2)[0],
                                        row.contains(" ") ? row.split(" ", 2)[1] : "",
                                        each.indexOf(row)))
                                .toList())
                .titled("t.csv");
    }

    private static LabelRows of(FeatureTable table, String label) throws InvalidInputException {
        return LabelRows.of(table, Optional.empty(), label, Setting.of("label"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a haematoma, a IVH, b haematoma | haematoma | 0;2",
                "a IVH, a Intracerebral haemorrhage, b ICH, c | haematoma | 1;2;3",
                "a label 1, a label 2, b label 1 | haematoma | 0;2",
                "a label 1, a label 2, b label 1 | 2 | 1",
                "a haematoma, a ivh | IVH | 1",
                "a label 1 x, a label 4 x, b x | 4 | 1",
                "a label 12, a label 1 | 1 | 1"
            })
    void theRowsOfOneLabel(String rows, String label, String taken) throws Exception {
        assertEquals(List.of(taken.split(";")), of(table(rows), label).table().texts("row"));
    }

    @Test
    void whoHasNoSuchRowIsSaid() throws Exception {
        assertEquals(
                List.of(
                        "Of the labels in the table t.csv the rows of \"haematoma\" are taken.",
                        "Without a row of that label, and so left out: b."),
                of(table("a haematoma, a IVH, b IVH"), "haematoma").notes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a IVH, a oedema | haematoma | of the labels IVH, oedema: choose one with",
                "a label 2, a label 3 | haematoma | of the labels label 2, label 3: choose one with",
                "a label 1 haematoma, a label 9 haematoma | haematoma | and for a label 1 haematoma, label 9 haematoma "
                        + "could be meant: choose one with"
            })
    void whatIsNotClearIsRefusedWithTheList(String rows, String label, String sentence) {
        String said = assertThrows(InvalidInputException.class, () -> of(table(rows), label))
                .getMessage();
        assertTrue(said.startsWith("The table t.csv has several rows for a case, ") && said.contains(sentence), said);
    }

    /** One row a case, or several of the same ROI, which others refuse or count. */
    @Test
    void anyOtherTableIsLeftAsItIs() throws Exception {
        for (String rows : List.of("a IVH, b haematoma", "a IVH, a IVH", "a, b")) {
            FeatureTable table = table(rows);
            assertSame(table, of(table, "haematoma").table());
        }
        FeatureTable bare = FeatureTable.of(List.of("x"), Arrays.asList(List.of(1), List.of(1)));
        assertSame(bare, of(bare, "haematoma").table());
    }
}
