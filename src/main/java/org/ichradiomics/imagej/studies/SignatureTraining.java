package org.ichradiomics.imagej.studies;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.imagej.Unchanged;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.SplitRule;
import org.ichradiomics.study.StudyPlan;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.output.StudyFolder;
import org.ichradiomics.study.output.StudySheets;
import org.ichradiomics.study.output.StudySummary;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.RecordForm;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.WholeFile;

/**
 * <i>Train Signature...</i>: features and an outcome in, a signature out that <i>Extract...</i> and <i>R-score...</i>
 * take.
 */
public final class SignatureTraining {

    private static final String NONE = "none";

    /** What {@code agreement} of a second reader may be: told, or asked of every feature. */
    private static final List<String> AGREEMENTS = List.of("reported", "required");

    /** What {@code measure} may be. */
    private static final List<String> MEASURES = List.of("AUC", "deviance");

    /** What {@code lambda_rule} may be. */
    private static final List<String> LAMBDA_RULES = List.of("min", "1se");

    /** Those of <i>Train Signature...</i> and {@code train}. */
    public static final List<Option> OPTIONS = List.of(
            StudyTask.FEATURES,
            StudyTask.CLINICAL,
            StudyTask.ID,
            StudyTask.OUTCOME,
            StudyTask.EVENT,
            StudyTask.BASELINE,
            StudyTask.FOLLOW_UP,
            Option.text("Split", "0.7", "A share of the training (default: 0.7), a column of train and test, or none.")
                    .called("Cases for training (share)")
                    .line("HOW"),
            Option.of(Option.Kind.TABLE, "Reader2", "", "Features of the same cases, measured by another reader.")
                    .called("Table of a second reader")
                    .further()
                    .line("TABLE"),
            CommonOptions.COLUMNS,
            CommonOptions.LABEL_OF_ROWS,
            Option.choice(
                            "Agreement",
                            AGREEMENTS,
                            "Whether the ICC of two readers is reported (default), or required to be above 0.75 of "
                                    + "every feature.")
                    .called("Agreement of the readers")
                    .further()
                    .line("HOW"),
            Option.word("P", "0.05", "A feature stays below this p of the univariate filter (default: 0.05).")
                    .called("Univariate filter, p below")
                    .further()
                    .line("P"),
            Option.choice("Measure", MEASURES, "What the cross-validation looks at: AUC (default), or deviance.")
                    .called("Cross-validate by")
                    .further()
                    .line("NAME"),
            Option.choice(
                            "Lambda_rule",
                            LAMBDA_RULES,
                            "The best mean (min, the default), or the largest lambda within one standard error of it "
                                    + "(1se).")
                    .called("Lambda")
                    .further()
                    .line("NAME"),
            Option.word("Folds", "10", "Folds of the cross-validation, at least 3 (default: 10).")
                    .called("Folds")
                    .further()
                    .line("N"),
            Option.word("Alpha", "1", "1: LASSO (default); less: elastic net.")
                    .called("Alpha (1: LASSO)")
                    .further()
                    .line("X"),
            Option.word("Seed", "1", "A whole number for split and folds (default: 1).")
                    .called("Seed")
                    .further()
                    .line("N"),
            Option.text("Signature_name", "My signature", "What the signature is called.")
                    .called("Name of the signature")
                    .line("NAME"),
            CommonOptions.out("Out", "FILE.json", "The signature to write.")
                    .called("Save to (.json)")
                    .required(),
            Option.of(Option.Kind.FOLDER, "Folder", "", "The folder of the whole study, if it is wanted.")
                    .called("Folder for the whole study")
                    .further()
                    .line("DIR"),
            CommonOptions.overwrite("Replace a file of other content, or the folder of an earlier study as a whole."));

    private final StudyTask task;
    private final Path out;
    private final Replacing replacing;

    private SignatureTraining(StudyTask task, Path out, Replacing replacing) {
        this.task = task;
        this.out = out;
        this.replacing = replacing;
    }

    /**
     * A training that can begin.
     *
     * @throws InvalidInputException if an option is missing or wrong, or a file cannot be written
     */
    public static SignatureTraining of(Options options, Tables tables) throws InvalidInputException {
        Path out = Options.path(options.need("out", "The path of the signature", "path of a .json file"));
        if (!Files.isDirectory(out.toAbsolutePath().normalize().getParent())) {
            throw new InvalidInputException("The folder of " + out.getFileName()
                    + " does not exist: make it, or choose another for the signature.");
        }
        WholeFile.check(out);
        StudyPlan plan = plan(options, StudyTask.outcome(options, tables));
        StudyTask task = StudyTask.of(plan, options, options.get("folder"), tables);
        if (task.folder().isPresent())
            StudyFolder.refuseInput(out, task.folder().get());
        return new SignatureTraining(task, out, options.replacing());
    }

    /**
     * Refuses options that no table would allow.
     *
     * @throws InvalidInputException if one is none or out of its range
     */
    public static void check(Options options) throws InvalidInputException {
        plan(options, OutcomeRule.EXPANSION);
    }

    /**
     * Trains a signature, writes it, and shows its features and how well it predicts.
     *
     * @return what was found, in a sentence
     * @throws InvalidInputException if an option is missing or wrong, the tables do not allow a training, no feature is
     *     selected, or a file cannot be written
     */
    public static String run(Options options) throws InvalidInputException {
        SignatureTraining training = of(options, Tables.OPEN);
        try (StatusLine status = new StatusLine()) {
            StudyResult result = training.run(status);
            Signature signature = result.signature().orElseThrow();
            StudyRunning.log(result);
            StudyWindows.show(StudySheets.signature(signature), "Signature " + signature.name());
            StudySheets.performance(result).ifPresent(curves -> StudyWindows.show(curves, "ICH Radiomics study AUC"));
            // Last, so that what was found is seen even where a file may not be replaced.
            training.write(result).forEach((file, isChanged) -> {
                if (!isChanged) Unchanged.say(file.toString());
            });
            return StudySummary.sentence(result);
        }
    }

    /** @throws InvalidInputException if the tables do not allow a training, or no feature is selected */
    public StudyResult run(Progress progress) throws InvalidInputException {
        StudyResult result = task.run(progress);
        if (result.signature().isPresent()) return result;
        throw new InvalidInputException(Sentence.of(
                "The LASSO kept no feature, so there is no signature: choose ",
                Setting.of("lambda_rule", LAMBDA_RULES.get(0)),
                " or another measure, raise ",
                Setting.of("p"),
                ", or add cases."));
    }

    /**
     * Writes the signature, and the folder of the study if one is wanted.
     *
     * @return file or folder → whether anything was written, and not the same bytes there already
     * @throws InvalidInputException if one of them cannot be written, or what is there may not be replaced
     */
    public Map<Path, Boolean> write(StudyResult result) throws InvalidInputException {
        Map<Path, Boolean> written = new LinkedHashMap<>();
        written.put(out, Signature.FILE.write(result.signature().orElseThrow(), out, replacing));
        if (task.folder().isPresent()) written.put(task.folder().get(), task.write(result));
        return written;
    }

    private static StudyPlan plan(Options options, OutcomeRule outcome) throws InvalidInputException {
        String name = options.get("signature_name");
        if (Signatures.names().stream().anyMatch(name::equalsIgnoreCase)) {
            throw new InvalidInputException(Sentence.of(
                    "The name " + name + " is taken by a built-in signature: choose another ",
                    Setting.of("signature_name"),
                    "."));
        }
        StudyPlan usual = StudyPlan.of(name, outcome);
        CvMeasure measure =
                options.choice("measure", MEASURES).equals(MEASURES.get(0)) ? CvMeasure.AUC : CvMeasure.DEVIANCE;
        StudyPlan.Choice choice = options.choice("lambda_rule", LAMBDA_RULES).equals(LAMBDA_RULES.get(0))
                ? StudyPlan.Choice.MIN
                : StudyPlan.Choice.ONE_SE;
        boolean required = options.choice("agreement", AGREEMENTS).equals(AGREEMENTS.get(1));
        try {
            return RecordForm.with(
                    usual,
                    Map.of(
                            "univariate", RecordForm.with(usual.filter(), Map.of("p", options.number("p"))),
                            "agreement", RecordForm.with(usual.agreement(), Map.of("filter", required)),
                            "lasso",
                                    RecordForm.with(
                                            usual.lasso(),
                                            Map.of(
                                                    "alpha",
                                                    options.number("alpha"),
                                                    "folds",
                                                    options.count("folds"),
                                                    "measure",
                                                    measure,
                                                    "lambda",
                                                    choice)),
                            "columns", StudyTask.columns(options),
                            "seed", (long) options.count("seed"),
                            "split", split(options.get("split"))));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "There can be no such training, since " + e.getMessage() + ": correct it.", e);
        }
    }

    /** A share, a column, or nobody. */
    private static SplitRule split(String text) {
        if (text.equalsIgnoreCase(NONE)) return new SplitRule.None();
        try {
            return new SplitRule.Random(Double.parseDouble(text), SplitRule.Random.AS_PUBLISHED.stratified());
        } catch (NumberFormatException e) {
            return new SplitRule.Column(text, "", "");
        }
    }
}
