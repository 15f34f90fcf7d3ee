package org.ichradiomics.sign;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What was built into each phantom is suggested, and what was not is not; measures as numpy finds them.
 *
 * <p>Covers Evidence and SignTable.
 */
class SignsOfPhantomsTest {

    /** The oracle has four decimals. */
    private static final double PRINTED = 5.1e-5;

    static Stream<String> phantoms() throws IOException {
        return Phantom.rows("expected_signs.csv").stream().map(row -> row[0]).distinct();
    }

    @Test
    void thereAreTwelve() throws IOException {
        assertEquals(12, phantoms().count());
    }

    @ParameterizedTest
    @MethodSource("phantoms")
    void everySignIsAsBuiltAndAsDefined(String name) throws InvalidInputException, IOException {
        Signs signs = Phantom.signs(name);
        List<String[]> expected = Phantom.rows("expected_signs.csv").stream()
                .filter(row -> row[0].equals(name))
                .toList();
        assertEquals(Sign.values().length, expected.size());
        for (String[] row : expected) {
            Sign sign = Arrays.stream(Sign.values())
                    .filter(s -> s.key().equals(row[1]))
                    .findFirst()
                    .orElseThrow();
            String suggested = signs.suggestion(sign).isSuggested() ? "1" : "0";
            if (!row[2].isEmpty()) assertEquals(row[2], suggested, sign + " as built");
            assertEquals(row[3], suggested, sign + " as defined");
            assertTrue(
                    suggested.equals("0") || signs.suggestion(sign).evidence().isPresent(), sign + " has no evidence");
        }
    }

    @ParameterizedTest
    @MethodSource("phantoms")
    void everyMeasureIsAsNumpyFindsIt(String name) throws InvalidInputException, IOException {
        Signs signs = Phantom.signs(name);
        List<String[]> expected = Phantom.rows("expected_measures.csv").stream()
                .filter(row -> row[0].equals(name))
                .toList();
        assertEquals(10, expected.size());
        for (String[] row : expected) {
            SignMeasure measure = Arrays.stream(SignMeasure.values())
                    .filter(m -> m.key().equals(row[1]))
                    .findFirst()
                    .orElseThrow();
            assertEquals(Double.parseDouble(row[2]), signs.value(measure), PRINTED, row[1]);
        }
    }

    @Test
    void theTableHasARowForEachSignAndMeasure() throws InvalidInputException {
        FeatureTable table = SignTable.of("bh_32", Phantom.signs("bh_32"));
        assertEquals(List.of("case", "sign", "suggested", "slice", "measure", "value"), table.columns());
        assertEquals(Sign.values().length + SignMeasure.values().length, table.size());
        assertEquals(
                List.of(
                        "black_hole",
                        "hypodensity",
                        "swirl",
                        "swirl_two_slices",
                        "heterogeneous",
                        "blend",
                        "fluid_level",
                        "satellite",
                        "island",
                        "irregular"),
                table.texts("sign").subList(0, 10));
        assertEquals(
                List.of("1", "1", "1", "1", "0", "0", "0", "0", "0", "0"),
                table.texts("suggested").subList(0, 10));
        assertEquals("4", table.texts("slice").get(0));
        int largest = table.texts("measure").indexOf("largest_slice");
        assertEquals("2", table.texts("value").get(largest));
        assertEquals("3", table.texts("slice").get(largest), "slices are counted from 1 in their column");
        assertEquals("", table.texts("sign").get(largest));
        assertEquals("", table.texts("suggested").get(largest));
    }

    @Test
    void theEvidenceIsWhereTheHoleWasBuilt() throws InvalidInputException {
        Suggestion hole = Phantom.signs("bh_32").suggestion(Sign.BLACK_HOLE);
        Evidence evidence = hole.evidence().orElseThrow();
        assertEquals(3, evidence.slice());
        assertEquals("Black hole sign: suggested (slice 4, 31.0 HU)", hole.text());
        double mean = evidence.voxels().stream()
                .mapToDouble(Phantom.image("bh_32")::hu)
                .average()
                .orElseThrow();
        assertTrue(mean < 40, "a hole of 32 HU less than 65, but its mean is " + mean);
        assertTrue(evidence.voxels().stream().allMatch(i -> i / (120 * 104) == 3));
    }
}
