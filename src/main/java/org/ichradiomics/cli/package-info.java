/** The command line: files in, a table out, no screen. */
package org.ichradiomics.cli;
