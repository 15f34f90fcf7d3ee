package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.ichradiomics.study.Flow;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.Version;

/** The study on one page: what was done, what came out, what to mind, and how to make it again. Needs no other file. */
final class Report {

    /** Long tables, which have files of their own. */
    private static final Set<String> ELSEWHERE = Set.of("agreement", "backward");

    private Report() {}

    static String of(
            StudyResult result,
            StudyFile file,
            List<TextTable> tables,
            List<StudyFigures.Named> figures,
            List<String> warnings) {
        StringBuilder html = new StringBuilder("<h1>" + Html.text(result.plan().name()) + "</h1>\n");
        html.append("<p class=\"lead\">Report of a study, made by ")
                .append(Html.text(Version.NAME))
                .append(". Research use only: no number on this page says what a patient has or will have.</p>\n");
        html.append("<h2>Cases</h2>\n").append(flow(result.cohort().flow()));
        html.append("<h2>Methods and main results</h2>\n");
        Methods.of(result).forEach(paragraph -> html.append(Html.paragraph(paragraph)));
        html.append("<h2>What a reviewer would ask</h2>\n").append(list("concerns", result.concerns()));
        List<String> notes = new ArrayList<>(result.notes());
        notes.addAll(warnings);
        if (!notes.isEmpty()) html.append("<h2>Notes</h2>\n").append(list("notes", notes));
        html.append("<h2>Tables</h2>\n");
        for (TextTable table : tables) {
            if (ELSEWHERE.contains(table.key())) {
                html.append("<p class=\"note\">")
                        .append(Html.text(table.title()))
                        .append(": tables/")
                        .append(Html.text(table.key()))
                        .append(".html. ")
                        .append(Html.text(String.join(" ", table.notes())))
                        .append("</p>\n");
            } else {
                html.append(table.html());
            }
        }
        html.append("<h2>Figures</h2>\n");
        for (StudyFigures.Named figure : figures) {
            html.append("<figure>\n")
                    .append(withoutDeclaration(figure.figure().svg()))
                    .append("<figcaption>")
                    .append(Html.text(figure.caption()))
                    .append("</figcaption>\n</figure>\n");
        }
        html.append("<h2>How to make it again</h2>\n").append(provenance(result, file));
        return Html.page(result.plan().name(), html.toString());
    }

    private static String flow(Flow flow) {
        StringBuilder html = new StringBuilder("<table class=\"flow\"><tbody>\n");
        for (Flow.Step step : flow.steps()) {
            html.append("<tr><th scope=\"row\">")
                    .append(Html.text(step.what()))
                    .append("</th><td>")
                    .append(step.count())
                    .append("</td><td>")
                    .append(Html.text(String.join(", ", step.ids())))
                    .append("</td></tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    private static String list(String kind, List<String> sentences) {
        StringBuilder html = new StringBuilder("<ul class=\"" + kind + "\">\n");
        sentences.forEach(
                sentence -> html.append("<li>").append(Html.text(sentence)).append("</li>\n"));
        return html.append("</ul>\n").toString();
    }

    private static String provenance(StudyResult result, StudyFile file) {
        StringBuilder html =
                new StringBuilder("<p>Same tables, same study file, same version: the same bytes in every table. Seed "
                        + result.plan().seed() + ".</p>\n<table><thead><tr>"
                        + "<th scope=\"col\">Input</th><th scope=\"col\">SHA-256</th></tr></thead><tbody>\n");
        for (Map.Entry<String, String> input : result.inputs().hashes().entrySet()) {
            html.append("<tr><th scope=\"row\">")
                    .append(Html.text(input.getKey()))
                    .append("</th><td><code>")
                    .append(input.getValue())
                    .append("</code></td></tr>\n");
        }
        result.selection()
                .ifPresent(s -> html.append("<tr><th scope=\"row\">folds of the cross-validation</th><td><code>")
                        .append(s.folds().hash())
                        .append("</code></td></tr>\n"));
        return html.append("</tbody></table>\n<details><summary>Study file with every default</summary><pre>")
                .append(Html.text(file.text()))
                .append("</pre></details>\n")
                .toString();
    }

    private static String withoutDeclaration(String svg) {
        return svg.startsWith("<?xml") ? svg.substring(svg.indexOf("?>") + 2).stripLeading() : svg;
    }
}
