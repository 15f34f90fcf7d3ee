package org.ichradiomics.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiFamily;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.filter.ReferenceMap;
import org.ichradiomics.region.Binning;
import org.ichradiomics.region.Interpolation;
import org.ichradiomics.region.Region;
import org.ichradiomics.region.Slices;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * {@link Processing} of a box around the lesion against that of the whole image, which settings with a filter ask for:
 * the same bits, wherever the lesion lies ({@link VoxelBox}, {@link Slices}).
 */
class ProcessingTest {

    private static final Spacing MM = new Spacing(1.3, 1.1, 1.7);
    private static final IbsiFilter FILTER =
            ReferenceMap.named("1.b.1").orElseThrow().filter();

    /** One axis of each is longer than the reach of a spline's prefilter on both sides. */
    private static final List<int[]> SIZES =
            List.of(new int[] {190, 13, 11}, new int[] {13, 190, 11}, new int[] {13, 11, 190});

    static Stream<Arguments> lesions() {
        List<Arguments> all = new ArrayList<>();
        for (int[] size : SIZES) {
            for (double place : new double[] {0, 0.07, 0.5, 1}) {
                for (boolean round : new boolean[] {true, false}) {
                    all.add(Arguments.of(size, place, round, Optional.empty()));
                    double to = round ? 1 : 2.5;
                    for (Interpolation image : Interpolation.values()) {
                        for (Interpolation mask : EnumSet.of(image, Interpolation.LINEAR))
                            all.add(Arguments.of(
                                    size, place, round, Optional.of(new Regrid(List.of(to, to, to), image, mask))));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("lesions")
    void aBoxHoldsTheBitsOfTheWholeImage(int[] size, double place, boolean round, Optional<Regrid> regrid)
            throws Exception {
        RandomAccessibleInterval<DoubleType> image = image(size, round);
        Slices scan = Slices.of(image, MM);
        Region lesion = Region.of(image, mask(size, place), MM);
        IbsiSettings settings = settings(round, regrid, MeasuredImages.UNFILTERED);
        Processing box = Processing.of(scan, lesion, settings);
        Processing whole =
                Processing.of(scan, lesion, settings(round, regrid, new MeasuredImages(true, List.of(FILTER))));
        VoxelImage held = box.interpolated().image();
        VoxelImage all = whole.interpolated().image();
        assertEquals(VoxelBox.of(all.grid()), all.box());
        assertTrue(held.box().size() < all.box().size());
        for (int i = 0; i < held.box().size(); i++) {
            assertEquals(all.hu(all.box().index(column(held, i), row(held, i), slice(held, i))), held.hu(i));
        }
        assertSameValues(values(whole, settings), values(box, settings), round);
    }

    /**
     * Balls are differences of running sums, which begin where what is held begins: of whole numbers they are exact.
     */
    private static void assertSameValues(List<Double> whole, List<Double> box, boolean round) {
        List<IbsiFeature> features =
                IbsiCatalogue.of(EnumSet.allOf(Approach.class)).features();
        assertEquals(features.size(), box.size());
        for (int i = 0; i < box.size(); i++) {
            boolean exact = round || features.get(i).family() != IbsiFamily.LOCAL_INTENSITY;
            double tolerance = exact ? 0 : 1e-14 * Math.abs(whole.get(i));
            assertEquals(whole.get(i), box.get(i), tolerance, features.get(i).tag());
        }
    }

    private static int column(VoxelImage image, int i) {
        return image.box().x() + i % image.box().nx();
    }

    private static int row(VoxelImage image, int i) {
        return image.box().y() + i / image.box().nx() % image.box().ny();
    }

    private static int slice(VoxelImage image, int i) {
        return image.box().z() + i / image.box().nx() / image.box().ny();
    }

    private static List<Double> values(Processing processing, IbsiSettings settings) throws Exception {
        List<Double> values = new ArrayList<>();
        IbsiCatalogue.of(settings.approaches())
                .measure(processing.resegmented(), settings.resegmentation(), settings, Progress.NONE, values::add);
        return values;
    }

    /** Halfway up an edge between flat regions the spline is exactly halfway, and rounding decides by its last bit. */
    @Test
    void tiesFallAsInTheWholeImage() throws Exception {
        int[] size = {200, 12, 9};
        double[] hu = new double[200 * 12 * 9];
        for (int i = 0; i < hu.length; i++) hu[i] = i % 200 < 40 ? -1000 : i % 200 < 90 ? 35 : 60;
        RandomAccessibleInterval<DoubleType> image = ArrayImgs.doubles(hu, 200, 12, 9);
        Region lesion = Region.of(image, mask(size, 0.5), new Spacing(1, 1, 1));
        Slices scan = Slices.of(image, lesion.spacing());
        Optional<Regrid> regrid =
                Optional.of(new Regrid(List.of(0.5, 0.5, 0.5), Interpolation.CUBIC_SPLINE, Interpolation.LINEAR));
        IbsiSettings settings = settings(true, regrid, MeasuredImages.UNFILTERED);
        assertEquals(
                values(
                        Processing.of(scan, lesion, settings(true, regrid, new MeasuredImages(true, List.of(FILTER)))),
                        settings),
                values(Processing.of(scan, lesion, settings), settings));
    }

    @Test
    void withoutLocalIntensityNothingBeyondTheLesionIsHeld() throws Exception {
        int[] size = SIZES.get(0);
        RandomAccessibleInterval<DoubleType> image = image(size, true);
        Region lesion = Region.of(image, mask(size, 0.5), MM);
        IbsiSettings settings = new IbsiSettings(
                "test",
                EnumSet.allOf(Approach.class),
                true,
                Optional.empty(),
                Resegmentation.NONE,
                new Binning.FixedNumber(8),
                new Binning.None(),
                EnumSet.of(IbsiFamily.GLCM),
                MeasuredImages.UNFILTERED);
        Processing processing = Processing.of(Slices.of(image, MM), lesion, settings);
        assertEquals(VoxelBox.of(lesion), processing.interpolated().image().box());
    }

    /** Numbers on whole images, never held whole, against those of the image in memory ({@link ImageNumbers}). */
    @Test
    void wholeImagesAreSummedSliceBySlice() throws Exception {
        for (Optional<Regrid> regrid : List.of(
                Optional.<Regrid>empty(),
                Optional.of(new Regrid(List.of(1.0, 1.0, 1.7), Interpolation.CUBIC_SPLINE, Interpolation.LINEAR)),
                Optional.of(new Regrid(List.of(2.0, 2.0, 2.0), Interpolation.LINEAR, Interpolation.LINEAR)))) {
            IbsiSettings settings = settings(true, regrid, MeasuredImages.UNFILTERED);
            Slices scan = Slices.of(image(SIZES.get(1), false), MM);
            VoxelImage image = Processing.image(scan, settings);
            VoxelGrid grid = image.grid();
            double[] hu = IntStream.range(0, grid.size()).mapToDouble(image::hu).toArray();
            ImageNumbers numbers = ImageNumbers.interpolated(scan, ImageNumbers.initial(scan, settings), settings);
            double sum = 0;
            for (double value : hu) sum += value;
            double min = Arrays.stream(hu).min().orElseThrow();
            double max = Arrays.stream(hu).max().orElseThrow();
            assertEquals(new ImageNumbers(grid, sum / hu.length, min, max), numbers);
        }
    }

    @Test
    void storedValuesAreReadAlikeInEveryType() {
        short[] stored = {-1024, 0, 5, 32767, -32768, 7};
        Img<ShortType> shorts = ArrayImgs.shorts(stored, 3, 2, 1);
        Img<FloatType> floats = ArrayImgs.floats(new float[] {-1024, 0, 5, 32767, -32768, 7}, 3, 2, 1);
        for (RandomAccessibleInterval<? extends RealType<?>> image : List.of(shorts, floats, Views.zeroMin(shorts))) {
            double[] row = new double[4];
            Slices.of(image, 0.1, -3, MM).read(1, 1, 0, 2, row, 1);
            assertArrayEquals(new double[] {0, -32768 * 0.1 - 3, 7 * 0.1 - 3, 0}, row);
        }
    }

    /** A grown box ends where its grid does. */
    @Test
    void aBoxGrowsToTheBorder() {
        VoxelGrid grid = new VoxelGrid(10, 8, 1, MM);
        VoxelBox box = new VoxelBox(2, 3, 0, 4, 5, 1);
        assertEquals(new VoxelBox(0, 2, 0, 9, 6, 1), box.grown(new int[] {3, 1, 2}, grid));
        assertEquals(4 + 1, box.index(3, 4, 0));
        assertFalse(box.equals(VoxelBox.of(grid)));
    }

    private static IbsiSettings settings(boolean round, Optional<Regrid> regrid, MeasuredImages images) {
        return new IbsiSettings(
                "test",
                EnumSet.allOf(Approach.class),
                round,
                regrid,
                Resegmentation.range(-40, 60),
                new Binning.FixedWidth(9),
                new Binning.FixedNumber(20),
                EnumSet.allOf(IbsiFamily.class),
                images);
    }

    private static RandomAccessibleInterval<DoubleType> image(int[] size, boolean round) {
        SplittableRandom random = new SplittableRandom(3);
        double[] hu = random.doubles((long) size[0] * size[1] * size[2], -60, 90)
                .map(value -> round ? Math.rint(value) : value)
                .toArray();
        return ArrayImgs.doubles(hu, size[0], size[1], size[2]);
    }

    /** A ball with a hole beside it, whose middle lies at a share of the way from the first voxel to the last. */
    private static RandomAccessibleInterval<NativeBoolType> mask(int[] size, double place) {
        boolean[] inside = new boolean[size[0] * size[1] * size[2]];
        for (int i = 0; i < inside.length; i++) {
            double x = i % size[0] - place * (size[0] - 1);
            double y = i / size[0] % size[1] - place * (size[1] - 1);
            double z = i / size[0] / size[1] - place * (size[2] - 1);
            inside[i] = x * x + y * y + z * z < 20 && (x + y) % 5 != 3;
        }
        return ArrayImgs.booleans(inside, size[0], size[1], size[2]);
    }
}
