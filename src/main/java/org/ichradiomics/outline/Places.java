package org.ichradiomics.outline;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Places of voxels in raster order, in the order in which they were found. */
final class Places {

    private int[] places = new int[16];
    private int size;

    void add(int place) {
        if (size == places.length) places = Arrays.copyOf(places, 2 * size);
        places[size++] = place;
    }

    int size() {
        return size;
    }

    int get(int n) {
        return places[n];
    }

    int takeLast() {
        return places[--size];
    }

    IntStream stream() {
        return Arrays.stream(places, 0, size);
    }
}
