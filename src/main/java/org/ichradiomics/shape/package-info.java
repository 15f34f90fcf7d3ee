/**
 * Form: volume, surface by marching cubes, largest diameter, and the ratios made of them (AK); mesh, convex hull, axes,
 * boxes and ellipsoids around it, and how intensities hang together in space (IBSI).
 */
package org.ichradiomics.shape;
