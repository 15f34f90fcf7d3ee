package org.ichradiomics.intensity;

import java.util.Arrays;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Binning;
import org.ichradiomics.region.LevelRegion;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Covers LevelHistogram and VolumeHistogramDescriptors. */
class VolumeHistogramTest {

    /** 10 voxels of 1, 2, …, 10 HU. */
    private static final double[] RAMP = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    @Test
    void withoutDiscretisation() throws Exception {
        VolumeHistogram h = VolumeHistogram.of(region(RAMP), new Binning.None(), 0, 20);
        assertEquals(0.9, h.volumeAt(0.1)); // γ = 0.1 at 2 HU
        assertEquals(0, h.volumeAt(0.9));
        assertEquals(10, h.intensityAt(0.1));
        assertEquals(2, h.intensityAt(0.9));
        // ν = 1 at 0 and 1, then falls to 0 at 11: trapezia of width 1/20.
        assertEquals((1 + 0.95 + 0.85 + 0.75 + 0.65 + 0.55 + 0.45 + 0.35 + 0.25 + 0.15 + 0.05) / 20, h.area(), 1e-15);
    }

    @Test
    void fixedWidthGivesCentresOfBins() throws Exception {
        VolumeHistogram h = VolumeHistogram.of(region(RAMP), new Binning.FixedWidth(2.5), 0, 20);
        assertEquals(11.25, h.intensityAt(0.1)); // 10 HU is in the bin around 11.25, and nothing is above
        assertEquals(3.75, h.intensityAt(0.9)); // 1 and 2 are in the first bin
    }

    @Test
    void fixedNumberGivesNumbersOfBins() throws Exception {
        VolumeHistogram h = VolumeHistogram.of(region(RAMP), new Binning.FixedNumber(5), Double.NaN, Double.NaN);
        assertEquals(2, h.intensityAt(0.9));
        assertEquals(Double.NaN, h.intensityAt(0.1)); // two of ten voxels are in the last bin
    }

    @Test
    void oneIntensity() throws Exception {
        VolumeHistogram h = VolumeHistogram.of(region(new double[] {7, 7}), new Binning.None(), Double.NaN, Double.NaN);
        assertEquals(Double.NaN, h.volumeAt(0.1));
        assertEquals(Double.NaN, h.intensityAt(0.1));
        assertEquals(0, h.area());
    }

    @Test
    void fixedNumberOfOneIntensityIsLevelOne() throws Exception {
        assertEquals(
                1,
                LevelRegion.of(region(new double[] {7, 7}), new Binning.FixedNumber(32), Double.NaN)
                        .count());
    }

    @Test
    void histogramOfTwoLevelsFarApart() throws Exception {
        LevelHistogram h =
                LevelHistogram.of(LevelRegion.of(region(new double[] {1, 1, 4, 4}), new Binning.None(), Double.NaN));
        assertEquals(1, h.mode()); // as often and as near to the mean: the lower one
        assertEquals(1, h.entropy(), 1e-15);
        assertEquals(4, h.steepestRise()); // n = 2 0 0 2, H′ = −2 −1 1 2
        assertEquals(1, h.steepestFall());
    }

    private static Region region(double[] hu) throws Exception {
        boolean[] all = new boolean[hu.length];
        Arrays.fill(all, true);
        return Region.of(
                ArrayImgs.doubles(hu, hu.length, 1, 1), ArrayImgs.booleans(all, hu.length, 1, 1), new Spacing(1, 1, 1));
    }
}
