package org.ichradiomics.casework;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

/**
 * The table of saved cases, a row each, and the earlier rows of one of them.
 *
 * @param table with the new row
 * @param history earlier rows of the case, the oldest first; empty if there are none
 */
record CaseTable(FeatureTable table, Optional<FeatureTable> history) {

    /**
     * What table and history become when a row is saved.
     *
     * @param row one row, with a column {@code case}
     * @throws InvalidInputException if a file cannot be read, or the table has other columns
     */
    static CaseTable with(FeatureTable row, CaseHome home) throws InvalidInputException {
        Optional<FeatureTable> history = read(home.history());
        Optional<FeatureTable> there = read(home.table());
        if (there.isEmpty()) return new CaseTable(row, history);
        if (!row.columns().containsAll(there.get().columns())) {
            throw new InvalidInputException(
                    "table.csv in the folder " + home.out().getFileName()
                            + " has other columns than this case, it was made with other settings or by another "
                            + "version: choose another folder for the cases.");
        }
        int at = there.get().texts(FeatureTable.CASE).indexOf(home.id());
        if (at < 0) return new CaseTable(joined(there.get(), row), history);
        FeatureTable old = there.get().only(new int[] {at});
        if (cells(old, row.columns()).equals(cells(row, row.columns()))) return new CaseTable(there.get(), history);
        return new CaseTable(
                replaced(there.get(), at, row), Optional.of(history.isEmpty() ? old : joined(history.get(), old)));
    }

    private static Optional<FeatureTable> read(Path file) throws InvalidInputException {
        return Files.exists(file) ? Optional.of(FeatureTableCsv.read(file)) : Optional.empty();
    }

    private static FeatureTable replaced(FeatureTable table, int at, FeatureTable row) throws InvalidInputException {
        FeatureTable before = table.only(IntStream.range(0, at).toArray());
        FeatureTable after = table.only(IntStream.range(at + 1, table.size()).toArray());
        return joined(joined(before, row), after);
    }

    /** With the columns of both; cells that one does not have are empty. */
    private static FeatureTable joined(FeatureTable first, FeatureTable second) throws InvalidInputException {
        List<String> columns = Stream.concat(first.columns().stream(), second.columns().stream())
                .distinct()
                .toList();
        List<List<String>> rows = new ArrayList<>(cells(first, columns));
        rows.addAll(cells(second, columns));
        return FeatureTable.of(columns, rows);
    }

    private static List<List<String>> cells(FeatureTable table, List<String> columns) throws InvalidInputException {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) rows.add(new ArrayList<>());
        for (String column : columns) {
            List<String> texts = table.has(column) ? table.texts(column) : Collections.nCopies(table.size(), "");
            for (int row = 0; row < texts.size(); row++) rows.get(row).add(texts.get(row));
        }
        return rows;
    }

    /** File → text of those that there are. */
    Map<Path, String> files(CaseHome home) {
        String text = FeatureTableCsv.text(table);
        return history.isEmpty()
                ? Map.of(home.table(), text)
                : Map.of(home.table(), text, home.history(), FeatureTableCsv.text(history.get()));
    }
}
