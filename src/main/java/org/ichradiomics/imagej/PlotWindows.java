package org.ichradiomics.imagej;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import ij.gui.Plot;

import org.ichradiomics.figure.Anchor;
import org.ichradiomics.figure.Axis;
import org.ichradiomics.figure.Colour;
import org.ichradiomics.figure.Figure;
import org.ichradiomics.figure.Mark;
import org.ichradiomics.figure.Marker;
import org.ichradiomics.figure.Pen;

/**
 * A {@link Figure} as ImageJ's {@link Plot}: lines, points, intervals, boxes and the ticks of rulers are data sets,
 * which the button <i>List</i> lists (as floats, as ImageJ keeps them); rules are lines; names of rules and labels are
 * text. ImageJ draws no dashes: only colours tell lines apart.
 */
public final class PlotWindows {

    /** Of the area between the axes, in pixels. */
    private static final int WIDTH = 480;

    private static final double PIXELS_PER_MM = 6.5;
    private static final int LEAST_HEIGHT = 120;
    private static final int MOST_HEIGHT = 700;
    private static final double PIXELS_PER_LETTER = 7.5;
    private static final double PIXELS_PER_LINE = 16;
    private static final double LEGEND_LINE = 18;
    private static final double GAP = 6;
    /** What ImageJ leaves beside and above a plot. */
    private static final int LEFT = 50;

    private static final int TOP = 15;
    /** Labels above the frame, as many as have room. */
    private static final int TOP_LABELS = 14;

    private static final int DOTS = 3;
    private static final double PIXELS_PER_POINT = 1.4;
    private static final double SAME = 1e-9;

    private final Figure figure;
    private final Plot plot;
    /** Lower end of y; below that of the figure where the legend has its place there. */
    private final double low;
    /** Of the area between the axes, in pixels. */
    private final int height;
    /** Its part for the legend, if that is below the data. */
    private final int legendHeight;
    /** How many upright rules have a name already. */
    private int named;

    private final Set<String> inLegend = new HashSet<>();

    private PlotWindows(Figure figure) {
        this.figure = figure;
        int own = figure.size().isSquare()
                ? WIDTH
                : Math.max(
                        LEAST_HEIGHT, Math.min(MOST_HEIGHT, (int) (figure.size().panel() * PIXELS_PER_MM)));
        boolean below = figure.legend() == Figure.Legend.BELOW;
        legendHeight = below ? (int) (LEGEND_LINE * (1.5 + names(false))) : 0;
        int extra = below ? legendHeight + (int) (PIXELS_PER_LINE * names(true)) : 0;
        height = own + extra;
        low = figure.y().low() - (figure.y().high() - figure.y().low()) * extra / own;
        plot = new Plot(figure.title().isEmpty() ? "Figure" : figure.title(), "", "");
    }

    /** How many names upright rules have, or all other marks. */
    private int names(boolean ofRules) {
        return (int) figure.marks().stream()
                .filter(mark -> mark instanceof Mark.Rule == ofRules)
                .map(Mark::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .count();
    }

    /**
     * Shows the figure if there is a screen; in batch mode it becomes an image without a window, as plots do in ImageJ.
     */
    public static Plot show(Figure figure) {
        Plot plot = of(figure);
        if (!GraphicsEnvironment.isHeadless()) plot.show();
        return plot;
    }

    /** The plot, not shown. */
    public static Plot of(Figure figure) {
        return new PlotWindows(figure).plot();
    }

    private Plot plot() {
        plot.setXYLabels(
                label(
                        figure.x(),
                        figure.top()
                                .map(top -> " (above: " + lower(top.label()) + ")")
                                .orElse("")),
                label(figure.y(), ""));
        plot.setAxisXLog(figure.x().scale() == Axis.Scale.LOGARITHMIC);
        plot.setAxisYLog(figure.y().scale() == Axis.Scale.LOGARITHMIC);
        // Where a linear axis has ticks for logarithms only, ImageJ draws none and no limits either.
        plot.setFormatFlags(Plot.X_LOG_TICKS
                | Plot.Y_LOG_TICKS
                | (isNumbered(figure.x()) ? Plot.X_NUMBERS | Plot.X_TICKS : 0)
                | (isNumbered(figure.y()) ? Plot.Y_NUMBERS | Plot.Y_TICKS : 0));
        plot.setOptions("addhspace=" + besides() + " addvspace=" + above());
        plot.setFrameSize(WIDTH, height);
        plot.setLimits(figure.x().low(), figure.x().high(), low, figure.y().high());
        for (Mark mark : figure.marks()) add(mark);
        use(Colour.BLACK, 1);
        figure.top().ifPresent(this::addTop);
        figure.right().ifPresent(this::addRight);
        addNames();
        if (!inLegend.isEmpty())
            plot.setLegend(null, figure.legend() == Figure.Legend.BELOW ? Plot.BOTTOM_LEFT : Plot.AUTO_POSITION);
        return plot;
    }

    private static String lower(String label) {
        return label.isEmpty() ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    private static boolean isNumbered(Axis axis) {
        return axis.look() != Axis.Look.NONE && axis.scale() != Axis.Scale.NAMES;
    }

    private static String label(Axis axis, String more) {
        return axis.scale() == Axis.Scale.NAMES ? "" : axis.label() + more;
    }

    /** Room for the names at the left and the labels at the right, beyond what ImageJ leaves. */
    private int besides() {
        int left = figure.y().scale() == Axis.Scale.NAMES ? longest(figure.y()) - LEFT : 0;
        return Math.max(
                0, Math.max(left, figure.right().map(PlotWindows::longest).orElse(0)));
    }

    private int above() {
        int lines = figure.x().scale() == Axis.Scale.NAMES
                ? figure.x().ticks().stream()
                                .mapToInt(tick -> tick.label().split("\n").length)
                                .max()
                                .orElse(1)
                        - 1
                : 0;
        return Math.max(figure.top().isPresent() ? TOP : 0, (int) (lines * PIXELS_PER_LINE - TOP));
    }

    private static int longest(Axis axis) {
        return (int) (PIXELS_PER_LETTER
                * axis.ticks().stream()
                        .flatMap(tick -> Arrays.stream(tick.label().split("\n")))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0));
    }

    private void use(Colour colour, double width) {
        plot.setColor(new Color(colour.rgb()));
        plot.setLineWidth((float) width);
    }

    private void use(Pen pen) {
        use(pen.colour(), Math.max(1, pen.width() * PIXELS_PER_POINT));
    }

    private void add(Mark mark) {
        if (mark instanceof Mark.Line line) {
            use(line.pen());
            add(line.x(), line.y(), Plot.LINE, line.name());
        } else if (mark instanceof Mark.Points points) {
            add(points);
        } else if (mark instanceof Mark.Intervals intervals) {
            if (barred(intervals) == null) add(intervals);
        } else if (mark instanceof Mark.Box box) {
            add(box);
        } else if (mark instanceof Mark.Band band) {
            use(band.fill(), 1);
            for (double y : new double[] {band.low(), band.high()})
                plot.drawDottedLine(figure.x().low(), y, figure.x().high(), y, DOTS);
        } else if (mark instanceof Mark.Rule rule) {
            add(rule);
        } else if (mark instanceof Mark.Words words) {
            use(words.colour(), 1);
            write(words.text(), words.x(), words.y(), words.anchor());
        } else if (mark instanceof Mark.Ruler ruler) {
            add(ruler);
        }
    }

    private void add(double[] x, double[] y, int shape, String name) {
        boolean isNew = figure.legend() != Figure.Legend.NONE && !name.isEmpty() && inLegend.add(name);
        plot.addPoints(floats(x), floats(y), null, shape, isNew ? name : null);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) floats[i] = Double.isFinite(values[i]) ? (float) values[i] : Float.NaN;
        return floats;
    }

    private void add(Mark.Points points) {
        use(points.colour(), 1);
        boolean filled = points.marker() != Marker.CIRCLE && points.marker() != Marker.BOX;
        if (filled)
            plot.setColor(
                    new Color(points.colour().rgb()), new Color(points.colour().rgb()));
        add(points.x(), points.y(), shape(points.marker()), points.name());
        for (Mark mark : figure.marks()) {
            if (mark instanceof Mark.Intervals intervals && barred(intervals) == points) {
                double[] half = new double[points.y().length];
                for (int i = 0; i < half.length; i++)
                    half[i] = (intervals.high()[i] - intervals.low()[i]) / 2;
                plot.addErrorBars(floats(half));
            }
        }
    }

    private static int shape(Marker marker) {
        return switch (marker) {
            case DISC, CIRCLE -> Plot.CIRCLE;
            case SQUARE, BOX -> Plot.BOX;
            case TRIANGLE -> Plot.TRIANGLE;
            case DIAMOND -> Plot.DIAMOND;
        };
    }

    /**
     * The points whose error bars the intervals are, as ImageJ knows them: upright and as long above as below;
     * {@code null} if there are none.
     */
    private Mark.Points barred(Mark.Intervals intervals) {
        if (intervals.flat()) return null;
        for (Mark mark : figure.marks()) {
            if (mark instanceof Mark.Points points
                    && points.name().equals(intervals.name())
                    && Arrays.equals(points.x(), intervals.at())
                    && isCentred(points, intervals)) {
                return points;
            }
        }
        return null;
    }

    private static boolean isCentred(Mark.Points points, Mark.Intervals intervals) {
        for (int i = 0; i < points.y().length; i++) {
            double low = points.y()[i] - intervals.low()[i];
            double high = intervals.high()[i] - points.y()[i];
            if (Math.abs(high - low) > SAME * (Math.abs(points.y()[i]) + Math.abs(high))) return false;
        }
        return true;
    }

    /** One data set: low, high and a gap by turns. */
    private void add(Mark.Intervals intervals) {
        int n = intervals.at().length;
        double[] along = new double[3 * n];
        double[] across = new double[3 * n];
        for (int i = 0; i < n; i++) {
            boolean finite = Double.isFinite(intervals.low()[i])
                    && Double.isFinite(intervals.high()[i]);
            along[3 * i] = finite ? intervals.low()[i] : Double.NaN;
            along[3 * i + 1] = finite ? intervals.high()[i] : Double.NaN;
            along[3 * i + 2] = Double.NaN;
            Arrays.fill(across, 3 * i, 3 * i + 3, intervals.at()[i]);
        }
        use(intervals.pen());
        // Points of the same name are in the legend already.
        boolean shared = figure.marks().stream()
                .anyMatch(mark -> mark instanceof Mark.Points && mark.name().equals(intervals.name()));
        add(
                intervals.flat() ? along : across,
                intervals.flat() ? across : along,
                Plot.LINE,
                shared ? "" : intervals.name());
    }

    private void add(Mark.Box box) {
        use(box.fill(), 1.5);
        add(
                new double[] {box.left(), box.right(), box.right(), box.left(), box.left()},
                new double[] {box.low(), box.low(), box.high(), box.high(), box.low()},
                Plot.LINE,
                box.name());
    }

    private void add(Mark.Rule rule) {
        use(rule.pen());
        Axis x = figure.x();
        Axis y = figure.y();
        if (rule.upright()) {
            plot.drawLine(rule.at(), low, rule.at(), y.high());
        } else {
            plot.drawLine(x.low(), rule.at(), x.high(), rule.at());
        }
        if (rule.name().isEmpty()) return;
        use(Colour.BLACK, 1);
        double gap = 5.0 / WIDTH;
        if (rule.upright()) {
            double along = x.along(rule.at());
            boolean left = along < 0.5;
            plot.setJustification(left ? Plot.LEFT : Plot.RIGHT);
            plot.addLabel(
                    left ? along + gap : along - gap,
                    1 - (legendHeight + GAP / 2 + PIXELS_PER_LINE * named++) / height,
                    rule.name());
        } else {
            plot.setJustification(Plot.RIGHT);
            plot.addLabel(1 - gap, downTo(rule.at()) - 2.0 / height, rule.name());
        }
        plot.setJustification(Plot.LEFT);
    }

    /** The share of the height above a value. */
    private double downTo(double value) {
        return (figure.y().high() - value) / (figure.y().high() - low);
    }

    private void add(Mark.Ruler ruler) {
        use(Colour.BLACK, 1);
        double pixel = (figure.y().high() - low) / height;
        double tick = 4 * pixel;
        plot.drawLine(ruler.from(), ruler.y(), ruler.to(), ruler.y());
        double[] places =
                ruler.ticks().stream().mapToDouble(Axis.Tick::value).sorted().toArray();
        double[] level = new double[places.length];
        Arrays.fill(level, ruler.y());
        add(places, level, Plot.LINE, "");
        List<double[]> taken = new ArrayList<>();
        for (Axis.Tick value : ruler.ticks()) {
            plot.drawLine(value.value(), ruler.y(), value.value(), ruler.y() - tick);
            double at = figure.x().along(value.value()) * WIDTH;
            double half = (PIXELS_PER_LETTER * value.label().length() + GAP / 2) / 2;
            if (taken.stream().anyMatch(other -> at - half < other[1] && other[0] < at + half)) continue;
            write(value.label(), value.value(), ruler.y() - tick - (PIXELS_PER_LINE + 2) * pixel, Anchor.MIDDLE);
            taken.add(new double[] {at - half, at + half});
        }
    }

    private void write(String text, double x, double y, Anchor anchor) {
        plot.setJustification(
                switch (anchor) {
                    case START -> Plot.LEFT;
                    case MIDDLE -> Plot.CENTER;
                    case END -> Plot.RIGHT;
                });
        plot.addText(text, x, y);
        plot.setJustification(Plot.LEFT);
    }

    /** From the middle of lines of text to where ImageJ begins them, as a share of the height. */
    private double centred(String text) {
        return (0.5 - (text.split("\n").length - 1) / 2.0) * PIXELS_PER_LINE / height;
    }

    private void addNames() {
        if (figure.x().scale() == Axis.Scale.NAMES) {
            plot.setJustification(Plot.CENTER);
            for (Axis.Tick tick : figure.x().ticks()) {
                plot.addLabel(figure.x().along(tick.value()), 1 + (PIXELS_PER_LINE + GAP) / height, tick.label());
            }
        }
        if (figure.y().scale() == Axis.Scale.NAMES) {
            plot.setJustification(Plot.RIGHT);
            for (Axis.Tick tick : figure.y().ticks())
                plot.addLabel(-GAP / WIDTH, downTo(tick.value()) + centred(tick.label()), tick.label());
        }
        plot.setJustification(Plot.LEFT);
    }

    private void addTop(Axis axis) {
        plot.setJustification(Plot.CENTER);
        List<Axis.Tick> ticks = axis.ticks();
        int step = (ticks.size() + TOP_LABELS - 1) / TOP_LABELS;
        for (int i = 0; i < ticks.size(); i += Math.max(1, step))
            plot.addLabel(
                    axis.along(ticks.get(i).value()),
                    -2.0 / height,
                    ticks.get(i).label());
        plot.setJustification(Plot.LEFT);
    }

    private void addRight(Axis axis) {
        for (Axis.Tick tick : axis.ticks()) {
            plot.addLabel(1 + 5.0 / WIDTH, downTo(tick.value()) + centred(tick.label()), tick.label());
        }
    }
}
