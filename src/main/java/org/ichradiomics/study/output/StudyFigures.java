package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.ichradiomics.figure.CalibrationFigure;
import org.ichradiomics.figure.CrossValidationFigure;
import org.ichradiomics.figure.DecisionFigure;
import org.ichradiomics.figure.Figure;
import org.ichradiomics.figure.ForestFigure;
import org.ichradiomics.figure.Nomogram;
import org.ichradiomics.figure.PathFigure;
import org.ichradiomics.figure.RocFigure;
import org.ichradiomics.figure.ScoreFigure;
import org.ichradiomics.figure.StabilityFigure;
import org.ichradiomics.stats.Coefficient;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.CombinedModel;
import org.ichradiomics.study.Effect;
import org.ichradiomics.study.Endpoint;
import org.ichradiomics.study.InternalValidation;
import org.ichradiomics.study.ModelCalibration;
import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.Selection;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Term;
import org.ichradiomics.study.Validation;
import org.ichradiomics.study.Variable;

/**
 * The figures of a study: 3 and 4 as in Zhan et al., and calibration, decision curves, scores by group, odds ratios and
 * nomogram.
 */
public final class StudyFigures {

    /** Characters of a model's name that fit above a figure or into its legend. */
    private static final int LONGEST_NAME = 30;

    /** More rows would not fit on a page. */
    private static final int MOST_FEATURES = 25;

    private final StudyResult result;
    private final Cohort cohort;
    private final String event;

    /**
     * A figure of the study.
     *
     * @param key of its files
     * @param caption what it shows, in a sentence
     */
    public record Named(String key, String caption, Figure figure) {}

    private StudyFigures(StudyResult result) {
        this.result = result;
        this.cohort = result.cohort();
        this.event = cohort.outcome().rule().event();
    }

    /** All that the study has, in the order of a paper. */
    public static List<Named> of(StudyResult result) {
        StudyFigures figures = new StudyFigures(result);
        Optional<Validation.Calibrated> calibration = result.validation().flatMap(Validation::calibration);
        return Stream.of(
                        result.selection().stream().flatMap(StudyFigures::selection),
                        result.internal().stream().flatMap(StudyFigures::stability),
                        result.internal().stream().flatMap(StudyFigures::honestCalibration),
                        result.validation().stream().flatMap(figures::curves),
                        result.combined().stream().flatMap(StudyFigures::curves),
                        result.validation().flatMap(figures::scores).stream(),
                        figures.calibration(calibration).stream(),
                        calibration.stream().map(StudyFigures::decisions),
                        result.validation().stream().flatMap(v -> PartFigures.of(v.parts())),
                        result.combined().stream().flatMap(StudyFigures::decisions),
                        result.models().stream().flatMap(model -> oddsRatios(model).stream()),
                        result.calibrations().stream().map(figures::nomogram))
                .flatMap(some -> some)
                .toList();
    }

    private static Stream<Named> selection(Selection s) {
        Named auc = new Named(
                "cv_auc",
                "Cross-validated AUC (mean ± standard error) against log λ; dashed: λ of the best mean, and the "
                        + "largest within one standard error.",
                CrossValidationFigure.of("Cross-validation, AUC", s.auc(), s.path()));
        Named deviance = new Named(
                "cv_deviance",
                "Cross-validated deviance (mean ± standard error) against log λ.",
                CrossValidationFigure.of("Cross-validation, deviance", s.deviance(), s.path()));
        Named paths = new Named(
                "lasso_paths",
                "Coefficients of the standardised features against log λ.",
                PathFigure.of(
                        "LASSO coefficients", s.path(), s.decisive(), s.choice().k()));
        return s.auc().measure() == CvMeasure.AUC ? Stream.of(auc, deviance, paths) : Stream.of(deviance, paths);
    }

    private static Stream<Named> stability(InternalValidation found) {
        List<StabilityFigure.Row> rows = found.stability().rows().stream()
                .limit(MOST_FEATURES)
                .map(row -> new StabilityFigure.Row(row.feature(), row.share(), row.inSignature()))
                .toList();
        String of = found.bootstrap().isPresent() ? "bootstrap draws" : "nested folds";
        return rows.isEmpty()
                ? Stream.empty()
                : Stream.of(new Named(
                        "stability",
                        "How often a feature is chosen where the whole plan is done anew on other draws of the cases "
                                + "(share of the " + of + "; the " + rows.size() + " most frequent).",
                        StabilityFigure.of("Choice of features", rows)));
    }

    private static Stream<Named> honestCalibration(InternalValidation found) {
        List<InternalValidation.Group> groups = found.nested().curve();
        return groups.isEmpty()
                ? Stream.empty()
                : Stream.of(new Named(
                        "calibration_honest",
                        "Observed against predicted events in groups of rising probability, predicted by models that "
                                + "had not seen the cases (nested cross-validation, mean over the repeats); dashed: "
                                + "perfect calibration.",
                        CalibrationFigure.ofMeans(
                                "Calibration, nested cross-validation",
                                "Score",
                                groups.stream()
                                        .mapToDouble(InternalValidation.Group::predicted)
                                        .toArray(),
                                groups.stream()
                                        .mapToDouble(InternalValidation.Group::observed)
                                        .toArray())));
    }

    private Stream<Named> curves(Validation v) {
        Endpoint outcome = cohort.outcome();
        List<String> parts = cohort.trainingAndTests().stream().map(Subset::key).toList();
        List<String> volumes = Stream.concat(cohort.middle().stream(), cohort.small().stream())
                .map(Subset::key)
                .toList();
        List<String> allAndVolumes =
                Stream.concat(Stream.of(Subset.ALL), volumes.stream()).toList();
        return Stream.of(
                        curves(v, outcome, "roc", event + "; marked: the cutoff.", parts),
                        curves(v, outcome, "roc_volumes", event + " by baseline volume.", volumes),
                        cohort.second().flatMap(second -> {
                            OutcomeRule rule = second.rule();
                            return curves(v, second, "roc_" + rule.key(), rule.variable() + ".", allAndVolumes);
                        }))
                .flatMap(Optional::stream);
    }

    /** Of the first outcome with the cutoff, which is its own. */
    private Optional<Named> curves(Validation v, Endpoint endpoint, String key, String of, List<String> subsets) {
        double cutoff = endpoint == cohort.outcome() ? marked(v.cutoff()) : Double.NaN;
        List<RocFigure.Cohort> cohorts = subsets.stream()
                .flatMap(subset -> v.curve(endpoint, subset).stream())
                .map(curve -> new RocFigure.Cohort(curve.subset().title(), curve.roc(), cutoff))
                .toList();
        String title = "ROC curves, " + endpoint.rule().event();
        return cohorts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Named(key, "ROC curves of the score for " + of, RocFigure.of(title, cohorts)));
    }

    /** A cutoff that can be drawn, or NaN. */
    private static double marked(double cutoff) {
        return Double.isFinite(cutoff) ? cutoff : Double.NaN;
    }

    private static Stream<Named> curves(CombinedModel models) {
        String fitted =
                "; coefficients fitted in training" + (models.isFirth() ? " by Firth's penalised likelihood." : ".");
        return models.parts().stream()
                .map(part -> new Named(
                        "roc_models_" + part.subset().key() + models.combined().tail(),
                        "Clinical model, score, and both, in " + small(part.subset()) + ofModelWith(models.combined())
                                + fitted,
                        RocFigure.of(
                                "Models, " + part.subset().title(),
                                List.of(
                                        new RocFigure.Cohort("Combined", part.combined(), Double.NaN),
                                        new RocFigure.Cohort("Score", part.score(), Double.NaN),
                                        new RocFigure.Cohort("Clinical", part.clinical(), Double.NaN)))));
    }

    private static String small(Subset subset) {
        return subset.title().toLowerCase(Locale.ROOT);
    }

    private static String ofModelWith(Regression model) {
        return model.name().isEmpty() ? "" : ", of the model with " + model.name();
    }

    private Optional<Named> scores(Validation v) {
        List<ScoreFigure.Group> groups = new ArrayList<>();
        for (Subset subset : cohort.split().isDivided()
                ? cohort.trainingAndTests()
                : cohort.subset(Subset.ALL).stream().toList()) {
            group(event, subset, true).ifPresent(groups::add);
            group(cohort.outcome().rule().other(), subset, false).ifPresent(groups::add);
        }
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new Named(
                        "scores",
                        "Scores by outcome; boxes: quartiles, whiskers up to 1.5 box lengths; dashed: the cutoff.",
                        ScoreFigure.of("Scores by outcome", "R-score", groups, marked(v.cutoff()))));
    }

    private Optional<ScoreFigure.Group> group(String name, Subset subset, boolean isEvent) {
        double[] scores = result.scores().orElseThrow().score();
        double[] known = Arrays.stream(Subset.take(scores, cohort.outcome().with(subset.cases(), isEvent)))
                .filter(Double::isFinite)
                .toArray();
        return known.length == 0 ? Optional.empty() : Optional.of(new ScoreFigure.Group(name, subset.title(), known));
    }

    private Optional<Named> calibration(Optional<Validation.Calibrated> ofScore) {
        List<CalibrationFigure.Cohort> cohorts = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        result.calibrations().stream().filter(c -> hasGroups(c.calibrated())).forEach(c -> {
            String name = c.model().name().isEmpty() ? "" : " (" + c.model().name() + ")";
            boolean isLong = c.model().name().length() > LONGEST_NAME;
            cohorts.add(groups("Model" + (isLong ? " " + (cohorts.size() + 1) : name), c.calibrated()));
            shown.add("the multivariable model" + name + " in the cases that it was fitted to");
        });
        ofScore.filter(StudyFigures::hasGroups).ifPresent(c -> {
            cohorts.add(groups("Score", c));
            shown.add("the score in " + small(c.subset()));
        });
        return cohorts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Named(
                        "calibration",
                        "Observed against predicted events in groups of rising probability, with 95 % intervals, of "
                                + String.join(" and of ", shown) + "; dashed: perfect calibration.",
                        CalibrationFigure.of("Calibration", cohorts)));
    }

    private static CalibrationFigure.Cohort groups(String of, Validation.Calibrated c) {
        return new CalibrationFigure.Cohort(
                of + ", " + c.subset().title(), c.calibration().hosmerLemeshow());
    }

    private static boolean hasGroups(Validation.Calibrated c) {
        return !c.calibration().hosmerLemeshow().groups().isEmpty();
    }

    private static Named decisions(Validation.Calibrated c) {
        return new Named(
                "decision_score",
                "Net benefit of acting by the score's probability in " + small(c.subset()) + ".",
                DecisionFigure.of(
                        "Decision curve, " + c.subset().title(),
                        List.of(new DecisionFigure.Model("Score", c.drawn()))));
    }

    private static Stream<Named> decisions(CombinedModel models) {
        return models.decisions().stream()
                .map(curves -> new Named(
                        "decision_models" + models.combined().tail(),
                        "Net benefit of acting by the clinical and the combined model in training"
                                + ofModelWith(models.combined()) + ".",
                        DecisionFigure.of(
                                "Decision curves of the models",
                                List.of(
                                        new DecisionFigure.Model("Combined", curves.combined()),
                                        new DecisionFigure.Model("Clinical", curves.clinical())))));
    }

    private static Optional<Named> oddsRatios(Regression model) {
        if (model.fit().isEmpty()) return Optional.empty();
        Function<Term, Effect> effect = term -> model.effect(term.name());
        if (model.terms().stream().map(effect).noneMatch(Effect::isEstimable)) return Optional.empty();
        boolean firth = model.firth().isPresent();
        boolean isShort = !model.name().isEmpty() && model.name().length() <= LONGEST_NAME;
        return Optional.of(new Named(
                "odds_ratios_" + model.key(),
                "Odds ratios of the model of " + model.title()
                        + (firth
                                ? ", by Firth's penalised likelihood with profile 95 % intervals, as variables divide "
                                        + "the outcomes."
                                : ", with Wald's 95 % intervals."),
                ForestFigure.of(
                        "Odds ratios, " + model.endpoint().rule().event() + ", "
                                + model.subset().title() + (isShort ? ", " + model.name() : "")
                                + (firth ? " (Firth)" : ""),
                        model.terms().stream()
                                .map(term -> new ForestFigure.Row(
                                        term.label(), effect.apply(term).ratio()))
                                .toList())));
    }

    private Named nomogram(ModelCalibration calibration) {
        Regression model = calibration.model();
        List<Coefficient> coefficients = model.reported().orElseThrow().coefficients();
        List<Nomogram.Variable> variables = new ArrayList<>();
        for (int t = 0; t < model.terms().size(); t++) {
            Variable column = model.terms().get(t).column();
            double[] values =
                    Arrays.stream(column.of(model.complete())).sorted().toArray();
            variables.add(new Nomogram.Variable(
                    model.terms().get(t).label(),
                    coefficients.get(t + 1).beta(),
                    values[0],
                    values[values.length - 1],
                    column.kind() == Variable.Kind.BINARY));
        }
        return new Named(
                "nomogram" + model.tail(),
                "Nomogram of the model of the training" + (model.name().isEmpty() ? "" : " with " + model.name())
                        + ": the points of all variables are added, and the sum read as a probability. Research use "
                        + "only.",
                new Nomogram(coefficients.get(0).beta(), variables, event).figure("Nomogram"));
    }
}
