package org.ichradiomics.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every expected file of the LASSO and its cross-validation, within the tolerance that stands beside each.
 *
 * <p>Covers CvCurve, CvMeasure and LassoModel.
 */
class SharedCohortTest {

    private static SharedCohort cohort;
    private static LassoPath path;
    private static CrossValidation own;

    @BeforeAll
    static void fit() throws Exception {
        cohort = new SharedCohort();
        path = LassoPath.fit(cohort.selected, cohort.events, ElasticNet.LASSO);
        own = CrossValidation.of(path, Folds.given(cohort.folds), CrossValidation.Grid.OWN, 2);
    }

    @Test
    void pathIsThatOfTheExactSolution() throws Exception {
        List<NamedCsvRecord> records = SharedCohort.expected("lasso_path.csv");
        assertEquals(50, records.size());
        for (NamedCsvRecord record : records) {
            int k = Integer.parseInt(record.getField("k"));
            double lambda = SharedCohort.number(record, "lambda");
            assertEquals(lambda, path.lambda(k), 1e-10 * lambda);
            assertEquals(Integer.parseInt(record.getField("df")), path.df(k), "df at " + k);
            assertEquals(SharedCohort.number(record, "dev_ratio"), path.explained(k), 1e-7);
            assertEquals(SharedCohort.number(record, "intercept"), path.model(k).intercept(), 1e-6);
            assertTrue(path.residual(k) <= 1e-10, "KKT residual at " + k);
        }
    }

    /** The features in the model are the same too. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void coefficientsAreThoseOfTheExactSolution(boolean standardisedBefore) throws Exception {
        LassoPath fitted = standardisedBefore
                ? LassoPath.fit(SharedCohort.standardised(cohort.selected), cohort.events, ElasticNet.LASSO)
                : path;
        Map<Integer, Map<String, Double>> betas = new LinkedHashMap<>();
        for (NamedCsvRecord record : SharedCohort.expected("lasso_path_betas.csv")) {
            betas.computeIfAbsent(Integer.valueOf(record.getField("k")), k -> new LinkedHashMap<>())
                    .put(record.getField("feature"), SharedCohort.number(record, "beta_z"));
        }
        assertEquals(49, betas.size());
        for (int k = 1; k <= 50; k++) {
            Map<String, Double> expected = betas.getOrDefault(k, Map.of());
            List<LassoModel.Term> terms = fitted.model(k).terms();
            assertEquals(
                    expected.keySet(),
                    new java.util.HashSet<>(
                            terms.stream().map(LassoModel.Term::feature).toList()),
                    "k = " + k);
            for (LassoModel.Term term : terms)
                assertEquals(expected.get(term.feature()), term.beta(), 1e-6, "k = " + k + ", " + term.feature());
        }
    }

    @ParameterizedTest
    @CsvSource({"AUC, cv_auc.csv, 1e-9", "DEVIANCE, cv_deviance.csv, 1e-7"})
    void curvesAreThoseOfGlmnet(CvMeasure measure, String file, double tolerance) throws Exception {
        CvCurve interpolated = own.curve(measure);
        CvCurve exact = CrossValidation.of(path, Folds.given(cohort.folds), CrossValidation.Grid.SHARED, 2)
                .curve(measure);
        for (NamedCsvRecord record : SharedCohort.expected(file)) {
            int k = Integer.parseInt(record.getField("k")) - 1;
            assertEquals(
                    SharedCohort.number(record, "cvm_interp"), interpolated.mean()[k], tolerance, "k = " + (k + 1));
            assertEquals(
                    SharedCohort.number(record, "cvsd_interp"), interpolated.sd()[k], tolerance, "k = " + (k + 1));
            assertEquals(SharedCohort.number(record, "cvm_exact"), exact.mean()[k], tolerance, "k = " + (k + 1));
            assertEquals(SharedCohort.number(record, "cvsd_exact"), exact.sd()[k], tolerance, "k = " + (k + 1));
            assertEquals(
                    SharedCohort.number(record, "cvm_r_default"), interpolated.mean()[k], 5e-3, "k = " + (k + 1));
        }
    }

    @Test
    void aucOfEachFold() throws Exception {
        CvCurve curve = own.curve(CvMeasure.AUC);
        for (NamedCsvRecord record : SharedCohort.expected("cv_auc_by_fold.csv")) {
            int k = Integer.parseInt(record.getField("k"));
            for (int fold = 1; fold <= 10; fold++) {
                assertEquals(
                        SharedCohort.number(record, "fold" + fold),
                        curve.byFold()[k - 1][fold - 1],
                        1e-9,
                        "k = " + k + ", fold " + fold);
            }
        }
        assertEquals(List.of("Fold 9 has no event: it has no AUC and is left out of the mean AUC."), own.warnings());
    }

    @ParameterizedTest
    @CsvSource({
        "AUC, auc, OWN, interp",
        "AUC, auc, SHARED, exact",
        "DEVIANCE, deviance, OWN, interp",
        "DEVIANCE, deviance, SHARED, exact"
    })
    void choosesTheSameLambdas(CvMeasure measure, String name, CrossValidation.Grid grid, String semantics)
            throws Exception {
        JsonObject expected = cohort.selection.getAsJsonObject(name).getAsJsonObject(semantics);
        CvCurve curve =
                CrossValidation.of(path, Folds.given(cohort.folds), grid, 1).curve(measure);
        assertEquals(expected.get("k_min").getAsInt(), curve.kMin());
        assertEquals(expected.get("k_1se").getAsInt(), curve.k1se());
        assertEquals(expected.get("lambda_min").getAsDouble(), curve.lambdaMin(), 1e-12);
        assertEquals(expected.get("lambda_1se").getAsDouble(), curve.lambda1se(), 1e-12);
        assertEquals(expected.get("best_cvm").getAsDouble(), curve.mean()[curve.kMin() - 1], 1e-7);
    }

    @ParameterizedTest
    @CsvSource({"model_auc_min", "model_deviance_min", "model_deviance_1se"})
    void modelsOnBothScales(String name) {
        JsonObject expected = cohort.selection.getAsJsonObject(name);
        LassoModel model = path.model(expected.get("k").getAsInt());
        assertEquals(expected.get("intercept_z").getAsDouble(), model.intercept(), 1e-6);
        assertEquals(expected.get("intercept_raw").getAsDouble(), model.rawIntercept(), 1e-6);
        assertEquals(expected.getAsJsonArray("features").size(), model.terms().size());
        int t = 0;
        for (JsonElement element : expected.getAsJsonArray("features")) {
            JsonObject feature = element.getAsJsonObject();
            LassoModel.Term term = model.terms().get(t++);
            assertEquals(feature.get("feature").getAsString(), term.feature());
            assertEquals(feature.get("beta_z").getAsDouble(), term.beta(), 1e-6);
            assertRelative(feature.get("beta_raw").getAsDouble(), term.rawBeta(), 1e-6 / Math.abs(term.beta()));
            assertRelative(feature.get("mean_train").getAsDouble(), term.mean(), 1e-11);
            assertRelative(feature.get("sd_train").getAsDouble(), term.sd(), 1e-11);
        }
    }

    @ParameterizedTest
    @CsvSource({"model_auc_min, rscore", "model_deviance_min, rscore_deviance_min"})
    void scoresOfAllPatients(String name, String column) throws Exception {
        double[] scores = path.model(
                        cohort.selection.getAsJsonObject(name).get("k").getAsInt())
                .scores(cohort.everyone);
        List<NamedCsvRecord> expected = SharedCohort.expected("rscore.csv");
        assertEquals(expected.size(), scores.length);
        for (int i = 0; i < scores.length; i++)
            assertEquals(SharedCohort.number(expected.get(i), column), scores[i], 1e-6);
    }

    /**
     * More features than patients, proportional columns among them: what is unique all the same. README: dev_ratio
     * 1e-7.
     */
    @Test
    void moreFeaturesThanPatients() throws Exception {
        LassoPath unfiltered = LassoPath.fit(cohort.all, cohort.events, ElasticNet.LASSO);
        CrossValidation cv = CrossValidation.of(unfiltered, Folds.given(cohort.folds), CrossValidation.Grid.OWN, 2);
        CvCurve deviance = cv.curve(CvMeasure.DEVIANCE);
        CvCurve auc = cv.curve(CvMeasure.AUC);
        for (NamedCsvRecord record : SharedCohort.expected("lasso_unfiltered_path.csv")) {
            int k = Integer.parseInt(record.getField("k"));
            assertRelative(SharedCohort.number(record, "lambda"), unfiltered.lambda(k), 1e-10);
            assertEquals(SharedCohort.number(record, "dev_ratio"), unfiltered.explained(k), 1e-7, "k = " + k);
            assertEquals(SharedCohort.number(record, "cv_deviance"), deviance.mean()[k - 1], 1e-7, "k = " + k);
            assertEquals(SharedCohort.number(record, "cv_deviance_sd"), deviance.sd()[k - 1], 1e-7, "k = " + k);
            assertEquals(SharedCohort.number(record, "cv_auc"), auc.mean()[k - 1], 1e-9, "k = " + k);
            assertEquals(SharedCohort.number(record, "cv_auc_sd"), auc.sd()[k - 1], 1e-9, "k = " + k);
        }
        assertTrue(
                unfiltered.dropped().stream()
                        .anyMatch(dropped -> dropped.toString().equals("VolumeMM (collinear with VolumeCC)")),
                unfiltered.dropped().toString());
    }

    private static void assertRelative(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance * Math.abs(expected));
    }
}
