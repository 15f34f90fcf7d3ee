package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import ij.measure.ResultsTable;

import org.ichradiomics.text.FeatureTable;

/**
 * The rows that were in a table before our columns came. ImageJ reads cells that were never set as 0, and an R-score of
 * 0 would pass for one: such cells get NaN, or an empty text.
 */
final class ForeignRows {

    private static final List<String> TEXTS = List.of(
            FeatureTable.ROI,
            FeatureTable.SCORE_REFERENCE,
            FeatureTable.SCORE_GROUP,
            FeatureTable.NOTES,
            VolumeMeasuring.GROUP,
            ExpansionMeasuring.FOLLOW_UP,
            ExpansionMeasuring.EXPANSION,
            ExpansionMeasuring.DEFINITION);

    /** The columns of all our rows. */
    private static final List<String> OURS = Stream.of(
                    ResultsRow.COLUMNS, VolumeMeasuring.COLUMNS, ExpansionMeasuring.COLUMNS)
            .flatMap(List::stream)
            .distinct()
            .toList();

    private final int rows;
    private final List<String> columns;

    private ForeignRows(int rows, List<String> columns) {
        this.rows = rows;
        this.columns = columns;
    }

    /** Remembers which of our columns a table does not have yet; to be called before a row is added. */
    static ForeignRows before(ResultsTable table, List<String> ours) {
        List<String> isNew = new ArrayList<>();
        for (String column : ours) if (!table.columnExists(column)) isNew.add(column);
        return new ForeignRows(table.size(), isNew);
    }

    /** Marks the cells of our other columns in the last row, which says nothing about them. */
    static void clearOthers(ResultsTable table, List<String> filled) {
        for (String column : OURS) {
            if (table.columnExists(column) && !filled.contains(column)) clear(table, column, table.size() - 1);
        }
    }

    /** Marks the cells of the new columns; to be called when the row has been filled. */
    void clear(ResultsTable table) {
        for (String column : columns) {
            for (int row = 0; row < rows; row++) {
                clear(table, column, row);
            }
        }
    }

    private static void clear(ResultsTable table, String column, int row) {
        if (TEXTS.contains(column)) table.setValue(column, row, "");
        else table.setValue(column, row, Double.NaN);
    }
}
