package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

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
        List<Estimate> ratios = upwards.stream().map(Row::oddsRatio).toList();
        double[] ratio = ratios.stream().mapToDouble(Estimate::value).toArray();
        double[] low = ratios.stream()
                .mapToDouble(r -> r.low() > 0 ? r.low() : Double.NaN)
                .toArray();
        double[] high = ratios.stream().mapToDouble(Estimate::high).toArray();
        double[] at = IntStream.range(0, ratio.length).asDoubleStream().toArray();
        List<Axis.Tick> texts = IntStream.range(0, ratio.length)
                .mapToObj(i -> new Axis.Tick(i, text(ratios.get(i))))
                .toList();
        Axis x = Axis.logarithmic("Odds ratio", ratio, low, high, new double[] {1});
        Axis y = Axis.names("", upwards.stream().map(Row::variable).toList());
        return Figure.of(title, new Size(Size.WIDE, Math.max(12, ROW * rows.size())), x, y.looking(Axis.Look.LABELS))
                .withRight("OR (95 % CI)", texts)
                .with(List.of(
                        new Mark.Rule("", true, 1, Pen.dashed(Colour.GREY, 0.7)),
                        new Mark.Intervals("", true, at, low, high, Pen.solid(Colour.BLACK, 0.9)),
                        new Mark.Points("", ratio, at, Marker.SQUARE, Colour.BLUE, 2.4)))
                .with(Figure.Legend.NONE);
    }

    private static String text(Estimate oddsRatio) {
        return Double.isNaN(oddsRatio.value()) ? "not estimable" : Numeral.interval(oddsRatio, 2);
    }
}
