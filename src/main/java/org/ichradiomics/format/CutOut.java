package org.ichradiomics.format;

import java.nio.ByteBuffer;

import org.ichradiomics.region.VoxelBox;
import org.ichradiomics.scan.AxisOrder;
import org.ichradiomics.scan.Overview;
import org.ichradiomics.scan.Scan;

/**
 * Looks at the voxels of a file as they pass, in their stored order, and keeps those of a box, at their place in LPS
 * order, so that turning the axes costs neither a second copy nor a second look.
 */
final class CutOut {

    /** What is decoded at a time. */
    private static final int RUN = 1 << 12;

    /** Rows that are not longer are taken voxel by voxel. */
    private static final int SHORT = 32;

    private final StoredVolume volume;
    private final VoxelBox box;
    private final int[] size;
    private final int[] from = new int[3];
    private final int[] to = new int[3];
    private final int[] step = new int[3];
    private int first;
    private final boolean[] isAcross = {true, true, true};
    private final Datatype.Voxels whole;
    private final KeptBytes part;
    private final Datatype.Run kept;
    private final Overview.Tally all;
    private final double[] hu = new double[RUN];
    private final ByteBuffer aside;
    private int asideCount;
    private int x;
    private int y;
    private int z;

    /**
     * @param box in voxels of the grid, in LPS
     * @param all null: nobody asks what the others say
     */
    CutOut(StoredVolume volume, VoxelBox box, Overview.Tally all) {
        this.volume = volume;
        this.box = box;
        this.all = all;
        aside = ByteBuffer.allocate(RUN * volume.type().bytes()).order(volume.byteOrder());
        size = volume.geometry().storedSize();
        AxisOrder order = volume.geometry().order();
        int stride = 1;
        for (int d = 0; d < 3; d++) {
            int s = order.source(d);
            boolean backwards = order.isBackwards(d);
            from[s] = backwards ? size[s] - box.first(d) - box.size(d) : box.first(d);
            to[s] = from[s] + box.size(d) - 1;
            step[s] = backwards ? -stride : stride;
            if (backwards) first += stride * (to[s] - from[s]);
            stride *= box.size(d);
        }
        // Slices of a patient have borders at columns and rows.
        isAcross[order.source(2)] = false;
        boolean isWhole = box.size() == volume.geometry().voxels();
        whole = isWhole ? volume.type().allocate(stride) : null;
        part = isWhole ? null : new KeptBytes(volume.type(), volume.byteOrder(), box);
        kept = isWhole ? whole.run() : part;
    }

    /** Takes the next voxels from the beginning of a buffer's array on. */
    void take(ByteBuffer in, int count) {
        for (int done = 0, n; all != null && all.isOpen() && done < count; done += n) {
            n = Math.min(RUN, count - done);
            decode(in, done, n);
            all.add(hu, n);
        }
        for (int done = 0; done < count; ) {
            int n = size[0] <= SHORT ? Math.min(RUN, count - done) : Math.min(size[0] - x, count - done);
            if (size[0] <= SHORT) shortRows(in, done, n);
            else row(in, done, n);
            done += n;
        }
        if (all != null) lookAside();
    }

    private void row(ByteBuffer in, int at, int n) {
        if (all != null) look(in, at, n);
        if (isRowKept()) keep(in, at, n);
        x += n;
        if (x == size[0]) nextRow();
    }

    private void keep(ByteBuffer in, int at, int n) {
        int begin = Math.max(x, from[0]);
        int count = Math.min(x + n - 1, to[0]) - begin + 1;
        if (count <= 0) return;
        in.position((at + begin - x) * volume.type().bytes());
        kept.put(in, count, place(begin), step[0]);
    }

    private boolean isRowKept() {
        return y >= from[1] && y <= to[1] && z >= from[2] && z <= to[2];
    }

    private int place(int column) {
        return first + (column - from[0]) * step[0] + (y - from[1]) * step[1] + (z - from[2]) * step[2];
    }

    private void nextRow() {
        x = 0;
        if (++y < size[1]) return;
        y = 0;
        z++;
    }

    private void look(ByteBuffer in, int at, int n) {
        int edges = edges(1, y) + edges(2, z);
        for (int done = 0, count; edges > 0 && done < n; done += count) {
            count = Math.min(RUN, n - done);
            decode(in, at + done, count);
            all.border(hu, count, edges);
        }
        if (!isAcross[0]) return;
        if (x == 0) putAside(in, at);
        if (x + n == size[0]) putAside(in, at + n - 1);
    }

    /** The ends of rows are looked at together: there are two in each, of many. */
    private void putAside(ByteBuffer in, int at) {
        if (asideCount == RUN) lookAside();
        int bytes = volume.type().bytes();
        System.arraycopy(in.array(), at * bytes, aside.array(), asideCount++ * bytes, bytes);
    }

    private void lookAside() {
        decode(aside, 0, asideCount);
        all.border(hu, asideCount, 1);
        asideCount = 0;
    }

    /** How often a coordinate is at an end of a slice: twice where it is its only one. */
    private int edges(int axis, int at) {
        return isAcross[axis] ? (at == 0 ? 1 : 0) + (at == size[axis] - 1 ? 1 : 0) : 0;
    }

    private void shortRows(ByteBuffer in, int at, int n) {
        if (all != null) decode(in, at, n);
        for (int i = 0; i < n; i++) {
            int edges = all == null ? 0 : edges(0, x) + edges(1, y) + edges(2, z);
            if (edges > 0) all.border(hu[i], edges);
            if (x >= from[0] && x <= to[0] && isRowKept()) {
                in.position((at + i) * volume.type().bytes());
                kept.put(in, 1, place(x), 1);
            }
            if (++x == size[0]) nextRow();
        }
    }

    private void decode(ByteBuffer in, int at, int n) {
        volume.type().decode(in, at * volume.type().bytes(), n, hu, 0);
        for (int i = 0; i < n; i++) hu[i] = hu[i] * volume.slope() + volume.intercept();
    }

    /** The voxels of the box, once all have passed. */
    Scan.Kept kept() {
        return part != null ? part : Scan.kept(whole.image().apply(new long[] {box.nx(), box.ny(), box.nz()}));
    }
}
