package org.ichradiomics.stats;

import java.util.Arrays;

/**
 * Weights of the ways to a row of sums, by the logarithm of the product of their multinomials, in the order in which
 * they came. Logarithms of equal products differ by rounding; what is equal to ten decimals is one way, or their number
 * would grow without need.
 */
final class Ways {

    private static final double ROUNDED = 1e10;
    private static final int FIRST = 4;

    private double[] logs = new double[FIRST];
    private double[] weights = new double[FIRST];
    private int[] places = new int[2 * FIRST]; // of the hash: place + 1, 0 where there is none
    private int size;

    int size() {
        return size;
    }

    /** The logarithm that came first of those that are one way. */
    double log(int way) {
        return logs[way];
    }

    double weight(int way) {
        return weights[way];
    }

    void add(double log, double weight) {
        int slot = slot(Math.round(log * ROUNDED));
        if (places[slot] > 0) {
            weights[places[slot] - 1] += weight;
            return;
        }
        if (size == logs.length) {
            grow();
            slot = slot(Math.round(log * ROUNDED));
        }
        logs[size] = log;
        weights[size] = weight;
        size++;
        places[slot] = size;
    }

    /** Where a way is, or would be. */
    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 33) % places.length;
        while (places[slot] > 0 && Math.round(logs[places[slot] - 1] * ROUNDED) != key) {
            slot = (slot + 1) % places.length;
        }
        return slot;
    }

    private void grow() {
        logs = Arrays.copyOf(logs, size + size / 2);
        weights = Arrays.copyOf(weights, logs.length);
        places = new int[2 * logs.length];
        for (int way = 0; way < size; way++) places[slot(Math.round(logs[way] * ROUNDED))] = way + 1;
    }
}
