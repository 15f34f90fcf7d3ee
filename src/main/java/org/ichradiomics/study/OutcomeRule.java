package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;

import org.ichradiomics.text.Key;

/**
 * An outcome and how a case's is found in the clinical table.
 *
 * @param key in file names and JSON keys, e.g. {@code he}
 * @param variable what it is called among the variables, e.g. {@code poor_outcome}
 * @param event what the event is called in tables, e.g. HE
 * @param other what its absence is called, e.g. NHE
 */
public record OutcomeRule(String key, String variable, String event, String other, Source source) {

    private static final int LONGEST_KEY = 40;

    /** Haematoma expansion as in the paper. */
    public static final OutcomeRule EXPANSION = new OutcomeRule("he", "he", "HE", "NHE", Expansion.STANDARD);

    /** @throws IllegalArgumentException if a name is blank, or the key cannot stand in a file name */
    public OutcomeRule {
        if (!key.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")) {
            throw new IllegalArgumentException(
                    "the key of an outcome must be letters, digits, '_', '.' or '-', was \"" + key + "\"");
        }
        if (variable.isBlank() || event.isBlank() || other.isBlank())
            throw new IllegalArgumentException("an outcome needs names");
    }

    /** Poor outcome of the paper: GOS of at most 3. */
    public static OutcomeRule poor(String column) {
        return new OutcomeRule("poor", "poor_outcome", "poor", "favourable", new Limit(column, 3, true));
    }

    /**
     * An outcome that a column says, 1 of 0 and 1 or yes of no and yes; named as in the paper where it is one of
     * theirs.
     */
    public static OutcomeRule of(String column) {
        return of(column, List.of());
    }

    /**
     * The same.
     *
     * @param events values that mean the event; empty: as above
     */
    public static OutcomeRule of(String column, List<String> events) {
        Column source = new Column(column, events);
        if (column.equalsIgnoreCase(EXPANSION.key()) || column.equalsIgnoreCase("expansion"))
            return new OutcomeRule(EXPANSION.key(), column, EXPANSION.event(), EXPANSION.other(), source);
        if (column.equalsIgnoreCase("poor_outcome") || column.equalsIgnoreCase("poor"))
            return new OutcomeRule("poor", column, "poor", "favourable", source);
        String key = column.replaceAll("[^A-Za-z0-9_.-]+", "_").replaceAll("^[_.-]+", "");
        return new OutcomeRule(
                key.isEmpty() ? "outcome" : key.substring(0, Math.min(key.length(), LONGEST_KEY)),
                column,
                column,
                "no " + column,
                source);
    }

    /** The same names for an outcome that comes from elsewhere. */
    OutcomeRule from(Source another) {
        return new OutcomeRule(key, variable, event, other, another);
    }

    /** The column that says it; empty where it is computed from the volumes. */
    Optional<String> column() {
        if (source instanceof Column says) return Optional.of(says.column());
        return source instanceof Limit limit ? Optional.of(limit.column()) : Optional.empty();
    }

    /** Whether a column bears its name, whatever the case of its letters. */
    boolean isNamed(String column) {
        return variable.equalsIgnoreCase(column) || event.equalsIgnoreCase(column);
    }

    /** Where a case's outcome comes from. */
    public sealed interface Source {}

    /**
     * A column that says it.
     *
     * @param values that mean the event; empty: 1 of 0 and 1, or yes of no and yes
     */
    public record Column(
            String column,
            @Key(value = "event_values", cells = true) List<String> values) implements Source {

        public Column {
            values = List.copyOf(values);
        }
    }

    /** A column of numbers, the event being at most (or at least) a limit: GOS ≤ 3, mRS ≥ 4. */
    public record Limit(String column, double limit, boolean atMost) implements Source {

        /** @throws IllegalArgumentException unless the limit is finite */
        public Limit {
            if (!Double.isFinite(limit))
                throw new IllegalArgumentException("the limit of an outcome must be a number, was " + limit);
        }
    }

    /**
     * Haematoma expansion, from the volumes of two scans.
     *
     * @param relative growth over baseline, 0.33 for 33 %
     * @param absolute growth in mL
     * @param strict whether growth must exceed a limit, not only reach it
     */
    public record Expansion(
            double relative, @Key("absolute_mL") double absolute, boolean strict) implements Source {

        /** Growth of at least 33 % or 6 mL. */
        public static final Expansion STANDARD = new Expansion(0.33, 6, false);

        /** Volumes have few decimals; what is this close to a limit lies on it. */
        private static final double NEAR = 1e-9;

        /** @throws IllegalArgumentException unless both limits are positive */
        public Expansion {
            if (!(relative > 0 && absolute > 0)) {
                throw new IllegalArgumentException(
                        "the limits of expansion must be positive, were " + relative + " and " + absolute + " mL");
            }
        }

        /** The same limits, which growth must exceed. */
        public Expansion exceeded() {
            return new Expansion(relative, absolute, true);
        }

        /** Whether the haematoma expanded, from its volumes in mL, the baseline above 0. */
        public boolean isMet(double baseline, double followUp) {
            double growth = followUp - baseline;
            double share = growth / baseline;
            return strict
                    ? share > relative + NEAR || growth > absolute + NEAR
                    : share >= relative - NEAR || growth >= absolute - NEAR;
        }
    }
}
