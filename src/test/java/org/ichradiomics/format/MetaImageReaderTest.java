package org.ichradiomics.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Meaning of the fields: MetaIO, metaObject.cxx and metaImage.cxx. */
class MetaImageReaderTest {

    private static final double[] RAMP = TextVolumeTest.RAMP;

    @TempDir
    Path folder;

    /**
     * Turned by 30° about the head's axis, rows of the matrix being axes: the second voxel of axis x lies at (cos 30°,
     * sin 30°) × 2 mm from the first, in LPS.
     */
    @Test
    void aRowOfTheMatrixIsAnAxisOfTheFile() throws InvalidInputException {
        double c = Math.cos(Math.PI / 6);
        double s = Math.sin(Math.PI / 6);
        Scan scan = read(ramp(3, 2, 2)
                .with("TransformMatrix", c + " " + s + " 0 " + -s + " " + c + " 0 0 0 1")
                .with("Offset", "10 20 30")
                .with("ElementSpacing", "2 3 5"));
        Affine affine = scan.geometry().affine().orElseThrow();
        assertEquals(-10 - 2 * c, affine.at(0, 1, 0, 0), 1e-12);
        assertEquals(-20 - 2 * s, affine.at(1, 1, 0, 0), 1e-12);
        assertEquals(-10 + 3 * s, affine.at(0, 0, 1, 0), 1e-12);
        assertEquals(-20 - 3 * c, affine.at(1, 0, 1, 0), 1e-12);
        assertEquals(35, affine.at(2, 0, 0, 1), 1e-12);
        assertEquals(List.of(), scan.warnings());
    }

    @ParameterizedTest
    @CsvSource({"TransformMatrix, Offset", "Rotation, Position", "Orientation, Origin"})
    void fieldsHaveOtherNames(String matrix, String offset) throws InvalidInputException {
        Scan scan = read(ramp(3, 2, 2)
                .with(matrix, "1 0 0 0 -1 0 0 0 1")
                .with(offset, "10 20 30")
                .with("ElementSpacing", "2 3 5"));
        assertEquals("LAS", scan.geometry().storedAxes().orElseThrow());
        assertEquals(-10, scan.geometry().storedAffine().get(0, 3));
        assertEquals(-20, scan.geometry().storedAffine().get(1, 3));
        assertEquals(30, scan.geometry().storedAffine().get(2, 3));
    }

    @Test
    void fourDimensionsWithOnes() throws InvalidInputException {
        Scan scan = read(ramp(3, 2, 2, 1)
                .with("TransformMatrix", "1 0 0 0  0 -1 0 0  0 0 1 0  0 0 0 1")
                .with("Offset", "10 20 30 0")
                .with("ElementSpacing", "2 3 5 1"));
        assertEquals("LAS", scan.geometry().storedAxes().orElseThrow());
        assertEquals(new Spacing(2, 3, 5), scan.geometry().spacing().orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"mm, 5", "cm, 50", "um, 0.005"})
    void unitsAreConverted(String unit, double mm) throws InvalidInputException {
        Scan scan = read(ramp(3, 2, 2)
                .with("TransformMatrix", "1 0 0 0 1 0 0 0 1")
                .with("Offset", "10 20 30")
                .with("ElementSpacing", "5 5 5")
                .with("DistanceUnits", unit));
        assertEquals(mm, scan.geometry().spacing().orElseThrow().y(), 1e-15 * mm);
        assertEquals(-2 * mm, scan.geometry().storedAffine().get(0, 3), 1e-12);
        assertTrue(refusal(ramp(3, 2, 2).with("ElementSpacing", "5 5 5").with("DistanceUnits", "furlong"))
                .contains("DistanceUnits"));
    }

    @Test
    void elementSizeIsTheSpacingWhereThereIsNone() throws InvalidInputException {
        assertEquals(
                new Spacing(1, 2, 3),
                read(ramp(3, 2, 2).with("ElementSize", "1 2 3"))
                        .geometry()
                        .spacing()
                        .orElseThrow());
        assertEquals(
                new Spacing(4, 5, 6),
                read(ramp(3, 2, 2).with("ElementSize", "1 2 3").with("ElementSpacing", "4 5 6"))
                        .geometry()
                        .spacing()
                        .orElseThrow());
        assertTrue(read(ramp(3, 2, 2).with("ElementSpacing", "1 0 3"))
                .geometry()
                .spacing()
                .isEmpty());
        assertTrue(read(ramp(3, 2, 2).with("ElementSpacing", "1 -2 3"))
                .geometry()
                .spacing()
                .isEmpty());
    }

    @Test
    void aMatrixThatStretchesIsSaid() throws InvalidInputException {
        Scan scan = read(ramp(3, 2, 2)
                .with("TransformMatrix", "2 0 0 0 1 0 0 0 1")
                .with("Offset", "0 0 0")
                .with("ElementSpacing", "1 1 1"));
        assertEquals(new Spacing(1, 1, 1), scan.geometry().spacing().orElseThrow());
        assertEquals(1, scan.geometry().storedAffine().length(0));
        assertTrue(scan.warnings().get(0).contains("more than a rotation"));
        Scan none = read(ramp(3, 2, 2)
                .with("TransformMatrix", "0 0 0 0 1 0 0 0 1")
                .with("Offset", "0 0 0")
                .with("ElementSpacing", "1 1 1"));
        assertTrue(none.geometry().affine().isEmpty());
    }

    /** MetaIO counts HeaderSize from the beginning of the file; −1 means that the voxels are at its end. */
    @ParameterizedTest
    @ValueSource(strings = {"ramp.raw", "LOCAL"})
    void aHeaderBeforeTheVoxelsIsSkipped(String data) throws InvalidInputException {
        for (int headerSize : new int[] {-1, 700}) {
            TextVolume file = ramp(3, 2, 2).with("HeaderSize", headerSize).with("ElementDataFile", data);
            byte[] header = file.header();
            byte[] voxels = file.data();
            if (data.equals("LOCAL")) {
                byte[] padding = new byte[700 - header.length];
                NiftiBytes.write(folder.resolve("volume"), TextVolume.join(TextVolume.join(header, padding), voxels));
            } else {
                NiftiBytes.write(folder.resolve("volume"), header);
                NiftiBytes.write(folder.resolve(data), TextVolume.join(new byte[700], voxels));
            }
            assertArrayEquals(
                    RAMP,
                    Voxels.of(ScanFile.readScan(FileKind.META_IMAGE, folder.resolve("volume"))
                            .hu()));
        }
        assertTrue(refusal(ramp(3, 2, 2).with("HeaderSize", -2)).contains("HeaderSize"));
        assertTrue(refusal(ramp(3, 2, 2).with("HeaderSize", 1L << 50)).contains("cut short"));
    }

    /** MetaIO lets zlib tell gzip from zlib. */
    @Test
    void gzipIsUnpackedToo() throws InvalidInputException {
        TextVolume file = ramp(3, 2, 2);
        byte[] header = ramp(3, 2, 2).packed().header();
        Path path = NiftiBytes.write(folder.resolve("volume"), TextVolume.join(header, NiftiBytes.gzip(file.data())));
        assertArrayEquals(
                RAMP, Voxels.of(ScanFile.readScan(FileKind.META_IMAGE, path).hu()));
    }

    @ParameterizedTest
    @CsvSource({
        "ElementNumberOfChannels, 3, 3 numbers per voxel",
        "BinaryData, False, stored",
        "ElementType, MET_USHORT_ARRAY, no plain numbers",
        "ElementType, MET_STRING, no plain numbers",
        "ElementToIntensityFunctionSlope, 2, a slope and an offset",
        "ElementToIntensityFunctionOffset, -1024, a slope and an offset",
        "ObjectType, Tube, holds no image"
    })
    void whatIsNotReadIsRefusedByName(String field, String value, String words) {
        String sentence = refusal(ramp(3, 2, 2).with(field, value));
        assertTrue(sentence.contains(words.equals("stored") ? "stores its voxels as text" : words), sentence);
    }

    @Test
    void oneChannelAndNoScalingAreFine() throws InvalidInputException {
        assertArrayEquals(
                RAMP,
                Voxels.of(read(ramp(3, 2, 2)
                                .with("ElementNumberOfChannels", 1)
                                .with("ElementToIntensityFunctionSlope", 1)
                                .with("ElementToIntensityFunctionOffset", 0)
                                .with("Comment", "a = b"))
                        .hu()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NDims", "DimSize", "ElementType"})
    void aMissingFieldIsNamed(String field) {
        assertTrue(refusal(ramp(3, 2, 2).without(field)).contains("no field \"" + field + "\""));
    }

    @Test
    void aHeaderWithoutVoxelsIsRefused() {
        Path file = NiftiBytes.write(
                folder.resolve("volume"), "NDims = 3\nDimSize = 3 2 2\n".getBytes(StandardCharsets.US_ASCII));
        assertTrue(Voxels.refusal(() -> ScanFile.readScan(FileKind.META_IMAGE, file))
                .contains("ElementDataFile"));
        Path text = NiftiBytes.write(folder.resolve("text"), "Once upon a time".getBytes(StandardCharsets.US_ASCII));
        assertTrue(Voxels.refusal(() -> ScanFile.readScan(FileKind.META_IMAGE, text))
                .contains("is not a MetaImage file"));
    }

    private static TextVolume ramp(int... size) {
        return TextVolumeTest.ramp(false, size);
    }

    private Scan read(TextVolume file) throws InvalidInputException {
        return ScanFile.readScan(FileKind.META_IMAGE, file.write(folder.resolve("volume")));
    }

    private String refusal(TextVolume file) {
        return Voxels.refusal(() -> read(file));
    }
}
