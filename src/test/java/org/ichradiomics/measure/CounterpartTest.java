package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Descriptor;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.feature.Vocabulary;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.LevelRegion;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.texture.CooccurrenceMatrix;
import org.ichradiomics.texture.Direction;
import org.ichradiomics.texture.HaralickDescriptors;
import org.ichradiomics.texture.OneDirection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the AK catalogue declares to be the same elsewhere is the same on every lesion, and what it declares to be a
 * look-alike differs, the grey levels being the same: against the IBSI catalogue on whole numbers, and against values
 * of PyRadiomics.
 *
 * <p>Covers Vocabulary.
 */
class CounterpartTest {

    private static final int BINS = 32;

    /** Where the same quantity is put on another scale: its value elsewhere ÷ its value here, B = {@value #BINS}. */
    private static final Map<String, Double> SCALE = scales(BINS);

    /** These know no lengths, so only a lesion with 0 HU and gaps tells them apart. */
    private static final Set<String> OF_LEVELS =
            Set.of("LowGreyLevelRunEmphasis", "HighGreyLevelRunEmphasis", "GreyLevelNonuniformity");

    /** Id → counterparts. */
    private static final Map<String, List<Counterpart>> IBSI =
            IbsiCatalogue.of(EnumSet.allOf(Approach.class)).features().stream()
                    .collect(Collectors.toMap(IbsiFeature::id, IbsiFeature::counterparts, (a, b) -> a));

    /** A lesion under both catalogues, in the same grey levels. */
    private record Both(FeatureVector ak, IbsiResult ibsi, OneDirection directions) {

        /**
         * @param low what AK's lowest grey level holds; with {@code origin} 0, the level 1 of IBSI too
         * @param mask 48 × 44 × slices
         */
        static Both of(double[] hu, boolean[] mask, int slices, int low, Binning binning, Resegmentation range)
                throws Exception {
            long[] size = {48, 44, slices};
            Spacing spacing = new Spacing(0.5, 0.75, 2);
            Region region = Region.of(ArrayImgs.doubles(hu, size), ArrayImgs.booleans(mask, size), spacing);
            IbsiSettings settings = new IbsiSettings(
                    "same", EnumSet.allOf(Approach.class), false, Optional.empty(), range, binning, new Binning.None());
            return new Both(
                    Extractor.with(new ExtractionSettings(
                                    Catalogue.AK, new Discretisation(BINS, low, low + BINS - 1, Double.NaN)))
                            .measure(region),
                    new IbsiExtractor(settings)
                            .measure(ArrayImgs.doubles(hu, size), ArrayImgs.booleans(mask, size), spacing),
                    new OneDirection(
                            LevelRegion.of(region, binning, range.low()).within(region)));
        }

        /** What IBSI has in the place of an AK feature: one value, or of zones the three that it might be. */
        double[] ibsi(Feature feature, String id) {
            return switch (feature.family()) {
                case "GLCM", "Run length" ->
                    new double[] {
                        feature.name().contains("AllDirection")
                                ? ibsi(id, Aggregation.DIRECTIONS_MERGED)
                                : directions.of(id, feature.name().replaceFirst(".*_(angle\\d+)_.*", "$1"))
                    };
                case "Haralick" -> new double[] {ibsi(id, Aggregation.SLICES_ALL_MERGED)};
                case "Size zone" ->
                    new double[] {
                        ibsi(id, Aggregation.BY_SLICE),
                        ibsi(id, Aggregation.SLICES_TOGETHER),
                        ibsi(id, Aggregation.BY_VOLUME)
                    };
                default -> new double[] {ibsi(id, Aggregation.WHOLE)};
            };
        }

        private double ibsi(String id, Aggregation aggregation) {
            return ibsi.values().stream()
                    .filter(v -> v.feature().id().equals(id) && v.feature().aggregation() == aggregation)
                    .mapToDouble(v -> v.value())
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + id + " under " + aggregation));
        }
    }

    /** Levels 1..32 in five slices: IBSI takes them as they are, AK's bins are one each. */
    private static Both levels() throws Exception {
        return Both.of(patches(1, 5), gaps(5), 5, 1, new Binning.None(), Resegmentation.NONE);
    }

    private static Both levelsInOneSlice() throws Exception {
        return Both.of(patches(1, 1), gaps(1), 1, 1, new Binning.None(), Resegmentation.NONE);
    }

    /** 0..31 HU: the level of 0 HU goes on in AK's background. */
    private static Both withZeros() throws Exception {
        return Both.of(patches(0, 5), gaps(5), 5, 0, new Binning.FixedWidth(1), Resegmentation.range(0, BINS - 1));
    }

    @Test
    void whatIsTheSameInIbsiIsTheSameOnEveryLesion() throws Exception {
        List<String> misses = new ArrayList<>();
        Set<String> proven = new TreeSet<>();
        for (Both lesion : List.of(levels(), levelsInOneSlice(), withZeros())) {
            for (Feature feature : Catalogue.AK.features()) {
                for (Counterpart c : in(Vocabulary.IBSI, feature)) {
                    if (!c.same()) continue;
                    double here = lesion.ak.get(feature.name()) * SCALE.getOrDefault(feature.name(), 1.0);
                    double[] there = lesion.ibsi(feature, c.name());
                    assertEquals(1, there.length);
                    proven.add(feature.name());
                    boolean agree = c.remark().endsWith("within 1 %")
                            ? Math.abs(here / there[0] - 1) <= 0.01
                            : near(here, there[0]);
                    if (!agree) misses.add(feature.name() + " " + here + " but " + c.name() + " " + there[0]);
                }
            }
        }
        assertEquals(List.of(), misses);
        // 5 statistics, 5 formulas of pairs in 1 + 4 ways, 9 of Haralick's, 3 of form.
        assertEquals(5 + 5 * 5 + 9 + 3, proven.size());
    }

    @Test
    void whatIsUnlikeInIbsiDiffers() throws Exception {
        Both levels = levels();
        Both slice = levelsInOneSlice();
        Both zeros = withZeros();
        List<String> alike = new ArrayList<>();
        int compared = 0;
        for (Feature feature : Catalogue.AK.features()) {
            for (Counterpart c : in(Vocabulary.IBSI, feature)) {
                if (c.same()) continue;
                compared++;
                boolean ofLevels = OF_LEVELS.stream().anyMatch(feature.name()::startsWith)
                        && feature.name().endsWith("_offset1");
                if (ofLevels)
                    assertTrue(
                            near(levels.ak.get(feature.name()), levels.ibsi(feature, c.name())[0]),
                            feature.name() + " without 0 HU");
                Both lesion = ofLevels ? zeros : levels;
                if (!differs(feature, c, lesion)) alike.add(feature.name() + " and " + c.name());
                // In several slices a zone feature would differ for that alone.
                if (feature.family().equals("Size zone") && !differs(feature, c, slice))
                    alike.add(feature.name() + " in one slice and " + c.name());
            }
        }
        assertEquals(List.of(), alike);
        // 8 formulas of pairs and 10 of runs, in 1 + 4 ways at 3 offsets, less the same ones; the rest by family.
        assertEquals((8 + 10) * 5 * 3 - 5 * 5 + 13 + 1 + 6 + 11, compared);
    }

    private static boolean differs(Feature feature, Counterpart counterpart, Both lesion) {
        double here = lesion.ak.get(feature.name());
        return Double.isFinite(here)
                && DoubleStream.of(lesion.ibsi(feature, counterpart.name())).allMatch(there -> apart(here, there));
    }

    /** A direction without a pair: IBSI leaves it out. */
    @Test
    void aDirectionWithoutPairsIsWhereTheMeansPart() throws Exception {
        boolean[] row = new boolean[48 * 44];
        for (int x = 5; x < 40; x++) row[20 * 48 + x] = true;
        double[] hu = patches(1, 1);
        Region region =
                Region.of(ArrayImgs.doubles(hu, 48, 44, 1), ArrayImgs.booleans(row, 48, 44, 1), new Spacing(1, 1, 1));
        FeatureVector ak = Extractor.with(
                        new ExtractionSettings(Catalogue.AK, new Discretisation(BINS, 1, BINS, Double.NaN)))
                .measure(region);
        assertEquals(Double.NaN, ak.get("Inertia_AllDirection_offset1"));
        IbsiSettings settings = new IbsiSettings(
                "row",
                Set.of(Approach.IN_SLICES),
                false,
                Optional.empty(),
                Resegmentation.NONE,
                new Binning.None(),
                new Binning.None());
        IbsiResult ibsi = new IbsiExtractor(settings)
                .measure(ArrayImgs.doubles(hu, 48, 44, 1), ArrayImgs.booleans(row, 48, 44, 1), new Spacing(1, 1, 1));
        double contrast = ibsi.values().stream()
                .filter(v -> v.feature().column().equals("cm_contrast_2.5D_dmrg"))
                .findFirst()
                .orElseThrow()
                .value();
        assertEquals(ak.get("Inertia_angle0_offset1"), contrast, 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny0", "tiny1"})
    void agreesWithPyRadiomicsWhereItSaysSo(String volume) throws Exception {
        PyRadiomics expected = PyRadiomics.of(volume);
        Region region = expected.region();
        Discretisation grey = binsOfFive(region);
        FeatureVector ak =
                Extractor.with(new ExtractionSettings(Catalogue.AK, grey)).measure(region);
        List<String> misses = new ArrayList<>();
        int same = 0;
        Set<String> unlike = new TreeSet<>();
        for (Feature feature : Catalogue.AK.features()) {
            for (Counterpart c : in(Vocabulary.PYRADIOMICS, feature)) {
                if (feature.family().equals("Haralick") || !c.same() && impliedByIbsi(feature, c)) continue;
                double here = ak.get(feature.name()) * scales(grey.bins()).getOrDefault(feature.name(), 1.0);
                double there = there(feature, c.name(), expected);
                if (c.same()) same++;
                else unlike.add(feature.name());
                boolean right = c.same()
                        ? near(here, there) || c.remark().endsWith("within 1 %") && Math.abs(here / there - 1) < 0.01
                        : apart(here, there);
                if (!right) misses.add(feature.name() + " " + here + ": " + c.text() + " " + there);
            }
        }
        assertEquals(List.of(), misses);
        assertEquals(5 + 5 * 5 + 3, same);
        assertEquals(Set.of("stdDeviation", "kurtosis"), unlike);
    }

    /**
     * Whether the look-alike is what IBSI's look-alike is: then IBSI's values, on a lesion made to show the difference,
     * are the proof. On these two, which are small and without 0 HU, many look-alikes have the same value.
     */
    private static boolean impliedByIbsi(Feature feature, Counterpart pyRadiomics) {
        return in(Vocabulary.IBSI, feature).stream()
                .filter(c -> !c.same())
                .flatMap(c -> IBSI.get(c.name()).stream())
                .anyMatch(c -> c.same() && c.name().equals(pyRadiomics.name()));
    }

    /** PyRadiomics has no value of directions merged, so each formula is read on the matrix of one direction. */
    @ParameterizedTest
    @ValueSource(strings = {"tiny0", "tiny1"})
    void haralicksFormulasAreThoseOfPyRadiomicsInEachDirection(String volume) throws Exception {
        PyRadiomics expected = PyRadiomics.of(volume);
        Region region = expected.region();
        Discretisation grey = binsOfFive(region);
        Map<String, Double> scale = scales(grey.bins());
        for (Direction d : Direction.IN_PLANE) {
            CooccurrenceMatrix matrix =
                    CooccurrenceMatrix.matrices(region, grey).along(d);
            for (Descriptor<CooccurrenceMatrix> formula : HaralickDescriptors.ALL) {
                List<Counterpart> counterparts = formula.counterparts().stream()
                        .filter(c -> c.vocabulary() == Vocabulary.PYRADIOMICS)
                        .toList();
                assertEquals(1, counterparts.size());
                double here = formula.of(matrix) * scale.getOrDefault(formula.label(), 1.0);
                double there = expected.value("binwidth5", counterparts.get(0).name(), d.dx(), d.dy(), d.dz());
                assertEquals(
                        counterparts.get(0).same(), near(here, there), formula.label() + " " + here + " and " + there);
            }
        }
    }

    /** The same as the same is the same, and unlike the same is unlike. */
    @Test
    void theThreeVocabulariesDoNotContradictEachOther() {
        int chains = 0;
        for (Feature feature : Catalogue.AK.features()) {
            for (Counterpart ibsi : in(Vocabulary.IBSI, feature)) {
                assertTrue(IBSI.containsKey(ibsi.name()), feature.name() + ": IBSI has no " + ibsi.name());
                for (Counterpart pyRadiomics : IBSI.get(ibsi.name())) {
                    if (!pyRadiomics.same()) continue;
                    List<Counterpart> direct = in(Vocabulary.PYRADIOMICS, feature).stream()
                            .filter(c -> c.name().equals(pyRadiomics.name()))
                            .toList();
                    assertEquals(
                            List.of(ibsi.same()),
                            direct.stream().map(Counterpart::same).toList(),
                            feature.name() + ", " + ibsi.name() + ", " + pyRadiomics.name());
                    chains++;
                }
            }
        }
        assertTrue(chains > 300, "only " + chains);
    }

    @Test
    void whatVariesOverDirectionsIsNowhereElse() {
        for (Feature feature : Catalogue.AK.features()) {
            if (feature.name().endsWith("_SD")) assertEquals(List.of(), feature.counterparts(), feature.name());
        }
    }

    @Test
    void aLookAlikeHasAReason() {
        assertThrows(IllegalArgumentException.class, () -> Counterpart.unlike(Vocabulary.IBSI, "ECT3", " "));
        assertEquals(
                "≠ ECT3: divides by N − 1",
                Counterpart.unlike(Vocabulary.IBSI, "ECT3", "divides by N − 1").text());
        assertEquals(
                "YEKZ (÷ 1000)",
                Counterpart.same(Vocabulary.IBSI, "YEKZ", "÷ 1000").text());
        assertEquals(
                "≠ ECT3: at offset 4; divides by N − 1",
                Counterpart.unlike(Vocabulary.IBSI, "ECT3", "divides by N − 1")
                        .apart("at offset 4")
                        .text());
        assertFalse(
                Counterpart.same(Vocabulary.IBSI, "8ZQL").apart("at offset 4").same());
    }

    private static double there(Feature feature, String name, PyRadiomics expected) {
        if (!Set.of("GLCM", "Run length").contains(feature.family())) return expected.value("binwidth5", name);
        return Direction.IN_PLANE.stream()
                .filter(d -> feature.name().contains("AllDirection")
                        || feature.name().contains(d.name() + "_"))
                .mapToDouble(d -> expected.value("binwidth5", name, d.dx(), d.dy(), d.dz()))
                .average()
                .orElseThrow();
    }

    /** AK's bins for pairs, on [low, high + 1], where PyRadiomics' of width 5 are. */
    private static Discretisation binsOfFive(Region region) {
        int first = (int) Math.floor(region.min() / 5);
        int bins = (int) Math.floor(region.max() / 5) - first + 1;
        return new Discretisation(bins, 5 * first, 5 * (first + bins) - 1, Double.NaN);
    }

    private static Map<String, Double> scales(int b) {
        double log2 = Math.log(b) / Math.log(2);
        return Map.of(
                "VolumeCC",
                1000.0,
                "HaraEntroy",
                2 * log2,
                "contrast",
                Math.pow(b - 1, 2),
                "HaraVariance",
                Math.pow((b - 1) / 2.0, 2),
                "sumAverage",
                2.0 * b,
                "sumVariance",
                Math.pow(b - 1, 2),
                "sumEntropy",
                Math.log(2 * b - 1) / Math.log(2),
                "differenceVariance",
                Math.pow((b - 1) / 2.0, 2),
                "differenceEntropy",
                log2);
    }

    private static List<Counterpart> in(Vocabulary vocabulary, Feature feature) {
        return feature.counterparts().stream()
                .filter(c -> c.vocabulary() == vocabulary)
                .toList();
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
    }

    private static boolean apart(double a, double b) {
        return Math.abs(a - b) > 1e-5 * Math.max(Math.abs(a), Math.abs(b));
    }

    /** Whole numbers from, …, from + 31, each like a neighbour with even odds, so that there are runs and zones. */
    private static double[] patches(int from, int slices) {
        SplittableRandom random = new SplittableRandom(5);
        double[] hu = new double[48 * 44 * slices];
        for (int i = 0; i < hu.length; i++) {
            int behind = List.of(1, 47, 48, 49).get(random.nextInt(4));
            hu[i] = i >= behind && random.nextInt(10) < 6
                    ? hu[i - behind]
                    : from + random.nextInt(BINS) * random.nextInt(BINS) / (BINS - 1);
        }
        hu[20 * 48 + 20] = from + BINS - 1;
        return hu;
    }

    /** An ellipse in every slice with holes at random. */
    private static boolean[] gaps(int slices) {
        SplittableRandom random = new SplittableRandom(6);
        boolean[] mask = new boolean[48 * 44 * slices];
        for (int i = 0; i < mask.length; i++) {
            double x = (i % 48 - 23.5) / 23;
            double y = (i / 48 % 44 - 21.5) / 21;
            mask[i] = x * x + y * y < 1 && random.nextInt(10) > 0;
        }
        mask[20 * 48 + 20] = true;
        return mask;
    }
}
