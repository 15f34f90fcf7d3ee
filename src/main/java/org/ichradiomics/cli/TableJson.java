package org.ichradiomics.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/** A table of ours for programs. */
final class TableJson {

    private TableJson() {}

    /** A row each by its columns; numbers where a whole column is one, but names of cases are text. */
    static List<Map<String, Object>> of(FeatureTable table) throws InvalidInputException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) rows.add(new LinkedHashMap<>());
        for (String column : table.columns()) {
            List<?> cells = cells(table, column);
            for (int row = 0; row < table.size(); row++) rows.get(row).put(column, cells.get(row));
        }
        return rows;
    }

    private static List<?> cells(FeatureTable table, String column) throws InvalidInputException {
        List<String> texts = table.texts(column);
        if (column.equals(FeatureTable.CASE)) return texts;
        if (texts.stream().allMatch(text -> text.matches("-?\\d{1,18}")))
            return texts.stream().map(Long::valueOf).toList();
        try {
            return DoubleStream.of(table.values(column)).boxed().toList();
        } catch (InvalidInputException notNumbers) {
            return texts;
        }
    }
}
