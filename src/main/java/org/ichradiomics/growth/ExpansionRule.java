package org.ichradiomics.growth;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * The published definitions of haematoma expansion, each declared once. Percentages are of the baseline; the decimal 33
 * % is meant, not a third.
 */
public enum ExpansionRule {
    STANDARD(
            "standard",
            "growth ≥ 33 % or ≥ 6 mL",
            "Dowlatshahi 2011; ≥ as in PREDICT and Yogendrakumar 2020. Zhan 2021 says 33% or 6 mL.",
            growth -> growth.againstPercent(33) >= 0 || growth.againstMillilitres(6) >= 0),
    STRICT(
            "standard strict",
            "growth > 33 % or > 6 mL",
            "The same numbers with >, as in the NAG score (2018) and a comparison of BAT, BRAIN and HEP"
                    + " (doi:10.1007/s12028-019-00797-2).",
            growth -> growth.againstPercent(33) > 0 || growth.againstMillilitres(6) > 0),
    LARGE(
            "12.5 mL",
            "growth > 33 % or > 12.5 mL",
            "In use in the literature; cite the paper that you follow.",
            growth -> growth.againstPercent(33) > 0 || growth.againstMillilitres(12.5) > 0),
    MASSIVE(
            "massive",
            "growth > 12.5 mL",
            "Grading in PMC7248383: massive.",
            growth -> growth.againstMillilitres(12.5) > 0),
    MODERATE(
            "moderate or massive",
            "growth > 5.1 mL",
            "Grading in PMC7248383: moderate above 5.1 mL, massive above 12.5 mL.",
            growth -> growth.againstMillilitres(5.1) > 0),
    SIX_ALONE(
            "6 mL",
            "growth ≥ 6 mL",
            "Outcome of the BRAIN score (Wang 2015).",
            growth -> growth.againstMillilitres(6) >= 0),
    REVISED_ANY(
            "revised any IVH",
            "standard, or new or larger IVH",
            "Yogendrakumar 2020 (Stroke).",
            true,
            e -> STANDARD.isMet(e) || e.ivh().orElseThrow().againstMillilitres(0) > 0),
    REVISED_1ML(
            "revised 1 mL IVH",
            "standard, or IVH growth ≥ 1 mL",
            "Yogendrakumar 2020 (Stroke).",
            true,
            e -> STANDARD.isMet(e) || e.ivh().orElseThrow().againstMillilitres(1) >= 0);

    private final String text;
    private final String rule;
    private final String source;
    private final boolean needsIvh;
    private final Predicate<Expansion> met;

    /** A rule on the haematoma alone. */
    ExpansionRule(String text, String rule, String source, Predicate<Growth> met) {
        this(text, rule, source, false, expansion -> met.test(expansion.haematoma()));
    }

    ExpansionRule(String text, String rule, String source, boolean needsIvh, Predicate<Expansion> met) {
        this.text = text;
        this.rule = rule;
        this.source = source;
        this.needsIvh = needsIvh;
        this.met = met;
    }

    /** Its name in tables, files and macros. */
    public String text() {
        return text;
    }

    /** What it asks for, in words. */
    public String rule() {
        return rule;
    }

    /** Who published it, or writes it so. */
    public String source() {
        return source;
    }

    /**
     * What it says of two scans. Not known after surgery; and not known without IVH where it asks for that, even if the
     * haematoma alone meets it: else a cohort without IVH volumes would have known cases that are all expansions.
     */
    public Finding of(Expansion expansion) {
        if (expansion.operated() || needsIvh && expansion.ivh().isEmpty()) return Finding.NOT_KNOWN;
        return Finding.of(isMet(expansion));
    }

    /** The rule of a name, in any case. */
    public static Optional<ExpansionRule> named(String name) {
        for (ExpansionRule rule : values()) {
            if (rule.text.equalsIgnoreCase(name.strip())) return Optional.of(rule);
        }
        return Optional.empty();
    }

    private boolean isMet(Expansion expansion) {
        return met.test(expansion);
    }
}
