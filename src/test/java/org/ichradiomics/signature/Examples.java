package org.ichradiomics.signature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The smallest signature and references that the tests speak about. */
final class Examples {

    static final Settings AK = SettingsTest.ak("256", "auto");

    private Examples() {}

    /** R = −1 + 0.5 z(a) − 2 z(b), cutoff −1.43, for 3 to below 10 mL, −8 to 2. */
    static Signature signature(Optional<Reference> own) {
        return new Signature(
                "two terms",
                "a test",
                -1,
                List.of(new Signature.Term("a", 0.5), new Signature.Term("b", -2)),
                -1.43,
                new Range(3, 10),
                new Range(-8, 2),
                AK,
                own);
    }

    /** a: mean 10, SD 2; b: mean 100, SD 20. */
    static Reference reference(Reference.Kind kind, int cases, Settings settings) {
        Map<String, Scale> scales = new LinkedHashMap<>();
        scales.put("a", new Scale(10, 2, cases, "a test"));
        scales.put("b", new Scale(100, 20, cases, "a test"));
        return new Reference(
                kind == Reference.Kind.COHORT ? "cohort" : "phantoms", kind, "a test", cases, settings, scales);
    }

    static Reference cohort() {
        return reference(Reference.Kind.COHORT, 30, AK);
    }
}
