package org.ichradiomics.clinical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * A table of patients with their scores: its own columns, then {@code score}, what was observed by score, and
 * {@code note}.
 *
 * @param table as many rows as were given, in their order
 * @param rows what came of each, in their order
 * @param notes what the user should know, one sentence each
 */
public record ScoredTable(FeatureTable table, List<Scored> rows, List<String> notes) {

    /** The column of a score; empty where an item is missing or impossible. */
    public static final String SCORE = "score";
    /** The column that says why a score is empty. */
    public static final String NOTE = "note";

    public ScoredTable {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** How many have no score; their note says why. */
    public int unscored() {
        return (int) rows.stream().filter(row -> row.score().isEmpty()).count();
    }

    /**
     * Scores every row. Columns are found in capitals or not; a column that is there under the name of one that is
     * written is replaced.
     *
     * @throws InvalidInputException if the table has no column for an item, naming all of those, or two that differ in
     *     capitals only
     */
    public static ScoredTable of(ClinicalScore score, FeatureTable table) throws InvalidInputException {
        Map<String, List<String>> cells = cells(score, table);
        List<Scored> rows = IntStream.range(0, table.size())
                .mapToObj(r -> score.of(
                        column -> cells.containsKey(column) ? cells.get(column).get(r) : null))
                .toList();
        Map<String, List<String>> written = new LinkedHashMap<>();
        written.put(SCORE, rows.stream().map(Scored::text).toList());
        for (int k = 0; k < score.outcomes().size(); k++) {
            int outcome = k;
            written.put(
                    score.outcomes().get(k).column(),
                    rows.stream().map(row -> row.outcomes().get(outcome)).toList());
        }
        written.put(NOTE, rows.stream().map(Scored::note).toList());
        FeatureTable result = table;
        List<String> notes = new ArrayList<>();
        for (Map.Entry<String, List<String>> column : written.entrySet()) {
            if (table.has(column.getKey())) notes.addAll(differences(table, column.getKey(), column.getValue()));
            result = result.with(column.getKey(), column.getValue());
        }
        return new ScoredTable(result, rows, notes);
    }

    /** The columns of the items that the table has, by the names that items use. */
    private static Map<String, List<String>> cells(ClinicalScore score, FeatureTable table)
            throws InvalidInputException {
        Map<String, List<String>> cells = new LinkedHashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        for (List<String> names : score.columns()) {
            boolean isThere = false;
            for (String name : names) {
                String column = column(table, name);
                if (column.isEmpty()) continue;
                cells.put(name, unambiguous(table.texts(column)));
                isThere = true;
            }
            if (!isThere) missing.add("\"" + names.get(0) + "\"");
        }
        if (missing.isEmpty()) return cells;
        throw new InvalidInputException(English.capital(table.title()) + " has no column " + String.join(", ", missing)
                + ", which the " + score.title() + " needs: add "
                + (missing.size() == 1 ? "it" : "them") + ", or name the columns so.");
    }

    /** The table's own name for a column; empty if it has none. */
    private static String column(FeatureTable table, String name) throws InvalidInputException {
        if (table.has(name)) return name;
        List<String> alike =
                table.columns().stream().filter(name::equalsIgnoreCase).toList();
        if (alike.size() > 1) {
            throw new InvalidInputException(English.capital(table.title()) + " has more than one column that may be "
                    + name + ": " + String.join(", ", alike) + "; rename all but one.");
        }
        return alike.isEmpty() ? "" : alike.get(0);
    }

    /**
     * Beside 29,9 a 1.234 may be one thousand or one: such cells are marked, so that no scale takes them for a number.
     */
    private static List<String> unambiguous(List<String> cells) {
        boolean hasComma = cells.stream().anyMatch(cell -> cell.strip().matches("[+-]?\\d+,\\d+"));
        if (!hasComma) return cells;
        return cells.stream()
                .map(cell -> cell.strip().matches("[+-]?\\d{1,3}\\.\\d{3}")
                        ? cell.strip() + " (beside decimal commas)"
                        : cell)
                .toList();
    }

    private static List<String> differences(FeatureTable table, String column, List<String> cells)
            throws InvalidInputException {
        List<String> old = table.texts(column);
        long other = IntStream.range(0, cells.size())
                .filter(r -> !old.get(r).isBlank() && !old.get(r).strip().equals(cells.get(r)))
                .count();
        return other == 0
                ? List.of()
                : List.of("The column \"" + column + "\" was there and is written anew; " + other
                        + (other == 1 ? " row had" : " rows had") + " another value.");
    }
}
