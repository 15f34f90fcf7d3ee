/** Form: volume, surface by marching cubes, largest diameter, and the ratios made of them. */
package org.ichradiomics.shape;
