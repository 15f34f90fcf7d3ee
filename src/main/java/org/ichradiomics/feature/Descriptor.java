package org.ichradiomics.feature;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

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

    /** A formula's name in the AK catalogue, and its counterparts. */
    public record Named(String label, List<Counterpart> counterparts) {

        /** What is so named: the other parts of a descriptor. */
        public <M> Descriptor<M> is(String formula, String unit, String source, ToDoubleFunction<M> value) {
            return new Descriptor<>(label, formula, unit, source, value, counterparts);
        }
    }

    /**
     * What a formula is called, before it is given.
     *
     * @param counterparts its names elsewhere, and its look-alikes
     */
    public static Named named(String label, Counterpart... counterparts) {
        return new Named(label, List.of(counterparts));
    }

    /**
     * What a formula is called, before it is given.
     *
     * @param counterparts its names elsewhere, and its look-alikes
     */
    public static Named named(String label, List<Counterpart> counterparts) {
        return new Named(label, counterparts);
    }

    /**
     * PyRadiomics' features in its order, that of the names of its methods; of two formulas for one feature the first.
     */
    public static <M> List<Descriptor<M>> inPyRadiomicsOrder(Stream<Descriptor<M>> features) {
        Map<String, Descriptor<M>> byMethod = new TreeMap<>();
        features.forEach(feature -> byMethod.putIfAbsent(feature.label() + "FeatureValue", feature));
        return List.copyOf(byMethod.values());
    }

    /**
     * The feature of PyRadiomics that is the same formula as one of IBSI; empty if there is none in the class.
     *
     * @param featureClass such as {@code glcm}
     * @param value by the feature's name
     */
    public static <M> Optional<Descriptor<M>> ofPyRadiomics(
            IbsiDescriptor<?> ibsi, String featureClass, Function<String, ToDoubleFunction<M>> value) {
        String prefix = featureClass + "_";
        return ibsi.counterparts().stream()
                .filter(c -> c.vocabulary() == Vocabulary.PYRADIOMICS
                        && c.same()
                        && c.name().startsWith(prefix))
                .map(c -> c.name().substring(prefix.length()))
                .map(name -> named(name, Counterpart.same(Vocabulary.IBSI, ibsi.id()))
                        .is(ibsi.formula(), ibsi.unit(), Source.PYRADIOMICS, value.apply(name)))
                .findFirst();
    }

    /** IBSI and PyRadiomics have the same quantity. */
    public static List<Counterpart> same(String ibsi, String pyRadiomics) {
        return same(ibsi, pyRadiomics, "");
    }

    /** @param how what both put differently */
    public static List<Counterpart> same(String ibsi, String pyRadiomics, String how) {
        return List.of(
                Counterpart.same(Vocabulary.IBSI, ibsi, how),
                Counterpart.same(Vocabulary.PYRADIOMICS, pyRadiomics, how));
    }

    /** @param why what this formula does and the look-alikes of IBSI and PyRadiomics do not, in one clause */
    public static List<Counterpart> unlike(String ibsi, String pyRadiomics, String why) {
        return List.of(
                Counterpart.unlike(Vocabulary.IBSI, ibsi, why),
                Counterpart.unlike(Vocabulary.PYRADIOMICS, pyRadiomics, why));
    }

    /** The value of a matrix, in the unit of the descriptor; NaN where mathematics has none. */
    public double of(M matrix) {
        return value.applyAsDouble(matrix);
    }
}
