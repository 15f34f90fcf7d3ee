package org.ichradiomics.phantom;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.measure.Catalogue;
import org.ichradiomics.measure.ExtractionSettings;
import org.ichradiomics.measure.Extractor;
import org.ichradiomics.region.Region;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.References;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The shipped file is what the cohort and the extraction of today give. */
class DemonstrationReferenceTest {

    private static FeatureTable table;

    @BeforeAll
    static void measure() {
        table = DemonstrationReference.measure(HaematomaCohort.regions());
    }

    @Test
    void theShippedNumbersAreThoseOfTheCohort() throws InvalidInputException {
        Reference made = DemonstrationReference.of(table);
        Reference shipped = References.demonstration();
        for (String feature : made.scales().keySet()) {
            // Records compare doubles by their bits.
            assertEquals(
                    made.scale(feature),
                    shipped.scale(feature),
                    () -> feature + " has changed: if that is meant, remake the file as sample-images/README.md says");
        }
        assertEquals(Reference.FILE.text(made), Reference.FILE.text(shipped));
    }

    @Test
    void thatOfTheScoreSaysTheSame() throws InvalidInputException {
        Reference brief = References.choose("", Signatures.zhan2020()).orElseThrow();
        assertEquals(
                Reference.FILE.text(DemonstrationReference.brief(References.demonstration())),
                Reference.FILE.text(brief));
        assertEquals(3, brief.scales().size());
    }

    @Test
    void itScalesTheWholeCatalogue() {
        assertEquals(
                Catalogue.AK.features().stream().map(Feature::name).toList(),
                List.copyOf(References.demonstration().scales().keySet()));
        // These two are 0 in every lesion, by definition.
        assertEquals(
                List.of("MeanDeviation", "RelativeDeviation"),
                References.demonstration().scales().entrySet().stream()
                        .filter(entry -> !entry.getValue().isUsable())
                        .map(entry -> entry.getKey())
                        .toList());
    }

    @Test
    void theCohortSpreadsAsThePaperDoes() throws InvalidInputException {
        double[] scores = Score.ofEach(Signatures.zhan2020(), Optional.of(References.demonstration()), table).stream()
                .mapToDouble(Score::value)
                .sorted()
                .toArray();
        // The paper's medians are −1.257 with and −2.088 without expansion.
        double median = scores[scores.length / 2];
        assertTrue(median > -2.3 && median < -1.2, () -> "median " + median);
        assertTrue(
                scores[scores.length / 50] > -8 && scores[scores.length - 1] < 2,
                "all but the lowest 2 % lie in −8..+2");
    }

    @Test
    void theSampleScoresInTheMiddle() throws InvalidInputException {
        Region sample = HeadPhantom.make().region();
        FeatureVector features = Extractor.with(ExtractionSettings.AK).measure(sample);
        double score = Signatures.zhan2020().score(features::get, References.demonstration());
        assertTrue(score > -3.3 && score < -1, () -> "R-score " + score);
    }
}
