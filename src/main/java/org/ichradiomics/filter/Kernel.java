package org.ichradiomics.filter;

import java.util.Map;
import java.util.Optional;

/**
 * The kernel of a filter: one record of its parameters for each {@link KernelKind}. Lengths are in mm, all else in
 * voxels.
 */
public sealed interface Kernel permits Mean, LaplacianOfGaussian, Laws, Gabor, Wavelet, Simoncelli, RieszOf {

    /** Which of the standardised filters it is. */
    default KernelKind kind() {
        return KernelKind.of(this);
    }

    /**
     * Name → value in the order and spelling of IBSI's tests, without units; a parameter that is a word alone has an
     * empty value.
     */
    Map<String, String> parameters();

    /**
     * Whether the kernel has a meaning there. Not rotated, for kernels that look the same from every side, and for
     * those whose rotation has no consensus.
     *
     * @throws IllegalArgumentException if not; the message begins with the parameter that should be another
     */
    default void check(Dimension dimension, Optional<Pooling> rotation) {
        if (rotation.isPresent()) {
            throw new IllegalArgumentException("rotation must be none for the filter " + kind().text() + ", was "
                    + rotation.get().text());
        }
    }

    /** Whether there are reference maps that this kernel with these parameters is held to. */
    default boolean standardised() {
        return true;
    }

    /** Whether the kernel works through the slices even where each of them is filtered in its plane. */
    default boolean throughSlices() {
        return false;
    }

    /** How the kernel's size is told in a sentence. */
    Size size(double spacing);

    /** @param values of the domain's voxels in raster order; left as they are */
    double[] response(double[] values, Domain domain, Optional<Pooling> rotation);

    /**
     * What makes a kernel large.
     *
     * @param parameter its name
     * @param voxels how far it reaches
     */
    record Size(String parameter, double voxels) {}
}
