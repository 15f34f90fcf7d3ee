package org.ichradiomics.measure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Test;

import org.ichradiomics.Shared;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.filter.ReferenceMap;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Features of response maps: the values of IBSI 2, phase 2, where the CT phantom is there, and what a settings file
 * makes of filters.
 *
 * <p>Covers IbsiFamily.
 */
class FilteredFeaturesTest {

    @Test
    void theNamesThatAreSaidAreTheFirstAndTheLast() {
        List<IbsiSettings> all = Ibsi2Configuration.all();
        assertEquals(
                Ibsi2Configuration.NAMES,
                all.get(0).name() + " … " + all.get(all.size() - 1).name());
    }

    private static final Spacing MM = new Spacing(1, 1, 1);
    private static final IbsiFilter MEAN =
            ReferenceMap.named("1.b.1").orElseThrow().filter();
    private static final IbsiFilter LAWS =
            ReferenceMap.named("3.a.3").orElseThrow().filter();

    /** As strictly as the published check: within the tolerance, without half a digit more. */
    @Test
    void everyPublishedValue() throws Exception {
        Path phantom = Shared.of("ibsi/ct_phantom");
        Scan scan = Nifti.readScan(phantom.resolve("image.nii.gz"));
        RandomAccessibleInterval<NativeBoolType> mask =
                Nifti.readLabels(phantom.resolve("mask.nii.gz")).onto(scan).select("any");
        List<String> rows = Files.readAllLines(Shared.of("ibsi2/reference_values.csv"));
        List<String> misses = new ArrayList<>();
        int met = 0;
        for (IbsiSettings settings : Ibsi2Configuration.all()) {
            IbsiResult result = new IbsiExtractor(settings)
                    .measure(scan, Region.of(scan.hu(), mask, scan.spacing()), Progress.NONE);
            for (String row : rows) {
                String[] c = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                if (!c[0].equals(settings.name())) continue;
                boolean isMet = Math.abs(result.get(c[5]) - Double.parseDouble(c[8])) <= Double.parseDouble(c[9]);
                if (isMet) met++;
                else misses.add(row + ": " + result.get(c[5]));
            }
        }
        assertEquals(List.of(), misses);
        assertEquals(323, met);
    }

    private static double[] hu() {
        return new SplittableRandom(7)
                .ints(20 * 18 * 16, 0, 90)
                .asDoubleStream()
                .toArray();
    }

    private static RandomAccessibleInterval<DoubleType> image() {
        return ArrayImgs.doubles(hu(), 20, 18, 16);
    }

    private static RandomAccessibleInterval<NativeBoolType> mask() {
        boolean[] inside = new boolean[20 * 18 * 16];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = Math.hypot(Math.hypot(i % 20 - 9, i / 20 % 18 - 8), i / 360 - 7) < 5;
        }
        return ArrayImgs.booleans(inside, 20, 18, 16);
    }

    private static IbsiSettings settings(Set<IbsiFamily> families, boolean unfiltered, IbsiFilter... filters) {
        return new IbsiSettings(
                "test",
                Set.of(Approach.IN_VOLUME),
                false,
                Optional.empty(),
                Resegmentation.range(10, 80),
                new Binning.FixedNumber(16),
                new Binning.None(),
                families,
                new MeasuredImages(unfiltered, List.of(filters)));
    }

    /** Re-segmented by the unfiltered image, filtered as a whole. */
    @Test
    void statisticsAreThoseOfTheMapUnderTheMaskOfTheImage() throws Exception {
        IbsiResult result = new IbsiExtractor(settings(EnumSet.of(IbsiFamily.STATISTICS), false, LAWS))
                .measure(image(), mask(), MM);
        VoxelImage map = LAWS.of(VoxelImage.of(image(), MM));
        boolean[] kept = new boolean[map.grid().size()];
        double[] hu = hu();
        RandomAccessibleInterval<NativeBoolType> mask = mask();
        for (int i = 0; i < kept.length; i++) {
            kept[i] = mask.getAt(i % 20, i / 20 % 18, i / 360).get() && hu[i] >= 10 && hu[i] <= 80;
        }
        Region region = Region.of(map.view(), ArrayImgs.booleans(kept, 20, 18, 16), MM);
        assertEquals(region.mean(), result.get("stat_mean"), 1e-12 * Math.abs(region.mean()));
        assertEquals(region.min(), result.get("stat_min"));
        assertEquals(region.max(), result.get("stat_max"));
        assertEquals(18, result.values().size());
    }

    @Test
    void columnsSayTheFilterAndTheImageItselfHasThemAsBefore() throws Exception {
        IbsiExtractor plain = new IbsiExtractor(settings(EnumSet.allOf(IbsiFamily.class), true));
        IbsiExtractor both = new IbsiExtractor(settings(EnumSet.allOf(IbsiFamily.class), true, MEAN, LAWS));
        List<String> names = both.features().stream().map(Feature::name).toList();
        List<String> before = plain.features().stream().map(Feature::name).toList();
        int filtered = before.size() - 29;
        assertEquals(before, names.subList(0, before.size()));
        assertEquals(before.size() + 2 * filtered, names.size(), "the shape is measured once");
        assertEquals(names.size(), Set.copyOf(names).size());
        assertTrue(names.contains("mean_support15_2D_zero__stat_mean"));
        assertTrue(names.contains("laws_kernelE5L5S5_energy_delta7_3D_zero_rotationmax__cm_joint_max_3D_mrg"));
        IbsiResult result = both.measure(image(), mask(), MM);
        assertEquals(
                names, result.vector().features().stream().map(Feature::name).toList());
        double[] alone = plain.measure(image(), mask(), MM).values().stream()
                .mapToDouble(IbsiValue::value)
                .toArray();
        for (int i = 0; i < alone.length; i++)
            assertEquals(alone[i], result.values().get(i).value(), names.get(i));
        assertTrue(
                result.rows().get(before.size()).startsWith("test,VJGA,mean_support15_2D_zero__loc_peak_loc,3D,"),
                result.rows().get(before.size()));
    }

    @Test
    void familiesThatAreNotNamedAreNotMeasured() throws Exception {
        IbsiResult result = new IbsiExtractor(settings(EnumSet.of(IbsiFamily.GLCM, IbsiFamily.STATISTICS), true))
                .measure(image(), mask(), MM);
        assertEquals(18 + 2 * 25, result.values().size());
        assertEquals(
                Set.of(IbsiFamily.GLCM, IbsiFamily.STATISTICS),
                Set.copyOf(result.values().stream()
                        .map(v -> v.feature().family())
                        .distinct()
                        .toList()));
    }

    @Test
    void aFilteredFeatureSaysWhereItComesFrom() {
        Feature feature = new IbsiExtractor(settings(EnumSet.of(IbsiFamily.STATISTICS), false, MEAN))
                .features()
                .get(0);
        assertTrue(
                feature.formula().endsWith(", of the response to g(k) = 1 / Mᴰ over M voxels along each of D axes"),
                feature.formula());
        assertTrue(feature.source().contains("; IBSI 2 (Whybra"), feature.source());
        assertFalse(feature.name().contains(","), "names stand in a CSV header");
    }

    @Test
    void throughThickSlicesIsRefused() {
        IbsiExtractor extractor = new IbsiExtractor(settings(EnumSet.of(IbsiFamily.STATISTICS), false, LAWS));
        assertTrue(assertThrows(
                        InvalidInputException.class, () -> extractor.measure(image(), mask(), new Spacing(0.5, 0.5, 5)))
                .getMessage()
                .contains("needs cubic voxels"));
    }
}
