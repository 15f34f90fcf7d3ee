/** How long the features take, beside the least that their passes over the voxels can take. */
package org.ichradiomics.bench;
