/** Statistics of columns and outcomes: the LASSO as glmnet defines it, its cross-validation. Knows arrays, no images. */
package org.ichradiomics.stats;
