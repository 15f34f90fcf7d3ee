/**
 * Studies in ImageJ: what their menu items and macros run, with tables that are open or in files, progress in the
 * status line, and Esc.
 */
package org.ichradiomics.imagej.studies;
