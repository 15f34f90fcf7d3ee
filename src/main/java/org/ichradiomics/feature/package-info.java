/**
 * What a feature is: a formula (descriptor), a declared column (feature), a family that shares one matrix, and their
 * values.
 */
package org.ichradiomics.feature;
