package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
import org.ichradiomics.stats.LogisticFit;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.Endpoint;
import org.ichradiomics.study.Regression;
import org.ichradiomics.study.ScoreTable;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Validation;
import org.ichradiomics.study.Variable;

/** The figures of a study: 3 and 4 as in Zhan et al., and calibration, decision curves, scores by group, odds ratios and nomogram. */
public final class StudyFigures {

    /** Thresholds of a decision curve that is drawn: 1 % to 50 %. */
    private static final double[] THRESHOLDS = IntStream.rangeClosed(1, 50).mapToDouble(i -> i / 100.0).toArray();

    private final StudyResult result;
    private final Cohort cohort;
    private final List<Named> figures = new ArrayList<>();

    /**
     * A figure of the study.
     *
     * @param key     of its files
     * @param caption what it shows, in a sentence
     */
    public record Named(String key, String caption, Figure figure) {
    }

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
                add("cv_auc", "Cross-validated AUC (mean ± standard error) against log λ; dashed: λ of the best mean, and the largest within one standard error.",
                        CrossValidationFigure.of("Cross-validation, AUC", s.auc(), s.path()));
            }
            add("cv_deviance", "Cross-validated deviance (mean ± standard error) against log λ.",
                    CrossValidationFigure.of("Cross-validation, deviance", s.deviance(), s.path()));
            add("lasso_paths", "Coefficients of the standardised features against log λ.", PathFigure.of("LASSO coefficients", s.path(), s.decisive(), s.choice().k()));
        });
    }

    private void curves() {
        if (result.validation().isEmpty()) return;
        Validation v = result.validation().get();
        roc("roc", "ROC curves of the score for " + cohort.outcome().rule().event() + "; marked: the cutoff.", cohort.outcome(),
                List.of(Subset.TRAINING, Subset.TEST), v.cutoff());
        List<String> volumes = Stream.concat(cohort.middle().stream(), cohort.small().stream()).map(Subset::key).toList();
        roc("roc_volumes", "ROC curves of the score for " + cohort.outcome().rule().event() + " by baseline volume.", cohort.outcome(), volumes, v.cutoff());
        cohort.second().ifPresent(second -> roc("roc_" + second.rule().key(), "ROC curves of the score for " + second.rule().variable() + ".", second,
                Stream.concat(Stream.of(Subset.ALL), volumes.stream()).toList(), Double.NaN));
        result.combined().ifPresent(models -> models.parts().forEach(part -> add("roc_models_" + part.subset().key(),
                "Clinical model, score, and both, in " + part.subset().title().toLowerCase(Locale.ROOT) + "; coefficients fitted in training.",
                RocFigure.of("Models, " + part.subset().title(), List.of(new RocFigure.Cohort("Combined", part.combined(), Double.NaN),
                        new RocFigure.Cohort("Score", part.score(), Double.NaN), new RocFigure.Cohort("Clinical", part.clinical(), Double.NaN))))));
    }

    private void roc(String key, String caption, Endpoint endpoint, List<String> subsets, double cutoff) {
        List<RocFigure.Cohort> cohorts = new ArrayList<>();
        for (String subset : subsets) {
            result.validation().orElseThrow().curve(endpoint, subset).ifPresent(c -> cohorts.add(new RocFigure.Cohort(c.subset().title(), c.roc(),
                    Double.isFinite(cutoff) ? cutoff : Double.NaN)));
        }
        if (!cohorts.isEmpty()) add(key, caption, RocFigure.of("ROC curves, " + endpoint.rule().event(), cohorts));
    }

    private void scores() {
        if (result.scores().isEmpty() || result.validation().isEmpty()) return;
        double[] scores = result.scores().get().score();
        List<ScoreFigure.Group> groups = new ArrayList<>();
        for (String key : cohort.split().isDivided() ? List.of(Subset.TRAINING, Subset.TEST) : List.of(Subset.ALL)) {
            Subset subset = cohort.subset(key).orElseThrow();
            group(groups, cohort.outcome().rule().event(), subset, cohort.outcome().with(subset.cases(), true), scores);
            group(groups, cohort.outcome().rule().other(), subset, cohort.outcome().with(subset.cases(), false), scores);
        }
        if (groups.isEmpty()) return;
        add("scores", "Scores by outcome; boxes: quartiles, whiskers up to 1.5 box lengths; dashed: the cutoff.",
                ScoreFigure.of("Scores by outcome", "R-score", groups, Double.isFinite(result.validation().get().cutoff()) ? result.validation().get().cutoff() : Double.NaN));
    }

    private static void group(List<ScoreFigure.Group> groups, String name, Subset subset, int[] cases, double[] scores) {
        double[] known = Arrays.stream(Subset.take(scores, cases)).filter(Double::isFinite).toArray();
        if (known.length > 0) groups.add(new ScoreFigure.Group(name, subset.title(), known));
    }

    private void calibration() {
        List<CalibrationFigure.Cohort> cohorts = new ArrayList<>();
        result.modelCalibration().filter(StudyFigures::hasGroups)
                .ifPresent(c -> cohorts.add(new CalibrationFigure.Cohort("Model, " + c.subset().title(), c.calibration().hosmerLemeshow())));
        result.validation().flatMap(Validation::calibration).filter(StudyFigures::hasGroups)
                .ifPresent(c -> cohorts.add(new CalibrationFigure.Cohort("Score, " + c.subset().title(), c.calibration().hosmerLemeshow())));
        if (!cohorts.isEmpty()) {
            add("calibration", "Observed against predicted events in groups of rising probability, with 95 % intervals; dashed: perfect calibration.",
                    CalibrationFigure.of("Calibration", cohorts));
        }
    }

    private static boolean hasGroups(Validation.Calibrated c) {
        return !c.calibration().hosmerLemeshow().groups().isEmpty();
    }

    private void decisions() {
        result.validation().flatMap(Validation::calibration).ifPresent(c -> add("decision_score", "Net benefit of acting by the score's probability in "
                + c.subset().title().toLowerCase(Locale.ROOT) + ".", DecisionFigure.of("Decision curve, " + c.subset().title(),
                        List.of(new DecisionFigure.Model("Score", curve(c.logOdds(), c.events()))))));
        result.combined().ifPresent(models -> {
            int[] cases = models.combined().complete();
            boolean[] events = models.combined().endpoint().events(cases);
            double[] with = models.combined().logOdds(cases);
            double[] without = models.clinical().logOdds(cases);
            if (!Arrays.stream(with).allMatch(Double::isFinite) || !Arrays.stream(without).allMatch(Double::isFinite)) return;
            add("decision_models", "Net benefit of acting by the clinical and the combined model in training.", DecisionFigure.of("Decision curves of the models",
                    List.of(new DecisionFigure.Model("Combined", curve(with, events)), new DecisionFigure.Model("Clinical", curve(without, events)))));
        });
    }

    private static DecisionCurve curve(double[] logOdds, boolean[] events) {
        return DecisionCurve.of(Arrays.stream(logOdds).map(ScoreTable::probability).toArray(), events, THRESHOLDS);
    }

    private void models() {
        for (Regression model : result.models()) {
            if (model.fit().isEmpty()) continue;
            LogisticFit fit = model.fit().get();
            List<ForestFigure.Row> rows = new ArrayList<>();
            for (Variable variable : model.variables()) rows.add(new ForestFigure.Row(variable.label(), fit.coefficient(variable.name()).oddsRatio()));
            if (rows.stream().anyMatch(row -> Double.isFinite(row.oddsRatio().value()))) {
                add("odds_ratios_" + model.key(), "Odds ratios of the model of " + model.endpoint().rule().event() + " in " + model.subset().title()
                        + ", with Wald's 95 % intervals.", ForestFigure.of("Odds ratios, " + model.endpoint().rule().event() + ", " + model.subset().title(), rows));
            }
        }
        result.model(Subset.TRAINING + "_" + cohort.outcome().rule().key()).flatMap(this::nomogram).ifPresent(figure -> add("nomogram",
                "Nomogram of the model of the training: the points of all variables are added, and the sum read as a probability. Research use only.", figure));
    }

    private Optional<Figure> nomogram(Regression model) {
        if (model.fit().isEmpty()) return Optional.empty();
        List<Coefficient> coefficients = model.fit().get().coefficients();
        if (!coefficients.stream().allMatch(Coefficient::estimable)) return Optional.empty();
        List<Nomogram.Variable> variables = new ArrayList<>();
        for (int v = 0; v < model.variables().size(); v++) {
            Variable variable = model.variables().get(v);
            double[] values = Arrays.stream(variable.of(model.complete())).sorted().toArray();
            variables.add(new Nomogram.Variable(variable.label(), coefficients.get(v + 1).beta(), values[0], values[values.length - 1],
                    variable.kind() == Variable.Kind.BINARY));
        }
        return Optional.of(new Nomogram(coefficients.get(0).beta(), variables, cohort.outcome().rule().event()).figure("Nomogram"));
    }
}
