package org.ichradiomics.phantom;

import java.util.Arrays;

import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class VolumeTest {

    private static final Grid GRID = Grid.centred(64, 48, 5, new Spacing(0.5, 0.5, 5));

    @Test
    void theMeansOfALinearFieldAreItsValuesAtTheCentres() {
        Field ramp = (x, y, z) -> 1 + 2 * x - 3 * y + 4 * z;
        assertArrayEquals(
                Volume.of(ramp, GRID).toArray(), Volume.of(ramp, GRID, 2, 3).toArray(), 1e-10);
    }

    @Test
    void blurKeepsWhatIsEven() {
        Volume even = Volume.of((x, y, z) -> 32, GRID).blurred(1.3);
        assertEquals(32, Arrays.stream(even.toArray()).min().getAsDouble(), 1e-10);
        assertEquals(32, Arrays.stream(even.toArray()).max().getAsDouble(), 1e-10);
    }

    @Test
    void blurStaysInItsSlice() {
        Volume slice = Volume.of((x, y, z) -> z == 0 ? 1 : 0, GRID).blurred(1.3);
        assertEquals(0, slice.get(GRID.index(30, 20, 1)));
        assertEquals(1, slice.get(GRID.index(30, 20, 2)), 1e-12);
    }

    @Test
    void grainedNoiseKeepsItsStandardDeviation() {
        Volume noise = Volume.noise(Grid.centred(256, 256, 4, new Spacing(0.5, 0.5, 5)), new Dice(1));
        assertEquals(1, sd(noise), 0.01); // 262 144 values: standard error 0.0014
        assertEquals(1, sd(noise.grained(0.6)), 0.02); // neighbours hang together, and the border counts double
    }

    @Test
    void smoothNoiseHasTheStatedStandardDeviation() {
        assertEquals(0.27, sd(Volume.of(new SmoothNoise(3, new Dice(1)), GRID)), 0.03);
    }

    private static double sd(Volume volume) {
        double[] x = volume.toArray();
        double mean = Arrays.stream(x).average().getAsDouble();
        return Math.sqrt(
                Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().getAsDouble());
    }
}
