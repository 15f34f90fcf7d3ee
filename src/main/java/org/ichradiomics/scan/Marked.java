package org.ichradiomics.scan;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

import net.imglib2.Interval;
import net.imglib2.util.Intervals;

import org.ichradiomics.region.VoxelBox;

/**
 * What a mask marks on a scan.
 *
 * @param lesions those that are measured, at least one, by their labels; ROIs make one, 1
 * @param haematoma which of them it is; empty if none of them, or if that is not clear
 * @param labels all that the mask holds; empty of ROIs
 */
public record Marked(SortedMap<Long, Lesion> lesions, OptionalLong haematoma, Optional<Labels> labels) {

    /** @throws IllegalArgumentException if there is no lesion */
    public Marked {
        if (lesions.isEmpty()) throw new IllegalArgumentException("nothing is marked");
        lesions = Collections.unmodifiableSortedMap(new TreeMap<>(lesions));
    }

    /** A lesion that is the haematoma, and nothing else. */
    public static Marked of(Lesion lesion) {
        return new Marked(new TreeMap<>(Map.of(1L, lesion)), OptionalLong.of(1), Optional.empty());
    }

    /** The haematoma, or the first where that is not clear. */
    public Lesion main() {
        return lesions.get(haematoma.orElse(lesions.firstKey()));
    }

    /** The box of all lesions with a margin, in voxels of a grid. */
    public VoxelBox box(Margin margin, Geometry grid) {
        Interval all = lesions.values().stream()
                .map(lesion -> (Interval) lesion.mask())
                .reduce(Intervals::union)
                .orElseThrow();
        return margin.around(all, grid);
    }
}
