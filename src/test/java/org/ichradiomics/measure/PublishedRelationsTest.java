package org.ichradiomics.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.basictypeaccess.array.BooleanArray;
import net.imglib2.img.basictypeaccess.array.DoubleArray;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Relations between columns that hold in the published export of the vendor kit (Li et al. 2020, 51 lesions × 396, 26
 * statements): they must hold in our own columns, for every case and for phantoms.
 *
 * <p>Covers ExtractionSettings.
 */
class PublishedRelationsTest {

    private static final double EXACT = 1e-9;
    private static final int[] OFFSETS = {1, 4, 7};
    private static final String[] ANGLES = {"angle0", "angle45", "angle90", "angle135"};

    private record Measured(String name, FeatureVector v, ExtractionSettings settings, double high) {

        double get(String feature) {
            return v.get(feature);
        }

        double[] angles(String base, int offset) {
            double[] x = new double[ANGLES.length];
            for (int a = 0; a < x.length; a++) x[a] = get(base + "_" + ANGLES[a] + "_offset" + offset);
            return x;
        }

        void same(double expected, double value, double scale, String what) {
            if (Double.isNaN(expected) || Double.isInfinite(expected))
                assertEquals(expected, value, name + ": " + what);
            else assertEquals(expected, value, EXACT * Math.max(Math.abs(scale), 1e-300), name + ": " + what);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Measured> measured() throws Exception {
        List<Measured> all = new ArrayList<>();
        for (Path folder : AkCase.folders().toList()) {
            AkCase c = AkCase.read(folder);
            // The relations are those of 256 bins and the automatic range.
            if (c.settings().equals(ExtractionSettings.AK)) all.add(of(c.name(), c.region()));
        }
        for (int seed = 1; seed <= 5; seed++) all.add(of("phantom " + seed, phantom(seed)));
        return all.stream();
    }

    private static Measured of(String name, Region region) throws Exception {
        return new Measured(
                name,
                Extractor.with(ExtractionSettings.AK).measure(region),
                ExtractionSettings.AK,
                Math.max(0, region.max()));
    }

    /** A noisy ball of 4 mm² pixels and 5 mm slices, 50-90 HU. */
    private static Region phantom(int seed) throws Exception {
        int n = 24;
        SplittableRandom random = new SplittableRandom(seed);
        ArrayImg<DoubleType, DoubleArray> scan = ArrayImgs.doubles(n, n, n);
        ArrayImg<NativeBoolType, BooleanArray> mask = ArrayImgs.booleans(n, n, n);
        for (int z = 0; z < n; z++) {
            for (int y = 0; y < n; y++) {
                for (int x = 0; x < n; x++) {
                    scan.getAt(x, y, z).set(50 + random.nextInt(41));
                    double r2 = (x - 11) * (x - 11) + (y - 12) * (y - 12) + (z - 12) * (z - 12);
                    mask.getAt(x, y, z).set(r2 < (6 + seed % 3) * (6 + seed % 3) || random.nextInt(500) == 0);
                }
            }
        }
        return Region.of(scan, mask, new Spacing(0.5, 0.5, 5));
    }

    @ParameterizedTest
    @MethodSource("measured")
    void allDirectionIsTheMeanAndSdTheVarianceOfTheFourAngles(Measured m) {
        int compared = 0;
        for (Feature feature : m.v.features()) {
            String name = feature.name();
            if (!name.contains("_AllDirection_") || name.endsWith("_SD")) continue;
            compared++;
            String base = name.substring(0, name.indexOf('_'));
            double[] x = m.angles(base, Integer.parseInt(name.substring(name.length() - 1)));
            double mean = (x[0] + x[1] + x[2] + x[3]) / 4;
            double variance = 0;
            for (double v : x) variance += (v - mean) * (v - mean) / 4;
            m.same(mean, m.get(name), Math.max(Math.abs(x[0]), Math.abs(mean)), name);
            m.same(variance, m.get(name + "_SD"), variance + mean * mean * 1e-3, name + "_SD");
        }
        assertEquals(54, compared);
    }

    @ParameterizedTest
    @MethodSource("measured")
    void correlationVarianceAndInertiaFitTogether(Measured m) {
        // Inertia = 2 (s² − cov), Correlation = cov / s⁴, HaraVariance = s² / (255/2)² of the pooled matrix.
        if (Double.isNaN(m.get("HaraVariance")) || m.get("HaraVariance") == 0) return;
        m.same(
                m.get("contrast"),
                (m.get("HaraVariance") - m.get("sumVariance")),
                m.get("HaraVariance"),
                "sumVariance = HaraVariance − contrast");
        for (int offset : OFFSETS) {
            double[] inertia = m.angles("Inertia", offset);
            double[] correlation = m.angles("Correlation", offset);
            double[] prominence = m.angles("ClusterProminence", offset);
            for (int a = 0; a < ANGLES.length; a++) {
                if (Double.isNaN(inertia[a]) || correlation[a] == 0) continue;
                // s² solves c s⁴ − s² + I/2 = 0; its discriminant must not be negative, and prominence ≥ (sum
                // variance)².
                double root = 1 - 2 * correlation[a] * inertia[a];
                assertTrue(root > -1e-9, m.name + ": Inertia and Correlation contradict each other, " + root);
                double s2 = (1 + Math.sqrt(Math.max(0, root))) / (2 * correlation[a]);
                double other = (1 - Math.sqrt(Math.max(0, root))) / (2 * correlation[a]);
                double sum1 = 4 * s2 - inertia[a];
                double sum2 = 4 * other - inertia[a];
                assertTrue(
                        prominence[a] >= Math.min(sum1 * sum1, sum2 * sum2) * (1 - 1e-9),
                        m.name + ": ClusterProminence below (4 s² − Inertia)²");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("measured")
    void haralickPoolsTheFourAnglesAtOffset1(Measured m) {
        // Weighted by their pairs, the four inertias make the contrast, so it lies between the smallest and the
        // largest.
        double[] inertia = m.angles("Inertia", 1);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double i : inertia) {
            if (Double.isNaN(i)) continue;
            least = Math.min(least, i);
            most = Math.max(most, i);
        }
        if (Double.isInfinite(least)) {
            assertTrue(Double.isNaN(m.get("contrast")));
            return;
        }
        double pooled = m.get("contrast") * 255 * 255;
        assertTrue(
                pooled >= least * (1 - EXACT) && pooled <= most * (1 + EXACT),
                m.name + ": " + pooled + " not in " + least + ".." + most);
    }

    @ParameterizedTest
    @MethodSource("measured")
    void firstOrderColumnsFitTogether(Measured m) {
        double n = m.get("VolumeCount");
        double mean = m.get("MeanValue");
        m.same(mean * n, m.get("VoxelValueSum"), Math.abs(mean * n) + n, "VoxelValueSum = N · mean");
        double rms2 = mean * mean + m.get("Variance") * (n - 1) / n;
        m.same(rms2, m.get("RMS") * m.get("RMS"), rms2, "RMS² = mean² + variance");
        m.same(
                1 - m.get("stdDeviation") / mean,
                m.get("uniformity"),
                1 + m.get("stdDeviation") / Math.abs(mean),
                "uniformity");
        m.same(m.get("MaxIntensity") - m.get("MinIntensity"), m.get("Range"), 1, "Range");
        assertEquals(m.get("Percentile25"), m.get("Quantile0.25"));
        assertEquals(m.get("Percentile50"), m.get("Quantile0.5"));
        assertEquals(m.get("Percentile75"), m.get("Quantile0.75"));
        double skewness = m.get("skewness");
        // Both with the N − 1 variance: Pearson's bound scaled by ((N − 1)/N)².
        assertTrue(
                m.get("Variance") == 0
                        || (m.get("kurtosis") + 3) * n / (n - 1)
                                >= (skewness * skewness * n / (n - 1) + 1) * (n - 1) / n * (1 - 1e-9),
                m.name + ": kurtosis is excess kurtosis");
    }

    @ParameterizedTest
    @MethodSource("measured")
    void medianIsTheCentreOfABin(Measured m) {
        double low = Math.min(0, m.get("MinIntensity"));
        double width = ((float) m.high - (float) low) / 256f;
        double bin = (m.get("MedianIntensity") - low) / width;
        assertEquals(0.5, bin - Math.floor(bin), 1e-3, m.name);
        double p50 = (m.get("Percentile50") - low) / width;
        if (m.get("FrequencySize") > 0.99 * m.get("VolumeCount") && m.get("VolumeCount") > 100) {
            assertTrue(Math.abs(p50 - bin) < 3, m.name + ": Percentile50 lies about the median bin");
        }
    }

    @ParameterizedTest
    @MethodSource("measured")
    void frequencySizeLeavesOutTheMaximum(Measured m) {
        double left = m.get("VolumeCount") - m.get("FrequencySize");
        assertTrue(
                m.get("MaxIntensity") < m.high ? left == 0 : left >= 1 && left <= m.get("VolumeCount"),
                m.name + ": " + left);
    }

    @ParameterizedTest
    @MethodSource("measured")
    void formFactorsFitTogether(Measured m) {
        double v = m.get("VolumeMM");
        double a = m.get("SurfaceArea");
        m.same(
                Math.cbrt(Math.PI) * Math.pow(6 * v, 2.0 / 3) / a,
                m.get("Sphericity"),
                m.get("Sphericity"),
                "Sphericity");
        m.same(
                1 / m.get("Sphericity"),
                m.get("SphericalDisproportion"),
                m.get("SphericalDisproportion"),
                "SphericalDisproportion");
        m.same(
                v / (Math.sqrt(Math.PI) * Math.pow(a, 1.5)),
                m.get("Compactness1"),
                m.get("Compactness1"),
                "Compactness1");
        m.same(36 * Math.PI * v * v / (a * a * a), m.get("Compactness2"), m.get("Compactness2"), "Compactness2");
        m.same(a / m.get("VolumeCC"), m.get("SurfaceVolumeRatio"), m.get("SurfaceVolumeRatio"), "SurfaceVolumeRatio");
        m.same(v / 1000, m.get("VolumeCC"), v, "VolumeCC");
        double d2 = m.get("Maximum3DDiameter") * m.get("Maximum3DDiameter");
        assertEquals(Math.rint(d2), d2, 1e-9 * Math.max(1, d2), m.name + ": Maximum3DDiameter² is an integer");
    }

    @ParameterizedTest
    @MethodSource("measured")
    void entropyOfFrequentCellsIsAtMostTheWhole(Measured m) {
        double whole = 16 * m.get("HaraEntroy");
        for (double part : m.angles("GLCMEntropy", 1))
            assertTrue(Double.isNaN(whole) || part <= whole + 2.1, m.name + ": GLCMEntropy " + part + " > " + whole);
    }
}
