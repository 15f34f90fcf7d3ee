package org.ichradiomics.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.figure.Colour;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The phantoms of {@code SignsOfPhantomsTest}, from file to file.
 *
 * <p>Covers EvidencePicture.
 */
class SignsCommandTest {

    private static final Path PHANTOMS = Path.of("src/test/resources/org/ichradiomics/sign");

    @TempDir
    private Path folder;

    private static Path image(String name) {
        return PHANTOMS.resolve(name + "_hu.nii.gz");
    }

    private static Path mask(String name) {
        return PHANTOMS.resolve(name + "_mask.nii.gz");
    }

    private static Console signs(String name, Object... more) {
        List<Object> first = List.of("signs", image(name), "--mask", mask(name));
        return Console.run(Stream.concat(first.stream(), Stream.of(more)).toArray());
    }

    private static List<String[]> rows(String file) throws IOException {
        return Files.readAllLines(PHANTOMS.resolve(file)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    static Stream<String> phantoms() throws IOException {
        return rows("expected_signs.csv").stream().map(row -> row[0]).distinct();
    }

    @ParameterizedTest
    @MethodSource("phantoms")
    void everySignAndMeasureIsWritten(String name) throws Exception {
        Path out = folder.resolve("signs.csv");
        Console console = signs(name, "--out", out);
        assertEquals(0, console.exit(), console.err());
        FeatureTable table = FeatureTableCsv.read(out);
        assertEquals(List.of("case", "sign", "suggested", "slice", "measure", "value"), table.columns());
        assertEquals(List.of(name), table.texts("case").stream().distinct().toList());
        Map<String, String> suggested = new TreeMap<>();
        Map<String, String> measures = new TreeMap<>();
        for (int row = 0; row < table.size(); row++) {
            suggested.put(table.texts("sign").get(row), table.texts("suggested").get(row));
            measures.put(table.texts("measure").get(row), table.texts("value").get(row));
        }
        int signs = 0;
        for (String[] row : rows("expected_signs.csv")) {
            if (!row[0].equals(name)) continue;
            signs++;
            if (!row[2].isEmpty()) assertEquals(row[2], suggested.get(row[1]), row[1] + " as built");
            assertEquals(row[3], suggested.get(row[1]), row[1] + " as defined");
        }
        assertEquals(10, signs);
        for (String[] row : rows("expected_measures.csv")) {
            if (row[0].equals(name))
                assertEquals(Double.parseDouble(row[2]), Double.parseDouble(measures.get(row[1])), 5.1e-5, row[1]);
        }
    }

    @Test
    void whatIsSaid() {
        List<String> lines = signs("bh_32", "--black-hole", "no").out().lines().toList();
        assertEquals("case: bh_32", lines.get(0));
        assertEquals("Black hole sign: suggested (slice 4, 31.0 HU); reader: no", lines.get(1));
        assertEquals("Suggestions for research: the reader decides.", lines.get(11));
        assertEquals(12, lines.size());
    }

    @Test
    void forPrograms() {
        Console console = signs("sat_6mm", "--json", "--satellite", "yes");
        JsonObject json = JsonParser.parseString(console.out()).getAsJsonObject();
        assertEquals("sat_6mm", json.get("case").getAsString());
        JsonObject satellite = json.getAsJsonObject("signs").getAsJsonObject("satellite");
        assertTrue(satellite.get("suggested").getAsBoolean());
        assertEquals("yes", satellite.get("answer").getAsString());
        assertTrue(json.getAsJsonObject("signs")
                .getAsJsonObject("blend")
                .get("slice")
                .isJsonNull());
        assertEquals(1, json.getAsJsonObject("measures").get("satellites").getAsInt());
    }

    @Test
    void answersHaveATableOfTheirOwn() throws Exception {
        Path answers = folder.resolve("answers.csv");
        for (String name : List.of("bh_32", "blend_22")) {
            Console console = signs(name, "--answers", answers, "--blend", "YES", "--black-hole", "unsure");
            assertEquals(0, console.exit(), console.err());
        }
        FeatureTable table = FeatureTableCsv.read(answers);
        assertEquals(List.of("bh_32", "blend_22"), table.cases());
        assertEquals(List.of("1", "1"), table.texts("blend"));
        assertEquals(List.of("0", "1"), table.texts("blend_suggested"));
        assertEquals(List.of("", ""), table.texts("black_hole"));
        assertEquals(List.of("1", "0"), table.texts("black_hole_suggested"));
    }

    /** The two outlines are drawn in their colours, on nothing but greys. */
    @Test
    void aPictureForWhatIsSuggestedOrAnswered() throws Exception {
        Path pictures = folder.resolve("new").resolve("pictures");
        Console console = signs("sat_6mm", "--pictures", pictures, "--irregular", "yes", "--blend", "yes");
        assertEquals(0, console.exit(), console.err());
        try (Stream<Path> files = Files.list(pictures)) {
            assertEquals(
                    List.of("sat_6mm_irregular.png", "sat_6mm_satellite.png"),
                    files.map(file -> file.getFileName().toString()).sorted().toList(),
                    "there is nothing to see of a blend sign");
        }
        BufferedImage picture =
                ImageIO.read(pictures.resolve("sat_6mm_satellite.png").toFile());
        assertEquals(360, Math.max(picture.getWidth(), picture.getHeight()));
        assertTrue(holds(picture, Colour.YELLOW) && holds(picture, Colour.SKY));
        assertEquals(0, signs("sat_6mm", "--pictures", pictures).exit(), "the same bytes are there");
        Files.writeString(pictures.resolve("sat_6mm_satellite.png"), "another");
        assertEquals(3, signs("sat_6mm", "--pictures", pictures).exit());
        assertEquals(0, signs("sat_6mm", "--pictures", pictures, "--overwrite").exit());
    }

    private static boolean holds(BufferedImage picture, Colour colour) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .anyMatch(i -> (picture.getRGB(i % picture.getWidth(), i / picture.getWidth()) & 0xFFFFFF)
                        == (colour.rgb() & 0xFFFFFF));
    }

    @Test
    void aTableGrowsAndNoRowComesTwice() throws Exception {
        Path out = folder.resolve("signs.csv");
        signs("plain", "--out", out);
        byte[] before = Files.readAllBytes(out);
        Console again = signs("plain", "--out", out);
        assertTrue(again.out().contains("holds these rows of plain already"), again.out());
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(out)));
        signs("bh_20", "--out", out);
        assertEquals(2 * 23, FeatureTableCsv.read(out).size());
    }

    @Test
    void nothingIsWrittenUnlessAllCanBe() throws IOException {
        Path out = folder.resolve("signs.csv");
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        Console console = signs("plain", "--out", out, "--answers", other);
        assertEquals(3, console.exit());
        assertTrue(console.err().contains("other.csv has other columns"), console.err());
        assertFalse(Files.exists(out));
        assertEquals(0, signs("plain", "--answers", other, "--overwrite").exit());
    }

    /** Of the labels 1 haematoma, 2 IVH, 3 oedema. */
    @Test
    void ofSeveralLabelsTheHaematomaIsTheFirst() throws Exception {
        Path image = Volumes.nifti(folder.resolve("scan_hu.nii"), hu(), 40, 40, 3);
        Path three = labels(folder.resolve("three.nii"), 1, 2, 3);
        Path others = labels(folder.resolve("others.nii"), 2, 2, 3);
        Path one = labels(folder.resolve("one.nii"), 7, 7, 7);
        Console console = Console.run("signs", image, "--mask", three);
        assertEquals(0, console.exit(), console.err());
        assertTrue(console.out().contains("Of the labels of the mask, label 1 was taken as the haematoma."));
        assertTrue(console.out().contains("case: scan\n"), console.out());
        assertEquals(
                0, Console.run("signs", image, "--mask", three, "--label", "3").exit());
        assertEquals(0, Console.run("signs", image, "--mask", one).exit());
        Console refused = Console.run("signs", image, "--mask", others);
        assertEquals(3, refused.exit());
        assertTrue(refused.err().contains("holds 2 labels: choose one of"), refused.err());
    }

    private static float[] hu() {
        float[] hu = new float[40 * 40 * 3];
        Arrays.fill(hu, 33);
        return hu;
    }

    /** A row of ten voxels of each label. */
    private static Path labels(Path file, int... ofRows) throws InvalidInputException {
        float[] labels = new float[40 * 40 * 3];
        for (int i = 0; i < ofRows.length; i++) {
            for (int x = 10; x < 20; x++) labels[40 * 40 + 8 * (i + 1) * 40 + x] = ofRows[i];
        }
        return Volumes.nifti(file, labels, 40, 40, 3);
    }

    @Test
    void whatCannotBeMeant() throws IOException {
        Console answer = signs("plain", "--swirl", "maybe");
        assertEquals(2, answer.exit());
        assertTrue(answer.err().startsWith("--swirl=maybe is no choice: use --swirl=yes or --swirl=no"), answer.err());
        Path copy = Files.copy(image("plain"), folder.resolve("plain_hu.nii.gz"));
        Console over = Console.run("signs", copy, "--mask", mask("plain"), "--answers", copy);
        assertEquals(2, over.exit());
        assertTrue(over.err().contains("--answers=plain_hu.nii.gz would overwrite"), over.err());
        assertEquals(2, Console.run("signs", copy).exit());
        assertEquals(
                3,
                Console.run("signs", folder.resolve("gone.nii"), "--mask", mask("plain"))
                        .exit());
    }
}
