package org.ichradiomics.texture;

import java.util.Arrays;
import java.util.stream.IntStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;

import org.ichradiomics.region.LevelVolume;
import org.ichradiomics.region.Spacing;

/**
 * The digital phantom of IBSI: 5 × 4 × 4 voxels of 2 mm, 74 of them in the lesion, levels 1, 3, 4 and 6. Design A.
 * Zwanenburg, github.com/theibsi/data_sets, CC BY 4.0.
 */
public final class DigitalPhantom {

    public static final int NX = 5;
    public static final int NY = 4;
    public static final int NZ = 4;

    public static final Spacing SPACING = new Spacing(2, 2, 2);

    /** The image, in raster order. */
    private static final int[] IMAGE = {
        1, 4, 4, 1, 1, 1, 4, 6, 1, 1, 4, 1, 6, 4, 1, 4, 4, 6, 4, 1,
        1, 4, 4, 1, 1, 1, 1, 6, 1, 1, 1, 1, 3, 1, 1, 4, 4, 6, 1, 1,
        1, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 9, 1, 1, 1, 1, 6, 1, 1,
        1, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 6, 1, 1
    };

    /** 1 in the lesion. */
    private static final int[] MASK = {
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1,
        1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
    };

    private DigitalPhantom() {}

    /** The lesion's levels; 0 outside. */
    public static int[] levels() {
        return IntStream.range(0, IMAGE.length).map(i -> IMAGE[i] * MASK[i]).toArray();
    }

    public static RandomAccessibleInterval<DoubleType> image() {
        return ArrayImgs.doubles(Arrays.stream(IMAGE).asDoubleStream().toArray(), NX, NY, NZ);
    }

    public static RandomAccessibleInterval<NativeBoolType> mask() {
        boolean[] mask = new boolean[MASK.length];
        for (int i = 0; i < mask.length; i++) mask[i] = MASK[i] == 1;
        return ArrayImgs.booleans(mask, NX, NY, NZ);
    }

    public static LevelVolume lesion() {
        return LevelVolume.of(levels(), NX, NY, NZ);
    }
}
