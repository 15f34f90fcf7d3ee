package org.ichradiomics.imagej;

import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    private final Axis x;
    private final Axis y;
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
        int panel = (int) (figure.size().panel() * PIXELS_PER_MM);
        int own = figure.size().isSquare() ? WIDTH : Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, panel));
        boolean below = figure.legend() == Figure.Legend.BELOW;
        legendHeight = below ? (int) (LEGEND_LINE * (1.5 + names(false))) : 0;
        int extra = below ? legendHeight + (int) (PIXELS_PER_LINE * names(true)) : 0;
        height = own + extra;
        x = figure.x();
        y = figure.y();
        low = y.low() - (y.high() - y.low()) * extra / own;
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
        String above =
                figure.top().map(top -> " (above: " + lower(top.label()) + ")").orElse("");
        plot.setXYLabels(hasNames(x) ? "" : x.label() + above, hasNames(y) ? "" : y.label());
        plot.setAxisXLog(x.scale() == Axis.Scale.LOGARITHMIC);
        plot.setAxisYLog(y.scale() == Axis.Scale.LOGARITHMIC);
        // Where a linear axis has ticks for logarithms only, ImageJ draws none and no limits either.
        plot.setFormatFlags(Plot.X_LOG_TICKS
                | Plot.Y_LOG_TICKS
                | (isNumbered(x) ? Plot.X_NUMBERS | Plot.X_TICKS : 0)
                | (isNumbered(y) ? Plot.Y_NUMBERS | Plot.Y_TICKS : 0));
        plot.setOptions("addhspace=" + besides() + " addvspace=" + above());
        plot.setFrameSize(WIDTH, height);
        plot.setLimits(x.low(), x.high(), low, y.high());
        for (Mark mark : figure.marks()) add(mark);
        use(Colour.BLACK, 1);
        figure.top().ifPresent(this::addTop);
        figure.right().ifPresent(axis -> axis.ticks().forEach(tick -> addBeside(Plot.LEFT, 1 + 5.0 / WIDTH, tick)));
        addNames();
        if (!inLegend.isEmpty())
            plot.setLegend(null, figure.legend() == Figure.Legend.BELOW ? Plot.BOTTOM_LEFT : Plot.AUTO_POSITION);
        return plot;
    }

    private static String lower(String label) {
        return label.isEmpty() ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }

    private static boolean isNumbered(Axis axis) {
        return axis.look() != Axis.Look.NONE && !hasNames(axis);
    }

    private static boolean hasNames(Axis axis) {
        return axis.scale() == Axis.Scale.NAMES;
    }

    /** Room for the names at the left and the labels at the right, beyond what ImageJ leaves. */
    private int besides() {
        int left = hasNames(y) ? longest(y) - LEFT : 0;
        int right = figure.right().map(PlotWindows::longest).orElse(0);
        return Math.max(0, Math.max(left, right));
    }

    private int above() {
        IntStream lines = x.ticks().stream().mapToInt(tick -> tick.label().split("\n").length);
        int more = hasNames(x) ? lines.max().orElse(1) - 1 : 0;
        return Math.max(figure.top().isPresent() ? TOP : 0, (int) (more * PIXELS_PER_LINE - TOP));
    }

    private static int longest(Axis axis) {
        IntStream letters = axis.ticks().stream()
                .flatMap(tick -> Arrays.stream(tick.label().split("\n")))
                .mapToInt(String::length);
        return (int) (PIXELS_PER_LETTER * letters.max().orElse(0));
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
            plot.drawDottedLine(x.low(), band.low(), x.high(), band.low(), DOTS);
            plot.drawDottedLine(x.low(), band.high(), x.high(), band.high(), DOTS);
        } else if (mark instanceof Mark.Rule rule) {
            add(rule);
        } else if (mark instanceof Mark.Words words) {
            use(words.colour(), 1);
            write(words.text(), words.x(), words.y(), words.anchor());
        } else if (mark instanceof Mark.Ruler ruler) {
            add(ruler);
        }
    }

    private void add(double[] xs, double[] ys, int shape, String name) {
        boolean isNew = figure.legend() != Figure.Legend.NONE && !name.isEmpty() && inLegend.add(name);
        plot.addPoints(floats(xs), floats(ys), null, shape, isNew ? name : null);
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) floats[i] = Double.isFinite(values[i]) ? (float) values[i] : Float.NaN;
        return floats;
    }

    private void add(Mark.Points points) {
        use(points.colour(), 1);
        Color colour = new Color(points.colour().rgb());
        if (points.marker().isFilled()) plot.setColor(colour, colour);
        add(points.x(), points.y(), shape(points.marker()), points.name());
        marks(Mark.Intervals.class)
                .filter(intervals -> barred(intervals) == points)
                .forEach(intervals -> plot.addErrorBars(floats(IntStream.range(0, points.y().length)
                        .mapToDouble(i -> (intervals.high()[i] - intervals.low()[i]) / 2)
                        .toArray())));
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
        return marks(Mark.Points.class)
                .filter(points -> points.name().equals(intervals.name()))
                .filter(points -> Arrays.equals(points.x(), intervals.at()) && isCentred(points, intervals))
                .findFirst()
                .orElse(null);
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
        Arrays.fill(along, Double.NaN);
        for (int i = 0; i < n; i++) {
            double from = intervals.low()[i];
            double to = intervals.high()[i];
            boolean finite = Double.isFinite(from) && Double.isFinite(to);
            if (finite) System.arraycopy(new double[] {from, to}, 0, along, 3 * i, 2);
            Arrays.fill(across, 3 * i, 3 * i + 3, intervals.at()[i]);
        }
        use(intervals.pen());
        // Points of the same name are in the legend already.
        boolean shared =
                marks(Mark.Points.class).anyMatch(points -> points.name().equals(intervals.name()));
        String name = shared ? "" : intervals.name();
        add(intervals.flat() ? along : across, intervals.flat() ? across : along, Plot.LINE, name);
    }

    private <M extends Mark> Stream<M> marks(Class<M> kind) {
        return figure.marks().stream().filter(kind::isInstance).map(kind::cast);
    }

    private void add(Mark.Box box) {
        use(box.fill(), 1.5);
        double[] xs = {box.left(), box.right(), box.right(), box.left(), box.left()};
        double[] ys = {box.low(), box.low(), box.high(), box.high(), box.low()};
        add(xs, ys, Plot.LINE, box.name());
    }

    private void add(Mark.Rule rule) {
        use(rule.pen());
        if (rule.upright()) plot.drawLine(rule.at(), low, rule.at(), y.high());
        else plot.drawLine(x.low(), rule.at(), x.high(), rule.at());
        if (rule.name().isEmpty()) return;
        use(Colour.BLACK, 1);
        double gap = 5.0 / WIDTH;
        if (rule.upright()) {
            double along = x.along(rule.at());
            double down = 1 - (legendHeight + GAP / 2 + PIXELS_PER_LINE * named++) / height;
            if (along < 0.5) label(Plot.LEFT, along + gap, down, rule.name());
            else label(Plot.RIGHT, along - gap, down, rule.name());
        } else {
            label(Plot.RIGHT, 1 - gap, downTo(rule.at()) - 2.0 / height, rule.name());
        }
    }

    /** Text at shares of the area between the axes, from the left and from above. */
    private void label(int justification, double along, double down, String text) {
        plot.setJustification(justification);
        plot.addLabel(along, down, text);
        plot.setJustification(Plot.LEFT);
    }

    /** The share of the height above a value. */
    private double downTo(double value) {
        return (y.high() - value) / (y.high() - low);
    }

    private void add(Mark.Ruler ruler) {
        use(Colour.BLACK, 1);
        double pixel = (y.high() - low) / height;
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
            double at = x.along(value.value()) * WIDTH;
            double half = (PIXELS_PER_LETTER * value.label().length() + GAP / 2) / 2;
            if (taken.stream().anyMatch(other -> at - half < other[1] && other[0] < at + half)) continue;
            write(value.label(), value.value(), ruler.y() - tick - (PIXELS_PER_LINE + 2) * pixel, Anchor.MIDDLE);
            taken.add(new double[] {at - half, at + half});
        }
    }

    private void write(String text, double atX, double atY, Anchor anchor) {
        plot.setJustification(
                switch (anchor) {
                    case START -> Plot.LEFT;
                    case MIDDLE -> Plot.CENTER;
                    case END -> Plot.RIGHT;
                });
        plot.addText(text, atX, atY);
        plot.setJustification(Plot.LEFT);
    }

    /** From the middle of lines of text to where ImageJ begins them, as a share of the height. */
    private double centred(String text) {
        return (0.5 - (text.split("\n").length - 1) / 2.0) * PIXELS_PER_LINE / height;
    }

    private void addNames() {
        if (hasNames(x)) {
            double below = 1 + (PIXELS_PER_LINE + GAP) / height;
            for (Axis.Tick tick : x.ticks()) label(Plot.CENTER, x.along(tick.value()), below, tick.label());
        }
        if (hasNames(y)) y.ticks().forEach(tick -> addBeside(Plot.RIGHT, -GAP / WIDTH, tick));
    }

    private void addBeside(int justification, double along, Axis.Tick tick) {
        label(justification, along, downTo(tick.value()) + centred(tick.label()), tick.label());
    }

    private void addTop(Axis axis) {
        List<Axis.Tick> ticks = axis.ticks();
        int step = Math.max(1, (ticks.size() + TOP_LABELS - 1) / TOP_LABELS);
        for (int i = 0; i < ticks.size(); i += step)
            label(
                    Plot.CENTER,
                    axis.along(ticks.get(i).value()),
                    -2.0 / height,
                    ticks.get(i).label());
    }
}
