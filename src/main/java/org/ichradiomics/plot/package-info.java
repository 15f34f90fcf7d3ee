/** Figures as windows of ImageJ, whose values can be listed, zoomed and saved. */
package org.ichradiomics.plot;
