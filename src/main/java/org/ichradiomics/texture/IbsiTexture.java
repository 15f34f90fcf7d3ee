package org.ichradiomics.texture;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.region.LevelVolume;

/**
 * The texture half of the IBSI catalogue: GLCM, GLRLM, GLSZM, GLDZM, NGTDM and NGLDM under every aggregation of the
 * approaches chosen. Neighbours are at Chebyshev distance 1.
 *
 * <p>A feature is NaN where mathematics has no value and the manual gives none; a matrix without any entry, as that of
 * pairs in a one-voxel slice, takes no part in a mean. A NaN of any other matrix makes the mean NaN.
 */
public final class IbsiTexture {

    private final Set<Approach> approaches;
    private final List<TextureFamily<?>> families;
    private final List<IbsiFeature> features;

    private IbsiTexture(Set<Approach> approaches, List<TextureFamily<?>> families) {
        this.approaches = approaches;
        this.families = families;
        this.features = approaches.stream()
                .flatMap(approach -> families.stream().flatMap(family -> family.features(approach).stream()))
                .toList();
    }

    /** @param approaches at least one; their features follow one another in the order of the enum */
    public static IbsiTexture of(Set<Approach> approaches) {
        return new IbsiTexture(EnumSet.copyOf(approaches), TextureFamily.ALL);
    }

    /**
     * Some of the families; no time is spent on the others.
     *
     * @param families of texture; those that are not of texture are none of its business
     */
    public static IbsiTexture of(Set<Approach> approaches, Set<IbsiFamily> families) {
        return new IbsiTexture(
                EnumSet.copyOf(approaches),
                TextureFamily.ALL.stream()
                        .filter(f -> families.contains(f.family()))
                        .toList());
    }

    /** The features, in the order in which {@link #measure} hands out their values. */
    public List<IbsiFeature> features() {
        return features;
    }

    /**
     * Measures one lesion.
     *
     * @param out receives one value for each of {@link #features()}, in that order
     */
    public void measure(LevelVolume lesion, DoubleConsumer out) {
        for (Approach approach : approaches) {
            TextureMatrices matrices = TextureMatrices.of(lesion, approach);
            for (TextureFamily<?> family : families) family.measure(matrices, approach, out);
        }
    }
}
