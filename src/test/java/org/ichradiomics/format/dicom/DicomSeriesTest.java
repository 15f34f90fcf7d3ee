package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.format.ScanFile;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Header;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

import static org.ichradiomics.format.dicom.DicomCase.assertHead;
import static org.ichradiomics.format.dicom.DicomCase.assertWarns;
import static org.ichradiomics.format.dicom.DicomCase.refusal;
import static org.ichradiomics.format.dicom.DicomCase.series;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A folder of slices becomes a volume: right order, right distance, every departure said.
 *
 * <p>Covers DicomFolder, Leftover and ZipNames.
 */
class DicomSeriesTest {

    @AutoClose
    private final OpenFiles files = new OpenFiles();

    @TempDir
    Path folder;

    @Test
    void aPlainSeriesIsReadWithoutAWord() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(folder, 5, z -> slice -> slice));
        assertHead(scan, 0, 1, 2, 3, 4);
        assertEquals(List.of(), scan.warnings());
        assertEquals(new Spacing(0.5, 0.5, 5), scan.geometry().spacing().orElseThrow());
        assertEquals("LPS", scan.geometry().storedAxes().orElseThrow());
        Header header = DicomFolder.of(folder, files).header();
        assertEquals("int16", header.datatype());
        assertArrayEquals(scan.geometry().lengths(), header.geometry().lengths());
        assertEquals(folder.getFileName().toString(), scan.name());
        // LPS (−100, −80, 0) is RAS (100, 80, 0).
        assertAffine(scan, -0.5, 0, 0, 100, 0, -0.5, 0, 80, 0, 0, 5, 0);
    }

    @Test
    void theDoorForAllFilesKnowsFoldersAndFiles() throws InvalidInputException {
        series(folder, 3, z -> slice -> slice);
        assertHead(ScanFile.readScan(folder), 0, 1, 2);
        assertHead(ScanFile.readScan(folder.resolve(DicomCase.name(1))), 1);
        assertEquals("DICOM", ScanFile.probe(folder).kind());
    }

    /** Names and instance numbers say 4, 3, 2, 1, 0; positions are believed. */
    @Test
    void orderIsByPositionNeverByNumberOrName() throws IOException, InvalidInputException {
        for (int z = 0; z < 5; z++) {
            DicomBytes.slice(z)
                    .pixels(DicomCase.slice(z))
                    .text(0x00200013, "IS", Integer.toString(5 - z))
                    .write(folder.resolve("ax" + (z * 7 + 3) % 5 + ".dcm"));
        }
        Scan scan = DicomFolder.read(folder);
        assertHead(scan, 0, 1, 2, 3, 4);
        assertEquals(List.of(), scan.warnings());
    }

    @Test
    void wrongInstanceNumbersDoNotMatter() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(folder, 5, z -> slice -> slice.text(0x00200013, "IS", "7")));
        assertHead(scan, 0, 1, 2, 3, 4);
        assertEquals(List.of(), scan.warnings());
    }

    @Test
    void aMissingSliceIsNamedByItsPlace() throws InvalidInputException, IOException {
        series(folder, 12, z -> slice -> slice);
        Files.delete(folder.resolve(DicomCase.name(7)));
        Scan scan = DicomFolder.read(folder);
        assertHead(scan, 0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11);
        assertWarns(scan, "lacks slices between slice 7 and 8 (10 mm instead of 5 mm)", "no single slice distance");
        assertTrue(scan.geometry().spacing().isEmpty());
        assertArrayEquals(new double[] {0.5, 0.5, Double.NaN}, scan.geometry().lengths());
    }

    /** The last slice, so that no gap tells of it; wherever in its header the file ends. */
    @Test
    void aSliceWithoutPixelsIsNeverLostInSilence() throws InvalidInputException, IOException {
        series(folder, 4, z -> slice -> slice);
        Path last = folder.resolve(DicomCase.name(3));
        byte[] whole = Files.readAllBytes(last);
        for (int length = 132; length < whole.length - DicomCase.COLUMNS * DicomCase.ROWS * 2 - 12; length++) {
            Files.write(last, Arrays.copyOf(whole, length));
            Scan scan = DicomFolder.read(folder);
            assertHead(scan, 0, 1, 2);
            assertWarns(scan, "holds a file that could not be read, so slices may be missing: IM0003");
        }
        Files.write(last, new byte[0]);
        Files.write(folder.resolve("done"), new byte[0]);
        assertWarns(DicomFolder.read(folder), "holds an empty file, IM0003, so slices may be missing");
    }

    /** With 1 and 0 for the slice that says nothing, its HU would be off by 1024. */
    @Test
    void aRescaleInSomeSlicesOnlyIsRefused() {
        series(folder, 5, z -> slice -> z == 3 ? slice.without(0x00281052, 0x00281053) : slice.rescale(1, -1024));
        String sentence = refusal(folder);
        assertTrue(sentence.contains("in some slices, such as IM0000, but not in IM0003"), sentence);
    }

    @Test
    void aFolderMayBeALink() throws InvalidInputException, IOException {
        series(Files.createDirectory(folder.resolve("scan")), 3, z -> slice -> slice);
        Path link = folder.resolve("link");
        try {
            Files.createSymbolicLink(link, folder.resolve("scan"));
        } catch (IOException | UnsupportedOperationException e) {
            Assumptions.abort("links cannot be made here");
        }
        assertHead(DicomFolder.read(link), 0, 1, 2);
    }

    @Test
    void aSliceThatIsThereTwiceIsTakenOnce() throws InvalidInputException {
        series(folder, 5, z -> slice -> slice);
        DicomBytes.slice(2).pixels(DicomCase.slice(2)).write(folder.resolve("copy"));
        Scan scan = DicomFolder.read(folder);
        assertHead(scan, 0, 1, 2, 3, 4);
        assertWarns(scan, "holds one slice twice, and copy was left out");
        assertEquals(5, scan.geometry().spacing().orElseThrow().z());
    }

    @Test
    void twoImagesOfOnePlaceAreRefused() {
        series(folder, 5, z -> slice -> slice);
        DicomBytes.slice(2).pixels(DicomCase.slice(3)).write(folder.resolve("other"));
        String sentence = refusal(folder);
        assertTrue(sentence.contains("two different images of one place, IM0002 and other"), sentence);
    }

    /** The same pixels under another intercept are other values. */
    @Test
    void aCopyWithAnotherInterceptIsAnotherImage() {
        series(folder, 5, z -> slice -> slice);
        DicomBytes.slice(2).pixels(DicomCase.slice(2)).rescale(1, -1024).write(folder.resolve("other"));
        assertTrue(refusal(folder).contains("two different images of one place"));
    }

    @Test
    void mixedDistanceAndThicknessAreBothSaid() throws InvalidInputException {
        double[] at = {0, 2.5, 5, 7.5, 10, 15, 20, 25};
        Scan scan = DicomFolder.read(series(
                folder, 8, z -> slice -> slice.position(-100, -80, at[z]).text(0x00180050, "DS", z < 4 ? "2.5" : "5")));
        assertHead(scan, 0, 1, 2, 3, 4, 5, 6, 7);
        assertWarns(scan, "mixed slice distance, 2.5 mm (4 ×), 5 mm (3 ×)");
        assertWarns(scan, "mixed thickness, 2.5 mm (4 ×), 5 mm (4 ×)");
        assertTrue(scan.geometry().spacing().isEmpty());
    }

    @Test
    void roundedPositionsAreEven() throws InvalidInputException {
        double[] at = {0, 0.63, 1.25, 1.88, 2.5};
        Scan scan = DicomFolder.read(series(
                folder, 5, z -> slice -> slice.position(-100, -80, at[z]).text(0x00180050, "DS", "0.625")));
        assertEquals(List.of(), scan.warnings());
        assertEquals(0.625, scan.geometry().spacing().orElseThrow().z());
    }

    /** Table at 15°: slices stand 5 mm apart along z, 4.83 mm along the normal, and are sheared by 1.29 mm. */
    @Test
    void aTiltedGantryIsMeasuredAlongTheNormal() throws InvalidInputException {
        double sin = Math.sin(Math.toRadians(15));
        double cos = Math.cos(Math.toRadians(15));
        Scan scan = DicomFolder.read(series(
                folder,
                5,
                z -> slice -> slice.orientation(1, 0, 0, 0, cos, -sin).text(0x00181120, "DS", "15")));
        assertHead(scan, 0, 1, 2, 3, 4);
        assertWarns(scan, "tilted gantry (15°)", "1.294 mm", "along the normal");
        assertWarns(scan, "5 mm thick and 4.83 mm apart", "overlap");
        assertEquals(5 * cos, scan.geometry().spacing().orElseThrow().z(), 1e-6);
        // Upright on the first slice: normal (0, sin, cos) in LPS, times 5 cos.
        assertAffine(scan, -0.5, 0, 0, 100, 0, -0.5 * cos, -5 * cos * sin, 80, 0, -0.5 * sin, 5 * cos * cos, 0);
    }

    @Test
    void aTiltThatWasCorrectedIsSaid() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(folder, 3, z -> slice -> slice.text(0x00181120, "DS", "-20.5")));
        assertWarns(scan, "tilted gantry (-20.5°)", "corrected already");
        assertEquals(5, scan.geometry().spacing().orElseThrow().z());
    }

    /** A head turned about x without shear: positions run along the normal. */
    @Test
    void anObliqueSeriesKeepsItsDirections() throws InvalidInputException {
        double sin = 0.6;
        double cos = 0.8;
        Scan scan = DicomFolder.read(series(
                folder,
                4,
                z -> slice -> slice.orientation(1, 0, 0, 0, cos, -sin).position(-100, -80 + 5 * z * sin, 5 * z * cos)));
        assertHead(scan, 0, 1, 2, 3);
        assertEquals(List.of(), scan.warnings());
        assertEquals(new Spacing(0.5, 0.5, 5), scan.geometry().spacing().orElseThrow());
        assertAffine(scan, -0.5, 0, 0, 100, 0, -0.4, -3, 80, 0, -0.3, 4, 0);
    }

    /**
     * Prone, feet first: rows to the right, columns to the front; the volume is turned to left, back and head all the
     * same.
     */
    @Test
    void aProneSeriesComesOutUpright() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(
                folder, 4, z -> slice -> slice.orientation(-1, 0, 0, 0, -1, 0).position(100, 80, 5 * z)));
        assertEquals("RAS", scan.geometry().storedAxes().orElseThrow());
        assertEquals(List.of(), scan.warnings());
        double[] hu = DicomCase.hu(scan);
        for (int z = 0, i = 0; z < 4; z++) {
            for (int y = 0; y < 6; y++) {
                for (int x = 0; x < 8; x++) assertEquals(DicomCase.hu(7 - x, 5 - y, z), hu[i++]);
            }
        }
        assertAffine(scan, -0.5, 0, 0, -96.5, 0, -0.5, 0, -77.5, 0, 0, 5, 0);
    }

    @Test
    void anisotropicPixelsKeepTheirSides() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(folder, 3, z -> slice -> slice.text(0x00280030, "DS", "0.75\\0.25")));
        // PixelSpacing is distance of rows, then of columns.
        assertEquals(new Spacing(0.25, 0.75, 5), scan.geometry().spacing().orElseThrow());
    }

    @Test
    void withoutPixelSpacingThePlaneIsUnknown() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(folder, 3, z -> slice -> slice.without(0x00280030)));
        assertHead(scan, 0, 1, 2);
        assertWarns(scan, "PixelSpacing", "give the spacing in mm");
        assertArrayEquals(
                new double[] {Double.NaN, Double.NaN, 5}, scan.geometry().lengths());
        assertTrue(scan.geometry().spacing().isEmpty());
    }

    @Test
    void thicknessIsNotDistance() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(
                folder, 3, z -> slice -> slice.text(0x00180050, "DS", "3").text(0x00180088, "DS", "3")));
        assertWarns(scan, "3 mm thick and 5 mm apart", "leave gaps");
        assertEquals(5, scan.geometry().spacing().orElseThrow().z());
    }

    @Test
    void aSingleSliceIsAsFarAsItIsThick() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(folder, 1, z -> slice -> slice.text(0x00180088, "DS", "20")));
        assertHead(scan, 0);
        assertWarns(scan, "single slice", "thickness of 5 mm");
        assertEquals(5, scan.geometry().spacing().orElseThrow().z());
        Scan unknown = DicomFolder.read(DicomBytes.slice(0)
                .without(0x00180050)
                .pixels(DicomCase.slice(0))
                .write(folder.resolve("one")));
        assertWarns(unknown, "single slice", "give the spacing in mm");
        assertTrue(unknown.geometry().spacing().isEmpty());
    }

    @Test
    void withoutPositionsTheNumbersAreTakenAndThatIsSaid() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(
                folder,
                4,
                z -> slice -> slice.without(0x00200032)
                        .text(0x00200013, "IS", Integer.toString(9 - z))
                        .text(0x00180088, "DS", "4")));
        assertHead(scan, 3, 2, 1, 0);
        assertWarns(
                scan,
                "does not say where its slices lie",
                "InstanceNumber",
                "4 mm was taken from SpacingBetweenSlices");
        assertEquals(4, scan.geometry().spacing().orElseThrow().z());
        assertTrue(scan.geometry().affine().isEmpty());
    }

    @Test
    void withoutPositionsAndNumbersTheFilesAreTakenAndThatIsSaid() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(folder, 3, z -> slice -> slice.without(0x00200032, 0x00200013)));
        assertHead(scan, 0, 1, 2);
        assertWarns(scan, "by file", "5 mm was taken from SliceThickness");
    }

    @Test
    void oneSliceWithoutAPositionIsNamed() {
        series(folder, 4, z -> slice -> z == 2 ? slice.without(0x00200032) : slice);
        assertTrue(refusal(folder).contains("but not IM0002"));
    }

    @ParameterizedTest
    @CsvSource({"1, -1024", "2, -1024", "0.25, 0", "0.5, -1000", "1, 0"})
    void valuesAreSlopeTimesStoredPlusIntercept(double slope, double intercept) throws InvalidInputException {
        Scan scan = DicomFolder.read(series(
                folder,
                3,
                z -> slice -> slice.rescale(slope, intercept).pixels(DicomCase.stored(z, slope, intercept))));
        double[] expected = new double[3 * 48];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = DicomCase.stored(i / 48, slope, intercept)[i % 48] * slope + intercept;
        }
        assertArrayEquals(expected, DicomCase.hu(scan));
        assertEquals(List.of(), scan.warnings());
        assertEquals(ShortType.class, scan.stored().getType().getClass());
    }

    @Test
    void whatInt16CannotHoldIsKeptExactly() throws InvalidInputException {
        int[] values = DicomCase.slice(0);
        values[20] = 65535 - 1024;
        Path wide = DicomBytes.slice(0)
                .bits(16, 16, 15, false)
                .pixels(shifted(values, 1024))
                .rescale(1, -1024)
                .write(folder.resolve("wide"));
        Scan scan = DicomFolder.read(wide);
        assertEquals(FloatType.class, scan.stored().getType().getClass());
        for (int i = 0; i < values.length; i++) assertEquals(values[i], DicomCase.hu(scan)[i]);
        int[] odd = DicomCase.slice(1);
        Scan tenth =
                DicomFolder.read(DicomBytes.slice(0).rescale(0.1, 0).pixels(odd).write(folder.resolve("tenth")));
        assertEquals(DoubleType.class, tenth.stored().getType().getClass());
        for (int i = 0; i < odd.length; i++) assertEquals(odd[i] * 0.1, DicomCase.hu(tenth)[i]);
    }

    @Test
    void unsignedAndSignedAreTheSameHead() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(
                folder,
                3,
                z -> slice -> slice.bits(16, 12, 11, false).rescale(1, -1024).pixels(DicomCase.stored(z, 1, -1024))));
        assertHead(scan, 0, 1, 2);
    }

    /** 12 bits in the middle of 16, noise around them: overlays of old. */
    @Test
    void onlyTheStoredBitsCount() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(
                folder,
                3,
                z -> slice -> slice.bits(16, 12, 13, true)
                        .pixels(Arrays.stream(DicomCase.slice(z))
                                .map(v -> (v & 0xfff) << 2 | 0x8003)
                                .toArray())));
        assertHead(scan, 0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource({"8, 1.2.840.10008.1.2.1", "32, 1.2.840.10008.1.2.1", "32, 1.2.840.10008.1.2.2"})
    void otherWidthsAreRead(int bits, String syntax) throws InvalidInputException {
        Scan scan = DicomFolder.read(series(
                folder,
                2,
                z -> slice -> slice.syntax(syntax)
                        .bits(bits, bits, bits - 1, bits == 32)
                        .rescale(bits == 8 ? 8 : 1, bits == 8 ? -1024 : 0)
                        .pixels(DicomCase.stored(z, bits == 8 ? 8 : 1, bits == 8 ? -1024 : 0))));
        for (int z = 0; z < 2; z++) {
            for (int i = 0; i < 48; i++) {
                int hu = bits == 8 ? (DicomCase.slice(z)[i] + 1024) / 8 * 8 - 1024 : DicomCase.slice(z)[i];
                assertEquals(hu, DicomCase.hu(scan)[48 * z + i]);
            }
        }
    }

    @Test
    void interceptsMayChangeFromSliceToSlice() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(
                folder,
                6,
                z -> slice -> slice.rescale(1, z < 3 ? -1024 : 0).pixels(DicomCase.stored(z, 1, z < 3 ? -1024 : 0))));
        assertHead(scan, 0, 1, 2, 3, 4, 5);
        assertWarns(scan, "rescale that changes from slice to slice");
    }

    @Test
    void withoutRescaleTheValuesAreDoubted() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(folder, 3, z -> slice -> slice.without(0x00281052, 0x00281053)));
        assertHead(scan, 0, 1, 2);
        assertWarns(scan, "no rescale slope and intercept", "may not be HU");
    }

    @Test
    void otherModalitiesAreReadButNotAsHu() throws InvalidInputException {
        Scan scan = DicomFolder.read(series(folder, 3, z -> slice -> slice.text(0x00080060, "CS", "MR")));
        assertWarns(scan, "no CT but MR", "not HU");
    }

    @Test
    void paddingIsKeptAsStored() throws InvalidInputException {
        int[] values = DicomCase.slice(0);
        values[0] = -3024;
        Scan scan = DicomFolder.read(DicomBytes.slice(0)
                .numbers(0x00280120, "US", -3024)
                .pixels(values)
                .write(folder.resolve("padded")));
        assertEquals(-3024, DicomCase.hu(scan)[0]);
    }

    @Test
    void theLargerOfTwoSeriesIsTakenAndThatIsSaid() throws IOException, InvalidInputException {
        series(folder, 5, z -> slice -> slice);
        Path deeper = Files.createDirectories(folder.resolve("more").resolve("thick"));
        series(deeper, 3, z -> slice -> slice.series(2).text(0x00180050, "DS", "10"));
        Scan scan = DicomFolder.read(folder);
        assertHead(scan, 0, 1, 2, 3, 4);
        assertWarns(scan, "holds 2 series, and the one with 5 slices was taken, not 3 slices, 8 × 6, 10 mm, CT, axial");
        assertEquals(
                List.of("5 slices, 8 × 6, 5 mm, CT, axial", "3 slices, 8 × 6, 10 mm, CT, axial"),
                DicomFolder.of(folder, files).series());
        assertHead(DicomFolder.of(folder, files).all().get(1).read(), 0, 1, 2);
    }

    /** Two studies with one series number in each: interleaved by whoever sorts by number. */
    @Test
    void twoStudiesAreKeptApart() throws IOException, InvalidInputException {
        series(folder, 5, z -> slice -> slice);
        for (int z = 0; z < 4; z++) {
            DicomBytes.slice(z)
                    .study(2)
                    .position(-100, -80, 5 * z + 2.5)
                    .pixels(DicomCase.slice(4 - z))
                    .write(folder.resolve("later" + z));
        }
        Scan scan = DicomFolder.read(folder);
        assertHead(scan, 0, 1, 2, 3, 4);
        assertWarns(scan, "2 series of 2 studies", "5 slices");
    }

    @Test
    void scoutViewsAreLeftOut() throws InvalidInputException {
        series(folder, 5, z -> slice -> slice);
        DicomBytes.slice(0)
                .text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\LOCALIZER")
                .series(9)
                .orientation(0, 1, 0, 0, 0, -1)
                .pixels(DicomCase.slice(0))
                .write(folder.resolve("scout"));
        Scan scan = DicomFolder.read(folder);
        assertHead(scan, 0, 1, 2, 3, 4);
        assertWarns(scan, "scout view");
    }

    /** Same series, no word of it in the header, but another direction. */
    @Test
    void aStrayImageIsLeftOut() throws InvalidInputException {
        series(folder, 5, z -> slice -> slice);
        DicomBytes.slice(0)
                .orientation(0, 1, 0, 0, 0, -1)
                .pixels(DicomCase.slice(0))
                .write(folder.resolve("scout"));
        Scan scan = DicomFolder.read(folder);
        assertHead(scan, 0, 1, 2, 3, 4);
        assertWarns(scan, "an image of another size or direction");
    }

    @Test
    void onlyScoutViewsAreRefused() {
        DicomBytes.slice(0)
                .text(0x00080008, "CS", "ORIGINAL\\PRIMARY\\LOCALIZER")
                .pixels(DicomCase.slice(0))
                .write(folder.resolve("scout"));
        assertTrue(refusal(folder).contains("scout views"));
    }

    @Test
    void junkIsPassedOver() throws IOException, InvalidInputException {
        series(folder, 4, z -> slice -> slice);
        Files.writeString(folder.resolve("README.txt"), "not an image\n".repeat(40));
        Files.write(folder.resolve("Thumbs.db"), new byte[5000]);
        Files.write(folder.resolve("empty.dcm"), new byte[0]);
        DicomBytes.slice(0)
                .text(0x00080016, "UI", "1.2.840.10008.5.1.4.1.1.88.67")
                .write(folder.resolve("report"));
        new DicomBytes().text(0x00080016, "UI", "1.2.840.10008.1.3.10").write(folder.resolve("DICOMDIR"));
        Scan scan = DicomFolder.read(folder);
        assertHead(scan, 0, 1, 2, 3);
        assertEquals(List.of(), scan.warnings());
    }

    @Test
    void aFileWithoutAReadableHeaderIsMissed() throws IOException, InvalidInputException {
        series(folder, 4, z -> slice -> slice);
        Files.write(
                folder.resolve(DicomCase.name(3)),
                Arrays.copyOf(Files.readAllBytes(folder.resolve(DicomCase.name(3))), 300));
        Scan scan = DicomFolder.read(folder);
        assertHead(scan, 0, 1, 2);
        assertWarns(scan, "could not be read, so slices may be missing", "IM0003");
    }

    @Test
    void truncatedPixelsAreRefusedByName() throws InvalidInputException {
        series(folder, 4, z -> slice -> z == 2 ? slice.truncated(2) : slice);
        String sentence = refusal(folder);
        assertTrue(sentence.startsWith("IM0002 is cut short, its pixel data end early"), sentence);
    }

    @Test
    void aSingleFileIsReadAlone() throws InvalidInputException {
        series(folder, 4, z -> slice -> slice);
        Scan scan = DicomFolder.read(folder.resolve(DicomCase.name(2)));
        assertHead(scan, 2);
        assertWarns(scan, "IM0002 is a single slice", "open the folder");
    }

    @Test
    void namesOfOtherCodePagesAreRead() throws IOException, InvalidInputException {
        series(folder, 3, z -> slice -> slice);
        Path zip = folder.resolve("series.zip");
        try (ZipOutputStream out =
                new ZipOutputStream(Files.newOutputStream(zip), java.nio.charset.Charset.forName("IBM437"))) {
            for (int z = 0; z < 3; z++) {
                out.putNextEntry(new ZipEntry("Sch\u00e4del/" + DicomCase.name(z)));
                out.write(Files.readAllBytes(folder.resolve(DicomCase.name(z))));
            }
        }
        assertHead(DicomFolder.read(zip), 0, 1, 2);
    }

    /**
     * As macOS and Windows leave a folder, and pack it again: an AppleDouble of each slice, and files of other kinds.
     */
    @Test
    void whatDesktopsLeaveIsPassedOver() throws IOException, InvalidInputException {
        series(folder, 3, z -> slice -> slice);
        Path zip = Files.createTempDirectory(folder, "zipped").resolve("series.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int z = 0; z < 3; z++) {
                byte[] slice = Files.readAllBytes(folder.resolve(DicomCase.name(z)));
                // Of a fork, no slice; but one that looks like a slice would be the harder case.
                Files.write(folder.resolve("._" + DicomCase.name(z)), slice);
                out.putNextEntry(new ZipEntry("__MACOSX/study/._" + DicomCase.name(z)));
                out.write(slice);
                out.putNextEntry(new ZipEntry("study/" + DicomCase.name(z)));
                out.write(slice);
            }
            for (String other : List.of(".DS_Store", "Thumbs.db", "README.txt")) {
                Files.writeString(folder.resolve(other), other);
                out.putNextEntry(new ZipEntry("study/" + other));
                out.write(other.getBytes());
            }
        }
        Scan zipped = DicomFolder.read(zip);
        Files.delete(zip);
        for (Scan scan : List.of(zipped, DicomFolder.read(folder))) {
            assertHead(scan, 0, 1, 2);
            assertEquals(List.of(), scan.warnings());
        }
    }

    /** A list of places for the frames of an old multi-frame file; its own SliceLocation is that of none of them. */
    @Test
    void framesMayHaveAListOfLocations() throws InvalidInputException {
        int[] pixels = IntStream.range(0, 3)
                .flatMap(z -> Arrays.stream(DicomCase.slice(z)))
                .toArray();
        DicomBytes multi = DicomBytes.slice(0)
                .without(0x00200032)
                .text(0x00280008, "IS", "3")
                .text(0x00201041, "DS", "7")
                .text(0x00180050, "DS", "6")
                .pixels(pixels);
        Scan plain = DicomFolder.read(multi.write(folder.resolve("multi")));
        assertHead(plain, 0, 1, 2);
        assertWarns(plain, "6 mm was taken from SliceThickness");
        Scan located = DicomFolder.read(multi.text(0x00182005, "DS", "10\\5\\0").write(folder.resolve("multi")));
        assertHead(located, 2, 1, 0);
        assertEquals(5, located.geometry().lengths()[2]);
        assertWarns(located, "taken from SliceLocation");
    }

    @Test
    void aZipIsAFolder() throws IOException, InvalidInputException {
        Path zip = folder.resolve("series.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int z = 3; z >= 0; z--) {
                out.putNextEntry(new ZipEntry("study/IM" + z));
                out.write(DicomBytes.slice(z).pixels(DicomCase.slice(z)).toBytes());
            }
        }
        assertTrue(DicomCase.isDicom(zip));
        Scan scan = DicomFolder.read(zip);
        assertHead(scan, 0, 1, 2, 3);
        assertEquals(List.of(), scan.warnings());
    }

    private static void assertAffine(Scan scan, double... expected) {
        Affine affine = scan.geometry().affine().orElseThrow();
        for (int i = 0; i < 12; i++) assertEquals(expected[i], affine.get(i / 4, i % 4), 1e-6, "element " + i);
    }

    private static int[] shifted(int[] values, int by) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }
}
