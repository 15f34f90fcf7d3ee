package org.ichradiomics.feature;

import java.util.function.ToDoubleFunction;

/**
 * A formula of the IBSI reference manual on one matrix, declared once.
 *
 * @param id      the permanent IBSI code, e.g. "GYBY"
 * @param tag     the short name of IBSI's compliance sheets, e.g. "cm_joint_max"
 * @param title   the manual's name, e.g. "Joint maximum"
 * @param formula in Unicode
 * @param unit    of the value; "1" if it has none
 * @param value   the code; NaN where mathematics has no value and the manual gives none
 * @param <M>     what the formula is computed on
 */
public record IbsiDescriptor<M>(String id, String tag, String title, String formula, String unit, ToDoubleFunction<M> value) {

    public double of(M matrix) {
        return value.applyAsDouble(matrix);
    }

    /** The column that this formula is under an aggregation. */
    public IbsiFeature feature(String family, String group, Aggregation aggregation) {
        Feature column = new Feature(tag + "_" + aggregation.label(), family, group, aggregation.describe(formula), unit, Source.IBSI);
        return new IbsiFeature(column, id, tag, title, aggregation);
    }
}
