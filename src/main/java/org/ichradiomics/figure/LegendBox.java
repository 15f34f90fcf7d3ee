package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names of the marks beside samples of them, in their order. */
final class LegendBox {

    private record Entry(List<Mark> marks, List<String> lines) {

        double width() {
            double widest = lines.stream().mapToDouble(Font.SMALL::width).max().orElse(0);
            return SAMPLE + GAP + widest;
        }

        double height() {
            return Font.SMALL.height(lines.size()) + BETWEEN;
        }
    }

    private static final double SAMPLE = 20;
    /** From one point to the next where points of several marks share an entry. */
    private static final double BESIDE = 7;

    private static final double GAP = 4;
    private static final double BETWEEN = 1.2;
    private static final double INSET = 4;
    private static final double COLUMN_GAP = 10;
    /** Of the panel that a legend inside may take. */
    private static final double WIDEST = 0.8;

    private static final double HIGHEST = 0.5;
    /** Corners and then sides, in shares of what is left of the panel. */
    private static final double[][] PLACES = {{1, 1}, {1, 0}, {0, 0}, {0, 1}, {0.5, 0}, {0.5, 1}, {1, 0.5}, {0, 0.5}};

    private final List<Entry> entries;
    private final int rows;
    private final double column;
    private final Area area;

    private LegendBox(List<Entry> entries, int columns, double left, double top) {
        this.entries = entries;
        rows = (entries.size() + columns - 1) / columns;
        column = column(entries);
        double height = 0;
        for (int c = 0; c < columns; c++) {
            Stream<Entry> beneath = entries.stream().skip((long) c * rows).limit(rows);
            height = Math.max(height, beneath.mapToDouble(Entry::height).sum());
        }
        area = new Area(left, top, left + columns * column - COLUMN_GAP, top + height);
    }

    /**
     * In the first corner, or else at the first side, of the panel that no mark reaches into; {@code null} if there is
     * none.
     */
    static LegendBox inside(Figure figure, Panel panel) {
        if (figure.legend() != Figure.Legend.INSIDE) return null;
        List<Entry> entries = entries(figure, Double.POSITIVE_INFINITY);
        if (entries.isEmpty()) return null;
        Area size = new LegendBox(entries, 1, 0, 0).area;
        Area free = panel.area().grown(-INSET);
        if (size.width() > WIDEST * free.width() || size.height() > HIGHEST * free.height()) return null;
        for (double[] place : PLACES) {
            double left = free.left() + place[0] * (free.width() - size.width());
            double top = free.top() + place[1] * (free.height() - size.height());
            LegendBox box = new LegendBox(entries, 1, left, top);
            if (MarkPainter.isFree(box.area.grown(2), figure.marks(), panel)) return box;
        }
        return null;
    }

    /** In as many columns as fit between two places; {@code null} if the figure has no legend. */
    static LegendBox below(Figure figure, double left, double right, double top) {
        if (figure.legend() == Figure.Legend.NONE) return null;
        List<Entry> entries = entries(figure, right - left - SAMPLE - GAP);
        if (entries.isEmpty()) return null;
        int fitting = (int) ((right - left + COLUMN_GAP) / column(entries));
        int columns = Math.max(1, Math.min(entries.size(), fitting));
        double width = new LegendBox(entries, columns, 0, 0).area.width();
        return new LegendBox(entries, columns, left + (right - left - width) / 2, top);
    }

    private static double column(List<Entry> entries) {
        return entries.stream().mapToDouble(Entry::width).max().orElse(0) + COLUMN_GAP;
    }

    private static List<Entry> entries(Figure figure, double width) {
        Map<String, List<Mark>> named = new LinkedHashMap<>();
        for (Mark mark : figure.marks()) {
            if (!mark.name().isEmpty())
                named.computeIfAbsent(mark.name(), name -> new ArrayList<>()).add(mark);
        }
        return named.entrySet().stream()
                .map(e -> new Entry(e.getValue(), Font.SMALL.wrap(e.getKey(), width, 3)))
                .toList();
    }

    Area area() {
        return area;
    }

    void draw(Canvas canvas) {
        double y = area.top();
        for (int i = 0; i < entries.size(); i++) {
            if (i % rows == 0) y = area.top();
            double left = area.left() + i / rows * column;
            Entry entry = entries.get(i);
            double middle = y + entry.height() / 2;
            long points =
                    entry.marks().stream().filter(Mark.Points.class::isInstance).count();
            double at = left + SAMPLE / 2 - (points - 1) * BESIDE / 2;
            for (Mark mark : entry.marks()) {
                sample(canvas, mark, left, mark instanceof Mark.Points ? at : left + SAMPLE / 2, middle);
                if (mark instanceof Mark.Points) at += BESIDE;
            }
            Label name = Label.of(left + SAMPLE + GAP, middle, entry.lines(), Font.SMALL, Anchor.START);
            name.draw(canvas);
            y += entry.height();
        }
    }

    private static void sample(Canvas canvas, Mark mark, double left, double centre, double y) {
        if (mark instanceof Mark.Line line) canvas.line(left, y, left + SAMPLE, y, line.pen());
        if (mark instanceof Mark.Rule rule) canvas.line(left, y, left + SAMPLE, y, rule.pen());
        if (mark instanceof Mark.Points points)
            canvas.marker(centre, y, points.marker(), points.colour(), Math.max(points.radius(), 1.6));
        if (mark instanceof Mark.Intervals intervals) {
            if (intervals.flat()) canvas.line(left + 3, y, left + SAMPLE - 3, y, intervals.pen());
            else canvas.line(centre, y - 3.5, centre, y + 3.5, intervals.pen());
        }
        Area patch = new Area(centre - 6, y - 2.8, centre + 6, y + 2.8);
        if (mark instanceof Mark.Box box) canvas.rectangle(patch, box.fill(), box.opacity(), box.outline());
        if (mark instanceof Mark.Band band) canvas.rectangle(patch, band.fill(), band.opacity(), null);
    }
}
