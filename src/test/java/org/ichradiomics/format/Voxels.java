package org.ichradiomics.format;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.function.Executable;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertThrows;

/** Images as plain arrays in raster order, so that tests can compare them at once. */
public final class Voxels {

    private Voxels() {}

    public static double[] of(RandomAccessibleInterval<DoubleType> image) {
        double[] values = new double[(int) Views.flatIterable(image).size()];
        Cursor<DoubleType> cursor = Views.flatIterable(image).cursor();
        for (int i = 0; i < values.length; i++) values[i] = cursor.next().get();
        return values;
    }

    public static <B extends BooleanType<B>> boolean[] inside(RandomAccessibleInterval<B> mask) {
        boolean[] values = new boolean[(int) Views.flatIterable(mask).size()];
        Cursor<B> cursor = Views.flatIterable(mask).cursor();
        for (int i = 0; i < values.length; i++) values[i] = cursor.next().get();
        return values;
    }

    public static int count(boolean[] inside) {
        int count = 0;
        for (boolean value : inside) if (value) count++;
        return count;
    }

    /** The sentence with which something is refused. */
    public static String refusal(Executable refused) {
        return assertThrows(InvalidInputException.class, refused).getMessage();
    }
}
