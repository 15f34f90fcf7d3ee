package org.ichradiomics.scan;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.ichradiomics.region.Pieces;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/**
 * How lesions are made of a mask: where it is laid, which labels they are, and how much of each.
 *
 * @param placement what is done with a mask that does not lie on its scan
 * @param isPerLabel whether each label is a lesion of its own
 * @param isLargestPiece whether of a lesion in pieces the largest is measured, and not all
 * @param names label → name, for masks that have none themselves
 */
public record LesionRule(
        Placement placement, boolean isPerLabel, boolean isLargestPiece, SortedMap<Long, String> names) {

    /** Between several labels in one word. */
    private static final String SEVERAL = ";";

    public LesionRule {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
    }

    /** One lesion of a mask, all its pieces together. */
    public static LesionRule of(Placement placement) {
        return new LesionRule(placement, false, false, new TreeMap<>());
    }

    /** The same with names for masks that have none. */
    public LesionRule calling(SortedMap<Long, String> others) {
        return new LesionRule(placement, isPerLabel, isLargestPiece, others);
    }

    /** Whether a word names several labels, each of which is a lesion then. */
    public static boolean isSeveral(String word) {
        return word.contains(SEVERAL);
    }

    /**
     * The lesions of a mask's labels.
     *
     * @param mask on the grid of the scan
     * @param word as {@link Labels#number} reads it, or several such by {@code ;}, of which those that are not there
     *     are noted
     * @param besides words for labels that are not the haematoma; one that is not there is noted
     * @param source where the mask comes from, in a word
     * @throws InvalidInputException as {@link Labels#number}, if a label is given as the haematoma and beside it, or if
     *     nothing is labelled
     */
    public Marked marked(Labels mask, String word, Collection<String> besides, String source)
            throws InvalidInputException {
        Labels labels = mask.hasNames() ? mask : mask.named(names);
        labels.requireLabelled();
        SortedSet<Long> others = new TreeSet<>();
        for (String beside : besides) addBeside(labels, beside, others);
        boolean isOne = !isPerLabel && !isSeveral(word);
        boolean isNamed = !Labels.isOpen(word) && !isSeveral(word);
        SortedSet<Long> chosen = isOne || isNamed
                ? new TreeSet<>(List.of(labels.labels().haematoma(word, others)))
                : isSeveral(word) ? listed(labels, word) : drawn(labels);
        SortedMap<Long, Lesion> lesions = new TreeMap<>();
        for (long label : chosen) {
            Lesion lesion = lesion(labels, label, source);
            for (String missing : missing(labels, word, besides)) lesion = lesion.noted(missing);
            lesions.put(label, isOne ? lesion : lesion.asPart(labels.title(label)));
        }
        OptionalLong haematoma = isOne ? OptionalLong.of(chosen.first()) : haematoma(labels, chosen, others);
        return new Marked(lesions, haematoma, Optional.of(labels));
    }

    /**
     * The lesion of one label.
     *
     * @throws InvalidInputException if there is no such label
     */
    public static Lesion lesion(Labels labels, long label, String source) throws InvalidInputException {
        String name = labels.list().size() == 1 ? "" : labels.title(label);
        return new Lesion(
                name,
                source + " " + labels.name() + (name.isEmpty() ? "" : ", " + name),
                labels.cut(Long.toString(label)),
                labels.warnings());
    }

    private static SortedSet<Long> drawn(Labels labels) {
        SortedSet<Long> drawn = new TreeSet<>();
        for (Label label : labels.list()) if (label.voxels() > 0) drawn.add(label.value());
        return drawn;
    }

    private static SortedSet<Long> listed(Labels labels, String word) throws InvalidInputException {
        SortedSet<Long> listed = new TreeSet<>();
        for (String one : words(word))
            labels.labels()
                    .find(one)
                    .map(Label::value)
                    .filter(drawn(labels)::contains)
                    .ifPresent(listed::add);
        if (listed.isEmpty()) listed.add(labels.number(words(word).get(0)));
        return listed;
    }

    private static void addBeside(Labels labels, String words, SortedSet<Long> others) throws InvalidInputException {
        for (String word : words(words)) {
            for (Label label : labels.labels().understood(word)) {
                if (others.add(label.value())) continue;
                throw new InvalidInputException("Label " + word + " of " + labels.name()
                        + " is given twice for what lies beside the haematoma: give each its own.");
            }
        }
    }

    static List<String> words(String word) {
        return Stream.of(word.split(SEVERAL))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static List<String> missing(Labels labels, String word, Collection<String> besides) {
        Stream<String> asked = isSeveral(word) ? words(word).stream() : Stream.of();
        return Stream.concat(asked, besides.stream().flatMap(some -> words(some).stream()))
                .filter(one -> labels.labels().meant(one).isEmpty())
                .map(one -> labels.name() + " holds no label \"" + one + "\", which was asked for.")
                .distinct()
                .toList();
    }

    /** By its name, else the one that is left, else 1 where there are no names. */
    private OptionalLong haematoma(Labels labels, SortedSet<Long> chosen, SortedSet<Long> others) {
        List<Label> named = labels.list().stream()
                .filter(label -> Labels.isHaematoma(label.name()))
                .toList();
        if (!named.isEmpty() || names.values().stream().anyMatch(Labels::isHaematoma)) {
            List<Label> drawn = named.stream()
                    .filter(label -> chosen.contains(label.value()))
                    .toList();
            return drawn.size() == 1 ? OptionalLong.of(drawn.get(0).value()) : OptionalLong.empty();
        }
        List<Long> left =
                chosen.stream().filter(label -> !others.contains(label)).toList();
        if (left.size() == 1) return OptionalLong.of(left.get(0));
        return !labels.hasNames() && left.contains(1L) ? OptionalLong.of(1) : OptionalLong.empty();
    }

    /** How much of a lesion is measured, which its notes say if it is in pieces; once or again is the same. */
    public Lesion piece(Lesion lesion) {
        Pieces pieces = Pieces.of(lesion.mask());
        if (pieces.count() < 2) return lesion;
        String counted = English.counted(pieces.count(), "piece");
        if (!isLargestPiece) return lesion.noted("Its " + counted + " were measured together.");
        return lesion.on(pieces.largest())
                .noted(String.format(
                        Locale.ROOT,
                        "Of its %s the largest was measured, %d of %d voxels.",
                        counted,
                        pieces.inLargest(),
                        pieces.voxels()));
    }

    /** What is marked, of which nothing but the largest pieces is measured if the rule says so. */
    public Marked pieces(Marked marked) {
        if (!isLargestPiece) return marked;
        SortedMap<Long, Lesion> lesions = new TreeMap<>();
        for (Map.Entry<Long, Lesion> one : marked.lesions().entrySet())
            lesions.put(one.getKey(), piece(one.getValue()));
        return new Marked(lesions, marked.haematoma(), marked.labels());
    }
}
