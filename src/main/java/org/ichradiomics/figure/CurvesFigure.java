package org.ichradiomics.figure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

import org.ichradiomics.stats.Estimate;

/** Curves of which it is known how far they are uncertain: thin dotted lines are the limits of their 95 % band. */
public final class CurvesFigure {

    private static final double BELOW = 0.25;

    /**
     * A curve.
     *
     * @param x ascending
     * @param y with the limits of the band; NaN limits for none
     */
    public record Curve(String name, double[] x, List<Estimate> y) {

        private double[] values() {
            return y.stream().mapToDouble(Estimate::value).toArray();
        }

        private double[] low() {
            return y.stream().mapToDouble(Estimate::low).toArray();
        }

        private double[] high() {
            return y.stream().mapToDouble(Estimate::high).toArray();
        }
    }

    private CurvesFigure() {}

    /** Shares against shares; dashed: where both are the same. */
    public static Figure ofShares(String title, String x, String y, List<Curve> curves) {
        return drawn(RocFigure.ofShares(title, x, y), curves);
    }

    /** Precision against recall. */
    public static Figure ofPrecision(String title, List<Curve> curves) {
        Axis shares = Axis.linear("Recall (sensitivity)", -0.02, 1.02);
        Axis precision = Axis.linear("Precision (predictive value)", -0.02, 1.02);
        return drawn(Figure.of(title, Size.square(Size.COLUMN), shares, precision), curves);
    }

    /** Net benefit against the threshold, with that of acting on all, as in {@link DecisionFigure}. */
    public static Figure ofBenefit(String title, Curve model, double[] all) {
        double best = DoubleStream.concat(Arrays.stream(model.high()), Arrays.stream(all))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        double high = best > 0 ? 1.08 * best : 0.1;
        double last = model.x()[model.x().length - 1];
        Axis x = Axis.linear("Threshold probability", 0, last);
        Figure axes = Figure.of(title, new Size(Size.COLUMN, 52), x, Axis.linear("Net benefit", -BELOW * high, high));
        return drawn(axes, List.of(model))
                .with(new Mark.Line("All", model.x(), all, new Pen(Colour.DARK, 0.9, Dash.DOTTED)))
                .with(new Mark.Line("None", new double[] {0, last}, new double[2], Pen.solid(Colour.BLACK, 0.7)));
    }

    private static Figure drawn(Figure axes, List<Curve> curves) {
        Figure figure = axes;
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            Pen limit = new Pen(Colour.series(i), 0.6, Dash.DOTTED);
            figure = figure.with(List.of(
                    new Mark.Line(curve.name(), curve.x(), curve.values(), Pen.series(i)),
                    new Mark.Line("", curve.x(), curve.low(), limit),
                    new Mark.Line("", curve.x(), curve.high(), limit)));
        }
        return figure;
    }
}
