package org.ichradiomics.imagej.studies;

import java.util.ArrayList;
import java.util.List;

import ij.measure.ResultsTable;

import org.ichradiomics.imagej.PlotWindows;
import org.ichradiomics.imagej.Screen;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Scale;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.stats.Auc;
import org.ichradiomics.stats.Calibration;
import org.ichradiomics.stats.Confusion;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.Validation;
import org.ichradiomics.study.output.StudyFigures;
import org.ichradiomics.study.output.StudyTables;
import org.ichradiomics.study.output.TextTable;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/** The tables of a study as windows of ImageJ; nothing where there is no screen. */
final class StudyWindows {

    private static final int DECIMALS = 6;

    private StudyWindows() {}

    /** All windows of a study: the figures and tables of its report, and the score of each case. */
    static void show(StudyResult result) {
        if (!Screen.isThere()) return;
        StudyFigures.of(result).forEach(figure -> PlotWindows.show(figure.figure()));
        StudyTables.of(result).forEach(StudyWindows::show);
        result.scores().ifPresent(scores -> show(scores(result), "ICH Radiomics study scores"));
    }

    /** The features of a signature, with the numbers that scale them. */
    static void show(Signature signature) {
        List<List<Object>> rows = new ArrayList<>();
        for (Signature.Term term : signature.terms()) {
            Scale scale = signature
                    .reference()
                    .flatMap((Reference reference) -> reference.scale(term.feature()))
                    .orElse(new Scale(Double.NaN, Double.NaN, 0, ""));
            rows.add(List.of(term.feature(), term.weight(), scale.mean(), scale.sd(), term.weight() / scale.sd()));
        }
        show(
                FeatureTable.of(List.of("feature", "weight", "mean", "SD", "raw weight"), rows),
                "Signature " + signature.name());
    }

    /** AUC by outcome and subset, and what the cutoff of the first outcome does there. */
    static void showPerformance(StudyResult result) {
        result.validation().ifPresent(validation -> show(performance(result, validation), "ICH Radiomics study AUC"));
    }

    /** What a signature that was given does on all cases. */
    static void showValidation(StudyResult result) {
        show(validation(result), "ICH Radiomics validation");
    }

    static FeatureTable scores(StudyResult result) {
        double[] scores = result.scores().orElseThrow().score();
        double cutoff = result.validation().orElseThrow().cutoff();
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            String group =
                    Double.isNaN(scores[i]) || Double.isNaN(cutoff) ? "none" : scores[i] >= cutoff ? "high" : "low";
            rows.add(List.of(
                    result.cohort().ids().get(i),
                    result.cohort().split().isDivided()
                            ? result.cohort().split().of(i)
                            : Subset.ALL,
                    scores[i],
                    group));
        }
        return FeatureTable.of(List.of(FeatureTable.CASE, "part", FeatureTable.SCORE, FeatureTable.SCORE_GROUP), rows);
    }

    static FeatureTable performance(StudyResult result, Validation validation) {
        List<List<Object>> rows = new ArrayList<>();
        for (Validation.Curve curve : validation.curves()) {
            if (result.cohort().isRepeated(curve.subset())) continue;
            Auc auc = curve.roc().auc();
            boolean first = curve.endpoint() == result.cohort().outcome();
            double cutoff = first ? validation.cutoff() : Double.NaN;
            Confusion at = curve.roc().at(cutoff);
            Proportion interval = result.plan().descriptives().intervals();
            rows.add(List.of(
                    curve.endpoint().rule().event(),
                    curve.subset().title(),
                    auc.positives() + auc.negatives(),
                    auc.positives(),
                    auc.area().value(),
                    auc.area().low(),
                    auc.area().high(),
                    auc.p(),
                    cutoff,
                    first ? at.sensitivity(interval).value() : Double.NaN,
                    first ? at.specificity(interval).value() : Double.NaN));
        }
        return FeatureTable.of(
                List.of(
                        "event",
                        "cases",
                        "n",
                        "events",
                        "AUC",
                        "low",
                        "high",
                        "p",
                        "cutoff",
                        "sensitivity",
                        "specificity"),
                rows);
    }

    static FeatureTable validation(StudyResult result) {
        Validation.Curve curve = result.validation()
                .orElseThrow()
                .curve(result.cohort().outcome(), Subset.TRAINING)
                .orElseThrow();
        Proportion interval = result.plan().descriptives().intervals();
        List<List<Object>> rows = new ArrayList<>();
        Auc auc = curve.roc().auc();
        add(rows, "cases", auc.positives() + auc.negatives());
        add(rows, "events (" + curve.endpoint().rule().event() + ")", auc.positives());
        add(rows, "AUC", auc.area());
        add(rows, "p (AUC is 0.5)", auc.p());
        at(
                rows,
                "cutoff of the signature",
                curve.roc().at(result.validation().get().cutoff()),
                interval);
        at(rows, "Youden's cutoff here", curve.roc().youden().point(), interval);
        result.validation().get().calibration().ifPresent(calibrated -> {
            Calibration calibration = calibrated.calibration();
            add(rows, "calibration slope", calibration.slope());
            add(rows, "calibration intercept", calibration.intercept());
            add(rows, "calibration in the large", calibration.inTheLarge());
            add(rows, "Brier score", calibration.brier());
            add(rows, "p (Hosmer–Lemeshow)", calibration.hosmerLemeshow().p());
        });
        return FeatureTable.of(List.of("quantity", "value", "low", "high"), rows);
    }

    private static void at(List<List<Object>> rows, String what, Confusion confusion, Proportion interval) {
        add(rows, what, confusion.threshold());
        add(rows, "  sensitivity", confusion.sensitivity(interval));
        add(rows, "  specificity", confusion.specificity(interval));
        add(rows, "  positive predictive value", confusion.ppv(interval));
        add(rows, "  negative predictive value", confusion.npv(interval));
        add(rows, "  accuracy", confusion.accuracy(interval));
    }

    private static void add(List<List<Object>> rows, String what, double value) {
        rows.add(List.of(what, value, Double.NaN, Double.NaN));
    }

    private static void add(List<List<Object>> rows, String what, Estimate e) {
        rows.add(List.of(what, e.value(), e.low(), e.high()));
    }

    /** A table of the report as it is printed, every cell a text. */
    private static void show(TextTable table) {
        ResultsTable window = new ResultsTable();
        for (List<String> row : table.rows()) {
            window.incrementCounter();
            for (int c = 0; c < row.size(); c++) window.addValue(table.columns().get(c), row.get(c));
        }
        Screen.show(window, table.title());
    }

    /** A table of ours as one of ImageJ's: numbers where a whole column is one, else text. */
    static void show(FeatureTable table, String title) {
        if (!Screen.isThere()) return;
        ResultsTable window = new ResultsTable();
        window.setNaNEmptyCells(true);
        for (int row = 0; row < table.size(); row++) window.incrementCounter();
        for (String column : table.columns()) fill(window, table, column);
        window.setPrecision(DECIMALS);
        Screen.show(window, title);
    }

    private static void fill(ResultsTable window, FeatureTable table, String column) {
        try {
            double[] values = table.values(column);
            for (int row = 0; row < values.length; row++) window.setValue(column, row, values[row]);
        } catch (InvalidInputException notNumbers) {
            List<String> texts = texts(table, column);
            for (int row = 0; row < texts.size(); row++) window.setValue(column, row, texts.get(row));
        }
    }

    private static List<String> texts(FeatureTable table, String column) {
        try {
            return table.texts(column);
        } catch (InvalidInputException e) {
            throw new IllegalStateException(e);
        }
    }
}
