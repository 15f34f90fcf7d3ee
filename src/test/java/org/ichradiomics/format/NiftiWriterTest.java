package org.ichradiomics.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import net.imglib2.img.array.ArrayImg;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.AxisOrderTest;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Label;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NiftiWriterTest {

    @TempDir
    Path folder;

    /** What is written for a scan has the scan's own order in the file, and comes back the same, bit for bit. */
    @ParameterizedTest
    @MethodSource("org.ichradiomics.scan.AxisOrderTest#orders")
    void everyOrderComesBackBitForBit(String order) throws Exception {
        NiftiBytes original = AxisOrderTest.stored(order);
        Scan scan = Nifti.readScan(original.write(folder.resolve("scan.nii")));
        Path copy = folder.resolve("copy.nii");
        Nifti.writeInt16(copy, scan.hu(), scan.geometry());
        byte[] written = Files.readAllBytes(copy);
        assertArrayEquals(original.voxels(), Arrays.copyOfRange(written, 352, written.length));
        Scan back = Nifti.readScan(copy);
        assertSameGrid(scan.geometry(), back.geometry());
        assertArrayEquals(Voxels.of(scan.hu()), Voxels.of(back.hu()));
        assertInstanceOf(ShortType.class, Views.flatIterable(back.stored()).firstElement());
    }

    /** sform and qform say the same: without the former, the latter gives the grid back to a float32's precision. */
    @ParameterizedTest
    @MethodSource("org.ichradiomics.scan.AxisOrderTest#orders")
    void theQformSaysTheSame(String order) throws Exception {
        Scan scan = Nifti.readScan(AxisOrderTest.stored(order).write(folder.resolve("scan.nii")));
        assertQform(scan.geometry().storedAffine(), scan.geometry());
    }

    @Test
    void theQformOfAnObliqueGridSaysTheSame() throws Exception {
        Random random = new Random(5);
        for (int trial = 0; trial < 200; trial++) {
            Affine affine = rotated(random);
            assertQform(affine, Geometry.stored(5, 4, 3, new Spacing(0.5, 0.75, 6), affine, List.of()));
        }
    }

    @Test
    void aShearedGridHasNoQform() throws Exception {
        Affine sheared = Affine.of(-1, 0, 0, 0, 0, -1, 0.33, 0, 0, 0, 1, 0);
        Path file = folder.resolve("sheared.nii");
        Nifti.writeMask(
                file, mask(), Geometry.stored(5, 4, 3, new Spacing(1, 1, sheared.length(2)), sheared, List.of()));
        ByteBuffer header = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0, header.getShort(252));
        assertEquals(1, header.getShort(254));
        assertEquals((float) 0.33, header.getFloat(280 + 4 * 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask.nii", "mask.nii.gz", "MASK.NII.GZ"})
    void aMaskComesBack(String name) throws InvalidInputException {
        Geometry geometry = upright();
        Nifti.writeMask(folder.resolve(name), mask(), geometry);
        Labels labels = Nifti.readLabels(folder.resolve(name));
        assertEquals(List.of(1L), labels.list().stream().map(Label::value).toList());
        assertEquals(List.of(), labels.warnings());
        assertSameGrid(geometry, labels.geometry());
        assertArrayEquals(Voxels.inside(mask()), Voxels.inside(labels.select("any")));
    }

    @Test
    void float32ComesBackBitForBit() throws InvalidInputException {
        float[] values = new float[60];
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) values[i] = (float) (100 * random.nextGaussian());
        values[0] = Float.NaN;
        values[1] = Float.NEGATIVE_INFINITY;
        Path file = folder.resolve("scan.nii.gz");
        Nifti.writeFloat32(file, ArrayImgs.floats(values, 5, 4, 3), upright());
        Scan scan = Nifti.readScan(file);
        assertArrayEquals(IntStream.range(0, 60).mapToDouble(i -> values[i]).toArray(), Voxels.of(scan.hu()));
        assertInstanceOf(FloatType.class, Views.flatIterable(scan.stored()).firstElement());
    }

    @Test
    void whatIsNotKnownIsNotInvented() throws InvalidInputException {
        Path file = folder.resolve("bare.nii");
        Nifti.writeMask(file, mask(), Geometry.stored(5, 4, 3, null, null, List.of()));
        Geometry bare = Nifti.readScan(file).geometry();
        assertEquals(Optional.empty(), bare.spacing());
        assertEquals(Optional.empty(), bare.affine());
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        Nifti.writeMask(folder.resolve("a.nii.gz"), mask(), upright());
        Nifti.writeMask(folder.resolve("b.nii.gz"), mask(), upright());
        byte[] a = Files.readAllBytes(folder.resolve("a.nii.gz"));
        assertArrayEquals(a, Files.readAllBytes(folder.resolve("b.nii.gz")));
        assertEquals(0, ByteBuffer.wrap(a).getInt(4), "RFC 1952: MTIME 0 means no time stamp");
    }

    @Test
    void anOldFileIsReplacedOnlyByAWholeOne() throws Exception {
        Path file = folder.resolve("scan.nii");
        Nifti.writeInt16(file, ArrayImgs.doubles(new double[60], 5, 4, 3), upright());
        byte[] old = Files.readAllBytes(file);
        double[] hu = new double[60];
        hu[59] = 40000;
        String sentence = Voxels.refusal(() -> Nifti.writeInt16(file, ArrayImgs.doubles(hu, 5, 4, 3), upright()));
        assertEquals(
                "scan.nii cannot hold 40000.0 as int16, which has whole numbers from -32768 to 32767: save it as "
                        + "float32.",
                sentence);
        assertArrayEquals(old, Files.readAllBytes(file));
        assertEquals(List.of("scan.nii"), names());
        Nifti.writeMask(file, mask(), upright());
        assertEquals(352 + 60, Files.size(file));
        assertEquals(List.of("scan.nii"), names());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, Double.NaN, 32768, -32769})
    void int16HoldsNothingElse(double value) {
        double[] hu = new double[60];
        hu[7] = value;
        assertTrue(Voxels.refusal(
                        () -> Nifti.writeInt16(folder.resolve("a.nii"), ArrayImgs.doubles(hu, 5, 4, 3), upright()))
                .contains("cannot hold " + value));
    }

    @Test
    void whatCannotBeWrittenIsSaid() throws IOException {
        assertTrue(Voxels.refusal(() -> Nifti.writeMask(folder.resolve("mask.mha"), mask(), upright()))
                .contains(".nii.gz"));
        String nowhere =
                Voxels.refusal(() -> Nifti.writeMask(folder.resolve("nowhere").resolve("mask.nii"), mask(), upright()));
        assertTrue(nowhere.startsWith("mask.nii cannot be written") && nowhere.contains("does not exist"), nowhere);
        Path taken = Files.createDirectory(folder.resolve("taken.nii"));
        assertTrue(
                Voxels.refusal(() -> Nifti.writeMask(taken, mask(), upright())).contains("cannot be written"));
        assertEquals(List.of("taken.nii"), names());
        Geometry wide = Geometry.stored(32768, 1, 1, null, null, List.of());
        assertTrue(Voxels.refusal(() -> Nifti.writeMask(folder.resolve("wide.nii"), ArrayImgs.bits(32768, 1, 1), wide))
                .contains("32768 voxels along an axis"));
    }

    @Test
    void anotherSizeIsTheCallersMistake() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Nifti.writeMask(folder.resolve("mask.nii"), ArrayImgs.bits(5, 4, 4), upright()));
    }

    private void assertQform(Affine expected, Geometry geometry) throws Exception {
        Path file = folder.resolve("qform.nii");
        Nifti.writeMask(file, ArrayImgs.bits(geometry.size(0), geometry.size(1), geometry.size(2)), geometry);
        byte[] bytes = Files.readAllBytes(file);
        bytes[254] = 0;
        Geometry back = Nifti.readScan(NiftiBytes.write(file, bytes)).geometry();
        assertEquals(geometry.storedAxes(), back.storedAxes());
        for (int i = 0; i < 12; i++) {
            // a is the root of a small difference of float32 numbers: the nearer to a half turn, the fewer its digits.
            assertEquals(expected.get(i / 4, i % 4), back.storedAffine().get(i / 4, i % 4), 1e-3);
        }
    }

    /** A random rotation with axes 0.5, 0.75 and 6 mm long, every other one mirrored. */
    private static Affine rotated(Random random) {
        double[] q = new double[4];
        double length = 0;
        for (int i = 0; i < 4; i++) {
            q[i] = random.nextGaussian();
            length = Math.hypot(length, q[i]);
        }
        double a = q[0] / length;
        double b = q[1] / length;
        double c = q[2] / length;
        double d = q[3] / length;
        double z = random.nextBoolean() ? 6 : -6;
        return Affine.of(
                (a * a + b * b - c * c - d * d) * 0.5,
                2 * (b * c - a * d) * 0.75,
                2 * (b * d + a * c) * z,
                10,
                2 * (b * c + a * d) * 0.5,
                (a * a + c * c - b * b - d * d) * 0.75,
                2 * (c * d - a * b) * z,
                -20,
                2 * (b * d - a * c) * 0.5,
                2 * (c * d + a * b) * 0.75,
                (a * a + d * d - b * b - c * c) * z,
                30);
    }

    private static Geometry upright() {
        return Geometry.stored(
                5, 4, 3, new Spacing(0.5, 0.75, 6), Affine.of(-0.5, 0, 0, 60, 0, 0.75, 0, -80, 0, 0, 6, 40), List.of());
    }

    private static ArrayImg<BitType, ?> mask() {
        var mask = ArrayImgs.bits(5, 4, 3);
        int i = 0;
        for (var voxel : mask) voxel.set(i++ % 7 == 2);
        return mask;
    }

    private static void assertSameGrid(Geometry expected, Geometry actual) {
        assertEquals(expected.spacing(), actual.spacing());
        assertEquals(expected.storedAxes(), actual.storedAxes());
        for (int i = 0; i < 12; i++) {
            assertEquals(
                    expected.affine().orElseThrow().get(i / 4, i % 4),
                    actual.affine().orElseThrow().get(i / 4, i % 4));
        }
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
