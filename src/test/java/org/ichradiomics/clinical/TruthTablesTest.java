package org.ichradiomics.clinical;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Every row of the truth tables; the two scores without one against their points as published, written out once more.
 */
class TruthTablesTest {

    @ParameterizedTest
    @CsvSource({"ich, 5, 96", "func, 5, 192", "bat, 3, 16", "nag, 3, 24"})
    void everyRowComesOutAsPublished(String name, int items, int rows) throws InvalidInputException, IOException {
        FeatureTable truth = table(name);
        FeatureTable bare = FeatureTable.of(truth.columns().subList(0, items), rows(truth, items));
        ScoredTable scored = ScoredTable.of(ClinicalScore.named(name), bare);
        assertEquals(rows, truth.size());
        assertEquals(0, scored.unscored());
        List<String> header = new ArrayList<>(truth.columns());
        header.add("note");
        assertEquals(header, scored.table().columns());
        for (String column : truth.columns())
            assertEquals(truth.texts(column), scored.table().texts(column), column);
        assertEquals(
                List.of(""), scored.table().texts("note").stream().distinct().toList());
    }

    @ParameterizedTest
    @CsvSource({"ich", "func", "bat", "nag"})
    void aTableThatIsScoredAgainStaysAsItIs(String name) throws InvalidInputException, IOException {
        FeatureTable truth = table(name);
        ScoredTable scored = ScoredTable.of(ClinicalScore.named(name), truth);
        for (String column : truth.columns())
            assertEquals(truth.texts(column), scored.table().texts(column), column);
        assertEquals(List.of(), scored.notes());
    }

    /** Wang 2015, as in its abstract and the repository of the trial. */
    @Test
    void brainAddsUpAsPublished() throws InvalidInputException {
        double[] volumes = {0, 9.9, 10, 10.1, 20, 20.1, 150};
        double[] hours = {0.3, 1, 1.01, 2, 2.5, 3, 3.5, 4, 4.01, 5, 5.01, 48};
        List<List<Object>> rows = new ArrayList<>();
        List<Integer> expected = new ArrayList<>();
        for (double v : volumes) {
            for (double h : hours) {
                for (int flags = 0; flags < 8; flags++) {
                    int recurrent = flags & 1;
                    int warfarin = flags >> 1 & 1;
                    int ivh = flags >> 2;
                    rows.add(List.of(v, recurrent, warfarin, ivh, h));
                    int early = h > 5 ? 0 : 6 - Math.max(1, (int) Math.ceil(h));
                    expected.add((v > 20 ? 7 : v > 10 ? 5 : 0) + 4 * recurrent + 6 * warfarin + 2 * ivh + early);
                }
            }
        }
        FeatureTable table = FeatureTable.of(List.of("volume_ml", "recurrent", "warfarin", "ivh", "hours_to_ct"), rows);
        FeatureTable scored =
                ScoredTable.of(ClinicalScore.named("brain"), table).table();
        assertEquals(expected.stream().map(String::valueOf).toList(), scored.texts("score"));
        List<String> growth = expected.stream()
                .map(score -> score == 0 ? "3.4" : score == 24 ? "85.8" : "")
                .toList();
        assertEquals(growth, scored.texts("growth_pct"));
    }

    /** Sembill 2017, as table 1 of Schmidt, Neurology 2018 quotes it. */
    @Test
    void maxIchAddsUpAsPublished() throws InvalidInputException {
        int[] nihss = {0, 6, 7, 13, 14, 20, 21, 42};
        int[] nihssPoints = {0, 0, 1, 1, 2, 2, 3, 3};
        int[] ages = {18, 69, 70, 74, 75, 79, 80, 101};
        int[] agePoints = {0, 0, 1, 1, 2, 2, 3, 3};
        List<List<Object>> rows = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int n = 0; n < nihss.length; n++) {
            for (int a = 0; a < ages.length; a++) {
                for (String location : List.of("lobar", "deep", "infratentorial")) {
                    for (double volume : new double[] {9.9, 10, 29.9, 30}) {
                        rows.add(List.of(nihss[n], ages[a], location, volume, n % 2, a % 2));
                        int large = volume >= (location.equals("lobar") ? 30 : 10) ? 1 : 0;
                        expected.add(String.valueOf(nihssPoints[n] + agePoints[a] + large + n % 2 + a % 2));
                    }
                }
            }
        }
        FeatureTable table =
                FeatureTable.of(List.of("nihss", "age", "location", "volume_ml", "ivh", "anticoagulant"), rows);
        FeatureTable scored =
                ScoredTable.of(ClinicalScore.named("max-ich"), table).table();
        assertEquals(expected, scored.texts("score"));
        assertEquals(
                List.of("nihss", "age", "location", "volume_ml", "ivh", "anticoagulant", "score", "note"),
                scored.columns());
    }

    private static FeatureTable table(String name) throws InvalidInputException, IOException {
        try (InputStream in = TruthTablesTest.class.getResourceAsStream(name + ".csv")) {
            return FeatureTableCsv.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name + ".csv");
        }
    }

    private static List<List<String>> rows(FeatureTable table, int columns) {
        return IntStream.range(0, table.size())
                .mapToObj(r -> table.columns().subList(0, columns).stream()
                        .map(column -> text(table, column, r))
                        .toList())
                .toList();
    }

    private static String text(FeatureTable table, String column, int row) {
        try {
            return table.texts(column).get(row);
        } catch (InvalidInputException e) {
            throw new AssertionError(e);
        }
    }
}
