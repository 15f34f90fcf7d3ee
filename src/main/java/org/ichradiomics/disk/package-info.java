/**
 * Files as the disk has them: names that can be paths, files written as a whole, and what is there already, which is
 * not lost.
 */
package org.ichradiomics.disk;
