package org.ichradiomics.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.AxisOrderTest;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whatever bytes a file holds, what comes out is a volume or one sentence: no other error, no wait without end, no
 * memory on the word of a header. And what is written is read again, voxel for voxel, in any order of axes.
 */
class AnyBytesTest {

    /** A guard against hanging; no file here takes a hundredth of it. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static Path folder;

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("anybytes");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) Files.delete(file);
        }
        Files.delete(folder);
    }

    /** One of everything that is read. */
    private enum Seed {
        NIFTI_1(NiftiBytes.upright(5, 4, 3)
                .qform(1, 0, 0, 1, 10, 20, 30)
                .scl(1, 0)
                .int16(60, i -> i - 30)
                .toBytes()),
        NIFTI_2(NiftiBytes.second(ByteOrder.BIG_ENDIAN)
                .dims(5, 4, 3)
                .spacing(1, 1, 5)
                .int16(60, i -> i)
                .toBytes()),
        NIFTI_EXTENDED(
                NiftiBytes.upright(5, 4, 3).int16(60, i -> i).extension(32).toBytes()),
        NIFTI_PACKED(NiftiBytes.gzip(NIFTI_1.bytes)),
        NRRD(TextVolume.stored(true, "LAS").toBytes()),
        NRRD_PACKED(TextVolume.stored(true, "SPR").packed().toBytes()),
        NRRD_LIST(TextVolume.nrrd(1, 5, 4, 3)
                .int16(60, i -> i)
                .with("space", "RAS")
                .with("space directions", "none (1,0,0) (0,1,0) (0,0,5)")
                .with("space origin", "(1,2,3)")
                .with("kinds", "list domain domain domain")
                .with("line skip", 0)
                .with("byte skip", -1)
                .toBytes()),
        META_IMAGE(TextVolume.stored(false, "RAI").toBytes()),
        META_IMAGE_PACKED(TextVolume.stored(false, "LPS").packed().toBytes());

        private final byte[] bytes;

        Seed(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /** A change to the bytes of a file. */
    private interface Mutation {
        byte[] of(byte[] bytes, Random random);
    }

    private static final List<Mutation> MUTATIONS = List.of(
            AnyBytesTest::flipBit,
            AnyBytesTest::setByte,
            AnyBytesTest::truncate,
            AnyBytesTest::extend,
            AnyBytesTest::cutOut,
            AnyBytesTest::repeat,
            AnyBytesTest::swapNumber,
            AnyBytesTest::extremeInteger);

    @Property(tries = 2500, seed = "20200131")
    void mutatedBytesEndInAVolumeOrASentence(
            @ForAll Seed seed,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 7) Integer> mutations,
            @ForAll long randomness) {
        Random random = new Random(randomness);
        byte[] bytes = seed.bytes;
        for (int mutation : mutations) bytes = MUTATIONS.get(mutation).of(bytes, random);
        requireVolumeOrSentence(bytes);
    }

    /** In a packed file the header is behind a checksum; here the mutation comes before the packing. */
    @Property(tries = 600, seed = "20200131")
    void mutatedBytesThatWereThenPackedToo(
            @ForAll @IntRange(max = 2) int seed,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 7) Integer> mutations,
            @ForAll long randomness) {
        Random random = new Random(randomness);
        byte[] bytes = Seed.values()[seed].bytes;
        for (int mutation : mutations) bytes = MUTATIONS.get(mutation).of(bytes, random);
        requireVolumeOrSentence(NiftiBytes.gzip(bytes));
    }

    @Property(tries = 600, seed = "20200131")
    void noiseAfterAMagicWordIsASentence(@ForAll("magic") byte[] magic, @ForAll @Size(max = 700) byte[] noise) {
        requireVolumeOrSentence(TextVolume.join(magic, noise));
    }

    @Provide
    Arbitrary<byte[]> magic() {
        return Arbitraries.of(
                new byte[0],
                "NRRD0004\n".getBytes(),
                "NRRD0005\ntype: short\ndimension: 3\n".getBytes(),
                "ObjectType = Image\n".getBytes(),
                "NDims = 3\nDimSize = ".getBytes(),
                new byte[] {0x5c, 1, 0, 0},
                new byte[] {0, 0, 2, 0x1c},
                new byte[] {0x1f, (byte) 0x8b, 8, 0});
    }

    private static void requireVolumeOrSentence(byte[] bytes) {
        Path file = NiftiBytes.write(folder.resolve("any"), bytes);
        assertTimeoutPreemptively(PATIENCE, () -> {
            for (FileKind format : FileKind.values()) {
                requireVolumeOrSentence(() -> ScanFile.readScan(format, file).geometry());
                requireVolumeOrSentence(() -> {
                    try (OpenFiles files = new OpenFiles()) {
                        return format.open(file, files).header().geometry();
                    }
                });
            }
            requireVolumeOrSentence(() -> ScanFile.readScan(file).geometry());
            requireVolumeOrSentence(() -> ScanFile.readLabels(file).geometry());
        });
    }

    private interface Attempt {
        Geometry read() throws InvalidInputException;
    }

    private static void requireVolumeOrSentence(Attempt attempt) {
        try {
            Geometry geometry = attempt.read();
            for (String warning : geometry.warnings()) requireSentence(warning);
        } catch (InvalidInputException e) {
            requireSentence(e.getMessage());
        }
    }

    private static void requireSentence(String sentence) {
        assertTrue(sentence.startsWith("any ") && sentence.endsWith("."), sentence);
        assertFalse(sentence.contains("\n") || sentence.contains(folder.toString()), sentence);
    }

    private static byte[] flipBit(byte[] bytes, Random random) {
        if (bytes.length == 0) return bytes;
        byte[] to = bytes.clone();
        to[place(bytes, random)] ^= (byte) (1 << random.nextInt(8));
        return to;
    }

    private static byte[] setByte(byte[] bytes, Random random) {
        if (bytes.length == 0) return bytes;
        byte[] to = bytes.clone();
        to[place(bytes, random)] = (byte) random.nextInt(256);
        return to;
    }

    private static byte[] truncate(byte[] bytes, Random random) {
        return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }

    private static byte[] extend(byte[] bytes, Random random) {
        byte[] more = new byte[1 + random.nextInt(200)];
        random.nextBytes(more);
        return TextVolume.join(bytes, more);
    }

    private static byte[] cutOut(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(40));
        return TextVolume.join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
    }

    private static byte[] repeat(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int to = Math.min(bytes.length, from + random.nextInt(40));
        return TextVolume.join(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** A number of a text header becomes one that nobody expects. */
    private static byte[] swapNumber(byte[] bytes, Random random) {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < bytes.length; i++) if (bytes[i] >= '0' && bytes[i] <= '9') digits.add(i);
        if (digits.isEmpty()) return bytes;
        int at = digits.get(random.nextInt(digits.size()));
        String[] numbers = {"-1", "0", "2147483647", "99999", "9223372036854775807", "1e308", "nan", "-0.0", "65536"};
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        to.write(bytes, 0, at);
        to.writeBytes(numbers[random.nextInt(numbers.length)].getBytes());
        to.write(bytes, at + 1, bytes.length - at - 1);
        return to.toByteArray();
    }

    private static byte[] extremeInteger(byte[] bytes, Random random) {
        if (bytes.length < 8) return bytes;
        byte[] to = bytes.clone();
        int at = random.nextInt(bytes.length - 7);
        byte[] extreme = switch (random.nextInt(4)) {
            case 0 -> new byte[] {-1, 127};
            case 1 -> new byte[] {-1, -1, -1, 127};
            case 2 -> new byte[] {-1, -1, -1, -1, -1, -1, -1, 127};
            default -> new byte[] {0, 0, -64, 127};
        };
        System.arraycopy(extreme, 0, to, at, extreme.length);
        return to;
    }

    /** Mostly in the header, where a change matters. */
    private static int place(byte[] bytes, Random random) {
        return random.nextInt(random.nextBoolean() ? Math.min(bytes.length, 540) : bytes.length);
    }

    @Property(tries = 200, seed = "20200131", edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAgain(
            @ForAll("geometries") Geometry geometry, @ForAll long randomness, @ForAll boolean packed)
            throws InvalidInputException {
        Random random = new Random(randomness);
        int[] size = {geometry.size(0), geometry.size(1), geometry.size(2)};
        short[] shorts = new short[size[0] * size[1] * size[2]];
        float[] floats = new float[shorts.length];
        boolean[] mask = new boolean[shorts.length];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short) random.nextInt();
            floats[i] = Float.intBitsToFloat(random.nextInt() & 0xbfffffff);
            mask[i] = i == 0 || random.nextInt(4) == 0;
        }
        Path file = folder.resolve(packed ? "written.nii.gz" : "written.nii");
        Nifti.writeInt16(file, ArrayImgs.shorts(shorts, size[0], size[1], size[2]), geometry);
        Scan scan = Nifti.readScan(file);
        double[] expected = new double[shorts.length];
        for (int i = 0; i < expected.length; i++) expected[i] = shorts[i];
        assertArrayEquals(expected, Voxels.of(scan.hu()));
        requireSame(geometry, scan.geometry());
        Nifti.writeFloat32(file, ArrayImgs.floats(floats, size[0], size[1], size[2]), geometry);
        for (int i = 0; i < expected.length; i++) expected[i] = floats[i];
        assertArrayEquals(expected, Voxels.of(Nifti.readScan(file).hu()));
        Nifti.writeMask(file, ArrayImgs.booleans(mask, size[0], size[1], size[2]), geometry);
        Labels labels = Nifti.readLabels(file);
        assertArrayEquals(mask, Voxels.inside(labels.select("any")));
        assertArrayEquals(mask, Voxels.inside(labels.onto(scan).select("any")));
        assertEquals(List.of(), labels.onto(scan).warnings());
    }

    private static void requireSame(Geometry expected, Geometry actual) {
        assertEquals(expected.storedAxes(), actual.storedAxes());
        assertArrayEquals(expected.storedSize(), actual.storedSize());
        Affine affine = expected.storedAffine();
        for (int i = 0; i < 12; i++) {
            // The header holds float32.
            assertEquals((float) affine.get(i / 4, i % 4), actual.storedAffine().get(i / 4, i % 4));
        }
    }

    /** One grid in the words of three formats: the same volume in LPS, voxel for voxel, at the same place. */
    @Property(tries = 200, seed = "20200131", edgeCases = EdgeCasesMode.NONE)
    void threeFormatsHoldTheSameVolume(
            @ForAll("geometries") Geometry geometry, @ForAll long randomness, @ForAll boolean packed)
            throws InvalidInputException {
        Random random = new Random(randomness);
        int[] size = geometry.storedSize();
        int count = size[0] * size[1] * size[2];
        short[] values = new short[count];
        for (int i = 0; i < count; i++) values[i] = (short) random.nextInt();
        double[] rows = new double[12];
        for (int i = 0; i < 12; i++) rows[i] = geometry.storedAffine().get(i / 4, i % 4);
        double[] mm = geometry.storedSpacing();
        Scan nifti = Nifti.readScan(NiftiBytes.first()
                .dims(size[0], size[1], size[2])
                .spacing(mm[0], mm[1], mm[2])
                .sform(rows)
                .int16(count, i -> values[i])
                .write(folder.resolve("any.nii")));
        for (boolean nrrd : new boolean[] {true, false}) {
            TextVolume file = (nrrd ? TextVolume.nrrd(size) : TextVolume.metaImage(size)).ras(rows);
            if (random.nextBoolean()) file.bigEndian();
            file.int16(count, i -> values[i]);
            Scan scan = ScanFile.readScan((packed ? file.packed() : file).write(folder.resolve("any.txt")));
            assertArrayEquals(Voxels.of(nifti.hu()), Voxels.of(scan.hu()));
            assertEquals(
                    Optional.of(geometry.storedAxes().orElseThrow()),
                    scan.geometry().storedAxes());
            for (int axis = 0; axis < 3; axis++) {
                for (int row = 0; row < 3; row++) {
                    assertEquals(
                            geometry.affine().orElseThrow().get(row, axis),
                            scan.geometry().affine().orElseThrow().get(row, axis),
                            1e-12);
                }
            }
            // Its mask lies on the other scan, whichever of the two was stored in which format.
            Labels.of(Scan.of("mask", ArrayImgs.bytes(ones(count), size[0], size[1], size[2]), scan.geometry()))
                    .onto(nifti);
        }
    }

    private static byte[] ones(int count) {
        byte[] ones = new byte[count];
        Arrays.fill(ones, (byte) 1);
        return ones;
    }

    /**
     * Grids of all sizes, orders and places, turned by up to 40° about each axis so that the order of axes stays beyond
     * doubt.
     */
    @Provide
    Arbitrary<Geometry> geometries() {
        Arbitrary<int[]> size =
                Arbitraries.integers().between(1, 9).array(int[].class).ofSize(3);
        Arbitrary<double[]> mm = Arbitraries.doubles()
                .between(0.2, 10)
                .ofScale(4)
                .array(double[].class)
                .ofSize(3);
        Arbitrary<double[]> origin = Arbitraries.doubles()
                .between(-300, 300)
                .ofScale(3)
                .array(double[].class)
                .ofSize(3);
        Arbitrary<double[]> angles = Arbitraries.doubles()
                .between(-12, 12)
                .ofScale(2)
                .array(double[].class)
                .ofSize(3);
        Arbitrary<String> letters = Arbitraries.of(AxisOrderTest.orders().toList());
        return Combinators.combine(size, mm, origin, angles, letters).as(AnyBytesTest::geometry);
    }

    private static Geometry geometry(int[] size, double[] mm, double[] origin, double[] angles, String letters) {
        double[][] axis = new double[3][];
        for (int d = 0; d < 3; d++) {
            int lps = Math.max("LPS".indexOf(letters.charAt(d)), "RAI".indexOf(letters.charAt(d)));
            double[] direction = new double[3];
            direction[lps] = ("LPS".indexOf(letters.charAt(d)) >= 0) == (lps == 2) ? mm[d] : -mm[d];
            axis[d] = direction;
            for (int turn = 0; turn < 3; turn++) {
                double c = Math.cos(Math.toRadians(angles[turn]));
                double s = Math.sin(Math.toRadians(angles[turn]));
                int i = (turn + 1) % 3;
                int j = (turn + 2) % 3;
                double u = c * axis[d][i] - s * axis[d][j];
                axis[d][j] = s * axis[d][i] + c * axis[d][j];
                axis[d][i] = u;
            }
        }
        return Geometry.stored(
                size[0], size[1], size[2], new Spacing(mm[0], mm[1], mm[2]), Affine.of(axis, origin), List.of());
    }
}
