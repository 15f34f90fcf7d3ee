/** PyRadiomics' catalogue: its parameter files, its image types and classes, and its way from a scan to a row. */
package org.ichradiomics.pyradiomics;
