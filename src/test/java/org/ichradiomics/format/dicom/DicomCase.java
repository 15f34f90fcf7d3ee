package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

import net.imglib2.Cursor;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.OpenFiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A small head that every variant of a series is made of: hu(x, y, z), the same however it is stored. */
final class DicomCase {

    static final int COLUMNS = 8;
    static final int ROWS = 6;

    private DicomCase() {}

    /** −1024 in the corner columns, −200..311 elsewhere, no two slices alike. */
    static int hu(int x, int y, int z) {
        return x == 0 || x == COLUMNS - 1 ? -1024 : (x * 37 + y * 101 + z * 211 + x * y * z * 13) % 512 - 200;
    }

    /** HU of slice {@code z} in raster order. */
    static int[] slice(int z) {
        int[] values = new int[COLUMNS * ROWS];
        for (int y = 0; y < ROWS; y++) for (int x = 0; x < COLUMNS; x++) values[x + COLUMNS * y] = hu(x, y, z);
        return values;
    }

    static int[] stored(int z, double slope, double intercept) {
        int[] values = slice(z);
        for (int i = 0; i < values.length; i++) values[i] = (int) ((values[i] - intercept) / slope);
        return values;
    }

    /** Slices 0..count−1, named in order, 5 mm apart, each changed by {@code change}. */
    static Path series(Path folder, int count, IntFunction<UnaryOperator<DicomBytes>> change) {
        for (int z = 0; z < count; z++) {
            change.apply(z).apply(DicomBytes.slice(z).pixels(slice(z))).write(folder.resolve(name(z)));
        }
        return folder;
    }

    static String name(int z) {
        return String.format("IM%04d", z);
    }

    /** Voxel for voxel, slice z of the volume being slice {@code slices[z]} of the head. */
    static void assertHead(Scan scan, int... slices) {
        int[] size = {
            scan.geometry().size(0), scan.geometry().size(1), scan.geometry().size(2)
        };
        assertArrayEquals(new int[] {COLUMNS, ROWS, slices.length}, size);
        double[] expected = new double[COLUMNS * ROWS * slices.length];
        for (int z = 0, i = 0; z < slices.length; z++) for (int hu : slice(slices[z])) expected[i++] = hu;
        assertArrayEquals(expected, hu(scan));
    }

    static double[] hu(Scan scan) {
        double[] values = new double[(int) Views.flatIterable(scan.hu()).size()];
        Cursor<DoubleType> cursor = Views.flatIterable(scan.hu()).cursor();
        for (int i = 0; i < values.length; i++) values[i] = cursor.next().get();
        return values;
    }

    static boolean isDicom(Path file) {
        try (OpenFiles files = new OpenFiles()) {
            return DicomFolder.isOne(file, files);
        } catch (IOException e) {
            return false;
        }
    }

    /** The sentence with which it is refused. */
    static String refusal(Path path) {
        String sentence = assertThrows(InvalidInputException.class, () -> DicomFolder.read(path))
                .getMessage();
        assertSentence(sentence);
        return sentence;
    }

    /** That one of the warnings holds all of the words. */
    static void assertWarns(Scan scan, String... words) {
        scan.warnings().forEach(DicomCase::assertSentence);
        assertTrue(
                scan.warnings().stream().anyMatch(warning -> {
                    for (String word : words) if (!warning.contains(word)) return false;
                    return true;
                }),
                () -> String.join(" + ", words) + " is not said in " + scan.warnings());
    }

    static void assertSentence(String sentence) {
        assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
        assertTrue(!sentence.contains("1.2.826"), sentence);
    }
}
