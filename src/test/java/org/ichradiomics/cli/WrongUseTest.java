package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What was typed cannot be meant: a sentence that names the option, exit 2. */
class WrongUseTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bins=1            | --bins must be a whole number from 2 to 4096, was 1.",
                "--bins=0            | --bins must be a whole number from 2 to 4096, was 0.",
                "--bins=-5           | --bins must be a whole number from 2 to 4096, was -5.",
                "--bins=abc          | --bins=abc is not a whole number: write --bins=256.",
                "--bins=2.5          | --bins=2.5 is not a whole number: write --bins=256.",
                "--bins=1e9          | --bins must be a whole number from 2 to 4096, was 1000000000.",
                "--bins=             | --bins is empty: give it a value, or leave it out.",
                "--low=x             | --low=x is neither a number nor auto: write --low=auto.",
                "--low=NaN           | --low=NaN is neither a number nor auto: write --low=auto.",
                "--high=Infinity     | --high must be a finite number of HU or auto, was Infinity.",
                "--run-distance=0    | --run-distance must be a positive number of mm or auto, was 0.0.",
                "--run-distance=y    | --run-distance=y is neither a number nor auto: write --run-distance=auto.",
                "--spacing=1,2       | --spacing=1,2 is not three positive numbers of mm: write --spacing=0.45,0.45,5.",
                "--spacing=1,2,-3    | --spacing=1,2,-3 is not three positive numbers of mm: write "
                        + "--spacing=0.45,0.45,5.",
                "--catalogue=all     | There is no catalogue \"all\": use --catalogue=AK, --catalogue=IBSI or "
                        + "--catalogue=both.",
                "--settings=C        | The settings are for IBSI features, which --catalogue=AK leaves out: write "
                        + "--catalogue=IBSI or --catalogue=both, or leave the settings out."
            })
    void badValues(String option, String sentence) {
        assertWrongUse(sentence, Console.extract("tiny7", folder.resolve("out.csv"), option));
    }

    @Test
    void lowNotBelowHigh() {
        assertWrongUse(
                "--high must be above --low, was --low = 80.0 and --high = 20.0 HU.",
                Console.extract("tiny7", folder.resolve("out.csv"), "--low", 80, "--high", 20));
    }

    @Test
    void anOptionThatDoesNotFitTheSettingsFile() throws IOException {
        Path settings = Files.writeString(folder.resolve("s.json"), "{\"high\": 50}");
        assertWrongUse(
                "--high must be above --low, was --low = 60.0 and --high = 50.0 HU.",
                Console.extract("tiny7", folder.resolve("out.csv"), "--settings", settings, "--low", 60));
    }

    @Test
    void unknownOption() {
        assertWrongUse("Unknown option: '--bin=32'", Console.extract("tiny7", folder.resolve("out.csv"), "--bin=32"));
    }

    @Test
    void missingOptions() {
        assertWrongUse("Missing required option: '--out=FILE.csv'", Console.run("extract", "a.nii", "--mask", "b.nii"));
        assertWrongUse(
                "Missing required option: '--mask=MASK'",
                Console.run("extract", "a.nii", "--out", folder.resolve("out.csv")));
        assertEquals(2, Console.run("extract").exit());
        assertEquals(
                2,
                Console.run("extract", "a.nii", "b.nii", "--mask", "c.nii", "--out", folder.resolve("out.csv"))
                        .exit());
    }

    @Test
    void anOptionTwice() {
        Console console = Console.extract("tiny7", folder.resolve("out.csv"), "--bins", 32, "--bins", 64);
        assertEquals(2, console.exit());
        assertTrue(console.err().contains("--bins"), console.err());
    }

    @Test
    void anInputIsNotOverwritten() throws IOException {
        Path image = Files.copy(Console.image("tiny7"), folder.resolve("ct.nii.gz"));
        Path settings = Files.writeString(folder.resolve("run.json"), "{\"bins\": 64}");
        byte[] before = Files.readAllBytes(image);
        assertWrongUse(
                "--out=ct.nii.gz would overwrite ct.nii.gz, which is IMAGE: choose another name.",
                Console.run("extract", image, "--mask", Console.mask("tiny7"), "--out", image));
        assertWrongUse(
                "--out=run.csv would overwrite run.json, which is --settings: choose another name.",
                Console.run(
                        "extract",
                        image,
                        "--mask",
                        Console.mask("tiny7"),
                        "--settings",
                        settings,
                        "--out",
                        folder.resolve("run.csv")));
        assertEquals(before.length, Files.readAllBytes(image).length);
        assertEquals("{\"bins\": 64}", Files.readString(settings));
        assertFalse(Files.exists(folder.resolve("run.csv")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"studies", "nonsense"})
    void unknownCommand(String command) {
        Console console = Console.run(command);
        assertEquals(2, console.exit());
        assertTrue(
                console.err().contains("'" + command + "'") && console.err().contains("Usage: ich-radiomics"),
                console.err());
        assertEquals("", console.out());
    }

    @Test
    void noCommand() {
        Console console = Console.run();
        assertEquals(2, console.exit());
        assertTrue(
                console.err().startsWith("A command is missing.")
                        && console.err().contains("Usage: ich-radiomics"),
                console.err());
    }

    private void assertWrongUse(String sentence, Console console) {
        assertEquals(sentence, console.err().lines().findFirst().orElse(""));
        assertTrue(console.err().endsWith("See ich-radiomics extract --help." + System.lineSeparator()), console.err());
        assertEquals("", console.out());
        assertEquals(2, console.exit());
        assertFalse(Files.exists(folder.resolve("out.csv")) || Files.exists(folder.resolve("out.json")));
    }
}
