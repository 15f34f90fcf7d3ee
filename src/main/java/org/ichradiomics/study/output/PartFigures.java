package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.ichradiomics.figure.CurvesFigure;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.NetBenefit;
import org.ichradiomics.stats.PrecisionRecall;
import org.ichradiomics.stats.SmoothCalibration;
import org.ichradiomics.study.Judged;

/** Figures of the score in training and in each test, with their bands. */
final class PartFigures {

    private PartFigures() {}

    static Stream<StudyFigures.Named> of(List<Judged> parts) {
        return Stream.of(
                        smooth(parts),
                        parts.stream().flatMap(PartFigures::decisions),
                        parts.isEmpty() ? Stream.<StudyFigures.Named>empty() : Stream.of(precision(parts)))
                .flatMap(figures -> figures);
    }

    private static Stream<StudyFigures.Named> smooth(List<Judged> parts) {
        List<CurvesFigure.Curve> curves = new ArrayList<>();
        for (Judged part : parts)
            part.probabilities()
                    .flatMap(Judged.Probabilities::smooth)
                    .ifPresent(curve -> curves.add(new CurvesFigure.Curve(
                            part.subset().title(),
                            curve.points().stream()
                                    .mapToDouble(SmoothCalibration.Point::predicted)
                                    .toArray(),
                            curve.points().stream()
                                    .map(SmoothCalibration.Point::observed)
                                    .toList())));
        return curves.isEmpty()
                ? Stream.empty()
                : Stream.of(new StudyFigures.Named(
                        "calibration_smooth",
                        "Observed against predicted probability by a restricted cubic spline of the score (3 knots), "
                                + "with 95 % bands; dashed: perfect calibration.",
                        CurvesFigure.ofShares(
                                "Smooth calibration", "Predicted probability", "Observed probability", curves)));
    }

    private static Stream<StudyFigures.Named> decisions(Judged part) {
        return part.probabilities().stream().map(p -> {
            double[] x =
                    p.decisions().stream().mapToDouble(NetBenefit::threshold).toArray();
            List<Estimate> model = p.decisions().stream().map(NetBenefit::model).toList();
            double[] all =
                    p.decisions().stream().mapToDouble(d -> d.all().value()).toArray();
            return new StudyFigures.Named(
                    "decision_band_" + part.subset().key(),
                    "Net benefit of acting by the score's probability in " + Words.small(part.subset())
                            + ", with its 95 % band.",
                    CurvesFigure.ofBenefit(
                            "Decision curve, " + part.subset().title(),
                            new CurvesFigure.Curve("Score", x, model),
                            all));
        });
    }

    private static StudyFigures.Named precision(List<Judged> parts) {
        List<CurvesFigure.Curve> curves = parts.stream()
                .map(part -> {
                    PrecisionRecall found = part.precision();
                    List<Estimate> y = found.points().stream()
                            .map(point -> new Estimate(point.precision(), Double.NaN, Double.NaN))
                            .toList();
                    return new CurvesFigure.Curve(
                            part.subset().title() + ": "
                                    + Words.fixed(found.average().value(), 3) + " (share of events "
                                    + Words.fixed(found.share(), 3) + ")",
                            found.points().stream()
                                    .mapToDouble(PrecisionRecall.Point::recall)
                                    .toArray(),
                            y);
                })
                .toList();
        return new StudyFigures.Named(
                "precision_recall",
                "Precision against recall of the score, with the average precision; a score without information has "
                        + "the share of events everywhere.",
                CurvesFigure.ofPrecision("Precision and recall", curves));
    }
}
