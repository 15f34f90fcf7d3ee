package org.ichradiomics.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.scan.Excerpt;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Marked;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Every perturbation against an independent program of NumPy and SciPy (README.md beside the oracle): the masks voxel
 * for voxel, and numbers of first order, which tell the values under the mask.
 *
 * <p>Covers Perturbed, RandomFields.
 */
class PerturbationTest {

    private static final Path ORACLE = Shared.of("perturbation");

    private static Perturbed read(String id) throws InvalidInputException {
        Scan scan = Nifti.readScan(ORACLE.resolve(id + "_hu.nii.gz"));
        var mask =
                Nifti.readLabels(ORACLE.resolve(id + "_mask.nii.gz")).onto(scan).select("1");
        return Perturbed.of(new Excerpt(scan, Marked.of(new Lesion("", "", mask, List.of()))), new RandomFields());
    }

    @ParameterizedTest
    @ValueSource(strings = {"case00", "case01", "case02", "case03", "case04", "case05", "case06", "case07"})
    void numbersUnderTheMaskAreTheOracles(String id) throws InvalidInputException {
        FeatureTable expected = FeatureTableCsv.read(ORACLE.resolve("expected.csv"));
        Perturbed original = read(id);
        int first = expected.texts("case").indexOf(id);
        for (int p = 0; p < Perturbation.ALL.size(); p++) {
            Perturbation perturbation = Perturbation.ALL.get(p);
            String what = id + " " + perturbation.name();
            assertEquals(expected.texts("perturbation").get(first + p), perturbation.name());
            Perturbed changed = perturbation.change().apply(original);
            assertEquals(expected.values("voxels")[first + p], changed.voxels(), what);
            assertEquals(expected.values("dice_to_original")[first + p], changed.dice(original), 5.1e-7, what);
            Map<String, Double> found = firstOrder(Region.of(changed.image(), changed.mask()));
            for (Map.Entry<String, Double> one : found.entrySet()) {
                double value = expected.values(one.getKey())[first + p];
                assertEquals(value, one.getValue(), 1e-6 * Math.abs(value), what + " " + one.getKey());
            }
        }
    }

    @Test
    void masksAreTheOraclesToTheVoxel() throws InvalidInputException {
        Perturbed original = read("case00");
        for (Perturbation perturbation : Perturbation.ALL) {
            if (perturbation == Perturbation.ORIGINAL) continue;
            var expected = Nifti.readLabels(ORACLE.resolve("masks_case00_" + perturbation.name() + ".nii.gz"))
                    .select("1");
            var found = perturbation.change().apply(original).mask().view();
            List<Boolean> inside = new ArrayList<>();
            Views.flatIterable(found).forEach(voxel -> inside.add(voxel.get()));
            List<Boolean> wanted = new ArrayList<>();
            Views.flatIterable(Views.interval(expected, found)).forEach(voxel -> wanted.add(voxel.get()));
            assertEquals(wanted, inside, perturbation.name());
        }
    }

    /** After PyRadiomics, binWidth 5. */
    private static Map<String, Double> firstOrder(Region region) {
        double[] hu = IntStream.range(0, region.size())
                .mapToDouble(region::hu)
                .sorted()
                .toArray();
        double mean = Arrays.stream(hu).average().orElseThrow();
        double[] moments = new double[5];
        for (int k = 2; k < 5; k++) {
            int power = k;
            moments[k] = Arrays.stream(hu)
                    .map(v -> Math.pow(v - mean, power))
                    .average()
                    .orElseThrow();
        }
        Map<Double, Integer> levels = new TreeMap<>();
        for (double value : hu) levels.merge(Math.floor(value / 5), 1, Integer::sum);
        double entropy = levels.values().stream()
                .mapToDouble(n -> -(double) n / hu.length * Math.log((double) n / hu.length) / Math.log(2))
                .sum();
        Map<String, Double> found = new HashMap<>();
        found.put("volume_ml", region.volume() / 1000);
        found.put("mean", mean);
        found.put("sd", Math.sqrt(moments[2]));
        found.put("skewness", moments[3] / Math.pow(moments[2], 1.5));
        found.put("kurtosis", moments[4] / moments[2] / moments[2]);
        found.put("p10", percentile(hu, 0.1));
        found.put("p90", percentile(hu, 0.9));
        found.put("entropy", entropy);
        return found;
    }

    private static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        double above = sorted[Math.min(sorted.length - 1, below + 1)];
        return sorted[below] + (place - below) * (above - sorted[below]);
    }

    @Test
    void groupsBeginWithTheOriginal() {
        assertEquals(
                "volume 7, shift 5, contour 4, noise 3, rotate 3, all 19",
                String.join(
                        ", ",
                        Perturbation.GROUPS.entrySet().stream()
                                .map(group ->
                                        group.getKey() + " " + group.getValue().size())
                                .toList()));
        Perturbation.GROUPS.values().forEach(names -> assertEquals("original", names.get(0)));
    }

    /** java.util.SplittableRandom, OpenJDK 17, and the pairs of Box and Muller. */
    @Test
    void numbersFromTheMiddleAreThoseOfTheWholeRow() {
        SplittableRandom random = new SplittableRandom(42);
        double u1 = random.nextDouble();
        double u2 = random.nextDouble();
        assertEquals(0.7415648787718233, u1);
        assertEquals(0.1599103928769201, u2);
        double[] all = new double[9];
        new NormalNumbers(42).fill(0, all);
        assertEquals(Math.sqrt(-2 * Math.log(1 - u1)) * Math.cos(2 * Math.PI * u2), all[0], 1e-15);
        assertEquals(Math.sqrt(-2 * Math.log(1 - u1)) * Math.sin(2 * Math.PI * u2), all[1], 1e-15);
        for (int from = 1; from < 7; from++) {
            double[] some = new double[2];
            new NormalNumbers(42).fill(from, some);
            assertArrayEquals(Arrays.copyOfRange(all, from, from + 2), some);
        }
    }

    @Test
    void aFieldIsTheSameWhateverElseWasAskedFor() {
        VoxelGrid grid = new VoxelGrid(12, 9, 3, new Spacing(0.5, 0.7, 5));
        RandomFields fields = new RandomFields();
        double[] first = fields.slice(1, grid, 2);
        for (int seed = 2; seed < 20; seed++) fields.slice(seed, grid, 0);
        assertArrayEquals(first, fields.slice(1, grid, 2));
        double sum = 0;
        double squares = 0;
        for (int z = 0; z < 3; z++) {
            for (double value : fields.slice(1, grid, z)) {
                sum += value;
                squares += value * value;
            }
        }
        assertEquals(0, sum, 1e-10);
        assertEquals(grid.size(), squares, 1e-9);
    }

    /** A voxel in the corner leaves the picture; what is then measured has no voxels, and says so by being empty. */
    @Test
    void masksAtTheBorderMayBeLost() throws InvalidInputException {
        double[] hu = new double[36];
        Arrays.fill(hu, 60);
        var image = ArrayImgs.doubles(hu, 6, 6, 1);
        Geometry grid = Geometry.stored(6, 6, 1, new Spacing(1, 1, 5), null, List.of());
        Lesion voxel = new Lesion("", "", ArrayImgs.booleans(new boolean[] {true}, 1, 1, 1), List.of());
        Perturbed corner =
                Perturbed.of(new Excerpt(Scan.of("corner", image, grid), Marked.of(voxel)), new RandomFields());
        assertEquals(0, corner.shifted(-1, 0).voxels());
        assertEquals(0, corner.shifted(-1, 0).rotated(5).voxels());
        assertEquals(0, corner.shifted(0, -1).volume(0.2).voxels());
        assertEquals(1, corner.volume(0.2).voxels());
        assertEquals(2, corner.volume(0.5).voxels());
        assertEquals(0, corner.noise());
    }
}
