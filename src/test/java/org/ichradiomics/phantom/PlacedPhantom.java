package org.ichradiomics.phantom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import org.ichradiomics.region.Region;
import org.ichradiomics.text.InvalidInputException;

/**
 * A phantom of a part of a scan, in its place in the whole matrix.
 *
 * @param around the part, which the phantom fills
 * @param matrix the whole
 * @param beyond what the rest of the matrix holds, HU
 */
record PlacedPhantom(Phantom phantom, Grid around, Grid matrix, int beyond) {

    /** What its own outline encloses. */
    Region region() {
        return region(phantom.mask());
    }

    /** What another outline of the same scan encloses. */
    Region region(RandomAccessibleInterval<NativeBoolType> mask) {
        long[] place = {matrix.column(around.x0()), matrix.row(around.y0()), matrix.slice(around.z0())};
        try {
            return Region.of(
                    Views.interval(
                            Views.extendValue(Views.translate(phantom.scan(), place), beyond),
                            Intervals.createMinSize(0, 0, 0, matrix.columns(), matrix.rows(), matrix.slices())),
                    Views.translate(mask, place),
                    matrix.spacing());
        } catch (InvalidInputException e) {
            throw new AssertionError("a phantom is always measurable", e);
        }
    }
}
