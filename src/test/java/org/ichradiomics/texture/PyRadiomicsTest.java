package org.ichradiomics.texture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.format.Labels;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.format.Scan;
import org.ichradiomics.grey.LevelVolume;
import org.ichradiomics.region.Region;

/**
 * Every texture value of PyRadiomics 3.1 on two small volumes, direction by direction, where it is the same quantity: all but MCC, which
 * IBSI does not have.
 */
class PyRadiomicsTest {

    private static final Path SHARED = Path.of("../shared/pyradiomics");

    /** PyRadiomics' name → tag. */
    private static final Map<String, String> TAGS = new HashMap<>();

    static {
        names("glcm", "cm", "MaximumProbability joint_max JointAverage joint_avg SumSquares joint_var JointEntropy joint_entr "
                + "DifferenceAverage diff_avg DifferenceVariance diff_var DifferenceEntropy diff_entr SumAverage sum_avg "
                + "SumEntropy sum_entr JointEnergy energy Contrast contrast Id inv_diff Idn inv_diff_norm Idm inv_diff_mom "
                + "Idmn inv_diff_mom_norm InverseVariance inv_var Correlation corr Autocorrelation auto_corr ClusterTendency clust_tend "
                + "ClusterShade clust_shade ClusterProminence clust_prom Imc1 info_corr1 Imc2 info_corr2");
        names("glrlm", "rlm", "ShortRunEmphasis sre LongRunEmphasis lre LowGrayLevelRunEmphasis lgre HighGrayLevelRunEmphasis hgre "
                + "ShortRunLowGrayLevelEmphasis srlge ShortRunHighGrayLevelEmphasis srhge LongRunLowGrayLevelEmphasis lrlge "
                + "LongRunHighGrayLevelEmphasis lrhge GrayLevelNonUniformity glnu GrayLevelNonUniformityNormalized glnu_norm "
                + "RunLengthNonUniformity rlnu RunLengthNonUniformityNormalized rlnu_norm RunPercentage r_perc GrayLevelVariance gl_var "
                + "RunVariance rl_var RunEntropy rl_entr");
        names("glszm", "szm", "SmallAreaEmphasis sze LargeAreaEmphasis lze LowGrayLevelZoneEmphasis lgze HighGrayLevelZoneEmphasis hgze "
                + "SmallAreaLowGrayLevelEmphasis szlge SmallAreaHighGrayLevelEmphasis szhge LargeAreaLowGrayLevelEmphasis lzlge "
                + "LargeAreaHighGrayLevelEmphasis lzhge GrayLevelNonUniformity glnu GrayLevelNonUniformityNormalized glnu_norm "
                + "SizeZoneNonUniformity zsnu SizeZoneNonUniformityNormalized zsnu_norm ZonePercentage z_perc GrayLevelVariance gl_var "
                + "ZoneVariance zs_var ZoneEntropy zs_entr");
        names("gldm", "ngl", "SmallDependenceEmphasis lde LargeDependenceEmphasis hde LowGrayLevelEmphasis lgce HighGrayLevelEmphasis hgce "
                + "SmallDependenceLowGrayLevelEmphasis ldlge SmallDependenceHighGrayLevelEmphasis ldhge "
                + "LargeDependenceLowGrayLevelEmphasis hdlge LargeDependenceHighGrayLevelEmphasis hdhge GrayLevelNonUniformity glnu "
                + "DependenceNonUniformity dcnu DependenceNonUniformityNormalized dcnu_norm GrayLevelVariance gl_var "
                + "DependenceVariance dc_var DependenceEntropy dc_entr");
        names("ngtdm", "ngt", "Coarseness coarseness Contrast contrast Busyness busyness Complexity complexity Strength strength");
    }

    @ParameterizedTest
    @CsvSource({"tiny0,default", "tiny0,binwidth5", "tiny0,bincount32", "tiny0,bincount32_2d",
            "tiny1,default", "tiny1,binwidth5", "tiny1,bincount32", "tiny1,bincount32_2d"})
    void agreesInEveryDirection(String volume, String settings) throws Exception {
        assumeTrue(Files.isDirectory(SHARED), "../shared is not there");
        Approach approach = settings.endsWith("2d") ? Approach.IN_SLICES : Approach.IN_VOLUME;
        TextureMatrices matrices = TextureMatrices.of(lesion(volume, settings), approach);
        List<String> misses = new ArrayList<>();
        int compared = 0;
        for (String line : Files.readAllLines(SHARED.resolve("expected.csv"))) {
            String[] cells = line.split(",");
            String tag = TAGS.get(cells[2] + " " + cells[3]);
            if (!cells[0].equals(volume) || !cells[1].equals(settings) || tag == null) continue;
            double expected = Double.parseDouble(cells[5]);
            double value = value(tag, cells[4], matrices, approach);
            compared++;
            if (!(Math.abs(value - expected) <= 1e-9 * Math.max(1, Math.abs(expected)))) misses.add(line + ": was " + value);
        }
        assertEquals(List.of(), misses);
        int directions = approach == Approach.IN_SLICES ? 4 : 13;
        assertEquals((23 + 16) * (directions + 1) + 16 + 14 + 5, compared);
    }

    private static double value(String tag, String direction, TextureMatrices matrices, Approach approach) {
        double[] value = new double[1];
        for (TextureFamily<?> family : TextureFamily.ALL) value(family, tag, direction, matrices, approach, value);
        return value[0];
    }

    private static <M extends TextureMatrix<M>> void value(TextureFamily<M> family, String tag, String direction, TextureMatrices matrices,
            Approach approach, double[] value) {
        for (IbsiDescriptor<M> descriptor : family.descriptors()) {
            if (!descriptor.tag().equals(tag)) continue;
            // PyRadiomics has one matrix for all slices.
            List<M> all = family.matrices().apply(matrices).under(approach == Approach.IN_VOLUME
                    ? family.directional() ? Aggregation.VOLUME_AVERAGED : Aggregation.BY_VOLUME
                    : family.directional() ? Aggregation.DIRECTIONS_MERGED : Aggregation.SLICES_TOGETHER);
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
            if (a.dx() == d[0] && a.dy() == d[1] && a.dz() == d[2] || a.dx() == -d[0] && a.dy() == -d[1] && a.dz() == -d[2]) return c;
        }
        throw new AssertionError("no such direction: " + direction);
    }

    /** The discretisations of PyRadiomics. */
    private static LevelVolume lesion(String volume, String settings) throws Exception {
        Scan scan = Nifti.readScan(SHARED.resolve(volume + "_image.nii.gz"));
        Labels mask = Nifti.readLabels(SHARED.resolve(volume + "_mask.nii.gz")).onto(scan);
        Region region = Region.of(scan.hu(), mask.select("1"), scan.geometry().spacing().orElseThrow());
        double min = region.min();
        double range = region.max() - min;
        Function<Double, Integer> level = switch (settings) {
            case "default" -> x -> (int) (Math.floor(x / 25) - Math.floor(min / 25)) + 1;
            case "binwidth5" -> x -> (int) (Math.floor(x / 5) - Math.floor(min / 5)) + 1;
            default -> x -> Math.min(32, (int) (32 * (x - min) / range) + 1);
        };
        int[] levels = new int[region.boxSize()];
        for (int i = 0; i < region.size(); i++) levels[region.position(i)] = level.apply(region.hu(i));
        return LevelVolume.of(levels, region.box(0), region.box(1), region.box(2));
    }

    private static void names(String family, String prefix, String pairs) {
        String[] words = pairs.split(" ");
        assertTrue(words.length % 2 == 0);
        for (int i = 0; i < words.length; i += 2) TAGS.put(family + " " + words[i], prefix + "_" + words[i + 1]);
    }
}
