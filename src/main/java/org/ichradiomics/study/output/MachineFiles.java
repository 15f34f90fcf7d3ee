package org.ichradiomics.study.output;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.ReaderAgreement;
import org.ichradiomics.study.ScoreTable;
import org.ichradiomics.study.StudyResult;

/**
 * A study's numbers for other programs, file by file and key by key as docs/study.md lists them: what R scripts around
 * glmnet, pROC, psych and glm write, so that two programs can be compared.
 */
public final class MachineFiles {

    private final StudyResult result;
    private final Cohort cohort;
    private final Map<String, String> files = new LinkedHashMap<>();

    private MachineFiles(StudyResult result) {
        this.result = result;
        this.cohort = result.cohort();
    }

    /** File name → text. Files of parts that the study does not have are not there. */
    public static Map<String, String> of(StudyResult result) {
        MachineFiles machine = new MachineFiles(result);
        machine.labels();
        GroupNumbers.addTo(machine.files, result);
        LassoNumbers.addTo(machine.files, result);
        result.scores().ifPresent(machine::scores);
        result.agreement().ifPresent(machine::agreement);
        RocNumbers.addTo(machine.files, result);
        RegressionNumbers.addTo(machine.files, result);
        return machine.files;
    }

    private void labels() {
        Rows rows = new Rows("id", "absolute_growth_ml", "relative_growth", "he", "he_strict", "subgroup", "poor");
        OutcomeRule.Expansion rule = cohort.outcome().rule().source() instanceof OutcomeRule.Expansion expansion
                ? expansion
                : OutcomeRule.Expansion.STANDARD;
        for (int i = 0; i < cohort.size(); i++) {
            double before = cohort.baseline().isPresent() ? cohort.baseline().get()[i] : Double.NaN;
            double after = cohort.followUp().isPresent() ? cohort.followUp().get()[i] : Double.NaN;
            boolean known = !Double.isNaN(before) && !Double.isNaN(after);
            Double second =
                    cohort.second().isPresent() ? (Double) cohort.second().get().values()[i] : null;
            rows.add(
                    cohort.ids().get(i),
                    after - before,
                    (after - before) / before,
                    cohort.outcome().values()[i],
                    known ? rule.exceeded().isMet(before, after) : null,
                    subgroup(i),
                    second);
        }
        files.put("labels.csv", rows.text());
    }

    private String subgroup(int i) {
        if (result.plan().subgroups().isEmpty() || cohort.baseline().isEmpty()) return "NA";
        double volume = cohort.baseline().get()[i];
        String from = Rows.number(result.plan().subgroups().get().from());
        String below = Rows.number(result.plan().subgroups().get().below());
        if (Double.isNaN(volume)) return "NA";
        if (volume < result.plan().subgroups().get().from()) return "<" + from;
        return volume < result.plan().subgroups().get().below() ? from + "-" + below : ">=" + below;
    }

    private void scores(ScoreTable scores) {
        Rows rows = new Rows(
                "id",
                "cohort",
                "rscore",
                "probability",
                "rscore_deviance_min",
                "published_formula_train_scaling",
                "published_formula_cohort_scaling",
                "published_high_risk");
        for (int i = 0; i < cohort.size(); i++) {
            int at = i;
            double score = scores.score()[i];
            Optional<Double> published = scores.publishedByTraining().map(s -> s[at]);
            rows.add(
                    cohort.ids().get(i),
                    cohort.split().of(i),
                    score,
                    ScoreTable.probability(score),
                    scores.devianceMin().map(s -> s[at]).orElse(null),
                    published.orElse(null),
                    scores.publishedByPart().map(s -> s[at]).orElse(null),
                    published
                            .filter(p -> !p.isNaN())
                            .map(p -> p >= ScoreTable.PUBLISHED_CUTOFF)
                            .orElse(null));
        }
        files.put("rscore.csv", rows.text());
    }

    private void agreement(ReaderAgreement agreement) {
        Rows rows = new Rows(
                "feature", "n", "k", "msr", "msc", "mse", "icc1", "icc1_lo", "icc1_hi", "icc2", "icc2_lo", "icc2_hi",
                "icc3", "icc3_lo", "icc3_hi", "good");
        int bounds = 0;
        for (ReaderAgreement.Row row : agreement.rows()) {
            Optional<IntraclassCorrelation> c = row.correlation();
            Estimate one = row.of(IntraclassCorrelation.Form.ICC_1_1);
            Estimate two = row.of(IntraclassCorrelation.Form.ICC_2_1);
            Estimate three = row.of(IntraclassCorrelation.Form.ICC_3_1);
            bounds += two.low() > agreement.above() ? 1 : 0;
            rows.add(
                    row.feature(),
                    row.pairs(),
                    2,
                    c.map(IntraclassCorrelation::msr).orElse(null),
                    c.map(IntraclassCorrelation::msc).orElse(null),
                    c.map(IntraclassCorrelation::mse).orElse(null),
                    one.value(),
                    one.low(),
                    one.high(),
                    two.value(),
                    two.low(),
                    two.high(),
                    three.value(),
                    three.low(),
                    three.high(),
                    agreement.isGood(row));
        }
        files.put("icc.csv", rows.text());
        String above = Rows.number(agreement.above());
        files.put(
                "icc_summary.json",
                Json.text(Json.object(
                        "n_features",
                        agreement.rows().size(),
                        "mean_icc2",
                        agreement.mean(IntraclassCorrelation.Form.ICC_2_1).orElse(Double.NaN),
                        "mean_icc3",
                        agreement.mean(IntraclassCorrelation.Form.ICC_3_1).orElse(Double.NaN),
                        "n_good_icc2_gt_" + above,
                        (int) agreement.rows().stream()
                                .filter(row -> row.of(IntraclassCorrelation.Form.ICC_2_1)
                                                .value()
                                        > agreement.above())
                                .count(),
                        "n_lower_bound_gt_" + above,
                        bounds)));
    }
}
