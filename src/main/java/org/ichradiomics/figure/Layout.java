package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A figure in points of print: where its panel, labels and legend lie. From above: title, top axis, panel, axis, legend
 * if it is below. No two labels overlap with any of the fonts {@link Font} speaks of.
 */
final class Layout {

    static final double POINTS_PER_MM = 72 / 25.4;

    private static final double EDGE = 4;
    private static final double TICK = 3;
    private static final double GAP = 2.5;
    /** Of the width of the figure that labels beside the panel may take. */
    private static final double LEFT_SHARE = 0.4;

    private static final double RIGHT_SHARE = 0.35;
    private static final int LINES = 3;
    private static final double BETWEEN_LEVEL = 4;
    private static final double BETWEEN_LINES = 0.5;

    private final Figure figure;
    private final double width;
    private final double height;
    private final Panel panel;
    private final LegendBox legend;
    private final List<Label> labels = new ArrayList<>();
    private final List<double[]> ticks = new ArrayList<>();

    Layout(Figure figure) {
        this.figure = figure;
        width = figure.size().width() * POINTS_PER_MM;
        List<String> title = Font.TITLE.wrap(figure.title(), width - 2 * EDGE, LINES);
        List<String> beside = figure.y().label().isEmpty()
                ? List.of()
                : Font.LABEL.wrap(figure.y().label(), panelHeightAtMost(), 2);
        double left = EDGE
                + (beside.isEmpty() ? 0 : Font.LABEL.height(beside.size()) + GAP)
                + widest(figure.y(), LEFT_SHARE)
                + offset(figure.y());
        double right = EDGE
                + figure.right().map(axis -> GAP + widest(axis, RIGHT_SHARE)).orElse(overhang(left));
        double panelWidth = width - left - right;
        double top = EDGE + (figure.title().isEmpty() ? 0 : Font.TITLE.height(title.size()) + GAP) + abovePanel();
        double panelHeight =
                figure.size().isSquare() ? panelWidth : figure.size().panel() * POINTS_PER_MM;
        panel = new Panel(new Area(left, top, left + panelWidth, top + panelHeight), figure.x(), figure.y());
        if (!figure.title().isEmpty()) {
            labels.add(Label.of(EDGE, EDGE + Font.TITLE.height(title.size()) / 2, title, Font.TITLE, Anchor.START));
        }
        if (!beside.isEmpty()) {
            labels.add(new Label(
                    EDGE + Font.LABEL.height(beside.size()) / 2,
                    middle(top, top + panelHeight),
                    beside,
                    Font.LABEL,
                    Anchor.MIDDLE,
                    Colour.BLACK,
                    true));
        }
        layVertical(figure.y(), left - offset(figure.y()), Anchor.END);
        figure.right().ifPresent(this::layRight);
        figure.top().ifPresent(this::layTop);
        double bottom = layBottom();
        LegendBox inside = LegendBox.inside(figure, panel);
        legend = inside != null ? inside : LegendBox.below(figure, EDGE, width - EDGE, bottom + GAP);
        height = (legend == null || inside != null ? bottom : legend.area().bottom()) + EDGE;
    }

    /** In points. */
    double width() {
        return width;
    }

    /** In points. */
    double height() {
        return height;
    }

    Panel panel() {
        return panel;
    }

    /** For the axis at the top, and for the label of the one at the right. */
    private double abovePanel() {
        return Math.max(
                figure.top().map(this::above).orElse(0.0),
                figure.right()
                        .filter(axis -> !axis.label().isEmpty())
                        .map(axis -> Font.SMALL.height(1) + GAP)
                        .orElse(figure.top().isPresent() ? 0 : GAP));
    }

    private double panelHeightAtMost() {
        return figure.size().isSquare() ? 0.75 * width : figure.size().panel() * POINTS_PER_MM;
    }

    /** From the panel to the labels of an axis. */
    private static double offset(Axis axis) {
        return switch (axis.look()) {
            case FULL -> TICK + GAP;
            case LABELS -> GAP + TICK;
            case NONE -> 0;
        };
    }

    private double widest(Axis axis, double share) {
        if (axis.look() == Axis.Look.NONE) return 0;
        return axis.ticks().stream()
                .flatMap(tick -> Font.SMALL.wrap(tick.label(), share * width, lines(axis)).stream())
                .mapToDouble(Font.SMALL::width)
                .max()
                .orElse(0);
    }

    /** How many lines of a label beside the panel there is room for: of names, as many as a row is high. */
    private int lines(Axis axis) {
        if (axis.scale() != Axis.Scale.NAMES) return LINES;
        return Math.max(1, Math.min(LINES, (int)
                (panelHeightAtMost() / Math.max(1, axis.ticks().size()) / Font.SMALL.height(1))));
    }

    /** How far labels of the last ticks reach beyond the panel. */
    private double overhang(double left) {
        double most = GAP;
        for (Axis axis :
                figure.top().isPresent() ? List.of(figure.x(), figure.top().get()) : List.of(figure.x())) {
            if (axis.look() == Axis.Look.NONE || axis.scale() == Axis.Scale.NAMES) continue;
            for (Axis.Tick tick : axis.ticks()) {
                most = Math.max(
                        most,
                        Font.SMALL.width(tick.label()) / 2
                                - (1 - axis.along(tick.value())) * (width - left - 2 * EDGE));
            }
        }
        return most;
    }

    /** What a top axis takes. */
    private double above(Axis axis) {
        return (axis.label().isEmpty() ? 0 : Font.LABEL.height(1) + GAP / 2) + Font.SMALL.height(1) + GAP / 2 + TICK;
    }

    private void layVertical(Axis axis, double x, Anchor anchor) {
        if (axis.look() == Axis.Look.NONE) return;
        double share = anchor == Anchor.END ? LEFT_SHARE : RIGHT_SHARE;
        List<Label> all = axis.ticks().stream()
                .filter(tick -> isWithin(axis, tick))
                .map(tick -> Label.of(
                        x,
                        panel.y(tick.value()),
                        Font.SMALL.wrap(tick.label(), share * width, lines(axis)),
                        Font.SMALL,
                        anchor))
                .toList();
        labels.addAll(
                axis.scale() == Axis.Scale.NAMES || anchor == Anchor.START
                        ? greedy(all, 0, BETWEEN_LINES)
                        : every(all, 0, BETWEEN_LINES));
        if (axis.look() != Axis.Look.FULL) return;
        for (Axis.Tick tick : axis.ticks()) {
            if (isWithin(axis, tick)) {
                ticks.add(new double[] {
                    panel.area().left() - TICK,
                    panel.y(tick.value()),
                    panel.area().left(),
                    panel.y(tick.value())
                });
            }
        }
    }

    private void layRight(Axis axis) {
        double x = panel.area().right() + GAP;
        layVertical(axis, x, Anchor.START);
        if (!axis.label().isEmpty()) {
            labels.add(Label.of(
                    x,
                    panel.area().top() - Font.SMALL.height(1) / 2 - GAP / 2,
                    List.of(axis.label()),
                    Font.SMALL,
                    Anchor.START));
        }
    }

    private void layTop(Axis axis) {
        double y = panel.area().top() - TICK - GAP / 2 - Font.SMALL.height(1) / 2;
        List<Label> all = axis.ticks().stream()
                .filter(tick -> isWithin(axis, tick))
                .map(tick -> Label.of(panel.x(tick.value()), y, List.of(tick.label()), Font.SMALL, Anchor.MIDDLE))
                .toList();
        List<Label> some = every(all, BETWEEN_LEVEL, 0);
        labels.addAll(some);
        for (Label label : some)
            ticks.add(new double[] {
                label.x(), panel.area().top() - TICK, label.x(), panel.area().top()
            });
        if (!axis.label().isEmpty()) {
            labels.add(Label.of(
                    middle(panel.area().left(), panel.area().right()),
                    y - Font.SMALL.height(1) / 2 - GAP / 2 - Font.LABEL.height(1) / 2,
                    Font.LABEL.wrap(axis.label(), panel.area().width(), 1),
                    Font.LABEL,
                    Anchor.MIDDLE));
        }
    }

    /** Where the axis with its label ends. */
    private double layBottom() {
        Axis axis = figure.x();
        double y = panel.area().bottom();
        if (axis.look() == Axis.Look.NONE) return y;
        double above = y + (axis.look() == Axis.Look.FULL ? TICK : 0) + GAP / 2;
        double room = axis.scale() == Axis.Scale.NAMES
                ? panel.area().width() / Math.max(1, axis.ticks().size()) - BETWEEN_LEVEL
                : Double.POSITIVE_INFINITY;
        List<Label> all = new ArrayList<>();
        for (Axis.Tick tick : axis.ticks()) {
            if (!isWithin(axis, tick)) continue;
            List<String> lines = Font.SMALL.wrap(tick.label(), room, LINES + 2);
            all.add(Label.of(
                    panel.x(tick.value()),
                    above + Font.SMALL.height(lines.size()) / 2,
                    lines,
                    Font.SMALL,
                    Anchor.MIDDLE));
            if (axis.look() == Axis.Look.FULL)
                ticks.add(new double[] {panel.x(tick.value()), y, panel.x(tick.value()), y + TICK});
        }
        labels.addAll(every(all, BETWEEN_LEVEL / 2, 0));
        double end =
                all.stream().mapToDouble(label -> label.area().bottom()).max().orElse(above);
        if (axis.label().isEmpty()) return end;
        List<String> lines = Font.LABEL.wrap(axis.label(), panel.area().width(), LINES);
        Label label = Label.of(
                middle(panel.area().left(), panel.area().right()),
                end + GAP / 2 + Font.LABEL.height(lines.size()) / 2,
                lines,
                Font.LABEL,
                Anchor.MIDDLE);
        labels.add(label);
        return label.area().bottom();
    }

    private static boolean isWithin(Axis axis, Axis.Tick tick) {
        double along = axis.along(tick.value());
        return along >= -1e-9 && along <= 1 + 1e-9;
    }

    /** Every label, or every second, third, … so that none overlap. */
    private static List<Label> every(List<Label> all, double level, double lines) {
        for (int step = 1; step < all.size(); step++) {
            List<Label> some = new ArrayList<>();
            for (int i = 0; i < all.size(); i += step) some.add(all.get(i));
            if (greedy(some, level, lines).size() == some.size()) return some;
        }
        return all.subList(0, Math.min(1, all.size()));
    }

    /** Each label that does not overlap one before. */
    static List<Label> greedy(List<Label> all, double level, double lines) {
        List<Label> some = new ArrayList<>();
        for (Label label : all) {
            Area area = label.area();
            Area wide = new Area(area.left() - level, area.top() - lines, area.right() + level, area.bottom() + lines);
            Predicate<Label> overlaps = other -> other.area().overlaps(wide);
            if (some.stream().noneMatch(overlaps)) some.add(label);
        }
        return some;
    }

    private static double middle(double a, double b) {
        return (a + b) / 2;
    }

    void draw(Canvas canvas) {
        canvas.rectangle(new Area(0, 0, width, height), Colour.WHITE, 1, null);
        drawFrame(canvas);
        MarkPainter painter = new MarkPainter(canvas, panel);
        boolean drawn = false;
        for (Mark mark : figure.marks())
            drawn |= painter.paint(mark) && !(mark instanceof Mark.Rule) && !(mark instanceof Mark.Band);
        if (!drawn) {
            Label.of(
                            middle(panel.area().left(), panel.area().right()),
                            middle(panel.area().top(), panel.area().bottom()),
                            List.of("no values"),
                            Font.LABEL,
                            Anchor.MIDDLE)
                    .draw(canvas);
        }
        for (double[] tick : ticks) canvas.line(tick[0], tick[1], tick[2], tick[3], Pen.AXIS);
        if (legend != null) legend.draw(canvas);
        for (Label label : labels) label.draw(canvas);
    }

    private void drawFrame(Canvas canvas) {
        Area a = panel.area();
        boolean level = figure.x().look() == Axis.Look.FULL;
        boolean upright = figure.y().look() == Axis.Look.FULL;
        if (level) canvas.line(a.left(), a.bottom(), a.right(), a.bottom(), Pen.AXIS);
        if (upright) canvas.line(a.left(), a.top(), a.left(), a.bottom(), Pen.AXIS);
        if (level && upright) {
            canvas.line(a.left(), a.top(), a.right(), a.top(), Pen.AXIS);
            canvas.line(a.right(), a.top(), a.right(), a.bottom(), Pen.AXIS);
        }
    }
}
