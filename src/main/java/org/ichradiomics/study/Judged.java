package org.ichradiomics.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.stats.AucDifference;
import org.ichradiomics.stats.NetBenefit;
import org.ichradiomics.stats.PrecisionRecall;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.stats.SmoothCalibration;

/**
 * What the score is worth for the first outcome in the cases that train, or in one of the tests.
 *
 * @param curve with whose cases
 * @param change AUC in training less that here; empty in training itself
 * @param probabilities whether they come true; empty where the score is no log odds, or has no calibration
 */
public record Judged(
        Validation.Curve curve,
        Optional<AucDifference> change,
        PrecisionRecall precision,
        Optional<Probabilities> probabilities) {

    /** Points of a smooth curve: a grid that is fine enough to be drawn. */
    private static final int POINTS = 101;

    /**
     * Whether probabilities come true.
     *
     * @param smooth empty where it cannot be had; {@code unbent} says why
     * @param decisions by threshold, 1 % to 50 %
     */
    public record Probabilities(
            Validation.Calibrated calibrated,
            Optional<SmoothCalibration> smooth,
            Optional<String> unbent,
            List<NetBenefit> decisions) {

        static Attempt<Probabilities> of(Validation.Curve curve, double[] scores) {
            double[] logOdds = Subset.take(scores, curve.cases());
            boolean[] events = curve.endpoint().events(curve.cases());
            Attempt<SmoothCalibration> smooth = Attempt.at(() -> SmoothCalibration.of(logOdds, events, POINTS));
            return Attempt.at(() -> new Probabilities(
                    Validation.Calibrated.of(curve.subset(), logOdds, events),
                    smooth.result(),
                    smooth.problem(),
                    NetBenefit.of(
                            Arrays.stream(logOdds).map(ScoreTable::probability).toArray(), events, Validation.DRAWN)));
        }
    }

    /** @param isLogit whether the score is the log odds of the event */
    static Attempt<Judged> of(
            Validation.Curve curve, Optional<RocCurve> training, double[] scores, boolean isLogit, long seed) {
        return Attempt.at(() -> new Judged(
                curve,
                training.map(ours -> AucDifference.independent(ours, curve.roc())),
                PrecisionRecall.of(
                        Subset.take(scores, curve.cases()), curve.endpoint().events(curve.cases()), seed),
                isLogit ? Probabilities.of(curve, scores).result() : Optional.empty()));
    }

    /** Whose cases. */
    public Subset subset() {
        return curve.subset();
    }
}
