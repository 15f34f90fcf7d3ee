package org.ichradiomics.feature;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A formula on one matrix, histogram or mesh, declared once: everything that lists features reads it from here.
 *
 * @param label the formula's name, with which the names of its features begin
 * @param formula in Unicode, readable in the source and on the reference page
 * @param unit of the value; "1" if it has none
 * @param source where the definition comes from
 * @param value the code; NaN where mathematics has no value
 * @param counterparts the formula's names elsewhere, and its look-alikes
 * @param <M> what the formula is computed on
 */
public record Descriptor<M>(
        String label,
        String formula,
        String unit,
        String source,
        ToDoubleFunction<M> value,
        List<Counterpart> counterparts) {

    public Descriptor {
        counterparts = List.copyOf(counterparts);
    }

    public Descriptor(
            String label,
            String formula,
            String unit,
            String source,
            ToDoubleFunction<M> value,
            Counterpart... counterparts) {
        this(label, formula, unit, source, value, List.of(counterparts));
    }

    public double of(M matrix) {
        return value.applyAsDouble(matrix);
    }
}
