/**
 * Which columns of a table are features: the names of all catalogues, and the one rule by which every front reads them.
 */
package org.ichradiomics.catalogue;
