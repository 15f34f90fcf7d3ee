package org.ichradiomics.feature;

import java.util.List;
import java.util.Objects;

/**
 * A column of the feature table: a descriptor at a direction, an offset and a pooling.
 *
 * @param name unique in its catalogue, as in the table's header
 * @param family features that share a matrix, e.g. "GLCM"
 * @param group the family's heading in the paper's tally
 * @param formula in Unicode
 * @param unit of the value; "1" if it has none
 * @param source where the definition comes from
 * @param counterparts the feature's names elsewhere, and its look-alikes
 */
public record Feature(
        String name,
        String family,
        String group,
        String formula,
        String unit,
        String source,
        List<Counterpart> counterparts) {

    /** @throws NullPointerException if one of them is missing */
    public Feature {
        for (String part : new String[] {name, family, group, formula, unit, source}) Objects.requireNonNull(part);
        counterparts = List.copyOf(counterparts);
    }

    /** Of the name alone, which tells nearly all: a table asks hundreds. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
