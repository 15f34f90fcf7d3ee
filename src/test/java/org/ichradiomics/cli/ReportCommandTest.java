package org.ichradiomics.cli;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The sample on a page; its volume stands in sample-images/README.md. */
class ReportCommandTest {

    private static final Path IMAGE = Path.of("sample-images/head-ct-phantom.nii.gz");
    private static final Path MASK = Path.of("sample-images/head-ct-phantom-mask.nii.gz");

    @TempDir
    private Path folder;

    @Test
    void aPageAndAPicture() throws Exception {
        Path out = folder.resolve("sample.html");
        Path signs = Files.writeString(folder.resolve("signs.csv"), "case,swirl\nhead-ct-phantom,1\n");
        Path patient = Files.writeString(
                folder.resolve("patient.csv"),
                "case,name,gcs,age,ivh,infratentorial\nhead-ct-phantom,Doe,9,81,1,0\nother,Roe,15,20,0,0\n");
        Object[] run = {
            "report",
            IMAGE,
            "--mask",
            MASK,
            "--followup",
            IMAGE,
            "--followup-mask",
            MASK,
            "--signs",
            signs,
            "--patient",
            patient,
            "--out",
            out
        };
        Console console = Console.run(run);
        assertEquals(0, console.exit(), console.err());
        Path png = folder.resolve("sample.png");
        assertEquals(
                "written: " + out + System.lineSeparator() + "written: " + png + System.lineSeparator(), console.out());
        String html = Files.readString(out).replaceAll("base64,[^\"]*", "");
        assertTrue(html.contains("<td>7.15 mL</td>"));
        assertTrue(html.contains("<td>0.00 mL (0.0 %)</td>"), "the growth");
        assertTrue(html.contains("Lower than 60 % of the 300 phantoms of the reference &quot;Demonstration&quot;."));
        // GCS 9: 1, 7 mL: 0, IVH: 1, supratentorial: 0, 81 years: 1.
        assertTrue(html.contains("<th scope=\"row\">ICH score</th><td>3 of 6</td>"), html);
        assertFalse(html.contains("Doe") || html.contains("Roe"));
        assertFalse(html.contains(folder.toString()), "a path");
        assertEquals(
                600,
                ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(png))).getWidth());

        Console again = Console.run(run);
        assertTrue(again.out().startsWith("unchanged: " + out), again.out());
        Files.writeString(out, "mine");
        Console other = Console.run(run);
        assertEquals(3, other.exit());
        assertTrue(other.err().contains("--overwrite"), other.err());
        assertEquals("mine", Files.readString(out));
    }

    @Test
    void whatCannotBeMeant() throws Exception {
        Path out = folder.resolve("sample.html");
        Console text = Console.run("report", IMAGE, "--mask", MASK, "--out", folder.resolve("sample.txt"));
        assertEquals(3, text.exit());
        assertEquals(
                "sample.txt is no name of a page: let it end in .html.",
                text.err().strip());
        Console noMask = Console.run("report", IMAGE, "--mask", MASK, "--followup", IMAGE, "--out", out);
        assertEquals(3, noMask.exit());
        assertTrue(noMask.err().startsWith("The mask of the follow-up is missing"), noMask.err());
        Console noScan = Console.run("report", IMAGE, "--mask", MASK, "--followup-mask", MASK, "--out", out);
        assertEquals(3, noScan.exit());
        assertTrue(noScan.err().contains("--followup"), noScan.err());
        Path patient = Files.writeString(folder.resolve("patient.csv"), "case,gcs\nother,15\n");
        Console unknown = Console.run("report", IMAGE, "--mask", MASK, "--patient", patient, "--out", out);
        assertEquals(3, unknown.exit());
        assertTrue(unknown.err().contains("no row of the case head-ct-phantom"), unknown.err());
        Path scan = Files.copy(IMAGE, folder.resolve("scan.html"));
        assertEquals(
                2, Console.run("report", scan, "--mask", MASK, "--out", scan).exit());
        assertFalse(Files.exists(out));
    }
}
