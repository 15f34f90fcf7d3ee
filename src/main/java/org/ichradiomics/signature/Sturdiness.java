package org.ichradiomics.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of how robust a signature's features are in the cohort of whoever uses it, in a sentence. */
public final class Sturdiness {

    private static final String UNKNOWN =
            "not known for this cohort: measure it with Robustness, and give its icc.csv to Extract or Build Reference";

    private Sturdiness() {}

    /**
     * Of each feature its ICC, and which are not above 0.75; or that nothing is known.
     *
     * @param reference against which cases are scored
     */
    public static String of(Signature signature, Optional<Reference> reference) {
        List<String> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> weak = new ArrayList<>();
        int cases = 0;
        for (String feature : signature.features()) {
            Optional<Icc> icc = icc(feature, signature, reference);
            if (icc.isEmpty()) unknown.add(feature);
            else known.add(feature + " " + icc.get().text());
            if (icc.isPresent() && !icc.get().isGood()) weak.add(feature);
            cases = Math.max(cases, icc.map(Icc::cases).orElse(0));
        }
        if (known.isEmpty()) return UNKNOWN + ".";
        return "ICC(1,1) under small changes of contour and image, " + cases + " cases: " + String.join("; ", known)
                + (unknown.isEmpty() ? "" : "; not known of " + String.join(", ", unknown))
                + (weak.isEmpty()
                        ? "."
                        : ". Not above " + Range.plain(Icc.GOOD) + ", so not to be relied on: "
                                + String.join(", ", weak) + ".");
    }

    /** The same for a row of a table; empty where nothing is known. */
    static Optional<String> note(Signature signature, Reference reference) {
        String text = of(signature, Optional.of(reference));
        return text.startsWith(UNKNOWN) ? Optional.empty() : Optional.of("Robustness of its features: " + text);
    }

    private static Optional<Icc> icc(String feature, Signature signature, Optional<Reference> reference) {
        return reference
                .flatMap(r -> r.scale(feature))
                .flatMap(Scale::robustness)
                .or(() ->
                        Spelling.find(signature.robustness().keySet(), feature).map(signature.robustness()::get));
    }
}
