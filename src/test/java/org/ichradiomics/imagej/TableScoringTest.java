package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Score;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.ichradiomics.imagej.MacroRun.text;
import static org.ichradiomics.imagej.Values.assertRefused;
import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * <i>Build Reference...</i> and <i>R-score...</i>: from rows to a reference, and from a reference to groups.
 *
 * <p>
 *
 * <p>Covers BuildReferencePlugIn, OpenTable, RScorePlugIn and ReferenceBuilding.
 */
class TableScoringTest {

    private static final List<String> FEATURES = ResultsRow.FEATURES;
    private static int tables;

    @TempDir
    private Path folder;

    private final String title = "cohort " + ++tables;
    private final List<Measurement> rows = new ArrayList<>();

    @BeforeEach
    void clearResults() {
        Analyzer.getResultsTable().reset();
    }

    /** Measures different haematomas into the session table {@link #title} and into cohort.csv. */
    private void measure(int cases, String options) throws Exception {
        for (int i = 0; i < cases; i++) {
            ImagePlus image = HeadCt.image();
            image.setTitle("case" + i + ".tif");
            image.setSlice(6);
            image.setRoi(18 + i, 20, 14 + i % 3, 16);
            rows.add(one(
                    image,
                    "mask=selection table=[" + title + "] out=[" + folder.resolve("cohort.csv") + "] " + options));
        }
        Analyzer.getResultsTable().reset();
    }

    private List<Score> score(String... options) throws Exception {
        return TableScoring.run(Options.of(options(options), TableScoring.OPTIONS));
    }

    private Reference build(String... options) throws Exception {
        return ReferenceBuilding.run(Options.of(options(options), ReferenceBuilding.OPTIONS))
                .reference();
    }

    private static Map<String, String> options(String... keysAndValues) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) options.put(keysAndValues[i], keysAndValues[i + 1]);
        return options;
    }

    private double[] values(String feature) {
        return rows.stream().mapToDouble(row -> row.features().get(feature)).toArray();
    }

    @Test
    void aReferenceIsMeanAndSdOfTheRows() throws Exception {
        measure(3, "");
        Reference reference = build(
                "table",
                title,
                "name",
                "Three",
                "out",
                folder.resolve("three.json").toString());
        assertEquals("Three", reference.name());
        assertEquals(3, reference.cases());
        for (String feature : FEATURES) {
            double[] x = values(feature);
            double mean = (x[0] + x[1] + x[2]) / 3;
            double sd = Math.sqrt(
                    ((x[0] - mean) * (x[0] - mean) + (x[1] - mean) * (x[1] - mean) + (x[2] - mean) * (x[2] - mean))
                            / 2);
            assertEquals(mean, reference.scale(feature).orElseThrow().mean(), 1e-12 * Math.abs(mean), feature);
            assertEquals(sd, reference.scale(feature).orElseThrow().sd(), 1e-10 * sd, feature);
        }
        assertEquals(
                reference.scales(),
                Reference.FILE.read(folder.resolve("three.json")).scales());
    }

    @Test
    void theSameOfTheCsvFile() throws Exception {
        measure(3, "");
        Reference session =
                build("table", title, "out", folder.resolve("a.json").toString());
        Reference file = build(
                "table",
                folder.resolve("cohort.csv").toString(),
                "out",
                folder.resolve("b.json").toString());
        assertEquals(session.name(), file.name());
        session.scales().forEach((feature, scale) -> {
            assertEquals(scale.mean(), file.scales().get(feature).mean(), feature);
            assertEquals(scale.sd(), file.scales().get(feature).sd(), feature);
        });
    }

    /** The formula of the paper, written out. */
    private double expected(Measurement row) {
        double score = -2.180;
        double[] weights = {-0.299, -0.858, -0.272};
        for (int i = 0; i < FEATURES.size(); i++) {
            double[] x = values(FEATURES.get(i));
            double mean = java.util.Arrays.stream(x).average().orElseThrow();
            double ss =
                    java.util.Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum();
            score += weights[i] * (row.features().get(FEATURES.get(i)) - mean) / Math.sqrt(ss / (x.length - 1));
        }
        return score;
    }

    @Test
    void scoredAgainstItsOwnReference() throws Exception {
        measure(4, "");
        String json = folder.resolve("r.json").toString();
        build("table", title, "name", "Four", "out", json);
        List<Score> scores = score("table", title, "reference", json);
        assertEquals(4, scores.size());
        ResultsTable results = Analyzer.getResultsTable();
        assertEquals(4, results.size());
        for (int i = 0; i < 4; i++) {
            double score = expected(rows.get(i));
            assertEquals(score, scores.get(i).value(), 1e-9);
            assertEquals(scores.get(i).value(), results.getValue("R-score", i));
            assertEquals(score >= -1.43 ? "high" : "low", results.getStringValue("R-score group", i));
            assertEquals("Four", results.getStringValue("R-score reference", i));
            assertEquals("case" + i + ".tif", results.getLabel(i));
            assertTrue(results.getStringValue("Notes", i).contains("only 4 cases"));
        }
    }

    @Test
    void sessionTableAndFileGiveTheSameScores() throws Exception {
        measure(3, "");
        List<Score> session = score("table", title);
        List<Score> file = score("table", folder.resolve("cohort.csv").toString());
        assertEquals(session, file);
        for (int i = 0; i < 3; i++)
            assertEquals(rows.get(i).score().value(), session.get(i).value());
    }

    @Test
    void theWrittenTableKeepsItsColumns() throws Exception {
        measure(3, "reference=none");
        FeatureTable before = FeatureTableCsv.read(folder.resolve("cohort.csv"));
        score(
                "table",
                folder.resolve("cohort.csv").toString(),
                "out",
                folder.resolve("scored.csv").toString());
        FeatureTable after = FeatureTableCsv.read(folder.resolve("scored.csv"));
        assertEquals(before.columns(), after.columns());
        for (String column : before.columns()) {
            boolean scored = List.of("R-score", "R-score reference", "R-score group", "Notes")
                    .contains(column);
            assertEquals(
                    !scored || column.equals("R-score group"),
                    before.texts(column).equals(after.texts(column)),
                    column);
        }
        assertEquals(List.of("Demonstration", "Demonstration", "Demonstration"), after.texts("R-score reference"));
    }

    @Test
    void thisTableFrom20Cases() throws Exception {
        measure(19, "");
        assertRefused(() -> score("table", title, "reference", TableScoring.THIS_TABLE), "from 20 cases", "has 19");
        measure(1, "");
        List<Score> scores = score("table", title, "reference", TableScoring.THIS_TABLE);
        for (int i = 0; i < 20; i++)
            assertEquals(expected(rows.get(i)), scores.get(i).value(), 1e-9);
        assertEquals("Own cohort", scores.get(0).reference());
    }

    /** As in a table of a batch with a row for each label. */
    @Test
    void thisTableIsOfTheHaematomasWhereOthersHaveRows() throws Exception {
        List<List<?>> rows = new ArrayList<>();
        List<List<?>> haematomas = new ArrayList<>();
        for (int k = 0; k < 25; k++) {
            List<Object> own = new ArrayList<>(List.of("c" + k, "haematoma"));
            List<Object> other = new ArrayList<>(List.of("c" + k, "IVH"));
            for (int f = 0; f < FEATURES.size(); f++) {
                own.add(Math.sin(k + f) + f);
                other.add(100 * Math.cos(k * f));
            }
            rows.add(own);
            rows.add(other);
            haematomas.add(own);
        }
        List<String> columns = new ArrayList<>(List.of("case", "ROI"));
        columns.addAll(FEATURES);
        List<Score> all = ofThisTable(FeatureTable.of(columns, rows));
        List<Score> alone = ofThisTable(FeatureTable.of(columns, haematomas));
        for (int k = 0; k < alone.size(); k++)
            assertEquals(alone.get(k).value(), all.get(2 * k).value());
    }

    private List<Score> ofThisTable(FeatureTable table) throws Exception {
        Path file = folder.resolve(table.size() + ".csv");
        FeatureTableCsv.write(table, file);
        return score("table", file.toString(), "reference", TableScoring.THIS_TABLE);
    }

    @Test
    void otherSettingsAreRefused() throws Exception {
        measure(2, "bins=64");
        assertRefused(() -> score("table", title), "settings", "extract with the same settings");
        measure(1, "");
        assertRefused(() -> score("table", title), "rows of different settings");
        assertRefused(
                () -> build("table", title, "out", folder.resolve("r.json").toString()), "rows of different settings");
        assertTrue(Files.notExists(folder.resolve("r.json")));
    }

    @Test
    void whatCannotBe() throws Exception {
        measure(1, "");
        String json = folder.resolve("r.json").toString();
        assertRefused(() -> build("table", title, "out", json), "at least 2 cases", "has 1");
        assertRefused(() -> build("table", title), "path of the reference file is missing");
        assertRefused(() -> build("table", "gone", "out", json), "no open table called gone", "Extract...");
        assertRefused(() -> build("table", "gone.csv", "out", json), "gone.csv");
        assertRefused(() -> score("table", "gone"), "no open table called gone");
        assertRefused(() -> score("table", "a\0b"), "There is no file");
        assertRefused(() -> score("table", title, "reference", "/no/r.json"), "There is no reference");
        assertRefused(() -> score("table", title, "signature", "/no/s.json"), "There is no signature");
        assertRefused(() -> score("table", title, "out", "/no/folder/t.csv"), "folder");
        assertEquals(0, Analyzer.getResultsTable().size());
    }

    @Test
    void aTableWithoutTheFeatures() throws Exception {
        Path csv = Files.writeString(folder.resolve("other.csv"), "case,kurtosis\na,1\nb,2\n");
        assertRefused(
                () -> score("table", csv.toString()),
                "lacks these features",
                "HaralickCorrelation_AllDirection_offset1_SD");
    }

    @Test
    void rowsOfOthersGetNaN() throws Exception {
        measure(2, "");
        Analyzer.getResultsTable().incrementCounter();
        Analyzer.getResultsTable().addValue("Area", 3);
        score("table", title);
        assertTrue(Double.isNaN(Analyzer.getResultsTable().getValue("R-score", 0)));
        assertEquals("", Analyzer.getResultsTable().getStringValue("R-score group", 0));
    }

    @Test
    void throughRun() throws Exception {
        measure(3, "");
        String json = text(folder.resolve("r.json"));
        MacroRun macro = MacroRun.run(
                "run('Build Reference...', 'table=[" + title + "] name=[My three] out=[" + json + "]');"
                        + "run('R-score...', 'table=[" + title + "] reference=[" + json + "] out=["
                        + text(folder.resolve("scored.csv")) + "]');"
                        + "return getResultString('R-score reference', 2) + '|' + getResultString('R-score group', "
                        + "2) + '|' + nResults;",
                "");
        assertEquals(
                "My three|" + (expected(rows.get(2)) >= -1.43 ? "high" : "low") + "|3",
                macro.returned(),
                macro.toString());
        assertEquals(
                expected(rows.get(2)),
                FeatureTableCsv.read(folder.resolve("scored.csv")).values("R-score")[2],
                1e-9);
    }

    @Test
    void theResultsTableIsNotScoredAndReservedNamesAreNotTaken() throws Exception {
        Values.assertRefused(
                () -> TableScoring.run(Options.of(java.util.Map.of("table", "Results"), TableScoring.OPTIONS)),
                "rows of others");
        Path csv = folder.resolve("two.csv");
        Files.writeString(csv, "case,kurtosis\nA,1\nB,2\n");
        Values.assertRefused(
                () -> ReferenceBuilding.run(Options.of(
                        java.util.Map.of(
                                "table",
                                csv.toString(),
                                "name",
                                "none",
                                "out",
                                folder.resolve("x.json").toString()),
                        ReferenceBuilding.OPTIONS)),
                "choose another name");
    }

    /** Columns that a batch kept from its list, age and discharge_mrs, were features of 0.1.0's references. */
    @Test
    void aReferenceHoldsFeaturesAndTheLogSaysWhatElseThereWas() throws Exception {
        String kept = text(Path.of("src/test/resources/org/ichradiomics/study/doors/leak/leak_features.csv")
                .toAbsolutePath());
        String json = text(folder.resolve("kept.json"));
        MacroRun macro = MacroRun.run("run('Build Reference...', 'table=[" + kept + "] out=[" + json + "]');", "");
        assertEquals(
                List.of(
                        "MinIntensity",
                        "MaxIntensity",
                        "MeanValue",
                        "stdDeviation",
                        "skewness",
                        "kurtosis",
                        "uniformity",
                        FEATURES.get(1),
                        FEATURES.get(2)),
                List.copyOf(Reference.FILE
                        .read(folder.resolve("kept.json"))
                        .scales()
                        .keySet()));
        assertTrue(
                macro.log()
                        .contains("Features of the table leak_features.csv are its 9 columns, those with a name "
                                + "of the AK catalogue; passed over: status, age, discharge_mrs, Label, Volume (mL), "
                                + "Voxels, Slices, settings."),
                macro.log());

        Reference named = build(
                "table",
                kept,
                "columns",
                "skew*; age",
                "out",
                folder.resolve("named.json").toString());
        assertEquals(List.of("skewness", "age"), List.copyOf(named.scales().keySet()));
        Values.assertRefused(
                () -> build(
                        "table",
                        kept,
                        "columns",
                        "skewnes",
                        "out",
                        folder.resolve("no.json").toString()),
                "did you mean \"skewness\"?");
    }

    /** A failed case of a batch is a row of empty cells: it was counted among the cases. */
    @Test
    void rowsThatHoldNothingAreNoCases() throws Exception {
        Path csv = folder.resolve("batch.csv");
        Files.writeString(csv, "case,status,kurtosis,skewness\nA,done,1,2\nB,failed,,\nC,done,3,\nA,done,5,6\n");
        MacroRun macro = MacroRun.run(
                "run('Build Reference...', 'table=[" + text(csv) + "] out=[" + text(folder.resolve("r.json")) + "]');",
                "");
        Reference reference = Reference.FILE.read(folder.resolve("r.json"));
        assertEquals(3, reference.cases());
        assertEquals(3, reference.scale("kurtosis").orElseThrow().mean());
        assertTrue(
                macro.log()
                        .contains("Without a value of any feature in the table batch.csv, and so not in the "
                                + "reference: B."),
                macro.log());
        assertTrue(
                macro.log()
                        .contains("More than one row in the table batch.csv for A: each counts as a case of the "
                                + "reference."),
                macro.log());
    }
}
