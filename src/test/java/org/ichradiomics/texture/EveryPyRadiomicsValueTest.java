package org.ichradiomics.texture;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.intensity.LevelHistogram;
import org.ichradiomics.intensity.LevelHistogramDescriptors;
import org.ichradiomics.intensity.Sample;
import org.ichradiomics.intensity.StatisticsDescriptors;
import org.ichradiomics.measure.PyRadiomics;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Interpolation;
import org.ichradiomics.region.LevelRegion;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Resampling;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.region.VoxelMask;
import org.ichradiomics.shape.Morphology;
import org.ichradiomics.shape.MorphologyDescriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The values of PyRadiomics 3.1 on two small volumes, texture direction by direction: each is compared with the IBSI
 * feature that is the same quantity, up to an exact factor or summand, or named with the reason why there is none.
 *
 * <p>Covers Approach, LevelHistogramDescriptors, MorphologyDescriptors, Sample and StatisticsDescriptors.
 */
class EveryPyRadiomicsValueTest {

    private static final int ALL_VALUES = 4510;

    /** Values with no counterpart: what their line in the file begins with or holds → why. */
    private static final Map<String, String> NOT_COMPARED = Map.of(
            ",glcm,MCC,", "no feature of IBSI",
            ",shape,Maximum2DDiameter", "no feature of IBSI (Slice, Column and Row: in one plane of voxels each)",
            "tiny0,resample1mm,",
                    "another grid: corners of the images aligned, not their centres, which differs where a side is "
                            + "no whole number of mm");

    /**
     * Where a face of a cube is ambiguous, as on the resampled mask, PyRadiomics' surface joins its edges another way.
     */
    private static final Set<String> OF_MESH = Set.of("MeshVolume", "SurfaceArea", "Sphericity", "SurfaceVolumeRatio");

    /** PyRadiomics' name → tag. */
    private static final Map<String, String> TAGS = new HashMap<>();

    static {
        names(
                "glcm",
                "cm",
                "MaximumProbability joint_max JointAverage joint_avg SumSquares joint_var JointEntropy joint_entr "
                        + "DifferenceAverage diff_avg DifferenceVariance diff_var DifferenceEntropy diff_entr "
                        + "SumAverage sum_avg "
                        + "SumEntropy sum_entr JointEnergy energy Contrast contrast Id inv_diff Idn inv_diff_norm "
                        + "Idm inv_diff_mom "
                        + "Idmn inv_diff_mom_norm InverseVariance inv_var Correlation corr Autocorrelation auto_corr "
                        + "ClusterTendency clust_tend "
                        + "ClusterShade clust_shade ClusterProminence clust_prom Imc1 info_corr1 Imc2 info_corr2");
        names(
                "glrlm",
                "rlm",
                "ShortRunEmphasis sre LongRunEmphasis lre LowGrayLevelRunEmphasis lgre HighGrayLevelRunEmphasis hgre "
                        + "ShortRunLowGrayLevelEmphasis srlge ShortRunHighGrayLevelEmphasis srhge "
                        + "LongRunLowGrayLevelEmphasis lrlge "
                        + "LongRunHighGrayLevelEmphasis lrhge GrayLevelNonUniformity glnu "
                        + "GrayLevelNonUniformityNormalized glnu_norm "
                        + "RunLengthNonUniformity rlnu RunLengthNonUniformityNormalized rlnu_norm RunPercentage "
                        + "r_perc GrayLevelVariance gl_var "
                        + "RunVariance rl_var RunEntropy rl_entr");
        names(
                "glszm",
                "szm",
                "SmallAreaEmphasis sze LargeAreaEmphasis lze LowGrayLevelZoneEmphasis lgze HighGrayLevelZoneEmphasis "
                        + "hgze SmallAreaLowGrayLevelEmphasis szlge SmallAreaHighGrayLevelEmphasis szhge "
                        + "LargeAreaLowGrayLevelEmphasis lzlge "
                        + "LargeAreaHighGrayLevelEmphasis lzhge GrayLevelNonUniformity glnu "
                        + "GrayLevelNonUniformityNormalized glnu_norm "
                        + "SizeZoneNonUniformity zsnu SizeZoneNonUniformityNormalized zsnu_norm ZonePercentage "
                        + "z_perc GrayLevelVariance gl_var "
                        + "ZoneVariance zs_var ZoneEntropy zs_entr");
        names(
                "gldm",
                "ngl",
                "SmallDependenceEmphasis lde LargeDependenceEmphasis hde LowGrayLevelEmphasis lgce "
                        + "HighGrayLevelEmphasis hgce "
                        + "SmallDependenceLowGrayLevelEmphasis ldlge SmallDependenceHighGrayLevelEmphasis ldhge "
                        + "LargeDependenceLowGrayLevelEmphasis hdlge LargeDependenceHighGrayLevelEmphasis hdhge "
                        + "GrayLevelNonUniformity glnu "
                        + "DependenceNonUniformity dcnu DependenceNonUniformityNormalized dcnu_norm "
                        + "GrayLevelVariance gl_var "
                        + "DependenceVariance dc_var DependenceEntropy dc_entr");
        names(
                "firstorder",
                "stat",
                "10Percentile p10 90Percentile p90 Energy energy InterquartileRange iqr Kurtosis kurt Maximum max "
                        + "MeanAbsoluteDeviation mad Mean mean Median median Minimum min Range range "
                        + "RobustMeanAbsoluteDeviation rmad "
                        + "RootMeanSquared rms Skewness skew TotalEnergy energy Variance var");
        names("firstorder", "ih", "Entropy entropy Uniformity uniformity");
        names(
                "shape",
                "morph",
                "Elongation pca_elongation Flatness pca_flatness LeastAxisLength pca_least_axis "
                        + "MajorAxisLength pca_maj_axis MinorAxisLength pca_min_axis Maximum3DDiameter diam "
                        + "MeshVolume volume "
                        + "Sphericity sphericity SurfaceArea area_mesh SurfaceVolumeRatio av VoxelVolume vol_approx");
        names(
                "ngtdm",
                "ngt",
                "Coarseness coarseness Contrast contrast Busyness busyness Complexity complexity Strength strength");
    }

    @ParameterizedTest
    @CsvSource({
        "tiny0,default",
        "tiny0,binwidth5",
        "tiny0,bincount32",
        "tiny0,bincount32_2d",
        "tiny1,default",
        "tiny1,binwidth5",
        "tiny1,bincount32",
        "tiny1,bincount32_2d",
        "tiny1,resample1mm"
    })
    void agrees(String volume, String settings) throws Exception {
        Approach approach = settings.endsWith("2d") ? Approach.IN_SLICES : Approach.IN_VOLUME;
        List<String[]> rows = rows().stream()
                .filter(row -> row[0].equals(volume) && row[1].equals(settings) && TAGS.containsKey(name(row)))
                .toList();
        Region region = settings.equals("resample1mm")
                ? resampled(PyRadiomics.of(volume))
                : PyRadiomics.of(volume).region();
        LevelRegion levels = levels(region, settings);
        TextureMatrices matrices = TextureMatrices.of(levels.within(region), approach);
        Map<String, Double> plain = plain(region, levels);
        List<String> misses = new ArrayList<>();
        for (String[] row : rows) {
            String tag = TAGS.get(name(row));
            double value = plain.containsKey(tag)
                    ? converted(row[3], plain.get(tag), region)
                    : value(tag, row[4], matrices, approach);
            double expected = Double.parseDouble(row[5]);
            double tolerance = settings.equals("resample1mm") && OF_MESH.contains(row[3]) ? 1e-3 : 1e-9;
            if (!(Math.abs(value - expected) <= tolerance * Math.max(1, Math.abs(expected))))
                misses.add(String.join(",", row) + ": was " + value);
        }
        assertEquals(List.of(), misses);
        int directions = settings.equals("resample1mm") ? 0 : approach == Approach.IN_SLICES ? 4 : 13;
        assertEquals(18 + 11 + (23 + 16) * (directions + 1) + 16 + 14 + 5, rows.size());
    }

    @Test
    void everyValueIsComparedOrNamed() throws Exception {
        List<String[]> rows = rows();
        assertEquals(ALL_VALUES, rows.size());
        Map<String, Integer> named = new TreeMap<>();
        int compared = 0;
        for (String[] row : rows) {
            String line = String.join(",", row);
            List<String> reasons = NOT_COMPARED.keySet().stream()
                    .filter(line::contains)
                    .sorted()
                    .toList();
            if (reasons.isEmpty()) {
                assertTrue(TAGS.containsKey(name(row)), line);
                compared++;
            } else {
                named.merge(reasons.get(reasons.size() - 1), 1, Integer::sum);
            }
        }
        assertEquals(Map.of(",glcm,MCC,", 95, ",shape,Maximum2DDiameter", 27, "tiny0,resample1mm,", 107), named);
        assertEquals(ALL_VALUES - 95 - 27 - 107, compared);
    }

    private static List<String[]> rows() throws IOException {
        return Files.readAllLines(PyRadiomics.file("expected.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    private static String name(String[] row) {
        return row[2] + " " + row[3];
    }

    /** Tag → value of the features that are no texture. */
    private static Map<String, Double> plain(Region region, LevelRegion levels) {
        Map<String, Double> values = new HashMap<>();
        Morphology morphology = Morphology.of(region, region);
        Sample sample = Sample.of(region);
        LevelHistogram histogram = LevelHistogram.of(levels);
        MorphologyDescriptors.ALL.forEach(d -> values.put(d.tag(), d.of(morphology)));
        StatisticsDescriptors.ALL.forEach(d -> values.put(d.tag(), d.of(sample)));
        LevelHistogramDescriptors.ALL.forEach(d -> values.put(d.tag(), d.of(histogram)));
        return values;
    }

    /** From IBSI's definition to PyRadiomics'. */
    private static double converted(String feature, double value, Region region) {
        return switch (feature) {
            case "Kurtosis" -> value + 3;
            case "TotalEnergy" -> value * region.spacing().voxelVolume();
            // Covariance divided by N, not by N − 1.
            case "MajorAxisLength", "MinorAxisLength", "LeastAxisLength" ->
                value * Math.sqrt((region.size() - 1.0) / region.size());
            default -> value;
        };
    }

    private static double value(String tag, String direction, TextureMatrices matrices, Approach approach) {
        double[] value = new double[1];
        for (TextureFamily<?> family : TextureFamily.ALL) value(family, tag, direction, matrices, approach, value);
        return value[0];
    }

    private static <M extends TextureMatrix<M>> void value(
            TextureFamily<M> family,
            String tag,
            String direction,
            TextureMatrices matrices,
            Approach approach,
            double[] value) {
        for (IbsiDescriptor<M> descriptor : family.descriptors()) {
            if (!descriptor.tag().equals(tag)) continue;
            // PyRadiomics has one matrix for all slices.
            List<M> all = family.matrices()
                    .apply(matrices)
                    .under(
                            approach == Approach.IN_VOLUME
                                    ? family.directional() ? Aggregation.VOLUME_AVERAGED : Aggregation.BY_VOLUME
                                    : family.directional()
                                            ? Aggregation.DIRECTIONS_MERGED
                                            : Aggregation.SLICES_TOGETHER);
            List<M> chosen = direction.equals("all") ? all : List.of(all.get(column(direction, approach)));
            value[0] = chosen.stream().mapToDouble(descriptor::of).average().orElseThrow();
        }
    }

    private static int column(String direction, Approach approach) {
        String[] step = direction.split(";");
        int[] d = {Integer.parseInt(step[0]), Integer.parseInt(step[1]), Integer.parseInt(step[2])};
        List<Direction> directions = approach == Approach.IN_SLICES ? Direction.IN_PLANE : Direction.IN_SPACE;
        for (int c = 0; c < directions.size(); c++) {
            Direction a = directions.get(c);
            if (a.dx() == d[0] && a.dy() == d[1] && a.dz() == d[2]
                    || a.dx() == -d[0] && a.dy() == -d[1] && a.dz() == -d[2]) return c;
        }
        throw new AssertionError("no such direction: " + direction);
    }

    /**
     * In voxels of 1 mm, as PyRadiomics resamples: with the corners of the images aligned, which is what aligned
     * centres are where the sides are whole millimetres; and with decimals cut off.
     */
    private static Region resampled(PyRadiomics volume) throws Exception {
        VoxelImage image = VoxelImage.of(volume.scan().hu(), volume.spacing());
        Resampling resampling = Resampling.of(image.grid(), new Spacing(1, 1, 1));
        image = resampling.of(image, Interpolation.CUBIC_SPLINE);
        VoxelMask mask = resampling.of(
                VoxelMask.of(volume.mask().select("1"), volume.scan().hu(), volume.spacing()), Interpolation.NEAREST);
        double[] hu = new double[image.grid().size()];
        for (int i = 0; i < hu.length; i++) hu[i] = (int) image.hu(i);
        return Region.of(
                ArrayImgs.doubles(
                        hu, image.grid().nx(), image.grid().ny(), image.grid().nz()),
                mask.view(),
                new Spacing(1, 1, 1));
    }

    /** The discretisations of PyRadiomics: bins of fixed width begin at a multiple of it. */
    private static LevelRegion levels(Region region, String settings) throws Exception {
        int width = settings.equals("binwidth5") ? 5 : settings.startsWith("bincount") ? 0 : 25;
        if (width == 0) return LevelRegion.of(region, new Binning.FixedNumber(32), Double.NaN);
        return LevelRegion.of(region, new Binning.FixedWidth(width), width * Math.floor(region.min() / width));
    }

    private static void names(String family, String prefix, String pairs) {
        String[] words = pairs.split(" ");
        assertTrue(words.length % 2 == 0);
        for (int i = 0; i < words.length; i += 2) TAGS.put(family + " " + words[i], prefix + "_" + words[i + 1]);
    }
}
