package org.ichradiomics.study.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.study.SmallCohort;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.Replacing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Progress. */
class StudyFolderTest {

    private static final String PLAN =
            "outcome: {expansion: {}}\nsecond_outcome: {column: gos, at_most: 3}\nsplit: {column: cohort}\n"
                    + "lasso: {folds: 5, repeats: 2}\ndescriptives: {bootstrap: 200}\n";

    private static final Replacing KEEP = Replacing.of(false);

    @TempDir
    private Path folder;

    private StudyFile file;
    private Path out;

    @BeforeEach
    void write() throws Exception {
        file = StudyFile.read(new SmallCohort(120, 3).writeTo(folder, PLAN));
        out = folder.resolve("result");
    }

    private static Map<String, byte[]> bytes(Path folder) throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.filter(Files::isRegularFile).toList())
                bytes.put(folder.relativize(path).toString(), Files.readAllBytes(path));
        }
        return bytes;
    }

    @Test
    void sameBytesForAnyNumberOfThreadsAndAnyLocale() throws Exception {
        StudyFolder.run(file, out, KEEP, 1, Progress.NONE);
        Map<String, byte[]> one = bytes(out);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            StudyFolder.run(file, out, KEEP, 4, Progress.NONE);
        } finally {
            Locale.setDefault(before);
        }
        Map<String, byte[]> four = bytes(out);
        assertEquals(one.keySet(), four.keySet());
        one.forEach((name, content) -> assertArrayEquals(content, four.get(name), name));
        assertTrue(
                one.keySet()
                        .containsAll(List.of(
                                "report.html",
                                "signature.json",
                                "study.json",
                                "provenance.json",
                                "tables/table1.csv",
                                "tables/table1.html",
                                "figures/roc.svg",
                                "machine/roc_summary.json")),
                one.keySet().toString());
    }

    @Test
    void theSignatureGivesTheScoresOfTheStudy() throws Exception {
        StudyResult result = StudyFolder.run(file, out, KEEP, 1, Progress.NONE).result();
        Signature signature = Signature.FILE.read(out.resolve("signature.json"));
        assertEquals(result.signature().orElseThrow(), signature);
        FeatureTable features = FeatureTableCsv.read(folder.resolve("features.csv"));
        List<Score> scores = Score.ofEach(signature, signature.reference(), features);
        double[] expected = result.scores().orElseThrow().score();
        for (int i = 0; i < expected.length; i++) {
            assertEquals(
                    expected[i], scores.get(i).value(), 1e-12, features.cases().get(i));
            double raw = signature.training().orElseThrow().rawIntercept();
            for (Map.Entry<String, Double> weight :
                    signature.training().orElseThrow().rawWeights().entrySet()) {
                raw += weight.getValue() * features.values(weight.getKey())[i];
            }
            assertEquals(expected[i], raw, 1e-9, features.cases().get(i));
        }
    }

    @Test
    void thePlanInTheFolderMakesTheSameFolder() throws Exception {
        StudyFolder.run(file, out, KEEP, 1, Progress.NONE);
        Files.copy(out.resolve("study.json"), folder.resolve("again.json"));
        StudyFolder.run(StudyFile.read(folder.resolve("again.json")), folder.resolve("second"), KEEP, 1, Progress.NONE);
        Map<String, byte[]> first = bytes(out);
        bytes(folder.resolve("second")).forEach((name, content) -> assertArrayEquals(first.get(name), content, name));
    }

    @Test
    void figuresAreXmlAndTheReportHoldsThem() throws Exception {
        StudyFolder.run(file, out, KEEP, 1, Progress.NONE);
        String report = Files.readString(out.resolve("report.html"));
        int figures = 0;
        try (Stream<Path> list = Files.list(out.resolve("figures"))) {
            for (Path svg :
                    list.filter(path -> path.toString().endsWith(".svg")).toList()) {
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(svg.toFile());
                assertTrue(Files.isRegularFile(Path.of(svg.toString().replace(".svg", ".png"))), svg.toString());
                figures++;
            }
        }
        assertEquals(figures, report.split("<svg ", -1).length - 1);
        assertFalse(
                report.contains("http://")
                        && report.replace("http://www.w3.org/2000/svg", "").contains("http"),
                "the report needs the network");
        assertFalse(report.contains("NaN"), "a NaN is no text for a paper");
        assertTrue(report.contains("Research use only"));
    }

    @Test
    void aScoreThatDividesLeavesNoGapsInSentences() throws Exception {
        SmallCohort cohort = new SmallCohort(120, 3).dividedBy("f5");
        StudyFolder.run(StudyFile.read(cohort.writeTo(folder, PLAN)), out, KEEP, 1, Progress.NONE);
        String report = Files.readString(out.resolve("report.html"));
        assertTrue(
                report.contains("no slope can be had, intercept "), "the slope of a score that divides the outcomes");
        assertTrue(
                report.contains("AUC training against test: no test, as neither has a standard error."),
                "two AUCs of 1");
        assertFalse(
                report.contains("slope ,") || report.contains("z = ,") || report.contains("p = ."),
                "a number is missing");
        assertFalse(report.contains("p = &lt;") || report.contains("p = <"), "p is either equal or below");
    }

    @Test
    void whatIsThereStaysWhenARunFailsOrIsCanceled() throws Exception {
        StudyFolder.run(file, out, KEEP, 1, Progress.NONE);
        Map<String, byte[]> before = bytes(out);
        assertThrows(
                CancellationException.class,
                () -> StudyFolder.run(file, out, KEEP, 1, (what, done) -> {
                    if (done > 0.5) throw new CancellationException();
                }));
        Path broken = new SmallCohort(120, 3).clinical("id", 1, "c001").writeTo(folder, PLAN);
        assertThrows(
                InvalidInputException.class,
                () -> StudyFolder.run(StudyFile.read(broken), out, KEEP, 1, Progress.NONE));
        assertThrows(
                InvalidInputException.class,
                () -> StudyFolder.run(StudyFile.read(broken), folder.resolve("new"), KEEP, 1, Progress.NONE));
        assertFalse(Files.exists(folder.resolve("new")));
        Map<String, byte[]> after = bytes(out);
        assertEquals(before.keySet(), after.keySet());
        before.forEach((name, content) -> assertArrayEquals(content, after.get(name), name));
        try (Stream<Path> list = Files.list(folder)) {
            assertEquals(
                    List.of("clinical.csv", "features.csv", "result", "study.yml"),
                    list.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void anotherStudyIsRefusedBeforeItIsComputedAndReplacedOnlyIfWanted() throws Exception {
        StudyFolder.run(file, out, KEEP, 1, Progress.NONE);
        assertFalse(StudyFolder.run(file, out, KEEP, 1, Progress.NONE).isChanged(), "the same bytes");
        Map<String, byte[]> before = bytes(out);
        StudyFile other = StudyFile.read(new SmallCohort(120, 3).writeTo(folder, PLAN.replace("folds: 5", "folds: 4")));
        assertEquals(
                "The folder result holds another study: choose another folder, or give overwrite=yes to replace it.",
                assertThrows(
                                InvalidInputException.class,
                                () -> StudyFolder.run(other, out, KEEP, 1, (what, done) -> {
                                    throw new IllegalStateException("it is computed");
                                }))
                        .getMessage());
        Map<String, byte[]> after = bytes(out);
        before.forEach((name, content) -> assertArrayEquals(content, after.get(name), name));
        Files.writeString(out.resolve("report.html"), "my notes in it");
        assertThrows(InvalidInputException.class, () -> StudyFolder.run(file, out, KEEP, 1, Progress.NONE));
        assertEquals("my notes in it", Files.readString(out.resolve("report.html")));
        assertTrue(
                StudyFolder.run(other, out, Replacing.ALWAYS, 1, Progress.NONE).isChanged());
    }

    @Test
    void anotherFolderIsNotTouched() throws Exception {
        Files.createDirectories(out);
        Files.writeString(out.resolve("thesis.txt"), "mine");
        assertEquals(
                "The folder " + out
                        + " holds thesis.txt, which is not of a study and would be lost: choose an empty or a new "
                        + "folder for the study.",
                assertThrows(InvalidInputException.class, () -> StudyFolder.run(file, out, KEEP, 1, Progress.NONE))
                        .getMessage());
        assertEquals("mine", Files.readString(out.resolve("thesis.txt")));
        Path under = folder.resolve("nowhere").resolve("x");
        assertTrue(assertThrows(InvalidInputException.class, () -> StudyFolder.run(file, under, KEEP, 1, Progress.NONE))
                .getMessage()
                .endsWith("cannot be made: the folder above it does not exist."));
        assertEquals(
                folder.resolve("study.yml") + " is a file: choose a folder for the study.",
                assertThrows(
                                InvalidInputException.class,
                                () -> StudyFolder.run(file, folder.resolve("study.yml"), KEEP, 1, Progress.NONE))
                        .getMessage());
    }

    @Test
    void whatAUserPutIntoTheFolderOfAStudyIsNotLost() throws Exception {
        StudyFolder.run(file, out, KEEP, 1, Progress.NONE);
        Files.writeString(out.resolve("tables").resolve("table1.docx"), "edited");
        assertEquals(
                "The folder " + out + " holds " + Path.of("tables", "table1.docx")
                        + ", which is not of a study and would be lost: choose an empty or a new folder "
                        + "for the study.",
                assertThrows(InvalidInputException.class, () -> StudyFolder.run(file, out, KEEP, 1, Progress.NONE))
                        .getMessage());
        assertEquals("edited", Files.readString(out.resolve("tables").resolve("table1.docx")));
    }

    @Test
    void anEmptyFolderIsFilled() throws Exception {
        Files.createDirectories(out);
        StudyFolder.run(file, out, KEEP, 1, Progress.NONE);
        assertTrue(Files.exists(out.resolve("report.html")));
    }

    @Test
    void aFolderWithAnythingOfTheUsersIsNotReplaced() throws Exception {
        StudyFolder.run(file, out, KEEP, 1, Progress.NONE);
        Files.writeString(out.resolve(".DS_Store"), "");
        StudyFolder.check(out);
        Files.writeString(out.resolve("letter.docx"), "mine");
        refusesAsOthers(out, "letter.docx");
        Path tables = Files.createDirectories(folder.resolve("tables of another study"));
        Files.copy(out.resolve("study.json"), tables.resolve("study.json"));
        refusesAsOthers(tables, "study.json");
        Files.writeString(tables.resolve("clinical.csv"), "mine");
        refusesAsOthers(tables, "clinical.csv");
    }

    private static void refusesAsOthers(Path out, String file) {
        assertEquals(
                "The folder " + out + " holds " + file
                        + ", which is not of a study and would be lost: choose an empty or a new folder for the study.",
                assertThrows(InvalidInputException.class, () -> StudyFolder.check(out))
                        .getMessage());
    }

    @Test
    void whatIsReadIsNotReplacedUnderAnyName() throws Exception {
        Path link = folder.resolve("link");
        try {
            Files.createSymbolicLink(link, folder);
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("no links on this file system");
        }
        assertEquals(
                "study.yml lies in the folder " + folder
                        + ", which the study would replace: choose another folder for it.",
                assertThrows(
                                InvalidInputException.class,
                                () -> StudyFolder.refuseInputs(link.resolve("study.yml"), file, folder))
                        .getMessage());
        assertEquals(
                "study.yml lies in the folder " + link
                        + ", which the study would replace: choose another folder for it.",
                assertThrows(
                                InvalidInputException.class,
                                () -> StudyFolder.refuseInputs(folder.resolve("study.yml"), file, link))
                        .getMessage());
        StudyFolder.refuseInputs(folder.resolve("study.yml"), file, link.resolve("result"));
    }

    @Test
    void theSignatureThatIsReadIsNotReplaced() throws Exception {
        Path signature = Files.writeString(Files.createDirectories(out).resolve("signature.json"), "{}");
        StudyFile validating = StudyFile.parse(
                Files.readString(folder.resolve("study.yml")) + "signature: "
                        + signature.toString().replace('\\', '/') + "\n",
                folder.resolve("study.yml"));
        assertEquals(
                "signature.json lies in the folder " + out
                        + ", which the study would replace: choose another folder for it.",
                assertThrows(
                                InvalidInputException.class,
                                () -> StudyFolder.refuseInputs(folder.resolve("study.yml"), validating, out))
                        .getMessage());
    }
}
