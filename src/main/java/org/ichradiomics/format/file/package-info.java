/**
 * Any file or folder that holds a scan or a mask, whatever its format: the one door to the readers of {@code format}.
 */
package org.ichradiomics.format.file;
