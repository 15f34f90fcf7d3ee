package org.ichradiomics.study.output;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import org.ichradiomics.stats.Calibration;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.study.CalibrationOfR;

/** Whether the probabilities of a score come true, as it is reported everywhere. */
enum CalibrationNumber {
    SLOPE("calibration_slope", "calibration slope", Calibration::slope, (c, r) -> r.slope(), c -> slope(c.within())),
    INTERCEPT(
            "calibration_intercept_joint",
            "calibration intercept",
            Calibration::intercept,
            (c, r) -> r.intercept(),
            c -> ""),
    IN_THE_LARGE(
            "calibration_in_the_large",
            "calibration in the large",
            Calibration::inTheLarge,
            (c, r) -> r.inTheLarge(),
            c -> "intercept " + Words.fixed(c.inTheLarge(), 2) + " (slope 1)"),
    BRIER(
            "brier",
            "Brier score",
            Calibration::brier,
            (c, r) -> c.brier(),
            c -> "Brier score " + Words.fixed(c.brier(), 3)),
    /** Programs are given the whole test, of models. */
    HOSMER_LEMESHOW(
            "",
            "p (Hosmer–Lemeshow)",
            c -> c.hosmerLemeshow().p(),
            (c, r) -> c.hosmerLemeshow().p(),
            c -> "");

    private final String key;
    private final String words;
    private final ToDoubleFunction<Calibration> value;
    private final ToDoubleBiFunction<Calibration, CalibrationOfR> forPrograms;
    private final Function<Calibration, String> sentence;

    CalibrationNumber(
            String key,
            String words,
            ToDoubleFunction<Calibration> value,
            ToDoubleBiFunction<Calibration, CalibrationOfR> forPrograms,
            Function<Calibration, String> sentence) {
        this.key = key;
        this.words = words;
        this.value = value;
        this.forPrograms = forPrograms;
        this.sentence = sentence;
    }

    /** In files for programs; empty where they are given it in another form. */
    String key() {
        return key;
    }

    /** In windows. */
    String words() {
        return words;
    }

    double of(Calibration calibration) {
        return value.applyAsDouble(calibration);
    }

    /** Where R has a number of its own, that. */
    double forPrograms(Calibration calibration, CalibrationOfR ofR) {
        return forPrograms.applyAsDouble(calibration, ofR);
    }

    /** In words with the number; empty where the text leaves it out. */
    String sentence(Calibration calibration) {
        return sentence.apply(calibration);
    }

    /** All of them within a sentence. */
    static String sentences(Calibration calibration) {
        return Arrays.stream(values())
                .map(number -> number.sentence(calibration))
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
