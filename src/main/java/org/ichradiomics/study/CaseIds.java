package org.ichradiomics.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;

/** The cases of a table by their names: name → row. */
record CaseIds(FeatureTable table, String column, Map<String, Integer> rows) {

    /** What spreadsheets copy from web pages; it looks like a blank and is none for Java. */
    private static final char NO_BREAK = '\u00a0';

    /**
     * @param column that names the cases; empty: {@code case}, else {@code id}, else {@code Label}
     * @throws InvalidInputException if the column is not there, a name is missing, or a case is there twice
     */
    static CaseIds of(FeatureTable table, Optional<String> column) throws InvalidInputException {
        String name = column.isPresent()
                ? column.get()
                : table.caseColumn()
                        .orElseThrow(() -> new InvalidInputException(Sentence.of(
                                "No column of ",
                                table.title(),
                                " names the cases: call one \"id\", or say which in ",
                                FileKey.ofStudy("columns.id"),
                                ".")));
        List<String> ids = table.texts(name);
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (int r = 0; r < ids.size(); r++) {
            String id = ids.get(r).replace(NO_BREAK, ' ').strip();
            if (id.isEmpty()) {
                throw new InvalidInputException("Column \"" + name + "\" of " + table.title() + " is empty in line "
                        + table.line(r) + ": every row needs the name of its case.");
            }
            Integer before = rows.put(id, r);
            if (before != null) {
                throw new InvalidInputException(
                        "The case \"" + id + "\" stands twice in " + table.title() + ", in lines " + table.line(before)
                                + " and " + table.line(r) + ": keep one row for each case.");
            }
        }
        return new CaseIds(table, name, rows);
    }

    /** The same of a table that may call the column otherwise than the plan does. */
    static CaseIds ofAny(FeatureTable table, Optional<String> column) throws InvalidInputException {
        return of(table, column.filter(table::has));
    }

    /** Those that another table has not. */
    List<String> without(CaseIds other) {
        return rows.keySet().stream().filter(id -> !other.has(id)).toList();
    }

    /** The rows of some cases, in their order. */
    FeatureTable only(List<String> ids) {
        return table.only(ids.stream().mapToInt(this::row).toArray());
    }

    boolean has(String id) {
        return rows.containsKey(id);
    }

    int row(String id) {
        return rows.get(id);
    }
}
