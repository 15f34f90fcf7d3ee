/**
 * First-order features: the lesion's values without their places, and the local peaks of IBSI, which are the exception.
 */
package org.ichradiomics.intensity;
