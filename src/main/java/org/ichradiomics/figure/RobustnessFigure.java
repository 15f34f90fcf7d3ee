package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Share of the features whose ICC is a value or more, a step curve for each group of perturbations. */
public final class RobustnessFigure {

    /**
     * One group of perturbations.
     *
     * @param icc one for each feature; NaN where it is not known, which counts as less than any
     */
    public record Group(String name, double[] icc) {}

    private RobustnessFigure() {}

    /**
     * @param axis which ICC it is
     * @param limits marked by upright rules
     */
    public static Figure of(String title, String axis, List<Group> groups, double... limits) {
        Figure figure = Figure.of(
                        title,
                        new Size(Size.COLUMN, 60),
                        Axis.linear(axis, 0, 1),
                        Axis.linear("Features with this ICC or more (%)", 0, 103))
                .with(Figure.Legend.BELOW);
        for (double limit : limits) figure = figure.with(new Mark.Rule("", true, limit, Pen.dashed(Colour.GREY, 0.7)));
        for (int i = 0; i < groups.size(); i++) figure = figure.with(curve(groups.get(i), i));
        return figure;
    }

    private static Mark curve(Group group, int series) {
        double[] sorted = Arrays.stream(group.icc())
                .filter(value -> !Double.isNaN(value))
                .map(value -> Math.max(0, value))
                .sorted()
                .toArray();
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {0, 100.0 * sorted.length / group.icc().length});
        for (int i = 0; i < sorted.length; i++) {
            points.add(new double[] {sorted[i], 100.0 * (sorted.length - i) / group.icc().length});
            points.add(new double[] {sorted[i], 100.0 * (sorted.length - i - 1) / group.icc().length});
        }
        points.add(new double[] {1, 0});
        return new Mark.Line(
                group.name(),
                points.stream().mapToDouble(point -> point[0]).toArray(),
                points.stream().mapToDouble(point -> point[1]).toArray(),
                Pen.series(series));
    }
}
