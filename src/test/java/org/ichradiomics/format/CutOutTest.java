package org.ichradiomics.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Label;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Margin;
import org.ichradiomics.scan.Overview;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.StoredScan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A part that is cut out as its file streams past is that of the whole, and what is said of the whole holds for all its
 * voxels, as plain loops find them. Covers Overview, LabelTally, BoxMask and Margin.
 */
class CutOutTest {

    private static final int[][] TYPES = {
        {2, 8}, {4, 16}, {8, 32}, {16, 32}, {64, 64}, {256, 8}, {512, 16}, {768, 32}, {1024, 64}, {1280, 64}
    };

    @TempDir
    private Path folder;

    private interface Use {
        void of(StoredScan stored) throws InvalidInputException;
    }

    private static void open(Path file, Use use) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            use.of(FileKind.require(file, files).open(file, files));
        }
    }

    /** Any of the 48 orders of axes, the ten types in both byte orders, packed or not. */
    private Path any(Random random, int[] size, boolean isMask) {
        double[] rows = new double[12];
        List<Integer> axes = new ArrayList<>(List.of(0, 1, 2));
        Collections.shuffle(axes, random);
        for (int d = 0; d < 3; d++) rows[4 * axes.get(d) + d] = random.nextBoolean() ? 1.5 : -1.5;
        int[] type = TYPES[random.nextInt(TYPES.length)];
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int count = size[0] * size[1] * size[2];
        ByteBuffer voxels = ByteBuffer.allocate(count * type[1] / 8).order(order);
        int kind = random.nextInt(4);
        int value = 0;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(isMask ? 40 : 2) == 0)
                value = isMask ? Math.max(0, random.nextInt(9) - 4) : any(random, kind);
            put(voxels, type[0], value, isMask ? 1 : 0.25);
        }
        NiftiBytes file = NiftiBytes.first(order)
                .dims(size[0], size[1], size[2])
                .spacing(1.5, 1.5, 1.5)
                .sform(rows)
                .raw(type[0], type[1], voxels);
        if (!isMask && random.nextInt(3) == 0) file.scl(random.nextBoolean() ? 0.5 : -2, random.nextInt(50) - 20);
        return file.write(folder.resolve(random.nextBoolean() ? "any.nii" : "any.nii.gz"));
    }

    private static int any(Random random, int kind) {
        return switch (kind) {
            case 0 -> random.nextInt(100);
            case 1 -> 1000 + random.nextInt(3);
            case 2 -> random.nextInt(3) - 1;
            default -> random.nextInt();
        };
    }

    private static void put(ByteBuffer to, int code, int value, double unit) {
        switch (code) {
            case 2, 256 -> to.put((byte) value);
            case 4, 512 -> to.putShort((short) value);
            case 8, 768 -> to.putInt(value);
            case 16 -> to.putFloat(value == 57 ? Float.NaN : value);
            case 64 -> to.putDouble(value * unit);
            default -> to.putLong(value);
        }
    }

    private static int[] size(Random random) {
        return new int[] {
            1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 12), 1 + random.nextInt(9), 1 + random.nextInt(7)
        };
    }

    @Test
    void isAPartOfTheWhole() throws InvalidInputException {
        Random random = new Random(20200131);
        for (int i = 0; i < 600; i++) {
            open(any(random, size(random), false), stored -> {
                Scan whole = stored.scan();
                Interval box = box(random, whole.geometry());
                VoxelBox same = Margin.NONE.around(box, whole.geometry());
                Scan cut = stored.scan(same);
                assertSlices(whole, cut, same);
                assertArrayEquals(
                        Voxels.of(Views.zeroMin(Views.interval(whole.hu(), box))), Voxels.of(Views.zeroMin(cut.hu())));
                for (int d = 0; d < 3; d++) {
                    assertEquals(box.min(d), cut.hu().min(d));
                    assertEquals(box.max(d), cut.hu().max(d));
                }
                assertSame(whole.geometry(), cut.geometry());
                assertArrayEquals(Voxels.of(whole.hu()), Voxels.of(cut.whole().hu()));
                assertOverview(whole, cut.overview());
                assertOverview(whole, whole.overview());
                assertOverview(
                        whole,
                        Scan.of("a", whole.hu(), whole.geometry().inThisOrder()).overview());
            });
        }
    }

    /** Row by row, and under a mask. */
    private static void assertSlices(Scan whole, Scan cut, VoxelBox box) {
        Spacing spacing = new Spacing(1, 1, 1);
        double[] row = new double[box.nx()];
        double[] expected = new double[box.nx()];
        for (int z = box.z(); z < box.z() + box.nz(); z++) {
            for (int y = box.y(); y < box.y() + box.ny(); y++) {
                cut.slices(spacing).read(box.x(), y, z, box.nx(), row, 0);
                whole.slices(spacing).read(box.x(), y, z, box.nx(), expected, 0);
                assertArrayEquals(expected, row);
            }
        }
        if (box.nx() == whole.geometry().size(0)) return;
        // Never the neighbour's voxels instead.
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> cut.slices(spacing).read(box.x(), box.y(), box.z(), box.nx() + 1, new double[row.length + 1], 0));
    }

    private static Interval box(Random random, Geometry grid) {
        long[] min = new long[3];
        long[] max = new long[3];
        for (int d = 0; d < 3; d++) {
            min[d] = random.nextInt(grid.size(d));
            max[d] = min[d] + random.nextInt(grid.size(d) - (int) min[d]);
        }
        return new FinalInterval(min, max);
    }

    private static void assertOverview(Scan scan, Overview overview) {
        double[] hu = Voxels.of(scan.hu());
        double[] numbers = Arrays.stream(hu).filter(v -> !Double.isNaN(v)).toArray();
        double min = Arrays.stream(numbers).min().orElse(Double.POSITIVE_INFINITY);
        assertEquals(min < -200, overview.hasAir());
        if (!overview.hasAir()) {
            assertEquals(min, overview.min());
            assertEquals(Arrays.stream(numbers).max().orElse(Double.NEGATIVE_INFINITY), overview.max());
            double mean = Arrays.stream(numbers).average().orElse(Double.NaN);
            assertEquals(mean, overview.mean(), 1e-12 * Math.abs(mean));
        }
        assertEquals(commonest(scan, hu), overview.border());
    }

    /** Of the outermost columns and rows of every slice, a corner's twice. */
    private static double commonest(Scan scan, double[] hu) {
        int columns = scan.geometry().size(0);
        int rows = scan.geometry().size(1);
        Map<Double, Integer> counts = new HashMap<>();
        for (int i = 0; i < hu.length; i++) {
            int x = i % columns;
            int y = i / columns % rows;
            for (boolean edge : new boolean[] {x == 0, x == columns - 1, y == 0, y == rows - 1})
                if (edge && !Double.isNaN(hu[i])) counts.merge(hu[i] + 0.0, 1, Integer::sum);
        }
        double commonest = Double.NaN;
        int most = 0;
        for (Map.Entry<Double, Integer> one : counts.entrySet()) {
            if (one.getValue() < most || one.getValue() == most && one.getKey() > commonest) continue;
            most = one.getValue();
            commonest = one.getKey();
        }
        return commonest;
    }

    /** Counted as they stream past, labels are those of the image in memory. */
    @Test
    void labelsAreThoseOfTheWhole() throws InvalidInputException {
        Random random = new Random(20200131);
        for (int i = 0; i < 600; i++) {
            open(any(random, size(random), true), stored -> {
                Scan whole = stored.labels();
                Labels labels = stored.mask();
                double[] values = Voxels.of(whole.hu());
                for (int label = 1; label <= 4; label++) {
                    boolean[] expected = new boolean[values.length];
                    for (int k = 0; k < values.length; k++) expected[k] = values[k] == label;
                    int number = label;
                    long voxels = labels.list().stream()
                            .filter(one -> one.value() == number)
                            .mapToLong(Label::voxels)
                            .sum();
                    assertEquals(Voxels.count(expected), voxels);
                    if (voxels == 0) continue;
                    String name = Integer.toString(label);
                    assertArrayEquals(expected, Voxels.inside(labels.select(name)));
                    assertArrayEquals(expected, Voxels.inside(Labels.of(whole).select(name)));
                    assertTight(labels.cut(name));
                }
            });
        }
    }

    private static void assertTight(RandomAccessibleInterval<NativeBoolType> cut) {
        for (int d = 0; d < 3; d++) {
            for (long end : new long[] {cut.min(d), cut.max(d)})
                assertTrue(Voxels.count(Voxels.inside(Views.hyperSlice(cut, d, end))) > 0);
        }
    }

    /** Sentences name the voxel that comes first in LPS, which need not come first in the file. */
    @Test
    void whatIsWrongIsSaidOfTheFirstVoxelInLps() throws InvalidInputException {
        Path file = NiftiBytes.first()
                .dims(3, 1, 1)
                .spacing(1, 1, 1)
                .sform(1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0)
                .float32(0.25, 1, 0.5)
                .write(folder.resolve("m.nii"));
        open(
                file,
                stored ->
                        assertTrue(Voxels.refusal(stored::mask).contains("it holds 0.5 at column 0, row 0, slice 1")));
    }

    /** Pieces are of one byte for each voxel until a label needs two, and end where background is long. */
    @Test
    void manyLabelsAndLongGaps() throws InvalidInputException {
        short[] values = new short[300 * 1000];
        for (int i = 0; i < 4000; i++) values[i * 70 + i % 7] = (short) (1 + i % 1000);
        Arrays.fill(values, 290_000, 300_000, (short) 9);
        Path file = NiftiBytes.first()
                .dims(300, 1000, 1)
                .spacing(1, 1, 1)
                .sform(-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1, 0)
                .int16(values.length, i -> values[i])
                .write(folder.resolve("m.nii.gz"));
        Labels expected = Labels.of(Scan.of(
                "m.nii.gz",
                ArrayImgs.shorts(values, 300, 1000, 1),
                Nifti.readScan(file).geometry()));
        open(file, stored -> {
            Labels labels = stored.mask();
            assertEquals(1000, labels.list().size());
            assertEquals(expected.list(), labels.list());
            for (String label : List.of("1", "9", "500", "1000"))
                assertArrayEquals(Voxels.inside(expected.select(label)), Voxels.inside(labels.select(label)));
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 1000, Integer.MAX_VALUE})
    void aMarginEndsAtTheGrid(int margin) {
        Geometry grid = Geometry.stored(20, 30, 40, null, null, List.of());
        Interval box = new FinalInterval(new long[] {2, 5, 7}, new long[] {9, 5, 38});
        VoxelBox around = new Margin(margin, 0, margin).around(box, grid);
        assertEquals(Math.max(0, 2 - margin), around.x());
        assertEquals(Math.min(19L, 9L + margin), around.x() + around.nx() - 1);
        assertEquals(5, around.y());
        assertEquals(1, around.ny());
        assertEquals(Math.min(39L, 38L + margin), around.z() + around.nz() - 1);
        assertEquals(Margin.WHOLE, Margin.WHOLE.and(new Margin(1, 2, 3)));
        assertFalse(Margin.NONE.equals(Margin.WHOLE));
    }
}
