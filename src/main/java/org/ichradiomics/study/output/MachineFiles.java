package org.ichradiomics.study.output;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.ReaderAgreement;
import org.ichradiomics.study.ScoreTable;
import org.ichradiomics.study.StudyPlan;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.Column;

/**
 * A study's numbers for other programs, file by file and key by key as docs/study.md lists them: what R scripts around
 * glmnet, pROC, psych and glm write, so that two programs can be compared.
 */
public final class MachineFiles {

    private final StudyResult result;
    private final Cohort cohort;
    private final List<Integer> cases;

    private MachineFiles(StudyResult result) {
        this.result = result;
        this.cohort = result.cohort();
        this.cases = IntStream.range(0, cohort.size()).boxed().toList();
    }

    /** File name → text. Files of parts that the study does not have are not there. */
    public static Map<String, String> of(StudyResult result) {
        MachineFiles machine = new MachineFiles(result);
        Map<String, String> files = new LinkedHashMap<>();
        files.put("labels.csv", machine.labels());
        GroupNumbers.addTo(files, result);
        LassoNumbers.addTo(files, result);
        result.scores().ifPresent(scores -> files.put("rscore.csv", machine.scores(scores)));
        result.agreement().ifPresent(agreement -> {
            files.put("icc.csv", agreement(agreement));
            files.put("icc_summary.json", summary(agreement));
        });
        result.sturdy()
                .ifPresent(sturdy ->
                        files.put("robustness.csv", Rows.text(Finding.forPrograms(Findings.STURDY), sturdy.rows())));
        RocNumbers.addTo(files, result);
        RegressionNumbers.addTo(files, result);
        HonestNumbers.addTo(files, result);
        PartFindings.addTo(files, result);
        SignatureTables.addTo(files, result);
        SiteTables.addTo(files, result);
        MissingTables.addTo(files, result);
        ComparisonTables.addTo(files, result);
        return files;
    }

    private String labels() {
        OutcomeRule.Expansion rule = cohort.outcome().rule().source() instanceof OutcomeRule.Expansion expansion
                ? expansion
                : OutcomeRule.Expansion.STANDARD;
        double[] before = cohort.baseline().orElseGet(this::unknown);
        double[] after = cohort.followUp().orElseGet(this::unknown);
        return Rows.text(
                List.of(
                        new Column<>("id", cohort.ids()::get),
                        new Column<>("absolute_growth_ml", i -> after[i] - before[i]),
                        new Column<>("relative_growth", i -> (after[i] - before[i]) / before[i]),
                        new Column<>("he", i -> cohort.outcome().values()[i]),
                        new Column<>(
                                "he_strict",
                                i -> Double.isNaN(before[i]) || Double.isNaN(after[i])
                                        ? null
                                        : rule.exceeded().isMet(before[i], after[i])),
                        new Column<>("subgroup", i -> subgroup(before[i])),
                        new Column<>("poor", i -> cohort.second().map(s -> s.values()[i]))),
                cases);
    }

    private double[] unknown() {
        double[] unknown = new double[cohort.size()];
        Arrays.fill(unknown, Double.NaN);
        return unknown;
    }

    private static Optional<Double> at(Optional<double[]> values, int i) {
        return values.map(all -> all[i]);
    }

    private String subgroup(double volume) {
        if (result.plan().subgroups().isEmpty() || Double.isNaN(volume)) return null;
        StudyPlan.Subgroups groups = result.plan().subgroups().get();
        String from = Rows.number(groups.from());
        String below = Rows.number(groups.below());
        if (volume < groups.from()) return "<" + from;
        return volume < groups.below() ? from + "-" + below : ">=" + below;
    }

    private String scores(ScoreTable scores) {
        return Rows.text(
                List.of(
                        new Column<>("id", cohort.ids()::get),
                        new Column<>("cohort", cohort.split()::of),
                        new Column<>("rscore", i -> scores.score()[i]),
                        new Column<>("probability", i -> ScoreTable.probability(scores.score()[i])),
                        new Column<>("rscore_deviance_min", i -> at(scores.devianceMin(), i)),
                        new Column<>("published_formula_train_scaling", i -> at(scores.publishedByTraining(), i)),
                        new Column<>("published_formula_cohort_scaling", i -> at(scores.publishedByPart(), i)),
                        new Column<>(
                                "published_high_risk",
                                i -> at(scores.publishedByTraining(), i)
                                        .filter(p -> !p.isNaN())
                                        .map(p -> p >= ScoreTable.PUBLISHED_CUTOFF))),
                cases);
    }

    /** The three agreements of a feature. */
    private record Agreed(ReaderAgreement.Row row, Estimate one, Estimate two, Estimate three) {

        static Agreed of(ReaderAgreement.Row row) {
            return new Agreed(
                    row,
                    row.of(IntraclassCorrelation.Form.ICC_1_1),
                    row.of(IntraclassCorrelation.Form.ICC_2_1),
                    row.of(IntraclassCorrelation.Form.ICC_3_1));
        }
    }

    private static String agreement(ReaderAgreement agreement) {
        return Rows.text(
                Rows.all(
                        Rows.part(
                                Agreed::row,
                                List.of(
                                        new Column<>("feature", ReaderAgreement.Row::feature),
                                        new Column<>("n", ReaderAgreement.Row::pairs),
                                        new Column<>("k", row -> 2),
                                        new Column<>(
                                                "msr", row -> row.correlation().map(IntraclassCorrelation::msr)),
                                        new Column<>(
                                                "msc", row -> row.correlation().map(IntraclassCorrelation::msc)),
                                        new Column<>(
                                                "mse", row -> row.correlation().map(IntraclassCorrelation::mse)))),
                        Rows.part(Agreed::one, interval("icc1")),
                        Rows.part(Agreed::two, interval("icc2")),
                        Rows.part(Agreed::three, interval("icc3")),
                        List.of(new Column<>("good", agreed -> agreement.isGood(agreed.row())))),
                agreement.rows().stream().map(Agreed::of).toList());
    }

    private static List<Column<Estimate>> interval(String name) {
        return List.of(
                new Column<>(name, Estimate::value),
                new Column<>(name + "_lo", Estimate::low),
                new Column<>(name + "_hi", Estimate::high));
    }

    private static String summary(ReaderAgreement agreement) {
        String above = Rows.number(agreement.above());
        return Json.text(Json.object(
                List.of(
                        new Column<>("n_features", a -> a.rows().size()),
                        new Column<>("mean_icc2", a -> a.mean(IntraclassCorrelation.Form.ICC_2_1)),
                        new Column<>("mean_icc3", a -> a.mean(IntraclassCorrelation.Form.ICC_3_1)),
                        new Column<>("n_good_icc2_gt_" + above, a -> exceeding(a, Estimate::value)),
                        new Column<>("n_lower_bound_gt_" + above, a -> exceeding(a, Estimate::low))),
                agreement));
    }

    private static long exceeding(ReaderAgreement agreement, ToDoubleFunction<Estimate> of) {
        return agreement.rows().stream()
                .map(row -> row.of(IntraclassCorrelation.Form.ICC_2_1))
                .filter(icc -> of.applyAsDouble(icc) > agreement.above())
                .count();
    }
}
