/**
 * A linear score: its terms and cutoff (signature), the means and SDs it is read against (reference), its value for a
 * case (score).
 */
package org.ichradiomics.signature;
