package org.ichradiomics.bench;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.intensity.LevelHistogram;
import org.ichradiomics.intensity.LevelHistogramDescriptors;
import org.ichradiomics.intensity.Sample;
import org.ichradiomics.intensity.StatisticsDescriptors;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.LevelRegion;
import org.ichradiomics.region.Region;
import org.ichradiomics.shape.Morphology;
import org.ichradiomics.shape.MorphologyDescriptors;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.texture.IbsiTexture;

/**
 * The IBSI families that PyRadiomics has too, through the volume, in 32 levels; from the lesion already cut out of its
 * scan.
 */
@State(Scope.Thread)
public class IbsiBenchmark {

    private static final String ALL = "all seven families";
    private static final String LEVELS = "32 grey levels";
    private static final String FIRST_ORDER = "First order";
    private static final String SHAPE = "Shape";
    private static final String MORPHOLOGY = "all 29 of morphology";

    private static final Binning BINS = new Binning.FixedNumber(32);

    /** First-order features that PyRadiomics computes on grey levels. */
    private static final Set<String> ON_LEVELS = Set.of("ih_entropy", "ih_uniformity");

    /** PyRadiomics' shape features; those left out of morphology are the costly ones. */
    private static final Set<String> ON_MESH_AND_AXES = Set.of(
            "morph_volume",
            "morph_vol_approx",
            "morph_area_mesh",
            "morph_av",
            "morph_sphericity",
            "morph_diam",
            "morph_pca_maj_axis",
            "morph_pca_min_axis",
            "morph_pca_least_axis",
            "morph_pca_elongation",
            "morph_pca_flatness");

    private static final Set<IbsiFamily> TEXTURE =
            EnumSet.of(IbsiFamily.GLCM, IbsiFamily.GLRLM, IbsiFamily.GLSZM, IbsiFamily.NGTDM, IbsiFamily.NGLDM);

    /** Named in {@link Bench}; NGTDM and NGLDM come from one pass. */
    @Param({ALL, LEVELS, FIRST_ORDER, SHAPE, "GLCM", "GLRLM", "GLSZM", "NGTDM, NGLDM", MORPHOLOGY})
    public String what;

    @Param({"7000", "300000", "1500000"})
    public int voxels;

    private Region region;
    private LevelRegion levels;
    private IbsiTexture texture;

    @Setup
    public void cutOut() throws InvalidInputException {
        region = Lesions.of(voxels, 30);
        levels = LevelRegion.of(region, BINS, Double.NaN);
        Set<IbsiFamily> families = EnumSet.copyOf(TEXTURE);
        families.removeIf(
                family -> !what.equals(ALL) && !List.of(what.split(", ")).contains(family.text()));
        texture = IbsiTexture.of(EnumSet.of(Approach.IN_VOLUME), families);
    }

    @Benchmark
    public void measure(Blackhole hole) throws InvalidInputException {
        switch (what) {
            case ALL:
                LevelRegion own = LevelRegion.of(region, BINS, Double.NaN);
                firstOrder(own, hole);
                morphology(ON_MESH_AND_AXES, hole);
                texture.measure(own.within(region), hole::consume);
                break;
            case LEVELS:
                hole.consume(LevelRegion.of(region, BINS, Double.NaN).within(region));
                break;
            case FIRST_ORDER:
                firstOrder(levels, hole);
                break;
            case SHAPE:
                morphology(ON_MESH_AND_AXES, hole);
                break;
            case MORPHOLOGY:
                morphology(null, hole);
                break;
            default:
                texture.measure(levels.within(region), hole::consume);
        }
    }

    private void firstOrder(LevelRegion levels, Blackhole hole) {
        measure(StatisticsDescriptors.ALL, null, Sample.of(region), hole);
        measure(LevelHistogramDescriptors.ALL, ON_LEVELS, LevelHistogram.of(levels), hole);
    }

    private void morphology(Set<String> tags, Blackhole hole) {
        measure(MorphologyDescriptors.ALL, tags, Morphology.of(region, region), hole);
    }

    /** @param tags of those to measure; null for all */
    private static <M> void measure(List<IbsiDescriptor<M>> descriptors, Set<String> tags, M matrix, Blackhole hole) {
        for (IbsiDescriptor<M> d : descriptors) {
            if (tags == null || tags.contains(d.tag())) hole.consume(d.of(matrix));
        }
    }
}
