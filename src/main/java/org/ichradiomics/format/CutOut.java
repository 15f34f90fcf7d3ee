package org.ichradiomics.format;

import java.nio.ByteBuffer;

import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

import org.ichradiomics.scan.AxisOrder;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.scan.Overview;

/**
 * Looks at the voxels of a file as they pass, in their stored order, and keeps those of a box, at their place in LPS
 * order, so that turning the axes costs neither a second copy nor a second look.
 */
final class CutOut {

    private static final int ROW = 1 << 12;

    private final StoredVolume volume;
    private final Interval box;
    private final int[] size;
    private final int[] from = new int[3];
    private final int[] to = new int[3];
    private final int[] step = new int[3];
    private int first;
    private final boolean[] isAcross = {true, true, true};
    private final Datatype.Voxels voxels;
    private final Overview.Tally all = new Overview.Tally();
    private final double[] hu = new double[ROW];

    /** @param box in voxels of the grid, in LPS */
    CutOut(StoredVolume volume, Interval box) {
        this.volume = volume;
        this.box = box;
        size = volume.geometry().storedSize();
        AxisOrder order = volume.geometry().order();
        int stride = 1;
        for (int d = 0; d < 3; d++) {
            int s = order.source(d);
            boolean backwards = order.isBackwards(d);
            from[s] = (int) (backwards ? size[s] - 1 - box.max(d) : box.min(d));
            to[s] = (int) (backwards ? size[s] - 1 - box.min(d) : box.max(d));
            step[s] = backwards ? -stride : stride;
            if (backwards) first += stride * (to[s] - from[s]);
            stride *= (int) box.dimension(d);
        }
        // Slices of a patient have borders at columns and rows.
        isAcross[order.source(2)] = false;
        voxels = volume.type().allocate(stride);
    }

    /** Takes {@code count} voxels of one row from the buffer's position on, the first in column {@code x}. */
    void next(ByteBuffer in, int count, int x, int y, int z) {
        int start = in.position();
        look(in, count, x, y, z);
        int begin = Math.max(x, from[0]);
        int n = Math.min(x + count - 1, to[0]) - begin + 1;
        if (n > 0 && y >= from[1] && y <= to[1] && z >= from[2] && z <= to[2]) {
            in.position(start + (begin - x) * volume.type().bytes());
            int row = first + (y - from[1]) * step[1] + (z - from[2]) * step[2];
            voxels.run().put(in, n, row + (begin - from[0]) * step[0], step[0]);
        }
        in.position(start + count * volume.type().bytes());
    }

    private void look(ByteBuffer in, int count, int x, int y, int z) {
        int edges = edges(1, y) + edges(2, z);
        if (edges > 0 || all.isOpen()) {
            for (int done = 0; done < count; done += ROW) {
                int n = Math.min(ROW, count - done);
                decode(in, done, n);
                if (all.isOpen()) all.add(hu, n);
                for (int edge = 0; edge < edges; edge++) for (int i = 0; i < n; i++) all.border(hu[i]);
            }
        }
        if (!isAcross[0]) return;
        if (x == 0) border(in, 0);
        if (x + count == size[0]) border(in, count - 1);
    }

    /** How often a coordinate is at an end of a slice: twice where it is its only one. */
    private int edges(int axis, int at) {
        return isAcross[axis] ? (at == 0 ? 1 : 0) + (at == size[axis] - 1 ? 1 : 0) : 0;
    }

    private void border(ByteBuffer in, int i) {
        decode(in, i, 1);
        all.border(hu[0]);
    }

    private void decode(ByteBuffer in, int i, int n) {
        volume.type().decode(in, in.position() + i * volume.type().bytes(), n, hu);
        for (int k = 0; k < n; k++) hu[k] = hu[k] * volume.slope() + volume.intercept();
    }

    /** The voxels of the box, in the type of the file, once all have passed. */
    RandomAccessibleInterval<? extends RealType<?>> voxels() {
        RandomAccessibleInterval<? extends RealType<?>> image = voxels.image().apply(box.dimensionsAsLongArray());
        return isWhole() ? image : Views.translate(image, box.minAsLongArray());
    }

    boolean isWhole() {
        Geometry grid = volume.geometry();
        for (int d = 0; d < 3; d++) if (box.dimension(d) != grid.size(d)) return false;
        return true;
    }

    Overview overview() {
        return all.overview();
    }
}
