/** The menu of Fiji: SciJava commands, as thin as their annotations allow. */
package org.ichradiomics.command;
