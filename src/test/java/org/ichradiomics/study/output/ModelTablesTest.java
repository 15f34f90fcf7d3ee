package org.ichradiomics.study.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.study.Study;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Regressions as they are printed, against R 4.2.2; the call stands beside each number.
 *
 * <p>Covers BackwardSelection, CombinedModel, ModelCalibration and TextTable.
 */
class ModelTablesTest {

    private static final Path FOLDER = Path.of("src/test/resources/org/ichradiomics/study");

    @TempDir
    private Path folder;

    private static StudyResult run(Path study) throws Exception {
        StudyFile file = StudyFile.read(study);
        return Study.run(file.plan(), file.inputs(), 1, Progress.NONE);
    }

    /** The study of three levels, with other lines and with a column that some of the dead alone have. */
    private StudyResult levels(String models, String more) throws Exception {
        List<String> rows = Files.readAllLines(FOLDER.resolve("levels/clin.csv"));
        List<String> with = new ArrayList<>(List.of(rows.get(0) + ",sign,sex"));
        for (int i = 1; i < rows.size(); i++) {
            boolean dead = rows.get(i).split(",")[1].equals("1");
            with.add(rows.get(i) + "," + (dead && i % 2 == 1 ? 1 : 0) + "," + (i % 5 == 0 ? "M" : "F"));
        }
        Files.write(folder.resolve("clin.csv"), with);
        Files.copy(FOLDER.resolve("levels/feat.csv"), folder.resolve("feat.csv"));
        String plan = Files.readString(FOLDER.resolve("levels/study.yml")).replace("[location]", models);
        return run(Files.writeString(folder.resolve("study.yml"), plan + more));
    }

    private static TextTable table(StudyResult result, String key) {
        return StudyTables.of(result).stream()
                .filter(t -> t.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> row(TextTable table, String first) {
        return table.rows().stream()
                .filter(row -> row.get(0).equals(first))
                .findFirst()
                .orElseThrow(() -> new AssertionError(first + " is not in " + table.rows()));
    }

    private static JsonObject json(StudyResult result, String file) {
        return JsonParser.parseString(MachineFiles.of(result).get(file)).getAsJsonObject();
    }

    /**
     * {@code summary(glm(dead ~ location, binomial))}: 0.4054651 (p 0.54179075) and −0.4054651 (0.55974703). 0.1.0 held
     * each level against all others in the univariable column: 1.714 (0.391) and 0.583 (0.412).
     */
    @Test
    void levelsAreHeldAgainstTheSameReferenceAloneAndTogether() throws Exception {
        StudyResult result = run(FOLDER.resolve("levels/study.yml"));
        TextTable table = table(result, "table2");
        assertEquals(
                List.of("1.500 (0.408–5.518)", "0.542", "1.500 (0.408–5.518)", "0.542"),
                row(table, "location (infra vs deep)").subList(1, 5));
        assertEquals(
                List.of("0.667 (0.171–2.604)", "0.560", "0.667 (0.171–2.604)", "0.560"),
                row(table, "location (lobar vs deep)").subList(1, 5));
        assertEquals(
                row(table, "location (infra vs deep)").subList(1, 3),
                row(table(result, "univariable"), "location (infra vs deep)").subList(2, 4));
        assertTrue(
                MachineFiles.of(result)
                        .get("logistic_univariable_dead_train.csv")
                        .contains("\nlocation (infra),60,0.40546510"),
                "the key stays");
        assertTrue(MachineFiles.of(result)
                .get("logistic_univariable_dead_train.csv")
                .lines()
                .skip(1)
                .limit(2)
                .allMatch(line -> line.endsWith(",deep")));
        assertEquals(
                "{\"location (infra)\":\"deep\",\"location (lobar)\":\"deep\"}",
                json(result, "logistic_multivariable.json")
                        .getAsJsonObject("all_dead")
                        .get("reference_levels")
                        .toString());
        assertTrue(Methods.of(result).stream()
                .anyMatch(text -> text.contains("held against a reference level: location against deep.")));
        assertTrue(figure(result, "odds_ratios_all_dead").contains("location (infra vs deep)"));
    }

    /** Beside age: {@code glm(dead ~ location + age)} has infra 0.362620443 (p 0.5950598); alone it stays 1.5. */
    @Test
    void theUnivariableRatioIsOfTheWholeVariable() throws Exception {
        TextTable table = table(levels("[location, age]", ""), "table2");
        assertEquals(
                List.of("1.500 (0.408–5.518)", "0.542"),
                row(table, "location (infra vs deep)").subList(1, 3));
        assertEquals("1.437", row(table, "location (infra vs deep)").get(3).substring(0, 5));
        assertEquals("0.595", row(table, "location (infra vs deep)").get(4));
    }

    /**
     * {@code glm(dead ~ relevel(location, "lobar"))}: deep 1.5 (0.3839881 to 5.859556), infra 2.25 (0.4778031 to
     * 10.595370), p 0.30500705.
     */
    @Test
    void thePlanNamesTheReference() throws Exception {
        StudyResult result = levels("[location, sex]", "variables: {reference: {location: lobar, sex: M}}\n");
        TextTable table = table(result, "table2");
        assertEquals(
                List.of("2.250 (0.478–10.595)", "0.305"),
                row(table, "location (infra vs lobar)").subList(1, 3));
        assertEquals(
                "1.500 (0.384–5.860)", row(table, "location (deep vs lobar)").get(1));
        assertEquals(5, row(table, "sex (F vs M)").size());
    }

    /**
     * brglm2 0.9, {@code glm(dead ~ location + sign, binomial, method = "brglmFit", type = "AS_mean", epsilon =
     * 1e-12)}, penalised likelihood ratios and limits by optim and uniroot: infra 3.770246 (0.8147208 to 19.76684), p
     * 0.08951306; lobar 1.15156 (0.1712662 to 6.840217), 0.8762997; sign 104.036 (10.95603 to 14136.79), 6.041048e-07.
     * 0.1.0 gave maximum likelihood for location.
     */
    @Test
    void whereAVariableDividesTheWholeModelIsFirths() throws Exception {
        StudyResult result = levels("[location, sign]", "");
        TextTable table = table(result, "table2");
        assertEquals(
                List.of("F 3.770 (0.815–19.767)", "F 0.090"),
                row(table, "location (infra vs deep)").subList(3, 5));
        assertEquals(
                List.of("F 1.152 (0.171–6.840)", "F 0.876"),
                row(table, "location (lobar vs deep)").subList(3, 5));
        assertEquals(
                "F 104.036 (10.956–" + Words.number(14136.79) + ")",
                row(table, "sign").get(3));
        assertEquals("F <0.001", row(table, "sign").get(4));
        assertEquals("F 81.000", row(table, "sign").get(1).substring(0, 8), "alone it divides too");
        assertEquals(
                "1.500 (0.408–5.518)",
                row(table, "location (infra vs deep)").get(1),
                "alone the location has a maximum");
        assertTrue(
                table.rows().get(0).get(0).endsWith(", by Firth's penalised likelihood"),
                table.rows().get(0).toString());
        assertTrue(table.notes().stream()
                .anyMatch(note -> note.startsWith("F: by Firth's penalised likelihood, with profile intervals")));
        assertTrue(figure(result, "odds_ratios_all_dead").contains("104.04"), "the figure has the ratios of the table");
        JsonObject model = json(result, "logistic_multivariable.json").getAsJsonObject("all_dead");
        assertEquals("firth", model.get("method").getAsString());
        assertEquals(
                3.770246,
                model.getAsJsonObject("firth")
                        .getAsJsonArray("coefficients")
                        .get(1)
                        .getAsJsonObject()
                        .get("or")
                        .getAsDouble(),
                1e-6);
        String univariable = MachineFiles.of(result).get("logistic_univariable_dead_train_firth.csv");
        assertEquals(
                "sign", univariable.lines().skip(1).findFirst().orElseThrow().split(",")[0]);
        assertEquals(2, univariable.lines().count(), "only where it is reported");
        assertTrue(Methods.of(result).stream().anyMatch(text -> text.contains("ratio (here: dead in All cases).")));
        assertTrue(
                result.concerns()
                        .contains("Model of dead in All cases: sign divides cases with and without dead (separation): "
                                + "the odds ratio is infinite "
                                + "by maximum likelihood, and the model is given by Firth's."),
                result.concerns().toString());
    }

    @Test
    void withoutFirthItIsMaximumLikelihoodAndSaysWhatIsInfinite() throws Exception {
        TextTable table = table(levels("[location, sign]", "regression: {firth: false}\n"), "table2");
        assertEquals(
                List.of("not estimable (separation)", "", "not estimable (separation)", ""),
                row(table, "sign").subList(1, 5));
        assertTrue(table.notes().stream()
                .anyMatch(note -> note.startsWith(
                        "dead in All cases: sign (likelihood ratio p < 0.001) divide(s) the outcomes")));
        assertFalse(table.rows().toString().contains("F "), table.rows().toString());
    }

    /**
     * Selections that keep a dividing variable end in a model of one method; 0.1.0 printed maximum likelihood beside a
     * gap.
     */
    @Test
    void theFinalModelOfASelectionIsOfOneMethod() throws Exception {
        StudyResult result = levels("[location, sign]", "");
        TextTable table = table(result, "backward");
        int at = table.rows().stream()
                .map(row -> row.get(0))
                .toList()
                .indexOf("dead in All cases, by likelihood-ratio p > 0.1; final model by Firth's penalised likelihood");
        assertTrue(at >= 0, table.rows().toString());
        List<List<String>> last = table.rows().subList(at + 1, table.rows().size()).stream()
                .takeWhile(row -> !row.get(0).contains(", by "))
                .filter(row -> !row.get(0).startsWith("−"))
                .toList();
        assertTrue(last.stream().anyMatch(row -> row.get(0).equals("sign")), last.toString());
        assertTrue(
                last.stream()
                        .allMatch(
                                row -> row.get(1).startsWith("F ") && row.get(2).startsWith("F ")),
                last.toString());
        JsonObject selection = json(result, "logistic_backward.json").getAsJsonObject("train_dead_lr");
        assertEquals("firth", selection.get("method").getAsString());
        assertTrue(selection.has("firth"));
    }

    /** The score's gain is of two models of the same method, where 0.1.0 gave no comparison and no word. */
    @Test
    void theCombinedModelIsOfOneMethod() throws Exception {
        StudyResult result = levels("[location, sign, rscore]", "");
        TextTable table = table(result, "models");
        assertEquals(1, table.rows().size());
        assertTrue(
                table.notes().get(0).contains("Both models are by Firth's penalised likelihood"),
                table.notes().toString());
        assertEquals(
                "firth",
                json(result, "roc_summary.json")
                        .getAsJsonObject("delong_test")
                        .getAsJsonObject("paired_train_full_vs_clinical_model_all")
                        .get("method")
                        .getAsString());
        assertTrue(result.notes().stream()
                .anyMatch(
                        note -> note.startsWith("The model of dead in All cases has no calibration and no nomogram")));
    }

    private static String figure(StudyResult result, String key) {
        return StudyFigures.of(result).stream()
                .filter(f -> f.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(key))
                .figure()
                .svg();
    }

    /**
     * {@code glm(y ~ grade)}: 0.400017773774 (SE 0.1423017), {@code glm(y ~ b)}: 0.304994577744. 0.1.0 kept the last
     * only.
     */
    @Test
    void twoModelsOfOneSubsetStandInEveryOutput() throws Exception {
        StudyResult result = run(FOLDER.resolve("two_models/study.yml"));
        JsonObject models = json(result, "logistic_multivariable.json");
        assertEquals("[all_y, all_y_b]", models.keySet().toString());
        assertEquals(0.400017773774, beta(models, "all_y"), 1e-10);
        assertEquals(0.304994577744, beta(models, "all_y_b"), 1e-10);
        List<String> keys =
                StudyFigures.of(result).stream().map(StudyFigures.Named::key).toList();
        assertEquals(keys.stream().distinct().toList(), keys, "no file is written twice");
        assertTrue(
                keys.containsAll(List.of("odds_ratios_all_y", "odds_ratios_all_y_b", "nomogram_all", "nomogram_all_b")),
                keys.toString());
        assertTrue(figure(result, "odds_ratios_all_y").contains(">grade<")
                && figure(result, "odds_ratios_all_y_b").contains(">b<"));
        assertEquals(
                List.of(
                        "y in All cases (grade) (n = 200, 69 events)",
                        "grade",
                        "y in All cases (b) (n = 200, 69 events)",
                        "b"),
                table(result, "table2").rows().stream().map(row -> row.get(0)).toList());
        assertTrue(json(result, "calibration.json")
                .keySet()
                .containsAll(List.of("all_multivariable", "all_multivariable_b")));
    }

    /** Names of files and legends have room for so much only; the captions name the variables. */
    @Test
    void longNamesStayOutOfFilesAndLegends() throws Exception {
        String plan = Files.readString(FOLDER.resolve("two_models/study.yml"))
                .replace(
                        "variables: [b]", "variables: [b, a_column_with_a_name_that_is_longer_than_any_legend_or_file]")
                .replace(
                        "continuous: [grade]",
                        "continuous: [grade, a_column_with_a_name_that_is_longer_than_any_legend_or_file]");
        List<String> rows = Files.readAllLines(FOLDER.resolve("two_models/clinical.csv"));
        List<String> with =
                new ArrayList<>(List.of(rows.get(0) + ",a_column_with_a_name_that_is_longer_than_any_legend_or_file"));
        for (int i = 1; i < rows.size(); i++) with.add(rows.get(i) + "," + i * 37 % 11);
        Files.write(folder.resolve("clinical.csv"), with);
        Files.copy(FOLDER.resolve("two_models/features.csv"), folder.resolve("features.csv"));
        StudyResult result = run(Files.writeString(folder.resolve("study.yml"), plan));
        assertEquals(
                List.of("all_y", "all_y_model"),
                List.copyOf(json(result, "logistic_multivariable.json").keySet()));
        assertTrue(figure(result, "calibration").contains("Model 2, All cases"));
    }

    private static double beta(JsonObject models, String key) {
        return models.getAsJsonObject(key)
                .getAsJsonArray("coefficients")
                .get(1)
                .getAsJsonObject()
                .get("beta")
                .getAsDouble();
    }

    /** pROC with direction "<": 0.1850868. A small p would say only that the rival is upside down. */
    @Test
    void aRivalBelowOneHalfIsSaidAndNotTested() throws Exception {
        StudyResult result = run(FOLDER.resolve("two_models/study.yml"));
        JsonObject test = json(result, "roc_summary.json")
                .getAsJsonObject("delong_test")
                .getAsJsonObject("paired_all_rscore_vs_low");
        assertEquals(0.1850868, test.get("auc2").getAsDouble(), 1e-7);
        assertEquals("NA", test.get("p").getAsString());
        assertTrue(table(result, "performance").notes().stream()
                .anyMatch(note -> note.endsWith(": 0.890 and 0.185, without a test, as one of them is below 0.5 in the "
                        + "direction that was fixed.")));
        assertEquals(
                1,
                result.concerns().stream()
                        .filter(c ->
                                c.startsWith("The AUC of low in All cases is 0.185, below 0.5, with high values fixed"))
                        .count());
        Files.writeString(
                folder.resolve("study.yml"),
                Files.readString(FOLDER.resolve("two_models/study.yml"))
                        .replace("low_is_risk: false", "low_is_risk: true"));
        for (String table : List.of("clinical.csv", "features.csv"))
            Files.copy(FOLDER.resolve("two_models").resolve(table), folder.resolve(table));
        StudyResult turned = run(folder.resolve("study.yml"));
        assertTrue(
                turned.concerns().stream().noneMatch(c -> c.startsWith("The AUC of low")),
                turned.concerns().toString());
        assertTrue(turned.validation().orElseThrow().rivals().get(0).isMeaningful());
    }

    @Test
    void allCasesStandOnceWhereNobodyTests() throws Exception {
        StudyResult result = run(FOLDER.resolve("two_models/study.yml"));
        assertEquals(1, table(result, "performance").rows().size());
    }

    @Test
    void machineFilesWithoutSeparationHaveNoWordOfIt() throws Exception {
        Map<String, String> files = MachineFiles.of(run(FOLDER.resolve("levels/study.yml")));
        assertTrue(
                files.keySet().stream().noneMatch(name -> name.endsWith("_firth.csv")),
                files.keySet().toString());
        assertFalse(
                files.get("logistic_multivariable.json").contains("\"method\""),
                "machine files of plans without separation stay as they were");
    }
}
