package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.ichradiomics.stats.CvCurve;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.LassoPath;
import org.ichradiomics.text.English;

/**
 * The coefficients of a LASSO against the natural logarithm of λ: a line for each feature that is ever in a model.
 * Features of the chosen model are coloured and named, from the largest coefficient down; of more than 20 those
 * farthest from 0.
 */
public final class PathFigure {

    /** More lines are not told apart, and more names do not fit below a figure. */
    private static final int NAMED = 20;
    /** The part of a path that is drawn, in lengths of that from its largest λ to the smallest that is marked. */
    private static final double WINDOW = 2.5;

    private static final Pen OTHERS = Pen.solid(Colour.PALE, 0.5);
    private static final Pen UNNAMED = Pen.solid(Colour.DARK, 0.5);

    private PathFigure() {}

    /**
     * Around the λ that matter: at small λ coefficients of correlated features grow so large that nothing else would be
     * seen.
     *
     * @param curve whose λ min and λ 1 SE are marked
     * @param chosen number of the λ of the model, from 1
     */
    public static Figure of(String title, LassoPath path, CvCurve curve, int chosen) {
        double largest = StrictMath.log(path.lambda(1));
        double smallest = StrictMath.log(Math.min(path.lambda(chosen), Math.min(curve.lambdaMin(), curve.lambda1se())));
        return of(title, path, curve, chosen, Math.min(largest - WINDOW * (largest - smallest), smallest - 1));
    }

    /** The same for all λ of the path. */
    public static Figure whole(String title, LassoPath path, CvCurve curve, int chosen) {
        return of(title, path, curve, chosen, Double.NEGATIVE_INFINITY);
    }

    /** @param from the smallest log λ */
    private static Figure of(String title, LassoPath path, CvCurve curve, int chosen, double from) {
        int shown = 1;
        while (shown < path.size() && StrictMath.log(path.lambda(shown + 1)) >= from) shown++;
        double[] lambdas = Arrays.copyOf(path.lambdas(), shown);
        double[] x = CrossValidationFigure.logarithms(lambdas);
        Map<Integer, double[]> coefficients = coefficients(path, shown);
        List<LassoModel.Term> model = path.model(chosen).terms();
        List<LassoModel.Term> named = named(model);
        List<Mark> marks = new ArrayList<>();
        coefficients.forEach((index, beta) -> {
            if (model.stream().noneMatch(term -> term.index() == index)) marks.add(new Mark.Line("", x, beta, OTHERS));
        });
        marks.add(Mark.Rule.level(0, Pen.solid(Colour.BLACK, 0.4)));
        marks.addAll(CrossValidationFigure.rules(curve, path));
        for (int i = 0; i < named.size(); i++) {
            LassoModel.Term term = named.get(i);
            marks.add(new Mark.Line(term.feature(), x, coefficients.get(term.index()), Pen.series(i)));
        }
        String others = English.counted(model.size() - named.size(), "further feature") + " of the model";
        for (LassoModel.Term term : model) {
            if (!named.contains(term)) marks.add(new Mark.Line(others, x, coefficients.get(term.index()), UNNAMED));
        }
        double[][] all = coefficients.values().toArray(double[][]::new);
        return Figure.of(
                        title,
                        new Size(Size.WIDE, 60),
                        Axis.around(CrossValidationFigure.LOG_LAMBDA, x),
                        Axis.around("Coefficient of the z-score", all))
                .withTop("Number of features", CrossValidationFigure.df(path, lambdas))
                .with(marks)
                .with(Figure.Legend.BELOW);
    }

    /** By place of the feature, along the first λ of the path. */
    private static Map<Integer, double[]> coefficients(LassoPath path, int shown) {
        Map<Integer, double[]> beta = new TreeMap<>();
        for (int k = 1; k <= shown; k++) {
            for (LassoModel.Term term : path.model(k).terms()) {
                beta.computeIfAbsent(term.index(), index -> new double[shown])[k - 1] = term.beta();
            }
        }
        beta.values().forEach(PathFigure::leaveOutBeforeEntry);
        return beta;
    }

    /**
     * Features that are in no model yet would all lie upon each other on the line of 0; one 0 stays, where a line
     * begins.
     */
    private static void leaveOutBeforeEntry(double[] beta) {
        for (int k = 0; k + 1 < beta.length && beta[k + 1] == 0; k++) beta[k] = Double.NaN;
    }

    private static List<LassoModel.Term> named(List<LassoModel.Term> model) {
        return model.stream()
                .sorted(Comparator.comparingDouble(term -> -Math.abs(term.beta())))
                .limit(NAMED)
                .sorted(Comparator.comparingDouble(term -> -term.beta()))
                .toList();
    }
}
