package org.ichradiomics.figure;

import java.util.List;

import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.HosmerLemeshow;
import org.ichradiomics.stats.Proportion;

/** Observed frequency of the event against its predicted probability, in the groups of Hosmer and Lemeshow. */
public final class CalibrationFigure {

    /** A cohort's groups. */
    public record Cohort(String name, HosmerLemeshow groups) {}

    private CalibrationFigure() {}

    /** Groups without intervals, as means over several cohorts are. */
    public static Figure ofMeans(String title, String name, double[] predicted, double[] observed) {
        return RocFigure.ofShares(title, "Predicted probability", "Observed frequency")
                .with(List.of(
                        new Mark.Line(name, predicted, observed, Pen.series(0)),
                        new Mark.Points(name, predicted, observed, Marker.series(0), Colour.series(0), 2.2)));
    }

    /** With Wilson's 95 % intervals; p of the test in the legend, where there is one. */
    public static Figure of(String title, List<Cohort> cohorts) {
        Figure figure = RocFigure.ofShares(title, "Predicted probability", "Observed frequency");
        for (int i = 0; i < cohorts.size(); i++) {
            HosmerLemeshow test = cohorts.get(i).groups();
            List<HosmerLemeshow.Group> groups = test.groups();
            List<Estimate> observed = groups.stream()
                    .map(group -> Proportion.WILSON.of(group.observed(), group.n()))
                    .toList();
            double[] x = groups.stream()
                    .mapToDouble(group -> group.expected() / group.n())
                    .toArray();
            double[] y = observed.stream().mapToDouble(Estimate::value).toArray();
            String p = Double.isNaN(test.p()) ? "" : ": Hosmer–Lemeshow " + Numeral.p(test.p());
            String name = cohorts.get(i).name() + p;
            figure = figure.with(List.of(
                    Mark.Intervals.of(name, false, x, observed, Pen.solid(Colour.series(i), 0.7)),
                    new Mark.Points(name, x, y, Marker.series(i), Colour.series(i), 2.2)));
        }
        return figure;
    }
}
