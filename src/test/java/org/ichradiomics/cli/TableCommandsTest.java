package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.Macro;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.study.SmallStudy;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the menu does with tables of cases, on the command line: {@code score}, {@code reference}, {@code train},
 * {@code validate} and {@code agreement} give the numbers of {@code Macro.run}, and open no window.
 */
class TableCommandsTest {

    private static final List<Object> TRAINING = List.of("--split", "cohort", "--p", "0.3", "--folds", "4");

    @TempDir
    Path folder;

    private Path features;
    private List<Object> tables;

    @BeforeEach
    void write() throws Exception {
        SmallStudy.writeInto(folder);
        features = folder.resolve("features.csv");
        tables = List.of("--features", features, "--clinical", folder.resolve("clinical.csv"));
        Analyzer.getResultsTable().reset();
    }

    private Path at(String name) {
        return folder.resolve(name);
    }

    private String tablesOfAMacro() {
        return "features=[" + features + "] clinical=[" + at("clinical.csv") + "] ";
    }

    private static Console run(String command, List<Object> first, Object... more) {
        return Console.run(Stream.of(Stream.of((Object) command), first.stream(), Stream.of(more))
                .flatMap(words -> words)
                .toArray());
    }

    private static Console done(Console console) {
        assertEquals(0, console.exit(), console.err());
        assertEquals(0, Analyzer.getResultsTable().size(), "rows in the Results table");
        return console;
    }

    private static String last(Console console) {
        List<String> lines = console.out().lines().toList();
        return lines.get(lines.size() - 1);
    }

    private Path train(String name) {
        assertEquals("written: " + at(name), last(done(run("train", tables, concat("--out", at(name))))));
        return at(name);
    }

    private static Object[] concat(Object... more) {
        return Stream.concat(TRAINING.stream(), Stream.of(more)).toArray();
    }

    @Test
    void scoresAreThoseOfTheMenu() throws Exception {
        Path signature = train("s.json");
        Console console = done(Console.run("score", features, "--signature", signature));
        FeatureTable scores = FeatureTableCsv.parse(console.out(), "stdout");
        assertEquals(FeatureTableCsv.read(features).cases(), scores.cases());
        double[] menu = Stream.of(Macro.run("r-score", "table=[" + features + "] signature=[" + signature + "]")
                        .split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertArrayEquals(menu, scores.values("R-score"));
        Analyzer.getResultsTable().reset();
        Console json = done(Console.run("score", features, "--signature", signature, "--json"));
        assertTrue(json.out().contains("\"R-score\": " + menu[0] + ","), json.out());
    }

    @Test
    void scoresGrowATable() throws Exception {
        Path signature = train("s.json");
        List<Object> score = List.of(features, "--signature", signature, "--out");
        assertEquals(
                "written: " + at("a.csv") + System.lineSeparator(),
                done(run("score", score, at("a.csv"))).out());
        String text = Files.readString(at("a.csv"));
        assertEquals(
                FeatureTableCsv.read(features).columns().size() + 4,
                FeatureTableCsv.read(at("a.csv")).columns().size());
        assertEquals("unchanged: " + at("a.csv"), last(done(run("score", score, at("a.csv")))));
        assertEquals(text, Files.readString(at("a.csv")));
        assertRefused(
                3,
                "features.csv is the table that is scored: choose another file for the scores, or give --overwrite to "
                        + "replace it.",
                run("score", score, features));
        assertRefused(2, "--out=s.json would overwrite s.json, which is --signature:", run("score", score, signature));
        done(run("score", score, features, "--overwrite"));
        assertEquals(text, Files.readString(features));
    }

    @Test
    void whatHasANameIsListed() {
        String line = System.lineSeparator();
        assertEquals(
                "signature: Zhan 2020" + line + "reference: Demonstration" + line,
                done(Console.run("score", "--list")).out());
    }

    @Test
    void aReferenceIsThatOfTheMenu() throws Exception {
        Macro.run("build-reference", "table=[" + features + "] name=Ours out=[" + at("menu.json") + "]");
        List<Object> reference = List.of(features, "--name", "Ours", "--out", at("line.json"));
        Console console = done(run("reference", reference));
        assertEquals(
                "Ours: 80 cases, 12 features.",
                console.out().lines().findFirst().orElseThrow());
        assertEquals(Files.readString(at("menu.json")), Files.readString(at("line.json")));
        assertEquals(
                Reference.FILE.read(at("menu.json")).scales(),
                Reference.FILE.read(at("line.json")).scales());
        assertEquals("unchanged: " + at("line.json"), last(done(run("reference", reference))));
        assertRefused(
                3,
                "There is a file line.json with other content: choose another name, or give --overwrite to replace it.",
                run("reference", reference, "--columns", "kurtosis"));
        done(run("reference", reference, "--columns", "kurtosis", "--overwrite"));
        assertEquals(Map.of("kurtosis", 80), cases(Reference.FILE.read(at("line.json"))));
    }

    private static Map<String, Integer> cases(Reference reference) {
        return reference.scales().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, scale -> scale.getValue().n()));
    }

    @Test
    void aSignatureIsThatOfTheMenu() throws Exception {
        train("line.json");
        Macro.run("train-signature", tablesOfAMacro() + "split=cohort p=0.3 folds=4 out=[" + at("menu.json") + "]");
        assertEquals(Files.readString(at("menu.json")), Files.readString(at("line.json")));
        Console again = done(run("train", tables, concat("--out", at("line.json"), "--folder", at("study"))));
        assertTrue(again.out().contains("unchanged: " + at("line.json") + System.lineSeparator()), again.out());
        assertEquals("written: " + at("study"), last(again));
        assertTrue(Files.exists(at("study/report.html")));
        assertRefused(
                3,
                "There is a file line.json with other content: choose another name, or give --overwrite to replace it.",
                run("train", tables, concat("--alpha", 0.5, "--out", at("line.json"))));
        done(run("train", tables, concat("--alpha", 0.5, "--out", at("line.json"), "--overwrite")));
        assertNotEquals(Files.readString(at("menu.json")), Files.readString(at("line.json")));
    }

    @Test
    void aValidationIsThatOfTheMenu() throws Exception {
        Path signature = train("s.json");
        Console console = done(run("validate", tables, "--signature", signature, "--outcome", "died"));
        String menu = Macro.run("validate", tablesOfAMacro() + "outcome=died signature=[" + signature + "]");
        assertTrue(console.out().contains(System.lineSeparator() + "quantity,value,low,high\n"), console.out());
        assertTrue(console.out().contains("\nAUC," + menu + ","), console.out());
        Console json = done(
                run("validate", tables, "--signature", signature, "--outcome", "died", "--json", "--out", at("v")));
        assertTrue(json.out().startsWith("[\n") && json.out().contains("\"value\": " + menu + ","), json.out());
        assertTrue(json.err().endsWith("written: " + at("v") + System.lineSeparator()), json.err());
        assertRefused(
                3,
                "The folder v holds another study: choose another folder, or give --overwrite to replace it.",
                run("validate", tables, "--signature", signature, "--out", at("v")));
    }

    @Test
    void agreementIsThatOfTheMenu() throws Exception {
        List<Object> readers = List.of("--first", features, "--second", at("reader2.csv"));
        Console console = done(run("agreement", readers, "--out", at("line.csv")));
        String menu = Macro.run(
                "reader-agreement",
                "first=[" + features + "] second=[" + at("reader2.csv") + "] out=[" + at("menu.csv") + "]");
        assertTrue(console.out().contains(menu + System.lineSeparator()), console.out());
        assertEquals("written: " + at("line.csv"), last(console));
        assertEquals(Files.readString(at("menu.csv")), Files.readString(at("line.csv")));
        assertRefused(
                3,
                "There is a file line.csv with other content",
                run("agreement", readers, "--icc", "3,1", "--out", at("line.csv")));
        Console json = done(run("agreement", readers, "--json"));
        double icc = FeatureTableCsv.read(at("line.csv")).values("icc")[0];
        assertTrue(
                json.out().startsWith("{\n  \"features\": [")
                        && json.out().contains("\"n\": 20,\n      \"icc\": " + icc),
                json.out());
    }

    private static void assertRefused(int exit, String begins, Console console) {
        String sentence = console.err()
                .lines()
                .filter(line -> !line.matches("\\d+ % .*"))
                .findFirst()
                .orElse("");
        assertTrue(sentence.startsWith(begins), console.err());
        assertEquals(exit, console.exit(), console.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "score                              | 2 | Missing required parameter: 'TABLE'",
                "score F --signature Nobody         | 3 | There is no signature \"Nobody\"",
                "score no.txt                       | 3 | There is no file no.txt in the folder",
                "score F --treshold 2               | 2 | There is no option --treshold",
                "reference F                        | 2 | Missing required option: '--out=FILE.json'",
                "reference F --out F                | 2 | --out=features.csv would overwrite features.csv",
                "reference F --out no/r.json        | 3 | The folder of r.json does not exist",
                "reference F --name none --out OUT  | 3 | ",
                "train --features F                 | 2 | Missing required option: '--out=FILE.json'",
                "train --features F --out OUT --p x | 2 | --p=x is not a number: write --p=0.5, say, or leave it out.",
                "train --features F --out OUT --measure guess | 2 | --measure=guess is no choice: use --measure=AUC or",
                "train --features F --out OUT --folds 2       | 2 | There can be no such training, since",
                "train --features F --out OUT --signature-name 'Zhan 2020' | 2 | The name Zhan 2020 is taken by",
                "train --features F --out F                   | 2 | --out=features.csv would overwrite features.csv",
                "train --features no.csv --out OUT            | 3 | There is no file no.csv in the folder",
                "validate --signature x                       | 2 | Missing required option: '--features=TABLE'",
                "validate --features F --signature Nobody     | 3 | There is no signature \"Nobody\"",
                "agreement                          | 2 | The readers are missing: write --first=[a table] --second=[",
                "agreement --first F                | 2 | The option --first needs its partner: write --second=[...]",
                "agreement --first F --second F --above 2 | 2 | --above=2 is no limit, since",
                "agreement --first F --second F --icc 2,k | 2 | --icc=2,k is no choice: use --icc=2,1 or --icc=1,1 or",
                "agreement --first-masks a --second-masks b | 3 | There is no folder a of masks",
            })
    void wrongUseAndBadInput(String command, int exit, String sentence) throws Exception {
        String text = command.replaceAll("'(\\w+) (\\w+)'", "$1_$2");
        Object[] words = Stream.of(text.split(" +"))
                .map(word -> switch (word) {
                    case "F" -> features;
                    case "OUT" -> at("out.json");
                    case "Zhan_2020" -> "Zhan 2020";
                    default -> word;
                })
                .toArray();
        assertRefused(exit, sentence == null ? "" : sentence, Console.run(words));
        assertFalse(Files.exists(at("out.json")));
        assertEquals(0, ResultsTable.getResultsTable().size());
    }

    /** What a study file would say is an option here, or is told to be of such a file. */
    @Test
    void remediesAreThoseOfTheCommandLine() {
        assertRefused(
                3,
                "The filter left none of the 12 features: raise --p.",
                run("train", tables, "--p", "1e-12", "--folds", 4, "--out", at("s.json")));
        assertRefused(
                3,
                "Features can be filtered by reader agreement only with the table of a second reader: name it in "
                        + "--reader2, or leave out --agreement.",
                run("train", tables, "--agreement", "required", "--out", at("s.json")));
    }
}
