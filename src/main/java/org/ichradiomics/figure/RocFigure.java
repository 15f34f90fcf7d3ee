package org.ichradiomics.figure;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.stats.Confusion;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.stats.RocCurve;

/** ROC curves of one or more cohorts, with their areas. */
public final class RocFigure {

    /**
     * A cohort's curve.
     *
     * @param cutoff a score marked on the curve; NaN for none
     */
    public record Cohort(String name, RocCurve curve, double cutoff) {}

    /** A little beyond 0 and 1, so that curves do not lie on the frame. */
    static final double LOW = -0.02;

    static final double HIGH = 1.02;
    private static final Pen CHANCE = new Pen(Colour.GREY, 0.6, Dash.DASHED);

    private RocFigure() {}

    /** In the legend the areas with DeLong's 95 % intervals. */
    public static Figure of(String title, List<Cohort> cohorts) {
        Figure figure = Figure.of(
                        title,
                        Size.square(Size.COLUMN),
                        Axis.linear("1 − specificity", LOW, HIGH),
                        Axis.linear("Sensitivity", LOW, HIGH))
                .with(new Mark.Line("", new double[] {0, 1}, new double[] {0, 1}, CHANCE));
        List<Mark> cutoffs = new ArrayList<>();
        for (int i = 0; i < cohorts.size(); i++) {
            Cohort cohort = cohorts.get(i);
            String name = cohort.name() + ": AUC "
                    + Numeral.interval(cohort.curve().auc().area(), 3);
            List<Confusion> points = cohort.curve().points();
            figure = figure.with(new Mark.Line(
                    name,
                    points.stream().mapToDouble(RocFigure::falseAlarms).toArray(),
                    points.stream().mapToDouble(RocFigure::sensitivity).toArray(),
                    Pen.series(i)));
            if (Double.isNaN(cohort.cutoff())) continue;
            Confusion point = cohort.curve().at(cohort.cutoff());
            String cutoff = "Cutoff " + Numeral.fixed(cohort.cutoff(), 3);
            cutoffs.add(new Mark.Points(
                    cutoff,
                    new double[] {falseAlarms(point)},
                    new double[] {sensitivity(point)},
                    Marker.series(i),
                    Colour.series(i),
                    2.6));
        }
        return figure.with(cutoffs);
    }

    /** False positives of all without the event. */
    private static double falseAlarms(Confusion point) {
        return 1 - point.specificity(Proportion.WILSON).value();
    }

    private static double sensitivity(Confusion point) {
        return point.sensitivity(Proportion.WILSON).value();
    }
}
