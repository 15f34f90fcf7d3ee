package org.ichradiomics.scan;

import java.util.Locale;

/**
 * One label of a mask.
 *
 * @param value the number its voxels hold, at least 1
 * @param voxels how many hold it, at least 1
 * @param millilitres their volume in mL; NaN when the distance between voxels is not known
 */
public record Label(long value, long voxels, double millilitres) {

    /** {@code 2 (12.345 mL)}, or {@code 2 (4774 voxels)} without a volume. */
    @Override
    public String toString() {
        return Double.isNaN(millilitres)
                ? value + " (" + voxels + " voxels)"
                : String.format(Locale.ROOT, "%d (%.3f mL)", value, millilitres);
    }
}
