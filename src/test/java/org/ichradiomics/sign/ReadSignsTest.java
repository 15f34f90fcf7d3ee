package org.ichradiomics.sign;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The reader's answers stand beside the suggestions, and neither changes the other.
 *
 * <p>Covers ReaderAnswer.
 */
class ReadSignsTest {

    private static final Map<Sign, ReaderAnswer> ANSWERS =
            Map.of(Sign.BLACK_HOLE, ReaderAnswer.NO, Sign.BLEND, ReaderAnswer.YES, Sign.SWIRL, ReaderAnswer.UNSURE);

    private static ReadSigns read(Map<Sign, ReaderAnswer> answers) throws InvalidInputException {
        return new ReadSigns("bh_32", Phantom.signs("bh_32"), answers);
    }

    @Test
    void oneRowACaseWithBothForEverySign() throws InvalidInputException {
        FeatureTable table = Column.table(ReadSigns.COLUMNS, List.of(read(ANSWERS)));
        assertEquals(1 + 2 * Sign.values().length, table.columns().size());
        assertEquals(
                List.of("case", "black_hole", "black_hole_suggested", "hypodensity"),
                table.columns().subList(0, 4));
        Map<String, String> expected = Map.of(
                "black_hole",
                "0",
                "black_hole_suggested",
                "1",
                "blend",
                "1",
                "blend_suggested",
                "0",
                "swirl",
                "",
                "swirl_suggested",
                "1",
                "island",
                "",
                "island_suggested",
                "0");
        for (Map.Entry<String, String> cell : expected.entrySet())
            assertEquals(List.of(cell.getValue()), table.texts(cell.getKey()), cell.getKey());
    }

    @Test
    void nothingIsAnsweredForTheReader() throws InvalidInputException {
        FeatureTable table = Column.table(ReadSigns.COLUMNS, List.of(read(Map.of())));
        for (Sign sign : Sign.values()) assertEquals(List.of(""), table.texts(sign.key()));
        assertEquals(
                List.of(Sign.BLACK_HOLE, Sign.HYPODENSITY, Sign.SWIRL, Sign.SWIRL_TWO_SLICES),
                read(ANSWERS).suggested());
    }

    @Test
    void linesAndTreeSayWhoSaidWhat() throws InvalidInputException {
        assertEquals(
                "Black hole sign: suggested (slice 4, 31.0 HU); reader: no",
                read(ANSWERS).lines().get(0));
        assertEquals("Blend sign: not suggested", read(Map.of()).lines().get(Sign.BLEND.ordinal()));
        Map<?, ?> signs = (Map<?, ?>) read(ANSWERS).tree().get("signs");
        Map<?, ?> hole = (Map<?, ?>) signs.get("black_hole");
        assertEquals(true, hole.get("suggested"));
        assertEquals("no", hole.get("answer"));
        assertEquals(4, hole.get("slice"));
        assertTrue(signs.containsKey("irregular"));
        assertEquals(33.0, ((Map<?, ?>) read(ANSWERS).tree().get("measures")).get("brain_level"));
    }
}
