package org.ichradiomics.page;

import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import org.ichradiomics.measure.Analysis;
import org.ichradiomics.measure.ExtractionSettings;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Protocol;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.signature.CaseScores;
import org.ichradiomics.signature.Purpose;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.References;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.text.Html;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What stands on a page: numbers that are known beforehand, and HTML that is sound.
 *
 * <p>Covers ReadAgainst and Html.
 */
class CaseReportTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)((?:[^<>\"]|\"[^\"]*\")*)>");
    private static final Set<String> VOID = Set.of("meta", "img", "rect", "line", "polyline", "circle", "polygon");
    private static final Map<String, String> PATIENT = Map.of(
            "gcs", "14", "AGE", "67", "ivh", "0", "infratentorial", "no", "name", "Somebody", "volume_mL", "31.5");

    private static CaseReport report(String name, Reference reference, TypedIn answers, TypedIn patient)
            throws InvalidInputException {
        Drawn drawn = new Drawn(4, true);
        Drawn later = new Drawn(6, true);
        Protocol protocol = new Protocol(
                List.of(new Analysis.Ak(ExtractionSettings.AK)), Signatures.zhan2020(), Optional.of(reference));
        Measurement measured = protocol.measure("drawn", drawn.scan, drawn.scan.spacing(), drawn.lesion, Progress.NONE);
        return CaseReport.of(
                name,
                drawn.scan,
                drawn.lesion,
                ReadAgainst.of(protocol, measured),
                Optional.of(VolumeMeasurement.of(later.scan, later.scan.spacing(), later.lesion)),
                answers,
                patient);
    }

    private static CaseReport report(TypedIn answers, TypedIn patient) throws InvalidInputException {
        // The drawn haematoma is flat, 60 HU all over: its kurtosis is no number, and so is R.
        return report("p012", References.demonstration(), answers, patient);
    }

    @Test
    void saysWhatIsKnown() throws InvalidInputException {
        CaseReport report = report(new TypedIn(Map.of("black_hole", "1", "blend_sign", "0")), new TypedIn(PATIENT));
        String html = report.html();
        // 12 × 12 mm on 4 slices of 5 mm, later on 6.
        assertRow(html, "Volume", "2.88 mL");
        assertRow(html, "Volume group", "&lt; 3 mL");
        assertRow(html, "Follow-up", "4.32 mL, ABC/2 ");
        assertRow(html, "Growth", "+1.44 mL (+50.0 %)");
        assertRow(html, "Expansion", "yes (standard: growth ≥ 33 % or ≥ 6 mL)");
        assertRow(html, "Cutoff", "−1.430");
        assertRow(html, "Black hole sign", "yes</td><td>no");
        assertRow(html, "Blend sign", "no</td><td>no");
        assertRow(html, "Island sign", "–</td><td>no");
        // GCS 14: 0; 31.5 mL as typed in, not as measured: 1; 67 years: 0.
        assertRow(html, "ICH score", "1 of 6</td><td>Glasgow Coma Scale 14: 0; Volume of the haematoma 31.5: 1; ");
        assertTrue(html.contains("No score: NIHSS is missing; anticoagulant is missing"), html);
        assertRow(html, "Mask", "drawn by hand");
        assertTrue(html.contains(Html.text(Purpose.R_SCORE)));
        assertTrue(html.contains(Html.text(Purpose.WITHOUT_GROUP)));
        assertFalse(html.contains("Somebody"), "what no score asks for was typed in for something else");
    }

    private static void assertRow(String html, String what, String begins) {
        String row = "<tr><th scope=\"row\">" + what + "</th><td>" + begins;
        assertTrue(html.contains(row), () -> row + " in " + html.replaceAll("base64,[^\"]*", ""));
    }

    @Test
    void nothingOfThePatientUnlessTypedIn() throws InvalidInputException {
        String html = report(TypedIn.NOTHING, TypedIn.NOTHING).html().replaceAll("base64,[^\"]*", "");
        assertFalse(html.contains("Clinical scores"));
        assertFalse(html.contains("67"), "the age");
    }

    @Test
    void aMeasuredVolumeIsAnItem() throws InvalidInputException {
        CaseReport report = report(TypedIn.NOTHING, new TypedIn(Map.of("gcs", "14")));
        assertTrue(report.html().contains("Volume of the haematoma 2.88: 0"), report.html());
    }

    @Test
    void saysThePlace() throws InvalidInputException {
        Reference holding = new Reference(
                        "ours",
                        Reference.Kind.COHORT,
                        "here",
                        300,
                        References.demonstration().settings(),
                        References.demonstration().scales())
                .holding(CaseScores.of(Signatures.zhan2020(), new double[] {-3, -2, -1}));
        CaseReport drawn = report("p012", holding, TypedIn.NOTHING, TypedIn.NOTHING);
        ReadAgainst read = new ReadAgainst(
                drawn.read().protocol(),
                Optional.of(holding),
                new Score(-1.5, "ours", Score.Group.LOW, List.of()),
                drawn.read().values());
        CaseReport report = new CaseReport(
                drawn.name(),
                drawn.scan(),
                drawn.origin(),
                drawn.montage(),
                drawn.volume(),
                drawn.growth(),
                read,
                drawn.signs(),
                drawn.scores(),
                drawn.notes());
        String html = report.html();
        assertTrue(html.contains("Higher than 66 % of the 3 cases of the reference &quot;ours&quot;."), html);
        assertTrue(html.contains("This case −1.50"));
        assertRow(html, "Group", "low");
        assertFalse(html.contains(Html.text(Purpose.WITHOUT_GROUP)));
    }

    @Test
    void theHtmlIsSound() throws InvalidInputException {
        String name = "<b>&\"p012\"</b>";
        TypedIn patient = new TypedIn(Map.of("gcs", "<script>alert(1)</script>"));
        CaseReport report = report(name, References.demonstration(), new TypedIn(Map.of("island", "1")), patient);
        String html = report.html();
        assertTrue(html.startsWith("<!DOCTYPE html>\n<html lang=\"en\">"));
        assertTrue(html.contains("<title>Case &lt;b&gt;&amp;&quot;p012&quot;&lt;/b&gt;</title>"));
        assertFalse(html.contains("<b>") || html.contains("<script"), html);
        assertFalse(html.matches("(?s).*(src|href)=\"(?!data:).*"), "it needs another file");
        Deque<String> open = new ArrayDeque<>();
        int level = 0;
        Matcher tags = TAG.matcher(html.substring(html.indexOf("<html")).replaceAll("(?s)<style>.*?</style>", ""));
        while (tags.find()) {
            String tag = tags.group(2);
            if (tag.equals("img")) assertTrue(tags.group(3).matches("(?s).* alt=\"[^\"]+\".*"), tags.group(3));
            if (tags.group(1).isEmpty() && tag.matches("h[1-6]")) {
                int next = tag.charAt(1) - '0';
                assertTrue(next <= level + 1, tag + " after h" + level);
                level = next;
            }
            if (VOID.contains(tag) || tags.group(3).endsWith("/")) continue;
            if (tags.group(1).isEmpty()) open.push(tag);
            else assertEquals(open.pop(), tag);
        }
        assertTrue(open.isEmpty(), open.toString());
    }

    @Test
    void theSameCaseIsTheSameBytes() throws InvalidInputException {
        CaseReport one = report(TypedIn.NOTHING, new TypedIn(PATIENT));
        CaseReport again = report(TypedIn.NOTHING, new TypedIn(PATIENT));
        assertEquals(one.html(), again.html());
        assertArrayEquals(one.png(), again.png());
        assertTrue(one.html()
                .contains(Base64.getEncoder().encodeToString(one.montage().png())));
    }
}
