package org.ichradiomics.study.output;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.ichradiomics.stats.PValue;
import org.ichradiomics.study.Cohort313Study;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The tables of the shared cohort against the numbers that R 4.2.2 gave for their cells.
 *
 * <p>Covers ScoreTable, Scoring and Training.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StudyTablesTest {

    private List<TextTable> tables;

    @BeforeAll
    void run() throws Exception {
        StudyResult result = Cohort313Study.run(Cohort313Study.TEXT, 2);
        tables = StudyTables.of(result);
    }

    private TextTable table(String key) {
        return tables.stream().filter(t -> t.key().equals(key)).findFirst().orElseThrow();
    }

    private static List<String> row(TextTable table, String first) {
        return table.rows().stream()
                .filter(row -> row.get(0).equals(first))
                .findFirst()
                .orElseThrow(() -> new AssertionError(first + " is not in " + table.key()));
    }

    private static FeatureTable expected(String file) throws Exception {
        return FeatureTableCsv.read(Cohort313Study.folder().resolve("expected").resolve(file));
    }

    @Test
    void table1CountsAndPercents() throws Exception {
        FeatureTable r = expected("table1_categorical.csv");
        TextTable table = table("table1");
        int compared = 0;
        for (int i = 0; i < r.size(); i++) {
            String comparison = r.texts("comparison").get(i);
            int column = comparison.startsWith("train_HE")
                    ? 1
                    : comparison.startsWith("test_HE") ? 4 : comparison.equals("train_vs_test") ? 7 : 0;
            String variable = r.texts("variable").get(i);
            if (column == 0 || variable.equals("he")) continue;
            compared++;
            List<String> row = row(table, variable);
            if (column == 7) {
                assertEquals(PValue.text(r.values("p")[i]), row.get(7), variable);
                continue;
            }
            assertEquals(
                    String.format(Locale.ROOT, "%.0f (%.1f)", r.values("a")[i], r.values("pct1")[i]),
                    row.get(column),
                    variable);
            assertEquals(
                    String.format(Locale.ROOT, "%.0f (%.1f)", r.values("c")[i], r.values("pct0")[i]),
                    row.get(column + 1),
                    variable);
            assertEquals(PValue.text(r.values("p")[i]), row.get(column + 2), variable);
        }
        assertEquals(36, compared);
    }

    @Test
    void headsCountTheGroups() {
        assertEquals(
                List.of(
                        "Variable",
                        "Training: HE (n = 30)",
                        "Training: NHE (n = 188)",
                        "Training: p",
                        "Test: HE (n = 14)",
                        "Test: NHE (n = 81)",
                        "Test: p",
                        "p training/test"),
                table("table1").columns());
    }

    /** R: 0.879 (0.815-0.944), 24 of 30 and 159 of 188 at the cutoff of the training. */
    @Test
    void performance() {
        List<String> row = table("performance").rows().get(0);
        assertEquals(
                List.of(
                        "HE",
                        "Training",
                        "30/218",
                        "0.879 (0.815–0.944)",
                        "<0.001",
                        "−1.466",
                        "0.800 (0.614–0.923)",
                        "0.846 (0.786–0.894)"),
                row.subList(0, 8));
        assertEquals("0.429 (0.177–0.711)", table("performance").rows().get(1).get(6));
    }

    /** R: OR 7.26679, Wald 3.60485-14.64868; alone 7.629 (logistic_univariable_he_train.csv). */
    @Test
    void table2() {
        assertEquals(
                List.of("rscore", "7.629 (3.832–15.190)", "<0.001", "7.267 (3.605–14.649)", "<0.001"),
                row(table("table2"), "rscore"));
        assertEquals("0.113", row(table("table2"), "ivh").get(4));
    }

    /** pROC: 0.898 and 0.653, p = 7e-8. */
    @Test
    void modelsCompared() {
        assertTrue(table("models").rows().get(0).get(3).startsWith("0.898"));
        assertTrue(table("models").rows().get(0).get(1).startsWith("0.653"));
        assertEquals("<0.001", table("models").rows().get(0).get(5));
    }

    @Test
    void selectedFeaturesAreListed() {
        assertEquals(58, table("tableS1").rows().size());
        assertEquals(
                "Table S1. Features that the univariate filter kept (58 of 396)",
                table("tableS1").title());
        assertEquals(11, table("signature").rows().size());
    }

    @Test
    void htmlHasEveryRowAndEscapesText() {
        for (TextTable table : tables) {
            assertEquals(table.rows().size() + 1, table.html().split("<tr", -1).length - 1, table.key());
            assertTrue(!table.html().contains("NaN") && !table.csv().contains("NaN"), table.key());
        }
        assertTrue(new TextTable("x", "a < b & c", List.of("\"q\""), List.of(List.of("<1>")), List.of())
                .html()
                .contains("a &lt; b &amp; c"));
    }
}
