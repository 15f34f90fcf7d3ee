/** Texture: co-occurrence, run-length and size-zone matrices, and the formulas on them. */
package org.ichradiomics.texture;
