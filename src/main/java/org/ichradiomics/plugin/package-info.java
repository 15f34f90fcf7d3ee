/**
 * The menu of plain ImageJ, and the code that the menu of Fiji shares with it: dialogs and what they start. Knows no
 * SciJava.
 */
package org.ichradiomics.plugin;
