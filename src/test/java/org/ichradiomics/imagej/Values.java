package org.ichradiomics.imagej;

import java.util.List;
import java.util.function.Function;

import ij.ImagePlus;
import org.junit.jupiter.api.function.Executable;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the tests of this package assert. */
public final class Values {

    private Values() {}

    /** All 396 values have the bits of the head CT measured without ImageJ, and agree with ITK. */
    public static void assertHeadCt(Function<String, Double> value) {
        FeatureVector expected = HeadCt.MEASURED;
        assertEquals(396, expected.size());
        for (int i = 0; i < expected.size(); i++) {
            String name = expected.features().get(i).name();
            double itk = HeadCt.CASE.expected().get(name);
            double here = value.apply(name);
            assertEquals(
                    Double.doubleToLongBits(expected.get(i)), Double.doubleToLongBits(here), name + " was " + here);
            assertTrue(
                    Double.isNaN(itk) ? Double.isNaN(here) : Math.abs(here - itk) <= HeadCt.CASE.tolerance(name),
                    name + " was " + here);
        }
    }

    static void assertHeadCt(Measurement row) {
        assertHeadCt(name -> row.features().get(name));
        assertEquals(2530, row.voxels());
    }

    static void assertSameFeatures(FeatureVector expected, FeatureVector actual) {
        for (Feature feature : expected.features()) {
            assertEquals(
                    Double.doubleToLongBits(expected.get(feature.name())),
                    Double.doubleToLongBits(actual.get(feature.name())),
                    feature.name());
        }
    }

    static List<Measurement> extract(ImagePlus image, String options) throws InvalidInputException {
        return Extraction.run(image, null, ExtractOptions.parse(options), LesionFinder.Asker.NOBODY);
    }

    static Measurement one(ImagePlus image, String options) throws InvalidInputException {
        List<Measurement> rows = extract(image, options);
        assertEquals(1, rows.size());
        return rows.get(0);
    }

    /** It is refused, with a sentence that has all of the key words. */
    static void assertRefused(Executable work, String... words) {
        assertSays(assertThrows(InvalidInputException.class, work).in(MenuWords.INSTANCE), words);
    }

    static void assertRefused(ImagePlus image, String options, String... words) {
        assertRefused(() -> extract(image, options), words);
    }

    /** It is a sentence, and has all of the key words. */
    public static void assertSays(String sentence, String... words) {
        assertTrue(sentence != null && sentence.matches("(?s)[A-Z\"\\w].*\\."), () -> "not a sentence: " + sentence);
        for (String word : words) assertTrue(sentence.contains(word), () -> "\"" + word + "\" is not in: " + sentence);
    }
}
