package org.ichradiomics.study.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.stats.AucDifference;
import org.ichradiomics.stats.Confusion;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.stats.Youden;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.CombinedModel;
import org.ichradiomics.study.Endpoint;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Validation;
import org.ichradiomics.text.Column;

/** ROC curves, cutoffs and comparisons of areas. */
final class RocNumbers {

    private static final List<Column<Youden>> YOUDEN = List.of(
            new Column<>("threshold", Youden::cutoff),
            new Column<>("youden", Youden::index),
            new Column<>("n_tied", Youden::tied));

    private static final List<Column<Confusion>> COUNTS = List.of(
            new Column<>("threshold", Confusion::threshold),
            new Column<>("tp", Confusion::truePositives),
            new Column<>("fp", Confusion::falsePositives),
            new Column<>("fn", Confusion::falseNegatives),
            new Column<>("tn", Confusion::trueNegatives));

    private static final List<Column<Confusion>> POINT = List.of(
            new Column<>("threshold", Confusion::threshold),
            new Column<>("tp", Confusion::truePositives),
            new Column<>("fp", Confusion::falsePositives),
            new Column<>(
                    "sensitivity", point -> point.sensitivity(Proportion.WILSON).value()),
            new Column<>(
                    "specificity", point -> point.specificity(Proportion.WILSON).value()),
            new Column<>("youden", Confusion::youden));

    private static final List<Column<AucDifference>> INDEPENDENT = List.of(
            new Column<>("diff", d -> d.difference().value()),
            new Column<>("z", AucDifference::z),
            new Column<>("p_normal", AucDifference::p),
            new Column<>("proc_D", AucDifference::z),
            new Column<>("proc_df", AucDifference::df),
            new Column<>("proc_p", AucDifference::pByT));

    /** Two curves of the same cases. */
    private record Pair(RocCurve first, RocCurve second, AucDifference difference) {

        static final List<Column<Pair>> COLUMNS = List.of(
                new Column<>("auc1", pair -> pair.first.auc().area().value()),
                new Column<>("auc2", pair -> pair.second.auc().area().value()),
                new Column<>("diff", pair -> pair.difference.difference().value()),
                new Column<>("se", pair -> pair.difference.se()),
                new Column<>("z", pair -> pair.difference.z()),
                new Column<>("p", pair -> pair.difference.p()));
    }

    private final Map<String, String> files;
    private final StudyResult result;
    private final Cohort cohort;

    private RocNumbers(Map<String, String> files, StudyResult result) {
        this.files = files;
        this.result = result;
        this.cohort = result.cohort();
    }

    /** Adds the files of a study that has a score: name → text. */
    static void addTo(Map<String, String> files, StudyResult result) {
        result.validation().ifPresent(new RocNumbers(files, result)::validation);
    }

    private void validation(Validation validation) {
        Map<String, Object> summary = Json.object("training_cutoff", validation.cutoff());
        for (Endpoint endpoint : cohort.endpoints()) {
            boolean first = endpoint == cohort.outcome();
            Map<String, Object> subsets = new LinkedHashMap<>();
            for (Validation.Curve curve : validation.curves()) {
                if (curve.endpoint() != endpoint) continue;
                String subset = curve.subset().key();
                subsets.put(subset, roc(curve.roc(), first ? Optional.of(validation.cutoff()) : Optional.empty()));
                if (first)
                    files.put(
                            "roc_points_" + endpoint.rule().key() + "_" + subset + ".csv",
                            Rows.text(POINT, curve.roc().points()));
            }
            summary.put(endpoint.rule().key() + "_rscore", subsets);
        }
        Validation.ofLowGcs(cohort)
                .ifPresent(gcs -> summary.put(
                        cohort.outcome().rule().key() + "_gcs_low_is_risk_train", roc(gcs, Optional.empty())));
        summary.put("delong_test", tests(validation));
        String draws =
                "bootstrap_train_stratified_" + result.plan().descriptives().bootstrap() + "_percentile";
        validation.bootstrap().ifPresent(interval -> summary.put(draws, Json.interval(interval)));
        files.put("roc_summary.json", Json.text(summary));
    }

    private Map<String, Object> tests(Validation validation) {
        Map<String, Object> tests = new LinkedHashMap<>();
        for (Validation.RivalTest test : validation.rivals()) {
            Map<String, Object> json =
                    Json.object(Pair.COLUMNS, new Pair(test.ours(), test.theirs(), test.difference()));
            if (!test.isMeaningful()) List.of("z", "p").forEach(key -> json.put(key, Json.value(null)));
            tests.put(
                    "paired_" + test.rival().subset() + "_rscore_vs_"
                            + (test.rival().low() ? "minus_" : "")
                            + withoutUnit(test.rival().variable()),
                    json);
        }
        combined(tests, Subset.TRAINING, "paired_train_full_vs_clinical_model");
        validation
                .independent()
                .ifPresent(d -> tests.put("unpaired_train_vs_test_rscore", Json.object(INDEPENDENT, d)));
        for (Subset test : cohort.tests())
            combined(tests, test.key(), "paired_" + test.key() + "_full_vs_clinical_model");
        return tests;
    }

    private void combined(Map<String, Object> tests, String subset, String key) {
        for (CombinedModel models : result.combined()) {
            models.part(subset).ifPresent(part -> {
                Map<String, Object> test =
                        Json.object(Pair.COLUMNS, new Pair(part.combined(), part.clinical(), part.gain()));
                if (models.isFirth()) test.put("method", "firth");
                tests.put(key + models.combined().tail(), test);
            });
        }
    }

    /** volume_ml is a volume: units do not belong into a key. */
    private static String withoutUnit(String variable) {
        return variable.endsWith("_ml") ? variable.substring(0, variable.length() - 3) : variable;
    }

    private static Map<String, Object> roc(RocCurve curve, Optional<Double> trainingCutoff) {
        Map<String, Object> json = Json.object(Finding.forPrograms(Findings.AUC), curve.auc());
        json.put("youden", Json.object(YOUDEN, curve.youden()));
        json.put("at_own_cutoff", at(curve.youden().point()));
        trainingCutoff.ifPresent(cutoff -> json.put("at_training_cutoff", at(curve.at(cutoff))));
        return json;
    }

    private static Map<String, Object> at(Confusion point) {
        Map<String, Object> json = Json.object(COUNTS, point);
        for (Performance number : Performance.ALL) {
            Estimate exact = number.of(point, Proportion.CLOPPER_PEARSON);
            json.put(
                    number.key(),
                    Json.object(
                            "value", exact.value(),
                            "clopper_pearson", Json.interval(exact),
                            "wilson", Json.interval(number.of(point, Proportion.WILSON))));
        }
        return json;
    }
}
