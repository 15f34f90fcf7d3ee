package org.ichradiomics.imagej.studies;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

import ij.IJ;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.imagej.MacroRun;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.study.SmallStudy;
import org.ichradiomics.study.Study;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.output.StudySheets;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.Progress;

import static org.ichradiomics.imagej.MacroRun.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The menu items of studies from macros: what they write, say and return.
 *
 * <p>
 *
 * <p>Covers ReaderAgreementPlugIn, SignatureValidation, StudyPlugIn, TrainSignaturePlugIn and ValidatePlugIn.
 */
class StudyMacrosTest {

    private static final String TRAINING = "split=cohort p=0.3 folds=4";

    @TempDir
    private Path folder;

    private String tables;

    @BeforeEach
    void write() throws Exception {
        SmallStudy.writeInto(folder);
        tables = "features=[" + file("features.csv") + "] clinical=[" + file("clinical.csv") + "]";
        Analyzer.getResultsTable().reset();
        IJ.getErrorMessage();
    }

    private String file(String name) {
        return text(folder.resolve(name));
    }

    private List<String> written() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(name -> !List.of("clinical.csv", "features.csv", "reader2.csv", "study.yml")
                            .contains(name))
                    .sorted()
                    .toList();
        }
    }

    private MacroRun ended(String macro) {
        MacroRun run = MacroRun.of(macro);
        assertTrue(run.ended(), run.log());
        return run;
    }

    private void assertRefused(String item, String options, String... words) throws Exception {
        MacroRun run = MacroRun.of("run('" + item + "', '" + options + "')");
        assertFalse(run.ended(), "the macro went on");
        for (String word : words)
            assertTrue(run.log().contains(word), () -> "\"" + word + "\" is not in: " + run.log());
        assertEquals(List.of(), written());
    }

    // Study...

    @Test
    void aStudyFromAMacro() throws Exception {
        MacroRun macro = ended("run('Study...', 'study=[" + file("study.yml") + "] out=[" + file("a") + "]')");
        assertTrue(macro.log().contains("cases: 80 (") && macro.log().contains("\nConcern: "), macro.log());
        MacroRun call = ended("print(call('org.ichradiomics.Macro.study', 'study=[" + file("study.yml") + "] out=["
                + file("b") + "] threads=1'))");
        assertTrue(
                call.lastLine()
                        .matches("Small: 80 cases, a signature of \\d+ features?, AUC 0\\.\\d{3} \\(95 % CI .*\\) in "
                                + "training, AUC 0\\.\\d{3} \\(.*\\) in test, "
                                + "\\d+ concerns\\."),
                call.lastLine());
        for (String name : List.of("study.json", "machine/rscore.csv")) {
            assertEquals(
                    Files.readString(folder.resolve("a").resolve(name)),
                    Files.readString(folder.resolve("b").resolve(name)),
                    name);
        }
    }

    @Test
    void aStudyThatCannotBeRun() throws Exception {
        assertRefused("Study...", "", "The folder of the study is missing: write out=[path of a folder].");
        assertRefused("Study...", "out=[" + file("a") + "] study=[" + file("no.yml") + "]", "no file no.yml");
        assertRefused("Study...", "out=[" + text(folder) + "]", "which is not of a study and would be lost");
        assertRefused("Study...", "out=[" + file("a") + "] threads=two", "threads=two is not a whole number");
        assertRefused(
                "Study...",
                "out=[" + file("a") + "] thread=2",
                "There is no option \"thread\": use study, out, threads, overwrite.");
        Files.writeString(folder.resolve("study.yml"), SmallStudy.TEXT.replace("features.csv", "clinical.csv"));
        assertRefused(
                "Study...",
                "out=[" + file("a") + "] study=[" + file("study.yml") + "]",
                "No column of the table clinical.csv bears the name of a feature");
    }

    @Test
    void escapeEndsItAndNothingIsWritten() throws Exception {
        StudyFile file = StudyFile.read(folder.resolve("study.yml"));
        try (StatusLine status = new StatusLine()) {
            Progress pressing = (what, done) -> {
                if (done > 0.3) IJ.setKeyDown(java.awt.event.KeyEvent.VK_ESCAPE);
                status.at(what, done);
            };
            assertThrows(
                    CancellationException.class,
                    () -> org.ichradiomics.study.output.StudyFolder.run(
                            file, folder.resolve("a"), org.ichradiomics.text.Replacing.of(false), 1, pressing));
        } finally {
            IJ.resetEscape();
        }
        assertEquals(List.of(), written());
    }

    // Train Signature...

    @Test
    void aTrainedSignatureScoresAsItsStudyDoes() throws Exception {
        ended("run('Train Signature...', '" + tables + " " + TRAINING + " signature_name=Small out=[" + file("s.json")
                + "] folder=[" + file("study") + "]');");
        Signature signature = Signature.FILE.read(folder.resolve("s.json"));
        assertEquals("Small", signature.name());
        double[] study =
                FeatureTableCsv.read(folder.resolve("study/machine/rscore.csv")).values("rscore");
        ended("run('R-score...', 'table=[" + file("features.csv") + "] signature=[" + file("s.json") + "]')");
        ResultsTable results = Analyzer.getResultsTable();
        assertEquals(SmallStudy.CASES, results.size());
        for (int i = 0; i < study.length; i++) {
            assertEquals(study[i], results.getValue("R-score", i), "row " + i);
            assertEquals(study[i] >= signature.cutoff() ? "high" : "low", results.getStringValue("R-score group", i));
        }
        assertEquals(List.of("s.json", "study"), written());
    }

    /** The shorter run without a folder gives the same signature as the whole study. */
    @Test
    void theFolderChangesNothing() throws Exception {
        ended("call('org.ichradiomics.Macro.trainSignature', '" + tables + " " + TRAINING + " out=[" + file("a.json")
                + "]')");
        ended("call('org.ichradiomics.Macro.trainSignature', '" + tables + " " + TRAINING + " out=[" + file("b.json")
                + "] folder=[" + file("study") + "]')");
        assertEquals(Files.readString(folder.resolve("a.json")), Files.readString(folder.resolve("b.json")));
    }

    /** As a study file with the same settings does. */
    @Test
    void theSignatureIsThatOfAStudyFile() throws Exception {
        ended("run('Train Signature...', '" + tables
                + " outcome=died split=none p=0.5 measure=deviance lambda_rule=min folds=5 alpha=0.5 seed=7 "
                + "signature_name=[Small one] "
                + "reader2=[" + file("reader2.csv") + "] agreement=required out=[" + file("s.json") + "]')");
        Files.writeString(folder.resolve("study.yml"), """
                format: ICH Radiomics study
                name: Small one
                inputs: {clinical: clinical.csv, features: features.csv, second_reader: reader2.csv}
                outcome: {column: died}
                split: none
                seed: 7
                univariate: {p: 0.5}
                agreement: {filter: true}
                lasso: {folds: 5, alpha: 0.5, measure: deviance}
                """);
        StudyFile file = StudyFile.read(folder.resolve("study.yml"));
        StudyResult result = Study.run(file.plan(), file.inputs(), 1, Progress.NONE);
        assertEquals(Signature.FILE.text(result.signature().orElseThrow()), Files.readString(folder.resolve("s.json")));
        Signature signature = result.signature().get();
        List<Score> scores =
                Score.ofEach(signature, signature.reference(), FeatureTableCsv.read(folder.resolve("features.csv")));
        assertArrayEquals(
                result.scores().orElseThrow().score(),
                scores.stream().mapToDouble(Score::value).toArray());
    }

    @Test
    void oneTableMayHoldBoth() throws Exception {
        FeatureTable clinical = FeatureTableCsv.read(folder.resolve("clinical.csv"));
        FeatureTable both = FeatureTableCsv.read(folder.resolve("features.csv"));
        for (String column : List.of("cohort", "volume_ml", "followup_volume_ml", "died"))
            both = both.with(column, clinical.texts(column));
        FeatureTableCsv.write(both, folder.resolve("both.csv"));
        ended("run('Train Signature...', '" + tables + " " + TRAINING + " out=[" + file("a.json") + "]')");
        ended("run('Train Signature...', 'features=[" + file("both.csv") + "] " + TRAINING + " out=[" + file("b.json")
                + "]')");
        assertEquals(Files.readString(folder.resolve("a.json")), Files.readString(folder.resolve("b.json")));
    }

    /** The word means two volumes, unless the table has a column of that name. */
    @Test
    void expansionIsAWordOrAColumn() throws Exception {
        FeatureTable clinical = FeatureTableCsv.read(folder.resolve("clinical.csv"));
        FeatureTableCsv.write(clinical.with("expansion", clinical.texts("died")), folder.resolve("named.csv"));
        ended("run('Train Signature...', 'features=[" + file("features.csv") + "] clinical=[" + file("named.csv") + "] "
                + TRAINING + " out=[" + file("a.json") + "]')");
        assertEquals(
                "expansion",
                Signature.FILE
                        .read(folder.resolve("a.json"))
                        .training()
                        .orElseThrow()
                        .outcome());
        ended("run('Train Signature...', '" + tables + " " + TRAINING + " out=[" + file("b.json") + "]')");
        assertEquals(
                "he",
                Signature.FILE
                        .read(folder.resolve("b.json"))
                        .training()
                        .orElseThrow()
                        .outcome());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "out=                       | The path of the signature is missing: write out=[path of a .json file].",
                "out=[/none/such/s.json]    | The folder of s.json does not exist",
                "p=2                        | There can be no such training, since the p of the univariate filter "
                        + "must be above 0 and at most 1, was 2.0: correct it.",
                "p=small                    | p=small is not a number: write p=0.5",
                "folds=2                    | cross-validation needs at least 3 folds, was 2",
                "folds=ten                  | folds=ten is not a whole number: write folds=10",
                "alpha=0                    | alpha must be 0.001 to 1, was 0.0",
                "split=1.5                  | the share of the training must be between 0 and 1, was 1.5",
                "split=centre               | The table clinical.csv has no column \"centre\"",
                "outcome=growth             | The table clinical.csv has no column \"growth\"",
                "measure=accuracy           | measure=accuracy is no choice: use measure=AUC or measure=deviance.",
                "lambda_rule=2se            | use lambda_rule=min or lambda_rule=1se",
                "agreement=required         | only with the table of a second reader",
                "signature_name=[zhan 2020] | is taken by a built-in signature",
                "reader2=[Nobody]           | There is no open table called Nobody and no such file",
                "lambda=min                 | There is no option \"lambda\": use features, clinical,"
            })
    void aTrainingThatCannotBe(String option, String sentence) throws Exception {
        String out = option.startsWith("out=") ? "" : " out=[" + file("s.json") + "]";
        assertRefused("Train Signature...", tables + out + " " + option, sentence);
    }

    @Test
    void nothingOfItsOwnIsReplaced() throws Exception {
        assertRefused(
                "Train Signature...",
                tables + " out=[" + file("a/s.json") + "]",
                "The folder of s.json does not exist");
        Files.createDirectory(folder.resolve("a"));
        MacroRun run = MacroRun.of("run('Train Signature...', '" + tables + " out=[" + file("a/s.json") + "] folder=["
                + file("a") + "]')");
        assertFalse(run.ended());
        assertTrue(
                run.log()
                        .contains(
                                "s.json lies in the folder " + folder.resolve("a") + ", which the study would replace"),
                run.log());
    }

    // Validate...

    @Test
    void aSignatureIsValidatedOnCasesThatItHasNotSeen() throws Exception {
        ended("run('Train Signature...', '" + tables + " " + TRAINING + " out=[" + file("s.json") + "]')");
        MacroRun macro = ended("print(call('org.ichradiomics.Macro.validate', '" + tables + " outcome=died signature=["
                + file("s.json") + "] out=[" + file("v") + "]'))");
        double auc = Double.parseDouble(macro.lastLine());
        FeatureTable performance = FeatureTableCsv.read(folder.resolve("v/machine/rscore.csv"));
        assertEquals(SmallStudy.CASES, performance.size());
        assertTrue(auc > 0.6 && auc < 1, macro.lastLine());
        assertEquals("s.json v", String.join(" ", written()));
        MacroRun run = ended("run('Validate...', '" + tables + " outcome=died signature=[" + file("s.json") + "]')");
        assertTrue(
                run.log().contains("AUC: " + String.format(java.util.Locale.ROOT, "%.3f", auc) + " (95 % CI "),
                run.log());
    }

    @Test
    void theTableOfAValidation() throws Exception {
        ended("run('Train Signature...', '" + tables + " " + TRAINING + " out=[" + file("s.json") + "]')");
        Signature signature = Signature.FILE.read(folder.resolve("s.json"));
        Options options = Options.of(
                Map.of("features", file("features.csv"), "clinical", file("clinical.csv"), "signature", file("s.json")),
                SignatureValidation.OPTIONS);
        SignatureValidation task = SignatureValidation.of(options, Tables.OPEN);
        FeatureTable table = StudySheets.validation(task.run(Progress.NONE));
        List<String> quantities = table.texts("quantity");
        assertEquals("80", table.texts("value").get(quantities.indexOf("cases")).replace(".0", ""));
        assertEquals(signature.cutoff(), table.values("value")[quantities.indexOf("cutoff of the signature")]);
        assertTrue(
                quantities.containsAll(
                        List.of("AUC", "  sensitivity", "  specificity", "calibration slope", "Brier score")),
                quantities.toString());
    }

    /** Nothing is known of how the built-in one was trained: its score may be no logit. */
    @Test
    void ofAnotherSignatureCalibrationIsNotJudged() throws Exception {
        FeatureTable features = FeatureTableCsv.read(folder.resolve("features.csv"));
        features = features.with("HaralickCorrelation_AllDirection_offset1_SD", features.texts("Range"))
                .with("ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD", features.texts("RMS"));
        FeatureTableCsv.write(features, folder.resolve("zhan.csv"));
        Options options = Options.of(
                Map.of("features", file("zhan.csv"), "clinical", file("clinical.csv")), SignatureValidation.OPTIONS);
        StudyResult result = SignatureValidation.of(options, Tables.OPEN).run(Progress.NONE);
        FeatureTable table = StudySheets.validation(result);
        assertFalse(table.texts("quantity").contains("calibration slope"));
        assertTrue(
                result.notes().stream().anyMatch(note -> note.contains("carries no means and SDs")),
                result.notes().toString());
    }

    @Test
    void aValidationThatCannotBe() throws Exception {
        assertRefused("Validate...", tables + " signature=Nobody", "There is no signature \"Nobody\"");
        assertRefused("Validate...", tables, "HaralickCorrelation_AllDirection_offset1_SD");
        assertRefused("Validate...", tables + " outcome=nothing", "has no column \"nothing\"");
        assertRefused("Validate...", "features=[Nobody]", "There is no open table called Nobody");
        assertRefused("Validate...", tables + " folder=x", "There is no option \"folder\"");
    }

    // Reader Agreement...

    @Test
    void readersAgreeByFeature() throws Exception {
        String readers = "first=[" + file("features.csv") + "] second=[" + file("reader2.csv") + "]";
        MacroRun macro = ended("run('Reader Agreement...', '" + readers + " out=[" + file("icc.csv") + "]')");
        FeatureTable table = FeatureTableCsv.read(folder.resolve("icc.csv"));
        assertEquals(List.of("feature", "n", "icc", "low", "high", "good"), table.columns());
        assertEquals(SmallStudy.FEATURES, table.texts("feature"));
        for (int j = 0; j < table.size(); j++) {
            assertEquals("20", table.texts("n").get(j));
            assertEquals(j % 4 == 3 ? "no" : "yes", table.texts("good").get(j), "every fourth is unrelated");
        }
        assertTrue(
                macro.lastLine()
                        .matches("Features of 20 cases: mean ICC\\(2,1\\) 0\\.\\d{3}; 9 of 12 features are above "
                                + "0\\.75\\."),
                macro.lastLine());
        assertEquals(
                macro.lastLine(),
                ended("print(call('org.ichradiomics.Macro.readerAgreement', '" + readers + "'))")
                        .lastLine());
        assertTrue(ended("run('Reader Agreement...', '" + readers + " icc=3,1 above=0.2')")
                .lastLine()
                .contains("mean ICC(3,1)"));
    }

    @Test
    void readersThatCannotBeCompared() throws Exception {
        assertRefused("Reader Agreement...", "", "The readers are missing");
        assertRefused("Reader Agreement...", "first=a", "The option first needs its partner");
        assertRefused("Reader Agreement...", "first_masks=a second=b", "The option second needs its partner");
        String readers = "first=[" + file("features.csv") + "] second=[" + file("clinical.csv") + "]";
        assertRefused("Reader Agreement...", readers, "has no feature of the table features.csv");
        assertRefused(
                "Reader Agreement...",
                readers + " above=1",
                "above=1 is no limit, since the limit of the ICC must be from 0 to below 1");
        assertRefused("Reader Agreement...", readers + " icc=2,k", "icc=2,k is no choice");
        assertRefused(
                "Reader Agreement...",
                "first_masks=[" + file("a") + "] second_masks=[" + file("b") + "]",
                "There is no folder");
    }

    @Test
    void scoresOfAStudyAsATable() throws Exception {
        StudyFile file = StudyFile.read(folder.resolve("study.yml"));
        StudyResult result = Study.run(file.plan(), file.inputs(), 1, Progress.NONE);
        FeatureTable scores = StudySheets.scores(result).orElseThrow();
        assertArrayEquals(result.scores().orElseThrow().score(), scores.values("R-score"));
        FeatureTable performance = StudySheets.performance(result).orElseThrow();
        assertEquals("Training", performance.texts("cases").get(0));
        assertEquals(result.validation().get().curves().size(), performance.size());
    }

    // The words of this front

    private void write(String name, String table) throws Exception {
        Files.writeString(folder.resolve(name), table);
    }

    /** What a study file would say is an option here, or is told to be of such a file. */
    @Test
    void remediesAreThoseThatAMacroHas() throws Exception {
        String out = " out=[" + file("s.json") + "]";
        FeatureTable clinical = FeatureTableCsv.read(folder.resolve("clinical.csv"));
        write(
                "features.csv",
                FeatureTableCsv.text(FeatureTable.of(
                        List.of("case", "word"),
                        clinical.cases().stream()
                                .map(id -> List.<Object>of(id, "a"))
                                .toList())));
        assertRefused("Train Signature...", tables + " " + TRAINING + out, "name them in the option columns.");
        assertRefused("Validate...", tables, "name them in columns.features of a study file (Study...).");
        SmallStudy.writeInto(folder);
        assertRefused(
                "Train Signature...",
                tables + " split=cohort folds=4 p=0.0000000001" + out,
                "features: raise the option p.");
        assertRefused(
                "Train Signature...",
                tables + " " + TRAINING + " agreement=required" + out,
                "name it in the option reader2, or leave out the option agreement.");
        write(
                "clinical.csv",
                FeatureTableCsv.text(clinical.with(
                        "cohort",
                        clinical.cases().stream()
                                .map(id -> id.hashCode() % 2 == 0 ? "A" : "B")
                                .toList())));
        assertRefused(
                "Train Signature...",
                tables + " " + TRAINING + out,
                "say train or test, or name the words in split of a study file (Study...).");
    }

    // Columns that are features

    /** The tables of the study with an age beside the features, as a batch keeps it. */
    private void keepAge(String name) throws Exception {
        FeatureTable table = FeatureTableCsv.read(folder.resolve(name));
        Files.writeString(
                folder.resolve(name),
                FeatureTableCsv.text(table.with(
                                "age",
                                java.util.stream.IntStream.range(0, table.size())
                                        .mapToObj(i -> 40 + i % 37)
                                        .toList())
                        .with("growth_share", table.texts("kurtosis"))));
    }

    @Test
    void whatIsNoFeatureIsPassedOverAndSaid() throws Exception {
        keepAge("features.csv");
        keepAge("reader2.csv");
        String passedOver = "those with a name of the AK catalogue; passed over: age, growth_share.";
        MacroRun train =
                ended("run('Train Signature...', '" + tables + " " + TRAINING + " out=[" + file("s.json") + "]')");
        assertTrue(train.log().contains(passedOver), train.log());
        assertTrue(train.log().contains("features: 12, "), train.log());
        MacroRun agree = ended("run('Reader Agreement...', 'first=[" + file("features.csv") + "] second=["
                + file("reader2.csv") + "] out=["
                + file("icc.csv") + "]')");
        assertTrue(agree.log().contains(passedOver), agree.log());
        assertEquals(
                SmallStudy.FEATURES,
                FeatureTableCsv.read(folder.resolve("icc.csv")).texts("feature"));
        MacroRun validate = ended("run('Validate...', '" + tables + " signature=[" + file("s.json") + "]')");
        assertTrue(validate.log().contains(passedOver), validate.log());
    }

    @Test
    void columnsAreNamedInAMacro() throws Exception {
        keepAge("features.csv");
        MacroRun train = ended("run('Train Signature...', '" + tables + " " + TRAINING
                + " columns=[k*; Mean*; growth_share] out=["
                + file("s.json") + "]')");
        assertTrue(train.log().contains("features: 4, "), train.log());
        assertTrue(
                train.log()
                        .contains(
                                "Concern: The feature \"growth_share\" is a leak or looks like one: by its " + "name"),
                train.log());
        Files.delete(folder.resolve("s.json"));
        assertRefused(
                "Train Signature...",
                tables + " " + TRAINING + " columns=[kurtosiss] out=[" + file("s.json") + "]",
                "did you mean \"kurtosis\"?");
    }
}
