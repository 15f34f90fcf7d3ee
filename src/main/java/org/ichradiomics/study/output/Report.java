package org.ichradiomics.study.output;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.ichradiomics.study.Flow;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.Html;
import org.ichradiomics.text.Resource;
import org.ichradiomics.text.Version;

/** The study on one page: what was done, what came out, what to mind, and how to make it again. Needs no other file. */
final class Report {

    /** Long tables, which have files of their own. */
    private static final Set<String> ELSEWHERE = Set.of("agreement", "backward", "robustness", "stability");

    /** Of pages that are read on screen and on paper. */
    static final String STYLE = new Resource(Report.class, "page.css").text();

    private Report() {}

    /** @param notes of the study, and what its folder lacks */
    static String of(StudyPaper paper, StudyFile file, List<String> notes) {
        StudyResult result = paper.result();
        return Html.page(
                result.plan().name(),
                STYLE,
                "<h1>" + Html.text(result.plan().name()) + "</h1>\n<p class=\"lead\">Report of a study, made by "
                        + Html.text(Version.NAME)
                        + ". Research use only: no number on this page says what a patient has or will have.</p>\n"
                        + HonestTables.lead(result).map(Html::paragraph).orElse("")
                        + "<h2>Cases</h2>\n" + flow(result.cohort().flow())
                        + "<h2>Methods and main results</h2>\n"
                        + joined(
                                Methods.of(result).stream().map(Html::paragraph).toList())
                        + "<h2>What a reviewer would ask</h2>\n" + Html.list("concerns", result.concerns())
                        + (notes.isEmpty() ? "" : "<h2>Notes</h2>\n" + Html.list("notes", notes))
                        + "<h2>Tables</h2>\n"
                        + joined(paper.tables().stream().map(Report::table).toList())
                        + "<h2>Figures</h2>\n"
                        + joined(paper.figures().stream().map(Report::figure).toList())
                        + "<h2>How to make it again</h2>\n" + provenance(result, file));
    }

    private static String joined(List<String> pieces) {
        return String.join("", pieces);
    }

    private static String table(TextTable table) {
        return ELSEWHERE.contains(table.key())
                ? Html.note(table.title() + ": tables/" + table.key() + ".html. " + String.join(" ", table.notes()))
                : table.html();
    }

    private static String figure(StudyFigures.Named figure) {
        String svg = figure.figure().svg();
        String drawing =
                svg.startsWith("<?xml") ? svg.substring(svg.indexOf("?>") + 2).stripLeading() : svg;
        return "<figure>\n" + drawing + "<figcaption>" + Html.text(figure.caption()) + "</figcaption>\n</figure>\n";
    }

    private static String flow(Flow flow) {
        return flow.steps().stream()
                .map(step ->
                        Html.row(step.what(), List.of(Integer.toString(step.count()), String.join(", ", step.ids()))))
                .collect(Collectors.joining("", "<table class=\"flow\"><tbody>\n", "</tbody></table>\n"));
    }

    private static String provenance(StudyResult result, StudyFile file) {
        StringBuilder html =
                new StringBuilder("<p>Same tables, same study file, same version: the same bytes in every table. Seed "
                        + result.plan().seed() + ".</p>\n<table>" + Html.head(List.of("Input", "SHA-256"))
                        + "<tbody>\n");
        result.inputs().hashes().forEach((input, hash) -> html.append(hash(input, hash)));
        result.selection()
                .ifPresent(s -> html.append(
                        hash("folds of the cross-validation", s.folds().hash())));
        return html + "</tbody></table>\n<details><summary>Study file with every default</summary><pre>"
                + Html.text(file.text()) + "</pre></details>\n";
    }

    private static String hash(String of, String hash) {
        return "<tr><th scope=\"row\">" + Html.text(of) + "</th><td><code>" + hash + "</code></td></tr>\n";
    }
}
