/**
 * Volume of a bleed, by voxels and by the bedside formula, and its growth between two scans under every published
 * definition.
 */
package org.ichradiomics.growth;
