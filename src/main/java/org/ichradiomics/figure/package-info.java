/**
 * Figures of a study as data: axes and marks, laid out once and written as SVG or PNG. The SVG has the same bytes on
 * every machine and needs no fonts; what no number stands for is not drawn.
 */
package org.ichradiomics.figure;
