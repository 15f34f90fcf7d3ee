package org.ichradiomics.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A lesion in grey levels on its box: f : {voxels of the box} → {1..Ng} ∪ {outside}, with a margin of one voxel of
 * outside on every side, so that the neighbours of any voxel can be read without a test for the border.
 *
 * <p>Each place holds a code: 0 outside (what an untouched array already holds), 1..n for the levels that occur, in
 * rising order. Codes without gaps keep the matrices as small as the lesion's contrast allows; {@link #level} leads
 * back.
 *
 * <p>The lesion is the intensity mask R of IBSI. The morphological mask M, which re-segmentation leaves alone, may be
 * larger; the box is then that of M. Where the box lies in its image plays no part: beyond it there is only outside.
 * Immutable; at least one voxel.
 */
public final class LevelVolume {

    /** The highest level there may be. */
    public static final int MAX_LEVEL = Character.MAX_VALUE;

    /**
     * Some of the lesion's voxels, by their number in raster order: {@code from}..{@code to}−1.
     *
     * @param from the first
     * @param to one after the last
     */
    public record Part(int from, int to) {

        /** How many voxels it has. */
        public int size() {
            return to - from;
        }
    }

    private final int row;
    private final int plane;
    private final char[] codes;
    private final int[] levels;
    private final int[] voxels;
    private final List<Part> slices;
    private final boolean[] mask;
    private final int count;

    private LevelVolume(int row, int plane, char[] codes, int[] levels, int[] voxels, boolean[] mask, int count) {
        this.row = row;
        this.plane = plane;
        this.codes = codes;
        this.levels = levels;
        this.voxels = voxels;
        this.slices = slices(voxels, plane);
        this.mask = mask;
        this.count = count;
    }

    /**
     * A lesion whose morphological mask is the lesion itself.
     *
     * @param levels nx · ny · nz numbers, x fastest, then y, then z: 1..{@link #MAX_LEVEL} in the lesion, 0 outside
     * @throws IllegalArgumentException if there are not so many levels, none is above 0, or one is out of its range
     */
    public static LevelVolume of(int[] levels, int nx, int ny, int nz) {
        return of(levels, null, nx, ny, nz);
    }

    /**
     * @param levels nx · ny · nz numbers, x fastest, then y, then z: 1..{@link #MAX_LEVEL} in the lesion R, 0 outside
     * @param mask the morphological mask M, as long and in the same order; null if M is R
     * @throws IllegalArgumentException if there are not so many levels, none is above 0, one is out of its range, or R
     *     reaches beyond M
     */
    public static LevelVolume of(int[] levels, boolean[] mask, int nx, int ny, int nz) {
        if (nx < 1 || ny < 1 || nz < 1 || (long) nx * ny * nz != levels.length) {
            throw new IllegalArgumentException(
                    levels.length + " levels do not fill a box of " + nx + " × " + ny + " × " + nz);
        }
        if (mask != null && mask.length != levels.length) {
            throw new IllegalArgumentException(levels.length + " levels but a mask of " + mask.length + " voxels");
        }
        long padded = (nx + 2L) * (ny + 2L) * (nz + 2L);
        if (padded > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a box of " + nx + " × " + ny + " × " + nz + " voxels is too large");
        }
        int size = checkedSize(levels, mask);
        int highest = Arrays.stream(levels).max().getAsInt();
        boolean[] occurs = new boolean[highest + 1];
        for (int level : levels) occurs[level] = true;
        char[] codeOf = new char[highest + 1];
        int[] levelOf = new int[highest + 1];
        int n = 0;
        for (int level = 1; level <= highest; level++) {
            if (!occurs[level]) continue;
            levelOf[++n] = level;
            codeOf[level] = (char) n;
        }
        int row = nx + 2;
        int plane = row * (ny + 2);
        char[] codes = new char[(int) padded];
        boolean[] inMask = mask == null ? null : new boolean[(int) padded];
        int[] voxels = new int[size];
        int voxel = 0;
        for (int z = 0, i = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                int place = (z + 1) * plane + (y + 1) * row + 1;
                if (mask != null) System.arraycopy(mask, i, inMask, place, nx);
                for (int x = 0; x < nx; x++, i++, place++) {
                    if (levels[i] == 0) continue;
                    codes[place] = codeOf[levels[i]];
                    voxels[voxel++] = place;
                }
            }
        }
        return new LevelVolume(row, plane, codes, Arrays.copyOf(levelOf, n + 1), voxels, inMask, highest);
    }

    /** Number of voxels of a lesion that keeps to the rules. */
    private static int checkedSize(int[] levels, boolean[] mask) {
        int size = 0;
        for (int i = 0; i < levels.length; i++) {
            int level = levels[i];
            if (level == 0) continue;
            if (level < 0 || level > MAX_LEVEL) {
                throw new IllegalArgumentException("a grey level must be from 1 to " + MAX_LEVEL + ", was " + level);
            }
            if (mask != null && !mask[i])
                throw new IllegalArgumentException("the lesion reaches beyond its morphological mask");
            size++;
        }
        if (size == 0) throw new IllegalArgumentException("a lesion must have at least one voxel");
        return size;
    }

    private static List<Part> slices(int[] voxels, int plane) {
        List<Part> slices = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= voxels.length; i++) {
            if (i < voxels.length && voxels[i] / plane == voxels[from] / plane) continue;
            slices.add(new Part(from, i));
            from = i;
        }
        return List.copyOf(slices);
    }

    /** Number of voxels, at least 1. */
    public int size() {
        return voxels.length;
    }

    /** All voxels. */
    public Part all() {
        return new Part(0, voxels.length);
    }

    /** The slices that hold a voxel, from the lowest. */
    public List<Part> slices() {
        return slices;
    }

    /**
     * The same as a part of a lesion that has more levels.
     *
     * @param highest level of the whole
     * @throws IllegalArgumentException if a level here is higher
     */
    public LevelVolume ofWhole(int highest) {
        if (highest < count) throw new IllegalArgumentException("a part has the level " + count + " > " + highest);
        return new LevelVolume(row, plane, codes, levels, voxels, mask, highest);
    }

    /** Number of grey levels, Ng: the highest that occurs, or that occurs in the whole of which this is a part. */
    public int count() {
        return count;
    }

    /** Number of codes, n: how many grey levels occur. */
    public int codeCount() {
        return levels.length - 1;
    }

    /** The grey level behind a code 1..n; 0 behind 0. */
    public int level(int code) {
        return levels[code];
    }

    /** The codes with their margin; not to be written to. The matrices' loops run over this array as it is. */
    public char[] codes() {
        return codes;
    }

    /** The places of the lesion's voxels in {@link #codes()}, in raster order; not to be written to. */
    public int[] voxels() {
        return voxels;
    }

    /** From a place to the one that lies (dx, dy, dz) voxels on. */
    public int step(int dx, int dy, int dz) {
        return dz * plane + dy * row + dx;
    }

    /** The most voxels that a straight line through the box can hold. */
    public int longestLine() {
        return Math.max(row, Math.max(plane / row, codes.length / plane)) - 2;
    }

    /** Whether a place of {@link #codes()} lies in the morphological mask; false in the margin. */
    public boolean inMask(int place) {
        return mask == null ? codes[place] != 0 : mask[place];
    }
}
