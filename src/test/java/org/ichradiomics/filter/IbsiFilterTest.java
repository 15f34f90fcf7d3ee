package org.ichradiomics.filter;

import java.util.List;
import java.util.concurrent.ForkJoinPool;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelGrid;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers KernelKind and Parameters. */
class IbsiFilterTest {

    private static final List<String> HEADINGS =
            List.of("filter", "dimension", "parameters", "boundary", "rotation", "pooling");

    /** @param row as in IBSI's tables */
    private static IbsiFilter filter(String row) {
        String[] cells = row.split(",", -1);
        return IbsiFilter.ofRow(heading -> cells[HEADINGS.indexOf(heading)]);
    }

    private static VoxelImage image(int nx, int ny, int nz, double x, double y, double z) {
        VoxelGrid grid = new VoxelGrid(nx, ny, nz, new Spacing(x, y, z));
        return VoxelImage.of(grid, Images.noise(grid));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log,2D,sigma=3.0mm;cutoff=4sigma,mirror,no,              | log_sigma3_cutoff4_2D_mirror",
                "laws,3D,kernel=E3W5R5,mirror,yes,max                     | laws_kernelE3W5R5_3D_mirror_rotationmax",
                "laws,2D,kernel=L5E5;energy_delta=7,mirror,yes,max        | "
                        + "laws_kernelL5E5_energy_delta7_2D_mirror_rotationmax",
                "gabor,2D,sigma=5.0mm;lambda=2.0mm;gamma=1.5;theta_step=pi/8;modulus,mirror,yes,mean "
                        + "| gabor_sigma5_lambda2_gamma1.5_theta_steppi/8_modulus_2D_mirror_rotationmean",
                "wavelet,3D,family=coif1;set=HHL;level=1,periodic,no,     | "
                        + "wavelet_familycoif1_setHHL_level1_3D_periodic",
                "riesz_log,3D,sigma=3.0mm;cutoff=4sigma;riesz=0-2-0,zero,no, | "
                        + "riesz_log_sigma3_cutoff4_riesz0-2-0_3D_zero",
                "log,2D,sigma=1.5,mirror,no,                              | log_sigma1.5_cutoff4_2D_mirror",
            })
    void theNameHoldsEveryParameterWithoutUnits(String row, String name) {
        assertEquals(name, filter(row).name());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "median,2D,support=3,mirror,no,                | filter must be one of mean, log, laws, gabor, "
                        + "wavelet, simoncelli, riesz_log, riesz_simoncelli, was \"median\"",
                "mean,2D,support=4,mirror,no,                  | support must be an odd number of voxels, was 4",
                "mean,2D,support=3.5,mirror,no,                | support must be a whole number, was \"3.5\"",
                "mean,2D,,mirror,no,                           | support is missing",
                "mean,2D,support=3;delta=1,mirror,no,          | delta is no parameter of the filter mean",
                "mean,2D,support=3,mirror,yes,max              | rotation must be none for the filter mean, was max",
                "mean,4D,support=3,mirror,no,                  | dimension must be one of 2D, 3D, was \"4D\"",
                "mean,2D,support=3,reflect,no,                 | boundary must be one of zero, nearest, periodic, "
                        + "mirror, was \"reflect\"",
                "laws,2D,kernel=L5E5,mirror,yes,min            | rotation must be one of none, max, mean, was \"min\"",
                "log,2D,sigma=-1,mirror,no,                    | sigma must be a positive number of mm, was \"-1\"",
                "log,2D,sigma=1.5cm,mirror,no,                 | sigma must be a positive number of mm, was \"1.5cm\"",
                "log,2D,sigma=NaN,mirror,no,                   | sigma must be a positive number of mm, was \"NaN\"",
                "laws,3D,kernel=L5E5,mirror,no,                | kernel must name 3 kernels in 3D, was \"L5E5\"",
                "laws,2D,kernel=L5X5,mirror,no,                | kernel must name a kernel for each axis, as L5E5 or "
                        + "E5L5S5, of L5, E5, S5, W5, R5, L3, E3, S3; was \"L5X5\"",
                "wavelet,2D,family=db4;set=LH;level=1,mirror,no, | family must be one of haar, db2, db3, coif1, was "
                        + "\"db4\"",
                "wavelet,2D,family=db3;set=LLH;level=1,mirror,no, | set must have 2 letters in 2D, was \"LLH\"",
                "wavelet,2D,family=db3;set=LX;level=1,mirror,no, | set must be L or H for each axis, as HL or LLH, "
                        + "was \"LX\"",
                "wavelet,2D,family=db3;set=LH;level=17,mirror,no, | level must be 1 to 16, was 17",
                "gabor,3D,sigma=1;lambda=1;gamma=1;theta=pi/3,mirror,no, | orthogonal_planes must be there in 3D: "
                        + "Gabor's kernel lies in a plane",
                "gabor,2D,sigma=1;lambda=1;gamma=1;theta_step=pi/3,mirror,no, | rotation must be max or mean where "
                        + "there is a theta_step",
                "gabor,2D,sigma=1;lambda=1;gamma=1;theta=60 degrees,mirror,no, | theta must be an angle such as pi/4 "
                        + "or a number of radians, was \"60 degrees\"",
                "riesz_simoncelli,3D,level=1;riesz=0-0-0,nearest,no, | riesz must be an order for each axis, as 1-0-0, "
                        + "of a sum of 1 to 12, was 0-0-0",
                "riesz_log,2D,sigma=1;riesz=1-0-0,nearest,no,  | riesz must have 2 orders in 2D, was 1-0-0",
            })
    void whatHasNoMeaningIsRefusedByName(String row, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> filter(row)).getMessage());
    }

    @Test
    void whatHasNoReferenceMapIsNotCalledIbsi() {
        assertTrue(filter("riesz_log,3D,sigma=3;riesz=1-0-0,zero,no,").source().startsWith("IBSI 2 (Whybra"));
        assertTrue(filter("riesz_simoncelli,3D,level=1;riesz=1-0-0,nearest,no,")
                .source()
                .contains("not standardised"));
        assertFalse(filter("riesz_log,3D,sigma=3;riesz=1-1-0,zero,no,").kernel().standardised());
    }

    @Test
    void throughThickSlicesIsRefusedAndInThemIsNot() throws Exception {
        VoxelImage head = image(24, 20, 9, 0.45, 0.45, 5);
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> filter("log,3D,sigma=0.9,mirror,no,").of(head));
        assertEquals(
                "The filter log_sigma0.9_cutoff4_3D_mirror needs cubic voxels, but those of the image have "
                        + "0.45 × 0.45 × 5.0 mm: interpolate the image first, or filter it in 2D.",
                refused.getMessage());
        assertEquals(head.grid(), filter("log,2D,sigma=0.9,mirror,no,").of(head).grid());
        assertThrows(
                InvalidInputException.class,
                () -> filter("gabor,2D,sigma=1;lambda=1;gamma=1;theta=pi/3;orthogonal_planes,mirror,no,")
                        .of(head));
        filter("gabor,2D,sigma=1;lambda=1;gamma=1;theta=pi/3,mirror,no,").of(head);
    }

    @Test
    void spacingsThatAHeaderRoundedAreEqual() throws Exception {
        filter("log,3D,sigma=1,mirror,no,").of(image(9, 9, 9, 0.977, 0.9770001, 0.97656));
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> filter("log,2D,sigma=1,mirror,no,").of(image(9, 9, 9, 1, 1.01, 1)));
        assertTrue(
                refused.getMessage().contains("needs square pixels, but those of the image have 1.0 × 1.01 mm"),
                refused.getMessage());
    }

    @Test
    void oneSliceIsFilteredIn2DOnly() throws Exception {
        VoxelImage slice = image(16, 16, 1, 1, 1, 1);
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> filter("mean,3D,support=3,mirror,no,").of(slice));
        assertEquals(
                "The filter mean_support3_3D_mirror works through the slices, but the image has one slice: "
                        + "filter it in 2D.",
                refused.getMessage());
        filter("mean,2D,support=3,mirror,no,").of(slice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log,2D,sigma=40mm,mirror,no,                 | it reaches 40 voxels far, and the image has 20 along "
                        + "x: choose a smaller sigma.",
                "gabor,2D,sigma=33.33;lambda=2;gamma=1;theta=0,mirror,no, | it reaches 33.3 voxels far, and the "
                        + "image has 20 along x: choose a smaller sigma.",
                "mean,3D,support=25,mirror,no,                | it reaches 12 voxels far, and the image has 7 along z: "
                        + "choose a smaller support.",
                "wavelet,3D,family=db3;set=LLH;level=4,mirror,no, | it reaches 8 voxels far, and the image has 7 "
                        + "along z: choose a smaller level.",
                "simoncelli,2D,level=6,periodic,no,           | it reaches 32 voxels far, and the image has 20 along "
                        + "x: choose a smaller level.",
            })
    void aFilterLargerThanTheImageIsRefused(String row, String end) {
        InvalidInputException refused =
                assertThrows(InvalidInputException.class, () -> filter(row).of(image(20, 24, 7, 1, 1, 1)));
        assertTrue(refused.getMessage().endsWith(" is too large for the image: " + end), refused.getMessage());
    }

    @Test
    void nanIsNotSpread() {
        VoxelGrid grid = Images.grid(6, 5, 4);
        double[] values = Images.noise(grid);
        values[grid.index(2, 3, 1)] = Double.NaN;
        InvalidInputException refused = assertThrows(
                InvalidInputException.class,
                () -> filter("mean,2D,support=3,mirror,no,").of(VoxelImage.of(grid, values)));
        assertTrue(
                refused.getMessage().startsWith("The image holds NaN at column 2, row 3, slice 2,"),
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log,3D,sigma=1.5,mirror,no,",
                "laws,3D,kernel=L5E5S5;energy_delta=2,nearest,yes,max",
                "wavelet,3D,family=db2;set=LLH;level=2,mirror,yes,mean",
                "gabor,3D,sigma=1;lambda=2;gamma=0.5;theta_step=pi/4;orthogonal_planes,mirror,yes,mean",
                "simoncelli,3D,level=1,periodic,no,",
                "riesz_log,3D,sigma=1;riesz=1-0-0,zero,no,",
                "riesz_simoncelli,2D,level=1;riesz=0-2,nearest,no,",
                "mean,2D,support=5,zero,no,",
            })
    void theBitsDoNotDependOnTheThreads(String row) throws Exception {
        VoxelImage image = image(21, 18, 13, 1, 1, 1);
        double[] before = Images.values(image);
        double[] alone = in(1, row, image);
        assertArrayEquals(alone, in(5, row, image), 0);
        assertArrayEquals(before, Images.values(image), 0, "the image is left as it is");
    }

    private static double[] in(int threads, String row, VoxelImage image) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return Images.values(pool.submit(() -> filter(row).of(image)).get());
        } finally {
            pool.shutdown();
        }
    }

    /** A shift of the image shifts the map: so no axis, slice or border is treated in a way of its own. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mean,3D,support=5,periodic,no,",
                "log,3D,sigma=1,periodic,no,",
                "laws,3D,kernel=E5L5S5,periodic,no,",
                "wavelet,3D,family=db3;set=HLL;level=2,periodic,yes,max",
                "simoncelli,3D,level=1,periodic,no,",
                "gabor,3D,sigma=1;lambda=2;gamma=0.5;theta=pi/3;orthogonal_planes,periodic,no,",
                "riesz_log,3D,sigma=1;riesz=0-2-0,periodic,no,",
            })
    void aShiftedImageHasAShiftedMap(String row) throws Exception {
        VoxelGrid grid = Images.grid(11, 10, 9);
        double[] values = Images.noise(grid);
        double[] map = Images.values(filter(row).of(VoxelImage.of(grid, values)));
        double[] shiftedMap = Images.values(filter(row).of(VoxelImage.of(grid, shifted(grid, values))));
        assertArrayEquals(shifted(grid, map), shiftedMap, 1e-9);
    }

    private static double[] shifted(VoxelGrid grid, double[] values) {
        double[] shifted = new double[values.length];
        for (int z = 0; z < grid.nz(); z++) {
            for (int y = 0; y < grid.ny(); y++) {
                for (int x = 0; x < grid.nx(); x++) {
                    shifted[grid.index((x + 3) % grid.nx(), (y + 4) % grid.ny(), (z + 2) % grid.nz())] =
                            values[grid.index(x, y, z)];
                }
            }
        }
        return shifted;
    }

    @ParameterizedTest
    @CsvSource({"pi/3, pi/3", "5*pi/4, 5*pi/4", "pi, pi", "0, 0", "0.25, 0.25", "2*pi/8, pi/4", "-1*pi/2, -1*pi/2"})
    void anAngleIsPrintedAsAPartOfPi(String given, String printed) {
        Angle angle = Angle.parse("theta", given);
        assertEquals(printed, angle.text());
        assertEquals(angle.radians(), Angle.parse("theta", angle.text()).radians());
    }
}
