package org.ichradiomics.feature;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A formula of the IBSI-1 catalogue on one matrix, histogram or mesh, declared once.
 *
 * @param id permanent code of the IBSI reference manual, e.g. "RNU0"
 * @param tag short name of the compliance sheets, unique, e.g. "morph_volume"
 * @param name as in the manual
 * @param formula in Unicode
 * @param unit of the value; "1" if it has none
 * @param source {@link Source#IBSI} or {@link Source#IBSI_NOT_STANDARDISED}
 * @param value the code; NaN where mathematics has no value and the manual gives none
 * @param counterparts the formula's names elsewhere, and its look-alikes
 * @param <M> what the formula is computed on
 */
public record IbsiDescriptor<M>(
        String id,
        String tag,
        String name,
        String formula,
        String unit,
        String source,
        ToDoubleFunction<M> value,
        List<Counterpart> counterparts) {

    public IbsiDescriptor {
        counterparts = List.copyOf(counterparts);
    }

    /** The names of a formula: those of the manual and the compliance sheets, and its counterparts. */
    public record Named(String id, String tag, String name, String source, List<Counterpart> counterparts) {

        /** What is so named: the other parts of a descriptor. */
        public <M> IbsiDescriptor<M> is(String formula, String unit, ToDoubleFunction<M> value) {
            return new IbsiDescriptor<>(id, tag, name, formula, unit, source, value, counterparts);
        }
    }

    /**
     * A standardised feature, before its formula is given.
     *
     * @param id the code of the reference manual
     * @param tag as IBSI's tables write it
     */
    public static Named named(String id, String tag, String name, Counterpart... counterparts) {
        return new Named(id, tag, name, Source.IBSI, List.of(counterparts));
    }

    /** A formula of the manual without reference values. */
    public static Named unstandardised(String id, String tag, String name) {
        return new Named(id, tag, name, Source.IBSI_NOT_STANDARDISED, List.of());
    }

    /** PyRadiomics has the same quantity. */
    public static Counterpart same(String pyRadiomics) {
        return Counterpart.same(Vocabulary.PYRADIOMICS, pyRadiomics);
    }

    /** @param how what PyRadiomics puts differently */
    public static Counterpart same(String pyRadiomics, String how) {
        return Counterpart.same(Vocabulary.PYRADIOMICS, pyRadiomics, how);
    }

    /** @param why what this formula does and PyRadiomics' look-alike does not, in one clause */
    public static Counterpart unlike(String pyRadiomics, String why) {
        return Counterpart.unlike(Vocabulary.PYRADIOMICS, pyRadiomics, why);
    }

    /** The value; infinite results of a division by zero are NaN too. */
    public double of(M matrix) {
        double x = value.applyAsDouble(matrix);
        return Double.isInfinite(x) ? Double.NaN : x;
    }

    /** The feature that this formula is under an aggregation. */
    public IbsiFeature under(IbsiFamily family, Aggregation aggregation) {
        return new IbsiFeature(id, tag, name, family, aggregation, formula, unit, source, counterparts);
    }
}
