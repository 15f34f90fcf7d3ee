package org.ichradiomics.signature;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Shared;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * A synthetic cohort of 313 cases, its scaling and its scores as R 4.2.2 and glmnet 4.1-6 gave them (15 significant
 * digits), confirmed by an independent Python program.
 */
class SharedCohortTest {

    private Path cohort313;
    private FeatureTable features;
    private FeatureTable expected;
    private FeatureTable training;

    @BeforeEach
    void readCohort() throws Exception {
        cohort313 = Shared.of("stats/cohort313");
        features = FeatureTableCsv.read(cohort313.resolve("features.csv"));
        expected = FeatureTableCsv.read(cohort313.resolve("expected/rscore.csv"));
        assertEquals(expected.cases(), features.cases());
        training = rows("train");
    }

    /** README: relative 1e-11. */
    @Test
    void meanAndSdAreThoseOfR() throws Exception {
        Reference reference = Reference.of(training, training.features(), "training", "cohort313");
        assertEquals(218, reference.cases());
        FeatureTable scaling = FeatureTableCsv.read(cohort313.resolve("expected/scaling.csv"));
        List<String> names = scaling.texts("feature");
        assertEquals(58, names.size());
        for (int i = 0; i < names.size(); i++) {
            Scale scale = reference.scale(names.get(i)).orElseThrow();
            assertRelative(names.get(i), scaling.values("mean_train")[i], scale.mean());
            assertRelative(names.get(i), scaling.values("sd_train")[i], scale.sd());
            assertEquals(218, scale.n());
        }
    }

    /** The published formula against the training cohort, R's numbers and groups. */
    @Test
    void publishedFormulaWithTrainingScaling() throws Exception {
        Reference reference = Reference.of(training, training.features(), "training", "cohort313");
        List<Score> scores = Score.ofEach(Signatures.zhan2020(), Optional.of(reference), features);
        double[] r = expected.values("published_formula_train_scaling");
        double[] high = expected.values("published_high_risk");
        for (int i = 0; i < r.length; i++) {
            assertEquals(r[i], scores.get(i).value(), 1e-10);
            assertEquals(
                    high[i] == 1 ? Score.Group.HIGH : Score.Group.LOW,
                    scores.get(i).group());
        }
    }

    /** Each cohort against itself. */
    @ParameterizedTest
    @CsvSource({"train, 218", "test, 95"})
    void publishedFormulaWithOwnScaling(String cohort, int cases) throws Exception {
        FeatureTable table = rows(cohort);
        assertEquals(cases, table.size());
        List<Score> scores =
                Score.ofEach(Signatures.zhan2020(), Optional.of(Reference.ownCohort(table, table.features())), table);
        Map<String, Double> r = new LinkedHashMap<>();
        for (int i = 0; i < expected.size(); i++) {
            r.put(expected.cases().get(i), expected.values("published_formula_cohort_scaling")[i]);
        }
        for (int i = 0; i < cases; i++) {
            assertEquals(r.get(table.cases().get(i)), scores.get(i).value(), 1e-10);
        }
    }

    /** glmnet's models as signatures that carry their own reference, with R's coefficients, means and SDs. */
    @ParameterizedTest
    @CsvSource({"model_auc_min, rscore", "model_deviance_min, rscore_deviance_min"})
    void trainedModels(String model, String column) throws Exception {
        Signature signature = signature(model);
        Signature read = Signature.FILE.parse(Signature.FILE.text(signature), "x.json");
        assertEquals(signature, read);
        List<Score> scores = Score.ofEach(read, Optional.empty(), features);
        double[] r = expected.values(column);
        for (int i = 0; i < r.length; i++) {
            assertEquals(r[i], scores.get(i).value(), 1e-9);
        }
        assertEquals(
                List.of("It could not be checked that the extraction settings are the same: they are not known of "
                        + "the table features.csv, the reference \"training\", the signature \"" + model + "\"."),
                scores.get(0).notes());
    }

    private static Signature signature(String model) throws Exception {
        JsonObject json;
        try (Reader in = Files.newBufferedReader(Shared.of("stats/cohort313/expected/lasso_selection.json"))) {
            json = JsonParser.parseReader(in).getAsJsonObject().getAsJsonObject(model);
        }
        List<Signature.Term> terms = new ArrayList<>();
        Map<String, Scale> scales = new LinkedHashMap<>();
        for (JsonElement element : json.getAsJsonArray("features")) {
            JsonObject term = element.getAsJsonObject();
            String feature = term.get("feature").getAsString();
            terms.add(new Signature.Term(feature, term.get("beta_z").getAsDouble()));
            scales.put(
                    feature,
                    new Scale(
                            term.get("mean_train").getAsDouble(),
                            term.get("sd_train").getAsDouble(),
                            218,
                            "R"));
        }
        Reference own = new Reference("training", Reference.Kind.COHORT, "R", 218, Settings.UNKNOWN, scales);
        return new Signature(
                model,
                "glmnet 4.1-6",
                json.get("intercept_z").getAsDouble(),
                terms,
                0,
                Range.ALL,
                Range.ALL,
                Settings.UNKNOWN,
                Optional.of(own));
    }

    private FeatureTable rows(String cohort) throws Exception {
        List<String> cohorts = expected.texts("cohort");
        List<double[]> columns = new ArrayList<>();
        for (String feature : features.features()) {
            columns.add(features.values(feature));
        }
        List<String> header = new ArrayList<>(List.of("id"));
        header.addAll(features.features());
        List<List<Object>> rows = IntStream.range(0, features.size())
                .filter(r -> cohorts.get(r).equals(cohort))
                .mapToObj(r -> {
                    List<Object> row = new ArrayList<>(List.of(features.cases().get(r)));
                    columns.forEach(column -> row.add(column[r]));
                    return row;
                })
                .toList();
        return FeatureTable.of(header, rows);
    }

    private static void assertRelative(String what, double expected, double actual) {
        assertEquals(expected, actual, 1e-11 * Math.abs(expected), what);
    }
}
