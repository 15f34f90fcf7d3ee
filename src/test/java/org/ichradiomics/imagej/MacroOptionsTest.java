package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import ij.Macro;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.imagej.studies.ReaderComparison;
import org.ichradiomics.imagej.studies.SignatureTraining;
import org.ichradiomics.imagej.studies.SignatureValidation;
import org.ichradiomics.imagej.studies.StudyRunning;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Covers CommonOptions and Option. */
class MacroOptionsTest {

    private static final List<String> KEYS = List.of("mask", "roi_path", "bins", "out");

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", Map.of()),
                Arguments.of("  \t ", Map.of()),
                Arguments.of("bins=64", Map.of("bins", "64")),
                Arguments.of(" bins=64 ", Map.of("bins", "64")),
                Arguments.of("mask=[ROI file] bins=64", Map.of("mask", "ROI file", "bins", "64")),
                Arguments.of("mask='ROI file' bins=64", Map.of("mask", "ROI file", "bins", "64")),
                Arguments.of("roi_path=[a b [c] d] bins=64", Map.of("roi_path", "a b [c] d", "bins", "64")),
                Arguments.of("roi_path= bins=64", Map.of("roi_path", "", "bins", "64")),
                Arguments.of("roi_path=[] bins=64", Map.of("roi_path", "", "bins", "64")),
                Arguments.of("bins=64 roi_path=", Map.of("roi_path", "", "bins", "64")),
                Arguments.of("roi_path=[bins=5 out=x]", Map.of("roi_path", "bins=5 out=x")),
                Arguments.of(
                        "roi_path=C:\\data\\a.zip out=/b=c.csv",
                        Map.of("roi_path", "C:\\data\\a.zip", "out", "/b=c.csv")),
                Arguments.of("out=[/data/Müller's 頭.csv]", Map.of("out", "/data/Müller's 頭.csv")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void keysAndValues(String text, Map<String, String> expected) throws Exception {
        assertEquals(expected, MacroOptions.parse(text, KEYS));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void asImageJReadsThem(String text, Map<String, String> expected) {
        expected.forEach((key, value) -> assertEquals(value, Macro.getValue(text + " ", key, "none")));
    }

    @Test
    void nothing() throws Exception {
        assertEquals(Map.of(), MacroOptions.parse(null, KEYS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bin=64            | There is no option \"bin\"            | mask, roi_path, bins, out",
                "Bins=64           | There is no option \"Bins\"           | bins",
                "64                | There is no option \"64\"             | bins",
                "mask=ROI file     | There is no option \"file\"           | bins",
                "bins              | bins has no value                     | bins=value",
                "bins =64          | bins has no value                     | bins=value",
                "bins=64 bins=64   | bins is given twice                   | leave one",
                "roi_path=[a b     | roi_path has no closing ]             | roi_path=[value]",
                "roi_path=[a [b]   | roi_path has no closing ]             | roi_path=[value]",
                "roi_path=\"'a b\" | There is no option                    | b"
            })
    void strictly(String text, String problem, String wayOut) {
        assertRefused(() -> MacroOptions.parse(text, KEYS), problem, wayOut);
    }

    @Test
    void anOpenQuote() {
        assertRefused(() -> MacroOptions.parse("roi_path='a b", KEYS), "roi_path has no closing '");
    }

    /** ImageJ finds a key behind any character but a letter, so {@code mask_image=} would also set {@code image}. */
    @Test
    void noKeyEndsInAnother() {
        for (Map<String, String> defaults : List.of(
                Option.usual(ExtractOptions.OPTIONS),
                Option.usual(TableScoring.OPTIONS),
                Option.usual(ReferenceBuilding.OPTIONS),
                Option.usual(VolumeMeasuring.OPTIONS),
                Option.usual(ExpansionOptions.OPTIONS),
                Option.usual(BatchRunning.OPTIONS),
                Option.usual(StudyRunning.OPTIONS),
                Option.usual(SignatureTraining.OPTIONS),
                Option.usual(SignatureValidation.OPTIONS),
                Option.usual(ReaderComparison.OPTIONS))) {
            List<String> keys = new ArrayList<>(defaults.keySet());
            keys.add(CommonOptions.IMAGE.key());
            for (String key : keys) {
                for (String other : keys) {
                    boolean found = key.length() > other.length()
                            && key.endsWith(other)
                            && !Character.isLetter(key.charAt(key.length() - other.length() - 1));
                    assertFalse(found, key + " ends in " + other);
                }
            }
        }
    }
}
