package org.ichradiomics.intensity;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.region.Region;

import static org.ichradiomics.feature.Descriptor.named;
import static org.ichradiomics.feature.Source.PYRADIOMICS;

/**
 * What PyRadiomics' first-order features are made of: the N intensities x of a lesion, the shares p of its grey levels,
 * and the number c that energies add to an intensity. For one thread.
 */
public final class PyRadiomicsFirstOrder {

    private static final String PERCENTILE = ", linear between order statistics at (N − 1) p, as numpy rounds it";

    private static final List<Descriptor<PyRadiomicsFirstOrder>> OWN = List.of(
            named("10Percentile").is("P10" + PERCENTILE, "HU", PYRADIOMICS, f -> f.percentile(0.1)),
            named("90Percentile").is("P90" + PERCENTILE, "HU", PYRADIOMICS, f -> f.percentile(0.9)),
            named("InterquartileRange")
                    .is("P75 − P25", "HU", PYRADIOMICS, f -> f.percentile(0.75) - f.percentile(0.25)),
            named("RobustMeanAbsoluteDeviation")
                    .is("mean |y − mean y|, y the x in [P10, P90]", "HU", PYRADIOMICS, f -> f.robustDeviation()),
            named("Kurtosis")
                    .is("Σ (x − μ)⁴ / N / σ⁴, not in excess of 3; 0 if σ = 0", "1", PYRADIOMICS, f -> f.kurtosis()),
            named("Energy").is("Σ (x + c)²", "HU²", PYRADIOMICS, f -> f.energy()),
            named("TotalEnergy")
                    .is("V Σ (x + c)², V the volume of a voxel", "HU² mm³", PYRADIOMICS, f -> f.volume * f.energy()),
            named("RootMeanSquared")
                    .is("√(Σ (x + c)² / N)", "HU", PYRADIOMICS, f -> Math.sqrt(f.energy() / f.x.length)),
            named("Entropy").is("−Σ p log₂ p", "bit", PYRADIOMICS, f -> f.entropy()),
            named("Uniformity").is("Σ p²", "1", PYRADIOMICS, f -> f.uniformity()));

    /** By name. */
    public static final List<Descriptor<PyRadiomicsFirstOrder>> ALL = Descriptor.inPyRadiomicsOrder(
            Stream.concat(OWN.stream(), StatisticsDescriptors.ALL.stream().flatMap(PyRadiomicsFirstOrder::same)));

    /** Those that are measured only where they are named. */
    public static final List<Descriptor<PyRadiomicsFirstOrder>> DEPRECATED = List.of(named("StandardDeviation")
            .is("σ = √(Σ (x − μ)² / N)", "HU", PYRADIOMICS, f -> Math.sqrt(f.sample.variance())));

    private final double[] x;
    private final int[] levels;
    private final double shift;
    private final double volume;
    private final Sample sample;
    private double[] sorted;

    private PyRadiomicsFirstOrder(Region lesion, int[] levels, double shift) {
        this.x = new double[lesion.size()];
        for (int i = 0; i < x.length; i++) x[i] = lesion.hu(i);
        this.levels = levels;
        this.shift = shift;
        this.volume = lesion.spacing().voxelVolume();
        this.sample = Sample.of(lesion);
    }

    /**
     * What the descriptors need is computed when it is asked for.
     *
     * @param levels grey level of each voxel, from 1; handed over
     * @param shift c, HU
     */
    public static PyRadiomicsFirstOrder of(Region lesion, int[] levels, double shift) {
        return new PyRadiomicsFirstOrder(lesion, levels, shift);
    }

    /** That of IBSI, where rounding does not count and no number is put otherwise. */
    private static Stream<Descriptor<PyRadiomicsFirstOrder>> same(IbsiDescriptor<Sample> ibsi) {
        ToDoubleFunction<PyRadiomicsFirstOrder> value = first -> ibsi.of(first.sample);
        return Descriptor.ofPyRadiomics(ibsi, "firstorder", name -> value).stream();
    }

    /** As numpy interpolates, to the last bit: which values lie in [P10, P90] depends on it. */
    private double percentile(double p) {
        if (sorted == null) sorted = Sorting.sorted(x);
        double at = (sorted.length - 1) * p;
        int k = (int) at;
        if (k + 1 == sorted.length) return sorted[k];
        double share = at - k;
        double step = sorted[k + 1] - sorted[k];
        return share < 0.5 ? sorted[k] + step * share : sorted[k + 1] - step * (1 - share);
    }

    private double robustDeviation() {
        double low = percentile(0.1);
        double high = percentile(0.9);
        double[] middle = Arrays.stream(x).filter(v -> v >= low && v <= high).toArray();
        double mean = Arrays.stream(middle).sum() / middle.length;
        return Arrays.stream(middle).map(v -> Math.abs(v - mean)).sum() / middle.length;
    }

    private double kurtosis() {
        return sample.variance() == 0 ? 0 : sample.kurtosis() + 3;
    }

    private double energy() {
        double sum = 0;
        for (double v : x) sum += (v + shift) * (v + shift);
        return sum;
    }

    private double entropy() {
        double sum = 0;
        for (double p : shares()) sum += p == 0 ? 0 : p * StrictMath.log(p);
        return (0 - sum) / StrictMath.log(2);
    }

    private double uniformity() {
        return Arrays.stream(shares()).map(p -> p * p).sum();
    }

    private double[] shares() {
        int[] counts = new int[Arrays.stream(levels).max().orElse(0) + 1];
        for (int level : levels) counts[level]++;
        return Arrays.stream(counts).mapToDouble(n -> (double) n / x.length).toArray();
    }
}
