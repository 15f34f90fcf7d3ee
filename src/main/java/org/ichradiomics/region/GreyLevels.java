package org.ichradiomics.region;

import java.util.Arrays;

/**
 * A lesion in grey levels, on its bounding box.
 *
 * <p>Each voxel of the box holds a code: 0 outside the lesion (what an untouched array already holds), 1..count for the
 * levels that occur, in rising order, and count + 1 for voxels of the lesion whose value lies outside the grey range.
 * Codes without gaps keep the matrices as small as the lesion's contrast allows.
 */
public final class GreyLevels {

    private final Region region;
    private final char[] codes;
    private final int[] levels;
    private final int zeroCode;

    private GreyLevels(Region region, char[] codes, int[] levels, int zeroCode) {
        this.region = region;
        this.codes = codes;
        this.levels = levels;
        this.zeroCode = zeroCode;
    }

    /**
     * @param bins the grey levels are the bins' numbers, from 0
     * @param low values below are outside the grey range
     * @param high values above are outside the grey range; may lie below the bins' upper end
     */
    public static GreyLevels of(Region region, Bins bins, double low, double high) {
        int n = region.size();
        int outOfRange = bins.count();
        char[] level = new char[n];
        boolean[] occurs = new boolean[bins.count() + 1];
        for (int i = 0; i < n; i++) {
            double value = region.hu(i);
            level[i] = (char) (value >= low && value <= high ? bins.of(value) : outOfRange);
            occurs[level[i]] = true;
        }
        int[] levels = new int[bins.count()];
        char[] code = new char[bins.count() + 1];
        int count = 0;
        for (int k = 0; k < bins.count(); k++) {
            if (!occurs[k]) continue;
            levels[count++] = k;
            code[k] = (char) count;
        }
        code[outOfRange] = (char) (count + 1);
        char[] codes = new char[region.boxSize()];
        for (int i = 0; i < n; i++) codes[region.position(i)] = code[level[i]];
        int zero = low <= 0 && 0 <= high ? bins.of(0) : -1;
        return new GreyLevels(region, codes, Arrays.copyOf(levels, count), zero < 0 ? 0 : code[zero]);
    }

    /** The lesion in HU. */
    public Region region() {
        return region;
    }

    /** Number of levels that occur. */
    public int count() {
        return levels.length;
    }

    /** The grey level, from 0, behind a code 1..count. */
    public int level(int code) {
        return levels[code - 1];
    }

    /** The code at a position of the bounding box. */
    public char code(int position) {
        return codes[position];
    }

    /**
     * The codes in raster order of the bounding box; not to be written to. The matrices' loops run over this array as
     * it is.
     */
    public char[] codes() {
        return codes;
    }

    /**
     * The code of the level that holds 0 HU, the value given to the scan outside the lesion; 0 if no voxel of the
     * lesion has it.
     */
    public int zeroCode() {
        return zeroCode;
    }
}
