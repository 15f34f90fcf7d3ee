package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ichradiomics.stats.Auc;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.stats.TestRule;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.Selection;
import org.ichradiomics.study.SplitRule;
import org.ichradiomics.study.StudyPlan;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Validation;
import org.ichradiomics.text.Version;

/** The methods and results of a study in words, with its numbers filled in: a draft for the paper. */
final class Methods {

    private final StudyResult result;
    private final StudyPlan plan;
    private final Cohort cohort;

    private Methods(StudyResult result) {
        this.result = result;
        this.plan = result.plan();
        this.cohort = result.cohort();
    }

    /** Paragraphs. */
    static List<String> of(StudyResult result) {
        Methods methods = new Methods(result);
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(methods.cohort());
        methods.selection().ifPresent(paragraphs::add);
        if (result.validation().isPresent()) paragraphs.add(methods.validation());
        paragraphs.add(methods.regression());
        return paragraphs;
    }

    private String cohort() {
        int all = cohort.size();
        int events =
                cohort.outcome().count(cohort.subset(Subset.ALL).orElseThrow().cases());
        StringBuilder text = new StringBuilder(Words.count(all, "case")
                + " with a known outcome were analysed, of which " + events + " (" + Words.percent(100.0 * events / all)
                + " %) had " + cohort.outcome().rule().event() + ", defined as "
                + definition(cohort.outcome().rule()) + ".");
        cohort.second()
                .ifPresent(second -> text.append(" The second outcome was ")
                        .append(second.rule().variable())
                        .append(", defined as ")
                        .append(definition(second.rule()))
                        .append("."));
        if (cohort.split().isDivided()) {
            int[] training = cohort.split().training();
            int[] test = cohort.split().test();
            text.append(" They were divided into ")
                    .append(training.length)
                    .append(" for training (")
                    .append(cohort.outcome().count(training))
                    .append(" events) and ")
                    .append(test.length)
                    .append(" for test (")
                    .append(cohort.outcome().count(test))
                    .append(" events) ")
                    .append(splitBy())
                    .append(".");
        }
        text.append(
                        " Missing values were left out variable by variable, and case by case in regressions. Statistics were computed by ")
                .append(Version.NAME)
                .append(".");
        return text.toString();
    }

    private String splitBy() {
        if (plan.split() instanceof SplitRule.Column column) return "as the column \"" + column.column() + "\" says";
        SplitRule.Random random = (SplitRule.Random) plan.split();
        return "at random " + (random.stratified() ? "within each outcome " : "") + "(share of training "
                + Words.setting(random.share()) + ", seed " + plan.seed() + ")";
    }

    private static String definition(OutcomeRule rule) {
        if (rule.source() instanceof OutcomeRule.Expansion e) {
            String sign = e.strict() ? " > " : " ≥ ";
            return "growth of the haematoma" + sign + Words.setting(100 * e.relative()) + " % or" + sign
                    + Words.setting(e.absolute()) + " mL";
        }
        if (rule.source() instanceof OutcomeRule.Limit limit)
            return limit.column() + (limit.atMost() ? " ≤ " : " ≥ ") + Words.setting(limit.limit());
        OutcomeRule.Column column = (OutcomeRule.Column) rule.source();
        return column.column() + " = "
                + (column.values().isEmpty() ? "1 or yes" : String.join(" or ", column.values()));
    }

    private Optional<String> selection() {
        if (result.selection().isEmpty()) return Optional.empty();
        Selection s = result.selection().get();
        int features = cohort.features().orElseThrow().names().size();
        StringBuilder text = new StringBuilder();
        result.agreement()
                .ifPresent(a -> text.append("Reproducibility of the features was assessed in ")
                        .append(a.cases().size())
                        .append(" cases measured by two readers, by ICC(")
                        .append(a.form().text())
                        .append(") with 95 % confidence intervals (McGraw and Wong): ")
                        .append(StudyTables.summary(a))
                        .append(plan.agreement().filter() ? " Only these went on. " : " It did not select features. "));
        text.append("Of ")
                .append(features)
                .append(" features, those that differed between ")
                .append(cohort.outcome().rule().event())
                .append(" and ")
                .append(cohort.outcome().rule().other())
                .append(" in training with p < ")
                .append(Words.setting(plan.filter().p()))
                .append(" (")
                .append(tests())
                .append(plan.filter().fdr() ? "; Benjamini–Hochberg" : "; no correction for multiple testing")
                .append(") were kept: ")
                .append(result.filter().orElseThrow().selected().length)
                .append(
                        ". They were standardised by mean and SD of the training cases and entered into logistic regression with ")
                .append(
                        plan.lasso().alpha() == 1
                                ? "LASSO penalty"
                                : "elastic-net penalty (α = "
                                        + Words.setting(plan.lasso().alpha()) + ")")
                .append(", solved for ")
                .append(s.path().size())
                .append(" λ until the optimality conditions held to 10⁻¹⁰. λ was chosen by ")
                .append(s.folds().count())
                .append("-fold cross-validation ")
                .append(
                        result.inputs().folds().isPresent()
                                ? "with given folds"
                                : (plan.lasso().stratified() ? "with folds stratified by outcome" : "with random folds")
                                        + " (seed " + plan.seed() + ")")
                .append(": the ")
                .append(chosenBy(s))
                .append(" (λ = ")
                .append(Words.number(s.model().lambda()))
                .append(", number ")
                .append(s.choice().k())
                .append("). ")
                .append(Words.count(s.model().terms().size(), "feature"))
                .append(
                        s.model().terms().size() == 1
                                ? " had a coefficient other than 0"
                                : " had coefficients other than 0")
                .append(s.model().terms().isEmpty() ? "." : ": " + formula(s) + ".");
        return Optional.of(text.toString());
    }

    private static String formula(Selection s) {
        StringBuilder formula = new StringBuilder("R = " + Words.fixed(s.model().intercept(), 3));
        s.model()
                .terms()
                .forEach(term -> formula.append(term.beta() < 0 ? " − " : " + ")
                        .append(Words.fixed(Math.abs(term.beta()), 3))
                        .append(" · z(")
                        .append(term.feature())
                        .append(")"));
        return formula.toString();
    }

    private String chosenBy(Selection s) {
        String best = s.choice().measure() == CvMeasure.AUC
                ? "λ with the largest mean AUC"
                : "λ with the smallest mean deviance";
        return plan.lasso().choice() == StudyPlan.Choice.MIN
                ? best
                : "largest λ within one standard error of the " + best;
    }

    private String tests() {
        if (plan.filter().rule() == TestRule.PARAMETRIC) return "t-test, of Welch where Levene's p < 0.05";
        String rank = "Mann–Whitney test, " + rank(plan.filter().rank());
        return plan.filter().rule() == TestRule.RANK
                ? rank
                : "t-test, of Welch where Levene's p < 0.05, if Shapiro–Wilk's p was at least 0.05 in both groups, else "
                        + rank;
    }

    /** Where the p of the rank tests comes from. */
    static String rank(MannWhitney.Method method) {
        return switch (method) {
            case ASYMPTOTIC -> "asymptotic with correction for ties";
            case CONTINUITY_CORRECTED -> "asymptotic with corrections for ties and continuity";
            case EXACT, CONDITIONAL -> "exact, given the ties";
            case AS_R ->
                "exact below 50 values in both groups without ties, else asymptotic with corrections for ties and continuity";
        };
    }

    private String validation() {
        Validation v = result.validation().orElseThrow();
        StringBuilder text = new StringBuilder();
        if (plan.given().isPresent())
            text.append("The signature \"")
                    .append(result.signature().orElseThrow().name())
                    .append("\" was applied without change. ");
        text.append(
                "Discrimination was measured by the area under the ROC curve (AUC) with DeLong's 95 % confidence interval");
        v.curve(cohort.outcome(), Subset.TRAINING)
                .ifPresent(c -> text.append(": ")
                        .append(auc(c))
                        .append(" in ")
                        .append(c.subset().title().toLowerCase(Locale.ROOT)));
        v.curve(cohort.outcome(), Subset.TEST)
                .ifPresent(c -> text.append(" and ").append(auc(c)).append(" in test"));
        text.append(". ");
        if (Double.isFinite(v.cutoff())) {
            text.append("The cutoff, ")
                    .append(Words.fixed(v.cutoff(), 3))
                    .append(
                            plan.given().isPresent()
                                    ? ", is the signature's own. "
                                    : ", maximised Youden's index in training and was used unchanged elsewhere. ");
        }
        text.append("Sensitivity, specificity, predictive values and accuracy are given with ")
                .append(plan.descriptives().intervals() == Proportion.WILSON ? "Wilson's" : "exact (Clopper–Pearson)")
                .append(" intervals.");
        v.calibration().ifPresent(c -> text.append(calibration(c)));
        return text.toString();
    }

    private static String calibration(Validation.Calibrated c) {
        Estimate slope = c.calibration().within();
        String interval = " (" + Words.fixed(slope.low(), 2) + " to " + Words.fixed(slope.high(), 2) + ")";
        return " Calibration in " + c.subset().title().toLowerCase(Locale.ROOT) + ": "
                + (Double.isNaN(slope.value())
                        ? "no slope can be had, "
                        : "slope " + Words.fixed(slope.value(), 2) + interval + ", ")
                + "intercept " + Words.fixed(c.calibration().inTheLarge(), 2)
                + " (slope 1), Brier score " + Words.fixed(c.calibration().brier(), 3) + ".";
    }

    private static String auc(Validation.Curve curve) {
        Auc auc = curve.roc().auc();
        return Words.share(auc.area());
    }

    private String regression() {
        return "Odds ratios are from logistic regression with Wald's 95 % intervals; cases with a missing value of the model's variables are left out of it. "
                + references()
                + "Backward selection started from all candidates and removed one variable a step. Where variables divide the outcomes, "
                + (plan.backward().firth()
                        ? "the whole model is given by Firth's penalised likelihood, with profile intervals and p of the penalised "
                                + "likelihood ratio" + byFirth() + "."
                        : "the odds ratio is said to be not estimable.")
                + " p < 0.05, two-sided, was called significant.";
    }

    /** The reference level of each variable that has levels; of the models where it is not the same in all. */
    private String references() {
        Set<String> references = new LinkedHashSet<>();
        Stream.concat(result.univariable().stream(), result.models().stream())
                .flatMap(model -> model.terms().stream())
                .forEach(term -> term.contrast()
                        .ifPresent(contrast -> references.add(term.variable() + " against " + contrast.reference())));
        return references.isEmpty()
                ? ""
                : "Levels are held against a reference level: " + String.join(", ", references) + ". ";
    }

    private String byFirth() {
        List<String> models = result.models().stream()
                .filter(model -> model.firth().isPresent())
                .map(Regression::title)
                .toList();
        return models.isEmpty() ? "" : " (here: " + String.join("; ", models) + ")";
    }
}
