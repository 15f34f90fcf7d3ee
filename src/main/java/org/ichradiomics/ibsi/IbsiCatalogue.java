package org.ichradiomics.ibsi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.feature.Progress;
import org.ichradiomics.grey.LevelRegion;
import org.ichradiomics.intensity.LevelHistogram;
import org.ichradiomics.intensity.LevelHistogramDescriptors;
import org.ichradiomics.intensity.LocalPeak;
import org.ichradiomics.intensity.LocalPeakDescriptors;
import org.ichradiomics.intensity.Sample;
import org.ichradiomics.intensity.StatisticsDescriptors;
import org.ichradiomics.intensity.VolumeHistogram;
import org.ichradiomics.intensity.VolumeHistogramDescriptors;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.region.Region;
import org.ichradiomics.shape.Morphology;
import org.ichradiomics.shape.MorphologyDescriptors;
import org.ichradiomics.texture.IbsiTexture;

/** The 174 features of IBSI 1: 79 in the manual's order, each once, then the 95 of texture under every aggregation of the approaches. */
public final class IbsiCatalogue {

    private final IbsiTexture texture;
    private final List<IbsiFeature> features;

    private IbsiCatalogue(IbsiTexture texture) {
        this.texture = texture;
        List<IbsiFeature> all = new ArrayList<>();
        declare(IbsiFamily.MORPHOLOGY, MorphologyDescriptors.ALL, all);
        declare(IbsiFamily.LOCAL_INTENSITY, LocalPeakDescriptors.ALL, all);
        declare(IbsiFamily.STATISTICS, StatisticsDescriptors.ALL, all);
        declare(IbsiFamily.HISTOGRAM, LevelHistogramDescriptors.ALL, all);
        declare(IbsiFamily.VOLUME_HISTOGRAM, VolumeHistogramDescriptors.ALL, all);
        all.addAll(texture.features());
        this.features = List.copyOf(all);
    }

    /** @param approaches how texture is read, at least one */
    public static IbsiCatalogue of(Set<Approach> approaches) {
        return new IbsiCatalogue(IbsiTexture.of(approaches));
    }

    /** All features, each with one aggregation, in the order of the values. */
    public List<IbsiFeature> features() {
        return features;
    }

    /** @param out receives one value for each of {@link #features}, in that order */
    void measure(Processing processing, IbsiSettings settings, Progress progress, DoubleConsumer out) throws InvalidInputException {
        MaskedImage image = processing.resegmented();
        Region mask = image.mask();
        Region lesion = image.lesion();
        Resegmentation range = settings.resegmentation();
        LevelRegion levels = LevelRegion.of(lesion, settings.texture(), range.low());
        progress.at("IBSI morphology", 0.1);
        measure(MorphologyDescriptors.ALL, Morphology.of(mask, lesion), out);
        progress.at("IBSI intensities", 0.4);
        measure(LocalPeakDescriptors.ALL, LocalPeak.of(image.image(), lesion), out);
        measure(StatisticsDescriptors.ALL, Sample.of(lesion), out);
        measure(LevelHistogramDescriptors.ALL, LevelHistogram.of(levels), out);
        measure(VolumeHistogramDescriptors.ALL, VolumeHistogram.of(lesion, settings.volume(), range.low(), range.high()), out);
        progress.at("IBSI texture", 0.6);
        texture.measure(levels.within(mask), out);
    }

    private static <M> void declare(IbsiFamily family, List<IbsiDescriptor<M>> descriptors, List<IbsiFeature> features) {
        for (IbsiDescriptor<M> d : descriptors) features.add(d.under(family, Aggregation.WHOLE));
    }

    private static <M> void measure(List<IbsiDescriptor<M>> descriptors, M matrix, DoubleConsumer out) {
        for (IbsiDescriptor<M> d : descriptors) out.accept(d.of(matrix));
    }
}
