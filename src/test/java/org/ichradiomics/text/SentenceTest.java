package org.ichradiomics.text;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Covers FileKey, Located, Mend, Setting and Worded. */
class SentenceTest {

    private static final Words LOUD = new Words() {

        @Override
        public String of(Setting setting) {
            return setting.key().toUpperCase() + "!";
        }

        @Override
        public String of(Mend mend) {
            return "";
        }
    };

    @Test
    void settingsAreNamedByEachFront() {
        InvalidInputException e = new InvalidInputException(
                Sentence.of(Setting.of("threads", "two"), " is no number: write ", Setting.of("threads", 1), "."));
        assertEquals("threads=two is no number: write threads=1.", e.getMessage());
        assertEquals("THREADS! is no number: write THREADS!.", e.in(LOUD));
    }

    @Test
    void whatAFrontCannotDoIsNoWayOut() {
        Sentence ways = Sentence.anyOf(Mend.MEMORY, Sentence.of("write ", Setting.of("threads", 1)), "crop the scan");
        assertEquals("give Java more memory, or write threads=1, or crop the scan", ways.toString());
        assertEquals("write THREADS!, or crop the scan", ways.in(LOUD));
    }

    @Test
    void wordsAroundASentenceLeaveItsSettingsAlone() {
        InvalidInputException e = new InvalidInputException(Sentence.of("use ", Setting.of("label"), "."))
                .within("case 7: ", " Or leave it.");
        assertEquals("case 7: use label. Or leave it.", e.getMessage());
        assertEquals("case 7: use LABEL!. Or leave it.", e.in(LOUD));
        assertEquals("use label.", e.getCause().getMessage());
    }

    @Test
    void aSentenceThatBeginsWithAKeyHasItsCapital() {
        assertEquals(
                "Run_distance must be positive.",
                Sentence.of(Setting.of("run_distance"), " must be positive.").toString());
        assertEquals(
                "bins=0 is none.",
                Sentence.of(Setting.of("bins", 0), " is none.").toString());
    }

    @Test
    void valuesAreBracketedAsMacrosNeedIt() {
        assertEquals("mask=[ROI Manager]", Setting.of("mask", "ROI Manager").toString());
        assertEquals("out=[[a]]", Setting.of("out", "[a]").toString());
        assertEquals("low=-20.5", Setting.of("low", -20.5).toString());
    }
}
