package org.ichradiomics.imagej.studies;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.study.SplitRule;
import org.ichradiomics.study.StudyPlan;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.Subset;
import org.ichradiomics.study.output.StudySheets;
import org.ichradiomics.study.output.StudySummary;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.RecordForm;

/**
 * <i>Validate...</i>: how well a signature that was made elsewhere predicts the outcome of these cases, all of whom
 * test it.
 */
public final class SignatureValidation {

    /** Key → default, in the order of the dialog. */
    public static final Map<String, String> DEFAULTS = Options.defaults(
            "features",
            "ICH Radiomics",
            "clinical",
            "",
            "signature",
            Signatures.ZHAN_2020,
            "outcome",
            StudyTask.EXPANSION,
            "out",
            "",
            Options.OVERWRITE,
            Options.NO_YES.get(0));

    private SignatureValidation() {}

    /**
     * Validates a signature, shows the numbers, and writes the folder of the study if {@code out} says where.
     *
     * @return the AUC with all its digits
     * @throws InvalidInputException if there is no such signature, the tables do not allow it, or the folder cannot be
     *     written
     */
    public static String run(Options options) throws InvalidInputException {
        StudyTask task = task(options);
        try (StatusLine status = new StatusLine()) {
            StudyResult result = task.run(status);
            double auc = StudySummary.auc(result, Subset.TRAINING)
                    .orElseThrow(() ->
                            new InvalidInputException("The score is not known of cases with and without the event, so "
                                    + "there is no ROC curve: check the features of the table."))
                    .value();
            task.write(result);
            StudyRunning.log(result);
            StudyWindows.show(StudySheets.validation(result), "ICH Radiomics validation");
            return Double.toString(auc);
        }
    }

    static StudyTask task(Options options) throws InvalidInputException {
        return StudyTask.of(plan(Signatures.find(options.get("signature")), options), options, options.get("out"));
    }

    private static StudyPlan plan(Signature signature, Options options) throws InvalidInputException {
        StudyPlan usual = StudyPlan.of("Validation of " + signature.name(), StudyTask.outcome(options));
        return RecordForm.with(
                usual,
                Map.of(
                        "split", new SplitRule.None(),
                        "signature", Optional.of(options.get("signature")),
                        "models", Optional.of(List.of())));
    }
}
