package org.ichradiomics.study;

/** Whether the probabilities of a multivariable model came true in the cases that it was fitted to. */
public record ModelCalibration(Regression model, Validation.Calibrated calibrated) {

    /** None of a model without a fit, or whose variables divide the outcomes. */
    static Attempt<ModelCalibration> of(Regression model) {
        if (model.fit().isEmpty()) return Attempt.none();
        if (model.isDivided()) {
            return Attempt.failed("The model of " + model.title()
                    + " has no calibration and no nomogram: its variables divide the outcomes, and "
                    + (model.firth().isPresent()
                            ? "Firth's likelihood draws probabilities towards ½."
                            : "its probabilities are 0 and 1."));
        }
        return Attempt.at(() -> new ModelCalibration(
                model,
                Validation.Calibrated.of(
                        model.subset(),
                        model.fit().orElseThrow().linearPredictor(),
                        model.endpoint().events(model.complete()))));
    }
}
