package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
                "--catalogue=all     | There is no catalogue \"all\": use --catalogue=AK, --catalogue=IBSI, "
                        + "--catalogue=both or --catalogue=PyRadiomics.",
                "--settings=C        | The settings are for IBSI features or those of PyRadiomics, which "
                        + "--catalogue=AK leaves out: write "
                        + "--catalogue=IBSI, --catalogue=both or --catalogue=PyRadiomics, or leave the settings out."
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

    @ParameterizedTest
    @CsvSource({
        "--bin=32, --bin, --bins",
        "--maks, --maks, --mask",
        "--Mask_Label, --Mask_Label, --mask-label",
        "--spacing_use=instead, --spacing_use, --spacing-use"
    })
    void anOptionThatIsNearAnother(String written, String option, String meant) {
        assertWrongUse(
                "There is no option " + option + " (did you mean " + meant + "?).",
                Console.extract("tiny7", folder.resolve("out.csv"), written));
    }

    /** Whoever misspells what must be there is not told that it is missing. */
    @Test
    void anOptionThatMustBeThereMisspelt() {
        assertWrongUse(
                "There is no option --maks (did you mean --mask?).",
                Console.run("extract", "a.nii", "--maks", "b.nii", "--out", folder.resolve("out.csv")));
    }

    @Test
    void anOptionThatIsNearNone() {
        assertWrongUse("There is no option -x.", Console.extract("tiny7", folder.resolve("out.csv"), "-x"));
    }

    @Test
    void aFileTooMany() {
        assertWrongUse(
                "\"b.nii\" belongs to no option, and extract takes only IMAGE: name the option before its value, and "
                        + "put a path with blanks in quotes.",
                Console.run("extract", "a.nii", "b.nii", "--mask", "c.nii", "--out", folder.resolve("out.csv")));
        assertEquals(
                "\"twice\" belongs to no option, and sample takes nothing else: name the option before its value, and "
                        + "put a path with blanks in quotes.",
                Console.run("sample", "--out", folder, "twice")
                        .err()
                        .lines()
                        .findFirst()
                        .orElse(""));
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
    @CsvSource({"extrat, extract", "Extract, extract", "robustnes, robustness", "savecase, save-case"})
    void aCommandThatIsNearAnother(String written, String meant) {
        assertEquals(
                new Console(
                        2,
                        "",
                        "There is no command " + written + " (did you mean " + meant
                                + "?).\nSee ich-radiomics --help.\n"),
                Console.run(written, "ct.nii.gz").unix());
    }

    @Test
    void aCommandThatIsNearNone() {
        Console console = Console.run("nonsense");
        assertEquals(2, console.exit());
        assertTrue(console.err().startsWith("There is no command nonsense: there are extract, "), console.err());
        assertEquals(
                "There is no option --hlep (did you mean --help?).",
                Console.run("--hlep").err().lines().findFirst().orElse(""));
    }

    private void assertWrongUse(String sentence, Console console) {
        assertEquals(sentence, console.err().lines().findFirst().orElse(""));
        assertTrue(console.err().endsWith("See ich-radiomics extract --help." + System.lineSeparator()), console.err());
        assertEquals("", console.out());
        assertEquals(2, console.exit());
        assertFalse(Files.exists(folder.resolve("out.csv")) || Files.exists(folder.resolve("out.json")));
    }
}
