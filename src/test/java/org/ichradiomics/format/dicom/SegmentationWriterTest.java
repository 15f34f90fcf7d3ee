package org.ichradiomics.format.dicom;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;
import org.ichradiomics.text.Replacing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * A SEG that is written is read back voxel for voxel, and {@code dciodvfy} of Debian's dicom3tools 1.00~20220618093127
 * finds no error in it. pydicom 2.3.1 has read SEGs of all of {@code shared/masks} that were written so: frames, places
 * and references without a difference.
 */
class SegmentationWriterTest {

    private static final int SLICES = 5;
    private static final Map<Integer, String> NAMES = Map.of(1, "haematoma", 4, "IVH", 7, "Ödem 水腫");

    @TempDir
    private Path folder;

    /** The frame of reference is not that of the stack's own slices, which have none. */
    private Path series(ObjIntConsumer<DicomStack.Slice> change) throws Exception {
        return DicomStack.write(folder.resolve("ct"), SLICES, (slice, k) -> {
            slice.text(Tag.FRAME_OF_REFERENCE, "UI", "1.2.3.4");
            slice.text(0x00100010, "PN", "ZEBRAFISH^QUILLON").text(0x00100020, "LO", "PID-77341");
            slice.text(0x00080020, "DA", "20200131").text(0x00080050, "SH", "ACC-5512");
            change.accept(slice, k);
        });
    }

    private static byte[] labels() {
        byte[] labels = new byte[DicomStack.COLUMNS * DicomStack.ROWS * SLICES];
        for (int i = 0; i < labels.length; i++) {
            int z = i / (DicomStack.COLUMNS * DicomStack.ROWS);
            // Nothing on the first slice, the last one of the ventricles alone.
            if (z > 0 && i % 5 == 0) labels[i] = 4;
            if (z == 2 && i % 7 == 0 || z == 3 && i % 3 == 0) labels[i] = 1;
            if (z == 3 && i % 11 == 0) labels[i] = 7;
        }
        return labels;
    }

    private static boolean write(Path out, Path ct, byte[] labels) throws InvalidInputException {
        RandomAccessibleInterval<UnsignedByteType> image =
                ArrayImgs.unsignedBytes(labels, DicomStack.COLUMNS, DicomStack.ROWS, SLICES);
        SortedMap<Integer, String> names = new TreeMap<>(NAMES);
        try (OpenFiles files = new OpenFiles()) {
            DicomFolder found = DicomFolder.of(ct, files);
            DicomSeries series = found.on(found.all().get(0).geometry().geometry());
            return SegmentationWriter.write(out, image, names, series, Replacing.of(false));
        }
    }

    private static Labels read(Path mask, Scan scan) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return FileKind.ofMask(mask, files).open(mask, files).mask(scan, Placement.CHECKED);
        }
    }

    private static byte[] drawn(Labels labels, int... values) throws InvalidInputException {
        byte[] all = new byte[DicomStack.COLUMNS * DicomStack.ROWS * SLICES];
        for (int segment = 1; segment <= values.length; segment++) {
            int i = 0;
            for (NativeBoolType voxel : Views.flatIterable(labels.select(Integer.toString(segment)))) {
                if (voxel.get()) all[i] = (byte) values[segment - 1];
                i++;
            }
        }
        return all;
    }

    private void assertComesBack(ObjIntConsumer<DicomStack.Slice> change) throws Exception {
        Path ct = series(change);
        Path out = folder.resolve("seg.dcm");
        assertTrue(write(out, ct, labels()));
        Labels back = read(out, DicomFolder.read(ct));
        assertArrayEquals(labels(), drawn(back, 1, 4, 7));
        assertEquals(
                List.of("haematoma", "IVH", "Ödem 水腫"),
                back.list().stream().map(label -> label.name()).toList());
        assertEquals(List.of(), back.warnings());
    }

    @Test
    void everyVoxelComesBack() throws Exception {
        assertComesBack((slice, k) -> {});
    }

    /** Files in another order than their slices. */
    @Test
    void alsoOnSlicesFromTheTopDown() throws Exception {
        assertComesBack((slice, k) -> slice.position(-100, -80, -5.3 * k));
    }

    @Test
    void alsoOnATiltedSeries() throws Exception {
        double tilt = Math.toRadians(16);
        assertComesBack((slice, k) -> slice.orientation(1, 0, 0, 0, Math.cos(tilt), -Math.sin(tilt))
                .position(-101.123456789, -80, 5 / Math.cos(tilt) * k));
    }

    @Test
    void theSameMaskIsTheSameFile() throws Exception {
        Path ct = series((slice, k) -> {});
        Path out = folder.resolve("seg.dcm");
        assertTrue(write(out, ct, labels()));
        assertFalse(write(out, ct, labels()));
        byte[] other = labels();
        other[other.length - 1] = 1;
        Path next = folder.resolve("next.dcm");
        assertTrue(write(next, ct, other));
        assertFalse(Arrays.equals(uid(out), uid(next)));
        assertThrows(InvalidInputException.class, () -> write(out, ct, other));
    }

    private static byte[] uid(Path file) throws Exception {
        try (OpenFiles files = new OpenFiles()) {
            DicomFile seg = DicomFile.readIfDicom(new FilePlace(files, file, null));
            String uid = seg.content().data().text(Tag.SOP_INSTANCE);
            assertTrue(uid.matches("2\\.25\\.[1-9]\\d{1,38}"), uid);
            return uid.getBytes(StandardCharsets.UTF_8);
        }
    }

    @Test
    void nothingOfThePatientIsTaken() throws Exception {
        Path out = folder.resolve("seg.dcm");
        write(out, series((slice, k) -> {}), labels());
        String bytes = Files.readString(out, StandardCharsets.ISO_8859_1);
        for (String secret : List.of("ZEBRAFISH", "PID-77341", "20200131", "ACC-5512"))
            assertFalse(bytes.contains(secret), secret);
    }

    @Test
    void aSeriesThatCannotBeReferredToIsRefused() throws Exception {
        assertRefused("frame of reference", (slice, k) -> slice.without(Tag.FRAME_OF_REFERENCE));
        assertRefused("frame of reference", (slice, k) -> {
            if (k == 1) slice.text(Tag.FRAME_OF_REFERENCE, "UI", "1.2.3.5");
        });
        assertRefused("UIDs", (slice, k) -> slice.without(Tag.SOP_INSTANCE));
    }

    private void assertRefused(String word, ObjIntConsumer<DicomStack.Slice> change) throws Exception {
        Path out = folder.resolve("seg.dcm");
        Path ct = series(change);
        String sentence = assertThrows(InvalidInputException.class, () -> write(out, ct, labels()))
                .getMessage();
        assertTrue(sentence.contains(word) && sentence.contains(".nii.gz"), sentence);
        assertFalse(Files.exists(out));
    }

    @Test
    void ofTwoSeriesOfTheSameSlicesNoneIsMeant() throws Exception {
        Path both = folder.resolve("both");
        DicomStack.write(both.resolve("a"), SLICES, (slice, k) -> slice.series(1));
        DicomStack.write(both.resolve("b"), SLICES, (slice, k) -> slice.series(2));
        String sentence = assertThrows(
                        InvalidInputException.class, () -> write(folder.resolve("seg.dcm"), both, labels()))
                .getMessage();
        assertTrue(sentence.contains("2 series of the same slices"), sentence);
    }

    @Test
    void theStandardIsKept() throws Exception {
        Path program = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "dciodvfy"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(program != null, "dciodvfy is not installed");
        Path out = folder.resolve("seg.dcm");
        write(out, series((slice, k) -> {}), labels());
        Process process = new ProcessBuilder(program.toString(), "-new", out.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(said.contains("Segmentation"), said);
        assertFalse(said.contains("Error"), said);
    }

    @Test
    void aNameHasItsCode() {
        Map<String, SegmentMeaning> meanings = Map.of(
                "haematoma", SegmentMeaning.HAEMORRHAGE,
                "Intracerebral hemorrhage", SegmentMeaning.HAEMORRHAGE,
                "ICH", SegmentMeaning.HAEMORRHAGE,
                "IVH", SegmentMeaning.VENTRICULAR_BLOOD,
                "intraventricular haemorrhage", SegmentMeaning.VENTRICULAR_BLOOD,
                "perihaematomal oedema", SegmentMeaning.OEDEMA,
                "PHE", SegmentMeaning.OEDEMA,
                "label 3", SegmentMeaning.OTHER,
                "rich", SegmentMeaning.OTHER);
        meanings.forEach((name, meaning) -> assertEquals(meaning, SegmentMeaning.of(name), name));
    }

    @Test
    void attributesAreInTheOrderOfTheirTags() {
        for (int i = 1; i < Attribute.values().length; i++)
            assertTrue(
                    Integer.compareUnsigned(Attribute.values()[i - 1].tag(), Attribute.values()[i].tag()) < 0,
                    Attribute.values()[i].name());
    }
}
