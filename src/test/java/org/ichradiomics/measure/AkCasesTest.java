package org.ichradiomics.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.Shared;
import org.ichradiomics.feature.FeatureVector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * All 396 values against ITK 5.2.1's own filters.
 *
 * <p>Covers DirectionalFamily, FormFactor, FormFactorDescriptors, HistogramDescriptors, IntensityHistogram and
 * SizeZoneDescriptors.
 */
class AkCasesTest {

    static Stream<Path> folders() throws Exception {
        return AkCase.folders();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void agreesWithItk(Path folder) throws Exception {
        assertAgrees(AkCase.read(folder));
    }

    @Test
    void theCasesAreThoseThatWereHandedOver() throws Exception {
        try (Stream<Path> folders = Files.list(Shared.of("ak/cases"))) {
            for (Path folder : folders.toList()) assertAgrees(AkCase.read(folder));
        }
    }

    @Test
    void sameBitsWhateverTheNumberOfThreads() throws Exception {
        AkCase one = AkCase.read(Path.of("src/test/resources/ak/headct_blob"));
        FeatureVector alone = one.measured();
        List<FeatureVector> together = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return one.measured();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
        for (FeatureVector v : together) {
            for (int i = 0; i < v.size(); i++) {
                assertEquals(
                        Double.doubleToRawLongBits(alone.get(i)),
                        Double.doubleToRawLongBits(v.get(i)),
                        v.features().get(i).name());
            }
        }
    }

    private static void assertAgrees(AkCase c) throws Exception {
        FeatureVector measured = c.measured();
        assertEquals(c.expected().size(), measured.size());
        for (int i = 0; i < measured.size(); i++) {
            String name = measured.features().get(i).name();
            double expected = c.expected().get(name);
            double value = measured.get(i);
            if (Double.isNaN(expected) || Double.isInfinite(expected)) {
                assertEquals(expected, value, c.name() + " " + name);
            } else {
                assertTrue(
                        Math.abs(value - expected) <= c.tolerance(name),
                        c.name() + " " + name + ": expected " + expected + " but was " + value);
            }
        }
    }
}
