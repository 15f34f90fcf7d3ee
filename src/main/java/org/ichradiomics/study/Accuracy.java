package org.ichradiomics.study;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What predictions are worth, by every {@link Measure}.
 *
 * @param values in the order of the measures; NaN where a measure is not defined
 */
public record Accuracy(List<Double> values) {

    public Accuracy {
        values = List.copyOf(values);
    }

    static Accuracy of(Predicted predicted) {
        return by(measure -> measure.of(predicted));
    }

    /** From a number for each measure. */
    static Accuracy by(ToDoubleFunction<Measure> value) {
        return new Accuracy(
                Arrays.stream(Measure.values()).map(value::applyAsDouble).toList());
    }

    /** Of a measure. */
    public double of(Measure measure) {
        return values.get(measure.ordinal());
    }

    /** The means of some, each over those that are defined. */
    static Accuracy mean(List<Accuracy> some) {
        return by(measure -> known(some, measure).length == 0
                ? Double.NaN
                : Arrays.stream(known(some, measure)).average().orElseThrow());
    }

    /** The values of a measure that are defined, ascending. */
    static double[] known(List<Accuracy> some, Measure measure) {
        return some.stream()
                .mapToDouble(one -> one.of(measure))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }
}
