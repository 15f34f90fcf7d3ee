package org.ichradiomics.study.output;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.ichradiomics.stats.Calibration;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.study.CalibrationOfR;

/**
 * Whether the probabilities of a score come true, as it is reported everywhere.
 *
 * @param key in files for programs; empty where they are given it in another form
 * @param words in windows
 * @param ofR for programs
 * @param sentence with the number; empty where the methods leave it out
 */
record CalibrationNumber(
        String key,
        String words,
        ToDoubleFunction<Calibration> of,
        ToDoubleFunction<CalibrationOfR> ofR,
        Function<Calibration, String> sentence) {

    static final List<CalibrationNumber> ALL = List.of(
            new CalibrationNumber(
                    "calibration_slope",
                    "calibration slope",
                    Calibration::slope,
                    CalibrationOfR::slope,
                    c -> slope(c.within())),
            new CalibrationNumber(
                    "calibration_intercept_joint",
                    "calibration intercept",
                    Calibration::intercept,
                    CalibrationOfR::intercept,
                    c -> ""),
            new CalibrationNumber(
                    "calibration_in_the_large",
                    "calibration in the large",
                    Calibration::inTheLarge,
                    CalibrationOfR::inTheLarge,
                    c -> "intercept " + Words.fixed(c.inTheLarge(), 2) + " (slope 1; "
                            + Words.fixed(c.ofLarge().low(), 2) + " to "
                            + Words.fixed(c.ofLarge().high(), 2) + ")"),
            new CalibrationNumber(
                    "brier",
                    "Brier score",
                    Calibration::brier,
                    CalibrationOfR::brier,
                    c -> "Brier score " + Words.fixed(c.brier(), 3)),
            new CalibrationNumber(
                    "", "p (Hosmer–Lemeshow)", c -> c.hosmerLemeshow().p(), c -> Double.NaN, c -> ""));

    /** All of them within a sentence. */
    static String sentence(Calibration calibration) {
        return ALL.stream()
                .map(number -> number.sentence.apply(calibration))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String slope(Estimate slope) {
        return Double.isNaN(slope.value())
                ? "no slope can be had"
                : "slope " + Words.fixed(slope.value(), 2) + " (" + Words.fixed(slope.low(), 2) + " to "
                        + Words.fixed(slope.high(), 2) + ")";
    }
}
