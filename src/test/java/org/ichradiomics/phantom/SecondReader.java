package org.ichradiomics.phantom;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.view.Views;

/**
 * Draws an outline again, as another reader would: here a little wider, there a little tighter, and on the whole with a
 * habit of its own.
 *
 * <pre>
 *     inside ⇔ outline ∗ Gaussian + waver · smooth noise ≥ level
 * </pre>
 */
final class SecondReader {

    /** SD of the Gaussian that makes a slope of the outline, mm. */
    private static final double SLOPE = 1.2;

    /** The hills and valleys of the noise are about so far apart, mm. */
    private static final double WAVELENGTH = 8;

    /** How far it wavers, in shares of the slope; the noise has an SD of 0.27. */
    private static final double WAVER = 0.25;

    /** Level on average: below a half is a habit of drawing wide. */
    private static final double HABIT = 0.48;

    /** SD of the level from case to case. */
    private static final double MOOD = 0.07;

    private SecondReader() {}

    /** The outline of the second reader, on the grid of the first one's. */
    static RandomAccessibleInterval<NativeBoolType> outline(PlacedPhantom first, Dice dice) {
        Grid grid = first.around();
        Volume slope = Volume.of(grid, values(first.phantom().mask(), grid)).blurred(SLOPE);
        Volume noise = Volume.of(new SmoothNoise(WAVELENGTH, dice.split()), grid);
        double level = HABIT + MOOD * dice.gaussian();
        boolean[] inside = new boolean[grid.size()];
        for (int i = 0; i < inside.length; i++) {
            // Where the first reader saw no trace of blood the second one sees none either.
            inside[i] = slope.get(i) > 0 && slope.get(i) + WAVER * noise.get(i) >= level;
        }
        return ArrayImgs.booleans(inside, grid.columns(), grid.rows(), grid.slices());
    }

    private static double[] values(RandomAccessibleInterval<NativeBoolType> mask, Grid grid) {
        double[] values = new double[grid.size()];
        Cursor<NativeBoolType> inside = Views.flatIterable(mask).cursor();
        for (int i = 0; i < values.length; i++) values[i] = inside.next().get() ? 1 : 0;
        return values;
    }
}
