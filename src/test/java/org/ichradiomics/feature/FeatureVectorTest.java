package org.ichradiomics.feature;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/**
 * {@link FeatureVector} and {@link Feature}.
 *
 * <p>Covers Source.
 */
class FeatureVectorTest {

    private static final FeatureVector TWO =
            new FeatureVector(List.of(feature("b"), feature("a")), new double[] {2, 1});

    @Test
    void aValueIsFoundByNameAndByPlace() {
        assertEquals(1, TWO.get("a"));
        assertEquals(2, TWO.get(0));
        assertEquals(OptionalDouble.empty(), TWO.find("c"));
        assertThrows(IllegalArgumentException.class, () -> TWO.get("c"));
        assertEquals(List.of("b", "a"), List.copyOf(TWO.byName().keySet()));
    }

    @Test
    void anotherListStandsBehind() {
        FeatureVector all = TWO.and(FeatureVector.unknown(List.of(feature("c"))));
        assertEquals(Map.of("b", 2.0, "a", 1.0, "c", Double.NaN), all.byName());
        assertEquals(List.of("b", "a", "c"), List.copyOf(all.byName().keySet()));
    }

    @Test
    void itKeepsItsOwnNumbersAndOneForEachFeature() {
        double[] values = {5};
        FeatureVector one = new FeatureVector(List.of(feature("a")), values);
        values[0] = 6;
        assertEquals(5, one.get(0));
        assertThrows(IllegalArgumentException.class, () -> new FeatureVector(List.of(feature("a")), new double[2]));
    }

    private static Feature feature(String name) {
        return new Feature(name, "Histogram", "first order", "x", "HU", Source.CHOSEN, List.of());
    }
}
