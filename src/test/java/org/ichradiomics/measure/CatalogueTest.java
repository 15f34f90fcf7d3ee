package org.ichradiomics.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureFamily;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.Region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Covers FeatureFamily, FeaturePage and MatrixFamily. */
class CatalogueTest {

    @Test
    void namesAreThoseOfTheVendorKitInItsOrder() throws IOException {
        // The rows of an expected file stand in the order of the kit's published table.
        List<String> expected = Files.readAllLines(Path.of("src/test/resources/ak/headct_blob/expected.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
        assertEquals(
                expected, Catalogue.AK.features().stream().map(Feature::name).toList());
        assertEquals(396, new HashSet<>(expected).size());
    }

    @Test
    void countsAreThoseOfTheKitAndOfThePaper() {
        assertEquals(
                Map.of(
                        "Histogram",
                        42L,
                        "GLCM",
                        144L,
                        "Haralick",
                        10L,
                        "Run length",
                        180L,
                        "Form factor",
                        9L,
                        "Size zone",
                        11L),
                Catalogue.AK.features().stream()
                        .collect(Collectors.groupingBy(Feature::family, Collectors.counting())));
        assertEquals(
                Map.of(
                        "first order (42)",
                        42L,
                        "GLCM (144)",
                        144L,
                        "run length / Haralick (172 + 18)",
                        190L,
                        "shape (20)",
                        20L),
                Catalogue.AK.features().stream().collect(Collectors.groupingBy(Feature::group, Collectors.counting())));
    }

    @Test
    void everyFeatureSaysWhatItIs() {
        for (Feature f : Catalogue.AK.features()) {
            assertFalse(
                    f.formula().isBlank() || f.unit().isBlank() || f.source().isBlank(), f.name());
        }
    }

    @Test
    void everyFamilyHandsOutExactlyItsFeatures() throws Exception {
        Region region = AkCase.read(Path.of("src/test/resources/ak/tiny7")).region();
        for (FeatureFamily family : Catalogue.AK.families()) {
            int[] values = {0};
            family.measure(region, Discretisation.AK, value -> values[0]++);
            assertEquals(family.features().size(), values[0], family.name());
        }
    }

    @Test
    void theReferencePageIsCurrent() throws IOException {
        assertEquals(FeaturePage.markdown(), Files.readString(Path.of("docs/features.md")));
    }
}
