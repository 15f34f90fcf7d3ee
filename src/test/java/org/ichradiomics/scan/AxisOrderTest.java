package org.ichradiomics.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.DoubleType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.format.Nifti;
import org.ichradiomics.format.NiftiBytes;
import org.ichradiomics.format.Voxels;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * One volume of 5 × 4 × 3 voxels, 100 x + 10 y + z at (left x, back y, head z), stored in all 48 orders.
 *
 * <p>Covers Affine.
 */
public class AxisOrderTest {

    private static final int[] SIZE = {5, 4, 3};
    private static final double[] MM = {0.5, 0.75, 6};
    private static final double[] FIRST = {60, 80, -40};
    private static final String FORWARDS = "LPS";
    private static final String BACKWARDS = "RAI";

    @TempDir
    Path folder;

    public static Stream<String> orders() {
        List<String> orders = new ArrayList<>();
        int[][] permutations = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        for (int[] permutation : permutations) {
            for (int signs = 0; signs < 8; signs++) {
                StringBuilder letters = new StringBuilder();
                for (int s = 0; s < 3; s++) {
                    letters.append(((signs >> s & 1) == 0 ? FORWARDS : BACKWARDS).charAt(permutation[s]));
                }
                orders.add(letters.toString());
            }
        }
        return orders.stream();
    }

    @Test
    void thereAre48() {
        Set<String> distinct = new HashSet<>(orders().toList());
        assertEquals(48, distinct.size());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void everyOrderGivesTheSameVolume(String letters) throws InvalidInputException {
        Scan scan = Nifti.readScan(stored(letters).write(folder.resolve(letters + ".nii")));
        Geometry geometry = scan.geometry();
        assertEquals(List.of(), scan.warnings());
        assertEquals(letters, geometry.storedAxes().orElseThrow());
        for (int d = 0; d < 3; d++) assertEquals(SIZE[d], geometry.size(d));
        assertEquals(new Spacing(MM[0], MM[1], MM[2]), geometry.spacing().orElseThrow());
        assertArrayEquals(volume(), Voxels.of(scan.hu()));
        double[] lps = {-MM[0], 0, 0, FIRST[0], 0, -MM[1], 0, FIRST[1], 0, 0, MM[2], FIRST[2]};
        for (int i = 0; i < 12; i++)
            assertEquals(lps[i], geometry.affine().orElseThrow().get(i / 4, i % 4), letters + i);
    }

    /** The views that turn a mask must agree with the strides that turn a file. */
    @ParameterizedTest
    @MethodSource("orders")
    void viewsAgreeWithReading(String letters) throws InvalidInputException {
        Scan scan = Nifti.readScan(stored(letters).write(folder.resolve(letters + ".nii")));
        AxisOrder order = scan.geometry().order();
        int[] size = scan.geometry().storedSize();
        RandomAccessibleInterval<DoubleType> stored =
                ArrayImgs.doubles(storedValues(letters), size[0], size[1], size[2]);
        assertArrayEquals(volume(), Voxels.of(order.apply(stored)));
        assertArrayEquals(storedValues(letters), Voxels.of(order.inverse().apply(scan.hu())));
        assertArrayEquals(SIZE, order.size(size));
        assertEquals(order, order.inverse().inverse());
    }

    /** Turned by less than 45° about each axis in turn, a grid keeps its order. */
    @Test
    void anObliqueGridTakesTheClosestOrder() {
        for (double degrees = -44; degrees <= 44; degrees += 4) {
            double cos = Math.cos(Math.toRadians(degrees));
            double sin = Math.sin(Math.toRadians(degrees));
            for (Affine affine : List.of(
                    Affine.of(-1, 0, 0, 0, 0, -cos, -sin, 0, 0, -sin, cos, 0),
                    Affine.of(-cos, 0, -sin, 0, 0, -1, 0, 0, -sin, 0, cos, 0),
                    Affine.of(-cos, sin, 0, 0, -sin, -cos, 0, 0, 0, 0, 1, 0))) {
                assertEquals(
                        "LPS", AxisOrder.nearest(affine.cosines(Affine.LPS)).toString(), degrees + "°");
            }
        }
    }

    /** Turned by more than 45°, columns become rows. */
    @Test
    void beyond45DegreesAnotherOrderIsCloser() {
        double cos = Math.cos(Math.toRadians(50));
        double sin = Math.sin(Math.toRadians(50));
        Affine turned = Affine.of(-cos, sin, 0, 0, -sin, -cos, 0, 0, 0, 0, 1, 0);
        assertEquals("PRS", AxisOrder.nearest(turned.cosines(Affine.LPS)).toString());
    }

    public static NiftiBytes stored(String letters) {
        double[] rows = new double[12];
        for (int d = 0; d < 3; d++) rows[4 * d + 3] = FIRST[d];
        int[] size = new int[3];
        double[] mm = new double[3];
        for (int s = 0; s < 3; s++) {
            int d = axis(letters, s);
            boolean back = isBackwards(letters, s);
            size[s] = SIZE[d];
            mm[s] = MM[d];
            // Left and back are where right and anterior are negative.
            double lps = d == 2 ? MM[d] : -MM[d];
            rows[4 * d + s] = back ? -lps : lps;
            if (back) rows[4 * d + 3] += lps * (SIZE[d] - 1);
        }
        double[] values = storedValues(letters);
        return NiftiBytes.first()
                .dims(size[0], size[1], size[2])
                .spacing(mm[0], mm[1], mm[2])
                .sform(rows)
                .int16(values.length, i -> values[i]);
    }

    private static double[] storedValues(String letters) {
        int[] size = new int[3];
        for (int s = 0; s < 3; s++) size[s] = SIZE[axis(letters, s)];
        double[] values = new double[60];
        int[] at = new int[3];
        int[] lps = new int[3];
        int n = 0;
        for (at[2] = 0; at[2] < size[2]; at[2]++) {
            for (at[1] = 0; at[1] < size[1]; at[1]++) {
                for (at[0] = 0; at[0] < size[0]; at[0]++) {
                    for (int s = 0; s < 3; s++) {
                        lps[axis(letters, s)] = isBackwards(letters, s) ? size[s] - 1 - at[s] : at[s];
                    }
                    values[n++] = 100 * lps[0] + 10 * lps[1] + lps[2];
                }
            }
        }
        return values;
    }

    private static double[] volume() {
        return storedValues("LPS");
    }

    private static int axis(String letters, int s) {
        return Math.max(FORWARDS.indexOf(letters.charAt(s)), BACKWARDS.indexOf(letters.charAt(s)));
    }

    private static boolean isBackwards(String letters, int s) {
        return BACKWARDS.indexOf(letters.charAt(s)) >= 0;
    }
}
