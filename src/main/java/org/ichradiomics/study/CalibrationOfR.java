package org.ichradiomics.study;

import org.ichradiomics.stats.GlmOfR;

/** A calibration as R's {@code glm} gives it, which stops earlier than ours: its last digits differ. */
public record CalibrationOfR(double brier, double slope, double intercept, double inTheLarge) {

    /** Of the cases and log odds of a calibration of ours. */
    public static CalibrationOfR of(Validation.Calibrated calibrated) {
        double[] line = GlmOfR.line(calibrated.logOdds(), calibrated.events());
        return new CalibrationOfR(
                calibrated.calibration().brier(),
                line[1],
                line[0],
                GlmOfR.intercept(calibrated.logOdds(), calibrated.events()));
    }
}
