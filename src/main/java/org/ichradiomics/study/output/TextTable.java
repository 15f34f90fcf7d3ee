package org.ichradiomics.study.output;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.Html;

/**
 * A table as it stands in a paper.
 *
 * @param key of its files, e.g. {@code table1}
 * @param title above it
 * @param columns heads, each once
 * @param rows as many cells as there are columns; one whose cells but the first are empty is a heading
 * @param notes below it
 */
public record TextTable(String key, String title, List<String> columns, List<List<String>> rows, List<String> notes) {

    /** @throws IllegalArgumentException if a row has another number of cells than there are columns */
    public TextTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (List<String> row : rows) {
            if (row.size() != columns.size())
                throw new IllegalArgumentException(columns.size() + " columns but " + row.size() + " cells in " + key);
        }
    }

    static <T> TextTable of(String key, String title, List<Column<T>> columns, List<T> rows, List<String> notes) {
        return new TextTable(key, title, Column.names(columns), cells(columns, rows), notes);
    }

    /** Row by row; nothing is an empty text. */
    static <T> List<List<String>> cells(List<Column<T>> columns, List<T> rows) {
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> Objects.toString(column.of(row), ""))
                        .toList())
                .toList();
    }

    /** The text of a CSV file. */
    public String csv() {
        return FeatureTableCsv.text(FeatureTable.of(columns, rows));
    }

    /** A piece of HTML, not a whole page. */
    public String html() {
        return "<table id=\"" + key + "\">\n<caption>" + Html.text(title) + "</caption>\n" + Html.head(columns)
                + "\n<tbody>\n" + rows.stream().map(TextTable::html).collect(Collectors.joining())
                + "</tbody>\n</table>\n" + notes.stream().map(Html::note).collect(Collectors.joining());
    }

    private static String html(List<String> row) {
        List<String> cells = row.subList(1, row.size());
        boolean isHeading = cells.stream().allMatch(String::isEmpty);
        return "<tr" + (isHeading ? " class=\"heading\"" : "") + ">" + Html.cells(row.get(0), cells) + "</tr>\n";
    }

    /** A whole page with nothing but the table. */
    public String page() {
        return Html.page(title, Report.STYLE, html());
    }
}
