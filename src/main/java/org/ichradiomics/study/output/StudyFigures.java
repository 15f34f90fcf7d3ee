package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
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
import org.ichradiomics.stats.Coefficient;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.DecisionCurve;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.CombinedModel;
import org.ichradiomics.study.Effect;
import org.ichradiomics.study.Endpoint;
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.ScoreTable;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Validation;
import org.ichradiomics.study.Variable;

/**
 * The figures of a study: 3 and 4 as in Zhan et al., and calibration, decision curves, scores by group, odds ratios and
 * nomogram.
 */
public final class StudyFigures {

    /** Thresholds of a decision curve that is drawn: 1 % to 50 %. */
    private static final double[] THRESHOLDS =
            IntStream.rangeClosed(1, 50).mapToDouble(i -> i / 100.0).toArray();

    /** Characters of a model's name that fit above a figure or into its legend. */
    private static final int LONGEST_NAME = 30;

    private final StudyResult result;
    private final Cohort cohort;
    private final List<Named> figures = new ArrayList<>();

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
    }

    /** All that the study has, in the order of a paper. */
    public static List<Named> of(StudyResult result) {
        StudyFigures figures = new StudyFigures(result);
        figures.selection();
        figures.curves();
        figures.scores();
        figures.calibration();
        figures.decisions();
        figures.models();
        return List.copyOf(figures.figures);
    }

    private void add(String key, String caption, Figure figure) {
        figures.add(new Named(key, caption, figure));
    }

    private void selection() {
        result.selection().ifPresent(s -> {
            if (s.auc().measure() == CvMeasure.AUC) {
                add(
                        "cv_auc",
                        "Cross-validated AUC (mean ± standard error) against log λ; dashed: λ of the best mean, and the largest within one standard error.",
                        CrossValidationFigure.of("Cross-validation, AUC", s.auc(), s.path()));
            }
            add(
                    "cv_deviance",
                    "Cross-validated deviance (mean ± standard error) against log λ.",
                    CrossValidationFigure.of("Cross-validation, deviance", s.deviance(), s.path()));
            add(
                    "lasso_paths",
                    "Coefficients of the standardised features against log λ.",
                    PathFigure.of(
                            "LASSO coefficients",
                            s.path(),
                            s.decisive(),
                            s.choice().k()));
        });
    }

    private void curves() {
        if (result.validation().isEmpty()) return;
        Validation v = result.validation().get();
        roc(
                "roc",
                "ROC curves of the score for " + cohort.outcome().rule().event() + "; marked: the cutoff.",
                cohort.outcome(),
                List.of(Subset.TRAINING, Subset.TEST),
                v.cutoff());
        List<String> volumes = Stream.concat(cohort.middle().stream(), cohort.small().stream())
                .map(Subset::key)
                .toList();
        roc(
                "roc_volumes",
                "ROC curves of the score for " + cohort.outcome().rule().event() + " by baseline volume.",
                cohort.outcome(),
                volumes,
                v.cutoff());
        cohort.second()
                .ifPresent(second -> roc(
                        "roc_" + second.rule().key(),
                        "ROC curves of the score for " + second.rule().variable() + ".",
                        second,
                        Stream.concat(Stream.of(Subset.ALL), volumes.stream()).toList(),
                        Double.NaN));
        result.combined().forEach(this::combined);
    }

    private void combined(CombinedModel models) {
        String name = models.combined().name();
        models.parts()
                .forEach(part -> add(
                        "roc_models_" + part.subset().key() + models.combined().tail(),
                        "Clinical model, score, and both, in "
                                + part.subset().title().toLowerCase(Locale.ROOT)
                                + (name.isEmpty() ? "" : ", of the model with " + name)
                                + "; coefficients fitted in training"
                                + (models.isFirth() ? " by Firth's penalised likelihood." : "."),
                        RocFigure.of(
                                "Models, " + part.subset().title(),
                                List.of(
                                        new RocFigure.Cohort("Combined", part.combined(), Double.NaN),
                                        new RocFigure.Cohort("Score", part.score(), Double.NaN),
                                        new RocFigure.Cohort("Clinical", part.clinical(), Double.NaN)))));
    }

    private void roc(String key, String caption, Endpoint endpoint, List<String> subsets, double cutoff) {
        List<RocFigure.Cohort> cohorts = new ArrayList<>();
        for (String subset : subsets) {
            result.validation()
                    .orElseThrow()
                    .curve(endpoint, subset)
                    .ifPresent(c -> cohorts.add(new RocFigure.Cohort(
                            c.subset().title(), c.roc(), Double.isFinite(cutoff) ? cutoff : Double.NaN)));
        }
        if (!cohorts.isEmpty())
            add(key, caption, RocFigure.of("ROC curves, " + endpoint.rule().event(), cohorts));
    }

    private void scores() {
        if (result.scores().isEmpty() || result.validation().isEmpty()) return;
        double[] scores = result.scores().get().score();
        List<ScoreFigure.Group> groups = new ArrayList<>();
        for (String key : cohort.split().isDivided() ? List.of(Subset.TRAINING, Subset.TEST) : List.of(Subset.ALL)) {
            Subset subset = cohort.subset(key).orElseThrow();
            group(
                    groups,
                    cohort.outcome().rule().event(),
                    subset,
                    cohort.outcome().with(subset.cases(), true),
                    scores);
            group(
                    groups,
                    cohort.outcome().rule().other(),
                    subset,
                    cohort.outcome().with(subset.cases(), false),
                    scores);
        }
        if (groups.isEmpty()) return;
        add(
                "scores",
                "Scores by outcome; boxes: quartiles, whiskers up to 1.5 box lengths; dashed: the cutoff.",
                ScoreFigure.of(
                        "Scores by outcome",
                        "R-score",
                        groups,
                        Double.isFinite(result.validation().get().cutoff())
                                ? result.validation().get().cutoff()
                                : Double.NaN));
    }

    private static void group(
            List<ScoreFigure.Group> groups, String name, Subset subset, int[] cases, double[] scores) {
        double[] known = Arrays.stream(Subset.take(scores, cases))
                .filter(Double::isFinite)
                .toArray();
        if (known.length > 0) groups.add(new ScoreFigure.Group(name, subset.title(), known));
    }

    private void calibration() {
        List<CalibrationFigure.Cohort> cohorts = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        result.calibrations().stream().filter(c -> hasGroups(c.calibrated())).forEach(c -> {
            String name = c.model().name().isEmpty() ? "" : " (" + c.model().name() + ")";
            cohorts.add(groups(
                    "Model" + (c.model().name().length() > LONGEST_NAME ? " " + (cohorts.size() + 1) : name),
                    c.calibrated()));
            shown.add("the multivariable model" + name + " in the cases that it was fitted to");
        });
        result.validation()
                .flatMap(Validation::calibration)
                .filter(StudyFigures::hasGroups)
                .ifPresent(c -> {
                    cohorts.add(groups("Score", c));
                    shown.add("the score in " + c.subset().title().toLowerCase(Locale.ROOT));
                });
        if (!cohorts.isEmpty()) {
            add(
                    "calibration",
                    "Observed against predicted events in groups of rising probability, with 95 % intervals, of "
                            + String.join(" and of ", shown) + "; dashed: perfect calibration.",
                    CalibrationFigure.of("Calibration", cohorts));
        }
    }

    private static CalibrationFigure.Cohort groups(String of, Validation.Calibrated calibrated) {
        return new CalibrationFigure.Cohort(
                of + ", " + calibrated.subset().title(),
                calibrated.calibration().hosmerLemeshow());
    }

    private static boolean hasGroups(Validation.Calibrated c) {
        return !c.calibration().hosmerLemeshow().groups().isEmpty();
    }

    private void decisions() {
        result.validation()
                .flatMap(Validation::calibration)
                .ifPresent(c -> add(
                        "decision_score",
                        "Net benefit of acting by the score's probability in "
                                + c.subset().title().toLowerCase(Locale.ROOT) + ".",
                        DecisionFigure.of(
                                "Decision curve, " + c.subset().title(),
                                List.of(new DecisionFigure.Model("Score", curve(c.logOdds(), c.events()))))));
        result.combined().forEach(this::decisions);
    }

    /** Not of Firth's likelihood, which draws probabilities towards ½. */
    private void decisions(CombinedModel models) {
        if (models.isFirth()) return;
        int[] cases = models.combined().complete();
        boolean[] events = models.combined().endpoint().events(cases);
        double[] with = models.combined().logOdds(cases);
        double[] without = models.clinical().logOdds(cases);
        if (!Arrays.stream(with).allMatch(Double::isFinite)
                || !Arrays.stream(without).allMatch(Double::isFinite)) return;
        String name = models.combined().name();
        add(
                "decision_models" + models.combined().tail(),
                "Net benefit of acting by the clinical and the combined model in training"
                        + (name.isEmpty() ? "." : ", of the model with " + name + "."),
                DecisionFigure.of(
                        "Decision curves of the models",
                        List.of(
                                new DecisionFigure.Model("Combined", curve(with, events)),
                                new DecisionFigure.Model("Clinical", curve(without, events)))));
    }

    private static DecisionCurve curve(double[] logOdds, boolean[] events) {
        return DecisionCurve.of(
                Arrays.stream(logOdds).map(ScoreTable::probability).toArray(), events, THRESHOLDS);
    }

    private void models() {
        result.models().stream().filter(model -> model.fit().isPresent()).forEach(this::oddsRatios);
        result.calibrations()
                .forEach(c -> add(
                        "nomogram" + c.model().tail(),
                        "Nomogram of the model of the training"
                                + (c.model().name().isEmpty()
                                        ? ""
                                        : " with " + c.model().name())
                                + ": the points of all variables are added, and the sum read as a probability. Research use only.",
                        nomogram(c.model())));
    }

    private void oddsRatios(Regression model) {
        List<Effect> effects =
                model.terms().stream().map(term -> model.effect(term.name())).toList();
        if (effects.stream().noneMatch(Effect::isEstimable)) return;
        List<ForestFigure.Row> rows = IntStream.range(0, effects.size())
                .mapToObj(t -> new ForestFigure.Row(
                        model.terms().get(t).label(), effects.get(t).ratio()))
                .toList();
        add(
                "odds_ratios_" + model.key(),
                "Odds ratios of the model of " + model.title()
                        + (model.firth().isPresent()
                                ? ", by Firth's penalised likelihood with profile 95 % intervals, as variables divide the outcomes."
                                : ", with Wald's 95 % intervals."),
                ForestFigure.of(
                        "Odds ratios, " + model.endpoint().rule().event() + ", "
                                + model.subset().title()
                                + (model.name().isEmpty() || model.name().length() > LONGEST_NAME
                                        ? ""
                                        : ", " + model.name())
                                + (model.firth().isPresent() ? " (Firth)" : ""),
                        rows));
    }

    private Figure nomogram(Regression model) {
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
        return new Nomogram(
                        coefficients.get(0).beta(),
                        variables,
                        cohort.outcome().rule().event())
                .figure("Nomogram");
    }
}
