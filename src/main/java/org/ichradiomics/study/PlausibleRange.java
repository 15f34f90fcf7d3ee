package org.ichradiomics.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NumberText;

/**
 * What values a patient can have of quantities that many tables hold, found by the names that people give their
 * columns.
 */
enum PlausibleRange {

    /** Glasgow Coma Scale, the sum of its three parts. */
    GCS(
            3,
            15,
            Set.of("gcs", "glasgow"),
            Set.of("eye", "eyes", "motor", "verbal", "e", "m", "v", "outcome", "gos", "gose", "pupil", "pupils")),

    /** National Institutes of Health Stroke Scale. */
    NIHSS(0, 42, Set.of("nihss", "nih"), Set.of()),

    /** In years. */
    AGE(
            0,
            120,
            Set.of("age", "alter"),
            Set.of("month", "months", "day", "days", "week", "weeks", "gestational", "bone", "brain")),

    /** In mL, of a haematoma or any other space in the head. */
    VOLUME(
            0,
            500,
            Set.of("volume", "volumes", "vol", "ml", "volumen"),
            Set.of(
                    "platelet",
                    "corpuscular",
                    "urine",
                    "tidal",
                    "infusion",
                    "fluid",
                    "stroke",
                    "mm",
                    "mm3",
                    "voxels",
                    "mpv",
                    "mcv",
                    "mg",
                    "ng",
                    "ug",
                    "pg",
                    "iu",
                    "u",
                    "rate",
                    "dose",
                    "brain",
                    "intracranial",
                    "icv",
                    "platelets",
                    "wbc",
                    "leukocytes",
                    "glucose",
                    "blood")),

    /** From one event to a later one. */
    HOURS(
            0,
            Double.POSITIVE_INFINITY,
            Set.of("hours", "hour", "hrs", "hr", "h", "onset", "stunden"),
            Set.of("age", "date", "year", "growth"));

    /** Differences may be of any sign, and codes of any size. */
    private static final Set<String> NEVER = Set.of(
            "change",
            "delta",
            "diff",
            "difference",
            "growth",
            "percent",
            "pct",
            "ratio",
            "log",
            "ln",
            "z",
            "group",
            "grp",
            "cat",
            "category",
            "class",
            "code",
            "increase",
            "rel",
            "relative",
            "unknown",
            "per",
            "points");

    /** As many are named; who has more has another problem than typing errors. */
    private static final int SHOWN = 10;

    private final double low;
    private final double high;
    private final Set<String> names;
    private final Set<String> others;

    PlausibleRange(double low, double high, Set<String> names, Set<String> others) {
        this.low = low;
        this.high = high;
        this.names = names;
        this.others = others;
    }

    /** The quantity that a column holds by its name; empty if the name tells none. */
    static Optional<PlausibleRange> of(String column) {
        List<String> words = words(column);
        if (words.stream().anyMatch(NEVER::contains)) return Optional.empty();
        return Arrays.stream(values())
                .filter(range -> words.stream().anyMatch(range.names::contains)
                        && words.stream().noneMatch(range.others::contains))
                .findFirst();
    }

    /**
     * {@code onset_to_ct_h}, {@code OnsetToCT(h)} and {@code "Onset to CT [h]"} have the same words; digits end one.
     */
    private static List<String> words(String column) {
        String apart = column.replace("mL", "ml")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .replaceAll("(?<=[A-Z])(?=[A-Z][a-z])", " ");
        return Stream.of(apart.toLowerCase(Locale.ROOT).split("[^\\p{L}0-9]+"))
                .flatMap(word -> Stream.of(word.split("(?<=\\p{L}{2})(?=\\d)|(?<=\\d)(?=\\p{L}{3})")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * A sentence on the values of a column that no patient has; empty if there are none, or the name of the column
     * tells nothing.
     */
    static Optional<String> raise(FeatureTable table, String column, List<String> ids) throws InvalidInputException {
        return raise(table, column, of(column), ids);
    }

    /** The same of a column whose quantity is known. */
    static Optional<String> raise(FeatureTable table, String column, Optional<PlausibleRange> range, List<String> ids)
            throws InvalidInputException {
        if (range.isEmpty() || !table.isNumeric(column) || table.stray(column).isPresent()) return Optional.empty();
        double[] values = table.values(column);
        if (range.get().isCoded(values)) return Optional.empty();
        int[] outside = IntStream.range(0, values.length)
                .filter(i -> values[i] < range.get().low || values[i] > range.get().high)
                .toArray();
        return outside.length == 0
                ? Optional.empty()
                : Optional.of(range.get().sentence(table, column, values, outside, ids));
    }

    /** Groups and points that bear the name of what they were made of: nobody has the quantity itself. */
    private boolean isCoded(double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        return Arrays.stream(known).allMatch(x -> x == 0 || x == 1)
                || this == GCS && Arrays.stream(known).allMatch(x -> x < low);
    }

    private String sentence(FeatureTable table, String column, double[] values, int[] outside, List<String> ids) {
        String which = IntStream.of(outside)
                        .limit(SHOWN)
                        .mapToObj(i ->
                                NumberText.plain(values[i]) + " (case " + ids.get(i) + ", line " + table.line(i) + ")")
                        .collect(Collectors.joining(", "))
                + (outside.length > SHOWN ? ", …" : "");
        return "The column \"" + column + "\" of " + table.title() + " has "
                + (outside.length == 1 ? "a value" : outside.length + " values")
                + " that no patient has, "
                + (Double.isInfinite(high)
                        ? "below " + NumberText.plain(low)
                        : "outside " + NumberText.plain(low) + " to " + NumberText.plain(high))
                + ": " + which
                + ". If " + (outside.length == 1 ? "it stands" : "they stand") + " for no value, name "
                + (outside.length == 1 ? "it" : "them")
                + " in " + FileKey.ofStudy("missing") + "; else correct " + (outside.length == 1 ? "it." : "them.");
    }
}
