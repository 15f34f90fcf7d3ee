package org.ichradiomics.imagej;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.imagej.Values.assertHeadCt;
import static org.ichradiomics.imagej.Values.assertRefused;
import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers MaskSource and Rows. */
class ExtractOptionsTest {

    /** interface.md, "Macro keys", and {@code spacing} from its paragraph on missing spacing. */
    @Test
    void keysAndDefaultsAreThoseThatWereAgreed() {
        assertEquals(
                List.of(
                        "mask=automatic",
                        "roi_path=",
                        "maskimage=",
                        "maskpath=",
                        "label=any",
                        "placement=checked",
                        "rows=one",
                        "pieces=all",
                        "catalogue=AK",
                        "settings=ICH",
                        "bins=256",
                        "low=auto",
                        "high=auto",
                        "run_distance=auto",
                        "spacing=",
                        "spacing_use=if missing",
                        "signature=Zhan 2020",
                        "reference=Demonstration",
                        "robustness=",
                        "all_features=yes",
                        "table=ICH Radiomics",
                        "out=",
                        "overwrite=no"),
                Option.usual(ExtractOptions.OPTIONS).entrySet().stream()
                        .map(Map.Entry::toString)
                        .toList());
        assertEquals(
                List.of("automatic", "selection", "overlay", "ROI Manager", "ROI file", "mask image", "mask file"),
                List.of(MaskSource.texts()));
        assertEquals(List.of("one", "per ROI", "per group", "per label"), List.of(Rows.texts()));
    }

    @Test
    void leftOutMeansItsDefaultWhateverWasBefore() throws Exception {
        Measurement before = one(HeadCt.drawn(), "");
        Measurement between = one(HeadCt.drawn(), "bins=64 low=10 high=90 run_distance=20 reference=none");
        Measurement after = one(HeadCt.drawn(), "");
        assertHeadCt(before);
        assertHeadCt(after);
        assertEquals(before.settings().hash(), after.settings().hash());
        assertEquals(before.score().value(), after.score().value());
        assertNotEquals(before.settings().hash(), between.settings().hash());
        assertNotEquals(
                before.features().get("GLCMEnergy_AllDirection_offset1"),
                between.features().get("GLCMEnergy_AllDirection_offset1"));
    }

    @Test
    void emptyMeansItsDefault() throws Exception {
        ExtractOptions options = ExtractOptions.parse("bins= low=[] label='' mask= rows=[ ] out=");
        Option.usual(ExtractOptions.OPTIONS).forEach((key, value) -> assertEquals(value, options.get(key)));
        Map<String, String> blank = new HashMap<>();
        Option.usual(ExtractOptions.OPTIONS)
                .keySet()
                .forEach(key -> blank.put(key, key.length() % 2 == 0 ? null : " "));
        Option.usual(ExtractOptions.OPTIONS)
                .forEach((key, value) ->
                        assertEquals(value, ExtractOptions.of(blank).get(key)));
    }

    @Test
    void wordsInAnyCase() throws Exception {
        ExtractOptions options = ExtractOptions.parse("mask=[roi FILE] rows=[PER roi] catalogue=ak low=AUTO");
        assertEquals(MaskSource.ROI_FILE, options.mask());
        assertEquals(Rows.PER_ROI, options.rows());
        options.protocol();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bins=abc               | bins=abc is not a whole number       | bins=256",
                "bins=64.5              | bins=64.5 is not a whole number      | bins=256",
                "bins=NaN               | bins=NaN is not a whole number       | bins=256",
                "bins=1e99              | bins=1e99 is not a whole number      | bins=256",
                "bins=1                 | bins must be a whole number from 2   | was 1",
                "bins=0                 | bins must be a whole number from 2   | was 0",
                "bins=-4                | bins must be a whole number from 2   | was -4",
                "bins=5000              | to 4096                              | was 5000",
                "low=abc                | low=abc is neither a number nor auto | low=auto",
                "high=NaN               | high=NaN is neither a number         | high=auto",
                "low=50 high=50         | high must be above low               | 50",
                "low=90 high=10         | high must be above low               | low = 90",
                "low=-Infinity          | low must be a finite number          | auto",
                "run_distance=0         | run_distance must be a positive      | auto",
                "run_distance=-3        | run_distance must be a positive      | auto",
                "run_distance=far       | run_distance=far is neither          | run_distance=auto",
                "mask=roi               | mask=roi is no choice               | [ROI Manager]",
                "placement=guess        | placement=guess is no choice         | placement=forced",
                "rows=all               | rows=all is no choice               | [per ROI]",
                "catalogue=foo          | There is no catalogue \"foo\"        | catalogue=AK",
                "settings=C             | settings are for IBSI features      | catalogue=both",
                "catalogue=IBSI settings=Z | There is no configuration \"Z\"   | path of a JSON file",
                "signature=[my own]     | There is no signature \"my own\"     | Zhan 2020",
                "reference=[/no/r.json] | There is no reference                | Demonstration",
                "bins=64 bin=64         | There is no option \"bin\"           | run_distance"
            })
    void badValues(String options, String problem, String wayOut) {
        String sentence = assertThrows(InvalidInputException.class, () -> Values.extract(HeadCt.drawn(), options))
                .getMessage();
        Values.assertSays(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1), wayOut);
        assertTrue(sentence.toLowerCase().contains(problem.toLowerCase()), sentence);
    }

    @Test
    void binsAsImageJRecordsANumber() throws Exception {
        assertEquals("64", bins("bins=64.0"));
        assertEquals("4096", bins("bins=4096"));
        assertEquals("2", bins("bins=2"));
    }

    private static String bins(String options) throws InvalidInputException {
        return ExtractOptions.parse(options).protocol().settings().entries().get("bins");
    }

    @Test
    void aPathThatCannotBeOne() {
        assertRefused(HeadCt.image(), "mask=[ROI file] roi_path=[a\0b]", "There is no file", "check the path");
        assertRefused(HeadCt.drawn(), "out=[a\0b]", "There is no file", "check the path");
    }
}
