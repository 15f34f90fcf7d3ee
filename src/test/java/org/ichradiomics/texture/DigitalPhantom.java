package org.ichradiomics.texture;

import java.util.stream.IntStream;

import org.ichradiomics.grey.LevelVolume;

/**
 * The digital phantom of IBSI: 5 × 4 × 4 voxels of 2 mm, 74 of them in the lesion, levels 1, 3, 4 and 6. Design A. Zwanenburg,
 * github.com/theibsi/data_sets, CC BY 4.0.
 */
public final class DigitalPhantom {

    public static final int NX = 5;
    public static final int NY = 4;
    public static final int NZ = 4;

    /** The image, in raster order. */
    private static final int[] IMAGE = {
        1, 4, 4, 1, 1, 1, 4, 6, 1, 1, 4, 1, 6, 4, 1, 4, 4, 6, 4, 1,
        1, 4, 4, 1, 1, 1, 1, 6, 1, 1, 1, 1, 3, 1, 1, 4, 4, 6, 1, 1,
        1, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 1, 1, 1, 1, 6, 1, 1,
        1, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 6, 1, 1};

    /** 1 in the lesion. */
    private static final int[] MASK = {
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};

    private DigitalPhantom() {
    }

    /** The lesion's levels; 0 outside. */
    public static int[] levels() {
        return IntStream.range(0, IMAGE.length).map(i -> IMAGE[i] * MASK[i]).toArray();
    }

    public static LevelVolume lesion() {
        return LevelVolume.of(levels(), NX, NY, NZ);
    }
}
