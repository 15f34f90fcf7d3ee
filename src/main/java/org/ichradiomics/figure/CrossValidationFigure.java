package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.ichradiomics.stats.CvCurve;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.LassoPath;
import org.ichradiomics.text.English;

/** A measure of cross-validation against the natural logarithm of λ, as glmnet draws it. */
public final class CrossValidationFigure {

    static final String LOG_LAMBDA = "log λ (natural)";

    private CrossValidationFigure() {}

    /**
     * Mean ± standard error over the folds, the numbers of features along the top, and both λ as dashed rules.
     *
     * @param curve along the λ of {@code path}
     */
    public static Figure of(String title, CvCurve curve, LassoPath path) {
        double[] x = logarithms(curve.lambdas());
        double[] low = new double[x.length];
        double[] high = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            low[k] = curve.mean()[k] - curve.sd()[k];
            high[k] = curve.mean()[k] + curve.sd()[k];
        }
        String bars = "Mean ± standard error over the folds";
        Axis y = Axis.around(label(curve.measure()), curve.mean(), low, high);
        return Figure.of(title, new Size(Size.COLUMN, 52), Axis.around(LOG_LAMBDA, x), y)
                .withTop("Number of features", df(path, curve.lambdas()))
                .with(rules(curve, path))
                .with(new Mark.Intervals(bars, false, x, low, high, Pen.solid(Colour.GREY, 0.6)))
                .with(new Mark.Points(bars, x, curve.mean(), Marker.DISC, Colour.VERMILLION, 1.5));
    }

    private static String label(CvMeasure measure) {
        return switch (measure) {
            case AUC -> "Cross-validated AUC";
            case DEVIANCE -> "Cross-validated deviance";
        };
    }

    static double[] logarithms(double[] lambdas) {
        return Arrays.stream(lambdas).map(StrictMath::log).toArray();
    }

    /** The number of features at each λ of a path, along log λ; ascending. */
    static List<Axis.Tick> df(LassoPath path, double[] lambdas) {
        List<Axis.Tick> ticks = new ArrayList<>();
        for (int k = Math.min(lambdas.length, path.size()); k >= 1; k--) {
            ticks.add(new Axis.Tick(StrictMath.log(lambdas[k - 1]), Integer.toString(path.df(k))));
        }
        return ticks;
    }

    /** Both λ of a curve; none of a curve without values. */
    static List<Mark.Rule> rules(CvCurve curve, LassoPath path) {
        if (Arrays.stream(curve.mean()).noneMatch(Double::isFinite)) return List.of();
        return List.of(
                rule("λ min", curve.lambdaMin(), path.df(curve.kMin()), Pen.dashed(Colour.BLACK, 0.8)),
                rule("λ 1 SE", curve.lambda1se(), path.df(curve.k1se()), new Pen(Colour.BLACK, 0.8, Dash.DOTTED)));
    }

    private static Mark.Rule rule(String name, double lambda, int features, Pen pen) {
        String text = name + " = " + Numeral.digits(lambda, 3) + " (" + English.counted(features, "feature") + ")";
        return new Mark.Rule(text, true, StrictMath.log(lambda), pen);
    }
}
