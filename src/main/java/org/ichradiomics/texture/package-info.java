/** Texture: the matrices of the AK catalogue and the six families of IBSI, and the formulas on them. */
package org.ichradiomics.texture;
