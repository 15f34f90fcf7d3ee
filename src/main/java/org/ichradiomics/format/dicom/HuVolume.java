package org.ichradiomics.format.dicom;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;

import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Scan;

/** HU of a volume in the smallest of int16, float32 and float64 that holds every one of them exactly. */
final class HuVolume {

    private final int columns;
    private final int rows;
    private final int slices;
    private short[] shorts;
    private float[] floats;
    private double[] doubles;

    HuVolume(int columns, int rows, int slices) {
        this.columns = columns;
        this.rows = rows;
        this.slices = slices;
        shorts = new short[columns * rows * slices];
    }

    /** @param stored in raster order */
    void put(int slice, int[] stored, double slope, double intercept) {
        int from = slice * columns * rows;
        int done = shorts != null ? putShorts(from, stored, slope, intercept) : 0;
        if (done < stored.length && shorts != null) toFloats();
        if (done < stored.length && floats != null) done = putFloats(from, done, stored, slope, intercept);
        if (done < stored.length && floats != null) toDoubles();
        for (int i = done; i < stored.length; i++) doubles[from + i] = stored[i] * slope + intercept;
    }

    Scan scan(String name, Geometry geometry) {
        if (shorts != null) return scan(name, ArrayImgs.shorts(shorts, columns, rows, slices), geometry);
        if (floats != null) return scan(name, ArrayImgs.floats(floats, columns, rows, slices), geometry);
        return scan(name, ArrayImgs.doubles(doubles, columns, rows, slices), geometry);
    }

    private static <T extends RealType<T>> Scan scan(String name, RandomAccessibleInterval<T> hu, Geometry geometry) {
        return Scan.of(name, hu, geometry);
    }

    /** @return how many fitted */
    private int putShorts(int from, int[] stored, double slope, double intercept) {
        if (slope == 1 && intercept == (short) intercept) {
            int shift = (short) intercept;
            for (int i = 0; i < stored.length; i++) {
                long hu = (long) stored[i] + shift;
                if (hu != (short) hu) return i;
                shorts[from + i] = (short) hu;
            }
            return stored.length;
        }
        for (int i = 0; i < stored.length; i++) {
            double hu = stored[i] * slope + intercept;
            if (hu != (short) hu) return i;
            shorts[from + i] = (short) hu;
        }
        return stored.length;
    }

    private int putFloats(int from, int done, int[] stored, double slope, double intercept) {
        for (int i = done; i < stored.length; i++) {
            double hu = stored[i] * slope + intercept;
            if (hu != (float) hu) return i;
            floats[from + i] = (float) hu;
        }
        return stored.length;
    }

    private void toFloats() {
        floats = new float[shorts.length];
        for (int i = 0; i < floats.length; i++) floats[i] = shorts[i];
        shorts = null;
    }

    private void toDoubles() {
        doubles = new double[floats.length];
        for (int i = 0; i < doubles.length; i++) doubles[i] = floats[i];
        floats = null;
    }
}
