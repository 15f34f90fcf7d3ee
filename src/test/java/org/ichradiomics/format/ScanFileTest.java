package org.ichradiomics.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Label;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers OpenFile, OpenFiles and StoredScan. */
class ScanFileTest {

    private static final int[] SIZE = {3, 2, 2};

    @TempDir
    Path folder;

    private byte[] nifti;

    @BeforeEach
    void write() throws IOException, InvalidInputException {
        Path file = folder.resolve("made.nii");
        Nifti.writeInt16(
                file,
                ArrayImgs.shorts(values(), SIZE[0], SIZE[1], SIZE[2]),
                Geometry.stored(SIZE[0], SIZE[1], SIZE[2], new Spacing(1, 1, 5), null, List.of()));
        nifti = Files.readAllBytes(file);
    }

    private static short[] values() {
        short[] values = new short[12];
        for (int i = 0; i < 12; i++) values[i] = (short) i;
        return values;
    }

    private static byte[] text(String header) {
        ByteBuffer to = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        for (short value : values()) to.putShort(value);
        byte[] start = header.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(start.length + 24).put(start).put(to.array()).array();
    }

    private static byte[] nrrd() {
        return text(
                "NRRD0004\ntype: short\ndimension: 3\nsizes: 3 2 2\nspacings: 1 1 5\nendian: little\nencoding: raw\n"
                        + "\n");
    }

    private static byte[] metaImage() {
        return text("ObjectType = Image\nNDims = 3\nDimSize = 3 2 2\nElementSpacing = 1 1 5\nElementType = MET_SHORT\n"
                + "ElementDataFile = LOCAL\n");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** Whatever the name says: the wrong ending, upper case, none, gzip or not, spaces, umlauts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ct.nii",
                "ct.nii.gz",
                "CT.NII.GZ",
                "ct.nrrd",
                "ct.mha",
                "ct",
                "ct.dat",
                "Müller Köpfe (2).nii.gz",
                "ct.nii.bak"
            })
    void theContentTellsTheFormat(String name) throws InvalidInputException, IOException {
        for (byte[] bytes : List.of(nifti, gzip(nifti), nrrd(), metaImage())) {
            Scan scan = ScanFile.readScan(Files.write(folder.resolve(name), bytes));
            assertEquals(name, scan.name());
            assertArrayEquals(IntStream.range(0, 12).asDoubleStream().toArray(), hu(scan));
            assertEquals(new Spacing(1, 1, 5), scan.geometry().spacing().orElseThrow());
        }
    }

    private static double[] hu(Scan scan) {
        double[] hu = new double[12];
        for (int i = 0; i < 12; i++)
            hu[i] = scan.hu().getAt(i % 3, i / 3 % 2, i / 6).get();
        return hu;
    }

    @ParameterizedTest
    @CsvSource({
        "bad.nii, is not a NIfTI file",
        "bad.nii.gz, is not a NIfTI file",
        "BAD.IMG, cannot be read without BAD.HDR",
        "bad.nrrd, is not a NRRD file",
        "bad.seg.nrrd, is not a NRRD file",
        "BAD.NHDR, is not a NRRD file",
        "bad.mha, is not a MetaImage file",
        "bad.mhd, is not a MetaImage file",
        "bad.png, is of no kind that is read here",
        "bad, is of no kind that is read here"
    })
    void whereTheContentSaysNothingTheNameDoes(String name, String words) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "This is no scan. ".repeat(50));
        String sentence = refusal(file);
        assertTrue(sentence.startsWith(name + " " + words), sentence);
        assertThrows(InvalidInputException.class, () -> ScanFile.probe(file));
        assertThrows(InvalidInputException.class, () -> ScanFile.readLabels(file));
    }

    @Test
    void whatCanBeReadIsNamed() throws IOException {
        String sentence = refusal(Files.write(folder.resolve("bad.png"), new byte[] {1}));
        for (String kind : List.of("NIfTI", ".nii.gz", "NRRD", ".seg.nrrd", "MetaImage", ".mha", "TIFF"))
            assertTrue(sentence.contains(kind), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone.nii", "gone.nrrd", "gone.mha", "gone", "no folder/gone.mhd"})
    void aMissingFileIsNamed(String name) {
        String sentence = refusal(folder.resolve(name));
        assertEquals(
                Path.of(name).getFileName() + " cannot be read, there is no such file: check its name and folder.",
                sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty.nii", "empty.nii.gz", "empty.nrrd", "empty.mha", "empty"})
    void anEmptyFileIsRefused(String name) throws IOException {
        assertTrue(refusal(Files.write(folder.resolve(name), new byte[0])).startsWith(name + " is "));
    }

    static Stream<byte[]> bytes() {
        return Stream.of(nrrd(), metaImage());
    }

    /** All but the voxels: a file without them is as good, as long as it may be there. */
    @ParameterizedTest
    @MethodSource("bytes")
    void theProbeReadsNoVoxels(byte[] bytes) throws IOException, InvalidInputException {
        Header header = ScanFile.probe(Files.write(folder.resolve("ct"), bytes));
        assertEquals("int16", header.datatype());
        assertEquals("ct", header.name());
        assertEquals(new Spacing(1, 1, 5), header.geometry().spacing().orElseThrow());
        assertEquals(3, header.geometry().size(0));
        assertEquals(1, header.warnings().size());
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, bytes.length - 1));
        assertTrue(assertThrows(InvalidInputException.class, () -> ScanFile.probe(cut))
                .getMessage()
                .startsWith("cut is cut short"));
    }

    @Test
    void theProbeOfAPackedFileBelievesWhatIsPossible() throws IOException, InvalidInputException {
        Path zeros = folder.resolve("zeros.nii");
        Nifti.writeInt16(
                zeros, ArrayImgs.shorts(30, 30, 9), Geometry.stored(30, 30, 9, new Spacing(1, 1, 5), null, List.of()));
        byte[] packed = gzip(Files.readAllBytes(zeros));
        packed[packed.length - 8] ^= 1;
        Path damaged = Files.write(folder.resolve("damaged.nii.gz"), packed);
        assertEquals("NIfTI", ScanFile.probe(damaged).kind());
        assertTrue(refusal(damaged).contains("damaged"));
    }

    @Test
    void aMaskOfAnyFormatIsAMask() throws IOException, InvalidInputException {
        List<Label> labels = ScanFile.readLabels(Files.write(folder.resolve("mask.seg.nrrd"), nrrd()))
                .list();
        assertEquals(11, labels.size());
        assertEquals(new Label(1, "", 1, 0.005), labels.get(0));
    }

    @ParameterizedTest
    @CsvSource({
        "/data/sub-01_ct.nii.gz, sub-01_ct",
        "a.b.nii, a.b",
        "Scan.NII.GZ, Scan",
        "x.tif, x",
        "x.TIFF, x",
        "x.hdr, x",
        "x.img.gz, x",
        "noending, noending",
        "a.nii.gz.bak, a.nii.gz.bak",
        "x.nrrd, x",
        "x.seg.nrrd, x",
        "X.SEG.NRRD, X",
        "x.segment.nrrd, x.segment",
        "x.nhdr, x",
        "x.mha, x",
        "x.MHD, x",
        "x.dcm, x",
        "folder/, folder",
        "patient 7, patient 7",
        ".nii, .nii",
        "x.raw, x.raw",
        "v1.2 Köpfe.nii, v1.2 Köpfe"
    })
    void theCaseIsTheNameWithoutItsEnding(Path file, String name) {
        assertEquals(name, FileKind.caseName(file));
    }

    private static String refusal(Path file) {
        return assertThrows(InvalidInputException.class, () -> ScanFile.readScan(file))
                .getMessage();
    }
}
