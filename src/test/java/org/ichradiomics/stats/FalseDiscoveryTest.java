package org.ichradiomics.stats;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

/** R: {@code p.adjust(p, "BH")}, which leaves NA out as well. */
class FalseDiscoveryTest {

    @Test
    void asR() {
        assertArrayEquals(
                new double[] {0.05, 0.05, 0.05, 0.05, 0.05},
                FalseDiscovery.adjusted(new double[] {0.01, 0.02, 0.03, 0.04, 0.05}),
                1e-15);
        assertArrayEquals(
                new double[] {0.04, 0.16 / 3, 0.16 / 3, Double.NaN, 0.5},
                FalseDiscovery.adjusted(new double[] {0.01, 0.04, 0.03, Double.NaN, 0.5}),
                1e-15);
        assertArrayEquals(new double[] {1, 1}, FalseDiscovery.adjusted(new double[] {1, 0.9}), 1e-15);
    }
}
