package org.ichradiomics.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import de.siegmar.fastcsv.reader.CsvRecord;

/**
 * A header and which of its fields are columns: all that have a name, and the first also without one if it has values,
 * as R and pandas write the names of rows. Columns without name and value are what a spreadsheet leaves behind.
 */
record HeaderLine(String table, List<String> fields, List<Integer> places) {

    private static final int LETTERS = 26;

    /** @throws InvalidInputException if a column other than the first has values, but no name */
    static HeaderLine of(CsvRecord header, List<CsvRecord> rows, String table) throws InvalidInputException {
        List<String> fields = header.getFields().stream().map(Numeral::bare).toList();
        List<Integer> places = new ArrayList<>();
        for (int c = 0; c < fields.size(); c++) {
            if (fields.get(c).isEmpty()) {
                int place = c;
                var filled = rows.stream()
                        .filter(row -> !isBlank(row, place, place + 1))
                        .findFirst();
                if (filled.isEmpty()) continue;
                if (c > 0) {
                    throw new InvalidInputException("Column " + letters(c) + " of " + table + " has a value in line "
                            + filled.get().getStartingLineNumber()
                            + ", but no name in the header: name it or empty it.");
                }
            }
            places.add(c);
        }
        return new HeaderLine(table, fields, places);
    }

    List<String> columns() {
        return places.stream().map(fields::get).toList();
    }

    /**
     * A row's cells; what it lacks or has beyond the columns may only be empty.
     *
     * @throws InvalidInputException if the row has not one field for each column
     */
    List<String> cells(CsvRecord row) throws InvalidInputException {
        int least = places.get(places.size() - 1) + 1;
        if (row.getFieldCount() < least || !isBlank(row, fields.size(), row.getFieldCount())) {
            throw new InvalidInputException("Line " + row.getStartingLineNumber() + " of " + table + " has "
                    + English.counted(row.getFieldCount(), "field") + ", but the header "
                    + fields.size() + ": correct that line.");
        }
        return places.stream().map(row::getField).toList();
    }

    static boolean isBlank(CsvRecord row) {
        return isBlank(row, 0, row.getFieldCount());
    }

    private static boolean isBlank(CsvRecord row, int from, int to) {
        return IntStream.range(from, Math.min(to, row.getFieldCount()))
                .allMatch(c -> Numeral.bare(row.getField(c)).isEmpty());
    }

    /** As a spreadsheet calls a column: A, B, … Z, AA. */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }
}
