package org.ichradiomics.study.output;

import java.util.List;
import java.util.stream.Collectors;

import org.ichradiomics.text.Resource;

/** Pages that need nothing from elsewhere: one file, no script, readable on screen and on paper. */
final class Html {

    private static final String STYLE = new Resource(Html.class, "page.css").text();

    private Html() {}

    static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + text(title)
                + "</title>\n<style>\n" + STYLE + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
    }

    /** A text as it is seen, whatever characters it has. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String paragraph(String text) {
        return "<p>" + text(text) + "</p>\n";
    }

    static String note(String text) {
        return "<p class=\"note\">" + text(text) + "</p>\n";
    }

    /** The heads of columns. */
    static String head(List<String> columns) {
        return columns.stream()
                .map(column -> "<th scope=\"col\">" + text(column) + "</th>")
                .collect(Collectors.joining("", "<thead><tr>", "</tr></thead>"));
    }

    /** A row whose cells are texts. */
    static String row(String first, List<String> cells) {
        return "<tr>" + cells(first, cells) + "</tr>\n";
    }

    /** The cells of a row, the first being its head. */
    static String cells(String first, List<String> cells) {
        return cells.stream()
                .map(cell -> "<td>" + text(cell) + "</td>")
                .collect(Collectors.joining("", "<th scope=\"row\">" + text(first) + "</th>", ""));
    }
}
