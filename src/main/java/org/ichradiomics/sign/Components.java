package org.ichradiomics.sign;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The connected parts of some pixels: f : {pixels} → part 0, 1, 2 … in the order of their first pixels; -1 is outside.
 *
 * @param labels the part of every pixel of the plane
 * @param places of all parts, one part after the other
 * @param ends where each part ends there
 */
record Components(Pixels whole, int[] labels, int[] places, int[] ends) {

    /** Pixels that share an edge are connected. */
    static Components ofEdges(Pixels pixels) {
        return of(pixels, false);
    }

    /** Pixels that share an edge or a corner are connected. */
    static Components ofCorners(Pixels pixels) {
        return of(pixels, true);
    }

    private static Components of(Pixels pixels, boolean corners) {
        Plane plane = pixels.plane();
        int[] labels = new int[plane.size()];
        Arrays.fill(labels, -1);
        int[] queue = new int[pixels.count()];
        int[] ends = new int[pixels.count()];
        int parts = 0;
        int end = 0;
        for (int start = 0; start < labels.length; start++) {
            if (!pixels.contains(start) || labels[start] >= 0) continue;
            int first = end;
            queue[end++] = start;
            labels[start] = parts;
            for (int at = first; at < end; at++) {
                for (int k = 0; k < 9; k++) {
                    int x = plane.x(queue[at]) + k % 3 - 1;
                    int y = plane.y(queue[at]) + k / 3 - 1;
                    if (!corners && k % 2 == 0 || !pixels.contains(x, y)) continue;
                    int next = y * plane.nx() + x;
                    if (labels[next] >= 0) continue;
                    labels[next] = parts;
                    queue[end++] = next;
                }
            }
            ends[parts++] = end;
        }
        return new Components(pixels, labels, queue, Arrays.copyOf(ends, parts));
    }

    int count() {
        return ends.length;
    }

    /** Which part a pixel belongs to, -1 for none. */
    int label(int i) {
        return labels[i];
    }

    /** Number of pixels of a part. */
    int size(int part) {
        return ends[part] - begin(part);
    }

    /** mm². */
    double area(int part) {
        return size(part) * whole.plane().pixelArea();
    }

    Pixels part(int part) {
        int[] own = Arrays.copyOfRange(places, begin(part), ends[part]);
        Arrays.sort(own);
        return Pixels.of(whole.plane(), own);
    }

    private int begin(int part) {
        return part == 0 ? 0 : ends[part - 1];
    }

    /** The part of most pixels, of equal ones the first; -1 if there is none. */
    int largest() {
        return IntStream.range(0, count())
                .reduce((a, b) -> size(b) > size(a) ? b : a)
                .orElse(-1);
    }

    /** Parts of at least so many mm². */
    IntStream ofArea(double mm2) {
        return IntStream.range(0, count()).filter(k -> Slack.reaches(area(k), mm2));
    }
}
