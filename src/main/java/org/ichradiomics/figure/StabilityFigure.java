package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** How often features are chosen, where they are chosen again and again on other draws of the cases. */
public final class StabilityFigure {

    /** A feature; the share is of the draws, 0 to 1. */
    public record Row(String feature, double share, boolean inSignature) {}

    /** High enough for two lines of a long name, in mm. */
    private static final double ROW = 6.6;

    private StabilityFigure() {}

    /** The first row is on top; features of the signature are filled. */
    public static Figure of(String title, List<Row> rows) {
        List<Row> upwards = new ArrayList<>(rows);
        Collections.reverse(upwards);
        Axis x = Axis.linear("Share of the draws that choose it", 0, 1.02);
        Axis y = Axis.names("", upwards.stream().map(Row::feature).toList()).looking(Axis.Look.LABELS);
        double[] at = IntStream.range(0, upwards.size()).asDoubleStream().toArray();
        double[] share = upwards.stream().mapToDouble(Row::share).toArray();
        return Figure.of(title, new Size(Size.WIDE, Math.max(14, ROW * rows.size())), x, y)
                .with(List.of(
                        new Mark.Rule("", true, 0.5, Pen.dashed(Colour.GREY, 0.6)),
                        new Mark.Intervals("", true, at, new double[at.length], share, Pen.solid(Colour.PALE, 1.6)),
                        points("In the signature", upwards, at, true),
                        points("Not in the signature", upwards, at, false)))
                .with(Figure.Legend.BELOW);
    }

    private static Mark points(String name, List<Row> rows, double[] at, boolean inSignature) {
        double[] share = rows.stream()
                .mapToDouble(row -> row.inSignature() == inSignature ? row.share() : Double.NaN)
                .toArray();
        return new Mark.Points(name, share, at, inSignature ? Marker.DISC : Marker.CIRCLE, Colour.BLUE, 2.4);
    }
}
