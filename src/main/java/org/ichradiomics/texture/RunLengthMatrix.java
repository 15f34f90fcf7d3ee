package org.ichradiomics.texture;

import java.util.BitSet;

import org.ichradiomics.region.Bins;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.GreyLevels;
import org.ichradiomics.region.Region;

/**
 * How many runs of one grey level and one length a lesion has along a direction, both numbered from 1.
 *
 * <p>As ITK 5.2.1 {@code ScalarImageToRunLengthMatrixFilter} counts them: a run starts at a voxel of the lesion and
 * goes on by the step while the grey level stays and the <em>image</em> lasts. The lesion's border does not stop it:
 * outside, the scan is 0, so runs of the level that holds 0 leave the lesion and may come back. A run's length is the
 * distance between its first and last voxel in mm, 0 for a single voxel, put into bins of its own on [0, run distance];
 * longer runs are dropped.
 *
 * <p>A voxel exactly on the edge between the first and the second grey bin starts a run that cannot go on: there, ITK's
 * {@code Histogram::GetBinMaxFromValue} answers with the edge itself. The catalogue keeps this, as the vendor kit is
 * built on ITK.
 *
 * <pre>
 *   2 2 2 4      step (1, 0, 0):   runs of 2: 3 and 2 voxels;  of 3: 1;  of 4: 1 and 1
 *   2 2 3 4                        at 1 mm:   2 and 1 mm;       0;      0 and 0
 * </pre>
 */
public final class RunLengthMatrix {

    private RunLengthMatrix() {}

    /** Makes a lesion ready for its matrices: grey levels on the bins of [low, high]. */
    public static DirectionalFamily.Matrices.InDirection<CountMatrix> matrices(Region region, Discretisation grey) {
        double low = grey.low(region);
        double high = grey.high(region);
        Bins bins = new Bins(low, high, grey.bins());
        GreyLevels levels = GreyLevels.of(region, bins, low, high);
        Bins lengths = new Bins(0, grey.runDistance(region), grey.bins());
        BitSet stopped = voxelsAt(region, bins.min(1));
        return step -> of(levels, stopped, step.upright(), lengths);
    }

    /** The positions of the voxels that have this very value. */
    private static BitSet voxelsAt(Region region, double value) {
        BitSet positions = new BitSet();
        for (int i = 0; i < region.size(); i++) {
            if (region.hu(i) == value) positions.set(region.position(i));
        }
        return positions;
    }

    private static CountMatrix of(GreyLevels levels, BitSet stopped, Direction step, Bins lengths) {
        Region region = levels.region();
        int[][] byVoxels = new int[levels.count() + 2][longest(region, step)];
        boolean[] special = new boolean[levels.count() + 2];
        special[levels.zeroCode()] = true;
        if (!stopped.isEmpty()) special[levels.code(stopped.nextSetBit(0))] = true;
        countInside(levels, step, special, byVoxels);
        for (int code = 1; code <= levels.count(); code++) {
            if (special[code]) countOneByOne(levels, code, stopped, step, byVoxels[code]);
        }
        double mmX = step.dx() * region.spacing().x();
        double mmY = step.dy() * region.spacing().y();
        double mmZ = step.dz() * region.spacing().z();
        return matrix(levels, byVoxels, Math.sqrt(mmX * mmX + mmY * mmY + mmZ * mmZ), lengths);
    }

    /** @param byVoxels how many runs of a code (row) have a number of voxels − 1 (column) */
    private static CountMatrix matrix(GreyLevels levels, int[][] byVoxels, double stepMm, Bins lengths) {
        int[] bin = new int[byVoxels[0].length];
        for (int k = 0; k < bin.length; k++) bin[k] = lengths.of(k * stepMm);
        Cells.Builder cells = new Cells.Builder();
        for (int code = 1; code <= levels.count(); code++) {
            for (int k = 0; k < bin.length; k++) {
                int count = byVoxels[code][k];
                if (count > 0 && bin[k] >= 0) cells.add(levels.level(code) + 1, bin[k] + 1, count);
            }
        }
        return new CountMatrix(cells.cells(), levels.region().size());
    }

    /** The most voxels that a run can have in the scan's matrix. */
    private static int longest(Region region, Direction step) {
        int steps = Integer.MAX_VALUE;
        if (step.dx() != 0) steps = Math.min(steps, (region.matrix(0) - 1) / Math.abs(step.dx()));
        if (step.dy() != 0) steps = Math.min(steps, (region.matrix(1) - 1) / Math.abs(step.dy()));
        if (step.dz() != 0) steps = Math.min(steps, (region.matrix(2) - 1) / Math.abs(step.dz()));
        return steps + 1;
    }

    /**
     * All levels but the special ones: such a run cannot leave the lesion, and its first voxel is the one without a
     * like before it.
     */
    private static void countInside(GreyLevels levels, Direction step, boolean[] special, int[][] byVoxels) {
        Region region = levels.region();
        int nx = region.box(0);
        int ny = region.box(1);
        int nz = region.box(2);
        char[] codes = levels.codes();
        int last = levels.count();
        int ahead = (step.dz() * ny + step.dy()) * nx + step.dx();
        for (int z = 0; z < nz; z++) {
            for (int y = 0; y < ny; y++) {
                boolean rowBehind = y >= step.dy() && z >= step.dz();
                int row = (z * ny + y) * nx;
                for (int x = 0; x < nx; x++) {
                    int i = row + x;
                    int code = codes[i];
                    if (code == 0 || code > last || special[code]) continue;
                    int behind = x - step.dx();
                    if (rowBehind && behind >= 0 && behind < nx && codes[i - ahead] == code) continue;
                    int voxels = 0;
                    int nextX = x;
                    int nextY = y;
                    int nextZ = z;
                    do {
                        voxels++;
                        i += ahead;
                        nextX += step.dx();
                        nextY += step.dy();
                        nextZ += step.dz();
                    } while (nextX >= 0 && nextX < nx && nextY < ny && nextZ < nz && codes[i] == code);
                    byVoxels[code][voxels - 1]++;
                }
            }
        }
    }

    /**
     * One level, run by run: that of 0 goes on through the background, up to the border of the image; and where voxels
     * lie on the first edge, a run's start depends on where the run before it ended.
     */
    private static void countOneByOne(GreyLevels levels, int level, BitSet stopped, Direction step, int[] byVoxels) {
        Region region = levels.region();
        int nx = region.box(0);
        int ny = region.box(1);
        int nz = region.box(2);
        boolean throughBackground = level == levels.zeroCode();
        boolean[] visited = new boolean[region.boxSize()];
        for (int n = 0; n < region.size(); n++) {
            int start = region.position(n);
            if (levels.code(start) != level || visited[start]) continue;
            if (stopped.get(start)) {
                byVoxels[0]++;
                continue;
            }
            int x = start % nx;
            int y = start / nx % ny;
            int z = start / (nx * ny);
            int voxels = 0;
            int code = level;
            while (code == level || code == 0 && throughBackground) {
                visited[(z * ny + y) * nx + x] = true;
                voxels++;
                x += step.dx();
                y += step.dy();
                z += step.dz();
                if (x < 0 || x >= nx || y >= ny || z >= nz) {
                    // Beyond the box there is background only, as far as the image goes.
                    if (throughBackground) voxels += stepsToBorder(region, step, x, y, z);
                    break;
                }
                code = levels.code((z * ny + y) * nx + x);
            }
            byVoxels[voxels - 1]++;
        }
    }

    /** Number of voxels from (x, y, z) of the box, itself included, along the step to the border of the image. */
    private static int stepsToBorder(Region region, Direction step, int x, int y, int z) {
        int steps = Math.min(
                steps(x + region.origin(0), step.dx(), region.matrix(0)),
                Math.min(
                        steps(y + region.origin(1), step.dy(), region.matrix(1)),
                        steps(z + region.origin(2), step.dz(), region.matrix(2))));
        return Math.max(0, steps);
    }

    private static int steps(int at, int step, int size) {
        if (step == 0) return Integer.MAX_VALUE;
        if (at < 0 || at >= size) return 0;
        return step > 0 ? (size - 1 - at) / step + 1 : at / -step + 1;
    }
}
