package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.ichradiomics.stats.Estimate;

/** Odds ratios of variables with their 95 % intervals, on a logarithmic axis. */
public final class ForestFigure {

    /** A variable; a ratio that is NaN is written as not estimable. */
    public record Row(String variable, Estimate oddsRatio) {}

    private static final double ROW = 6.5;

    private ForestFigure() {}

    /** The first row is on top. An interval with a limit of 0 or infinity is written, not drawn. */
    public static Figure of(String title, List<Row> rows) {
        List<Row> upwards = new ArrayList<>(rows);
        Collections.reverse(upwards);
        double[] ratio =
                upwards.stream().mapToDouble(row -> row.oddsRatio().value()).toArray();
        double[] low = upwards.stream()
                .mapToDouble(row -> row.oddsRatio().low())
                .map(v -> v > 0 ? v : Double.NaN)
                .toArray();
        double[] high =
                upwards.stream().mapToDouble(row -> row.oddsRatio().high()).toArray();
        double[] at = new double[ratio.length];
        List<Axis.Tick> texts = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            at[i] = i;
            texts.add(new Axis.Tick(i, text(upwards.get(i).oddsRatio())));
        }
        return Figure.of(
                        title,
                        new Size(Size.WIDE, Math.max(12, ROW * rows.size())),
                        Axis.logarithmic("Odds ratio", ratio, low, high, new double[] {1}),
                        Axis.names("", upwards.stream().map(Row::variable).toList())
                                .looking(Axis.Look.LABELS))
                .withRight("OR (95 % CI)", texts)
                .with(List.of(
                        new Mark.Rule("", true, 1, new Pen(Colour.GREY, 0.7, Dash.DASHED)),
                        new Mark.Intervals("", true, at, low, high, new Pen(Colour.BLACK, 0.9, Dash.SOLID)),
                        new Mark.Points("", ratio, at, Marker.SQUARE, Colour.BLUE, 2.4)))
                .with(Figure.Legend.NONE);
    }

    private static String text(Estimate oddsRatio) {
        return Double.isNaN(oddsRatio.value()) ? "not estimable" : Numeral.interval(oddsRatio, 2);
    }
}
