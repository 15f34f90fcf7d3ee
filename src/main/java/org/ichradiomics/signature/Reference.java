package org.ichradiomics.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.apache.commons.math3.stat.StatUtils;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFile;

/**
 * What a signature's features are read against: their mean and SD in a cohort. A score without a reference has no
 * meaning, so a score always names the one it was computed with.
 *
 * @param name shown in the column "R-score reference"
 * @param kind whether a group may be given against it
 * @param origin where the cases come from
 * @param cases their number, at least 2; 0: a signature's own, and not known
 * @param settings with which they were measured
 * @param scales by feature, in the order of the table
 * @param scores of its cases, by signatures whose features it scales; none in those of older versions
 */
public record Reference(
        String name,
        Kind kind,
        String origin,
        int cases,
        Settings settings,
        Map<String, Scale> scales,
        List<CaseScores> scores) {

    /** The first version of files with scores in them. */
    static final int SCORES_SINCE = 2;

    /** Its file, described in {@code docs/signature.md}. */
    public static final JsonFile<Reference> FILE = new JsonFile<Reference>(
                    "ICH Radiomics reference", "reference", SignatureForm::reference, SignatureForm::object)
            .since(SCORES_SINCE, Reference::isNew);

    /**
     * Below this number of cases mean and SD are unsteady: a batch is not its own reference, a chosen reference is
     * warned about.
     */
    public static final int STEADY = 20;

    /** What the cases of a reference are. */
    public enum Kind {
        /** Patients. */
        COHORT,
        /** Phantoms, so that a first run shows a number; no group is given. */
        DEMONSTRATION;

        /** As in files. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One that does not hold the scores of its cases. */
    public Reference(String name, Kind kind, String origin, int cases, Settings settings, Map<String, Scale> scales) {
        this(name, kind, origin, cases, settings, scales, List.of());
    }

    /**
     * @throws IllegalArgumentException if the name is blank or has a meaning of its own, or there are not 2 cases, or
     *     no feature
     */
    public Reference {
        if (name.isBlank() || References.isReserved(name)) {
            throw new IllegalArgumentException("a reference cannot have the name \"" + name + "\"");
        }
        Objects.requireNonNull(kind);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(settings);
        if (cases < 0 || cases == 1)
            throw new IllegalArgumentException("a reference needs at least 2 cases, has " + cases);
        if (scales.isEmpty()) throw new IllegalArgumentException("a reference needs at least one feature");
        for (var scale : scales.entrySet()) {
            if (scale.getValue().n() > cases) {
                throw new IllegalArgumentException("the feature " + scale.getKey() + " has "
                        + scale.getValue().n() + " cases, but the reference only " + cases);
            }
        }
        for (CaseScores some : scores) {
            if (some.values().size() > cases) {
                throw new IllegalArgumentException("there are " + some.values().size() + " scores of \""
                        + some.signature() + "\", but the reference has only " + cases + " cases");
            }
        }
        scales = Collections.unmodifiableMap(new LinkedHashMap<>(scales));
        scores = List.copyOf(scores);
    }

    /**
     * The reference that a table is: mean and SD (n − 1) of each of its features, values that are not finite left out
     * feature by feature. Each row is a case.
     *
     * @param features columns of the table; which ones are features is not decided here
     * @throws InvalidInputException if the table has fewer than 2 cases, no feature, text among a feature's numbers, or
     *     rows of different settings
     */
    public static Reference of(FeatureTable table, List<String> features, String name, String origin)
            throws InvalidInputException {
        return of(table, features, name, origin, settings(table));
    }

    /**
     * The same, where the settings are known entry by entry, which a table cannot tell.
     *
     * @throws InvalidInputException also if the table was measured with other settings
     */
    public static Reference of(FeatureTable table, List<String> features, String name, String origin, Settings settings)
            throws InvalidInputException {
        Optional<String> difference = settings(table).difference(settings);
        if (difference.isPresent()) {
            throw new InvalidInputException(
                    "The settings of " + table.title() + " are not those of the reference to be built: "
                            + difference.get() + "; extract the table again.");
        }
        if (table.size() < 2) {
            throw new InvalidInputException("A reference needs at least 2 cases, but " + table.title() + " has "
                    + table.size() + ": add cases.");
        }
        Map<String, Scale> scales = new LinkedHashMap<>();
        for (String feature : features) {
            scales.put(feature, scale(table.values(feature), origin));
        }
        if (scales.isEmpty()) {
            throw new InvalidInputException("A reference needs features, but " + table.title()
                    + " has no column of numbers: choose a feature table.");
        }
        return new Reference(name, Kind.COHORT, origin, table.size(), settings, scales);
    }

    /**
     * A batch as its own reference: scores then say where a case lies within the batch.
     *
     * @throws InvalidInputException if it has fewer than {@value #STEADY} cases, or as {@link #of(FeatureTable, List,
     *     String, String)}
     */
    public static Reference ownCohort(FeatureTable table, List<String> features) throws InvalidInputException {
        if (table.size() < STEADY) {
            throw new InvalidInputException("A batch is its own reference from " + STEADY + " cases on, but "
                    + table.title() + " has " + table.size() + ": choose another reference.");
        }
        return of(table, features, "Own cohort", "the " + table.size() + " cases of " + table.title());
    }

    /**
     * The same, which also holds the scores of its cases by a signature; unchanged where it cannot score them.
     *
     * @param table the cases
     */
    public Reference holding(Signature signature, FeatureTable table) {
        double[] values;
        try {
            values = Score.ofEach(signature, Optional.of(this), table, table, settings).stream()
                    .mapToDouble(Score::value)
                    .filter(Double::isFinite)
                    .toArray();
        } catch (InvalidInputException e) {
            return this;
        }
        return values.length == 0 ? this : holding(CaseScores.of(signature, values));
    }

    /** The same with more scores of its cases. */
    public Reference holding(CaseScores more) {
        List<CaseScores> all = new ArrayList<>(scores);
        all.add(more);
        return new Reference(name, kind, origin, cases, settings, scales, all);
    }

    /** The scores of its cases by a signature; empty if it does not hold them. */
    public Optional<CaseScores> scores(Signature signature) {
        return scores.stream().filter(some -> some.isOf(signature)).findFirst();
    }

    /** Whether it has what files of the first version do not. */
    boolean isNew() {
        return !scores.isEmpty()
                || scales.values().stream().anyMatch(scale -> scale.robustness().isPresent());
    }

    /** The scale of a feature, in whichever spelling; empty if the reference does not have it. */
    public Optional<Scale> scale(String feature) {
        return Spelling.find(scales.keySet(), feature).map(scales::get);
    }

    /** The same, with what is known of its features in its cohort. */
    public Reference knowing(Map<String, Icc> robustness) {
        Map<String, Scale> known = new LinkedHashMap<>();
        scales.forEach((feature, scale) -> known.put(
                feature,
                new Scale(
                        scale.mean(),
                        scale.sd(),
                        scale.n(),
                        scale.origin(),
                        Spelling.find(robustness.keySet(), feature).map(robustness::get))));
        return new Reference(name, kind, origin, cases, settings, known, scores);
    }

    /** A sentence about what to mind with this reference: below {@value #STEADY} cases its numbers are unsteady. */
    public Optional<String> warning() {
        if (cases == 0)
            return Optional.of("It is not known on how many cases the means and SDs of \"" + name + "\" rest.");
        return cases >= STEADY
                ? Optional.empty()
                : Optional.of("The reference \"" + name + "\" has only " + cases + " cases; below " + STEADY
                        + " its means and SDs are unsteady.");
    }

    /** Why each of the given features cannot be scaled, e.g. {@code kurtosis (SD 0)}; empty if all can. */
    List<String> unusable(List<String> features) {
        List<String> unusable = new ArrayList<>();
        for (String feature : features) {
            Optional<Scale> scale = scale(feature);
            if (scale.isEmpty()) {
                unusable.add(feature + " (not in it)");
            } else if (!scale.get().isUsable()) {
                unusable.add(feature + (scale.get().n() < 2 ? " (fewer than 2 values)" : " (SD 0)"));
            }
        }
        return unusable;
    }

    /** Settings of a table: by their hash, as PyRadiomics writes them, or unknown. */
    static Settings settings(FeatureTable table) throws InvalidInputException {
        Optional<String> hash = table.settings();
        if (hash.isEmpty()) return PyRadiomicsParameters.of(table).orElse(Settings.UNKNOWN);
        try {
            return hash.map(Settings::hashed).orElse(Settings.UNKNOWN);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "The column \"" + FeatureTable.SETTINGS + "\" of " + table.title() + " has \"" + hash.get()
                            + "\", which is not a settings hash: correct it, or remove the column.",
                    e);
        }
    }

    private static Scale scale(double[] column, String origin) {
        double[] x = Arrays.stream(column).filter(Double::isFinite).toArray();
        if (x.length == 0) return new Scale(Double.NaN, Double.NaN, 0, origin);
        boolean constant = Arrays.stream(x).allMatch(value -> value == x[0]);
        if (constant) { // computed, the mean of three times 0.1 is not 0.1, and the SD not 0
            return new Scale(x[0], x.length < 2 ? Double.NaN : 0, x.length, origin);
        }
        return new Scale(StatUtils.mean(x), Math.sqrt(StatUtils.variance(x)), x.length, origin);
    }
}
