/** Intensities to grey levels: bins with the edges of ITK's histogram, and a lesion in levels. */
package org.ichradiomics.grey;
