package org.ichradiomics.scan;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Which labels are lesions, and which of them is the haematoma. Covers Marked. */
class LesionRuleTest {

    private static final Geometry GRID = Geometry.stored(9, 1, 1, new Spacing(1, 1, 5), null, List.of());

    /** A voxel of each label, two apart; of those whose number is written in brackets there is none. */
    private static Labels labels(String text) throws Exception {
        SortedMap<Long, String> names = new TreeMap<>();
        for (String one : text.split(", "))
            names.put(Long.parseLong(one.replaceAll("\\D", "")), one.replaceAll("[\\d()]+ ?", ""));
        LabelLayers layers = new LabelLayers("mask", GRID, List.copyOf(names.keySet()));
        layers.slice(0);
        int k = 0;
        for (String one : text.split(", ")) {
            if (!one.startsWith("(")) layers.mark(k, 2 * k, 0);
            k++;
        }
        names.values().removeIf(String::isEmpty);
        return Labels.of("mask", layers, GRID, names, List.of());
    }

    private static LesionRule rule(boolean isPerLabel) {
        return new LesionRule(Placement.CHECKED, isPerLabel, false, new TreeMap<>());
    }

    private static List<String> besides(String text) {
        return text == null ? List.of() : List.of(text.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 haematoma, 2 IVH | any | | 1 haematoma, 2 IVH | 1",
                "1 IVH, 2 Intracerebral haemorrhage | any | | 1 IVH, 2 Intracerebral haemorrhage | 2",
                "1 IVH, (2 haematoma) | any | | 1 IVH | none",
                "1 haematoma, 2 haematoma | any | | 1 label 1 haematoma, 2 label 2 haematoma | none",
                "1, 2 | any | | 1 label 1, 2 label 2 | 1",
                "2, 3 | any | | 2 label 2, 3 label 3 | none",
                "2, 3 | any | 3 | 2 label 2, 3 label 3 | 2",
                "5 | any | | 5 label 5 | 5",
                "1 a, 2 b, 3 c | 3;A | | 1 a, 3 c | none",
                "1 a, 2 b, 3 c | b | | 2 b | 2"
            })
    void aLesionForEachLabel(String mask, String word, String besides, String lesions, String haematoma)
            throws Exception {
        Marked marked = rule(true).marked(labels(mask), word, besides(besides), "mask file");
        assertEquals(
                lesions,
                marked.lesions().entrySet().stream()
                        .map(one -> one.getKey() + " " + one.getValue().roi())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse(""));
        assertEquals(
                haematoma.equals("none") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(haematoma)),
                marked.haematoma());
        long main = marked.haematoma().orElse(marked.lesions().firstKey());
        assertEquals(marked.lesions().get(main), marked.main());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 a, 2 b | any | b | 1",
                "1, 2, 3 | any | 1;3 | 2",
                "1 a, 2 haematoma, 3 c | any | c | 2",
                "1 a, 2 b | 2 | a | 2",
                "4 | any | 9 | 4"
            })
    void theOneLabelThatIsLeft(String mask, String word, String besides, long label) throws Exception {
        Marked marked = rule(false).marked(labels(mask), word, besides(besides), "mask file");
        assertEquals(List.of(label), List.copyOf(marked.lesions().keySet()));
        assertEquals(OptionalLong.of(label), marked.haematoma());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 a, 2 b | any | | mask holds 2 labels: choose one of",
                "1 a, 2 b, 3 c | any | c | mask holds 2 labels: choose one of",
                "1 a, 2 b | b | 2 | Label b of mask is given both for the haematoma and for what lies beside it",
                "1 IVH, (2 haematoma) | any | IVH | mask holds nothing but IVH, which is not the haematoma",
                "1 a, 2 b | 8;9 | | mask holds no label 8",
                "(1 a) | any | | mask is empty"
            })
    void whatIsNotClearIsRefused(String mask, String word, String besides, String sentence) throws Exception {
        Labels labels = labels(mask);
        String said = assertThrows(
                        InvalidInputException.class,
                        () -> rule(false).marked(labels, word, besides(besides), "mask file"))
                .getMessage();
        assertTrue(said.startsWith(sentence), said);
    }

    @Test
    void whatIsNotThereIsNoted() throws Exception {
        Marked marked = rule(false).marked(labels("1 a, 2 b, 3 c"), "1;7", List.of("IVH"), "mask file");
        assertEquals(
                List.of(
                        "mask holds no label \"7\", which was asked for.",
                        "mask holds no label \"IVH\", which was asked for."),
                marked.main().notes());
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "02, 1", "+2, 1", "2.0, 1", "2;3, 2", "4, 0"})
    void numbersAreReadAsTheyAreWritten(String word, long voxels) throws Exception {
        assertEquals(voxels, labels("1, 2, 3").voxels(word));
    }

    @Test
    void labelsOfOneNameAreOneVolume() throws Exception {
        assertEquals(2, labels("1 haematoma, 2 IVH, 3 IVH").voxels("ivh"));
    }

    @ParameterizedTest
    @CsvSource({"1, IVH", "2, 2", "1, 2|2"})
    void aWordThatMeansNothingOrTooMuchIsRefused(String word, String besides) throws Exception {
        for (boolean isPerLabel : new boolean[] {false, true})
            assertThrows(
                    InvalidInputException.class,
                    () -> rule(isPerLabel).marked(labels("1, 2, 3"), word, List.of(besides.split("\\|")), "mask file"));
    }

    /** What a list of labels says of a number holds for masks without names only. */
    @Test
    void namesOfOthersAreForMasksThatHaveNone() throws Exception {
        LesionRule named = rule(true).calling(new TreeMap<>(Map.of(1L, "oedema", 2L, "haematoma")));
        Marked marked = named.marked(labels("1, 2"), "any", List.of(), "mask file");
        assertEquals("oedema", marked.lesions().get(1L).roi());
        assertEquals(OptionalLong.of(2), marked.haematoma());
        assertEquals(
                OptionalLong.empty(),
                named.marked(labels("1"), "any", List.of(), "mask file").haematoma());
        assertEquals(
                "a",
                named.marked(labels("1 a"), "any", List.of(), "mask file")
                        .main()
                        .roi());
    }

    @Test
    void aLesionInPiecesSaysHowMuchOfItIsMeasured() throws Exception {
        LabelLayers layers = new LabelLayers("mask", GRID, List.of(1L));
        layers.slice(0);
        for (int x : new int[] {0, 3, 4, 8}) layers.mark(0, x, 0);
        Labels labels = Labels.of("mask", layers, GRID, new TreeMap<>(), List.of());
        Lesion whole = rule(false).marked(labels, "any", List.of(), "mask file").main();
        assertEquals(
                List.of("Its 3 pieces were measured together."),
                rule(false).piece(whole).notes());
        Lesion largest = new LesionRule(Placement.CHECKED, false, true, new TreeMap<>()).piece(whole);
        assertEquals(List.of("Of its 3 pieces the largest was measured, 2 of 4 voxels."), largest.notes());
        Lesion one = rule(true)
                .marked(labels("1 a, 2 b"), "a", List.of(), "mask file")
                .main();
        assertEquals(one, rule(false).piece(one));
    }
}
