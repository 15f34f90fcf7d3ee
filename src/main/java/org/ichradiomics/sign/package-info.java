/**
 * Signs of a haematoma on plain CT: what the voxels suggest, with slice and numbers; whoever reads the scan decides.
 */
package org.ichradiomics.sign;
