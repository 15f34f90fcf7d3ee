package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.NumberText;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** <i>Case Report...</i>: the same masks as Extract, the current image, a macro's keys. */
class CaseReportingTest {

    @TempDir
    private Path folder;

    private List<Path> report(ImagePlus image, String options) throws Exception {
        Options all = Options.parse(options + " out=[" + folder.resolve("case.html") + "]", CaseReporting.OPTIONS);
        return new CaseReporting(all).run(image, LesionFinder.Asker.NOBODY);
    }

    @Test
    void keysAndDefaults() {
        assertEquals(
                List.of(
                        "mask=automatic",
                        "roi_path=",
                        "maskimage=",
                        "maskpath=",
                        "label=haematoma",
                        "spacing=",
                        "spacing_use=if missing",
                        "name=",
                        "followup=",
                        "followupmask=",
                        "signs=",
                        "patient=",
                        "signature=Zhan 2020",
                        "reference=Demonstration",
                        "robustness=",
                        "out=",
                        "overwrite=no"),
                Option.usual(CaseReporting.OPTIONS).entrySet().stream()
                        .map(Map.Entry::toString)
                        .toList());
    }

    @Test
    void theCurrentImageAndItsOverlay() throws Exception {
        ImagePlus image = HeadCt.drawn();
        assertEquals(2, report(image, "").size());
        String html = Files.readString(folder.resolve("case.html"));
        String volume = NumberText.printed(HeadCt.CASE.region().volume() / 1000, 2) + " mL";
        assertTrue(html.contains("<th scope=\"row\">Volume</th><td>" + volume + "</td>"), html);
        assertTrue(html.contains("<title>Case " + image.getTitle().replaceFirst("[.]tif$", "") + "</title>"));
        assertArrayEquals(
                new byte[] {(byte) 0x89, 'P', 'N', 'G'},
                Arrays.copyOf(Files.readAllBytes(folder.resolve("case.png")), 4));
        assertEquals(List.of(), report(image, ""), "the same bytes");
    }

    @Test
    void aLaterImage() throws Exception {
        ImagePlus later = HeadCt.drawn();
        later.setTitle("later");
        later.show();
        try {
            report(HeadCt.drawn(), "followup=later");
        } finally {
            later.changes = false;
            later.close();
        }
        String html = Files.readString(folder.resolve("case.html"));
        assertTrue(html.contains("<th scope=\"row\">Growth</th><td>0.00 mL (0.0 %)</td>"), html);
    }

    @Test
    void refusals() {
        assertRefused(() -> new CaseReporting(Options.parse("", CaseReporting.OPTIONS)), "is missing: write out=");
        assertRefused(() -> report(HeadCt.drawn(), "followupmask=overlay"), "name it as followup");
        assertRefused(() -> report(HeadCt.drawn(), "patient=gone.csv"), "gone.csv");
    }
}
