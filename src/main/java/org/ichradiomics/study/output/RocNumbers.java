package org.ichradiomics.study.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Auc;
import org.ichradiomics.stats.AucDifference;
import org.ichradiomics.stats.Confusion;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.stats.Youden;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.Endpoint;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Validation;
import org.ichradiomics.study.Variable;
import org.ichradiomics.text.InvalidInputException;

/** ROC curves, cutoffs and comparisons of areas. */
final class RocNumbers {

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
                subsets.put(
                        curve.subset().key(),
                        roc(curve.roc(), first ? Optional.of(validation.cutoff()) : Optional.empty()));
                if (first)
                    files.put(
                            "roc_points_" + endpoint.rule().key() + "_"
                                    + curve.subset().key() + ".csv",
                            points(curve.roc()));
            }
            summary.put(endpoint.rule().key() + "_rscore", subsets);
        }
        rival(summary);
        Map<String, Object> tests = new LinkedHashMap<>();
        for (Validation.RivalTest test : validation.rivals()) {
            Map<String, Object> json = difference(test.ours(), test.theirs(), test.difference());
            if (!test.isMeaningful())
                json.replaceAll((key, value) -> key.equals("z") || key.equals("p") ? Json.value(null) : value);
            tests.put(
                    "paired_" + test.rival().subset() + "_rscore_vs_"
                            + (test.rival().low() ? "minus_" : "")
                            + withoutUnit(test.rival().variable()),
                    json);
        }
        combined(tests, Subset.TRAINING, "paired_train_full_vs_clinical_model");
        validation
                .independent()
                .ifPresent(d -> tests.put(
                        "unpaired_train_vs_test_rscore",
                        Json.object(
                                "diff",
                                d.difference().value(),
                                "z",
                                d.z(),
                                "p_normal",
                                d.p(),
                                "proc_D",
                                d.z(),
                                "proc_df",
                                d.df(),
                                "proc_p",
                                d.pByT())));
        combined(tests, Subset.TEST, "paired_test_full_vs_clinical_model");
        summary.put("delong_test", tests);
        validation
                .bootstrap()
                .ifPresent(b -> summary.put(
                        "bootstrap_train_stratified_"
                                + result.plan().descriptives().bootstrap() + "_percentile",
                        Json.interval(b)));
        files.put("roc_summary.json", Json.text(summary));
    }

    private void combined(Map<String, Object> tests, String subset, String key) {
        result.combined()
                .forEach(c -> c.part(subset).ifPresent(part -> {
                    Map<String, Object> test = difference(part.combined(), part.clinical(), part.gain());
                    if (c.isFirth()) test.put("method", "firth");
                    tests.put(key + c.combined().tail(), test);
                }));
    }

    /** volume_ml is a volume: units do not belong into a key. */
    private static String withoutUnit(String variable) {
        return variable.endsWith("_ml") ? variable.substring(0, variable.length() - 3) : variable;
    }

    /** Of the rivals, GCS has a curve of its own in training. */
    private void rival(Map<String, Object> summary) {
        Optional<Variable> gcs = cohort.variables().stream()
                .filter(v -> v.name().equals("gcs") && v.kind() == Variable.Kind.CONTINUOUS)
                .findFirst();
        if (gcs.isEmpty()) return;
        int[] cases = IntStream.of(cohort.split().training())
                .filter(i -> Double.isFinite(gcs.get().values()[i]))
                .toArray();
        try {
            RocCurve curve = RocCurve.of(
                    IntStream.of(cases).mapToDouble(i -> -gcs.get().values()[i]).toArray(),
                    cohort.outcome().events(cases));
            summary.put(cohort.outcome().rule().key() + "_gcs_low_is_risk_train", roc(curve, Optional.empty()));
        } catch (InvalidInputException e) {
            // One class only: there is no curve, and the score's own notes say so.
        }
    }

    private static String points(RocCurve curve) {
        Rows rows = new Rows("threshold", "tp", "fp", "sensitivity", "specificity", "youden");
        for (Confusion point : curve.points()) {
            rows.add(
                    point.threshold(),
                    point.truePositives(),
                    point.falsePositives(),
                    point.sensitivity(Proportion.WILSON).value(),
                    point.specificity(Proportion.WILSON).value(),
                    point.youden());
        }
        return rows.text();
    }

    private static Map<String, Object> roc(RocCurve curve, Optional<Double> trainingCutoff) {
        Auc auc = curve.auc();
        Youden youden = curve.youden();
        Map<String, Object> json = Json.object(
                "n_pos",
                auc.positives(),
                "n_neg",
                auc.negatives(),
                "auc",
                auc.area().value(),
                "delong_se",
                auc.se(),
                "delong_ci",
                Json.interval(auc.area()),
                "p_auc_vs_half_delong",
                auc.p(),
                "hanley_mcneil_se",
                auc.hanleyMcNeilSe(),
                "youden",
                Json.object("threshold", youden.cutoff(), "youden", youden.index(), "n_tied", youden.tied()),
                "at_own_cutoff",
                confusion(youden.point()));
        trainingCutoff.ifPresent(cutoff -> json.put("at_training_cutoff", confusion(curve.at(cutoff))));
        return json;
    }

    private static Map<String, Object> confusion(Confusion point) {
        Map<String, Object> json = Json.object(
                "threshold",
                point.threshold(),
                "tp",
                point.truePositives(),
                "fp",
                point.falsePositives(),
                "fn",
                point.falseNegatives(),
                "tn",
                point.trueNegatives());
        json.put(
                "sensitivity",
                proportion(point.sensitivity(Proportion.CLOPPER_PEARSON), point.sensitivity(Proportion.WILSON)));
        json.put(
                "specificity",
                proportion(point.specificity(Proportion.CLOPPER_PEARSON), point.specificity(Proportion.WILSON)));
        json.put("ppv", proportion(point.ppv(Proportion.CLOPPER_PEARSON), point.ppv(Proportion.WILSON)));
        json.put("npv", proportion(point.npv(Proportion.CLOPPER_PEARSON), point.npv(Proportion.WILSON)));
        json.put("accuracy", proportion(point.accuracy(Proportion.CLOPPER_PEARSON), point.accuracy(Proportion.WILSON)));
        return json;
    }

    private static Map<String, Object> proportion(Estimate exact, Estimate wilson) {
        return Json.object(
                "value", exact.value(), "clopper_pearson", Json.interval(exact), "wilson", Json.interval(wilson));
    }

    private static Map<String, Object> difference(RocCurve first, RocCurve second, AucDifference d) {
        return Json.object(
                "auc1",
                first.auc().area().value(),
                "auc2",
                second.auc().area().value(),
                "diff",
                d.difference().value(),
                "se",
                d.se(),
                "z",
                d.z(),
                "p",
                d.p());
    }
}
