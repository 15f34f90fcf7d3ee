package org.ichradiomics.signature;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * What a signature says about one case.
 *
 * @param value the R-score; NaN if there is none, and then a note says why
 * @param reference the name of the reference it was computed against, or "none"
 * @param group against the signature's cutoff
 * @param called the group in the words of the signature
 * @param probability that belongs to the value; NaN where it is no logit, or there is none
 * @param notes sentences to be shown beside the score
 */
public record Score(
        double value, String reference, Group group, String called, double probability, List<String> notes) {

    /** Of a case in a table; the notes stand with others. */
    public static final List<Column<Score>> COLUMNS = List.of(
            new Column<>(FeatureTable.SCORE, Score::value),
            new Column<>(FeatureTable.SCORE_REFERENCE, Score::reference),
            new Column<>(FeatureTable.SCORE_GROUP, Score::called));

    /** The column of what belongs to a score that is a logit. */
    public static final Column<Score> PROBABILITY = new Column<>(FeatureTable.SCORE_PROBABILITY, Score::probability);

    /** The note where the reference is made of phantoms. */
    public static final String OF_PHANTOMS = "No group is given against the demonstration reference.";

    /** The reference's name where there is none. */
    public static final String NO_REFERENCE = "none";

    /** The R-score group; a statistical group of a study, not a finding about a patient. */
    public enum Group {
        /** R ≥ cutoff. */
        HIGH("high"),
        /** R &lt; cutoff. */
        LOW("low"),
        /** No score, or no reference that allows a group. */
        NONE("none");

        private final String text;

        Group(String text) {
            this.text = text;
        }

        /** As in the column "R-score group". */
        public String text() {
            return text;
        }
    }

    /** One without a probability, whose groups are high and low. */
    public Score(double value, String reference, Group group, List<String> notes) {
        this(value, reference, group, group.text(), Double.NaN, notes);
    }

    /** @throws IllegalArgumentException if there is a group without a value, or no value and no note */
    public Score {
        Objects.requireNonNull(reference);
        notes = List.copyOf(notes);
        if (Double.isNaN(value) && (group != Group.NONE || notes.isEmpty())) {
            throw new IllegalArgumentException("a case without a score has no group, and a note that says why");
        }
    }

    /** No score, for the reason given: for front ends that still show the features where a score was refused. */
    public static Score without(String why) {
        return new Score(Double.NaN, NO_REFERENCE, Group.NONE, List.of(why));
    }

    /**
     * Scores one case.
     *
     * @param chosen the reference; if empty, the one that the signature carries; if it carries none, there is no score
     * @param values the case's features by name, NaN where one has no value
     * @param patient clinical variable → what was said of it, in whatever letters its name is written; those that are
     *     not known are missing or empty
     * @param volume of the haematoma in mL; NaN if not known
     * @param measured the settings with which the values were extracted
     * @throws InvalidInputException if features are missing, settings differ, or the reference cannot scale the
     *     signature's features
     */
    public static Score of(
            Signature signature,
            Optional<Reference> chosen,
            Map<String, Double> values,
            Map<String, String> patient,
            double volume,
            Settings measured)
            throws InvalidInputException {
        return Scoring.of(signature, chosen, "the case", measured, values.keySet())
                .score(
                        feature -> Spelling.find(values.keySet(), feature)
                                .map(values::get)
                                .orElse(Double.NaN),
                        variable -> Spelling.variable(patient.keySet(), variable)
                                .map(patient::get)
                                .orElse(""),
                        volume);
    }

    /**
     * Scores one case of which nothing clinical is known.
     *
     * @throws InvalidInputException as the other {@code of}
     */
    public static Score of(
            Signature signature,
            Optional<Reference> chosen,
            Map<String, Double> values,
            double volume,
            Settings measured)
            throws InvalidInputException {
        return of(signature, chosen, values, Map.of(), volume, measured);
    }

    /**
     * Scores one case whose features are at hand as they were extracted.
     *
     * @throws InvalidInputException as the other {@code of}
     */
    public static Score of(
            Signature signature, Optional<Reference> chosen, FeatureVector features, double volume, Settings measured)
            throws InvalidInputException {
        return of(signature, chosen, features.byName(), volume, measured);
    }

    /**
     * Scores every case of a table, in the order of its rows; clinical variables are columns of it.
     *
     * @throws InvalidInputException as {@link #of}, or if clinical variables are missing, or the table's rows were
     *     measured with different settings
     */
    public static List<Score> ofEach(Signature signature, Optional<Reference> chosen, FeatureTable table)
            throws InvalidInputException {
        return ofEach(signature, chosen, table, table);
    }

    /**
     * The same, where clinical variables stand in a table of their own.
     *
     * @param patients a row for each of the other's
     * @throws InvalidInputException as the other {@code ofEach}
     */
    public static List<Score> ofEach(
            Signature signature, Optional<Reference> chosen, FeatureTable table, FeatureTable patients)
            throws InvalidInputException {
        return Scoring.of(signature, chosen, table.title(), Reference.settings(table), table.columns())
                .scores(table, patients);
    }

    /**
     * The same for cases that were just measured: their settings are known entry by entry, which a table cannot tell.
     *
     * @param patients a row for each case, with the clinical variables that are known
     * @throws InvalidInputException as {@link #of}
     */
    public static List<Score> ofEach(
            Signature signature,
            Optional<Reference> chosen,
            FeatureTable cases,
            FeatureTable patients,
            Settings measured)
            throws InvalidInputException {
        return Scoring.of(signature, chosen, "the case", measured, cases.columns())
                .scores(cases, patients);
    }

    /** The notes as one text, for the column "Notes"; empty if there are none. */
    public String note() {
        return String.join(" ", notes);
    }
}
