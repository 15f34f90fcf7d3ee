package org.ichradiomics.study.output;

import java.util.List;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

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

    /** The text of a CSV file. */
    public String csv() {
        return FeatureTableCsv.text(FeatureTable.of(columns, rows));
    }

    /** A piece of HTML, not a whole page. */
    public String html() {
        StringBuilder html = new StringBuilder(
                "<table id=\"" + key + "\">\n<caption>" + Html.text(title) + "</caption>\n<thead><tr>");
        for (String column : columns)
            html.append("<th scope=\"col\">").append(Html.text(column)).append("</th>");
        html.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            boolean heading = row.stream().skip(1).allMatch(String::isEmpty);
            html.append("<tr")
                    .append(heading ? " class=\"heading\"" : "")
                    .append("><th scope=\"row\">")
                    .append(Html.text(row.get(0)))
                    .append("</th>");
            for (String cell : row.subList(1, row.size()))
                html.append("<td>").append(Html.text(cell)).append("</td>");
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n");
        for (String note : notes)
            html.append("<p class=\"note\">").append(Html.text(note)).append("</p>\n");
        return html.toString();
    }

    /** A whole page with nothing but the table. */
    public String page() {
        return Html.page(title, html());
    }
}
