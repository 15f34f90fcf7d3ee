package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.filter.IbsiFilter;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelImage;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers ResponseMap. */
class FilterCommandTest {

    private static final Path PHANTOMS = Path.of("src/test/resources/ibsi2");

    @TempDir
    Path folder;

    private Path out;
    private Path ct;

    @BeforeEach
    void write() throws Exception {
        out = folder.resolve("map.nii.gz");
        float[] hu = new float[20 * 18 * 6];
        for (int i = 0; i < hu.length; i++) hu[i] = 20 + i * 37 % 61;
        // As a converted scan: columns to the patient's right, rows to the front.
        Affine ras = Affine.of(1.5, 0, 0, -80, 0, 1.5, 0, -100, 0, 0, 5, 30);
        ct = folder.resolve("ct.nii");
        Nifti.writeFloat32(
                ct,
                ArrayImgs.floats(hu, 20, 18, 6),
                Geometry.stored(20, 18, 6, new Spacing(1.5, 1.5, 5), ras, List.of()));
    }

    @Test
    void theMapOfAPhantomIsTheReferenceMap() throws Exception {
        Path phantom = PHANTOMS.resolve("phantom_impulse.nii.gz");
        Console first = Console.run("filter", phantom, "--ibsi2", "3_a_1", "--out", out);
        assertEquals(0, first.exit(), first.err());
        assertTrue(
                first.out()
                        .startsWith("filter: laws_kernelE5L5S5_3D_zero" + System.lineSeparator()
                                + "source: IBSI 2 (Whybra"),
                first.out());
        double[] expected = values(Nifti.readScan(PHANTOMS.resolve("response_3_a_1.nii.gz")));
        assertArrayEquals(expected, values(Nifti.readScan(out)), 0.01);
        byte[] bytes = Files.readAllBytes(out);
        assertTrue(Console.run("filter", phantom, "--ibsi2", "3.a.1", "--out", out)
                .out()
                .contains("unchanged: " + out));
        Console other = Console.run("filter", phantom, "--ibsi2", "3.a.2", "--out", out);
        assertEquals(3, other.exit());
        assertTrue(other.err().contains("There is a file map.nii.gz with other content"), other.err());
        assertArrayEquals(bytes, Files.readAllBytes(out));
        assertEquals(
                0,
                Console.run("filter", phantom, "--ibsi2", "3.a.2", "--out", out, "--overwrite")
                        .exit());
        assertFalse(Arrays.equals(bytes, Files.readAllBytes(out)));
    }

    @Test
    void theMapLiesWhereTheScanLies() throws Exception {
        assertEquals(
                0, Console.run("filter", ct, "--settings", "3.A", "--out", out).exit());
        Scan scan = Nifti.readScan(ct);
        Scan map = Nifti.readScan(out);
        for (int i = 0; i < 12; i++) {
            assertEquals(
                    scan.geometry().affine().orElseThrow().get(i / 4, i % 4),
                    map.geometry().affine().orElseThrow().get(i / 4, i % 4),
                    1e-6);
        }
        IbsiFilter log = IbsiFilter.ofRow(Map.of(
                "filter",
                "log",
                "dimension",
                "2D",
                "parameters",
                "sigma=1.5",
                "boundary",
                "mirror",
                "rotation",
                "no",
                "pooling",
                "")::get);
        VoxelImage expected = log.of(VoxelImage.of(scan.hu(), new Spacing(1.5, 1.5, 5)));
        double[] values = values(map);
        for (int i = 0; i < values.length; i++) assertEquals((float) expected.hu(i), values[i]);
    }

    /** 1 mm in all directions: 20 × 18 × 6 voxels of 1.5 × 1.5 × 5 mm make 30 × 27 × 30, and the middle stays. */
    @Test
    void anInterpolatedMapHasItsOwnGridAndTheSameMiddle() throws Exception {
        Console done = Console.run("filter", ct, "--settings", "2.B", "--out", out);
        assertEquals(0, done.exit(), done.err());
        Scan map = Nifti.readScan(out);
        assertArrayEquals(new long[] {30, 27, 30}, map.hu().dimensionsAsLongArray());
        assertEquals(new Spacing(1, 1, 1), map.geometry().spacing().orElseThrow());
        Affine before = Nifti.readScan(ct).geometry().affine().orElseThrow();
        Affine after = map.geometry().affine().orElseThrow();
        double[] old = {9.5, 8.5, 2.5};
        double[] now = {14.5, 13, 14.5};
        for (int row = 0; row < 3; row++) {
            double was = before.get(row, 3);
            double is = after.get(row, 3);
            for (int axis = 0; axis < 3; axis++) {
                was += before.get(row, axis) * old[axis];
                is += after.get(row, axis) * now[axis];
            }
            assertEquals(was, is, 1e-4);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--ibsi2=9.b.2               | 2 | --ibsi2=9.b.2 is no reference map: give 1.a.1, 1.a.2,",
                "--spacing=1,1,1             | 2 | Which filter? Give either --settings or --ibsi2.",
                "--ibsi2=2.c --settings=3.A  | 2 | Which filter? Give either --settings or --ibsi2.",
                "--settings=C                | 3 | The settings \"C\" have no filter, and a map is made by one: leave "
                        + "one in \"filters\".",
                "--settings=10.A             | 3 | There is no configuration \"10.A\": give",
                "--ibsi2=2.b                 | 3 | The filter log_sigma5_cutoff4_3D_mirror needs cubic voxels, but "
                        + "those of the image have "
                        + "1.5 × 1.5 × 5.0 mm: interpolate the image first, or filter it in 2D.",
            })
    void refusesInOneSentence(String options, int exit, String sentence) {
        List<Object> words = new ArrayList<>(List.of("filter", ct, "--out", out));
        words.addAll(List.of(options.split(" +")));
        Console refused = Console.run(words.toArray());
        assertEquals(exit, refused.exit());
        assertTrue(refused.err().startsWith(sentence), refused.err());
        assertFalse(Files.exists(out));
    }

    @Test
    void theScanIsNotOverwritten() {
        Console refused = Console.run("filter", ct, "--settings", "3.A", "--out", ct, "--overwrite");
        assertEquals(2, refused.exit());
        assertTrue(refused.err().startsWith("--out=ct.nii would overwrite ct.nii, which is IMAGE"), refused.err());
    }

    private static double[] values(Scan scan) {
        VoxelImage image = VoxelImage.of(scan.hu(), new Spacing(1, 1, 1));
        double[] values = new double[image.grid().size()];
        for (int i = 0; i < values.length; i++) values[i] = image.hu(i);
        return values;
    }
}
