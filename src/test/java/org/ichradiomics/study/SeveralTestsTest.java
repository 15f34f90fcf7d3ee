package org.ichradiomics.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.signature.Signature;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.study.output.MachineFiles;
import org.ichradiomics.study.output.StudyTables;
import org.ichradiomics.study.output.TextTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Several tests and several signatures. Covers Judged, Recalibrated, SignatureComparison. */
class SeveralTestsTest {

    private static final String BASE = SmallStudy.TEXT.replace("split: {column: cohort}\n", "");

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws Exception {
        SmallStudy.writeInto(folder);
        SmallStudy.addColumns(
                folder, i -> i == 0 ? ",part" : i % 3 > 0 ? ",train" : i % 2 > 0 ? ",East Wing" : ",west");
    }

    private StudyResult run(String more) throws InvalidInputException {
        StudyFile file = StudyFile.parse(BASE + more, folder.resolve("study.yml"));
        return Study.run(file.plan(), file.inputs(), 2, Progress.NONE);
    }

    private void part(String name, String word) throws Exception {
        for (String table : List.of("clinical", "features")) {
            List<String> ids = Files.readAllLines(folder.resolve("clinical.csv")).stream()
                    .filter(line -> line.endsWith("," + word))
                    .map(line -> line.split(",")[0])
                    .toList();
            List<String> rows = Files.readAllLines(folder.resolve(table + ".csv")).stream()
                    .filter(line -> ids.contains(line.split(",")[0]) || line.matches("(id|case),.*"))
                    .toList();
            Files.write(folder.resolve(name + "_" + table + ".csv"), rows);
        }
    }

    private static JsonObject json(StudyResult result, String file) {
        return JsonParser.parseString(MachineFiles.of(result).get(file)).getAsJsonObject();
    }

    @Test
    void eachHasItsRowsAndNothingIsPooledUnasked() throws Exception {
        StudyResult result = run("split: {column: part, tests: [East Wing, west]}\n");
        List<String> keys = result.cohort().tests().stream().map(Subset::key).toList();
        assertEquals(List.of("test_East-Wing", "test_west"), keys);
        assertTrue(MachineFiles.of(result).keySet().containsAll(List.of("roc_points_he_test_west.csv")));
        assertEquals(
                List.of("train", "test_East-Wing", "test_west"),
                List.copyOf(json(result, "validation_parts.json").keySet()));
        TextTable table = StudyTables.of(result).stream()
                .filter(t -> t.key().equals("validation"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("Training", "Test East Wing", "Test west"),
                table.rows().stream().map(row -> row.get(0)).toList());
        // Where high scores do not speak for the event there is nothing to recalibrate by.
        assertEquals(List.of("test_west"), List.copyOf(result.recalibrated().keySet()));
    }

    @Test
    void pooledWhereAskedFor() throws Exception {
        StudyResult result = run("split: {column: part, tests: [East Wing, west]}\npooled_tests: true\n");
        Subset pooled = result.cohort().subset("test_pooled").orElseThrow();
        assertEquals(
                result.cohort().tests().stream().limit(2).mapToInt(Subset::size).sum(), pooled.size());
        assertTrue(json(result, "validation_parts.json").has("test_pooled"));
    }

    /** The same cases by tables of their own have the same numbers, bit for bit. */
    @Test
    void tablesOfTheirOwn() throws Exception {
        for (String word : List.of("train", "East Wing", "west")) part(word.substring(0, 4), word);
        String tables = "{clinical: trai_clinical.csv, features: trai_features.csv, tests: "
                + "[{name: East Wing, clinical: East_clinical.csv, features: East_features.csv}, "
                + "{name: west, clinical: west_clinical.csv, features: west_features.csv}]}";
        String text = BASE.replaceFirst("inputs: \\{.*\\}", "inputs: " + tables)
                + "split: none\nvariables: {left_out: [cohort, part]}\n";
        StudyFile file = StudyFile.parse(text, folder.resolve("study.yml"));
        StudyResult own = Study.run(file.plan(), file.inputs(), 2, Progress.NONE);
        StudyResult column =
                run("split: {column: part, tests: [East Wing, west]}\n" + "variables: {left_out: [cohort]}\n");
        assertEquals(json(column, "validation_parts.json"), json(own, "validation_parts.json"));
        assertEquals(7, own.inputs().hashes().size() + 1);
        assertEquals(
                file.plan(),
                StudyFile.parse(file.text(), folder.resolve("study.json")).plan());
    }

    @Test
    void aTestWithoutOutcomes() throws Exception {
        for (String word : List.of("train", "west")) part(word.substring(0, 4), word);
        Path clinical = folder.resolve("west_clinical.csv");
        Files.writeString(clinical, Files.readString(clinical).replace("followup_volume_ml", "later"));
        String text = BASE.replaceFirst(
                        "inputs: \\{.*\\}",
                        "inputs: {clinical: trai_clinical.csv, features: trai_features.csv, tests: [{name: West, "
                                + "clinical: west_clinical.csv, features: west_features.csv}]}")
                + "split: none\n";
        StudyFile file = StudyFile.parse(text, folder.resolve("study.yml"));
        String said = assertThrows(
                        InvalidInputException.class, () -> Study.run(file.plan(), file.inputs(), 1, Progress.NONE))
                .getMessage();
        assertEquals(
                "No case of the test \"West\" (the table west_clinical.csv) has features and a known outcome (he): "
                        + "fill them in, or leave the test out.",
                said);
    }

    @Test
    void wordsThatAreNotThere() {
        String said = assertThrows(
                        InvalidInputException.class, () -> run("split: {column: part, tests: [East Wing, wets]}\n"))
                .getMessage();
        assertTrue(said.contains("is never \"wets\" (did you mean \"west\"?)"), said);
    }

    /** In the part where it was recalibrated it has slope 1 and intercept 0, and the same groups. */
    @Test
    void recalibratedSignatureFits() throws Exception {
        StudyResult result = run("split: {column: part, tests: [East Wing, west]}\n");
        Signature before = result.signature().orElseThrow();
        Signature after = result.recalibrated().get("test_west");
        Subset west = result.cohort().subset("test_west").orElseThrow();
        double[] moved = new double[west.size()];
        boolean[] events = result.cohort().outcome().events(west.cases());
        double[][] columns = result.cohort().features().orElseThrow().columns();
        List<String> names = result.cohort().features().orElseThrow().names();
        for (int i = 0; i < moved.length; i++) {
            int place = west.cases()[i];
            moved[i] = after.score(
                    f -> columns[names.indexOf(f)][place], after.reference().orElseThrow());
            double old = before.score(
                    f -> columns[names.indexOf(f)][place], before.reference().orElseThrow());
            assertEquals(before.isHigh(old), after.isHigh(moved[i]));
        }
        Validation.Calibrated fits = Validation.Calibrated.of(west, moved, events);
        assertEquals(1, fits.calibration().slope(), 1e-9);
        assertEquals(0, fits.calibration().intercept(), 1e-9);
        assertEquals(after, Signature.FILE.parse(Signature.FILE.text(after), "s.json"));
    }

    @Test
    void signaturesOfTheSameCases() throws Exception {
        StudyResult first = run("split: {column: part, tests: [East Wing, west]}\n");
        Files.writeString(
                folder.resolve("s.json"),
                Signature.FILE.text(first.recalibrated().get("test_west")));
        String path = folder.resolve("s.json").toString().replace("\\", "/");
        StudyResult result = run("split: {column: part, tests: [East Wing, west]}\ncompare: ['" + path + "']\n");
        assertEquals(3, result.signatures().size());
        SignatureComparison train = result.signatures().get(0);
        assertEquals(2, train.names().size());
        // A straight line of it ranks alike.
        assertEquals(
                train.areas().areas().get(0).area(),
                train.areas().areas().get(1).area());
        assertTrue(MachineFiles.of(result).containsKey("signatures.json"));
        assertFalse(MachineFiles.of(first).containsKey("signatures.json"));
        RocCurve roc = result.validation()
                .orElseThrow()
                .curve(result.cohort().outcome(), "train")
                .orElseThrow()
                .roc();
        assertEquals(roc.auc().area(), train.areas().areas().get(0).area());
        Map<String, Long> heads = StudyTables.of(result).stream()
                .filter(t -> t.key().equals("signatures"))
                .flatMap(t -> t.rows().stream())
                .collect(Collectors.groupingBy(row -> row.get(0), Collectors.counting()));
        assertEquals(Map.of("Training", 1L, "Test East Wing", 1L, "Test west", 1L), heads);
        assertEquals(0, train.areas().pairs().get(0).difference().se());
    }
}
