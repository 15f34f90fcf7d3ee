package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The sample, whose volume stands in sample-images/README.md. */
class VolumeCommandTest {

    private static final Path IMAGE = Path.of("sample-images/head-ct-phantom.nii.gz");
    private static final Path MASK = Path.of("sample-images/head-ct-phantom-mask.nii.gz");

    @TempDir
    private Path folder;

    @Test
    void millilitresAndAbcHalf() {
        Console console = Console.run("volume", IMAGE, "--mask", MASK);
        assertEquals(0, console.exit(), console.err());
        List<String> lines = console.out().lines().toList();
        assertEquals("case: head-ct-phantom", lines.get(0));
        assertTrue(lines.get(2).startsWith("volume_mL: 7.1477890"), lines.get(2));
        assertEquals("voxels: 1499", lines.get(3));
        assertEquals("slices: 6", lines.get(4));
    }

    @Test
    void theSameForPrograms() {
        JsonObject json = JsonParser.parseString(
                        Console.run("volume", IMAGE, "--mask", MASK, "--json").out())
                .getAsJsonObject();
        assertEquals(1499, json.get("voxels").getAsInt());
        double half = json.get("a_mm").getAsDouble()
                * json.get("b_mm").getAsDouble()
                * json.get("c_mm").getAsDouble()
                / 2000;
        assertEquals(half, json.get("abc_half_mL").getAsDouble(), 1e-9);
    }

    @Test
    void aRowOfATable() throws IOException {
        Path out = folder.resolve("volumes.csv");
        Console first = Console.run("volume", IMAGE, "--mask", MASK, "--out", out);
        assertTrue(first.out().endsWith("written: " + out + System.lineSeparator()), first.out());
        Console again = Console.run("volume", IMAGE, "--mask", MASK, "--out", out, "--json");
        assertTrue(again.err().endsWith("unchanged: " + out + System.lineSeparator()), again.err());
        List<String> lines = Files.readAllLines(out);
        assertEquals("case,roi,volume_mL,voxels,slices,abc_half_mL,a_mm,b_mm,c_mm,group,notes", lines.get(0));
        assertEquals(2, lines.size());
    }

    @Test
    void whatCannotBeMeant() throws IOException {
        Path image = Files.copy(IMAGE, folder.resolve("ct.nii.gz"));
        Console over = Console.run("volume", image, "--mask", MASK, "--out", image);
        assertEquals(2, over.exit());
        assertTrue(over.err().startsWith("--out=ct.nii.gz would overwrite ct.nii.gz, which is IMAGE:"), over.err());
        Console label = Console.run("volume", image, "--mask", MASK, "--mask-label", "blood");
        assertEquals(3, label.exit());
        assertTrue(label.err().startsWith("The label \"blood\" is not a whole number"), label.err());
        assertEquals(2, Console.run("volume", image).exit());
        assertEquals(
                3,
                Console.run("volume", folder.resolve("gone.nii"), "--mask", MASK)
                        .exit());
    }
}
