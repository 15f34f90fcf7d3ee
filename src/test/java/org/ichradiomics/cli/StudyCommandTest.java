package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.study.SmallStudy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StudyCommandTest {

    @TempDir
    Path folder;

    private Path study;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        study = SmallStudy.writeInto(folder);
        out = folder.resolve("out");
    }

    private Console run(Path into, Object... more) {
        return Console.run(Stream.concat(Stream.of("study", study, "--out", into), Stream.of(more))
                .toArray());
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void assertRefused(String sentence, Console console) throws IOException {
        assertEquals(sentence, console.err().lines().findFirst().orElse(""));
        assertEquals(1, console.err().lines().count());
        assertEquals("", console.out());
        assertEquals(3, console.exit());
        assertEquals(List.of("clinical.csv", "features.csv", "reader2.csv", "study.yml"), names());
    }

    @Test
    void aFolderAndASummary() throws Exception {
        Console console = run(out);
        assertEquals(0, console.exit(), console.err());
        Map<String, String> files = files(out);
        assertTrue(
                files.containsKey("study.json")
                        && files.keySet().stream().anyMatch(name -> name.endsWith("roc_summary.json")),
                files.keySet().toString());
        List<String> lines = console.out().lines().toList();
        assertEquals("study: Small", lines.get(0));
        assertTrue(lines.get(1).matches("cases: 80 \\(\\d+ HE, \\d+ NHE\\)"), lines.get(1));
        assertTrue(lines.get(2).matches("training: 54 \\(\\d+ HE, \\d+ NHE\\)"), lines.get(2));
        assertTrue(lines.get(3).matches("test: 26 \\(\\d+ HE, \\d+ NHE\\)"), lines.get(3));
        assertTrue(
                console.out()
                        .matches("(?s).*features: 12, \\d+ after the filter, \\d+ in the signature.*\n  kurtosis: "
                                + "-0\\.\\d{6}.*AUC in training: 0\\.\\d{3} \\(95 % CI 0\\.\\d{3} to "
                                + "[01]\\.\\d{3}\\).*AUC in test: 0\\.\\d{3} \\(.*cutoff: "
                                + ".*concerns: \\d+.*"),
                console.out());
        assertEquals("written: " + out, lines.get(lines.size() - 1));
        assertTrue(
                console.err().contains("LASSO path") && console.err().endsWith("100 % done" + System.lineSeparator()),
                console.err());
    }

    @Test
    void theSameBytesWithAnyNumberOfThreads() throws Exception {
        Path other = folder.resolve("other");
        assertEquals(0, run(out, "--threads", 1).exit());
        assertEquals(0, run(other, "--threads", 2).exit());
        assertEquals(files(out), files(other));
        assertEquals(0, run(out, "--threads", 3).exit(), "it is the same study");
        assertEquals(files(out), files(other));
    }

    @Test
    void theSampleIsWrittenToBeAdapted() throws Exception {
        Console console = Console.run("study", "--example", folder.resolve("mine"));
        assertEquals(0, console.exit());
        assertEquals("written: " + folder.resolve("mine").resolve("study.yml") + System.lineSeparator(), console.out());
        assertEquals(
                "unchanged: " + folder.resolve("mine").resolve("study.yml") + System.lineSeparator(),
                Console.run("study", "--example", folder.resolve("mine")).out());
        Files.writeString(folder.resolve("mine").resolve("study.yml"), "name: mine\n");
        Console adapted = Console.run("study", "--example", folder.resolve("mine"));
        assertEquals(3, adapted.exit());
        assertEquals(
                "There is a file study.yml with other content: choose another name, or give --overwrite to replace it.",
                adapted.err().strip());
        assertEquals("name: mine\n", Files.readString(folder.resolve("mine").resolve("study.yml")));
        Console both = Console.run("study", "sample", "--example", folder.resolve("yours"));
        assertEquals(
                "--example runs no study: leave out FILE and --out.",
                both.err().lines().findFirst().orElseThrow());
        assertEquals(2, both.exit());
        assertFalse(Files.exists(folder.resolve("yours")));
    }

    @Test
    void wrongUse() {
        assertWrongUse("Missing required option: '--out=DIR'", Console.run("study", "sample"));
        assertWrongUse("Missing required parameter: 'FILE'", Console.run("study", "--out", out));
        assertWrongUse("--threads must be at least 1, was 0.", run(out, "--threads", 0));
        assertEquals(2, run(out, "--thread", 2).exit());
        assertFalse(Files.exists(out));
    }

    private static void assertWrongUse(String sentence, Console console) {
        assertEquals(sentence, console.err().lines().findFirst().orElse(""));
        assertTrue(console.err().endsWith("See ich-radiomics study --help." + System.lineSeparator()), console.err());
        assertEquals(2, console.exit());
    }

    @Test
    void studiesThatCannotBeRun() throws Exception {
        assertRefused(
                "There is no file none.yml in the folder " + folder + ": check the name and the folder.",
                Console.run("study", folder.resolve("none.yml"), "--out", out));
        Files.writeString(study, SmallStudy.TEXT.replace("ICH Radiomics study", "recipe"));
        assertRefused(
                "study.yml is not a study (its \"format\" is \"recipe\", not \"ICH Radiomics study\"): choose a "
                        + "study file.",
                run(out));
        Files.writeString(study, SmallStudy.TEXT.replace("split:", "splits:"));
        assertRefused("study.yml has unknown keys: splits; correct or remove them.", run(out));
    }

    @Test
    void tablesThatCannotBeUsed() throws Exception {
        Files.writeString(study, SmallStudy.TEXT.replace("features.csv", "features.txt"));
        Console console = run(out);
        assertEquals(3, console.exit());
        assertTrue(console.err().contains("There is no file features.txt in the folder " + folder), console.err());
        assertFalse(Files.exists(out));
        Files.writeString(study, SmallStudy.TEXT.replace("gos", "goss"));
        assertTrue(run(out).err().contains("The table clinical.csv has no column \"goss\""));
        assertFalse(Files.exists(out));
    }

    @Test
    void aFolderOfOthersIsLeftAlone() throws Exception {
        assertRefused(
                "study.yml lies in the folder " + folder
                        + ", which the study would replace: choose another folder for it.",
                run(folder));
        assertRefused(
                "study.yml is a file: choose a folder for the study.".replace("study.yml", study.toString()),
                run(study));
        Path own = Files.createDirectory(folder.resolve("own"));
        SmallStudy.writeInto(own);
        Files.writeString(
                own.resolve("study.json"),
                "{\"format\": \"ICH Radiomics study\", \"inputs\": {\"clinical\": \"clinical.csv\", \"features\": "
                        + "\"features.csv\"}, \"outcome\": {\"column\": \"died\"}}");
        Console console = Console.run("study", own.resolve("study.json"), "--out", own);
        assertEquals(
                "study.json lies in the folder " + own
                        + ", which the study would replace: choose another folder for it.",
                console.err().strip());
        assertEquals(3, console.exit());
        Files.writeString(folder.resolve("study.yml"), SmallStudy.TEXT.replace("clinical.csv", "own/clinical.csv"));
        assertEquals(
                "clinical.csv lies in the folder " + own
                        + ", which the study would replace: choose another folder for it.",
                run(own).err().strip());
        assertTrue(Files.exists(own.resolve("features.csv")));
        Path others = Files.createDirectory(folder.resolve("others"));
        Files.writeString(others.resolve("thesis.txt"), "");
        Files.writeString(folder.resolve("study.yml"), SmallStudy.TEXT);
        assertEquals(
                "The folder " + others
                        + " holds thesis.txt, which is not of a study and would be lost: choose an empty or a new "
                        + "folder for the study.",
                run(others).err().strip());
        assertTrue(Files.exists(others.resolve("thesis.txt")));
    }

    /** A process that is asked to end, as by Ctrl-C. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void stoppedItLeavesNothing() throws Exception {
        Path log = folder.resolve("log.txt");
        Process process = HeldMain.start(log, "other folds, 1 of", "study", study, "--out", out);
        process.destroy();
        process.waitFor();
        assertTrue(
                Files.readString(log).endsWith("Stopped; nothing is written." + System.lineSeparator()),
                Files.readString(log));
        assertEquals(List.of("clinical.csv", "features.csv", "log.txt", "reader2.csv", "study.yml"), names());
    }

    /** What leaves a table is named where the person looks, not in the report alone. */
    @Test
    void whatWasPassedOverAndWhatLeaksIsOnTheScreen() throws Exception {
        Path leak = Path.of("src/test/resources/org/ichradiomics/study/doors/leak/leak_study.yml")
                .toAbsolutePath();
        Console console = Console.run("study", leak, "--out", out);
        assertEquals(0, console.exit(), console.err());
        assertTrue(
                console.out()
                        .contains("note: Features of the table leak_features.csv are its 9 columns, those "
                                + "with a name of the AK "
                                + "catalogue; passed over: status, age, discharge_mrs, Label, Volume (mL), "
                                + "Voxels, Slices, settings."),
                console.out());
        assertFalse(console.out().contains("leak or looks like one"), console.out());

        String text = Files.readString(leak)
                        .replace("inputs: {clinical: ", "inputs: {clinical: " + leak.getParent() + "/")
                        .replace("features: ", "features: " + leak.getParent() + "/")
                + "columns: {features: [kurtosis, discharge_mrs]}\n";
        Path named = Files.writeString(folder.resolve("named.yml"), text);
        Console leaking = Console.run("study", named, "--out", folder.resolve("out2"));
        String concern = "The feature \"discharge_mrs\" is a leak or looks like one: ";
        assertTrue(leaking.out().contains("concern: " + concern), leaking.out() + leaking.err());
        assertTrue(Files.readString(folder.resolve("out2/report.html")).contains(concern.replace("\"", "&quot;"))
                || Files.readString(folder.resolve("out2/report.html")).contains(concern));
    }
}
