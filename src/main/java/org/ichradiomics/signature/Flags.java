package org.ichradiomics.signature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.ichradiomics.text.English;
import org.ichradiomics.text.NumberText;

/** What is to be minded of a signature that somebody else made, in sentences: what its own numbers tell. */
public final class Flags {

    /** More is no spread of a positive quantity, but a slip of a unit or a comma. */
    private static final double LARGE = 10;

    /** Less hardly varies. */
    private static final double SMALL = 0.01;

    /** Fewer events for each term overfit (Peduzzi et al., J Clin Epidemiol 1996; 49: 1373). */
    private static final int EVENTS_PER_TERM = 10;

    /** Quantities that have no sign: sizes, powers, counts. */
    private static final Pattern POSITIVE = Pattern.compile("(?i).*(volume|area|diameter|length|axis|energy|variance|"
            + "deviation|emphasis|uniformity|entropy|contrast|range|rootmeansquared|coarseness|busyness|complexity|"
            + "strength|inertia|dissimilarity|homogeneity|probability|sphericity|compactness|age|hours?|glucose|"
            + "pressure)"
            + "(\\W.*|_.*)?");

    private Flags() {}

    /** All there are; none where nothing is wrong. */
    public static List<String> of(Signature signature) {
        List<String> flags = new ArrayList<>();
        scales(signature).forEach((name, scale) -> {
            boolean isPositive = scale.mean() > 0 && POSITIVE.matcher(name).matches();
            if (isPositive && scale.sd() > LARGE * scale.mean())
                flags.add("The SD of " + name + ", " + NumberText.plain(scale.sd())
                        + ", is more than ten times its mean, " + NumberText.plain(scale.mean())
                        + ", though it is never negative: check units and digits.");
            if (scale.sd() < SMALL * Math.abs(scale.mean()))
                flags.add(English.capital(name) + " hardly varies: its SD, " + NumberText.plain(scale.sd())
                        + ", is less than 1 % of its mean, " + NumberText.plain(scale.mean()) + ".");
        });
        flags.add(events(signature));
        if (!signature.features().isEmpty() && signature.settings().isUnknown())
            flags.add(
                    "It is not known with which settings its features were extracted, so that nobody can check yours.");
        if (signature.own().isEmpty())
            flags.add("It brings no means and SDs: a reference cohort is needed, as for the R-score.");
        if (!signature.features().isEmpty())
            flags.add("Robustness of its features: " + Sturdiness.of(signature, Optional.empty()));
        return flags.stream().filter(flag -> !flag.isEmpty()).toList();
    }

    private static String events(Signature signature) {
        int terms = signature.features().size() + signature.variables().size();
        int events = signature
                .training()
                .map(Training::events)
                .orElse(signature.development().events());
        if (events == 0)
            return "It is not known on how many events it rests, and so not whether it has too many terms.";
        return terms <= events / (double) EVENTS_PER_TERM
                ? ""
                : "It has " + English.counted(terms, "term") + " for " + English.counted(events, "event")
                        + ", fewer than ten events for each: it is likely overfitted.";
    }

    /** Those that are none, mean 0 and SD 1, are left out. */
    private static Map<String, Scale> scales(Signature signature) {
        Map<String, Scale> scales = new LinkedHashMap<>();
        for (Signature.Term term : signature.terms()) {
            signature
                    .own()
                    .flatMap(own -> own.scale(term.feature()))
                    .filter(scale -> scale.mean() != 0 || scale.sd() != 1)
                    .ifPresent(scale -> scales.put(term.feature(), scale));
        }
        for (Signature part : signature.parts()) scales.putAll(scales(part));
        return scales;
    }
}
