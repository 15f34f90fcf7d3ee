package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Analysis, Protocol, Provenance and SpacingUse. */
class ExtractCommandTest {

    @TempDir
    Path folder;

    private Path image;
    private Path mask;
    private Path csv;

    @BeforeEach
    void write() throws InvalidInputException {
        image = Volumes.nifti(folder.resolve("patient 7.nii"), Volumes.hu());
        mask = Volumes.nifti(folder.resolve("mask.nii.gz"), Volumes.mask(1));
        csv = folder.resolve("out.csv");
    }

    private Console extract(Path anImage, Path aMask, Object... more) {
        List<Object> args = new ArrayList<>(List.of("extract", anImage, "--mask", aMask, "--overwrite", "--out", csv));
        args.addAll(List.of(more));
        return Console.run(args.toArray());
    }

    private String cell(String column) throws InvalidInputException {
        FeatureTable table = FeatureTableCsv.read(csv);
        return Double.toString(table.values(column)[0]);
    }

    private JsonObject row() throws IOException {
        JsonObject record = JsonParser.parseString(Files.readString(folder.resolve("out.json")))
                .getAsJsonObject();
        return record.getAsJsonArray("rows").get(0).getAsJsonObject();
    }

    private List<String> settings() throws IOException {
        return row().getAsJsonObject("settings").entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue().getAsString())
                .toList();
    }

    /** As a Dataset has them that lost its calibration: measured, but said before anything else. */
    @Test
    void saysFirstWhatAReaderWouldSeeAtAGlance() throws Exception {
        float[] shifted = Volumes.hu();
        for (int i = 0; i < shifted.length; i++) shifted[i] += 32768;
        Console console = extract(Volumes.nifti(folder.resolve("shifted.nii"), shifted), mask);
        assertEquals(0, console.exit());
        List<String> lines = console.out().lines().toList();
        String sign =
                "The image is not in HU: its values reach 32833 and none is below 0, as signed numbers do that have "
                        + "lost their sign; open the original DICOM files, whose headers tell slope and intercept.";
        assertEquals("Note: " + sign, lines.get(0));
        assertTrue(lines.get(1).startsWith("Note: The mean under the mask is 32828."), lines.get(1));
        assertEquals("case: shifted", lines.get(2));
        assertEquals(1, lines.stream().filter(line -> line.contains(sign)).count());
        assertTrue(FeatureTableCsv.read(csv).texts("Notes").get(0).startsWith(sign + " The mean under the mask is"));
        assertEquals(sign, row().getAsJsonArray("warnings").get(0).getAsString());
    }

    @Test
    void saysInShortWhatItMeasuredAndWrote() {
        Console console = extract(image, mask);
        assertEquals("", console.err());
        assertEquals(0, console.exit());
        List<String> lines = console.out().lines().toList();
        assertEquals(
                List.of("case: patient 7", "Volume (mL): 0.045000", "Voxels: 36", "Slices: 3"), lines.subList(0, 4));
        assertEquals(
                List.of(
                        "kurtosis",
                        "HaralickCorrelation_AllDirection_offset1_SD",
                        "ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD",
                        "R-score",
                        "R-score reference",
                        "R-score group"),
                lines.subList(4, 10).stream()
                        .map(line -> line.substring(0, line.indexOf(':')))
                        .toList());
        assertEquals("R-score reference: Demonstration", lines.get(8));
        assertEquals("R-score group: none", lines.get(9));
        assertTrue(
                lines.contains("Note: The image holds values from 0 to 255 only and no air: it looks like an 8-bit or "
                        + "windowed copy, not HU."));
        assertEquals("written: " + csv + ", " + folder.resolve("out.json"), lines.get(lines.size() - 1));
    }

    @Test
    void theCaseIsTheNameWhateverTheLabel() throws Exception {
        float[] labels = Volumes.mask(1);
        labels[2 + 2 * Volumes.X] = 2;
        Path two = Volumes.nifti(folder.resolve("two.nii"), labels);
        assertEquals(0, extract(image, two, "--mask-label", 1).exit());
        assertEquals(List.of("patient 7"), FeatureTableCsv.read(csv).cases());
        assertEquals("35.0", cell("Voxels"));
        assertEquals(
                "mask file two.nii, label 1",
                row().getAsJsonObject("mask").get("origin").getAsString());
    }

    @Test
    void label255IsALabel() throws Exception {
        Path mask255 = Volumes.nifti(folder.resolve("mask255.nii"), Volumes.mask(255));
        assertEquals(0, extract(image, mask255).exit());
        assertEquals(0, extract(image, mask255, "--mask-label=255").exit());
        assertEquals("36.0", cell("Voxels"));
    }

    @Test
    void optionsArriveInTheSettings() throws Exception {
        assertEquals(
                0,
                extract(
                                image,
                                mask,
                                "--bins",
                                32,
                                "--low",
                                "-20.5",
                                "--high",
                                90,
                                "--run-distance",
                                "40",
                                "--catalogue",
                                "ak")
                        .exit());
        assertEquals(List.of("catalogue=AK", "bins=32", "low=-20.5", "high=90.0", "run_distance=40.0"), settings());
    }

    @Test
    void leftOutOptionsHaveTheirDefaults() throws Exception {
        extract(image, mask);
        assertEquals(List.of("catalogue=AK", "bins=256", "low=auto", "high=auto", "run_distance=auto"), settings());
    }

    @Test
    void anOptionWinsOverTheSettingsFile() throws Exception {
        Path settings = Files.writeString(folder.resolve("settings.json"), """
                {"catalogue": "ak", "bins": 64, "low": -1e1, "high": "auto", "run_distance": 7, "spacing": "1 1 2",
                        "spacing_use": "instead",
                 "label": 1}
                """);
        assertEquals(0, extract(image, mask, "--settings", settings, "--low", 0).exit());
        assertEquals(List.of("catalogue=AK", "bins=64", "low=0.0", "high=auto", "run_distance=7.0"), settings());
        assertEquals(
                "[1.0,1.0,2.0]",
                row().getAsJsonObject("image").get("spacing_mm").toString());
    }

    @Test
    void ibsiFeaturesAreThoseOfTheOtherCommand() throws Exception {
        Path settings = Files.writeString(
                folder.resolve("mine.json"),
                Files.readString(Path.of("src/main/resources/org/ichradiomics/measure/A.json"))
                        .replace("\"A\"", "\"mine\""));
        for (Object given : List.of("A", settings)) {
            assertEquals(
                    0,
                    extract(image, mask, "--catalogue", "ibsi", "--settings", given)
                            .exit());
            FeatureTable table = FeatureTableCsv.read(csv);
            Path values = folder.resolve("values.csv");
            assertEquals(
                    0,
                    Console.run("ibsi", image, "--mask", mask, "--config", given, "--overwrite", "--out", values)
                            .exit());
            List<String> lines = Files.readAllLines(values);
            assertEquals(11 + lines.size() - 1, table.columns().size());
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",");
                String column = table.has(cells[2]) ? cells[2] : cells[2] + "_" + cells[3];
                assertEquals(cells[4], table.texts(column).get(0), column);
            }
        }
    }

    @Test
    void bothCataloguesInOneRow() throws Exception {
        extract(image, mask, "--bins", 64);
        String score = cell("R-score");
        Path flat = Files.writeString(
                folder.resolve("flat.json"), "{\"bins\": 64, \"catalogue\": \"both\", \"settings\": \"A\"}");
        assertEquals(0, extract(image, mask, "--settings", flat).exit());
        assertEquals(score, cell("R-score"));
        assertEquals(11 + 396 + 351, FeatureTableCsv.read(csv).columns().size());
        assertEquals(
                "64",
                row().getAsJsonObject("settings")
                        .getAsJsonObject("AK")
                        .get("bins")
                        .getAsString());
        assertEquals(
                "A",
                row().getAsJsonObject("settings")
                        .getAsJsonObject("IBSI")
                        .get("name")
                        .getAsString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"width\": 25.0 | \"width\": 0 | discretisation.texture.width",
                "\"width\": 25.0 | \"width\": NaN | discretisation.texture.width",
                "\"width\": 25.0 | \"breadth\": 25.0 | width",
                "\"low\": -500.0 | \"low\": 500.0 | resegmentation.high",
                "\"interpolation\": null | \"interpolation\": {\"spacing_mm\": [0, 1], \"image\": \"linear\", "
                        + "\"mask\": \"linear\"} | spacing_mm"
            })
    void badIbsiSettingsAreRefusedByTheirKey(String good, String bad, String key) throws Exception {
        String text = Files.readString(Path.of("src/main/resources/org/ichradiomics/measure/A.json"));
        assertTrue(text.contains(good), text);
        Path settings = Files.writeString(folder.resolve("mine.json"), text.replace(good, bad));
        Console console = extract(image, mask, "--catalogue", "ibsi", "--settings", settings);
        assertEquals(3, console.exit());
        assertEquals(1, console.err().lines().count());
        assertTrue(console.err().contains(key) && console.err().contains("mine.json"), console.err());
        assertFalse(Files.exists(csv));
    }

    @Test
    void spacingReplacesThatOfTheImage() throws Exception {
        Console refused = extract(image, mask, "--spacing", "1,1,10");
        assertEquals(3, refused.exit());
        assertEquals(
                "--spacing=1,1,10 contradicts the image patient 7.nii, whose own voxel spacing is 0.5 × 0.5 × "
                        + "5 mm: leave it out, or write --spacing-use=instead to have yours used instead.",
                refused.err().strip());
        assertFalse(Files.exists(csv));
        Console console = extract(image, mask, "--spacing", "1,1,10", "--spacing-use", "instead");
        assertEquals(0, console.exit());
        assertEquals("0.36", cell("Volume (mL)"));
        assertTrue(
                console.out()
                        .contains("Note: The voxel spacing 1 × 1 × 10 mm of patient 7.nii was given by the user, the "
                                + "image's own is"),
                console.out());
        console = extract(image, mask, "--spacing", "1,1,10", "--spacing-use", "always");
        assertEquals(2, console.exit());
        assertTrue(
                console.err()
                        .contains("--spacing-use=always is no choice: use --spacing-use=\"if missing\" or "
                                + "--spacing-use=instead."),
                console.err());
    }

    @Test
    void tiffIsMeasuredLikeNifti() throws Exception {
        extract(image, mask);
        String ofNifti = Files.readString(csv).lines().skip(1).findFirst().orElseThrow();
        Path tiff = Volumes.tiff(folder.resolve("patient 7.tif"), Volumes.hu(), true);
        Path tiffMask = Volumes.tiff(folder.resolve("mask.tif"), Volumes.mask(1), true);
        assertEquals(0, extract(tiff, tiffMask).exit());
        String ofTiff = Files.readString(csv).lines().skip(1).findFirst().orElseThrow();
        assertEquals(values(ofNifti), values(ofTiff));
    }

    /** The cells of the features: what stands before them may hold commas in quotes. */
    private static List<String> values(String line) {
        List<String> cells = List.of(line.split(","));
        return cells.subList(cells.size() - 397, cells.size());
    }

    @Test
    void roisMeasureWhatTheirMaskDoes() throws Exception {
        extract(image, mask);
        List<String> ofMask =
                values(Files.readString(csv).lines().skip(1).findFirst().orElseThrow());
        Path rois = folder.resolve("rois.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(rois))) {
            for (int z = 1; z <= Volumes.Z; z++) {
                Roi roi = new Roi(2, 2, 4, 3);
                roi.setPosition(z);
                zip.putNextEntry(new ZipEntry("slice " + z + ".roi"));
                zip.write(RoiEncoder.saveAsByteArray(roi));
            }
        }
        for (Path scan : List.of(image, Volumes.tiff(folder.resolve("ct.tif"), Volumes.hu(), true))) {
            Console console = extract(scan, rois);
            assertEquals("", console.err());
            assertEquals(
                    ofMask,
                    values(Files.readString(csv).lines().skip(1).findFirst().orElseThrow()));
        }
        assertEquals(
                "ROI file, 3 ROIs on slices 1-3",
                row().getAsJsonObject("mask").get("origin").getAsString());
    }

    @Test
    void oneRoiOnOneSlice() throws Exception {
        Roi roi = new Roi(2, 2, 4, 3);
        roi.setPosition(2);
        Path file = Files.write(folder.resolve("one.ROI"), RoiEncoder.saveAsByteArray(roi));
        assertEquals(0, extract(image, file).exit());
        assertEquals("12.0", cell("Voxels"));
        Console labelled = extract(image, file, "--mask-label", 1);
        assertEquals("The ROI file one.ROI holds no labels: leave the label out.\n", labelled.err());
        assertEquals(3, labelled.exit());
    }

    @Test
    void theRecordHoldsNoFolder() throws Exception {
        extract(image.toAbsolutePath(), mask.toAbsolutePath());
        String record = Files.readString(folder.resolve("out.json"));
        assertFalse(
                record.contains(folder.toAbsolutePath().toString())
                        || record.contains(folder.getFileName().toString()),
                record);
        assertEquals("patient 7", row().get("case").getAsString());
        assertEquals("patient 7.nii", row().getAsJsonObject("image").get("name").getAsString());
    }

    @Test
    void withoutAReferenceThereIsNoScore() throws Exception {
        assertEquals(0, extract(image, mask, "--reference", "none").exit());
        assertEquals("NaN", cell("R-score"));
        assertTrue(row().get("r_score").isJsonNull());
    }

    @Test
    void aFileNameMayBeginWithAnAt() throws Exception {
        Path at = Files.copy(image, folder.resolve("@ct.nii"));
        assertEquals(0, extract(at, mask).exit());
        assertEquals(List.of("@ct"), FeatureTableCsv.read(csv).cases());
    }
}
