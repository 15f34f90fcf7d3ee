/** First-order features: the lesion's values without their places. */
package org.ichradiomics.intensity;
