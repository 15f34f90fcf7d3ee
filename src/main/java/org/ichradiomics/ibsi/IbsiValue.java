package org.ichradiomics.ibsi;

import org.ichradiomics.feature.IbsiFeature;

/**
 * A feature's value for one lesion.
 *
 * @param value NaN where mathematics has none
 */
public record IbsiValue(IbsiFeature feature, double value) {
}
