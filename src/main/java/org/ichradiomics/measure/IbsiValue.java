package org.ichradiomics.measure;

import org.ichradiomics.feature.IbsiFeature;

/**
 * A feature's value for one lesion.
 *
 * @param column which feature of which image
 * @param value NaN where mathematics has none
 */
public record IbsiValue(IbsiColumn column, double value) {

    /** What the value is of. */
    public IbsiFeature feature() {
        return column.feature();
    }
}
