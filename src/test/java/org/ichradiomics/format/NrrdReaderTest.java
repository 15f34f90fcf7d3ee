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

/** Definition of the format: teem.sourceforge.net/nrrd/format.html. */
class NrrdReaderTest {

    private static final double[] RAMP = TextVolumeTest.RAMP;

    @TempDir
    Path folder;

    /** One matrix, read in three spaces: the letters are those of the axes it then describes. */
    @ParameterizedTest
    @CsvSource({
        "left-posterior-superior, LPS",
        "LPS, LPS",
        "right-anterior-superior, RAS",
        "ras, RAS",
        "Left-Anterior-Superior, LAS",
        "LAS, LAS"
    })
    void theSpaceTellsWhereLeftIs(String space, String axes) throws InvalidInputException {
        Scan scan = read(ramp(3, 2, 2).nrrdSpace(space, 0.5, 0, 0, 10, 0, 0.5, 0, 20, 0, 0, 5, 30));
        assertEquals(axes, scan.geometry().storedAxes().orElseThrow());
        Affine affine = scan.geometry().storedAffine();
        assertEquals(axes.charAt(0) == 'L' ? -10 : 10, affine.get(0, 3));
        assertEquals(axes.charAt(1) == 'P' ? -20 : 20, affine.get(1, 3));
        assertEquals(30, affine.get(2, 3));
        assertEquals(List.of(), scan.warnings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"scanner-xyz", "3D-right-handed"})
    void aSpaceThatIsNotThePatientsHasDistancesOnly(String space) throws InvalidInputException {
        Scan scan = read(ramp(3, 2, 2).nrrdSpace(space, 0.5, 0, 0, 10, 0, 0.5, 0, 20, 0, 0, 5, 30));
        assertEquals(new Spacing(0.5, 0.5, 5), scan.geometry().spacing().orElseThrow());
        assertTrue(scan.geometry().affine().isEmpty());
        assertTrue(scan.warnings().get(0).contains("no usable orientation"));
    }

    @ParameterizedTest
    @CsvSource({"mm, 5", "cm, 50", "m, 5000", "um, 0.005", "µm, 0.005"})
    void unitsAreConverted(String unit, double mm) throws InvalidInputException {
        String units = "\"" + unit + "\" \"" + unit + "\" \"" + unit + "\"";
        Scan directed = read(ramp(3, 2, 2)
                .nrrdSpace("LPS", 5, 0, 0, 10, 0, 5, 0, 20, 0, 0, 5, 30)
                .with("space units", units));
        assertEquals(mm, directed.geometry().spacing().orElseThrow().x(), 1e-15 * mm);
        assertEquals(-2 * mm, directed.geometry().storedAffine().get(0, 3), 1e-12);
        assertEquals(
                mm,
                read(ramp(3, 2, 2).with("spacings", "5 5 5").with("units", units))
                        .geometry()
                        .spacing()
                        .orElseThrow()
                        .z(),
                1e-15 * mm);
    }

    /** "none" as old pynrrd writes it. */
    @Test
    void aDirectionOfNaNIsNone() throws InvalidInputException {
        TextVolume file = TextVolume.nrrd(1, 3, 2, 2)
                .int16(12, i -> i)
                .with("space", "left-posterior-superior")
                .with("space directions", "(nan,nan,nan) (0.5,0,0) (0,0.5,0) (0,0,5)")
                .with("space origin", "(0,0,0)");
        Scan scan = ScanFile.readScan(FileKind.NRRD, file.write(folder.resolve("layer.nrrd")));
        assertEquals(new Spacing(0.5, 0.5, 5), scan.geometry().spacing().orElseThrow());
        assertEquals(List.of(), scan.warnings());
    }

    @Test
    void anUnknownUnitIsSaid() throws InvalidInputException {
        Scan scan = read(ramp(3, 2, 2)
                .nrrdSpace("LPS", 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0)
                .with("space units", "\"inch\" \"inch\" \"inch\""));
        assertTrue(scan.warnings().get(0).contains("unknown unit"));
    }

    @Test
    void spacingsOfUnknownLengthAreNone() throws InvalidInputException {
        assertTrue(read(ramp(3, 2, 2).with("spacings", "0.5 NaN 5"))
                .geometry()
                .spacing()
                .isEmpty());
        assertTrue(read(ramp(3, 2, 2).with("spacings", "0.5 nan 5"))
                .geometry()
                .spacing()
                .isEmpty());
    }

    /** A list axis of one layer comes first, last, or in between. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 3 2 2; none (1,0,0) (0,1,0) (0,0,5); list domain domain domain",
                "3 2 2 1; (1,0,0) (0,1,0) (0,0,5) none; domain domain domain list",
                "3 1 2 2; (1,0,0) none (0, 1, 0) (0,0,5); domain list domain domain"
            })
    void aListOfOneIsNoAxis(String sizes, String directions, String kinds) throws InvalidInputException {
        Scan scan = read(ramp(3, 2, 2)
                .with("dimension", 4)
                .with("sizes", sizes)
                .with("space", "left-posterior-superior")
                .with("space directions", directions)
                .with("kinds", kinds)
                .with("space origin", "(0,0,0)"));
        assertArrayEquals(RAMP, Voxels.of(scan.hu()));
        assertEquals(new Spacing(1, 1, 5), scan.geometry().spacing().orElseThrow());
        assertEquals("LPS", scan.geometry().storedAxes().orElseThrow());
    }

    @Test
    void layersOfSegmentsAreRefusedWithTheWayOut() {
        TextVolume layers = ramp(3, 2, 1)
                .with("dimension", 4)
                .with("sizes", "2 3 2 1")
                .with("space", "left-posterior-superior")
                .with("space directions", "none (1,0,0) (0,1,0) (0,0,5)")
                .with("kinds", "list domain domain domain");
        String sentence =
                Voxels.refusal(() -> ScanFile.readScan(FileKind.NRRD, layers.write(folder.resolve("two.seg.nrrd"))));
        assertTrue(
                sentence.startsWith("two.seg.nrrd holds 2 layers, since its segments overlap")
                        && sentence.contains("labelmap"),
                sentence);
        String other = Voxels.refusal(() -> ScanFile.readScan(FileKind.NRRD, layers.write(folder.resolve("two.nrrd"))));
        assertTrue(other.contains("more than one volume, 2"), other);
    }

    @ParameterizedTest
    @CsvSource({"RGB-color, 3", "vector, 3", "3D-vector, 3"})
    void severalNumbersPerVoxelAreRefused(String kind, int count) {
        TextVolume colour = TextVolume.nrrd(3, 2, 2, 1).int16(12, i -> i).with("kinds", kind + " domain domain domain");
        assertTrue(refusal(colour).contains("more than one number per voxel, " + count), refusal(colour));
    }

    @Test
    void bytesAndLinesAreSkipped() throws InvalidInputException {
        byte[] lines = "first\nsecond\n".getBytes(StandardCharsets.US_ASCII);
        assertArrayEquals(
                RAMP,
                Voxels.of(
                        read(ramp(3, 2, 2).before((byte) 1, (byte) 2, (byte) 3).with("byte skip", 3))
                                .hu()));
        assertArrayEquals(
                RAMP,
                Voxels.of(read(ramp(3, 2, 2)
                                .before((byte) 1, (byte) 2, (byte) 3)
                                .with("byteskip", 3)
                                .packed())
                        .hu()));
        assertArrayEquals(
                RAMP,
                Voxels.of(read(ramp(3, 2, 2).before(new byte[99]).with("byte skip", -1))
                        .hu()));
        assertArrayEquals(
                RAMP,
                Voxels.of(read(ramp(3, 2, 2)
                                .before(TextVolume.join(lines, new byte[2]))
                                .with("line skip", 2)
                                .with("byte skip", 2))
                        .hu()));
        // Lines are skipped before unpacking, bytes after.
        TextVolume packed = ramp(3, 2, 2)
                .before((byte) 7)
                .with("line skip", 2)
                .with("byte skip", 1)
                .packed();
        Path file = NiftiBytes.write(
                folder.resolve("lines.nrrd"), TextVolume.join(TextVolume.join(packed.header(), lines), packed.data()));
        assertArrayEquals(RAMP, Voxels.of(ScanFile.readScan(FileKind.NRRD, file).hu()));
        assertTrue(refusal(ramp(3, 2, 2).with("byte skip", -1).packed()).contains("byte skip"));
        assertTrue(refusal(ramp(3, 2, 2).with("byte skip", -2)).contains("byte skip"));
        assertTrue(refusal(ramp(3, 2, 2).with("byte skip", Long.MAX_VALUE)).contains("cut short"));
        assertTrue(refusal(ramp(3, 2, 2).with("line skip", Long.MAX_VALUE)).contains("cut short"));
    }

    @ParameterizedTest
    @CsvSource({
        "ascii, ascii",
        "txt, ascii",
        "hex, hex",
        "bzip2, bzip2",
        "bz2, bzip2",
        "zrl, run lengths",
        "secret, unknown way"
    })
    void otherEncodingsAreRefusedByName(String encoding, String word) {
        String sentence = refusal(ramp(3, 2, 2).with("encoding", encoding));
        assertTrue(
                sentence.contains(word) && sentence.contains("gzip or raw") && !sentence.contains("secret"), sentence);
    }

    @ParameterizedTest
    @CsvSource({"block, blocks of bytes", "secret, unknown type"})
    void otherTypesAreRefused(String type, String words) {
        String sentence = refusal(ramp(3, 2, 2).with("type", type));
        assertTrue(sentence.contains(words) && !sentence.contains("secret"), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "dimension", "sizes", "endian", "encoding"})
    void aMissingFieldIsNamed(String field) {
        assertTrue(refusal(ramp(3, 2, 2).without(field)).contains("no field \"" + field + "\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(1,0,0) (0,1,0)",
                "(1,0,0) (0,1,0) (0,0,x)",
                "(1,0,0) (0,1,0) (0,0,1) (1,1,1)",
                "(1) (1) (1)",
                "1 0 0",
                "(1,0,0) (0,1,0) (0,0,1"
            })
    void brokenDirectionsAreRefused(String directions) {
        assertTrue(refusal(ramp(3, 2, 2).with("space", "LPS").with("space directions", directions))
                .contains("space directions"));
    }

    /** Lines end as on Windows, fields have keys beside them, comments stand in between. */
    @Test
    void theHeaderMayBeOfAnyHand() throws InvalidInputException {
        TextVolume file = ramp(3, 2, 2);
        String header = new String(file.header(), StandardCharsets.UTF_8)
                .replace("type: short", "TYPE:short\n# a comment: with a colon\nSegment0_Name:=a: b");
        byte[] bytes = TextVolume.join(header.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8), file.data());
        assertArrayEquals(
                RAMP,
                Voxels.of(ScanFile.readScan(FileKind.NRRD, NiftiBytes.write(folder.resolve("volume"), bytes))
                        .hu()));
    }

    @Test
    void squeezedGreyLevelsAreSaid() throws InvalidInputException {
        assertTrue(read(ramp(3, 2, 2).with("old min", -1024)).warnings().get(0).contains("squeezed"));
    }

    @Test
    void anAssumedOriginIsSaid() throws InvalidInputException {
        Scan scan = read(ramp(3, 2, 2)
                .nrrdSpace("LPS", 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0)
                .without("space origin"));
        assertTrue(scan.warnings().get(0).contains("space origin"));
    }

    @Test
    void whatIsNoNrrdFileIsRefused() {
        Path file = NiftiBytes.write(
                folder.resolve("volume"), "NRRD0006\ntype: short\n\n".getBytes(StandardCharsets.US_ASCII));
        assertTrue(Voxels.refusal(() -> ScanFile.readScan(FileKind.NRRD, file)).contains("is not a NRRD file"));
        Path endless = NiftiBytes.write(folder.resolve("endless"), new byte[5 << 20]);
        assertTrue(
                Voxels.refusal(() -> ScanFile.readScan(FileKind.NRRD, endless)).contains("header that does not end"));
    }

    private static TextVolume ramp(int... size) {
        return TextVolumeTest.ramp(true, size);
    }

    private Scan read(TextVolume file) throws InvalidInputException {
        return ScanFile.readScan(FileKind.NRRD, file.write(folder.resolve("volume")));
    }

    private String refusal(TextVolume file) {
        return Voxels.refusal(() -> read(file));
    }
}
