package org.ichradiomics.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.feature.IbsiFeature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers IbsiFeature. */
class IbsiCatalogueTest {

    private static final List<IbsiFeature> FEATURES =
            IbsiCatalogue.of(EnumSet.allOf(Approach.class)).features();

    @Test
    void countsAreThoseOfTheManual() {
        Map<String, IbsiFamily> families =
                FEATURES.stream().collect(Collectors.toMap(IbsiFeature::tag, IbsiFeature::family, (a, b) -> a));
        assertEquals(174, families.size());
        assertEquals(
                "MORPHOLOGY=29 LOCAL_INTENSITY=2 STATISTICS=18 HISTOGRAM=23 VOLUME_HISTOGRAM=7 GLCM=25 GLRLM=16 "
                        + "GLSZM=16 GLDZM=16 NGTDM=5 NGLDM=17",
                IbsiFamily.WHOLE.stream()
                        .map(family -> family + "=" + Collections.frequency(families.values(), family))
                        .collect(Collectors.joining(" ")));
    }

    @Test
    void everyFeatureSaysWhatItIsAndHasItsOwnName() {
        for (IbsiFeature f : FEATURES) {
            assertFalse(
                    f.name().isBlank()
                            || f.formula().isBlank()
                            || f.unit().isBlank()
                            || f.source().isBlank(),
                    f.tag());
            assertTrue(f.id().matches("[0-9A-Z]{4}"), f.tag());
        }
        assertEquals(
                FEATURES.size(),
                new HashSet<>(FEATURES.stream().map(IbsiFeature::column).toList()).size());
        assertEquals(
                FEATURES.size(),
                new HashSet<>(FEATURES.stream()
                                .map(f -> f.id() + f.aggregation().text())
                                .toList())
                        .size());
    }

    @Test
    void standardisedFeaturesHaveTheNamesOfTheReferenceTable() throws Exception {
        Map<String, IbsiFeature> byColumn = FEATURES.stream()
                .collect(Collectors.toMap(f -> f.tag() + " " + f.aggregation().text(), Function.identity()));
        Set<String> seen = new HashSet<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/ibsi/digital_phantom.csv"))) {
            String[] c = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
            if (c[0].equals("config")) continue;
            IbsiFeature f = byColumn.get(c[5] + " " + c[6]);
            assertEquals(
                    List.of(c[1], c[2], c[3].replace("\"", ""), c[4], c[7]),
                    List.of(
                            f.family().text(),
                            f.family().id(),
                            f.name(),
                            f.id(),
                            f.aggregation().id()));
            seen.add(f.column());
        }
        assertEquals(
                seen,
                FEATURES.stream()
                        .filter(IbsiFeature::standardised)
                        .map(IbsiFeature::column)
                        .collect(Collectors.toSet()));
        assertEquals(482, seen.size());
        assertEquals(
                Set.of(
                        "morph_vol_dens_ombb",
                        "morph_area_dens_ombb",
                        "morph_vol_dens_mvee",
                        "morph_area_dens_mvee",
                        "ivh_auc"),
                FEATURES.stream()
                        .filter(f -> !f.standardised())
                        .map(IbsiFeature::column)
                        .collect(Collectors.toSet()));
    }
}
