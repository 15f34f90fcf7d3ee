package org.ichradiomics.study;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.signature.Range;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Training;
import org.ichradiomics.stats.Calibration;

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
        return new Signature(
                s.name() + ", recalibrated in " + where,
                s.citation() + " Recalibrated in the " + in.events().length + " cases of " + where
                        + ": R is a + b · R of the signature as it was, and its cutoff with it.",
                moved(s.intercept()),
                s.terms().stream()
                        .map(term -> new Signature.Term(term.feature(), b * term.weight()))
                        .toList(),
                moved(s.cutoff()),
                s.volume(),
                new Range(moved(s.plausible().low()), moved(s.plausible().high())),
                s.settings(),
                s.reference()
                        .map(r -> new Reference(r.name(), r.kind(), r.origin(), r.cases(), r.settings(), r.scales())),
                s.training().map(this::moved));
    }

    private double moved(double score) {
        return a + b * score;
    }

    private Training moved(Training t) {
        Map<String, Double> raw = new LinkedHashMap<>();
        t.rawWeights().forEach((feature, weight) -> raw.put(feature, b * weight));
        return new Training(
                t.software(),
                t.outcome(),
                t.cases(),
                t.events(),
                t.test(),
                t.lambda(),
                t.k(),
                t.rule(),
                t.seed(),
                t.folds(),
                t.auc(),
                moved(t.rawIntercept()),
                raw);
    }
}
