/** The lesion as voxels: one region in HU with its spacing in mm and its place in the scan's matrix. */
package org.ichradiomics.region;
