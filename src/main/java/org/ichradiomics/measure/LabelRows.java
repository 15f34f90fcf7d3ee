package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.ichradiomics.scan.Labels;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Worded;

/**
 * The rows of one label in a table that has several for a case, each with another label in its column {@code ROI}.
 *
 * @param table a row a case; any other table as it is
 * @param notes what the user should know, in sentences
 */
public record LabelRows(FeatureTable table, List<String> notes) {

    /** The label that is meant where none is chosen. */
    public static final String USUAL = Labels.HAEMATOMA;

    /** What a label is called that has no name, or shares it. */
    private static final String NUMBERED = "label \\d+";

    /** Keeps its own copy. */
    public LabelRows {
        notes = List.copyOf(notes);
    }

    /**
     * Chooses the rows.
     *
     * @param id the column that names the cases; empty: the usual one
     * @param label its number or name; {@value Labels#HAEMATOMA} also means what is called so otherwise, and 1 where no
     *     label is
     * @param setting how the front calls what chooses another
     * @throws InvalidInputException if no row is that label's, or a case has several such; with the list of all labels
     */
    public static LabelRows of(FeatureTable table, Optional<String> id, String label, Worded setting)
            throws InvalidInputException {
        Optional<String> column = id.filter(table::has).or(table::caseColumn);
        if (column.isEmpty() || !table.has(FeatureTable.ROI)) return new LabelRows(table, List.of());
        List<String> cases = table.texts(column.get());
        List<String> rois = table.texts(FeatureTable.ROI);
        Map<String, List<String>> byCase = new LinkedHashMap<>();
        for (int r = 0; r < cases.size(); r++)
            byCase.computeIfAbsent(cases.get(r), c -> new ArrayList<>()).add(rois.get(r));
        if (byCase.values().stream().noneMatch(some -> Set.copyOf(some).size() > 1))
            return new LabelRows(table, List.of());

        Set<String> labels = new LinkedHashSet<>(rois);
        labels.remove("");
        Predicate<String> isMeant = meant(labels, label);
        int[] rows = IntStream.range(0, rois.size())
                .filter(r -> rois.get(r).isEmpty() || isMeant.test(rois.get(r)))
                .toArray();
        String several = English.capital(table.title()) + " has several rows for a case, of the labels "
                + String.join(", ", labels);
        if (labels.stream().noneMatch(isMeant))
            throw new InvalidInputException(Sentence.of(several + ": choose one with ", setting, "."));
        for (Map.Entry<String, List<String>> one : byCase.entrySet()) {
            List<String> own = one.getValue().stream().filter(isMeant).toList();
            if (own.size() > 1)
                throw new InvalidInputException(Sentence.of(
                        several + ", and for " + one.getKey() + " " + String.join(", ", own)
                                + " could be meant: choose one with ",
                        setting,
                        "."));
        }
        Set<String> kept = new LinkedHashSet<>();
        for (int r : rows) kept.add(cases.get(r));
        List<String> lost =
                byCase.keySet().stream().filter(one -> !kept.contains(one)).toList();
        List<String> notes = new ArrayList<>(
                List.of("Of the labels in " + table.title() + " the rows of \"" + label + "\" are taken."));
        if (!lost.isEmpty())
            notes.add("Without a row of that label, and so left out: " + String.join(", ", lost) + ".");
        return new LabelRows(table.only(rows), notes);
    }

    private static Predicate<String> meant(Set<String> labels, String label) {
        if (!Labels.isOpen(label)) {
            String word = label.strip();
            return roi -> roi.equalsIgnoreCase(word)
                    || bare(roi).equalsIgnoreCase(word)
                    || roi.matches("label " + "\\Q" + word + "\\E( .*)?");
        }
        Predicate<String> isHaematoma = roi -> Labels.isHaematoma(bare(roi));
        return labels.stream().anyMatch(isHaematoma) ? isHaematoma : "label 1"::equals;
    }

    /** Its name alone, where a number stands before it. */
    private static String bare(String roi) {
        return roi.replaceFirst("^" + NUMBERED + " (?=.)", "");
    }
}
