package org.ichradiomics.stats;

import java.util.Arrays;

/** Numbers in ascending order, among which another has its place. */
record Sorted(double[] values) {

    /** All numbers of some groups. */
    static Sorted of(double[]... groups) {
        return new Sorted(
                Arrays.stream(groups).flatMapToDouble(Arrays::stream).sorted().toArray());
    }

    int size() {
        return values.length;
    }

    int below(double value) {
        return count(value, false);
    }

    int atMost(double value) {
        return count(value, true);
    }

    /** 2 for each number below a value, 1 for each that is the same. */
    int halvesBelow(double value) {
        return below(value) + atMost(value);
    }

    private int count(double value, boolean orEqual) {
        int low = 0;
        int high = values.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (orEqual ? values[middle] <= value : values[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
