package org.ichradiomics.growth;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.region.Region;

/**
 * What one slice shows of a lesion: f : {pixels of the bounding box} → inside or not.
 *
 * @param nx columns of the bounding box
 * @param ny rows of the bounding box
 * @param size number of pixels inside
 */
record Section(int nx, int ny, boolean[] inside, int size) {

    /**
     * The connected parts of a slice.
     *
     * @param count how many, at least 1
     * @param largest the largest one; several if they are of one size
     */
    record Pieces(int count, List<Section> largest) {}

    /** All slices of the bounding box, empty ones included. */
    static List<Section> of(Region region) {
        int nx = region.box(0);
        int ny = region.box(1);
        List<Section> sections = new ArrayList<>();
        int i = 0;
        for (int z = 0; z < region.box(2); z++) {
            boolean[] inside = new boolean[nx * ny];
            int first = i;
            for (; i < region.size() && region.position(i) / (nx * ny) == z; i++)
                inside[region.position(i) % (nx * ny)] = true;
            sections.add(new Section(nx, ny, inside, i - first));
        }
        return sections;
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
    Pieces pieces() {
        boolean[] seen = new boolean[inside.length];
        int[] queue = new int[size];
        int[] ends = new int[size];
        int count = 0;
        int end = 0;
        for (int start = 0; start < inside.length; start++) {
            if (!inside[start] || seen[start]) continue;
            int at = end;
            queue[end++] = start;
            seen[start] = true;
            for (; at < end; at++) {
                for (int y = queue[at] / nx - 1; y <= queue[at] / nx + 1; y++) {
                    for (int x = queue[at] % nx - 1; x <= queue[at] % nx + 1; x++) {
                        if (!isInside(x, y) || seen[y * nx + x]) continue;
                        seen[y * nx + x] = true;
                        queue[end++] = y * nx + x;
                    }
                }
            }
            ends[count++] = end;
        }
        return new Pieces(count, largest(queue, ends, count));
    }

    private List<Section> largest(int[] queue, int[] ends, int count) {
        int most = 0;
        for (int i = 0; i < count; i++) most = Math.max(most, ends[i] - (i == 0 ? 0 : ends[i - 1]));
        List<Section> largest = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int first = i == 0 ? 0 : ends[i - 1];
            if (ends[i] - first == most) largest.add(part(queue, first, ends[i]));
        }
        return largest;
    }

    /** Some of its pixels, on the box that they need: of thousands of specks, each is small. */
    private Section part(int[] pixels, int first, int end) {
        int minX = nx;
        int minY = ny;
        int maxX = 0;
        int maxY = 0;
        for (int i = first; i < end; i++) {
            minX = Math.min(minX, pixels[i] % nx);
            maxX = Math.max(maxX, pixels[i] % nx);
            minY = Math.min(minY, pixels[i] / nx);
            maxY = Math.max(maxY, pixels[i] / nx);
        }
        int width = maxX - minX + 1;
        boolean[] part = new boolean[width * (maxY - minY + 1)];
        for (int i = first; i < end; i++) part[(pixels[i] / nx - minY) * width + pixels[i] % nx - minX] = true;
        return new Section(width, maxY - minY + 1, part, end - first);
    }
}
