/**
 * One way from a lesion to a row: the catalogues AK and IBSI, what was measured, how it was made, and which columns of
 * a table are features.
 */
package org.ichradiomics.measure;
