package org.ichradiomics.filter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The 33 reference maps of IBSI 2, phase 1. */
class ReferenceMapTest {

    private static final Path FOLDER = Path.of("src/test/resources/ibsi2");
    private static final Spacing SPACING = new Spacing(2, 2, 2);

    /** 25 of the maps are stored as int16, and what is left of the largest errors is rounded there. */
    private static final double STORAGE = 1e-4;

    static List<ReferenceMap> maps() {
        return ReferenceMap.all();
    }

    @ParameterizedTest
    @MethodSource("maps")
    void everyVoxelIsWithinTheTolerance(ReferenceMap map) throws Exception {
        VoxelImage expected = read("response_" + map.name().replace('.', '_'));
        VoxelImage response = map.filter().of(read("phantom_" + map.phantom()));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < expected.grid().size(); i++) {
            low = Math.min(low, expected.hu(i));
            high = Math.max(high, expected.hu(i));
            largest = Math.max(largest, Math.abs(response.hu(i) - expected.hu(i)));
        }
        double error = largest / (high - low);
        assertTrue(error <= map.tolerance(), () -> map.name() + " is off by " + error + " of the range");
        double other = reached().get(map.name());
        assertTrue(
                error <= other + STORAGE,
                () -> map.name() + " is off by " + error + ", an independent program by " + other);
    }

    @Test
    void thereAre33() {
        assertEquals(33, ReferenceMap.all().size());
        assertEquals("1.a.1", ReferenceMap.all().get(0).name());
        assertEquals("10.b.1", ReferenceMap.all().get(32).name());
        assertEquals(
                33,
                ReferenceMap.all().stream()
                        .map(map -> map.filter().name())
                        .distinct()
                        .count(),
                "two tests have one filter, or one name hides a parameter");
    }

    @Test
    void aMapIsFoundByEitherSpelling() {
        assertEquals(ReferenceMap.named("4.b.2"), ReferenceMap.named("4_B_2"));
        assertEquals("sphere", ReferenceMap.named(" 4_b_2 ").orElseThrow().phantom());
        assertTrue(ReferenceMap.named("9.b.2").isEmpty(), "no map reached consensus");
    }

    @Test
    void everyFilterOfTheMapsIsStandardised() {
        for (ReferenceMap map : ReferenceMap.all())
            assertTrue(map.filter().kernel().standardised(), map.name());
    }

    private static Map<String, Double> reached() throws IOException {
        return Files.readAllLines(FOLDER.resolve("tests.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(row -> row[0].replace('_', '.'), row -> Double.parseDouble(row[9])));
    }

    private static VoxelImage read(String name) throws InvalidInputException {
        Scan scan = Nifti.readScan(FOLDER.resolve(name + ".nii.gz"));
        return VoxelImage.of(scan.hu(), SPACING);
    }
}
