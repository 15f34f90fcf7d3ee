package org.ichradiomics.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A table in a file to which measured rows are added: none comes twice, and none that is there is lost, unless the user
 * wants the table to begin anew. One that was made by another program of the same columns will do.
 */
public final class GrowingTable {

    private final Path file;
    private final Replacing replacing;
    private boolean anew;

    /**
     * What came of adding.
     *
     * @param isChanged whether the file is another now
     * @param notes what the user should know, one sentence each
     */
    public record Added(boolean isChanged, List<String> notes) {

        public Added {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Writes what belongs to the rows into other files, before they stand in the table: a record that is ahead loses
     * nothing.
     */
    @FunctionalInterface
    public interface Before {

        /** There is nothing else to write. */
        Before NOTHING = (parts, anew) -> {};

        /**
         * @param parts which of the parts are added, from 0
         * @param anew whether the table begins anew
         * @throws InvalidInputException if it cannot be written; the table then stays as it was
         */
        void write(List<Integer> parts, boolean anew) throws InvalidInputException;
    }

    /** Nothing is opened or written yet. */
    public GrowingTable(Path file, Replacing replacing) {
        this.file = file;
        this.replacing = replacing;
        this.anew = replacing.isWanted();
    }

    /**
     * Refuses what could not be added, before it is measured.
     *
     * @throws InvalidInputException if the file cannot be written, or is there, has other columns, and may not be
     *     replaced
     */
    public void check(List<String> columns) throws InvalidInputException {
        WholeFile.check(file);
        there(columns);
    }

    /**
     * Adds rows to the end of the file, or makes it.
     *
     * @param parts rows that belong together, such as the values of one case a line: added or left out together; all of
     *     the same columns
     * @throws InvalidInputException as {@link #check}; the file is then as it was
     */
    public Added add(List<FeatureTable> parts, Before before) throws InvalidInputException {
        return WriteLock.of(file, () -> addLocked(parts, before));
    }

    private Added addLocked(List<FeatureTable> parts, Before before) throws InvalidInputException {
        Optional<There> there = there(parts.get(0).columns());
        List<List<String>> rows = new ArrayList<>(there.map(There::rows).orElse(List.of()));
        List<Integer> added = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            List<List<String>> part = rows(parts.get(i));
            boolean isThere = Collections.indexOfSubList(rows, part) >= 0;
            if (isThere || there.isPresent() && holdsCase(rows, parts.get(i))) notes.add(note(parts.get(i), isThere));
            if (isThere) continue;
            added.add(i);
            rows.addAll(part);
            lines.append(FeatureTableCsv.lines(parts.get(i)));
        }
        if (added.isEmpty()) return new Added(false, notes);
        before.write(added, anew);
        String old =
                there.map(There::text).orElse(FeatureTableCsv.line(parts.get(0).columns()));
        String text = old + (old.endsWith("\n") || old.endsWith("\r") ? "" : "\n") + lines;
        WholeFile.replace(file, TableFile.content(file, text));
        anew = false;
        return new Added(true, notes);
    }

    /** What is there to be added to; empty if nothing is, or if it gives way. */
    private Optional<There> there(List<String> columns) throws InvalidInputException {
        if (anew || !Files.exists(file)) return Optional.empty();
        String text = TableFile.read(file);
        if (text.isBlank()) return Optional.empty();
        FeatureTable table;
        try {
            table = FeatureTableCsv.parse(text, name());
        } catch (InvalidInputException e) {
            return beginAnew(name() + " is no table to which rows could be added");
        }
        if (!table.columns().equals(columns)) {
            return beginAnew(name() + " has other columns than the rows to be added ("
                    + firstDifference(table.columns(), columns) + ")");
        }
        if (columns.size() > 1 && FeatureTableCsv.separator(text) != ',') {
            return beginAnew(name() + " is not separated by commas, so rows cannot be added to it");
        }
        return Optional.of(new There(text, rows(table)));
    }

    private record There(String text, List<List<String>> rows) {}

    private Optional<There> beginAnew(String inTheWay) throws InvalidInputException {
        replacing.allow(
                inTheWay, Sentence.of("choose another file, or give ", Replacing.OVERWRITE, " to begin it anew"));
        anew = true;
        return Optional.empty();
    }

    private static List<List<String>> rows(FeatureTable table) {
        return IntStream.range(0, table.size()).mapToObj(table::row).toList();
    }

    private static boolean holdsCase(List<List<String>> rows, FeatureTable part) {
        Optional<String> column = part.caseColumn();
        if (column.isEmpty()) return false;
        int at = part.columns().indexOf(column.get());
        return rows.stream().anyMatch(row -> row.get(at).equals(part.row(0).get(at)));
    }

    private String note(FeatureTable part, boolean isThere) {
        String of = part.caseColumn().isEmpty() ? "" : " of " + part.cases().get(0);
        String row = part.size() == 1 ? "row" : "rows";
        return isThere
                ? name() + " holds " + (part.size() == 1 ? "this " : "these ") + row + of
                        + " already: nothing was added."
                : name() + " had " + (part.size() == 1 ? "a row" : "rows") + of + " before, with other values: "
                        + (part.size() == 1 ? "another was" : "others were") + " added.";
    }

    private static String firstDifference(List<String> there, List<String> here) {
        if (there.size() != here.size()) return there.size() + " there, " + here.size() + " here";
        int i = IntStream.range(0, there.size())
                .filter(k -> !there.get(k).equals(here.get(k)))
                .findFirst()
                .orElseThrow();
        return "column " + (i + 1) + " is \"" + there.get(i) + "\" there, \"" + here.get(i) + "\" here";
    }

    private String name() {
        return file.getFileName().toString();
    }
}
