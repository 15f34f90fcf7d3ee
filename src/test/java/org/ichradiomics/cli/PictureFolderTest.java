package org.ichradiomics.cli;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ShortProcessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Scans and masks as folders of pictures. Covers PictureFolder of format. */
class PictureFolderTest {

    private static final int SIZE = 12;
    private static final int SLICES = 11;

    @TempDir
    private Path folder;

    /** The grey value of a scan: its slice can be told from it. */
    private static int grey(int x, int y, int z) {
        return 30 + 3 * z + (x + y) % 7;
    }

    private static int label(int x, int y, int z) {
        return x > 2 && x < 7 && y > 3 && y < 9 && z > 1 && z < 6 ? 1 : 0;
    }

    private interface Voxel {
        int at(int x, int y, int z);
    }

    private Path write(String name, String format, int type, Voxel voxel) throws IOException {
        Path slices = Files.createDirectories(folder.resolve(name));
        for (int z = 0; z < SLICES; z++) {
            BufferedImage slice = new BufferedImage(SIZE, SIZE, type);
            for (int i = 0; i < SIZE * SIZE; i++) {
                int value = voxel.at(i % SIZE, i / SIZE, z);
                if (slice.getRaster().getNumBands() == 1) slice.getRaster().setSample(i % SIZE, i / SIZE, 0, value);
                else slice.setRGB(i % SIZE, i / SIZE, value * 0x10101);
            }
            // Without zeros before the number: 10 comes behind 2.
            assertTrue(ImageIO.write(
                    slice, format, slices.resolve("s" + (z + 1) + "." + format).toFile()));
        }
        return slices;
    }

    private FeatureTable extract(int exit, Path image, Path mask, Object... more) throws Exception {
        Path out = folder.resolve("t.csv");
        Files.deleteIfExists(out);
        Files.deleteIfExists(folder.resolve("t.json"));
        Object[] args = {"extract", image, "--mask", mask, "--out", out};
        Console run = Console.run(java.util.stream.Stream.concat(List.of(args).stream(), List.of(more).stream())
                .toArray());
        assertEquals(exit, run.exit(), run.out() + run.err());
        return exit == 0 ? FeatureTableCsv.read(out) : FeatureTable.of(List.of("said"), List.of(List.of(run.err())));
    }

    @ParameterizedTest
    @CsvSource({
        "png, 10, no HU",
        "png, 1, no HU",
        "bmp, 10, no HU",
        "png, 11, taken as HU",
    })
    void theVoxelsOfThePictures(String format, int type, String said) throws Exception {
        Path image = write("ct", format, type, PictureFolderTest::grey);
        Path mask = write("mask", "png", BufferedImage.TYPE_BYTE_GRAY, PictureFolderTest::label);
        FeatureTable row = extract(0, image, mask, "--spacing", "0.5,0.5,5");
        double sum = 0;
        int voxels = 0;
        for (int z = 0; z < SLICES; z++)
            for (int y = 0; y < SIZE; y++)
                for (int x = 0; x < SIZE; x++) {
                    if (label(x, y, z) == 0) continue;
                    sum += grey(x, y, z);
                    voxels++;
                }
        assertEquals(List.of(Integer.toString(voxels)), row.texts("Voxels"));
        assertEquals(sum, Double.parseDouble(row.texts("VoxelValueSum").get(0)), 1e-9);
        assertEquals(
                voxels * 1.25 / 1000,
                Double.parseDouble(row.texts("Volume (mL)").get(0)),
                1e-12);
        String notes = row.texts("Notes").get(0);
        assertTrue(notes.contains(said) && notes.contains("s1." + format + " to s11." + format), notes);
    }

    /** JPEG rounds: of a mask the bright half is the label. */
    @Test
    void aMaskOfJpeg() throws Exception {
        Path image = write("ct", "png", BufferedImage.TYPE_BYTE_GRAY, PictureFolderTest::grey);
        Path mask = write("mask", "jpg", BufferedImage.TYPE_BYTE_GRAY, (x, y, z) -> 255 * label(x, y, z));
        assertEquals(
                List.of("80"), extract(0, image, mask, "--spacing", "0.5,0.5,5").texts("Voxels"));
    }

    /** ImageJ stores signed values with an offset that its description tells. */
    @Test
    void slicesThatImageJSaved() throws Exception {
        Path slices = Files.createDirectories(folder.resolve("ct"));
        for (int z = 0; z < SLICES; z++) {
            ShortProcessor slice = new ShortProcessor(SIZE, SIZE);
            for (int i = 0; i < SIZE * SIZE; i++) slice.set(i, grey(i % SIZE, i / SIZE, z) - 100 + 32768);
            ImagePlus one = new ImagePlus("s", slice);
            one.getCalibration().setSigned16BitCalibration();
            IJ.saveAsTiff(one, slices.resolve("s" + (z + 1) + ".tif").toString());
        }
        Files.writeString(slices.resolve("spacing"), "0.5 0.5 5 mm\n");
        Path mask = write("mask", "png", BufferedImage.TYPE_BYTE_BINARY, PictureFolderTest::label);
        FeatureTable row = extract(0, slices, mask);
        assertEquals(
                grey(3, 4, 2) - 100,
                Double.parseDouble(row.texts("MinIntensity").get(0)),
                2);
        assertTrue(Double.parseDouble(row.texts("MaxIntensity").get(0)) < 0);
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        Path image = write("ct", "png", BufferedImage.TYPE_BYTE_GRAY, PictureFolderTest::grey);
        Path mask = write("mask", "png", BufferedImage.TYPE_BYTE_GRAY, PictureFolderTest::label);
        assertTrue(extract(3, image, mask).texts("said").get(0).contains("--spacing"));
        Files.writeString(image.resolve("spacing"), "0.5 5");
        assertTrue(extract(3, image, mask).texts("said").get(0).contains("does not hold the three distances"));
        Files.delete(image.resolve("spacing"));
        Files.writeString(folder.resolve("spacing.txt"), "0.5,0.5,5");
        extract(0, image, mask);
        Files.delete(mask.resolve("s11.png"));
        assertTrue(extract(3, image, mask).texts("said").get(0).contains("mask"));
        BufferedImage red = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
        red.setRGB(3, 3, 0xff0000);
        ImageIO.write(red, "png", mask.resolve("s11.png").toFile());
        assertTrue(extract(3, image, mask).texts("said").get(0).contains("s11.png is coloured"));
        ImageIO.write(
                new BufferedImage(5, 5, 10), "png", mask.resolve("s11.png").toFile());
        assertTrue(extract(3, image, mask).texts("said").get(0).contains("pictures of different sizes"));
        Files.write(mask.resolve("s11.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0});
        assertTrue(extract(3, image, mask).texts("said").get(0).contains("s11.png is damaged"));
    }

    @ParameterizedTest
    @CsvSource({
        "p1, p1_mask, p1",
        "p1/image, p1/mask, p1",
        "images/p1, masks/p1, p1",
        "p1_image, p1_mask, p1",
        "p1/slices, p1/masks, p1",
        "p1/a/slices, p1/b/masks, p1"
    })
    void inTheFoldersOfCohorts(String image, String mask, String id) throws Exception {
        Path cohort = folder.resolve("cohort");
        write("cohort/" + image, "png", BufferedImage.TYPE_BYTE_GRAY, PictureFolderTest::grey);
        write("cohort/" + mask, "png", BufferedImage.TYPE_BYTE_GRAY, PictureFolderTest::label);
        Console check = Console.run("batch", cohort, "--check", "--spacing", "0.5,0.5,5");
        assertTrue(check.out().contains(id + ": " + image + " + " + mask), check.out());
        Path out = folder.resolve("table.csv");
        Console run = Console.run("batch", cohort, "--spacing", "0.5,0.5,5", "--out", out);
        assertEquals(0, run.exit(), run.out() + run.err());
        assertEquals(List.of("80"), FeatureTableCsv.read(out).texts("Voxels"));
    }
}
