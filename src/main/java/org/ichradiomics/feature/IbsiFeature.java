package org.ichradiomics.feature;

import java.util.List;

/**
 * A feature of the IBSI-1 catalogue: a formula under an aggregation.
 *
 * @param id permanent code of the IBSI reference manual; with the aggregation it is unique
 * @param tag short name of the compliance sheets
 * @param name as in the manual
 * @param family features that share a matrix
 * @param aggregation of slices and directions
 * @param formula in Unicode, of one matrix
 * @param unit of the value; "1" if it has none
 * @param source where the definition comes from
 * @param counterparts the feature's names elsewhere, and its look-alikes
 */
public record IbsiFeature(
        String id,
        String tag,
        String name,
        IbsiFamily family,
        Aggregation aggregation,
        String formula,
        String unit,
        String source,
        List<Counterpart> counterparts) {

    /** Whether the feature has reference values. */
    public boolean standardised() {
        return source.equals(Source.IBSI);
    }

    /** The tag; with the aggregation behind it where that is a choice, as for texture: {@code cm_energy_2.5D_vmrg}. */
    public String column() {
        return aggregation == Aggregation.WHOLE ? tag : tag + "_" + aggregation.text();
    }

    /** As a column of a feature table. */
    public Feature asFeature() {
        return new Feature(
                column(),
                family.text(),
                family.text(),
                aggregation.describe(formula),
                unit,
                source + ", " + id,
                counterparts);
    }
}
