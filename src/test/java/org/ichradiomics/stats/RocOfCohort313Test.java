package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.text.FeatureTable;

import static org.ichradiomics.stats.Cohort313.assertRelative;
import static org.ichradiomics.stats.Cohort313.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * ROC curves of the R-score against pROC 1.18.0.
 *
 * <p>Covers Auc.
 */
class RocOfCohort313Test {

    private static final double TOLERANCE = 1e-9;

    private Cohort313 cohort;
    private JsonObject expected;

    @BeforeEach
    void read() throws Exception {
        cohort = Cohort313.read();
        expected = Cohort313.json("roc_summary.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "test", "all", "vol3_10", "vol_lt3"})
    void points(String subset) throws Exception {
        FeatureTable points = Cohort313.expected("roc_points_he_" + subset + ".csv");
        List<Confusion> found = curve(subset, "he").points();
        assertEquals(points.size(), found.size());
        for (int i = 0; i < found.size(); i++) {
            assertRelative(
                    "threshold",
                    number(new JsonPrimitive(points.texts("threshold").get(i).strip())),
                    found.get(i).threshold(),
                    TOLERANCE);
            assertEquals(points.values("tp")[i], found.get(i).truePositives());
            assertEquals(points.values("fp")[i], found.get(i).falsePositives());
            assertRelative(
                    "sensitivity",
                    points.values("sensitivity")[i],
                    found.get(i).sensitivity(Proportion.WILSON).value(),
                    TOLERANCE);
            assertRelative(
                    "specificity",
                    points.values("specificity")[i],
                    found.get(i).specificity(Proportion.WILSON).value(),
                    TOLERANCE);
            assertEquals(points.values("youden")[i], found.get(i).youden(), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "test", "all", "vol3_10", "vol_lt3"})
    void summary(String subset) throws Exception {
        check(expected.getAsJsonObject("he_rscore").getAsJsonObject(subset), curve(subset, "he"));
        check(expected.getAsJsonObject("poor_rscore").getAsJsonObject(subset), curve(subset, "poor_outcome"));
    }

    @Test
    void scoreThatIsLowForTheEvent() throws Exception {
        int[] cases = cohort.cases("train");
        check(
                expected.getAsJsonObject("he_gcs_low_is_risk_train"),
                RocCurve.of(negative(Cohort313.take(cohort.column("gcs"), cases)), cohort.outcome("he", cases)));
    }

    private void check(JsonObject json, RocCurve curve) {
        Auc auc = curve.auc();
        assertEquals(json.get("n_pos").getAsInt(), auc.positives());
        assertEquals(json.get("n_neg").getAsInt(), auc.negatives());
        assertRelative("auc", number(json.get("auc")), auc.area().value(), TOLERANCE);
        assertRelative("se", number(json.get("delong_se")), auc.se(), TOLERANCE);
        assertInterval("delong", json.getAsJsonArray("delong_ci"), auc.area());
        assertRelative("p", number(json.get("p_auc_vs_half_delong")), auc.p(), TOLERANCE);
        assertRelative("hanley", number(json.get("hanley_mcneil_se")), auc.hanleyMcNeilSe(), TOLERANCE);
        JsonObject best = json.getAsJsonObject("youden");
        assertRelative("cutoff", number(best.get("threshold")), curve.youden().cutoff(), TOLERANCE);
        assertRelative("youden", number(best.get("youden")), curve.youden().index(), TOLERANCE);
        assertEquals(best.get("n_tied").getAsInt(), curve.youden().tied());
        checkConfusion(json.getAsJsonObject("at_own_cutoff"), curve.youden().point());
        checkConfusion(
                json.getAsJsonObject("at_own_cutoff"), curve.at(curve.youden().cutoff()));
        if (json.has("at_training_cutoff")) {
            checkConfusion(
                    json.getAsJsonObject("at_training_cutoff"), curve.at(number(expected.get("training_cutoff"))));
        }
    }

    private static void checkConfusion(JsonObject json, Confusion found) {
        assertEquals(json.get("tp").getAsInt(), found.truePositives());
        assertEquals(json.get("fp").getAsInt(), found.falsePositives());
        assertEquals(json.get("fn").getAsInt(), found.falseNegatives());
        assertEquals(json.get("tn").getAsInt(), found.trueNegatives());
        for (Proportion interval : Proportion.values()) {
            String key = interval.name().toLowerCase();
            checkProportion(json.getAsJsonObject("sensitivity"), key, found.sensitivity(interval));
            checkProportion(json.getAsJsonObject("specificity"), key, found.specificity(interval));
            checkProportion(json.getAsJsonObject("ppv"), key, found.ppv(interval));
            checkProportion(json.getAsJsonObject("npv"), key, found.npv(interval));
            checkProportion(json.getAsJsonObject("accuracy"), key, found.accuracy(interval));
        }
    }

    private static void checkProportion(JsonObject json, String interval, Estimate found) {
        assertRelative(interval, number(json.get("value")), found.value(), TOLERANCE);
        assertInterval(interval, json.getAsJsonArray(interval), found);
    }

    private static void assertInterval(String what, JsonArray json, Estimate found) {
        assertRelative(what + " low", number(json.get(0)), found.low(), TOLERANCE);
        assertRelative(what + " high", number(json.get(1)), found.high(), TOLERANCE);
    }

    @Test
    void differences() throws Exception {
        JsonObject tests = expected.getAsJsonObject("delong_test");
        int[] train = cohort.cases("train");
        boolean[] he = cohort.outcome("he", train);
        RocCurve rscore = curve("train", "he");
        checkPaired(
                tests.getAsJsonObject("paired_train_rscore_vs_minus_volume"),
                rscore,
                RocCurve.of(negative(Cohort313.take(cohort.column("volume_ml"), train)), he));
        checkPaired(
                tests.getAsJsonObject("paired_all_rscore_vs_minus_gcs"),
                curve("all", "he"),
                RocCurve.of(negative(cohort.column("gcs")), cohort.outcome("he", cohort.cases("all"))));
        checkPaired(
                tests.getAsJsonObject("paired_train_full_vs_clinical_model"),
                fitted(train, he, "ivh", "black_hole", "rscore"),
                fitted(train, he, "ivh", "black_hole"));
        JsonObject independent = tests.getAsJsonObject("unpaired_train_vs_test_rscore");
        AucDifference found = AucDifference.independent(rscore, curve("test", "he"));
        assertRelative(
                "diff", number(independent.get("diff")), found.difference().value(), TOLERANCE);
        assertRelative("z", number(independent.get("z")), found.z(), TOLERANCE);
        assertRelative("p", number(independent.get("p_normal")), found.p(), TOLERANCE);
        assertRelative("df", number(independent.get("proc_df")), found.df(), TOLERANCE);
        assertRelative("p by t", number(independent.get("proc_p")), found.pByT(), TOLERANCE);
    }

    private RocCurve fitted(int[] cases, boolean[] outcome, String... variables) throws Exception {
        List<double[]> columns = new ArrayList<>();
        for (String variable : variables) {
            columns.add(Cohort313.take(cohort.column(variable), cases));
        }
        return RocCurve.of(
                LogisticFit.of(Design.of("he", outcome, List.of(variables), columns))
                        .fitted(),
                outcome);
    }

    private static void checkPaired(JsonObject json, RocCurve first, RocCurve second) {
        AucDifference found = AucDifference.paired(first, second);
        assertRelative("auc1", number(json.get("auc1")), first.auc().area().value(), TOLERANCE);
        assertRelative("auc2", number(json.get("auc2")), second.auc().area().value(), TOLERANCE);
        assertRelative("diff", number(json.get("diff")), found.difference().value(), TOLERANCE);
        assertRelative("se", number(json.get("se")), found.se(), TOLERANCE);
        assertRelative("z", number(json.get("z")), found.z(), TOLERANCE);
        assertRelative("p", number(json.get("p")), found.p(), TOLERANCE);
    }

    /** R drew other cases: 0.02, as the README of the data says. */
    @Test
    void bootstrap() throws Exception {
        JsonArray r = expected.getAsJsonArray("bootstrap_train_stratified_2000_percentile");
        Estimate found = BootstrapAuc.of(curve("train", "he"), 2000, 1);
        assertEquals(number(r.get(0)), found.low(), 0.02);
        assertEquals(number(r.get(1)), found.high(), 0.02);
    }

    private RocCurve curve(String subset, String outcome) throws Exception {
        int[] cases = cohort.cases(subset);
        return RocCurve.of(Cohort313.take(cohort.column("rscore"), cases), cohort.outcome(outcome, cases));
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }
}
