package org.ichradiomics.sign;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Distance of every pixel to the nearest of some pixels, centre to centre in mm, exact in the plane: Felzenszwalb and
 * Huttenlocher, Theory of Computing 2012;8:415, the lower envelope of parabolas, row by row.
 */
final class Distances {

    private Distances() {}

    /** mm to the nearest of the targets, 0 on one, infinite if there is none. */
    static double[] to(Pixels targets) {
        return to(targets.plane(), targets);
    }

    /** mm to the nearest pixel outside, which may lie beyond the plane; 0 outside. */
    static double[] toOutside(Pixels pixels) {
        Plane plane = pixels.plane();
        Plane framed = new Plane(plane.nx() + 2, plane.ny() + 2, plane.dx(), plane.dy());
        double[] far = to(framed, Pixels.of(framed, i -> !pixels.contains(framed.x(i) - 1, framed.y(i) - 1)));
        return IntStream.range(0, plane.size())
                .mapToDouble(i -> far[(plane.y(i) + 1) * framed.nx() + plane.x(i) + 1])
                .toArray();
    }

    private static double[] to(Plane plane, Pixels targets) {
        double[] squared = alongColumns(plane, targets);
        double[] row = new double[plane.nx()];
        for (int y = 0; y < plane.ny(); y++) {
            System.arraycopy(squared, y * plane.nx(), row, 0, row.length);
            alongRow(row, plane.dx(), squared, y * plane.nx());
        }
        for (int i = 0; i < squared.length; i++) squared[i] = Math.sqrt(squared[i]);
        return squared;
    }

    /** Squared distance to the nearest target of the same column. */
    private static double[] alongColumns(Plane plane, Pixels targets) {
        double[] squared = new double[plane.size()];
        Arrays.fill(squared, Double.POSITIVE_INFINITY);
        for (int x = 0; x < plane.nx(); x++) {
            sweep(plane, targets, x, squared, 1);
            sweep(plane, targets, x, squared, -1);
        }
        return squared;
    }

    private static void sweep(Plane plane, Pixels targets, int x, double[] squared, int step) {
        double rows = Double.POSITIVE_INFINITY;
        for (int y = step > 0 ? 0 : plane.ny() - 1; y >= 0 && y < plane.ny(); y += step) {
            rows = targets.contains(x, y) ? 0 : rows + 1;
            double mm = rows * plane.dy();
            squared[y * plane.nx() + x] = Math.min(squared[y * plane.nx() + x], mm * mm);
        }
    }

    /** min over q of (dx (x − q))² + row[q], written from a place on. */
    private static void alongRow(double[] row, double dx, double[] out, int from) {
        int[] vertex = new int[row.length];
        double[] begin = new double[row.length];
        int top = -1;
        for (int q = 0; q < row.length; q++) {
            if (Double.isInfinite(row[q])) continue;
            double meets = Double.NEGATIVE_INFINITY;
            while (top >= 0) {
                meets = meet(row, dx, vertex[top], q);
                if (meets > begin[top]) break;
                top--;
                meets = Double.NEGATIVE_INFINITY;
            }
            vertex[++top] = q;
            begin[top] = meets;
        }
        for (int x = 0, k = 0; x < row.length && top >= 0; x++) {
            while (k < top && begin[k + 1] < x) k++;
            double mm = (x - vertex[k]) * dx;
            out[from + x] = mm * mm + row[vertex[k]];
        }
    }

    /** Where the parabola over q comes to lie below that over p &lt; q, in columns. */
    private static double meet(double[] row, double dx, int p, int q) {
        return ((row[q] - row[p]) / (dx * dx) + (double) q * q - (double) p * p) / (2.0 * (q - p));
    }
}
