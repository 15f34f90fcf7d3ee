package org.ichradiomics.phantom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.Opener;
import ij.io.RoiDecoder;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.integer.ShortType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.feature.FeatureVector;
import org.ichradiomics.format.Nifti;
import org.ichradiomics.measure.ExtractionSettings;
import org.ichradiomics.measure.Extractor;
import org.ichradiomics.region.Region;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The committed sample images are what the generator of today makes, and ImageJ reads them as meant. */
class SampleImagesTest {

    private static final Path FOLDER = Path.of("sample-images");

    private static Phantom phantom;

    @TempDir
    private static Path remade;

    @BeforeAll
    static void make() throws IOException, InvalidInputException {
        phantom = HeadPhantom.make();
        SampleImages.write(phantom, remade);
    }

    @Test
    void theyAreRemadeBitForBit() throws IOException {
        // The compressed bytes depend on the zlib of the Java at hand, so what they unpack to is compared.
        assertArrayEquals(unpacked(remade.resolve(SampleImages.NIFTI)), unpacked(FOLDER.resolve(SampleImages.NIFTI)));
        assertArrayEquals(unpacked(remade.resolve(SampleImages.MASK)), unpacked(FOLDER.resolve(SampleImages.MASK)));
        assertArrayEquals(
                Files.readAllBytes(remade.resolve(SampleImages.ROIS)),
                Files.readAllBytes(FOLDER.resolve(SampleImages.ROIS)));
    }

    @Test
    void theStackHoldsThePhantomInHounsfieldUnits() {
        ImagePlus image = open();
        assertEquals(HeadPhantom.SLICES, image.getNSlices());
        assertEquals(16, image.getBitDepth());
        Calibration calibration = image.getCalibration();
        Cursor<ShortType> hu = phantom.scan().localizingCursor();
        while (hu.hasNext()) {
            short expected = hu.next().get();
            int raw = image.getStack()
                    .getProcessor(hu.getIntPosition(2) + 1)
                    .get(hu.getIntPosition(0), hu.getIntPosition(1));
            assertEquals(expected, calibration.getCValue(raw));
        }
    }

    @Test
    void theStackIsCalibratedAndShownInTheBrainWindow() {
        ImagePlus image = open();
        Calibration calibration = image.getCalibration();
        assertEquals("mm", calibration.getUnit());
        assertEquals("HU", calibration.getValueUnit());
        assertEquals(HeadPhantom.SPACING.x(), calibration.pixelWidth);
        assertEquals(HeadPhantom.SPACING.y(), calibration.pixelHeight);
        assertEquals(HeadPhantom.SPACING.z(), calibration.pixelDepth);
        assertEquals(0, calibration.getCValue(image.getDisplayRangeMin()));
        assertEquals(80, calibration.getCValue(image.getDisplayRangeMax()));
        assertNull(image.getOverlay());
        assertNull(image.getRoi());
        assertFalse(image.getTitle().contains("/"));
    }

    @Test
    void theNiftiFilesGiveTheFeaturesOfThePhantom() throws InvalidInputException {
        Scan scan = Nifti.readScan(FOLDER.resolve(SampleImages.NIFTI));
        assertEquals("LPS", scan.geometry().storedAxes().orElseThrow());
        assertEquals(List.of(), scan.warnings());
        assertEquals(HeadPhantom.SPACING, scan.geometry().spacing().orElseThrow());
        RandomAccessibleInterval<BoolType> mask = Converters.convert(
                Nifti.readScan(FOLDER.resolve(SampleImages.MASK)).hu(),
                (value, inside) -> inside.set(value.get() == 1),
                new BoolType());
        Region region = Region.of(scan.hu(), mask, scan.geometry().spacing().orElseThrow());
        FeatureVector expected = Extractor.with(ExtractionSettings.AK).measure(phantom.region());
        FeatureVector features = Extractor.with(ExtractionSettings.AK).measure(region);
        for (int i = 0; i < expected.size(); i++) {
            int feature = i;
            assertEquals(
                    expected.get(i),
                    features.get(i),
                    () -> expected.features().get(feature).name());
        }
    }

    @Test
    void theRoisCoverTheMaskAndNothingElse() throws IOException {
        boolean[][] covered = new boolean[HeadPhantom.SLICES][HeadPhantom.COLUMNS * HeadPhantom.ROWS];
        for (Roi roi : rois()) {
            ImageProcessor inside = roi.getMask(); // null for a rectangle, which is full
            for (int y = 0; y < roi.getBounds().height; y++) {
                for (int x = 0; x < roi.getBounds().width; x++) {
                    if (inside != null && inside.get(x, y) == 0) continue;
                    covered[roi.getPosition() - 1][
                            (roi.getBounds().y + y) * HeadPhantom.COLUMNS + roi.getBounds().x + x] = true;
                }
            }
        }
        RandomAccess<NativeBoolType> mask = phantom.mask().randomAccess();
        for (int z = 0; z < HeadPhantom.SLICES; z++) {
            for (int i = 0; i < covered[z].length; i++) {
                mask.setPosition(new int[] {i % HeadPhantom.COLUMNS, i / HeadPhantom.COLUMNS, z});
                assertEquals(mask.get().get(), covered[z][i]);
            }
        }
    }

    @Test
    void theRoisAreAsAReaderLeavesThem() throws IOException {
        List<Roi> rois = rois();
        assertEquals(
                List.of(2, 3, 4, 5, 5, 6, 7),
                rois.stream().map(Roi::getPosition).toList());
        assertEquals(
                List.of(4),
                rois.stream()
                        .filter(roi -> roi instanceof ShapeRoi)
                        .map(Roi::getPosition)
                        .toList());
        for (Roi roi : rois) {
            assertTrue(roi.isArea());
            assertTrue(roi.getName().matches(String.format("%04d-\\d{4}-\\d{4}", roi.getPosition())), roi::getName);
        }
    }

    @Test
    void theHaematomaIsTheOneThatIsDescribed() throws IOException {
        Region region = phantom.region();
        String readme = Files.readString(FOLDER.resolve("README.md"));
        assertEquals(6, region.slices());
        assertTrue(readme.contains(String.format("%d voxels", region.size())), () -> region.size() + " voxels");
        assertTrue(
                readme.contains(String.format(Locale.ROOT, "%.3f mL", region.volume() / 1000)),
                () -> region.volume() + " mm³");
    }

    @Test
    void theyAreSmall() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            long bytes = files.mapToLong(file -> file.toFile().length()).sum();
            assertTrue(bytes < 3_000_000, () -> bytes + " bytes");
        }
    }

    private static ImagePlus open() {
        return new Opener().openImage(FOLDER.resolve(SampleImages.TIFF).toString());
    }

    private static List<Roi> rois() throws IOException {
        List<Roi> rois = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(FOLDER.resolve(SampleImages.ROIS))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                rois.add(new RoiDecoder(zip.readAllBytes(), entry.getName().replace(".roi", "")).getRoi());
            }
        }
        return rois;
    }

    private static byte[] unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }
}
