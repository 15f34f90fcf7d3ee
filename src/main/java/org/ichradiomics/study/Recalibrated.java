package org.ichradiomics.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.signature.Output;
import org.ichradiomics.signature.Range;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Training;
import org.ichradiomics.stats.Calibration;
import org.ichradiomics.text.RecordForm;

/**
 * A signature whose probabilities fit other cases: R becomes a + b · R, with the calibration intercept and slope there.
 * The order of cases, and who is above the cutoff, stay as they were.
 */
final class Recalibrated {

    private final double a;
    private final double b;

    private Recalibrated(Calibration calibration) {
        a = calibration.intercept();
        b = calibration.slope();
    }

    /** Empty where there is no line, or it does not rise. */
    static Optional<Signature> of(Signature signature, Validation.Calibrated in, String study) {
        Calibration c = in.calibration();
        return c.slope() > 0 && Double.isFinite(c.intercept())
                ? Optional.of(new Recalibrated(c).moved(signature, in, study))
                : Optional.empty();
    }

    private Signature moved(Signature s, Validation.Calibrated in, String study) {
        String where = in.subset().title() + " of " + study;
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("name", s.name() + ", recalibrated in " + where);
        parts.put(
                "citation",
                s.citation() + " Recalibrated in the " + in.events().length + " cases of " + where
                        + ": R is a + b · R of the signature as it was, and its cutoff with it.");
        parts.put("intercept", moved(s.intercept()));
        parts.put(
                "terms",
                s.terms().stream()
                        .map(t -> RecordForm.with(t, Map.of("weight", b * t.weight())))
                        .toList());
        parts.put(
                "cutoff",
                s.output().cutoffOn() == Output.Value.PROBABILITY ? movedProbability(s.cutoff()) : moved(s.cutoff()));
        parts.put(
                "plausible",
                new Range(moved(s.plausible().low()), moved(s.plausible().high())));
        // Its cases' scores are of the signature as it was.
        parts.put("reference", s.reference().map(r -> RecordForm.with(r, Map.of("scores", List.of()))));
        parts.put("training", s.training().map(this::moved));
        return RecordForm.with(s, parts);
    }

    private double movedProbability(double p) {
        return ScoreTable.probability(moved(Math.log(p / (1 - p))));
    }

    private double moved(double score) {
        return a + b * score;
    }

    private Training moved(Training t) {
        Map<String, Double> raw = new LinkedHashMap<>();
        t.rawWeights().forEach((feature, weight) -> raw.put(feature, b * weight));
        return RecordForm.with(t, Map.of("raw_intercept", moved(t.rawIntercept()), "raw_weights", raw));
    }
}
