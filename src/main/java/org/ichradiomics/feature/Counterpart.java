package org.ichradiomics.feature;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What another vocabulary has for a feature: the same quantity on the same grey levels and mask, or one that looks
 * alike and is another.
 *
 * @param vocabulary whose name it is
 * @param name of the feature there
 * @param same whether both are the same quantity
 * @param remark of the same quantity, what is put differently (unit, scale, aggregation), empty if nothing is; of a
 *     look-alike, what sets this feature apart from it
 */
public record Counterpart(Vocabulary vocabulary, String name, boolean same, String remark) {

    /** @throws IllegalArgumentException if a look-alike has no reason */
    public Counterpart {
        if (!same && remark.isBlank()) throw new IllegalArgumentException("say why " + name + " is another quantity");
    }

    /** The same quantity in the same unit. */
    public static Counterpart same(Vocabulary vocabulary, String name) {
        return same(vocabulary, name, "");
    }

    /** @param how what is put differently, e.g. "÷ 1000" of a volume in cm³ */
    public static Counterpart same(Vocabulary vocabulary, String name, String how) {
        return new Counterpart(vocabulary, name, true, how);
    }

    /** @param why what this feature does and the look-alike does not, in one clause */
    public static Counterpart unlike(Vocabulary vocabulary, String name, String why) {
        return new Counterpart(vocabulary, name, false, why);
    }

    /** The same quantity, with how it is put differently; a look-alike stays what it is. */
    public Counterpart noting(String how) {
        return same ? same(vocabulary, name, how) : this;
    }

    /** No longer the same quantity; a look-alike is one for one more reason. */
    public Counterpart apart(String why) {
        return unlike(vocabulary, name, same ? why : why + "; " + remark);
    }

    /** {@code YEKZ}, {@code YEKZ (÷ 1000)} or {@code ≠ ECT3: divides by N − 1, not N}. */
    public String text() {
        if (!same) return "≠ " + name + ": " + remark;
        return remark.isEmpty() ? name : name + " (" + remark + ")";
    }

    /** A feature's counterparts in one vocabulary, for a cell; empty if it has none. */
    public static String text(List<Counterpart> counterparts, Vocabulary vocabulary) {
        return counterparts.stream()
                .filter(c -> c.vocabulary == vocabulary)
                .map(Counterpart::text)
                .collect(Collectors.joining("; "));
    }
}
