package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.intensity.LevelHistogram;
import org.ichradiomics.intensity.LevelHistogramDescriptors;
import org.ichradiomics.intensity.LocalPeak;
import org.ichradiomics.intensity.LocalPeakDescriptors;
import org.ichradiomics.intensity.Sample;
import org.ichradiomics.intensity.StatisticsDescriptors;
import org.ichradiomics.intensity.VolumeHistogram;
import org.ichradiomics.intensity.VolumeHistogramDescriptors;
import org.ichradiomics.region.LevelRegion;
import org.ichradiomics.region.LevelVolume;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.shape.Morphology;
import org.ichradiomics.shape.MorphologyDescriptors;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.texture.IbsiTexture;

/**
 * The 174 features of IBSI 1: 79 in the manual's order, each once, then the 95 of texture under every aggregation of
 * the approaches.
 */
public final class IbsiCatalogue {

    private final Set<IbsiFamily> families;
    private final List<IbsiDescriptor<Morphology>> form;
    private final IbsiTexture texture;
    private final List<IbsiFeature> features;

    private IbsiCatalogue(Set<IbsiFamily> families, IbsiTexture texture) {
        this.families = families;
        this.texture = texture;
        List<IbsiFeature> all = new ArrayList<>();
        this.form = form(families);
        for (IbsiDescriptor<?> d : form) all.add(d.under(IbsiFamily.MORPHOLOGY, Aggregation.WHOLE));
        declare(IbsiFamily.LOCAL_INTENSITY, LocalPeakDescriptors.ALL, all);
        declare(IbsiFamily.STATISTICS, StatisticsDescriptors.ALL, all);
        declare(IbsiFamily.HISTOGRAM, LevelHistogramDescriptors.ALL, all);
        declare(IbsiFamily.VOLUME_HISTOGRAM, VolumeHistogramDescriptors.ALL, all);
        all.addAll(texture.features());
        this.features = List.copyOf(all);
    }

    /** @param approaches how texture is read, at least one */
    public static IbsiCatalogue of(Set<Approach> approaches) {
        return of(approaches, Set.copyOf(IbsiFamily.WHOLE));
    }

    /** Some of the families; no time is spent on the others. */
    static IbsiCatalogue of(Set<Approach> approaches, Set<IbsiFamily> families) {
        return new IbsiCatalogue(families, IbsiTexture.of(approaches, families));
    }

    /** All features, each with one aggregation, in the order of the values. */
    public List<IbsiFeature> features() {
        return features;
    }

    /**
     * @param image the image that is measured: the scan's, or a response map
     * @param range of its intensities, if they have one
     * @param out receives one value for each of {@link #features}, in that order
     */
    void measure(MaskedImage image, Resegmentation range, IbsiSettings settings, Progress progress, DoubleConsumer out)
            throws InvalidInputException {
        Region mask = image.mask();
        Region lesion = image.lesion();
        progress.at("IBSI morphology", 0.1);
        if (!form.isEmpty()) measure(form, Morphology.of(mask, lesion), out);
        progress.at("IBSI intensities", 0.4);
        LevelRegion levels = needsLevels() ? LevelRegion.of(lesion, settings.texture(), range.low()) : null;
        measure(image.image(), lesion, levels, range, settings, out);
        progress.at("IBSI texture", 0.6);
        if (!texture.features().isEmpty()) texture.measure(levels.within(mask), out);
    }

    /**
     * Measures a part of a lesion; of a catalogue without morphology.
     *
     * @param levels of the part, those that the whole lesion gives it
     * @param volume the same on its box
     * @param out receives one value for each of {@link #features}, in that order
     */
    void measure(
            VoxelImage image,
            LevelRegion levels,
            LevelVolume volume,
            Resegmentation range,
            IbsiSettings settings,
            DoubleConsumer out)
            throws InvalidInputException {
        measure(image, levels.region(), levels, range, settings, out);
        if (!texture.features().isEmpty()) texture.measure(volume, out);
    }

    private void measure(
            VoxelImage image,
            Region lesion,
            LevelRegion levels,
            Resegmentation range,
            IbsiSettings settings,
            DoubleConsumer out)
            throws InvalidInputException {
        if (has(IbsiFamily.LOCAL_INTENSITY)) measure(LocalPeakDescriptors.ALL, LocalPeak.of(image, lesion), out);
        if (has(IbsiFamily.STATISTICS)) measure(StatisticsDescriptors.ALL, Sample.of(lesion), out);
        if (has(IbsiFamily.HISTOGRAM)) measure(LevelHistogramDescriptors.ALL, LevelHistogram.of(levels), out);
        if (!has(IbsiFamily.VOLUME_HISTOGRAM)) return;
        VolumeHistogram histogram = VolumeHistogram.of(lesion, settings.volume(), range.low(), range.high());
        measure(VolumeHistogramDescriptors.ALL, histogram, out);
    }

    /** In the catalogue's order, whichever parts are named. */
    private static List<IbsiDescriptor<Morphology>> form(Set<IbsiFamily> families) {
        if (families.contains(IbsiFamily.MORPHOLOGY)) return MorphologyDescriptors.ALL;
        List<IbsiDescriptor<Morphology>> form = new ArrayList<>();
        if (families.contains(IbsiFamily.MESH)) form.addAll(MorphologyDescriptors.MESH);
        if (families.contains(IbsiFamily.AXES)) form.addAll(MorphologyDescriptors.AXES);
        return List.copyOf(form);
    }

    private boolean has(IbsiFamily family) {
        return families.contains(family);
    }

    private boolean needsLevels() {
        return has(IbsiFamily.HISTOGRAM) || !texture.features().isEmpty();
    }

    private void declare(IbsiFamily family, List<? extends IbsiDescriptor<?>> descriptors, List<IbsiFeature> features) {
        if (!has(family)) return;
        for (IbsiDescriptor<?> d : descriptors) features.add(d.under(family, Aggregation.WHOLE));
    }

    private static <M> void measure(List<IbsiDescriptor<M>> descriptors, M matrix, DoubleConsumer out) {
        for (IbsiDescriptor<M> d : descriptors) out.accept(d.of(matrix));
    }
}
