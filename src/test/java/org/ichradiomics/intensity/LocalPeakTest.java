package org.ichradiomics.intensity;

import java.util.SplittableRandom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelImage;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Covers LocalPeakDescriptors. */
class LocalPeakTest {

    @RepeatedTest(10)
    void agreesWithTheDefinition(RepetitionInfo repetition) throws Exception {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        int nx = 12;
        int ny = 9;
        int nz = 5;
        Spacing s = new Spacing(1, 1.3, 3);
        double[] hu = random.ints(nx * ny * nz, 0, 12).asDoubleStream().toArray();
        boolean[] inside = new boolean[hu.length];
        for (int i = 0; i < inside.length; i++) inside[i] = i == 100 || random.nextDouble() < 0.2;
        RandomAccessibleInterval<DoubleType> image = ArrayImgs.doubles(hu, nx, ny, nz);
        double brightest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < hu.length; k++) brightest = inside[k] ? Math.max(brightest, hu[k]) : brightest;
        double local = Double.NEGATIVE_INFINITY;
        double global = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < hu.length; k++) {
            if (!inside[k]) continue;
            double sum = 0;
            int n = 0;
            for (int l = 0; l < hu.length; l++) {
                double dx = (k % nx - l % nx) * s.x();
                double dy = (k / nx % ny - l / nx % ny) * s.y();
                double dz = (k / nx / ny - l / nx / ny) * s.z();
                if (4 * Math.PI / 3 * Math.pow(dx * dx + dy * dy + dz * dz, 1.5) > 1000) continue;
                sum += hu[l];
                n++;
            }
            global = Math.max(global, sum / n);
            if (hu[k] == brightest) local = Math.max(local, sum / n);
        }
        LocalPeak peak =
                LocalPeak.of(VoxelImage.of(image, s), Region.of(image, ArrayImgs.booleans(inside, nx, ny, nz), s));
        assertEquals(local, peak.local(), 1e-12);
        assertEquals(global, peak.global(), 1e-12);
    }
}
