package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.PValue;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.stats.TestRule;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.ReaderAgreement;
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.RequiredCases;
import org.ichradiomics.study.Selection;
import org.ichradiomics.study.SplitRule;
import org.ichradiomics.study.StudyPlan;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Validation;
import org.ichradiomics.text.English;
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
        result.selection()
                .ifPresent(selection ->
                        paragraphs.add(methods.robustness() + methods.agreement() + methods.selection(selection)));
        result.validation().ifPresent(validation -> paragraphs.add(methods.validation(validation)));
        result.sizes().ifPresent(sizes -> paragraphs.add(methods.honest()));
        paragraphs.add(methods.regression());
        return paragraphs;
    }

    private String cohort() {
        int all = cohort.size();
        int events =
                cohort.outcome().count(cohort.subset(Subset.ALL).orElseThrow().cases());
        String second = cohort.second()
                .map(one -> " The second outcome was " + one.rule().variable() + ", defined as "
                        + definition(one.rule()) + ".")
                .orElse("");
        return English.counted(all, "case") + " with a known outcome were analysed, of which " + events + " ("
                + Words.percent(100.0 * events / all) + " %) had "
                + cohort.outcome().rule().event()
                + ", defined as " + definition(cohort.outcome().rule()) + "." + second + split()
                + " Missing values were left out variable by variable, and case by case in regressions. Statistics "
                + "were computed by " + Version.NAME + ".";
    }

    private String split() {
        if (!cohort.split().isDivided()) return "";
        int[] training = cohort.split().training();
        String tests = cohort.split().tests().stream()
                .map(test -> test.size() + " for " + Words.small(test) + " ("
                        + cohort.outcome().count(test.cases()) + " events)")
                .collect(Collectors.joining(", "));
        return " They were divided into " + training.length + " for training ("
                + cohort.outcome().count(training) + " events) and " + tests + splitBy() + ".";
    }

    private String splitBy() {
        if (plan.split() instanceof SplitRule.Column column) return " as the column \"" + column.column() + "\" says";
        if (plan.split() instanceof SplitRule.None) return ", each from tables of its own";
        SplitRule.Random random = (SplitRule.Random) plan.split();
        return " at random " + (random.stratified() ? "within each outcome " : "") + "(share of training "
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

    private String robustness() {
        return result.sturdy()
                .map(sturdy ->
                        "Features were measured again under small changes of contour and image (image perturbation "
                                + "after Zwanenburg 2019, with a rank-based random contour): "
                                + StudyTables.summary(sturdy)
                                + (sturdy.isFilter() ? " The others were left out before selection. " : " "))
                .orElse("");
    }

    private String agreement() {
        if (result.agreement().isEmpty()) return "";
        ReaderAgreement agreement = result.agreement().get();
        return "Reproducibility of the features was assessed in "
                + agreement.cases().size()
                + " cases measured by two readers, by ICC(" + agreement.form().text()
                + ") with 95 % confidence intervals (McGraw and Wong): " + StudyTables.summary(agreement)
                + (plan.agreement().filter() ? " Only these went on. " : " It did not select features. ");
    }

    private String selection(Selection s) {
        StudyPlan.Lasso lasso = plan.lasso();
        String penalty =
                lasso.alpha() == 1 ? "LASSO penalty" : "elastic-net penalty (α = " + Words.setting(lasso.alpha()) + ")";
        String folds = result.inputs().folds().isPresent()
                ? "with given folds"
                : (lasso.stratified() ? "with folds stratified by outcome" : "with random folds") + " (seed "
                        + plan.seed() + ")";
        int terms = s.model().terms().size();
        return harmonisation() + "Of " + cohort.features().orElseThrow().names().size()
                + " features, those that differed between "
                + cohort.outcome().rule().event() + " and "
                + cohort.outcome().rule().other()
                + " in training with p < " + Words.setting(plan.filter().p()) + " (" + tests()
                + (plan.filter().fdr() ? "; Benjamini–Hochberg" : "; no correction for multiple testing")
                + ") were kept: " + result.filter().orElseThrow().selected().length
                + ". They were standardised by mean and SD of the training cases and entered into logistic regression "
                + "with " + penalty + ", solved for " + s.path().size()
                + " λ until the optimality conditions held to 10⁻¹⁰. λ was chosen by "
                + s.folds().count()
                + "-fold cross-validation " + folds + ": the " + chosenBy(s) + " (λ = "
                + Words.number(s.model().lambda()) + ", number " + s.choice().k() + "). "
                + English.counted(terms, "feature")
                + (terms == 1 ? " had a coefficient other than 0" : " had coefficients other than 0")
                + (terms == 0 ? "." : ": " + formula(s) + ".");
    }

    private String harmonisation() {
        return plan.harmonisation()
                .map(h -> "Features were harmonised by \"" + h.by() + "\" with ComBat ("
                        + (h.empiricalBayes()
                                ? "parametric empirical Bayes"
                                : "shift and scale of each feature by itself")
                        + h.referenceBatch()
                                .map(batch -> ", like batch " + batch)
                                .orElse("")
                        + (h.covariates().isEmpty()
                                ? ""
                                : ", keeping the effects of " + String.join(", ", h.covariates()))
                        + "), learnt on the training cases alone and anew on every other draw of them. ")
                .orElse("");
    }

    private static String formula(Selection s) {
        return s.model().terms().stream()
                .map(term -> (term.beta() < 0 ? " − " : " + ") + Words.fixed(Math.abs(term.beta()), 3) + " · z("
                        + term.feature() + ")")
                .collect(Collectors.joining("", "R = " + Words.fixed(s.model().intercept(), 3), ""));
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
        String t = "t-test, of Welch where Levene's p < 0.05";
        String rank = "Mann–Whitney test, " + rank(plan.filter().rank());
        return plan.filter().rule() == TestRule.PARAMETRIC
                ? t
                : plan.filter().rule() == TestRule.RANK
                        ? rank
                        : t + ", if Shapiro–Wilk's p was at least 0.05 in both groups, else " + rank;
    }

    /** Where the p of the rank tests comes from. */
    static String rank(MannWhitney.Method method) {
        String corrected = "asymptotic with corrections for ties and continuity";
        return switch (method) {
            case ASYMPTOTIC -> "asymptotic with correction for ties";
            case CONTINUITY_CORRECTED -> corrected;
            case EXACT, CONDITIONAL -> "exact, given the ties";
            case AS_R -> "exact below 50 values in both groups without ties, else " + corrected;
        };
    }

    private String validation(Validation v) {
        boolean given = plan.given().isPresent();
        String applied = given
                ? "The signature \"" + result.signature().orElseThrow().name() + "\" was applied without change. "
                : "";
        String training = v.curve(cohort.outcome(), Subset.TRAINING)
                .map(c -> ": " + auc(c) + " in " + c.subset().title().toLowerCase(Locale.ROOT))
                .orElse("");
        String test = cohort.tests().stream()
                .flatMap(part -> v.curve(cohort.outcome(), part.key()).stream())
                .map(c -> " and " + auc(c) + " in " + Words.small(c.subset()))
                .collect(Collectors.joining());
        String cutoff = Double.isFinite(v.cutoff())
                ? "The cutoff, " + Words.fixed(v.cutoff(), 3)
                        + (given
                                ? ", is the signature's own. "
                                : ", maximised Youden's index in training and was used unchanged elsewhere. ")
                : "";
        return applied
                + "Discrimination was measured by the area under the ROC curve (AUC) with DeLong's 95 % confidence "
                + "interval" + training + test + ". " + cutoff
                + English.capital(Performance.sentence()) + " are given with "
                + (plan.descriptives().intervals() == Proportion.WILSON ? "Wilson's" : "exact (Clopper–Pearson)")
                + " intervals."
                + v.parts().stream()
                        .filter(part ->
                                !cohort.split().isDivided() || part.subset().isTest())
                        .flatMap(part -> part.probabilities().stream())
                        .map(p -> " Calibration in "
                                + Words.small(p.calibrated().subset()) + ": "
                                + CalibrationNumber.sentence(p.calibrated().calibration()) + ".")
                        .collect(Collectors.joining());
    }

    private String honest() {
        String validated = result.internal()
                .map(found ->
                        "For internal validation the whole plan was done anew on other draws of the training cases. "
                                + HonestTables.how(found) + " AUC: " + HonestFindings.auc(found) + ". Nested, the "
                                + HonestFindings.Line.of(found).stream()
                                        .skip(1)
                                        .map(line -> line.measure().words() + " was "
                                                + HonestFindings.NESTED.cell().apply(line))
                                        .collect(Collectors.joining(", the "))
                                + ". "
                                + found.permutation()
                                        .map(p -> "Of " + p.shuffled().size() + " permutations of the outcomes, "
                                                + PValue.sentence(p.p()) + ". ")
                                        .orElse(""))
                .orElse("The plan was not validated on other draws of the training cases. ");
        return validated + result.sizes().map(Methods::sizes).orElse("");
    }

    private static String sizes(RequiredCases sizes) {
        return "A model of " + sizes.candidates().parameters() + " candidate features needs "
                + sizes.candidates().cases() + " cases (Riley; expected R² "
                + Words.fixed(sizes.candidates().r2(), 3) + "), where there were " + sizes.cases() + " with "
                + English.counted(sizes.events(), "event") + "."
                + sizes.terms()
                        .map(terms -> " Reckoned with the " + terms.parameters()
                                + " features of the signature alone, which is too kind, " + terms.cases() + ".")
                        .orElse("");
    }

    private static String auc(Validation.Curve curve) {
        return Words.share(curve.roc().auc().area());
    }

    private String regression() {
        return "Odds ratios are from logistic regression with Wald's 95 % intervals; cases with a missing value of the "
                + "model's variables are left out of it. " + references()
                + "Backward selection started from all candidates and removed one variable a step. Where variables "
                + "divide the outcomes, "
                + (plan.backward().firth()
                        ? "the whole model is given by Firth's penalised likelihood, with profile intervals and p of "
                                + "the penalised likelihood ratio" + byFirth() + "."
                        : "the odds ratio is said to be not estimable.")
                + " p < 0.05, two-sided, was called significant.";
    }

    /** The reference level of each variable that has levels; of the models where it is not the same in all. */
    private String references() {
        List<String> references = Stream.concat(result.univariable().stream(), result.models().stream())
                .flatMap(model -> model.terms().stream())
                .flatMap(term ->
                        term.contrast().stream().map(contrast -> term.variable() + " against " + contrast.reference()))
                .distinct()
                .toList();
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
