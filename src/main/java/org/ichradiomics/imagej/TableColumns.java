package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * What a dialog offers of the tables that its fields name; a table that cannot be read is told where it is needed, and
 * offers nothing here.
 *
 * @param tables that could be read
 */
public record TableColumns(List<FeatureTable> tables) {

    /** More values than these are amounts, of which nobody chooses one. */
    private static final int MOST_VALUES = 30;

    public TableColumns {
        tables = List.copyOf(tables);
    }

    /** @param names titles of open tables, or paths of CSV files */
    public static TableColumns of(List<String> names) {
        List<FeatureTable> found = new ArrayList<>();
        for (String name : names) {
            try {
                if (!name.isBlank()) found.add(OpenTable.find(name));
            } catch (InvalidInputException e) {
                // What is being typed is no table yet.
            }
        }
        return new TableColumns(found);
    }

    /** Each once, in the order of the tables; features are none of them. */
    public List<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        for (FeatureTable table : tables) {
            columns.addAll(table.columns());
            columns.removeAll(features(table));
        }
        columns.remove("");
        return List.copyOf(columns);
    }

    /** Without a name of a catalogue nobody knows which numbers are features. */
    private static List<String> features(FeatureTable table) {
        try {
            FeatureColumns found = FeatureColumns.of(table, List.of());
            return found.by() == FeatureColumns.By.CATALOGUE ? found.features() : List.of();
        } catch (InvalidInputException e) {
            return List.of();
        }
    }

    /** What stands in a column, each once, in the order of the rows; empty if it is no column, or of amounts. */
    public List<String> values(String column) {
        Set<String> values = new LinkedHashSet<>();
        for (FeatureTable table : tables) {
            try {
                if (table.has(column)) values.addAll(table.texts(column));
            } catch (InvalidInputException e) {
                // It offers nothing.
            }
        }
        values.remove("");
        return values.size() > MOST_VALUES ? List.of() : List.copyOf(values);
    }
}
