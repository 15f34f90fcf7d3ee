package org.ichradiomics.scan;

import java.util.Arrays;
import java.util.Set;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.DoubleType;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Mend;
import org.ichradiomics.text.Sentence;

/**
 * A mask on another grid: for the centre of each voxel, the label of the mask's voxel that is nearest along its axes.
 */
final class NearestLabel {

    private NearestLabel() {}

    /**
     * @param values in the order of {@code grid}
     * @param labels all that occur but 0, at most 65535
     * @throws InvalidInputException if one of the two has no orientation
     */
    static RandomAccessibleInterval<DoubleType> of(
            String mask, RandomAccessibleInterval<DoubleType> values, Geometry grid, Set<Long> labels, Scan scan)
            throws InvalidInputException {
        Geometry target = scan.geometry();
        requireOriented(mask, grid, mask, scan);
        requireOriented(scan.name(), target, mask, scan);
        Affine toMask =
                grid.affine().orElseThrow().inverse().after(target.affine().orElseThrow());
        long[] label = new long[labels.size() + 1];
        int n = 0;
        for (long value : labels) label[++n] = value;
        short[] index = indices(values, grid, toMask, label, target, scan.name());
        return Converters.convert(
                (RandomAccessibleInterval<UnsignedShortType>)
                        ArrayImgs.unsignedShorts(index, target.size(0), target.size(1), target.size(2)),
                (i, value) -> value.set(label[i.get()]),
                new DoubleType());
    }

    private static short[] indices(
            RandomAccessibleInterval<DoubleType> values,
            Geometry grid,
            Affine toMask,
            long[] label,
            Geometry target,
            String scan)
            throws InvalidInputException {
        short[] index = allocate(target, scan);
        RandomAccess<DoubleType> at = values.randomAccess();
        int last = 0;
        int i = 0;
        for (int z = 0; z < target.size(2); z++) {
            for (int y = 0; y < target.size(1); y++) {
                for (int x = 0; x < target.size(0); x++, i++) {
                    boolean inside = true;
                    for (int d = 0; d < 3 && inside; d++) {
                        double nearest = Math.floor(toMask.at(d, x, y, z) + 0.5);
                        inside = nearest >= 0 && nearest < grid.size(d);
                        if (inside) at.setPosition((int) nearest, d);
                    }
                    if (!inside) continue;
                    double value = at.get().get();
                    if (value == 0) continue;
                    // Neighbours mostly have the same label.
                    if (value != label[last]) last = Arrays.binarySearch(label, (long) value);
                    index[i] = (short) last;
                }
            }
        }
        return index;
    }

    private static short[] allocate(Geometry target, String scan) throws InvalidInputException {
        try {
            return new short[target.size(0) * target.size(1) * target.size(2)];
        } catch (OutOfMemoryError e) {
            throw new InvalidInputException(
                    Sentence.of(
                            "The memory does not suffice for a mask on the grid of ",
                            scan,
                            ": ",
                            Sentence.anyOf(Mend.MEMORY, "crop the scan to the head"),
                            "."),
                    e);
        }
    }

    private static void requireOriented(String name, Geometry geometry, String mask, Scan scan)
            throws InvalidInputException {
        if (geometry.affine().isPresent()) return;
        throw new InvalidInputException(mask + " cannot be resampled onto " + scan.name() + ", because " + name
                + " says nothing about its orientation: open the mask that was made for this scan.");
    }
}
