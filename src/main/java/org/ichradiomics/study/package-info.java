/**
 * The paper's study: a plan, the cohort it joins from tables, and the run from univariate filter and LASSO to a
 * signature, its validation and the models around it. Knows tables and numbers, no images and no windows.
 */
package org.ichradiomics.study;
