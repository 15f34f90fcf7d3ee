package org.ichradiomics.feature;

import java.util.function.ToDoubleFunction;

/**
 * A formula on one matrix, histogram or mesh, declared once: everything that lists features reads it from here.
 *
 * @param label   the formula's name, with which the names of its features begin
 * @param formula in Unicode, readable in the source and on the reference page
 * @param unit    of the value; "1" if it has none
 * @param source  where the definition comes from
 * @param value   the code; NaN where mathematics has no value
 * @param <M>     what the formula is computed on
 */
public record Descriptor<M>(String label, String formula, String unit, String source, ToDoubleFunction<M> value) {

    public double of(M matrix) {
        return value.applyAsDouble(matrix);
    }
}
