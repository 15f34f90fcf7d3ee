package org.ichradiomics.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.ichradiomics.region.Region;

/** What one slice shows of a lesion: f : {pixels of the bounding box} → inside or not. */
final class Section {

    private final int nx;
    private final int ny;
    private final boolean[] inside;
    private final int size;

    private Section(int nx, int ny, boolean[] inside, int size) {
        this.nx = nx;
        this.ny = ny;
        this.inside = inside;
        this.size = size;
    }

    /** All slices of the bounding box, empty ones included. */
    static List<Section> of(Region region) {
        int nx = region.box(0);
        int ny = region.box(1);
        List<Section> sections = new ArrayList<>();
        int i = 0;
        for (int z = 0; z < region.box(2); z++) {
            boolean[] inside = new boolean[nx * ny];
            int first = i;
            for (; i < region.size() && region.position(i) / (nx * ny) == z; i++) inside[region.position(i) % (nx * ny)] = true;
            sections.add(new Section(nx, ny, inside, i - first));
        }
        return sections;
    }

    /** Number of pixels inside. */
    int size() {
        return size;
    }

    /** Number of rows of the bounding box. */
    int rows() {
        return ny;
    }

    boolean isInside(int x, int y) {
        return x >= 0 && x < nx && y >= 0 && y < ny && inside[y * nx + x];
    }

    /** The pixels that share an edge with a pixel outside, as {x, y}. */
    List<int[]> outline() {
        List<int[]> outline = new ArrayList<>();
        for (int y = 0; y < ny; y++) {
            for (int x = 0; x < nx; x++) {
                boolean inner = isInside(x - 1, y) && isInside(x + 1, y) && isInside(x, y - 1) && isInside(x, y + 1);
                if (isInside(x, y) && !inner) outline.add(new int[] {x, y});
            }
        }
        return outline;
    }

    /** Its connected parts; pixels that touch at a corner are connected. */
    List<Section> pieces() {
        List<Section> pieces = new ArrayList<>();
        boolean[] seen = new boolean[inside.length];
        int[] queue = new int[size];
        for (int start = 0; start < inside.length; start++) {
            if (!inside[start] || seen[start]) continue;
            int end = 0;
            queue[end++] = start;
            seen[start] = true;
            for (int at = 0; at < end; at++) {
                for (int y = queue[at] / nx - 1; y <= queue[at] / nx + 1; y++) {
                    for (int x = queue[at] % nx - 1; x <= queue[at] % nx + 1; x++) {
                        if (!isInside(x, y) || seen[y * nx + x]) continue;
                        seen[y * nx + x] = true;
                        queue[end++] = y * nx + x;
                    }
                }
            }
            boolean[] piece = new boolean[inside.length];
            Arrays.stream(queue, 0, end).forEach(p -> piece[p] = true);
            pieces.add(new Section(nx, ny, piece, end));
        }
        return pieces;
    }
}
