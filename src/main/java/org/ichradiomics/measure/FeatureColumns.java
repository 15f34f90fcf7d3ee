package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.text.CaseColumns;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * Which columns of a table are features. If it has any that a catalogue knows, those are and no other; if it has none,
 * all its columns of numbers are but those about the case. Who names columns decides otherwise.
 *
 * @param table how sentences call it
 * @param features in the order of the table; of named ones in the order of the names
 * @param others the columns that are none, in the order of the table, without that of the cases' names
 * @param empty columns that would be features and have no value in any row
 * @param by how they were found
 */
public record FeatureColumns(String table, List<String> features, List<String> others, List<String> empty, By by) {

    /** How features are found. */
    public enum By {
        /** Some column bears a name of a catalogue. */
        CATALOGUE,
        /** No column does: all columns of numbers. */
        NUMBERS,
        /** Somebody named them. */
        NAMES
    }

    public FeatureColumns {
        features = List.copyOf(features);
        others = List.copyOf(others);
        empty = List.copyOf(empty);
    }

    /** @throws InvalidInputException as {@link #of(FeatureTable, List, Predicate)} */
    public static FeatureColumns of(FeatureTable table, List<String> named) throws InvalidInputException {
        return of(table, named, column -> false);
    }

    /**
     * Finds them.
     *
     * @param named names of columns, or patterns in which {@code *} and {@code ?} stand for any letters and for one;
     *     none: as the class says
     * @param elsewhere columns of numbers that are something else, such as those of a clinical table; a catalogue's are
     *     features all the same
     * @throws InvalidInputException if a name or a pattern fits no column, or means one that says who a case is
     */
    public static FeatureColumns of(FeatureTable table, List<String> named, Predicate<String> elsewhere)
            throws InvalidInputException {
        List<String> known = table.columns().stream()
                .filter(c -> FeatureNames.catalogue(c, table.columns()).isPresent())
                .toList();
        By by = !named.isEmpty() ? By.NAMES : known.isEmpty() ? By.NUMBERS : By.CATALOGUE;
        List<String> found = switch (by) {
            case NAMES -> named(table, named);
            case CATALOGUE -> known;
            case NUMBERS -> table.features().stream().filter(elsewhere.negate()).toList();
        };
        List<String> empty = new ArrayList<>();
        if (by == By.CATALOGUE) {
            for (String column : found) if (table.isEmpty(column)) empty.add(column);
        }
        List<String> features =
                found.stream().filter(column -> !empty.contains(column)).toList();
        Set<String> used =
                Stream.concat(found.stream(), table.caseColumn().stream()).collect(Collectors.toSet());
        return new FeatureColumns(
                table.title(),
                features,
                table.columns().stream()
                        .filter(c -> !used.contains(c) && !c.isEmpty())
                        .toList(),
                empty,
                by);
    }

    /** Names or patterns that are written one behind the other, as in a dialog. */
    public static List<String> split(String names) {
        return Stream.of(names.split(";"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<String> named(FeatureTable table, List<String> named) throws InvalidInputException {
        Set<String> found = new LinkedHashSet<>();
        for (String name : named) {
            if (table.has(name)) {
                if (isName(name, table)) {
                    throw new InvalidInputException("The column \"" + name + "\" of " + table.title()
                            + " says something about a case and is no feature: leave it out of the features.");
                }
                found.add(name);
                continue;
            }
            Pattern pattern = pattern(name);
            List<String> fitting = table.columns().stream()
                    .filter(column -> !column.isEmpty()
                            && pattern.matcher(column).matches()
                            && !CaseColumns.isNeverFeature(column)
                            && table.caseColumn().filter(column::equals).isEmpty())
                    .toList();
            // which says that there is none, and which may be meant
            if (fitting.isEmpty() && !isPattern(name)) table.texts(name);
            if (fitting.isEmpty()) {
                throw new InvalidInputException("No column of " + table.title() + " fits \"" + name
                        + "\" among the features that are named: correct it or leave it out.");
            }
            found.addAll(fitting);
        }
        return List.copyOf(found);
    }

    /** Volume, voxels and slices are about the case, too, but may be named: they are measured. */
    private static boolean isName(String column, FeatureTable table) {
        return table.caseColumn().filter(column::equals).isPresent()
                || CaseColumns.isNeverFeature(column)
                        && !List.of(FeatureTable.VOLUME, FeatureTable.VOXELS, FeatureTable.SLICES)
                                .contains(column);
    }

    private static boolean isPattern(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
    }

    private static Pattern pattern(String name) {
        StringBuilder pattern = new StringBuilder();
        for (char c : name.toCharArray())
            pattern.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        return Pattern.compile(pattern.toString());
    }

    /**
     * The rows of a table that have a value in at least one of some columns: a case that failed in a batch has none.
     *
     * @throws InvalidInputException if a column is not there
     */
    public static FeatureTable measured(FeatureTable table, List<String> features) throws InvalidInputException {
        boolean[] blank = table.blank(features);
        return table.only(
                IntStream.range(0, blank.length).filter(row -> !blank[row]).toArray());
    }

    /** What a user should know of it, in sentences; none where every column is a feature by a catalogue's name. */
    public List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (by == By.NUMBERS && !features.isEmpty()) {
            sentences.add("No column of " + table
                    + " bears the name of a feature in a catalogue: all its columns of numbers are features ("
                    + String.join(", ", features) + ").");
        }
        if (!others.isEmpty()) sentences.add(passedOver());
        if (!empty.isEmpty())
            sentences.add("Without any value in " + table + ", and so no features: " + String.join(", ", empty) + ".");
        return sentences;
    }

    private String passedOver() {
        String which = switch (by) {
            case CATALOGUE -> "those with a name of the " + catalogues() + " catalogue";
            case NUMBERS -> "those of numbers";
            case NAMES -> "those that are named";
        };
        return "Features of " + table + " are its " + (features.size() == 1 ? "1 column" : features.size() + " columns")
                + ", " + which
                + "; passed over: " + String.join(", ", others) + ".";
    }

    private String catalogues() {
        return features.stream()
                .flatMap(column -> FeatureNames.catalogue(column, features).stream())
                .distinct()
                .collect(Collectors.joining(" or "));
    }

    /** The sentences in one text, for a log. */
    public Optional<String> text() {
        return sentences().isEmpty() ? Optional.empty() : Optional.of(String.join(" ", sentences()));
    }
}
