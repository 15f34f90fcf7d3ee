package org.ichradiomics.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.format.NiftiBytes;
import org.ichradiomics.format.Voxels;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Label. */
class LabelsTest {

    @TempDir
    Path folder;

    /** 0.5 × 0.5 × 5 mm: a voxel is 0.00125 mL. */
    @Test
    void labelsAreCountedInAscendingOrder() throws InvalidInputException {
        Labels labels = labels(mask().bytes(bytes(0, 2, 2, 0, 7, 2, 0, 255)));
        assertEquals(
                List.of(new Label(2, "", 3, 3 * 0.00125), new Label(7, "", 1, 0.00125), new Label(255, "", 1, 0.00125)),
                labels.list());
        assertEquals("mask.nii", labels.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"any", "ANY", " any ", "255"})
    void theOnlyLabelIsAny(String label) throws InvalidInputException {
        boolean[] inside = Voxels.inside(
                labels(mask().bytes(bytes(0, 255, 0, 255, 0, 0, 0, 0))).select(label));
        assertArrayEquals(new boolean[] {false, true, false, true, false, false, false, false}, inside);
    }

    @Test
    void oneLabelOfSeveralIsSelected() throws InvalidInputException {
        Labels labels = labels(mask().bytes(bytes(0, 2, 2, 0, 7, 2, 0, 1)));
        assertArrayEquals(
                new boolean[] {false, true, true, false, false, true, false, false}, Voxels.inside(labels.select("2")));
    }

    @Test
    void anyOfSeveralIsRefused() throws InvalidInputException {
        Labels labels = labels(mask().bytes(bytes(0, 2, 2, 0, 7, 2, 0, 1)));
        assertEquals(
                "mask.nii holds 3 labels: choose one of 1 (0.001 mL), 2 (0.004 mL), 7 (0.001 mL).",
                Voxels.refusal(() -> labels.select("any")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0", "-1"})
    void anAbsentLabelIsRefused(String label) throws InvalidInputException {
        Labels labels = labels(mask().bytes(bytes(0, 2, 2, 0, 7, 2, 0, 0)));
        assertEquals(
                "mask.nii holds no label " + label + ": choose one of 2 (0.004 mL), 7 (0.001 mL).",
                Voxels.refusal(() -> labels.select(label)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "blood", "1.5", "99999999999999999999"})
    void whatIsNoNumberIsRefused(String label) throws InvalidInputException {
        Labels labels = labels(mask().bytes(bytes(0, 2, 0, 0, 0, 0, 0, 0)));
        assertEquals(
                "The label \"" + label + "\" is not a whole number: choose \"any\" or 2 (0.001 mL) of mask.nii.",
                Voxels.refusal(() -> labels.select(label)));
    }

    @Test
    void withoutSpacingVoxelsAreListed() throws InvalidInputException {
        Labels labels = labels(mask().noSform().spacing(0, 0, 0).bytes(bytes(0, 2, 2, 0, 7, 0, 0, 0)));
        assertTrue(Double.isNaN(labels.list().get(0).millilitres()));
        assertTrue(Voxels.refusal(() -> labels.select("any")).contains("2 (2 voxels), 7 (1 voxels)"));
    }

    @Test
    void wholeNumbersInAnyTypeAreLabels() throws InvalidInputException {
        double[] values = {0, 1, 1, 0, 300, 0, 0, 0};
        ByteBuffer longs = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) longs.putLong((long) value);
        for (NiftiBytes file : List.of(
                mask().float32(values),
                mask().float64(values),
                mask().raw(1024, 64, longs),
                mask().raw(1280, 64, longs),
                mask().int16(8, i -> values[i]))) {
            Labels labels = labels(file);
            assertEquals(
                    List.of(1L, 300L), labels.list().stream().map(Label::value).toList());
            assertEquals(2, Voxels.count(Voxels.inside(labels.select("1"))));
        }
    }

    @Test
    void aNegativeZeroIsBackground() throws InvalidInputException {
        assertEquals(
                1, labels(mask().float32(-0.0, 1, -0.0, 0, 0, 0, 0, 0)).list().size());
    }

    @Test
    void slopeAndInterceptApplyToLabels() throws InvalidInputException {
        assertEquals(
                List.of(3L, 5L),
                labels(mask().bytes(bytes(1, 2, 1, 2, 1, 2, 1, 3)).scl(2, -1)).list().stream()
                        .map(Label::value)
                        .filter(value -> value > 1)
                        .toList());
    }

    @Test
    void aFractionalMaskIsRefused() {
        String sentence = refusal(mask().float32(0, 0, 0, 0, 0, 0.9999, 1, 1));
        assertTrue(sentence.startsWith("mask.nii is a fractional mask, it holds 0.9999"), sentence);
        assertTrue(sentence.contains("column 1, row 0, slice 2: threshold it first"), sentence);
    }

    @Test
    void whatIsNoLabelIsRefused() {
        assertTrue(refusal(mask().float32(0, Double.NaN, 0, 0, 0, 0, 1, 1))
                .contains("holds NaN at column 1, row 0, slice 1"));
        assertTrue(refusal(mask().float32(0, Double.POSITIVE_INFINITY, 0, 0, 0, 0, 1, 1))
                .contains("holds Infinity"));
        assertTrue(
                refusal(mask().int16(8, i -> i == 2 ? -1024 : 1)).contains("holds -1024 at column 0, row 1, slice 1"));
        assertTrue(refusal(mask().float64(0, 0x1p53, 0, 0, 0, 0, 0, 0)).contains("no label"));
    }

    /** It can be looked at, but not measured. */
    @Test
    void anEmptyMaskHasNoLabelToSelect() throws InvalidInputException {
        Labels labels = labels(mask().bytes(new byte[8]));
        assertTrue(labels.isEmpty());
        assertEquals(List.of(), labels.list());
        for (String label : List.of("any", "1")) {
            String sentence = Voxels.refusal(() -> labels.select(label));
            assertTrue(sentence.startsWith("mask.nii is empty, every voxel is 0"), sentence);
        }
    }

    /**
     * numpy.float32(1 / 255) · 255 = 1.0000000591, numpy.float32(1 / 65535) · 65535 = 0.9999999998, three times that
     * 2.9999999993.
     */
    @ParameterizedTest
    @CsvSource({
        "255, 0.003921568859368563, 1",
        "65535, 0.000015259021893143654, 1",
        "65535, 0.00004577706567943096, 3",
        "1, 0.99999994, 1"
    })
    void whatASlopeMadeOfALabelIsTheLabel(int stored, double slope, long label) throws InvalidInputException {
        ByteBuffer shorts = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        shorts.putShort(4, (short) stored);
        Labels labels = labels(mask().raw(512, 16, shorts).scl(slope, 0));
        assertEquals(List.of(label), labels.list().stream().map(Label::value).toList());
        assertEquals(1, Voxels.count(Voxels.inside(labels.select(Long.toString(label)))));
        assertTrue(
                labels.warnings()
                        .toString()
                        .contains("where " + label + " was meant, as a slope of its values leaves it"),
                labels.warnings().toString());
    }

    /** Saved again as float32 or float64, without the slope that made them. */
    @ParameterizedTest
    @ValueSource(doubles = {1.0000009, 0.9999991, 0.99999994})
    void withinAMillionthOfAWholeNumberIsOne(double value) throws InvalidInputException {
        Labels labels = labels(mask().float64(0, value, value, 0, -1e-9, 0, 0, 0));
        assertEquals(List.of(1L), labels.list().stream().map(Label::value).toList());
        assertEquals(2, Voxels.count(Voxels.inside(labels.select("any"))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.0000011, 0.9999989, 0.9999, 2.99999, 1e-5, 1_000_000.002})
    void beyondAMillionthIsAFraction(double value) {
        String sentence = refusal(mask().float64(0, value, value, 0, 0, 0, 0, 0));
        assertTrue(sentence.contains("is a fractional mask") && sentence.contains("up to 1e-6 from one"), sentence);
    }

    /** 255 of a signed byte. */
    @Test
    void aSignThatWasNoneIsNamed() {
        String sentence = refusal(mask().raw(256, 8, ByteBuffer.wrap(bytes(0, -1, -1, 0, 0, 0, 0, 0))));
        assertTrue(sentence.contains("holds -1 at column 1") && sentence.contains("unsigned 8 bit"), sentence);
    }

    @Test
    void anImageIsNoMask() {
        String sentence = refusal(NiftiBytes.upright(100, 100, 1).int16(10000, i -> i));
        assertTrue(sentence.contains("different values") && sentence.contains("no mask"), sentence);
    }

    @Test
    void aLongListIsCutAfterSixty() throws InvalidInputException {
        Labels labels = labels(NiftiBytes.upright(10, 10, 1).int16(100, i -> i));
        String sentence = Voxels.refusal(() -> labels.select("any"));
        assertTrue(sentence.startsWith("mask.nii holds 99 labels"), sentence);
        assertTrue(sentence.contains("60 (0.001 mL) and 39 more."), sentence);
    }

    private static NiftiBytes mask() {
        return NiftiBytes.upright(2, 2, 2);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) bytes[i] = (byte) values[i];
        return bytes;
    }

    private Labels labels(NiftiBytes file) throws InvalidInputException {
        return Nifti.readLabels(file.write(folder.resolve("mask.nii")));
    }

    private String refusal(NiftiBytes file) {
        return Voxels.refusal(() -> labels(file));
    }
}
