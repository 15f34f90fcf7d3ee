package org.ichradiomics.page;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import org.ichradiomics.clinical.ClinicalScore;
import org.ichradiomics.figure.PlaceFigure;
import org.ichradiomics.figure.Png;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.sign.Sign;
import org.ichradiomics.signature.Purpose;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.text.Html;
import org.ichradiomics.text.NumberText;
import org.ichradiomics.text.Resource;
import org.ichradiomics.text.Version;

/** A case report as HTML: one A4 page where a case is no odd one, readable on screen as well. */
final class CasePage {

    private static final String STYLE = new Resource(CasePage.class, "case.css").text();
    private static final int DPI = 150;

    private final CaseReport report;

    private CasePage(CaseReport report) {
        this.report = report;
    }

    static String of(CaseReport report) {
        CasePage page = new CasePage(report);
        String title = "Case " + report.name();
        return Html.page(
                title,
                STYLE,
                "<main>\n<h1>" + Html.text(title) + "</h1>\n<p class=\"lead\">Report of one haematoma, made by "
                        + Html.text(Version.NAME) + ". " + Html.text(Purpose.RESEARCH) + "</p>\n" + page.montage()
                        + "<div class=\"two\">\n" + "<div>\n" + page.volume() + page.notes() + page.made() + "</div>\n"
                        + page.score()
                        + "</div>\n"
                        + page.signs() + page.scores() + "</main>\n");
    }

    private String montage() {
        Montage montage = report.montage();
        return "<figure class=\"montage\">\n"
                + image(montage.png(), montage.image(), "The slices of the haematoma, with its outline")
                + "<figcaption>" + Html.text(montage.caption()) + "</figcaption>\n</figure>\n";
    }

    private static String image(byte[] png, BufferedImage image, String alt) {
        return "<img src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png) + "\" width=\""
                + image.getWidth() + "\" height=\"" + image.getHeight() + "\" alt=\"" + Html.text(alt) + "\">\n";
    }

    private static String section(String title, String body) {
        return "<section>\n<h2>" + Html.text(title) + "</h2>\n" + body + "</section>\n";
    }

    private String volume() {
        VolumeMeasurement volume = report.volume();
        List<String> rows = new ArrayList<>();
        row(rows, "Volume", CaseWords.millilitres(volume.volume().millilitres()));
        row(rows, "Volume group", volume.group().text());
        row(
                rows,
                "ABC/2",
                CaseWords.millilitres(volume.abc().millilitres()) + " (A "
                        + mm(volume.abc().a()) + ", B " + mm(volume.abc().b()) + ", C "
                        + mm(volume.abc().c()) + " mm)");
        row(rows, "Slices", Integer.toString(volume.slices()));
        report.growth().ifPresent(two -> {
            row(
                    rows,
                    "Follow-up",
                    CaseWords.millilitres(two.followUp().volume().millilitres()) + ", ABC/2 "
                            + CaseWords.millilitres(two.followUp().abc().millilitres()));
            row(rows, "Growth", CaseWords.growth(two.expansion().haematoma()));
            row(rows, "Expansion", CaseWords.expansion(two));
        });
        return section("Volume", table(rows));
    }

    private String score() {
        ReadAgainst read = report.read();
        List<String> rows = new ArrayList<>();
        row(rows, "R (" + read.signature().name() + ")", CaseWords.score(read));
        row(rows, "Cutoff", CaseWords.cutoff(read));
        row(rows, "Group", read.score().called());
        row(rows, "Reference", reference());
        StringBuilder body = new StringBuilder(table(rows));
        read.place().ifPresent(place -> body.append("<p><strong>" + Html.text(place) + "</strong></p>\n"));
        if (read.score().group() == Score.Group.NONE) body.append(Html.note(Purpose.WITHOUT_GROUP));
        read.others().ifPresent(others -> {
            double[] scores = others.values().stream().mapToDouble(v -> v).toArray();
            String svg = PlaceFigure.of(
                            "The cases of the reference",
                            "R-score",
                            scores,
                            read.score().value(),
                            read.signature().lowestHigh())
                    .svg();
            body.append("<figure>\n" + svg + "</figure>\n");
        });
        body.append(Html.note("Robustness of its features: " + read.robustness()));
        body.append(Html.note(Purpose.of(read.signature())));
        return section("R-score", body.toString());
    }

    private String reference() {
        return report.read()
                .reference()
                .map(r -> r.name() + ", " + r.cases()
                        + (r.kind() == Reference.Kind.DEMONSTRATION ? " phantoms, no patients" : " cases"))
                .orElse(Score.NO_REFERENCE);
    }

    private String signs() {
        String rows = report.signs().stream()
                .map(sign -> Html.row(
                        sign.title(),
                        List.of(
                                sign.answered(),
                                sign.suggestion().isSuggested() ? "yes" : "no",
                                sign.slice(),
                                sign.suggestion().evidence().isPresent()
                                        ? sign.suggestion().number()
                                        : "")))
                .collect(Collectors.joining());
        String pictures = report.signs().stream()
                .flatMap(sign -> sign.picture().stream()
                        .map(picture -> "<figure>\n"
                                + image(Png.bytes(picture, DPI), picture, sign.title() + ", outlined on its slice")
                                + "<figcaption>" + Html.text(sign.title() + ", slice " + sign.slice())
                                + "</figcaption>\n</figure>\n"))
                .collect(Collectors.joining());
        return section(
                "Signs",
                "<div class=\"beside\">\n<div>\n<table>"
                        + Html.head(List.of("Sign", "Reader", "Suggested", "Slice", "Measured")) + "<tbody>\n" + rows
                        + "</tbody></table>\n" + Html.note(Sign.CAUTION) + "</div>\n<div class=\"pictures\">\n"
                        + pictures + "</div>\n</div>\n");
    }

    private String scores() {
        if (report.scores().isEmpty()) return "";
        String rows = report.scores().stream()
                .map(one -> Html.row(one.score().title(), List.of(one.points(), one.items(), one.observed())))
                .collect(Collectors.joining());
        String sources = report.scores().stream()
                .map(one -> one.score().title() + ": " + one.score().source())
                .collect(Collectors.joining("; "));
        return section(
                "Clinical scores",
                "<table class=\"scores\">" + Html.head(List.of("Score", "Points", "Items and their points", "Observed"))
                        + "<tbody>\n" + rows + "</tbody></table>\n"
                        + Html.note(ClinicalScore.CAUTION + " " + sources + "."));
    }

    private String notes() {
        return report.notes().isEmpty() ? "" : section("What to mind", Html.list("notes", report.notes()));
    }

    private String made() {
        Geometry geometry = report.scan().geometry();
        Spacing spacing = report.scan().spacing();
        List<String> rows = new ArrayList<>();
        row(
                rows,
                "Image",
                report.scan().name() + ", " + geometry.size(0) + " × " + geometry.size(1) + " × " + geometry.size(2)
                        + " voxels of " + mm(spacing.x(), 3) + " × " + mm(spacing.y(), 3) + " × "
                        + mm(spacing.z(), 3) + " mm");
        row(rows, "Mask", report.origin());
        row(rows, "Features", features());
        row(rows, "Settings", report.read().protocol().settings().toString().replace(";", "; "));
        Signature signature = report.read().signature();
        row(rows, "Signature", signature.citation());
        if (!signature.development().licence().isEmpty())
            row(rows, "Licence", signature.development().licence());
        report.read().reference().ifPresent(r -> row(rows, "Reference", r.name() + ": " + r.origin()));
        row(rows, "Software", Version.NAME);
        return section("How it was made", table(rows));
    }

    private String features() {
        return report.read().signature().features().stream()
                .map(feature -> feature + " "
                        + NumberText.printed(report.read().values().getOrDefault(feature, Double.NaN)))
                .collect(Collectors.joining("; "));
    }

    private static String mm(double length) {
        return mm(length, 1);
    }

    private static String mm(double length, int decimals) {
        return NumberText.printed(length, decimals);
    }

    private static void row(List<String> rows, String what, String text) {
        rows.add(Html.row(what, List.of(text)));
    }

    private static String table(List<String> rows) {
        return "<table><tbody>\n" + String.join("", rows) + "</tbody></table>\n";
    }
}
