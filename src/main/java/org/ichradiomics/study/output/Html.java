package org.ichradiomics.study.output;

import java.util.List;
import java.util.stream.Collectors;

/** Pages that need nothing from elsewhere: one file, no script, readable on screen and on paper. */
final class Html {

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <style>
            body { font: 15px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; color: #1a1a1a; \
            max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
            h1 { font-size: 1.7rem; margin-bottom: .2rem; } \
            h2 { font-size: 1.25rem; margin-top: 2.2rem; border-bottom: 1px solid #ccc; }
            table { border-collapse: collapse; margin: 1.2rem 0 .3rem; font-size: .87rem; display: block; \
            overflow-x: auto; }
            caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
            th, td { padding: .2rem .65rem; text-align: left; vertical-align: top; } \
            td { font-variant-numeric: tabular-nums; }
            thead th { border-top: 2px solid #333; border-bottom: 1px solid #333; } tbody th { font-weight: 400; }
            tbody tr:last-child th, tbody tr:last-child td { border-bottom: 2px solid #333; } \
            tr.heading th { font-weight: 600; padding-top: .5rem; }
            .note { font-size: .82rem; color: #444; margin: .1rem 0; } .lead { color: #444; }
            figure { margin: 1.2rem 0; display: inline-block; vertical-align: top; } \
            figure svg { max-width: 100%%; height: auto; } figcaption { font-size: .82rem; color: #444; }
            ul.concerns li, ul.notes li { margin: .25rem 0; } code { font-size: .85em; } .flow td { padding-left: 1.5rem; }
            @media print { body { margin: 0; max-width: none; font-size: 10pt; } h2 { break-after: avoid; } \
            table, figure { break-inside: avoid; } }
            </style>
            </head>
            <body>
            %s</body>
            </html>
            """;

    private Html() {}

    static String page(String title, String body) {
        return PAGE.formatted(text(title), body);
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
