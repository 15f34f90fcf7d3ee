/**
 * Statistics of a study: tests of two groups, the LASSO as glmnet defines it and its cross-validation, ROC curves,
 * reader agreement, logistic regression, calibration. Knows arrays, no images and no tables.
 */
package org.ichradiomics.stats;
