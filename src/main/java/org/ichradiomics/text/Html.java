package org.ichradiomics.text;

import java.util.List;
import java.util.stream.Collectors;

/** Pages that need nothing from elsewhere: one file, no script, readable on screen and on paper. */
public final class Html {

    private Html() {}

    /**
     * A whole page.
     *
     * @param title a text
     * @param style CSS
     * @param body HTML
     */
    public static String page(String title, String style, String body) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + text(title)
                + "</title>\n<style>\n" + style + "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
    }

    /** A text as it is seen, whatever characters it has. */
    public static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A text as a paragraph. */
    public static String paragraph(String text) {
        return "<p>" + text(text) + "</p>\n";
    }

    /** A text in small letters. */
    public static String note(String text) {
        return "<p class=\"note\">" + text(text) + "</p>\n";
    }

    /** The heads of columns. */
    public static String head(List<String> columns) {
        return columns.stream()
                .map(column -> "<th scope=\"col\">" + text(column) + "</th>")
                .collect(Collectors.joining("", "<thead><tr>", "</tr></thead>"));
    }

    /** Sentences as a list of that class. */
    public static String list(String kind, List<String> sentences) {
        return sentences.stream()
                .map(sentence -> "<li>" + text(sentence) + "</li>\n")
                .collect(Collectors.joining("", "<ul class=\"" + kind + "\">\n", "</ul>\n"));
    }

    /** A row whose cells are texts. */
    public static String row(String first, List<String> cells) {
        return "<tr>" + cells(first, cells) + "</tr>\n";
    }

    /** The cells of a row, the first being its head. */
    public static String cells(String first, List<String> cells) {
        return cells.stream()
                .map(cell -> "<td>" + text(cell) + "</td>")
                .collect(Collectors.joining("", "<th scope=\"row\">" + text(first) + "</th>", ""));
    }
}
