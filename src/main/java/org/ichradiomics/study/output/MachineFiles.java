package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.apache.commons.math3.linear.RealMatrix;

import org.ichradiomics.stats.AucDifference;
import org.ichradiomics.stats.Auc;
import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.CategoricalComparison;
import org.ichradiomics.stats.ChiSquare;
import org.ichradiomics.stats.Coefficient;
import org.ichradiomics.stats.Confusion;
import org.ichradiomics.stats.ContinuousComparison;
import org.ichradiomics.stats.CvCurve;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.DecisionCurve;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.FisherExact;
import org.ichradiomics.stats.GlmOfR;
import org.ichradiomics.stats.HosmerLemeshow;
import org.ichradiomics.stats.IntraclassCorrelation;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.LassoPath;
import org.ichradiomics.stats.LikelihoodRatio;
import org.ichradiomics.stats.LogisticFit;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.stats.Summary;
import org.ichradiomics.stats.Youden;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.study.BackwardSelection;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.Endpoint;
import org.ichradiomics.study.GroupComparison;
import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.ReaderAgreement;
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.ScoreTable;
import org.ichradiomics.study.Selection;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.UnivariateFilter;
import org.ichradiomics.study.Validation;
import org.ichradiomics.study.Variable;

/**
 * A study's numbers for other programs, file by file and key by key as docs/study.md lists them: what R scripts around glmnet, pROC, psych and
 * glm write, so that two programs can be compared.
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
        machine.groups();
        result.filter().ifPresent(machine::univariate);
        result.selection().ifPresent(machine::selection);
        result.scores().ifPresent(machine::scores);
        result.agreement().ifPresent(machine::agreement);
        result.validation().ifPresent(machine::validation);
        machine.regressions();
        machine.calibration();
        return machine.files;
    }

    private void labels() {
        Rows rows = new Rows("id", "absolute_growth_ml", "relative_growth", "he", "he_strict", "subgroup", "poor");
        OutcomeRule.Expansion rule = cohort.outcome().rule().source() instanceof OutcomeRule.Expansion expansion ? expansion : OutcomeRule.Expansion.STANDARD;
        for (int i = 0; i < cohort.size(); i++) {
            double before = cohort.baseline().isPresent() ? cohort.baseline().get()[i] : Double.NaN;
            double after = cohort.followUp().isPresent() ? cohort.followUp().get()[i] : Double.NaN;
            boolean known = !Double.isNaN(before) && !Double.isNaN(after);
            Double second = cohort.second().isPresent() ? (Double) cohort.second().get().values()[i] : null;
            rows.add(cohort.ids().get(i), after - before, (after - before) / before, cohort.outcome().values()[i],
                    known ? rule.exceeded().isMet(before, after) : null, subgroup(i), second);
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

    private void groups() {
        Rows categorical = new Rows("comparison", "variable", "a", "n1", "c", "n0", "pct1", "pct0", "min_expected", "chi2", "p_chi2", "chi2_yates", "p_yates",
                "p_fisher", "test", "p");
        List<String> columns = new ArrayList<>(List.of("comparison", "variable"));
        columns.addAll(CONTINUOUS);
        Rows continuous = new Rows(columns);
        for (GroupComparison groups : result.comparisons()) {
            if (!groups.key().equals("train_vs_test") && groups.key().startsWith("vol") && groups.key().matches("vol[^_]*_[^_]*_vs_vol.*")) continue;
            for (GroupComparison.Categorical row : groups.categorical()) categorical(categorical, groups, row);
            for (GroupComparison.Continuous row : groups.continuous()) {
                List<Object> cells = new ArrayList<>(List.of(groups.key(), row.variable().name()));
                cells.addAll(continuous(row.comparison(), row.variable().of(groups.cases1()), row.variable().of(groups.cases0())));
                continuous.add(cells.toArray());
            }
        }
        files.put("table1_categorical.csv", categorical.text());
        files.put("table1_continuous.csv", continuous.text());
    }

    private static void categorical(Rows rows, GroupComparison groups, GroupComparison.Categorical row) {
        long[][] counts = row.counts();
        long n1 = Arrays.stream(counts).mapToLong(level -> level[0]).sum();
        long n0 = Arrays.stream(counts).mapToLong(level -> level[1]).sum();
        Optional<CategoricalComparison> tested = row.comparison();
        boolean two = row.variable().kind() == Variable.Kind.BINARY;
        String test = tested.map(CategoricalComparison::test).map(t -> t == CategoricalComparison.Test.FISHER ? "fisher" : "chi-square").orElse("none");
        Optional<ChiSquare> pearson = tested.map(CategoricalComparison::chiSquare);
        Optional<ChiSquare> yates = two ? Optional.of(ChiSquare.yates(counts)) : Optional.empty();
        rows.add(groups.key(), row.variable().name(), two ? counts[1][0] : null, n1, two ? counts[1][1] : null, n0,
                two && n1 > 0 ? 100.0 * counts[1][0] / n1 : null, two && n0 > 0 ? 100.0 * counts[1][1] / n0 : null,
                pearson.map(ChiSquare::minimumExpected).orElse(null), pearson.map(ChiSquare::statistic).orElse(null), pearson.map(ChiSquare::p).orElse(null),
                yates.map(ChiSquare::statistic).orElse(null), yates.map(ChiSquare::p).orElse(null), two ? fisher(counts) : tested.map(CategoricalComparison::fisher).orElse(null),
                test, row.p());
    }

    private static Double fisher(long[][] counts) {
        try {
            return FisherExact.p(counts);
        } catch (InvalidInputException e) {
            return null;
        }
    }

    private static final List<String> CONTINUOUS = List.of("n1", "n0", "mean1", "sd1", "mean0", "sd0", "q1_1_type7", "med_1", "q3_1_type7", "q1_0_type7", "med_0",
            "q3_0_type7", "q1_1_type6", "q3_1_type6", "q1_0_type6", "q3_0_type6", "shapiro_w1", "shapiro_p1", "shapiro_w0", "shapiro_p0", "levene_F", "levene_p",
            "t_student", "df_student", "p_student", "t_welch", "df_welch", "p_welch", "mwu_U", "mwu_z", "p_mwu", "p_mwu_cc", "p_mwu_exact", "auc", "test", "p");

    private static List<Object> continuous(ContinuousComparison c, double[] first, double[] second) {
        Summary one = Summary.of(first, Quantile.TYPE_7);
        Summary zero = Summary.of(second, Quantile.TYPE_7);
        Summary one6 = Summary.of(first, Quantile.TYPE_6);
        Summary zero6 = Summary.of(second, Quantile.TYPE_6);
        MannWhitney asymptotic = c.rank().method() == MannWhitney.Method.ASYMPTOTIC ? c.rank() : MannWhitney.of(first, second, MannWhitney.Method.ASYMPTOTIC);
        double corrected = MannWhitney.of(first, second, MannWhitney.Method.CONTINUITY_CORRECTED).p();
        MannWhitney asR = MannWhitney.of(first, second, MannWhitney.Method.AS_R);
        String test = c.test() == null ? c.status().name().toLowerCase(Locale.ROOT).replace('_', '-') : c.test().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.asList(one.n(), zero.n(), one.mean(), one.sd(), zero.mean(), zero.sd(), one.q1(), one.median(), one.q3(), zero.q1(), zero.median(), zero.q3(),
                one6.q1(), one6.q3(), zero6.q1(), zero6.q3(), c.normalityOfFirst().w(), c.normalityOfFirst().p(), c.normalityOfSecond().w(),
                c.normalityOfSecond().p(), c.levene().f(), c.levene().p(), c.student().t(), c.student().df(), c.student().p(), c.welch().t(), c.welch().df(),
                c.welch().p(), asymptotic.u(), asymptotic.z(), asymptotic.p(), corrected, asR.method() == MannWhitney.Method.EXACT ? (Object) asR.p() : null, c.auc(),
                test, c.p());
    }

    private void univariate(UnivariateFilter filter) {
        List<String> columns = new ArrayList<>(List.of("feature"));
        columns.addAll(CONTINUOUS);
        columns.add("selected");
        Rows rows = new Rows(columns);
        Rows scaling = new Rows("feature", "mean_train", "sd_train");
        int[] training = cohort.split().training();
        int[] with = cohort.outcome().with(training, true);
        int[] without = cohort.outcome().with(training, false);
        Predictors features = cohort.features().orElseThrow();
        for (int j = 0; j < filter.rows().size(); j++) {
            UnivariateFilter.Row row = filter.rows().get(j);
            double[] column = features.columns()[j];
            List<Object> cells = new ArrayList<>(List.of(row.feature()));
            cells.addAll(continuous(row.comparison(), take(column, with), take(column, without)));
            cells.add(row.selected());
            rows.add(cells.toArray());
            if (row.selected()) {
                Summary all = Summary.of(take(column, training), Quantile.TYPE_7);
                scaling.add(row.feature(), all.mean(), all.sd());
            }
        }
        files.put("univariate_features_train.csv", rows.text());
        files.put("scaling.csv", scaling.text());
    }

    private static double[] take(double[] column, int[] cases) {
        return IntStream.of(cases).mapToDouble(i -> column[i]).toArray();
    }

    private void selection(Selection selection) {
        LassoPath path = selection.path();
        Rows lambdas = new Rows("k", "lambda", "df", "dev_ratio", "intercept");
        Rows betas = new Rows("k", "lambda", "feature", "beta_z");
        for (int k = 1; k <= path.size(); k++) {
            LassoModel model = path.model(k);
            lambdas.add(k, path.lambda(k), path.df(k), path.explained(k), model.intercept());
            for (LassoModel.Term term : model.terms()) betas.add(k, path.lambda(k), term.feature(), term.beta());
        }
        files.put("lasso_path.csv", lambdas.text());
        files.put("lasso_path_betas.csv", betas.text());
        files.put("cv_auc.csv", curve(selection, CvMeasure.AUC));
        files.put("cv_deviance.csv", curve(selection, CvMeasure.DEVIANCE));
        files.put("cv_auc_by_fold.csv", byFold(selection.auc()));
        files.put("lasso_selection.json", chosen(selection));
        Rows unfiltered = new Rows("k", "lambda", "dev_ratio", "cv_deviance", "cv_deviance_sd", "cv_auc", "cv_auc_sd");
        Selection.Unfiltered all = selection.unfiltered();
        for (int k = 1; k <= all.path().size(); k++) {
            unfiltered.add(k, all.path().lambda(k), all.path().explained(k), all.deviance().mean()[k - 1], all.deviance().sd()[k - 1], all.auc().mean()[k - 1],
                    all.auc().sd()[k - 1]);
        }
        files.put("lasso_unfiltered_path.csv", unfiltered.text());
    }

    private static CvCurve exact(Selection selection, CvMeasure measure) {
        try {
            return selection.shared().curve(measure);
        } catch (InvalidInputException e) {
            throw new IllegalStateException("the same folds had a curve before", e);
        }
    }

    private static String curve(Selection selection, CvMeasure measure) {
        CvCurve own = measure == CvMeasure.AUC ? selection.auc() : selection.deviance();
        CvCurve exact = exact(selection, measure);
        Rows rows = new Rows("k", "lambda", "cvm_interp", "cvsd_interp", "cvm_exact", "cvsd_exact");
        for (int k = 0; k < own.lambdas().length; k++) {
            rows.add(k + 1, own.lambdas()[k], own.mean()[k], own.sd()[k], exact.mean()[k], exact.sd()[k]);
        }
        return rows.text();
    }

    private static String byFold(CvCurve auc) {
        List<String> columns = new ArrayList<>(List.of("k"));
        for (int fold = 1; fold <= auc.byFold()[0].length; fold++) columns.add("fold" + fold);
        Rows rows = new Rows(columns);
        for (int k = 0; k < auc.byFold().length; k++) {
            List<Object> cells = new ArrayList<>(List.of(k + 1));
            for (double value : auc.byFold()[k]) cells.add(value);
            rows.add(cells.toArray());
        }
        return rows.text();
    }

    private String chosen(Selection selection) {
        LassoPath path = selection.path();
        List<String> selected = selection.features().names();
        return Json.text(Json.object("n_train", cohort.split().training().length, "events_train", cohort.outcome().count(cohort.split().training()), "n_features",
                cohort.features().orElseThrow().names().size(), "n_selected_univariate", selected.size(), "selected_univariate", selected, "lambda_max", path.lambda(1),
                "n_lambda_given", path.size(), "events_per_fold", Arrays.stream(selection.eventsByFold()).boxed().toList(),
                "auc", choices(selection.auc(), exact(selection, CvMeasure.AUC)), "deviance", choices(selection.deviance(), exact(selection, CvMeasure.DEVIANCE)),
                "model_auc_min", model(path.model(selection.auc().kMin())), "model_deviance_min", model(path.model(selection.deviance().kMin())),
                "model_deviance_1se", model(path.model(selection.deviance().k1se())), "model_chosen", model(selection.model()),
                "measure", selection.auc().measure().name().toLowerCase(Locale.ROOT),
                "dropped", path.dropped().stream().map(Object::toString).toList(), "path_end", path.end().name().toLowerCase(Locale.ROOT),
                "folds_sha256", selection.folds().hash()));
    }

    private static Map<String, Object> choices(CvCurve interpolated, CvCurve exact) {
        return Json.object("interp", choice(interpolated), "exact", choice(exact));
    }

    private static Map<String, Object> choice(CvCurve curve) {
        return Json.object("k_min", curve.kMin(), "lambda_min", curve.lambdaMin(), "k_1se", curve.k1se(), "lambda_1se", curve.lambda1se(), "best_cvm",
                curve.mean()[curve.kMin() - 1]);
    }

    private static Map<String, Object> model(LassoModel model) {
        Map<String, Object> json = Json.object("k", model.k(), "lambda", model.lambda(), "intercept_z", model.intercept(), "intercept_raw", model.rawIntercept());
        json.put("features", model.terms().stream().map(term -> Json.object("feature", term.feature(), "beta_z", term.beta(), "beta_raw", term.rawBeta(), "mean_train",
                term.mean(), "sd_train", term.sd())).toList());
        return json;
    }

    private void scores(ScoreTable scores) {
        Rows rows = new Rows("id", "cohort", "rscore", "probability", "rscore_deviance_min", "published_formula_train_scaling", "published_formula_cohort_scaling",
                "published_high_risk");
        for (int i = 0; i < cohort.size(); i++) {
            int at = i;
            double score = scores.score()[i];
            Optional<Double> published = scores.publishedByTraining().map(s -> s[at]);
            rows.add(cohort.ids().get(i), cohort.split().of(i), score, ScoreTable.probability(score), scores.devianceMin().map(s -> s[at]).orElse(null),
                    published.orElse(null), scores.publishedByPart().map(s -> s[at]).orElse(null),
                    published.filter(p -> !p.isNaN()).map(p -> p >= ScoreTable.PUBLISHED_CUTOFF).orElse(null));
        }
        files.put("rscore.csv", rows.text());
    }

    private void agreement(ReaderAgreement agreement) {
        Rows rows = new Rows("feature", "n", "k", "msr", "msc", "mse", "icc1", "icc1_lo", "icc1_hi", "icc2", "icc2_lo", "icc2_hi", "icc3", "icc3_lo", "icc3_hi", "good");
        int bounds = 0;
        for (ReaderAgreement.Row row : agreement.rows()) {
            Optional<IntraclassCorrelation> c = row.correlation();
            Estimate one = row.of(IntraclassCorrelation.Form.ICC_1_1);
            Estimate two = row.of(IntraclassCorrelation.Form.ICC_2_1);
            Estimate three = row.of(IntraclassCorrelation.Form.ICC_3_1);
            bounds += two.low() > agreement.above() ? 1 : 0;
            rows.add(row.feature(), row.pairs(), 2, c.map(IntraclassCorrelation::msr).orElse(null),
                    c.map(IntraclassCorrelation::msc).orElse(null), c.map(IntraclassCorrelation::mse).orElse(null), one.value(), one.low(), one.high(), two.value(),
                    two.low(), two.high(), three.value(), three.low(), three.high(), agreement.isGood(row));
        }
        files.put("icc.csv", rows.text());
        String above = Rows.number(agreement.above());
        files.put("icc_summary.json", Json.text(Json.object("n_features", agreement.rows().size(),
                "mean_icc2", agreement.mean(IntraclassCorrelation.Form.ICC_2_1).orElse(Double.NaN),
                "mean_icc3", agreement.mean(IntraclassCorrelation.Form.ICC_3_1).orElse(Double.NaN),
                "n_good_icc2_gt_" + above, (int) agreement.rows().stream().filter(row -> row.of(IntraclassCorrelation.Form.ICC_2_1).value() > agreement.above()).count(),
                "n_lower_bound_gt_" + above, bounds)));
    }

    private void validation(Validation validation) {
        Map<String, Object> summary = Json.object("training_cutoff", validation.cutoff());
        for (Endpoint endpoint : cohort.endpoints()) {
            boolean first = endpoint == cohort.outcome();
            Map<String, Object> subsets = new LinkedHashMap<>();
            for (Validation.Curve curve : validation.curves()) {
                if (curve.endpoint() != endpoint) continue;
                subsets.put(curve.subset().key(), roc(curve.roc(), first ? Optional.of(validation.cutoff()) : Optional.empty()));
                if (first) files.put("roc_points_" + endpoint.rule().key() + "_" + curve.subset().key() + ".csv", points(curve.roc()));
            }
            summary.put(endpoint.rule().key() + "_rscore", subsets);
        }
        rival(summary);
        Map<String, Object> tests = new LinkedHashMap<>();
        for (Validation.RivalTest test : validation.rivals()) {
            tests.put("paired_" + test.rival().subset() + "_rscore_vs_" + (test.rival().low() ? "minus_" : "") + withoutUnit(test.rival().variable()),
                    difference(test.ours(), test.theirs(), test.difference()));
        }
        result.combined().flatMap(c -> c.part(Subset.TRAINING))
                .ifPresent(part -> tests.put("paired_train_full_vs_clinical_model", difference(part.combined(), part.clinical(), part.gain())));
        validation.independent().ifPresent(d -> tests.put("unpaired_train_vs_test_rscore", Json.object("diff", d.difference().value(), "z", d.z(), "p_normal", d.p(),
                "proc_D", d.z(), "proc_df", d.df(), "proc_p", d.pByT())));
        result.combined().flatMap(c -> c.part(Subset.TEST))
                .ifPresent(part -> tests.put("paired_test_full_vs_clinical_model", difference(part.combined(), part.clinical(), part.gain())));
        summary.put("delong_test", tests);
        validation.bootstrap().ifPresent(b -> summary.put("bootstrap_train_stratified_" + result.plan().descriptives().bootstrap() + "_percentile", Json.interval(b)));
        files.put("roc_summary.json", Json.text(summary));
    }

    /** volume_ml is a volume: units do not belong into a key. */
    private static String withoutUnit(String variable) {
        return variable.endsWith("_ml") ? variable.substring(0, variable.length() - 3) : variable;
    }

    /** Of the rivals, GCS has a curve of its own in training. */
    private void rival(Map<String, Object> summary) {
        Optional<Variable> gcs = cohort.variables().stream().filter(v -> v.name().equals("gcs") && v.kind() == Variable.Kind.CONTINUOUS).findFirst();
        if (gcs.isEmpty()) return;
        int[] cases = IntStream.of(cohort.split().training()).filter(i -> Double.isFinite(gcs.get().values()[i])).toArray();
        try {
            RocCurve curve = RocCurve.of(IntStream.of(cases).mapToDouble(i -> -gcs.get().values()[i]).toArray(), cohort.outcome().events(cases));
            summary.put(cohort.outcome().rule().key() + "_gcs_low_is_risk_train", roc(curve, Optional.empty()));
        } catch (InvalidInputException e) {
            // One class only: there is no curve, and the score's own notes say so.
        }
    }

    private static String points(RocCurve curve) {
        Rows rows = new Rows("threshold", "tp", "fp", "sensitivity", "specificity", "youden");
        for (Confusion point : curve.points()) {
            rows.add(point.threshold(), point.truePositives(), point.falsePositives(), point.sensitivity(Proportion.WILSON).value(),
                    point.specificity(Proportion.WILSON).value(), point.youden());
        }
        return rows.text();
    }

    private static Map<String, Object> roc(RocCurve curve, Optional<Double> trainingCutoff) {
        Auc auc = curve.auc();
        Youden youden = curve.youden();
        Map<String, Object> json = Json.object("n_pos", auc.positives(), "n_neg", auc.negatives(), "auc", auc.area().value(), "delong_se", auc.se(), "delong_ci",
                Json.interval(auc.area()), "p_auc_vs_half_delong", auc.p(), "hanley_mcneil_se", auc.hanleyMcNeilSe(), "youden",
                Json.object("threshold", youden.cutoff(), "youden", youden.index(), "n_tied", youden.tied()), "at_own_cutoff", confusion(youden.point()));
        trainingCutoff.ifPresent(cutoff -> json.put("at_training_cutoff", confusion(curve.at(cutoff))));
        return json;
    }

    private static Map<String, Object> confusion(Confusion point) {
        Map<String, Object> json = Json.object("threshold", point.threshold(), "tp", point.truePositives(), "fp", point.falsePositives(), "fn", point.falseNegatives(),
                "tn", point.trueNegatives());
        json.put("sensitivity", proportion(point.sensitivity(Proportion.CLOPPER_PEARSON), point.sensitivity(Proportion.WILSON)));
        json.put("specificity", proportion(point.specificity(Proportion.CLOPPER_PEARSON), point.specificity(Proportion.WILSON)));
        json.put("ppv", proportion(point.ppv(Proportion.CLOPPER_PEARSON), point.ppv(Proportion.WILSON)));
        json.put("npv", proportion(point.npv(Proportion.CLOPPER_PEARSON), point.npv(Proportion.WILSON)));
        json.put("accuracy", proportion(point.accuracy(Proportion.CLOPPER_PEARSON), point.accuracy(Proportion.WILSON)));
        return json;
    }

    private static Map<String, Object> proportion(Estimate exact, Estimate wilson) {
        return Json.object("value", exact.value(), "clopper_pearson", Json.interval(exact), "wilson", Json.interval(wilson));
    }

    private static Map<String, Object> difference(RocCurve first, RocCurve second, AucDifference d) {
        return Json.object("auc1", first.auc().area().value(), "auc2", second.auc().area().value(), "diff", d.difference().value(), "se", d.se(), "z", d.z(), "p", d.p());
    }

    private void regressions() {
        Rows rows = new Rows("variable", "n", "beta", "se", "wald_z", "p", "or", "or_lo", "or_hi", "or_lo_profile", "or_hi_profile", "lr_chi2", "lr_p");
        for (Regression model : result.univariable()) {
            for (Variable term : model.variables()) univariable(rows, model, term.name());
        }
        files.put("logistic_univariable_" + cohort.outcome().rule().key() + "_train.csv", rows.text());
        Map<String, Object> models = new LinkedHashMap<>();
        for (Regression model : result.models()) models.put(model.key(), multivariable(model));
        files.put("logistic_multivariable.json", Json.text(models));
        Map<String, Object> selections = new LinkedHashMap<>();
        for (BackwardSelection selection : result.backward()) selections.put(selection.key(), backward(selection));
        files.put("logistic_backward.json", Json.text(selections));
    }

    private static void univariable(Rows rows, Regression model, String term) {
        if (model.fit().isEmpty()) {
            rows.add(term, model.cases().length, null, null, null, null, null, null, null, null, null, null, null);
            return;
        }
        LogisticFit fit = model.fit().get();
        Coefficient c = fit.coefficient(term);
        Estimate profile = fit.profile(term);
        LikelihoodRatio ratio = fit.likelihoodRatio(term);
        rows.add(term, fit.design().size(), c.beta(), c.se(), c.z(), c.p(), c.oddsRatio().value(), c.oddsRatio().low(), c.oddsRatio().high(), profile.low(),
                profile.high(), ratio.chiSquare(), ratio.p());
    }

    private static Map<String, Object> multivariable(Regression model) {
        Map<String, Object> json = Json.object("outcome", model.endpoint().rule().variable(), "variables", model.names());
        if (model.fit().isEmpty()) {
            json.put("problem", model.problem().orElseThrow());
            return json;
        }
        LogisticFit fit = model.fit().get();
        json.put("coefficients", coefficients(fit, true));
        json.put("fit", fit(fit));
        double[] fitted = fit.fitted();
        json.put("min_fitted", Arrays.stream(fitted).min().orElseThrow());
        json.put("max_fitted", Arrays.stream(fitted).max().orElseThrow());
        RealMatrix covariance = fit.covariance();
        json.put("vcov", IntStream.range(0, covariance.getRowDimension()).mapToObj(i -> Json.numbers(covariance.getRow(i))).toList());
        separation(json, fit);
        model.firth().ifPresent(firth -> json.put("firth", Json.object("coefficients", coefficients(firth, true), "penalised_lr_p",
                firth.design().variables().stream().map(v -> firth.likelihoodRatio(v).p()).toList())));
        return json;
    }

    private static void separation(Map<String, Object> json, LogisticFit fit) {
        if (!fit.separation().found()) return;
        json.put("separation", fit.separation().proven() ? "proven" : "suspected");
        json.put("separating_variables", fit.separation().variables());
    }

    private static List<Object> coefficients(LogisticFit fit, boolean profiles) {
        List<Object> coefficients = new ArrayList<>();
        for (Coefficient c : fit.coefficients()) {
            Map<String, Object> json = Json.object("term", c.term(), "beta", c.beta(), "se", c.se(), "wald_z", c.z(), "p", c.p(), "or", c.oddsRatio().value(), "or_lo",
                    c.oddsRatio().low(), "or_hi", c.oddsRatio().high());
            if (profiles) {
                Estimate profile = c.term().equals(Coefficient.INTERCEPT) ? new Estimate(Double.NaN, Double.NaN, Double.NaN) : fit.profile(c.term());
                json.put("or_lo_profile", Json.value(profile.low()));
                json.put("or_hi_profile", Json.value(profile.high()));
            }
            coefficients.add(json);
        }
        return coefficients;
    }

    private static Map<String, Object> fit(LogisticFit fit) {
        return Json.object("n", fit.design().size(), "events", fit.design().events(), "loglik", fit.logLikelihood(), "deviance", fit.deviance(), "null_deviance",
                fit.nullDeviance(), "aic", fit.aic(), "lr_chi2", fit.likelihoodRatio().chiSquare(), "lr_df", fit.design().variables().size());
    }

    private static Map<String, Object> backward(BackwardSelection selection) {
        Map<String, Object> json = Json.object("criterion", BackwardSelection.text(selection.criterion()), "candidates", selection.candidates());
        if (selection.elimination().isEmpty()) {
            json.put("problem", selection.problem().orElseThrow());
            return json;
        }
        BackwardElimination elimination = selection.elimination().get();
        json.put("n", elimination.fit().design().size());
        List<Object> steps = new ArrayList<>();
        for (BackwardElimination.Step step : elimination.steps()) {
            Map<String, Object> one = Json.object("model", step.model(), "deviance", step.deviance(), "aic", step.aic());
            Map<String, Object> wald = new LinkedHashMap<>();
            Map<String, Object> chi = new LinkedHashMap<>();
            Map<String, Object> p = new LinkedHashMap<>();
            step.waldP().forEach((variable, value) -> wald.put(variable, Json.value(value)));
            step.ratios().forEach((variable, ratio) -> {
                chi.put(variable, Json.value(ratio.chiSquare()));
                p.put(variable, Json.value(ratio.p()));
            });
            one.put("wald_p", wald);
            one.put("lr_chi2", chi);
            one.put("lr_p", p);
            one.put("removed", Json.value(step.removed()));
            if (step.entered() != null) one.put("entered", step.entered());
            steps.add(one);
        }
        json.put("steps", steps);
        json.put("final", Json.value(elimination.steps().get(elimination.steps().size() - 1).model()));
        json.put("final_coefficients", coefficients(elimination.fit(), false));
        json.put("final_fit", fit(elimination.fit()));
        separation(json, elimination.fit());
        return json;
    }

    private void calibration() {
        Map<String, Object> json = new LinkedHashMap<>();
        result.modelCalibration().ifPresent(c -> {
            Map<String, Object> model = new LinkedHashMap<>();
            hosmerLemeshow(model, c.calibration().hosmerLemeshow());
            model.put("brier", c.calibration().brier());
            model.put("decision_curve", decisions(c.decisions()));
            json.put(c.subset().key() + "_multivariable", model);
        });
        result.validation().flatMap(Validation::calibration).ifPresent(c -> {
            double[] line = GlmOfR.line(c.logOdds(), c.events());
            Map<String, Object> score = Json.object("brier", c.calibration().brier(), "calibration_slope", line[1], "calibration_intercept_joint", line[0],
                    "calibration_in_the_large", GlmOfR.intercept(c.logOdds(), c.events()), "decision_curve", decisions(c.decisions()));
            json.put(c.subset().key() + "_rscore", score);
        });
        files.put("calibration.json", Json.text(json));
    }

    private static void hosmerLemeshow(Map<String, Object> json, HosmerLemeshow test) {
        json.put("hosmer_lemeshow_10", Json.object("chi2", test.chiSquare(), "df", test.df(), "p", test.p(), "groups",
                test.groups().stream().map(g -> Json.object("n", g.n(), "observed", g.observed(), "expected", g.expected())).toList()));
    }

    private static List<Object> decisions(DecisionCurve curve) {
        List<Object> points = new ArrayList<>();
        curve.points().forEach(p -> points.add(Json.object("threshold", p.threshold(), "net_benefit_model", p.model(), "net_benefit_all", p.all(), "net_benefit_none",
                0)));
        return points;
    }
}
