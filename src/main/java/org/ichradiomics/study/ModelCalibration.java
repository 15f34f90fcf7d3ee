package org.ichradiomics.study;

/** Whether the probabilities of a multivariable model came true in the cases that it was fitted to. */
public record ModelCalibration(Regression model, Validation.Calibrated calibrated) {}
