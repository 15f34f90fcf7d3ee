package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.text.FeatureTableCsv;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Nothing finished is lost: what the command line does where a file is there already. */
class FilesThatAreThereTest {

    private static final Path STALE = Path.of("src/test/resources/cases/stale_mhd");

    @TempDir
    private Path folder;

    private Path image;
    private Path mask;
    private Path csv;

    @BeforeEach
    void write() throws Exception {
        image = Volumes.nifti(folder.resolve("p1.nii"), Volumes.hu());
        mask = Volumes.nifti(folder.resolve("mask.nii.gz"), Volumes.mask(1));
        csv = folder.resolve("out.csv");
    }

    private Console extract(Object... more) {
        return Console.run(Stream.concat(Stream.of("extract", image, "--mask", mask, "--out", csv), Stream.of(more))
                .toArray());
    }

    private JsonArray record() throws Exception {
        return JsonParser.parseString(Files.readString(folder.resolve("out.json")))
                .getAsJsonObject()
                .getAsJsonArray("rows");
    }

    private static void refused(String sentence, Console console) {
        assertEquals(sentence, console.err().strip().lines().reduce((a, b) -> b).orElse(""));
        assertEquals(3, console.exit());
    }

    @Test
    void theFirstCommandOfTheReadmeMayBeRunTwice() throws Exception {
        List<Object> command = List.of(
                "extract",
                "sample-images/head-ct-phantom.nii.gz",
                "--mask",
                "sample-images/head-ct-phantom-mask.nii.gz",
                "--out",
                folder.resolve("sample.csv"));
        assertEquals(0, Console.run(command.toArray()).exit());
        byte[] table = Files.readAllBytes(folder.resolve("sample.csv"));
        byte[] record = Files.readAllBytes(folder.resolve("sample.json"));
        Console again = Console.run(command.toArray());
        assertEquals(0, again.exit());
        assertTrue(
                again.out().contains("Note: sample.csv holds this row of head-ct-phantom already: nothing was added."),
                again.out());
        assertTrue(
                again.out()
                        .stripTrailing()
                        .endsWith("unchanged: " + folder.resolve("sample.csv") + ", " + folder.resolve("sample.json")),
                again.out());
        assertArrayEquals(table, Files.readAllBytes(folder.resolve("sample.csv")));
        assertArrayEquals(record, Files.readAllBytes(folder.resolve("sample.json")));
    }

    @Test
    void aFinishedTableIsAddedTo() throws Exception {
        extract();
        image = Volumes.nifti(folder.resolve("p2.nii"), Volumes.hu());
        assertTrue(extract().out().contains("written: "));
        assertEquals(List.of("p1", "p2"), FeatureTableCsv.read(csv).texts("case"));
        Console other = extract("--bins", 17);
        assertTrue(
                other.out().contains("Note: out.csv had a row of p2 before, with other values: another was added."),
                other.out());
        assertEquals(List.of("p1", "p2", "p2"), FeatureTableCsv.read(csv).texts("case"));
        assertEquals(3, record().size(), "the record follows");
        assertEquals(
                "17",
                record().get(2)
                        .getAsJsonObject()
                        .getAsJsonObject("settings")
                        .get("bins")
                        .getAsString());
    }

    @Test
    void overwriteBeginsAnew() throws Exception {
        extract();
        assertEquals(0, extract("--bins", 17, "--overwrite").exit());
        assertEquals(1, FeatureTableCsv.read(csv).size());
        assertEquals(1, record().size());
        assertEquals(
                "17",
                record().get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("settings")
                        .get("bins")
                        .getAsString());
    }

    @Test
    void anotherKindOfTableIsRefusedBeforeAnythingIsMeasured() throws Exception {
        extract("--long");
        byte[] before = Files.readAllBytes(csv);
        assertEquals(0, extract("--long").exit());
        assertArrayEquals(before, Files.readAllBytes(csv));
        Console refused = extract();
        refused(
                "out.csv has other columns than the rows to be added (3 there, 407 here): choose another file, or "
                        + "give --overwrite to begin it anew.",
                refused);
        assertEquals("", refused.out());
        assertArrayEquals(before, Files.readAllBytes(csv));
    }

    @Test
    void theTableIsWrittenWhereALinkLeads() throws Exception {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createSymbolicLink(csv, data.resolve("real.csv"));
        assertEquals(0, extract().exit(), "a link to nothing yet");
        assertTrue(Files.isSymbolicLink(csv));
        assertEquals(1, FeatureTableCsv.read(data.resolve("real.csv")).size());
    }

    @Test
    void expansionsAreRowsToo() throws Exception {
        Object[] command = {"expansion", image, "--mask", mask, image, "--followup-mask", mask, "--out", csv};
        assertEquals(0, Console.run(command).exit());
        byte[] before = Files.readAllBytes(csv);
        assertTrue(Console.run(command).out().contains("unchanged: " + csv));
        assertArrayEquals(before, Files.readAllBytes(csv));
        image = Volumes.nifti(folder.resolve("p2.nii"), Volumes.hu());
        command[1] = image;
        assertEquals(0, Console.run(command).exit());
        assertEquals(2, FeatureTableCsv.read(csv).size());
        extract("--overwrite");
        Console refused = Console.run(command);
        assertTrue(refused.err().contains("out.csv has other columns than the rows to be added"), refused.err());
        assertTrue(refused.out().contains("growth"), "the answer is not lost with the table");
    }

    @Test
    void valuesOfIbsiAreAFileThatIsRefused() throws Exception {
        Path diagnostics = folder.resolve("diagnostics.csv");
        Object[] command = {"ibsi", image, "--mask", mask, "--config", "A", "--out", csv, "--diagnostics", diagnostics};
        assertEquals(0, Console.run(command).exit());
        byte[] before = Files.readAllBytes(csv);
        assertTrue(Console.run(command).out().contains("unchanged: "));
        Files.writeString(diagnostics, "mine");
        refused(
                "There is a file diagnostics.csv with other content: choose another name, or give --overwrite to "
                        + "replace it.",
                Console.run(command));
        command[5] = "ICH";
        refused(
                "There is a file out.csv with other content: choose another name, or give --overwrite to replace it.",
                Console.run(command));
        assertArrayEquals(before, Files.readAllBytes(csv));
        assertEquals("mine", Files.readString(diagnostics));
        assertEquals(
                0,
                Console.run(Stream.concat(Stream.of(command), Stream.of("--overwrite"))
                                .toArray())
                        .exit());
        assertTrue(Files.readString(csv).contains("\nICH,"));
    }

    // Batches

    private Path list(String... lines) throws Exception {
        return Files.writeString(
                folder.resolve("cohort.csv"), "case,image,mask,age\n" + String.join("\n", lines) + "\n");
    }

    private Console batch(Path list, Object... more) {
        return Console.run(Stream.concat(Stream.of("batch", list, "--out", csv), Stream.of(more))
                .toArray());
    }

    @Test
    void aFinishedRunIsLeftAsItIsWithItsExitCode() throws Exception {
        Path list = list("a,p1.nii,mask.nii.gz,40", "b,gone.nii,mask.nii.gz,50");
        assertEquals(4, batch(list).exit());
        byte[] table = Files.readAllBytes(csv);
        byte[] journal = Files.readAllBytes(folder.resolve("out.journal"));
        Console again = batch(list);
        assertEquals(4, again.exit());
        assertTrue(again.out().contains("1 done, 1 failed"), again.out());
        assertTrue(again.out().contains("unchanged, since this run was finished before: " + csv), again.out());
        assertArrayEquals(table, Files.readAllBytes(csv));
        assertArrayEquals(journal, Files.readAllBytes(folder.resolve("out.journal")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bins", "list", "order", "column", "image", "reference", "table"})
    void anyOtherRunIsRefused(String change) throws Exception {
        Volumes.nifti(folder.resolve("p2.nii"), Volumes.hu());
        Path list = list("a,p1.nii,mask.nii.gz,40", "b,p2.nii,mask.nii.gz,50");
        assertEquals(0, batch(list).exit());
        Object[] options = {};
        switch (change) {
            case "bins" -> options = new Object[] {"--bins", 64};
            case "list" -> list("a,p1.nii,mask.nii.gz,40", "b,p2.nii,mask.nii.gz,50", "c,p1.nii,mask.nii.gz,60");
            case "order" -> list("b,p2.nii,mask.nii.gz,50", "a,p1.nii,mask.nii.gz,40");
            case "column" -> list("a,p1.nii,mask.nii.gz,41", "b,p2.nii,mask.nii.gz,50");
            case "image" -> Volumes.nifti(folder.resolve("p2.nii"), Volumes.mask(60));
            case "reference" -> options = new Object[] {"--reference", "none"};
            default -> Files.writeString(csv, Files.readString(csv) + "c,done\n");
        }
        byte[] table = Files.readAllBytes(csv);
        byte[] journal = Files.readAllBytes(folder.resolve("out.journal"));
        Console refused = batch(list, options);
        assertEquals(3, refused.exit(), refused.err());
        assertTrue(
                refused.err()
                        .contains(": give --resume to keep its cases and go on, --recompute to measure again what has "
                                + "changed, --overwrite to begin anew,"
                                + " or choose another table."),
                refused.err());
        assertArrayEquals(table, Files.readAllBytes(csv));
        assertArrayEquals(journal, Files.readAllBytes(folder.resolve("out.journal")));
        assertEquals(
                0,
                batch(
                                list,
                                Stream.concat(Stream.of("--overwrite"), Stream.of(options))
                                        .toArray())
                        .exit());
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.csv", "out.log", "out.json", "out.journal"})
    void filesOfOthersAreNotWrittenOver(String name) throws Exception {
        Path list = list("a,p1.nii,mask.nii.gz,40");
        Files.writeString(folder.resolve(name), "my own notes\nof years\n");
        Console refused = batch(list);
        assertEquals(3, refused.exit(), refused.err());
        assertTrue(refused.err().contains(name), refused.err());
        assertEquals("my own notes\nof years\n", Files.readString(folder.resolve(name)));
        boolean mayGiveWay = name.equals("out.csv");
        assertEquals(mayGiveWay ? 0 : 3, batch(list, "--overwrite").exit());
        assertEquals(!mayGiveWay, Files.readString(folder.resolve(name)).equals("my own notes\nof years\n"));
    }

    @Test
    void keepingAndThrowingAwayAreNotWantedAtOnce() throws Exception {
        Console console = batch(list("a,p1.nii,mask.nii.gz,40"), "--resume", "--overwrite");
        assertEquals(2, console.exit());
        assertTrue(
                console.err().startsWith("--overwrite throws away what --resume and --recompute keep"), console.err());
        assertFalse(Files.exists(csv));
    }

    /** The header stays the same when its voxels, in a file of another name, are others. */
    @Test
    void theVoxelsThatAHeaderNamesAreHashed() throws Exception {
        for (String name : List.of("img.mhd", "vox.raw", "mask.nii.gz", "c.csv")) {
            Files.copy(STALE.resolve(name), folder.resolve(name), REPLACE_EXISTING);
        }
        Path list = folder.resolve("c.csv");
        assertEquals(0, batch(list).exit());
        String mean = FeatureTableCsv.read(csv).texts("MeanValue").get(0);
        byte[] voxels = Files.readAllBytes(folder.resolve("vox.raw"));
        for (int i = 0; i < voxels.length; i += 2) voxels[i]++;
        Files.write(folder.resolve("vox.raw"), voxels);
        refused(
                "The files of case a have changed since they were measured: put the old ones back, or give "
                        + "--recompute to measure those again.",
                batch(list, "--resume"));
        assertEquals(mean, FeatureTableCsv.read(csv).texts("MeanValue").get(0));
        assertEquals(0, batch(list, "--recompute").exit());
        assertEquals(Double.parseDouble(mean) + 1, FeatureTableCsv.read(csv).values("MeanValue")[0], 1e-9);
    }
}
