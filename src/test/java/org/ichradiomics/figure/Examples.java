package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.ichradiomics.stats.BlandAltman;
import org.ichradiomics.stats.Calibration;
import org.ichradiomics.stats.CrossValidation;
import org.ichradiomics.stats.CvCurve;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.DecisionCurve;
import org.ichradiomics.stats.ElasticNet;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.Folds;
import org.ichradiomics.stats.LassoPath;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.text.InvalidInputException;

/** A seeded study of 150 patients and one figure of each kind of it. */
final class Examples {

    private static final int PATIENTS = 150;
    private static final int FEATURES = 14;

    final LassoPath path;
    final CvCurve auc;
    final CvCurve deviance;
    final boolean[] events = new boolean[PATIENTS];
    /** Log odds by the model at λ min. */
    final double[] scores;

    Examples() throws InvalidInputException {
        Random random = new Random(1);
        double[][] columns = new double[FEATURES][PATIENTS];
        for (int i = 0; i < PATIENTS; i++) {
            double common = random.nextGaussian();
            for (double[] column : columns) column[i] = 0.6 * common + random.nextGaussian();
            double logOdds = -1 + columns[0][i] - columns[1][i] + 0.5 * columns[2][i];
            events[i] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        }
        List<String> names = IntStream.range(0, FEATURES)
                .mapToObj(j -> j == 0 ? "ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD" : "feature <" + j + ">")
                .toList();
        Predictors predictors = new Predictors(names, columns);
        path = LassoPath.fit(predictors, events, ElasticNet.LASSO);
        int[] folds = IntStream.range(0, PATIENTS).map(i -> i % 10 + 1).toArray();
        CrossValidation validation = CrossValidation.of(path, Folds.given(folds), CrossValidation.Grid.OWN, 1);
        auc = validation.curve(CvMeasure.AUC);
        deviance = validation.curve(CvMeasure.DEVIANCE);
        scores = path.model(deviance.kMin()).scores(predictors);
    }

    Map<String, Figure> figures() throws InvalidInputException {
        double[] probabilities =
                Arrays.stream(scores).map(eta -> 1 / (1 + Math.exp(-eta))).toArray();
        double[] reader = new double[PATIENTS];
        Random random = new Random(2);
        for (int i = 0; i < PATIENTS; i++) reader[i] = scores[i] + 0.1 * random.nextGaussian();
        RocCurve roc = RocCurve.of(scores, events);
        RocCurve other = RocCurve.of(reader, events);
        double[] thresholds = IntStream.range(1, 80).mapToDouble(t -> t / 100.0).toArray();
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("AUC", CrossValidationFigure.of("AUC of the cross-validation", auc, path));
        figures.put("deviance", CrossValidationFigure.of("", deviance, path));
        figures.put("paths", PathFigure.of("Coefficients", path, deviance, deviance.kMin()));
        figures.put("whole paths", PathFigure.whole("Coefficients", path, deviance, deviance.k1se()));
        figures.put(
                "ROC",
                RocFigure.of(
                        "ROC",
                        List.of(
                                new RocFigure.Cohort(
                                        "Training", roc, roc.youden().cutoff()),
                                new RocFigure.Cohort("Test", other, Double.NaN))));
        figures.put(
                "calibration",
                CalibrationFigure.of(
                        "Calibration",
                        List.of(new CalibrationFigure.Cohort(
                                "Training", Calibration.of(scores, events).hosmerLemeshow()))));
        figures.put(
                "decision",
                DecisionFigure.of(
                        "Decision",
                        List.of(new DecisionFigure.Model(
                                "R-score", DecisionCurve.of(probabilities, events, thresholds)))));
        figures.put(
                "score",
                ScoreFigure.of("Score", "R-score", groups(), roc.youden().cutoff()));
        figures.put(
                "nomogram",
                new Nomogram(
                                -1,
                                List.of(
                                        new Nomogram.Variable("R-score", 1.5, -5, 1, false),
                                        new Nomogram.Variable(
                                                "Intraventricular haemorrhage of any size", -0.8, 0, 1, true),
                                        new Nomogram.Variable("Age", 0.015, 18, 97, false)),
                                "haematoma expansion")
                        .figure("Nomogram"));
        figures.put(
                "agreement", AgreementFigure.of("Agreement", "reader 1", "reader 2", BlandAltman.of(scores, reader)));
        figures.put(
                "forest",
                ForestFigure.of(
                        "Odds ratios",
                        List.of(
                                new ForestFigure.Row("IVH", new Estimate(0.36, 0.1, 1.27)),
                                new ForestFigure.Row(
                                        "ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD",
                                        new Estimate(7.27, 3.6, 14.65)),
                                new ForestFigure.Row("Island sign", new Estimate(Double.NaN, Double.NaN, Double.NaN)),
                                new ForestFigure.Row("Blend sign", new Estimate(9, 1.4, Double.POSITIVE_INFINITY)))));
        return figures;
    }

    private List<ScoreFigure.Group> groups() {
        List<ScoreFigure.Group> groups = new ArrayList<>();
        for (boolean event : new boolean[] {false, true}) {
            groups.add(new ScoreFigure.Group(
                    event ? "HE" : "NHE",
                    "Training",
                    IntStream.range(0, PATIENTS)
                            .filter(i -> events[i] == event)
                            .mapToDouble(i -> scores[i])
                            .toArray()));
        }
        return groups;
    }
}
