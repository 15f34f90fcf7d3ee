/**
 * The workbench: one window beside an ordinary image of ImageJ, in which a reader outlines, answers and saves case by
 * case. It draws through the image's outline and does the rest by the tasks of the menu, which it records.
 */
package org.ichradiomics.workbench;
