package org.ichradiomics.imagej.studies;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.imagej.Unchanged;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.study.SplitRule;
import org.ichradiomics.study.StudyPlan;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.output.StudySheets;
import org.ichradiomics.study.output.StudySummary;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.RecordForm;

/**
 * <i>Validate...</i>: how well a signature that was made elsewhere predicts the outcome of these cases, all of whom
 * test it.
 */
public final class SignatureValidation {

    /** Those of <i>Validate...</i> and {@code validate}. */
    public static final List<Option> OPTIONS = List.of(
            StudyTask.FEATURES,
            StudyTask.CLINICAL,
            ExtractOptions.SIGNATURE.called("Signature"),
            StudyTask.ID,
            StudyTask.OUTCOME,
            StudyTask.EVENT,
            StudyTask.BASELINE,
            StudyTask.FOLLOW_UP,
            CommonOptions.LABEL_OF_ROWS,
            Option.of(Option.Kind.FOLDER, "Out", "", "The folder of the whole study, if it is wanted.")
                    .called("Folder for the whole study")
                    .line("DIR"),
            CommonOptions.JSON,
            CommonOptions.overwrite("Replace the folder of an earlier study as a whole."));

    private final StudyTask task;

    private SignatureValidation(StudyTask task) {
        this.task = task;
    }

    /**
     * A validation that can begin.
     *
     * @throws InvalidInputException if there is no such signature, an option is missing or wrong, or the folder cannot
     *     be written
     */
    public static SignatureValidation of(Options options, Tables tables) throws InvalidInputException {
        Signature signature = Signatures.find(options.get("signature"));
        StudyPlan plan = plan(signature, options, tables);
        return new SignatureValidation(StudyTask.of(plan, options, options.get("out"), tables));
    }

    /**
     * Validates a signature, shows the numbers, and writes the folder of the study if {@code out} says where.
     *
     * @return the AUC with all its digits
     * @throws InvalidInputException if there is no such signature, the tables do not allow it, or the folder cannot be
     *     written
     */
    public static String run(Options options) throws InvalidInputException {
        SignatureValidation validation = of(options, Tables.OPEN);
        try (StatusLine status = new StatusLine()) {
            StudyResult result = validation.run(status);
            if (!validation.write(result) && !options.get("out").isEmpty()) Unchanged.say(options.get("out"));
            StudyRunning.log(result);
            StudyWindows.show(StudySheets.validation(result), "ICH Radiomics validation");
            return Double.toString(auc(result).orElseThrow());
        }
    }

    /** @throws InvalidInputException if the tables do not allow it, or there is no ROC curve */
    public StudyResult run(Progress progress) throws InvalidInputException {
        StudyResult result = task.run(progress);
        if (auc(result).isEmpty()) {
            throw new InvalidInputException("The score is not known of cases with and without the event, so there is "
                    + "no ROC curve: check the features of the table.");
        }
        return result;
    }

    private static Optional<Double> auc(StudyResult result) {
        return StudySummary.auc(result, Subset.TRAINING).map(Estimate::value);
    }

    /**
     * Writes the folder of the study if one is wanted.
     *
     * @return whether anything was written, and not the same bytes there already
     * @throws InvalidInputException if it cannot be written, or what is there may not be replaced
     */
    public boolean write(StudyResult result) throws InvalidInputException {
        return task.write(result);
    }

    private static StudyPlan plan(Signature signature, Options options, Tables tables) throws InvalidInputException {
        StudyPlan usual = StudyPlan.of("Validation of " + signature.name(), StudyTask.outcome(options, tables));
        return RecordForm.with(
                usual,
                Map.of(
                        "columns", StudyTask.columns(options),
                        "split", new SplitRule.None(),
                        "signature", Optional.of(options.get("signature")),
                        "models", Optional.of(List.of())));
    }
}
