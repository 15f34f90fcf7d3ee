package org.ichradiomics.figure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Quantile;

/** A score by group: boxes with whiskers and every case as a point. */
public final class ScoreFigure {

    /**
     * Cases drawn together.
     *
     * @param name groups of the same name look the same: HE in the training and in the test
     * @param cohort written below the name; may be empty
     * @param scores those that are not finite are left out
     */
    public record Group(String name, String cohort, double[] scores) {

        double[] sorted() {
            return Arrays.stream(scores).filter(Double::isFinite).sorted().toArray();
        }

        String heading() {
            return cohort.isEmpty() ? name : name + "\n" + cohort;
        }
    }

    /**
     * A box as Tukey drew it, with quartiles of type 7.
     *
     * @param low the smallest value that is at most 1.5 times the height of the box below it
     * @param high the largest value that is at most as far above it
     */
    record BoxPlot(double low, double q1, double median, double q3, double high) {

        private static final double REACH = 1.5;

        /** @param sorted ascending, at least one */
        static BoxPlot of(double[] sorted) {
            double q1 = Quantile.TYPE_7.of(sorted, 0.25);
            double q3 = Quantile.TYPE_7.of(sorted, 0.75);
            double reach = REACH * (q3 - q1);
            double low =
                    Arrays.stream(sorted).filter(v -> v >= q1 - reach).min().orElse(q1);
            double high =
                    Arrays.stream(sorted).filter(v -> v <= q3 + reach).max().orElse(q3);
            // Of few values none may lie between the box and the end of its reach.
            return new BoxPlot(Math.min(low, q1), q1, Quantile.TYPE_7.of(sorted, 0.5), q3, Math.max(high, q3));
        }
    }

    private static final double HALF_BOX = 0.3;
    private static final double HALF_CLOUD = 0.22;
    /** Multiples of the golden section fill an interval evenly, and neighbours in value lie far apart. */
    private static final double GOLDEN = 0.6180339887498949;

    private ScoreFigure() {}

    /**
     * @param axis the name of the score
     * @param cutoff drawn as a dashed rule; NaN for none
     */
    public static Figure of(String title, String axis, List<Group> groups, double cutoff) {
        double[][] sorted = groups.stream().map(Group::sorted).toArray(double[][]::new);
        double[][] shown = Arrays.copyOf(sorted, sorted.length + 1);
        shown[sorted.length] = new double[] {cutoff};
        List<String> names = IntStream.range(0, sorted.length)
                .mapToObj(i -> groups.get(i).heading() + "\nn = " + sorted[i].length)
                .toList();
        Figure figure = Figure.of(title, new Size(Size.COLUMN, 60), Axis.names("", names), Axis.around(axis, shown));
        Map<String, Integer> looks = new LinkedHashMap<>();
        for (int i = 0; i < sorted.length; i++) {
            int look = looks.computeIfAbsent(groups.get(i).name(), name -> looks.size());
            figure = figure.with(marks(i, sorted[i], look));
        }
        if (!Double.isFinite(cutoff)) return figure;
        String name = "Cutoff " + Numeral.fixed(cutoff, 3);
        return figure.with(new Mark.Rule(name, false, cutoff, Pen.dashed(Colour.BLACK, 0.8)));
    }

    private static List<Mark> marks(double at, double[] sorted, int look) {
        if (sorted.length == 0) return List.of();
        double[] x = new double[sorted.length];
        for (int i = 0; i < x.length; i++) x[i] = at + HALF_CLOUD * (2 * (i * GOLDEN % 1) - 1);
        BoxPlot box = BoxPlot.of(sorted);
        double left = at - HALF_BOX;
        double right = at + HALF_BOX;
        double[] whiskers = {at, at};
        double[] low = {box.low(), box.q3()};
        double[] high = {box.q1(), box.high()};
        double[] median = {box.median(), box.median()};
        Colour colour = Colour.series(look);
        Pen thin = Pen.solid(Colour.BLACK, 0.7);
        return List.of(
                new Mark.Box("", left, right, box.q1(), box.q3(), colour, 0.2, thin),
                new Mark.Intervals("", false, whiskers, low, high, thin),
                new Mark.Points("", x, sorted, look % 2 == 0 ? Marker.CIRCLE : Marker.TRIANGLE, colour, 1.3),
                new Mark.Line("", new double[] {left, right}, median, Pen.solid(Colour.BLACK, 1.5)));
    }
}
