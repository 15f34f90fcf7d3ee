package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Draws marks, cut to the panel. */
final class MarkPainter {

    private static final double CAP = 1.8;
    private static final double RULER_TICK = 3;
    private static final double RULER_GAP = 3;

    private final Canvas canvas;
    private final Panel panel;

    MarkPainter(Canvas canvas, Panel panel) {
        this.canvas = canvas;
        this.panel = panel;
    }

    /** Whether anything was drawn. */
    boolean paint(Mark mark) {
        if (mark instanceof Mark.Line line) return paint(line);
        if (mark instanceof Mark.Points points) return paint(points);
        if (mark instanceof Mark.Intervals intervals) return paint(intervals);
        if (mark instanceof Mark.Box box) return paint(box);
        if (mark instanceof Mark.Band band) return paint(band);
        if (mark instanceof Mark.Rule rule) return paint(rule);
        if (mark instanceof Mark.Words words) return paint(words);
        return paint((Mark.Ruler) mark);
    }

    private boolean paint(Mark.Line line) {
        List<double[]> run = new ArrayList<>();
        boolean drawn = false;
        for (int i = 1; i < line.x().length; i++) {
            double[] piece = piece(line.x()[i - 1], line.y()[i - 1], line.x()[i], line.y()[i]);
            double[] last = run.isEmpty() ? null : run.get(run.size() - 1);
            if (last != null && (piece == null || piece[0] != last[0] || piece[1] != last[1])) {
                polyline(run, line.pen());
                run.clear();
            }
            if (piece == null) continue;
            if (run.isEmpty()) run.add(new double[] {piece[0], piece[1]});
            run.add(new double[] {piece[2], piece[3]});
            drawn = true;
        }
        if (!run.isEmpty()) polyline(run, line.pen());
        return drawn;
    }

    private void polyline(List<double[]> run, Pen pen) {
        double[] x = run.stream().mapToDouble(p -> p[0]).toArray();
        double[] y = run.stream().mapToDouble(p -> p[1]).toArray();
        canvas.polyline(x, y, pen);
    }

    /** What of a line between two points of the data is in the panel, or {@code null}. */
    private double[] piece(double x1, double y1, double x2, double y2) {
        double[] ends = {panel.x(x1), panel.y(y1), panel.x(x2), panel.y(y2)};
        if (!Arrays.stream(ends).allMatch(Double::isFinite)) return null;
        return panel.area().cut(ends[0], ends[1], ends[2], ends[3]);
    }

    private boolean paint(Mark.Points points) {
        boolean drawn = false;
        for (int i = 0; i < points.x().length; i++) {
            double x = panel.x(points.x()[i]);
            double y = panel.y(points.y()[i]);
            if (!panel.area().grown(0.5).contains(x, y)) continue;
            canvas.marker(x, y, points.marker(), points.colour(), points.radius());
            drawn = true;
        }
        return drawn;
    }

    private boolean paint(Mark.Intervals intervals) {
        boolean drawn = false;
        for (int i = 0; i < intervals.at().length; i++) {
            double at = intervals.at()[i];
            double low = intervals.low()[i];
            double high = intervals.high()[i];
            double[] piece = intervals.flat() ? piece(low, at, high, at) : piece(at, low, at, high);
            if (piece == null) continue;
            canvas.line(piece[0], piece[1], piece[2], piece[3], intervals.pen());
            cap(intervals, low, at);
            cap(intervals, high, at);
            drawn = true;
        }
        return drawn;
    }

    private void cap(Mark.Intervals intervals, double limit, double at) {
        double x = panel.x(intervals.flat() ? limit : at);
        double y = panel.y(intervals.flat() ? at : limit);
        if (!panel.area().grown(0.5).contains(x, y)) return;
        double across = intervals.flat() ? 0 : CAP;
        double along = intervals.flat() ? CAP : 0;
        Pen whole = intervals.pen().solid();
        canvas.line(x - across, y - along, x + across, y + along, whole);
    }

    private boolean paint(Mark.Box box) {
        Area area = panel.area(box.left(), box.right(), box.low(), box.high());
        return rectangle(area, box.fill(), box.opacity(), box.outline());
    }

    private boolean paint(Mark.Band band) {
        Area all = panel.area();
        Area area = new Area(all.left(), panel.y(band.high()), all.right(), panel.y(band.low()));
        return rectangle(area, band.fill(), band.opacity(), null);
    }

    private boolean rectangle(Area area, Colour fill, double opacity, Pen outline) {
        Area all = panel.area();
        if (!Double.isFinite(area.width() + area.height())) return false;
        if (!area.overlaps(all) && !all.contains(area.left(), area.top())) return false;
        canvas.rectangle(area.within(all), fill, opacity, outline);
        return true;
    }

    private boolean paint(Mark.Rule rule) {
        Area area = panel.area();
        double x = rule.upright() ? panel.x(rule.at()) : area.left();
        double y = rule.upright() ? area.top() : panel.y(rule.at());
        if (!area.contains(x, y)) return false;
        canvas.line(x, y, rule.upright() ? x : area.right(), rule.upright() ? area.bottom() : y, rule.pen());
        return true;
    }

    private boolean paint(Mark.Words words) {
        Label label = label(words);
        if (label == null) return false;
        label.draw(canvas);
        return true;
    }

    /** Where words will be, or {@code null} if they have no place. */
    private Label label(Mark.Words words) {
        double x = panel.x(words.x());
        double y = panel.y(words.y());
        if (!panel.area().contains(x, y)) return null;
        return new Label(x, y, List.of(words.text().split("\n")), Font.SMALL, words.anchor(), words.colour(), false);
    }

    private boolean paint(Mark.Ruler ruler) {
        double y = panel.y(ruler.y());
        double[] piece = piece(ruler.from(), ruler.y(), ruler.to(), ruler.y());
        if (piece == null) return false;
        canvas.line(piece[0], piece[1], piece[2], piece[3], Pen.AXIS);
        List<Label> labels = new ArrayList<>();
        for (Axis.Tick tick : ruler.ticks()) {
            double x = panel.x(tick.value());
            if (!panel.area().grown(0.5).contains(x, y)) continue;
            canvas.line(x, y, x, y + RULER_TICK, Pen.AXIS);
            double middle = y + RULER_TICK + Font.SMALL.height(1) / 2;
            Label label = Label.of(x, middle, List.of(tick.label()), Font.SMALL, Anchor.MIDDLE);
            // Further out it would lie on the name of the row.
            if (label.area().left() > panel.area().left() - RULER_GAP) labels.add(label);
        }
        for (Label label : Layout.greedy(labels, RULER_GAP, 0)) label.draw(canvas);
        return true;
    }

    /** Whether no mark reaches into an area; bands, which fill the panel, do not count. */
    static boolean isFree(Area area, List<Mark> marks, Panel panel) {
        Touch touch = new Touch(area);
        MarkPainter painter = new MarkPainter(touch, panel);
        for (Mark mark : marks) {
            if (!(mark instanceof Mark.Band)) painter.paint(mark);
        }
        return !touch.touched;
    }

    /** Draws nothing, but notes whether anything would have been drawn in an area. */
    private static final class Touch implements Canvas {

        private final Area area;
        private boolean touched;

        private Touch(Area area) {
            this.area = area;
        }

        @Override
        public void line(double x1, double y1, double x2, double y2, Pen pen) {
            touched |= area.cut(x1, y1, x2, y2) != null;
        }

        @Override
        public void polyline(double[] x, double[] y, Pen pen) {
            for (int i = 1; i < x.length; i++) line(x[i - 1], y[i - 1], x[i], y[i], pen);
        }

        @Override
        public void rectangle(Area other, Colour fill, double opacity, Pen outline) {
            touched |= area.overlaps(other);
        }

        @Override
        public void marker(double x, double y, Marker marker, Colour colour, double radius) {
            touched |= area.grown(radius).contains(x, y);
        }

        @Override
        public void text(double x, double y, String text, Font font, Anchor anchor, Colour colour, boolean upright) {
            Label label = Label.of(x, y - font.middle(), List.of(text), font, anchor);
            touched |= label.area().overlaps(area);
        }
    }
}
