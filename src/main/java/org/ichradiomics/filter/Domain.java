package org.ichradiomics.filter;

import org.ichradiomics.region.VoxelGrid;

/**
 * Where an image is known, and what it is elsewhere.
 *
 * @param grid its voxels
 * @param dimension whether a filter sees each slice by itself or the volume
 * @param boundary what lies beyond the border
 */
record Domain(VoxelGrid grid, Dimension dimension, Boundary boundary) {}
