package org.ichradiomics.sign;

import java.util.Locale;
import java.util.Optional;

/**
 * What the voxels suggest about a sign; the reader decides.
 *
 * @param sign which one
 * @param isSuggested whether its rule is met
 * @param value of {@link Sign#measure}, where it is strongest; 0 where nothing is seen
 * @param evidence where it is strongest; empty where nothing is seen
 */
public record Suggestion(Sign sign, boolean isSuggested, double value, Optional<Evidence> evidence) {

    /**
     * One line, such as {@code Black hole sign: suggested (slice 3, 31.0 HU)}; slices as ImageJ counts them, from 1.
     */
    public String text() {
        String seen = evidence.map(e -> " (slice " + (e.slice() + 1) + ", " + number() + ")")
                .orElse("");
        return sign.title() + ": " + (isSuggested ? "suggested" : "not suggested") + seen;
    }

    /** The value as people print it, such as {@code 31.0 HU} or {@code satellites 2}. */
    public String number() {
        String unit = sign.measure().unit();
        return unit.isEmpty()
                ? String.format(Locale.ROOT, "%s %.0f", sign.measure().key().replace('_', ' '), value)
                : String.format(Locale.ROOT, "%.1f %s", value, unit);
    }
}
