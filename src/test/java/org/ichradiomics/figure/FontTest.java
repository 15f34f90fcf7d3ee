package org.ichradiomics.figure;

import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class FontTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Training: AUC 0.879 (0.815–0.944)",
                "λ min = 0.0246 (10 features)",
                "1 − specificity",
                "≥ ≤ ± ² ∞ … β",
                "ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD",
                "Hämatom [mL] {a} ~ @"
            })
    void noFontOfTheListIsWider(String text) {
        List<String> installed =
                Arrays.asList(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
        List<String> known = List.of("Helvetica", "Arial", "Liberation Sans", "DejaVu Sans").stream()
                .filter(installed::contains)
                .toList();
        assumeTrue(!known.isEmpty(), "none of the fonts is installed: nothing to compare with");
        FontRenderContext context = new FontRenderContext(null, true, true);
        for (String family : known) {
            for (boolean bold : new boolean[] {false, true}) {
                java.awt.Font font = new java.awt.Font(family, bold ? java.awt.Font.BOLD : java.awt.Font.PLAIN, 100);
                double width = font.getStringBounds(text, context).getWidth();
                assertTrue(width <= new Font(100, bold).width(text) * 1.02, family + ": " + width);
            }
        }
    }

    @Test
    void breaksWhereAWordEnds() {
        Font font = Font.SMALL;
        String name = "ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD";
        List<String> lines = font.wrap(name, font.width("ShortRunHighGreyLevelEmphasis_All"), 3);
        assertEquals(List.of("ShortRunHighGreyLevelEmphasis_", "AllDirection_offset4_SD"), lines);
        assertEquals(List.of("one two", "three"), font.wrap("one two three", font.width("one two t"), 3));
        assertEquals(List.of("a", "b c"), font.wrap("a\nb c", 1000, 3));
        assertEquals(List.of(""), font.wrap("", 10, 3));
    }

    @Test
    void everyLineFitsAndNoLetterIsLost() {
        String text = "anticoagulation_with_something and a wordthatisfartoolongtofit";
        List<String> lines = Font.SMALL.wrap(text, 40, 99);
        for (String line : lines) assertTrue(Font.SMALL.width(line) <= 40, line);
        assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
    }

    @Test
    void shortensWhatDoesNotFit() {
        List<String> lines = Font.SMALL.wrap("one two three four five six", Font.SMALL.width("one two"), 2);
        assertEquals(2, lines.size());
        assertTrue(lines.get(1).endsWith("…"));
        assertTrue(Font.SMALL.width(lines.get(1)) <= Font.SMALL.width("one two"));
        assertEquals(1, Font.SMALL.wrap("日本語", 1, 1).size());
    }
}
