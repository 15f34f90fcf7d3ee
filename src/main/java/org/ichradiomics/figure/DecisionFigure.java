package org.ichradiomics.figure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.ichradiomics.stats.DecisionCurve;

/** Net benefit of models, of acting on all and on none, against the threshold probability (Vickers and Elkin 2006). */
public final class DecisionFigure {

    /** A model's curve. */
    public record Model(String name, DecisionCurve curve) {}

    /** Of the largest net benefit, how far the axis goes below 0: acting on all soon leaves any axis. */
    private static final double BELOW = 0.25;

    private DecisionFigure() {}

    /**
     * @param models of the same cases; acting on all is taken from the first
     * @throws IllegalArgumentException if there is none
     */
    public static Figure of(String title, List<Model> models) {
        if (models.isEmpty()) throw new IllegalArgumentException("there is no model");
        double[] thresholds = values(models.get(0), DecisionCurve.Point::threshold);
        double[] all = values(models.get(0), DecisionCurve.Point::all);
        Stream<double[]> benefits = models.stream().map(model -> values(model, DecisionCurve.Point::model));
        Stream<double[]> curves = Stream.concat(Stream.of(all), benefits);
        double best = curves.flatMapToDouble(Arrays::stream).max().orElse(0);
        double high = best > 0 ? 1.08 * best : 0.1;
        Axis x = Axis.linear("Threshold probability", 0, last(thresholds));
        Figure figure = Figure.of(title, new Size(Size.COLUMN, 52), x, Axis.linear("Net benefit", -BELOW * high, high));
        for (int i = 0; i < models.size(); i++) {
            double[] at = values(models.get(i), DecisionCurve.Point::threshold);
            double[] benefit = values(models.get(i), DecisionCurve.Point::model);
            figure = figure.with(new Mark.Line(models.get(i).name(), at, benefit, Pen.series(i)));
        }
        double[] ends = {0, last(thresholds)};
        return figure.with(new Mark.Line("All", thresholds, all, new Pen(Colour.DARK, 0.9, Dash.DOTTED)))
                .with(new Mark.Line("None", ends, new double[2], Pen.solid(Colour.BLACK, 0.7)));
    }

    private static double last(double[] thresholds) {
        return Arrays.stream(thresholds).max().orElse(1);
    }

    private static double[] values(Model model, ToDoubleFunction<DecisionCurve.Point> value) {
        return model.curve().points().stream().mapToDouble(value).toArray();
    }
}
