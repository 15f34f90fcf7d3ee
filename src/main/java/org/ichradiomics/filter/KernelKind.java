package org.ichradiomics.filter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The filters of IBSI 2: how they are called, what they do, and how one is made of its parameters. */
public enum KernelKind {
    MEAN("mean", "g(k) = 1 / Mᴰ over M voxels along each of D axes", Mean.class, Mean::of),

    LAPLACIAN_OF_GAUSSIAN(
            "log",
            "g(k) = −1/s² (1 / (√(2π) s))ᴰ (D − |k|²/s²) exp(−|k|² / 2s²), s = sigma in voxels, |kₐ| ≤ ⌊cutoff · s +"
                    + " ½⌋",
            LaplacianOfGaussian.class,
            LaplacianOfGaussian::of),

    LAWS(
            "laws",
            "the product of Laws' kernels along the axes; with energy the mean of |response| within Chebyshev distance"
                    + " δ",
            Laws.class,
            Laws::of),

    GABOR(
            "gabor",
            "|f ∗ g|, g(k) = exp(−(u² + γ²v²) / 2s² + 2πi u/λ), u = k₁ cos θ + k₂ sin θ, v = −k₁ sin θ + k₂ cos θ",
            Gabor.class,
            Gabor::of),

    WAVELET(
            "wavelet",
            "undecimated separable wavelet (à trous): low-pass L or high-pass H along each axis at the last level,"
                    + " low-pass along all axes at those before",
            Wavelet.class,
            Wavelet::of),

    SIMONCELLI(
            "simoncelli",
            "H(ν) = cos(π/2 log₂(2|ν| / m)) for m/4 < |ν| ≤ m, else 0; m = 2^(1 − level)",
            Simoncelli.class,
            Simoncelli::of),

    RIESZ_LOG(
            "riesz_log",
            "the response to log, times R(ν) = (−i)ᴸ √(L! / Π lₐ!) Π νₐ^lₐ / |ν|ᴸ, L = Σ lₐ; the real part",
            RieszOf.class,
            RieszOf::log),

    RIESZ_SIMONCELLI(
            "riesz_simoncelli",
            "H(ν) of simoncelli times R(ν) = (−i)ᴸ √(L! / Π lₐ!) Π νₐ^lₐ / |ν|ᴸ, L = Σ lₐ; the real part",
            RieszOf.class,
            RieszOf::simoncelli);

    private final String text;
    private final String formula;
    private final Class<? extends Kernel> type;
    private final Function<Parameters, Kernel> reader;

    KernelKind(String text, String formula, Class<? extends Kernel> type, Function<Parameters, Kernel> reader) {
        this.text = text;
        this.formula = formula;
        this.type = type;
        this.reader = reader;
    }

    /** As in settings files and names of columns. */
    public String text() {
        return text;
    }

    /**
     * In Unicode; f is the image, k a place in voxels from the centre, ν a frequency, 1 at the highest one of an axis.
     */
    public String formula() {
        return formula;
    }

    /**
     * @throws IllegalArgumentException if a parameter is missing, unknown or out of its range; the message begins with
     *     its name
     */
    public Kernel kernel(Parameters parameters) {
        Kernel kernel = reader.apply(parameters);
        parameters.end(this);
        return kernel;
    }

    /** @throws IllegalArgumentException if there is no filter of this name */
    public static KernelKind named(String text) {
        return Choice.of("filter", text, List.of(values()), KernelKind::text);
    }

    /** The first one whose kernels are of that type. */
    static KernelKind of(Kernel kernel) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(kernel))
                .findFirst()
                .orElseThrow();
    }
}
