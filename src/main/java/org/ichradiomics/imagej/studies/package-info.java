/**
 * Studies that are asked for by options: what menu items, macros and the command line run, with tables that are open or
 * in files. In ImageJ progress stands in the status line, and Esc ends it.
 */
package org.ichradiomics.imagej.studies;
