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
    private static final double LOW = -0.02;

    private static final double HIGH = 1.02;

    private RocFigure() {}

    /** In the legend the areas with DeLong's 95 % intervals. */
    public static Figure of(String title, List<Cohort> cohorts) {
        Figure figure = ofShares(title, "1 − specificity", "Sensitivity");
        List<Mark> cutoffs = new ArrayList<>();
        for (int i = 0; i < cohorts.size(); i++) {
            Cohort cohort = cohorts.get(i);
            String area = Numeral.interval(cohort.curve().auc().area(), 3);
            List<Confusion> points = cohort.curve().points();
            double[] x = points.stream().mapToDouble(RocFigure::falseAlarms).toArray();
            double[] y = points.stream().mapToDouble(RocFigure::sensitivity).toArray();
            figure = figure.with(new Mark.Line(cohort.name() + ": AUC " + area, x, y, Pen.series(i)));
            if (Double.isNaN(cohort.cutoff())) continue;
            Confusion point = cohort.curve().at(cohort.cutoff());
            String cutoff = "Cutoff " + Numeral.fixed(cohort.cutoff(), 3);
            double[] left = {falseAlarms(point)};
            double[] up = {sensitivity(point)};
            cutoffs.add(new Mark.Points(cutoff, left, up, Marker.series(i), Colour.series(i), 2.6));
        }
        return figure.with(cutoffs);
    }

    /** Axes from 0 to 1 with the diagonal. */
    static Figure ofShares(String title, String x, String y) {
        double[] ends = {0, 1};
        return Figure.of(title, Size.square(Size.COLUMN), Axis.linear(x, LOW, HIGH), Axis.linear(y, LOW, HIGH))
                .with(new Mark.Line("", ends, ends, Pen.dashed(Colour.GREY, 0.6)));
    }

    /** False positives of all without the event. */
    private static double falseAlarms(Confusion point) {
        return 1 - point.specificity(Proportion.WILSON).value();
    }

    private static double sensitivity(Confusion point) {
        return point.sensitivity(Proportion.WILSON).value();
    }
}
