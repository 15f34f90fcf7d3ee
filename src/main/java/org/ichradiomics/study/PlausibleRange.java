package org.ichradiomics.study;

import java.util.ArrayList;
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
    GCS(3, 15, "gcs glasgow", "eye eyes motor verbal e m v outcome gos gose pupil pupils"),

    /** National Institutes of Health Stroke Scale. */
    NIHSS(0, 42, "nihss nih", ""),

    /** In years. */
    AGE(0, 120, "age alter", "month months day days week weeks gestational bone brain"),

    /** In mL, of a haematoma or any other space in the head. */
    VOLUME(
            0,
            500,
            "volume volumes vol ml volumen",
            "platelet corpuscular urine tidal infusion fluid stroke mm mm3 voxels mpv mcv mg ng ug pg iu u rate dose "
                    + "brain intracranial icv platelets wbc leukocytes glucose blood"),

    /** From one event to a later one. */
    HOURS(0, Double.POSITIVE_INFINITY, "hours hour hrs hr h onset stunden", "age date year growth");

    /** Differences may be of any sign, and codes of any size. */
    private static final Set<String> NEVER = set("change delta diff difference growth percent pct ratio log ln z group "
            + "grp cat category class code increase rel relative unknown per points");

    /** As many are named; who has more has another problem than typing errors. */
    private static final int SHOWN = 10;

    private final double low;
    private final double high;
    private final Set<String> names;
    private final Set<String> others;

    PlausibleRange(double low, double high, String names, String others) {
        this.low = low;
        this.high = high;
        this.names = set(names);
        this.others = set(others);
    }

    private static Set<String> set(String words) {
        return Set.of(words.split(" "));
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

    /** On values that no patient has, in the clinical table and in the volumes that the feature table brings. */
    static List<String> sentences(Joining joined) throws InvalidInputException {
        List<String> sentences = new ArrayList<>();
        FeatureTable clinical = joined.clinical();
        for (String column : clinical.columns()) {
            if (joined.featureNames().contains(column)) continue;
            Optional<PlausibleRange> range = joined.volumes().isFrom(column) ? Optional.of(VOLUME) : of(column);
            sentence(clinical, column, range, joined.ids()).ifPresent(sentences::add);
        }
        if (joined.features().isPresent() && !joined.features().get().title().equals(clinical.title())) {
            for (String column : joined.columns().orElseThrow().others())
                sentence(joined.features().get(), column, of(column), joined.ids())
                        .ifPresent(sentences::add);
        }
        return sentences;
    }

    /** Empty if there are none, or the name of the column tells nothing. */
    private static Optional<String> sentence(
            FeatureTable table, String column, Optional<PlausibleRange> range, List<String> ids)
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
        boolean one = outside.length == 1;
        return "The column \"" + column + "\" of " + table.title() + " has "
                + (one ? "a value" : outside.length + " values")
                + " that no patient has, "
                + (Double.isInfinite(high)
                        ? "below " + NumberText.plain(low)
                        : "outside " + NumberText.plain(low) + " to " + NumberText.plain(high))
                + ": " + which
                + ". If " + (one ? "it stands" : "they stand") + " for no value, name " + (one ? "it" : "them")
                + " in " + FileKey.ofStudy("missing") + "; else correct " + (one ? "it." : "them.");
    }
}
