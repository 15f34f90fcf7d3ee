package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files that cannot be used: one sentence on stderr, exit 3, and no output. */
class BadInputTest {

    @TempDir
    Path folder;

    private Path image;
    private Path mask;
    private Path csv;

    @BeforeEach
    void write() throws InvalidInputException {
        image = Volumes.nifti(folder.resolve("ct.nii"), Volumes.hu());
        mask = Volumes.nifti(folder.resolve("mask.nii"), Volumes.mask(1));
        csv = folder.resolve("out.csv");
    }

    @AfterEach
    void nothingIsWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("out") || name.startsWith(".") || name.endsWith(".tmp"))
                            .toList());
        }
    }

    private void assertRefused(String sentence, Path anImage, Path aMask, Object... more) {
        List<Object> args = new ArrayList<>(List.of("extract", anImage, "--mask", aMask, "--out", csv));
        args.addAll(List.of(more));
        Console console = Console.run(args.toArray());
        assertEquals(sentence + System.lineSeparator(), console.err());
        assertEquals("", console.out());
        assertEquals(3, console.exit());
    }

    @Test
    void missingImage() {
        assertRefused(
                "no.nii cannot be read, there is no such file: check its name and folder.",
                folder.resolve("no.nii"),
                mask);
        assertRefused("There is no file no.tif: check the path.", folder.resolve("no.tif"), mask);
    }

    @Test
    void missingMask() {
        assertRefused(
                "no.nii cannot be read, there is no such file: check its name and folder.",
                image,
                folder.resolve("no.nii"));
        assertRefused("There is no ROI file no.zip: check the path.", image, folder.resolve("no.zip"));
    }

    @Test
    void notANifti() throws IOException {
        Path text = Files.writeString(folder.resolve("text.nii"), "This is not a scan.".repeat(50));
        Console console = Console.run("extract", text, "--mask", mask, "--out", csv);
        assertEquals(3, console.exit());
        assertTrue(
                console.err().startsWith("text.nii ") && console.err().lines().count() == 1, console.err());
    }

    @Test
    void fractionalMask() throws InvalidInputException {
        assertRefused(
                "fraction.nii is a fractional mask, it holds 0.5 at column 2, row 2, slice 1: threshold it first (at "
                        + "0.5, say), so that it holds whole numbers only.",
                image,
                Volumes.nifti(folder.resolve("fraction.nii"), Volumes.mask(0.5f)));
    }

    @Test
    void emptyMask() throws InvalidInputException {
        assertRefused(
                "empty.nii is empty, every voxel is 0: draw the haematoma on at least one slice, or choose another "
                        + "mask.",
                image,
                Volumes.nifti(folder.resolve("empty.nii"), Volumes.mask(0)));
    }

    @Test
    void severalLabels() throws InvalidInputException {
        float[] labels = Volumes.mask(1);
        labels[2 + 2 * Volumes.X] = 3;
        Path two = Volumes.nifti(folder.resolve("two.nii"), labels);
        assertRefused("two.nii holds 2 labels: choose one of 1 (0.044 mL), 3 (0.001 mL).", image, two);
        assertRefused(
                "two.nii holds no label 2: choose one of 1 (0.044 mL), 3 (0.001 mL).", image, two, "--mask-label", 2);
    }

    @Test
    void absentLabel() {
        assertRefused("mask.nii holds no label 7: choose 1 (0.045 mL).", image, mask, "--mask-label", 7);
    }

    @Test
    void maskOfAnotherSize() throws InvalidInputException {
        Path other = Volumes.nifti(folder.resolve("other.nii"), new float[] {0, 1, 1, 1, 1, 1, 1, 1}, 2, 2, 2);
        Console console = Console.run("extract", image, "--mask", other, "--out", csv);
        assertEquals(3, console.exit());
        assertTrue(console.err().startsWith("other.nii has 2 × 2 × 2 voxels but ct.nii has 8 × 6 × 3"), console.err());
    }

    @Test
    void missingSpacing() {
        Path tiff = Volumes.tiff(folder.resolve("ct.tif"), Volumes.hu(), false);
        Path tiffMask = Volumes.tiff(folder.resolve("mask.tif"), Volumes.mask(1), false);
        assertRefused("The image ct.tif has no voxel spacing in mm: give it as --spacing=0.45,0.45,5.", tiff, tiffMask);
        Path elsewhere = folder.resolve("with-spacing.csv");
        assertEquals(
                0,
                Console.run("extract", tiff, "--mask", tiffMask, "--spacing", "0.45,0.45,5", "--out", elsewhere)
                        .exit());
    }

    @Test
    void onlyZeros() throws InvalidInputException {
        assertRefused(
                "Every voxel under the mask is 0 HU: the mask lies on an empty part of the image, or belongs to "
                        + "another image.",
                Volumes.nifti(folder.resolve("zero.nii"), new float[Volumes.SIZE]),
                mask);
    }

    @Test
    void noVoxelInTheChosenRange() {
        Console console = Console.run("extract", image, "--mask", mask, "--low", 500, "--high", 600, "--out", csv);
        assertEquals(3, console.exit());
        assertTrue(
                console.err().startsWith("No voxel under the mask lies in the grey range of 500.0 to 600.0 HU"),
                console.err());
    }

    @Test
    void noFolderForTheOutput() {
        Console console = Console.run("extract", image, "--mask", mask, "--out", folder.resolve("none/out.csv"));
        assertEquals(
                "The folder of out.csv does not exist: make it, or choose another for --out." + System.lineSeparator(),
                console.err());
        assertEquals(3, console.exit());
    }

    @Test
    void theRootIsNoMask() throws IOException {
        Console console = Console.run("extract", image, "--mask", folder.getRoot(), "--out", csv);
        assertEquals(3, console.exit(), console.err());
        assertEquals(1, console.err().lines().count());
    }

    @Test
    void aFolderInTheWay() throws IOException {
        Path there = Files.createDirectory(folder.resolve("there.csv"));
        Console console = Console.run("extract", image, "--mask", mask, "--out", there);
        assertEquals(
                "There is a folder of the name there.csv: choose another name for --out." + System.lineSeparator(),
                console.err());
        assertEquals(3, console.exit());
    }

    @Test
    void aForeignJsonIsNotLost() throws IOException {
        Path bids = Files.writeString(folder.resolve("sub-01.json"), "{\"Modality\": \"CT\"}");
        Console console = Console.run("extract", image, "--mask", mask, "--out", folder.resolve("sub-01.csv"));
        assertEquals(
                "The file sub-01.json beside the table is not one of this software: move it away, or choose another "
                        + "name for the table."
                        + System.lineSeparator(),
                console.err());
        assertEquals(3, console.exit());
        assertEquals("{\"Modality\": \"CT\"}", Files.readString(bids));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "{\"bins\": 32} x", "{\"bins\" 32}"})
    void settingsThatAreNoJson(String text) throws IOException {
        assertRefused(
                "s.json is not one flat JSON object like {\"bins\": 256, \"low\": \"auto\"}: correct it, or choose "
                        + "another file.",
                image,
                mask,
                "--settings",
                Files.writeString(folder.resolve("s.json"), text));
    }

    @Test
    void settingsWithAnUnknownKey() throws IOException {
        assertRefused(
                "s.json holds the unknown key \"bin\": use label, placement, rows, pieces, bins, low, high, "
                        + "run_distance, spacing, spacing_use, catalogue, settings, "
                        + "signature, reference, robustness.",
                image,
                mask,
                "--settings",
                Files.writeString(folder.resolve("s.json"), "{\"bin\": 32}"));
    }

    @Test
    void settingsWithABadValue() throws IOException {
        Path settings = folder.resolve("s.json");
        assertRefused(
                "s.json: Bins must be a whole number from 2 to 4096, was 1.",
                image,
                mask,
                "--settings",
                Files.writeString(settings, "{\"bins\": 1}"));
        assertRefused(
                "s.json: low=x is neither a number nor auto: write low=auto.",
                image,
                mask,
                "--settings",
                Files.writeString(settings, "{\"low\": \"x\"}"));
        assertRefused(
                "s.json: spacing=1,2 is not three positive numbers of mm: write spacing=0.45,0.45,5.",
                image,
                mask,
                "--settings",
                Files.writeString(settings, "{\"spacing\": \"1,2\"}"));
        assertRefused(
                "\"bins\" in s.json is neither a number nor text: correct it.",
                image,
                mask,
                "--settings",
                Files.writeString(settings, "{\"bins\": [32]}"));
        assertRefused(
                "s.json has the key \"bins\" twice: remove one of them.",
                image,
                mask,
                "--settings",
                Files.writeString(settings, "{\"bins\": 32, \"bins\": 64}"));
    }

    @Test
    void badSignature() throws IOException {
        Path signature = Files.writeString(folder.resolve("signature.json"), "{\"format\": ");
        Console console = Console.run("extract", image, "--mask", mask, "--signature", signature, "--out", csv);
        assertEquals(3, console.exit());
        assertTrue(
                console.err().startsWith("signature.json is not valid JSON")
                        && console.err().lines().count() == 1,
                console.err());
        assertRefused(
                "There is no signature \"Nobody 1999\": give the name \"Zhan 2020\" or the path of a JSON file.",
                image,
                mask,
                "--signature",
                "Nobody 1999");
    }

    @Test
    void debugShowsTheTrace() {
        Console console = Console.run("extract", folder.resolve("no.nii"), "--mask", mask, "--out", csv, "--debug");
        assertEquals(3, console.exit());
        assertTrue(
                console.err().contains("InvalidInputException") && console.err().contains("\tat org.ichradiomics"),
                console.err());
    }

    @Test
    void aTableThatWouldBeItsOwnRecord() {
        Console console = Console.run("extract", image, "--mask", mask, "--out", folder.resolve("out.json"));
        assertEquals(
                "The table cannot be called out.json, as its record beside it: name it .csv." + System.lineSeparator(),
                console.err());
        assertEquals(3, console.exit());
    }

    @Test
    void foldersInPlaceOfFiles() {
        assertRefused(folder.getFileName() + " holds no DICOM images: choose a folder of CT slices.", folder, mask);
        assertRefused(folder.getFileName() + " is a folder: choose a file in it.", image, folder);
    }

    @Test
    void valuesThatAreNoHu() throws Exception {
        float[] huge = Volumes.hu();
        for (int i = 0; i < huge.length; i++) huge[i] = i % 2 == 0 ? 3e38f : -3e38f;
        Path odd = Volumes.nifti(folder.resolve("huge.nii"), huge);
        Console console = Console.run("extract", odd, "--mask", mask, "--out", csv);
        assertTrue(
                console.err().contains("no range of HU")
                        && console.err().lines().count() == 1,
                console.err());
        assertEquals(3, console.exit());
    }

    @Test
    void aTiffThatIsCutShort() throws Exception {
        Path whole = Path.of("sample-images/head-ct-phantom.tif");
        Path cut = folder.resolve("cut.tif");
        Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(whole), 900_000));
        assertRefused(
                "cut.tif is cut short: it holds 6 of 14 slices; copy it again.",
                cut,
                Path.of("sample-images/head-ct-phantom-rois.zip"));
    }
}
