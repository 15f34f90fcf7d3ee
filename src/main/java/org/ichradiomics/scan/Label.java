package org.ichradiomics.scan;

import org.ichradiomics.text.NumberText;

/**
 * One label of a mask.
 *
 * @param value the number its voxels hold, at least 1
 * @param name what its file calls it; empty where that has no names
 * @param voxels how many hold it; 0 for one that has a name and nothing else
 * @param millilitres their volume in mL; NaN when the distance between voxels is not known
 */
public record Label(long value, String name, long voxels, double millilitres) {

    /** {@code 2 (12.345 mL)}, {@code 2 haematoma (12.345 mL)}, or {@code 2 (4774 voxels)} without a volume. */
    @Override
    public String toString() {
        String called = name.isEmpty() ? Long.toString(value) : value + " " + name;
        return Double.isNaN(millilitres)
                ? called + " (" + voxels + " voxels)"
                : called + " (" + NumberText.fixed(millilitres, 3) + " mL)";
    }
}
