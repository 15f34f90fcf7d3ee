/** ImagePlus, ROIs and ImageJ's tables on one side, the core's nouns on the other. */
package org.ichradiomics.imagej;
