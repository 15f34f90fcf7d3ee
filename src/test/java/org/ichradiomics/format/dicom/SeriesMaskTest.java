package org.ichradiomics.format.dicom;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import net.imglib2.Cursor;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.Shared;
import org.ichradiomics.format.FileKind;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * SEG and RTSTRUCT voxel by voxel against truth that other programs drew ({@code shared/masks}: written by one, read
 * back by another), and frame by frame of public files of dcmqi and highdicom.
 */
class SeriesMaskTest {

    @TempDir
    private Path folder;

    static List<List<String>> expected() throws Exception {
        return Files.readAllLines(Shared.of("masks/expected.csv")).stream()
                .skip(1)
                .map(line -> Arrays.asList(line.split(",", 9)))
                .toList();
    }

    private static Labels laid(Path mask, Scan scan, Placement placement) throws InvalidInputException {
        try (OpenFiles files = new OpenFiles()) {
            return FileKind.ofMask(mask, files).open(mask, files).mask(scan, placement);
        }
    }

    private static Labels laid(List<String> row) throws InvalidInputException {
        Scan scan = DicomFolder.read(Shared.of("masks/" + row.get(1)));
        return laid(Shared.of("masks/" + row.get(0)), scan, Placement.CHECKED);
    }

    @ParameterizedTest
    @MethodSource("expected")
    void everyVoxelIsThatOfTheTruth(List<String> row) throws Exception {
        String number = row.get(2);
        if (row.get(4).equals("refuse")) {
            String sentence =
                    assertThrows(InvalidInputException.class, () -> laid(row)).getMessage();
            assertTrue(sentence.matches(".*(frame of reference|between two slices).*"), sentence);
            return;
        }
        Labels labels = laid(row);
        long voxels = Long.parseLong(row.get(5));
        if (voxels == 0) {
            String sentence = assertThrows(InvalidInputException.class, () -> labels.number(number))
                    .getMessage();
            assertTrue(sentence.contains(row.get(3)) && sentence.contains("empty"), sentence);
            return;
        }
        Scan truth = FileKind.NIFTI
                .open(Shared.of("masks/truth/" + row.get(7)), new OpenFiles())
                .scan();
        Cursor<DoubleType> there = Views.flatIterable(truth.hu()).cursor();
        long wrong = 0;
        for (NativeBoolType inside : Views.flatIterable(labels.select(number)))
            if (inside.get() != (there.next().get() != 0)) wrong++;
        assertEquals(0, wrong, row.toString());
        assertEquals(
                Double.parseDouble(row.get(6)),
                labels.list().stream()
                        .filter(label -> label.value() == Long.parseLong(number))
                        .findFirst()
                        .orElseThrow()
                        .millilitres(),
                1e-4);
    }

    @Test
    void theNameIsAChoiceWhereOnlyOneBearsIt() throws Exception {
        Scan scan = DicomFolder.read(Shared.of("masks/ct"));
        Labels three = laid(Shared.of("masks/seg/s03_three_segments_mixed.dcm"), scan, Placement.CHECKED);
        assertEquals(3, three.number("Oedema"));
        assertEquals(1, three.number(Labels.ANY));
        Labels twice = laid(Shared.of("masks/rt/r07_several_rois.dcm"), scan, Placement.CHECKED);
        for (String word : List.of("haematoma", Labels.ANY)) {
            String sentence = assertThrows(InvalidInputException.class, () -> twice.number(word))
                    .getMessage();
            assertTrue(sentence.contains("1 haematoma (7.518 mL)") && sentence.contains("9 haematoma"), sentence);
        }
        assertEquals(7, twice.number("ivh"));
    }

    @Test
    void anotherFrameOfReferenceIsLaidOnWhenAsked() throws Exception {
        Scan scan = DicomFolder.read(Shared.of("masks/ct"));
        Labels labels = laid(Shared.of("masks/seg/s08_other_frame_of_reference.dcm"), scan, Placement.FORCED);
        assertEquals(1648, labels.list().get(0).voxels());
        assertTrue(labels.warnings().toString().contains("another frame of reference"), labels.warnings()::toString);
    }

    @Test
    void aScanWithoutFrameOfReferenceIsSaid() throws Exception {
        Scan scan = DicomFolder.read(Shared.of("masks/ct"));
        Scan plain = new Scan(scan.name(), scan.stored(), 1, 0, scan.geometry().withFrame(null));
        Labels labels = laid(Shared.of("masks/rt/r01_plain.dcm"), plain, Placement.CHECKED);
        assertEquals(2081, labels.list().get(0).voxels());
        assertTrue(labels.warnings().toString().contains("by its place alone"), labels.warnings()::toString);
    }

    @Test
    void fractionsAreSaid() throws Exception {
        Scan scan = DicomFolder.read(Shared.of("masks/ct"));
        Labels labels = laid(Shared.of("masks/seg/s05_fractional_occupancy_max100.dcm"), scan, Placement.CHECKED);
        // 5.955242 mL of 0.85 × 0.85 × 5 mm.
        assertTrue(
                labels.warnings().toString().contains("summed up they are 1648.5 voxels"), labels.warnings()::toString);
    }

    @Test
    void itIsNoScan() {
        for (String name : List.of("masks/seg/s01_binary.dcm", "masks/rt/r01_plain.dcm")) {
            String sentence = assertThrows(InvalidInputException.class, () -> {
                        try (OpenFiles files = new OpenFiles()) {
                            Path file = Shared.of(name);
                            FileKind.require(file, files).open(file, files).scan();
                        }
                    })
                    .getMessage();
            assertTrue(sentence.endsWith("not CT slices: choose the scan, and this as its mask."), sentence);
        }
    }

    /** Their own CT lies beside three of the six. */
    @Test
    void publicFilesFrameByFrame() throws Exception {
        unzip(Shared.of("masks/public/dcmqi_ct3slice.zip"));
        Map<String, List<Long>> expected = new TreeMap<>();
        for (String line : Files.readAllLines(Shared.of("masks/public/expected_frames.csv"))) {
            String[] cells = line.split(",", 9);
            if (!cells[0].equals("file"))
                expected.computeIfAbsent(cells[0], k -> new ArrayList<>()).add(Long.parseLong(cells[6]));
        }
        assertEquals(6, expected.size());
        for (String name : expected.keySet()) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) Files.copy(Shared.of("masks/public/" + name), file);
            long[] frames;
            try (OpenFiles files = new OpenFiles()) {
                frames = ((Segmentation) SeriesMask.of(file, files)).pixelsOfFrames();
            }
            List<Long> found =
                    Arrays.stream(frames).filter(n -> n > 0).boxed().sorted().toList();
            assertEquals(expected.get(name).stream().sorted().toList(), found, name);
        }
    }

    @Test
    void publicFilesOnTheirScans() throws Exception {
        unzip(Shared.of("masks/public/dcmqi_ct3slice.zip"));
        Path slices = Files.createDirectory(folder.resolve("ct"));
        for (int i = 1; i <= 3; i++)
            Files.move(folder.resolve("dq_ct-3slice_0" + i + ".dcm"), slices.resolve(i + ".dcm"));
        Scan scan = DicomFolder.read(slices);
        Map<Long, Long> sums = new HashMap<>();
        laid(folder.resolve("dq_partial_overlaps.dcm"), scan, Placement.CHECKED)
                .list()
                .forEach(label -> sums.put(label.value(), label.voxels()));
        // Sums of expected_frames.csv.
        assertEquals(Map.of(1L, 9602L, 2L, 11888L, 3L, 117L + 117 + 10509, 4L, 6693L, 5L, 4713L), sums);
        assertEquals(
                36233 + 35645 + 35220,
                laid(folder.resolve("dq_liver.dcm"), scan, Placement.CHECKED)
                        .list()
                        .get(0)
                        .voxels());
        Scan single = DicomFolder.read(Shared.of("masks/public/hd_ct_image.dcm"));
        Labels one = laid(Shared.of("masks/public/hd_seg_image_ct_binary_single_frame.dcm"), single, Placement.CHECKED);
        assertEquals(1832, one.list().get(0).voxels());
        assertTrue(Intervals.equalDimensions(one.select("1"), single.hu()));
    }

    private void unzip(Path archive) throws Exception {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; )
                Files.copy(zip, folder.resolve(Path.of(entry.getName()).getFileName()));
        }
    }

    /** The UID leads to a patient, the digest does not. */
    @Test
    void theFrameOfReferenceIsKeptAsADigest() throws Exception {
        Optional<String> frame =
                DicomFolder.read(Shared.of("masks/ct")).geometry().frame();
        assertTrue(frame.orElseThrow().matches("[0-9a-f]{16}"), frame::toString);
    }
}
