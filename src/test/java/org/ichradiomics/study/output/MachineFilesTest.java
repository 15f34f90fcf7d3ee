package org.ichradiomics.study.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.study.Cohort313Study;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every file, column and key that R 4.2.2 with glmnet 4.1-6, pROC 1.18.0, psych 2.2.9 and glm wrote of the shared
 * cohort, but those marked r_default, within the tolerance that the README beside them states.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MachineFilesTest {

    /** What R's default accuracy gave, and what was asked of glmnet and not found by it. */
    private static final String LEFT_OUT = "r_default";

    private Map<String, String> files;

    @BeforeAll
    void run() throws InvalidInputException {
        files = MachineFiles.of(Cohort313Study.run(Cohort313Study.TEXT, 2));
    }

    static Stream<Path> expected() throws IOException {
        try (Stream<Path> list = Files.list(Cohort313Study.folder().resolve("expected"))) {
            return list.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("expected")
    void asR(Path file) throws IOException {
        String name = file.getFileName().toString();
        String text = files.get(name);
        assertTrue(text != null, "the study writes no " + name);
        if (name.endsWith(".csv")) csv(name, file, text);
        else json(name, JsonParser.parseString(Files.readString(file)), JsonParser.parseString(text));
    }

    private static void csv(String name, Path file, String text) throws IOException {
        List<NamedCsvRecord> expected = records(Files.readString(file));
        List<NamedCsvRecord> found = records(text);
        // Of paths R was given the first λ only.
        boolean prefix = name.startsWith("lasso") || name.startsWith("cv_");
        assertTrue(
                prefix ? found.size() >= expected.size() : found.size() == expected.size(),
                name + " has " + found.size() + " rows, not " + expected.size());
        for (int r = 0; r < expected.size(); r++) {
            for (String column : expected.get(r).getHeader()) {
                if (column.contains(LEFT_OUT)) continue;

                check(
                        name,
                        name + " row " + (r + 1) + " (" + expected.get(r).getField(0) + ") " + column,
                        column,
                        expected.get(r).getField(column).strip(),
                        found.get(r).getField(column));
            }
        }
    }

    private static List<NamedCsvRecord> records(String text) throws IOException {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().toList();
        }
    }

    private static void json(String where, JsonElement expected, JsonElement found) {
        if (expected instanceof JsonObject object) {
            for (String key : object.keySet()) {
                // The number of λ that R was given.
                if (key.contains(LEFT_OUT) || key.equals("n_lambda_given")) continue;
                assertTrue(
                        found instanceof JsonObject && found.getAsJsonObject().has(key), where + " lacks " + key);
                json(where + "." + key, object.get(key), found.getAsJsonObject().get(key));
            }
        } else if (expected instanceof JsonArray array) {
            assertEquals(array.size(), found.getAsJsonArray().size(), where);
            for (int i = 0; i < array.size(); i++)
                json(where + "[" + i + "]", array.get(i), found.getAsJsonArray().get(i));
        } else {
            check(
                    where.substring(0, where.indexOf(".json") + 5),
                    where,
                    where.substring(where.lastIndexOf('.') + 1),
                    expected.getAsString(),
                    found.getAsString());
        }
    }

    private static void check(String file, String where, String column, String expected, String found) {
        double e = number(expected);
        double f = number(found);
        if (Double.isNaN(e) || Double.isInfinite(e)) {
            assertEquals(expected, found, where);
            return;
        }
        double allowed = tolerance(file, column, e, where);
        assertTrue(Math.abs(e - f) <= allowed, () -> where + ": " + expected + " but was " + found);
    }

    private static double number(String text) {
        try {
            return text.equals("NA")
                    ? Double.NaN
                    : text.equals("Inf")
                            ? Double.POSITIVE_INFINITY
                            : text.equals("-Inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN; // a text, compared as one
        }
    }

    /** 15 significant digits are all that the files have. */
    private static double tolerance(String file, String column, double value, String where) {
        double size = Math.abs(value);
        if (column.startsWith("shapiro_w")) return 1e-6;
        if (column.startsWith("shapiro_p")) return 1e-5;
        return switch (file) {
            case "labels.csv" -> 1e-12;
            case "table1_categorical.csv", "table1_continuous.csv", "univariate_features_train.csv" ->
                1e-9 * size + 1e-15;
            case "scaling.csv" -> 1e-11 * size;
            case "lasso_path.csv" -> column.equals("lambda") ? 1e-10 * size : column.equals("dev_ratio") ? 1e-7 : 1e-6;
            case "lasso_path_betas.csv" -> column.equals("lambda") ? 1e-10 * size : 1e-6;
            case "cv_auc.csv", "cv_auc_by_fold.csv" -> 1e-9;
            case "cv_deviance.csv", "lasso_unfiltered_path.csv" -> 1e-7;
            case "lasso_selection.json" ->
                where.contains("beta_raw")
                        ? 1e-6 * Math.max(1, size)
                        : where.contains("auc.") && column.equals("best_cvm") ? 1e-9 : 1e-6 * Math.max(1e-3, size);
            case "rscore.csv" -> column.startsWith("published") ? 1e-10 : 1e-6;
            case "icc.csv", "icc_summary.json" ->
                Math.max(1e-8, 1e-12 * size); // mean squares are up to 10⁹: no double is known to 1e-8 there
            case "calibration.json" -> 1e-8 * size + 1e-16;
            case "roc_summary.json" ->
                where.contains("bootstrap") ? 0.02 : dependsOnScore(column) ? 1e-6 : 1e-9 * size + 1e-15;
            default ->
                file.startsWith("roc_points")
                        ? dependsOnScore(column) ? 1e-6 : 1e-9 * size + 1e-15
                        : file.startsWith("logistic") ? 1e-8 * size + 1e-15 : Double.NaN;
        };
    }

    /** Scores themselves are known to 1e-6 (rscore.csv). */
    private static boolean dependsOnScore(String column) {
        return column.contains("threshold") || column.contains("cutoff");
    }

    @Test
    void noFileIsMissing() throws IOException {
        expected()
                .filter(Files::isRegularFile)
                .forEach(file -> assertTrue(files.containsKey(file.getFileName().toString()), file.toString()));
    }
}
