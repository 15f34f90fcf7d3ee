package org.ichradiomics.scan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

/** Whether the values of an image can be Hounsfield units, by the image alone. */
public final class Hounsfield {

    /** Without a negative value, no head has this mean: most of its field of view is air. */
    private static final double MOST_MEAN = 2000;

    /** The first value that a signed number of 16 bits cannot be. */
    private static final double UNSIGNED = 32768;

    /** Round a head lies air, about -1000 HU, or padding below it. */
    private static final double BORDER = 1000;

    private static final String REMEDY = "open the original DICOM files, whose headers tell slope and intercept.";

    private Hounsfield() {}

    /** Why the values are no HU, one sentence; empty if nothing speaks against it. NaN is passed over. */
    public static Optional<String> doubt(Scan scan) {
        return withoutNegative(scan).or(() -> border(scan));
    }

    private static Optional<String> withoutNegative(Scan scan) {
        double sum = 0;
        double max = 0;
        long count = 0;
        Cursor<DoubleType> cursor = Views.iterable(scan.hu()).cursor();
        while (cursor.hasNext()) {
            double value = cursor.next().get();
            if (value < 0) return Optional.empty();
            if (Double.isNaN(value)) continue;
            sum += value;
            max = Math.max(max, value);
            count++;
        }
        if (max >= UNSIGNED && max <= 65535) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    "The image is not in HU: its values reach %.0f and none is below 0, as signed numbers do "
                            + "that have lost their sign; %s",
                    max,
                    REMEDY));
        }
        if (count == 0 || sum / count <= MOST_MEAN) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "The image is not in HU: none of its values is below 0 and their mean is %.1f, "
                        + "so an offset was lost; %s",
                sum / count,
                REMEDY));
    }

    private static Optional<String> border(Scan scan) {
        double commonest = commonest(border(scan.hu()));
        if (!(commonest >= BORDER)) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "The image is not in HU: the commonest value at its border is %.0f, where air of -1000 HU "
                        + "should be; %s",
                commonest,
                REMEDY));
    }

    /** The outermost columns and rows of every slice. */
    private static double[] border(RandomAccessibleInterval<DoubleType> hu) {
        int columns = (int) hu.dimension(0);
        int rows = (int) hu.dimension(1);
        int slices = (int) hu.dimension(2);
        double[] values = new double[slices * (2 * columns + 2 * rows)];
        RandomAccess<DoubleType> at = hu.randomAccess();
        int n = 0;
        for (int z = 0; z < slices; z++) {
            for (int x = 0; x < columns; x++) {
                values[n++] = at.setPositionAndGet(x, 0, z).get();
                values[n++] = at.setPositionAndGet(x, rows - 1, z).get();
            }
            for (int y = 0; y < rows; y++) {
                values[n++] = at.setPositionAndGet(0, y, z).get();
                values[n++] = at.setPositionAndGet(columns - 1, y, z).get();
            }
        }
        return values;
    }

    /** Of several the smallest; NaN if there is none. */
    private static double commonest(double[] values) {
        Arrays.sort(values);
        double commonest = Double.NaN;
        int most = 0;
        for (int from = 0, to; from < values.length && !Double.isNaN(values[from]); from = to) {
            for (to = from; to < values.length && values[to] == values[from]; to++) {}
            if (to - from > most) {
                most = to - from;
                commonest = values[from];
            }
        }
        return commonest;
    }
}
