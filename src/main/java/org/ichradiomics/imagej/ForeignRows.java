package org.ichradiomics.imagej;

import java.util.List;
import java.util.stream.Stream;

import ij.measure.ResultsTable;

import org.ichradiomics.measure.ExpansionReport;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;

/**
 * The rows that were in a table before our columns came. ImageJ reads cells that were never set as 0, and an R-score of
 * 0 would pass for one: such cells get NaN, or an empty text.
 *
 * @param rows how many
 * @param columns of ours that they had not
 */
record ForeignRows(int rows, List<String> columns) {

    private static final List<String> TEXTS = List.of(
            FeatureTable.ROI,
            FeatureTable.SCORE_REFERENCE,
            FeatureTable.SCORE_GROUP,
            FeatureTable.NOTES,
            VolumeMeasurement.GROUP,
            ExpansionReport.FOLLOW_UP,
            ExpansionReport.EXPANSION,
            ExpansionReport.DEFINITION);

    /** The columns of all our rows. */
    private static final List<String> OURS = Stream.of(
                    ResultsRow.COLUMNS, VolumeMeasurement.COLUMNS, ExpansionReport.COLUMNS)
            .flatMap(columns -> Column.names(columns).stream())
            .distinct()
            .toList();

    /** Adds one of our rows, shown with {@link ResultsRow#DECIMALS} in some of its columns. */
    static <T> void add(ResultsTable table, String label, List<Column<T>> columns, T row, List<String> precise) {
        List<String> names = Column.names(columns);
        ForeignRows foreign = before(table, names);
        fill(table, columns, row);
        table.addLabel(label);
        foreign.clear(table);
        clearOthers(table, names);
        for (String column : precise) table.setDecimalPlaces(table.getColumnIndex(column), ResultsRow.DECIMALS);
    }

    /** Adds a row to a table of such rows only; NaN for what is not there. */
    static <T> void fill(ResultsTable table, List<Column<T>> columns, T row) {
        table.incrementCounter();
        for (Column<T> column : columns) {
            Object cell = column.of(row);
            if (cell instanceof String text) table.addValue(column.name(), text);
            else table.addValue(column.name(), cell == null ? Double.NaN : ((Number) cell).doubleValue());
        }
    }

    /** Remembers which of our columns a table does not have yet; to be called before a row is added. */
    private static ForeignRows before(ResultsTable table, List<String> ours) {
        return new ForeignRows(
                table.size(),
                ours.stream().filter(column -> !table.columnExists(column)).toList());
    }

    /** Marks the cells of our other columns in the last row, which says nothing about them. */
    private static void clearOthers(ResultsTable table, List<String> filled) {
        for (String column : OURS) {
            if (table.columnExists(column) && !filled.contains(column)) clear(table, column, table.size() - 1);
        }
    }

    /** Marks the cells of the new columns; to be called when the row has been filled. */
    private void clear(ResultsTable table) {
        for (String column : columns) {
            for (int row = 0; row < rows; row++) clear(table, column, row);
        }
    }

    static boolean isText(String column) {
        return TEXTS.contains(column);
    }

    private static void clear(ResultsTable table, String column, int row) {
        if (isText(column)) table.setValue(column, row, "");
        else table.setValue(column, row, Double.NaN);
    }
}
