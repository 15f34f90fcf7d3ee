package org.ichradiomics.imagej.studies;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Unchanged;
import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.study.SplitRule;
import org.ichradiomics.study.StudyPlan;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.output.StudyFolder;
import org.ichradiomics.study.output.StudySheets;
import org.ichradiomics.study.output.StudySummary;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.RecordForm;
import org.ichradiomics.text.WholeFile;

/**
 * <i>Train Signature...</i>: features and an outcome in, a signature out that <i>Extract...</i> and <i>R-score...</i>
 * take.
 */
public final class SignatureTraining {

    private static final String NONE = "none";

    /** What {@code agreement} of a second reader may be: told, or asked of every feature. */
    public static final List<String> AGREEMENTS = List.of("reported", "required");

    /** What {@code measure} may be. */
    public static final List<String> MEASURES = List.of("AUC", "deviance");

    /** What {@code lambda_rule} may be. */
    public static final List<String> LAMBDA_RULES = List.of("min", "1se");

    /** What those keys may be that are no free text. */
    public static final Map<String, List<String>> CHOICES =
            Map.of("agreement", AGREEMENTS, "measure", MEASURES, "lambda_rule", LAMBDA_RULES);

    /** Key → default, in the order of the dialog. */
    public static final Map<String, String> DEFAULTS = Options.defaults(
            "features",
            "ICH Radiomics",
            "clinical",
            "",
            "outcome",
            StudyTask.EXPANSION,
            "split",
            "0.7",
            "reader2",
            "",
            "columns",
            "",
            "agreement",
            AGREEMENTS.get(0),
            "p",
            "0.05",
            "measure",
            MEASURES.get(0),
            "lambda_rule",
            LAMBDA_RULES.get(0),
            "folds",
            "10",
            "alpha",
            "1",
            "seed",
            "1",
            "signature_name",
            "My signature",
            "out",
            "",
            "folder",
            "",
            Options.OVERWRITE,
            Options.NO_YES.get(0));

    private SignatureTraining() {}

    /**
     * Trains a signature, writes it, and shows its features and how well it predicts.
     *
     * @return what was found, in a sentence
     * @throws InvalidInputException if an option is missing or wrong, the tables do not allow a training, no feature is
     *     selected, or a file cannot be written
     */
    public static String run(Options options) throws InvalidInputException {
        Path out = Options.path(options.need("out", "The path of the signature", "out=[path of a .json file]"));
        if (!Files.isDirectory(out.toAbsolutePath().normalize().getParent())) {
            throw new InvalidInputException("The folder of " + out.getFileName()
                    + " does not exist: make it, or choose another for the signature.");
        }
        WholeFile.check(out);
        StudyTask task = StudyTask.of(plan(options), options, options.get("folder"));
        if (task.folder().isPresent())
            StudyFolder.refuseInput(out, task.folder().get());
        try (StatusLine status = new StatusLine()) {
            StudyResult result = task.run(status);
            Signature signature = result.signature()
                    .orElseThrow(() -> new InvalidInputException(
                            "The LASSO kept no feature, so there is no signature: choose lambda_rule=min or "
                                    + "another measure, raise p, or add cases."));
            StudyRunning.log(result);
            StudyWindows.show(StudySheets.signature(signature), "Signature " + signature.name());
            StudySheets.performance(result).ifPresent(curves -> StudyWindows.show(curves, "ICH Radiomics study AUC"));
            // Last, so that what was found is seen even where a file may not be replaced.
            if (!Signature.FILE.write(signature, out, options.replacing())) Unchanged.say(out.toString());
            task.write(result);
            return StudySummary.sentence(result);
        }
    }

    private static StudyPlan plan(Options options) throws InvalidInputException {
        String name = options.get("signature_name");
        if (Signatures.names().stream().anyMatch(name::equalsIgnoreCase)) {
            throw new InvalidInputException(
                    "The name " + name + " is taken by a built-in signature: choose another signature_name.");
        }
        StudyPlan usual = StudyPlan.of(name, StudyTask.outcome(options));
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
                            "columns",
                                    RecordForm.with(
                                            usual.columns(),
                                            Map.of("features", FeatureColumns.split(options.get("columns")))),
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
