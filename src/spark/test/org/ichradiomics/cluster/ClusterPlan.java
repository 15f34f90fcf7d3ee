package org.ichradiomics.cluster;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * How long a cohort takes on a cluster: whoever is free takes the next case, the largest first. Reading shares the
 * storage evenly among all, as if they always read; that is the worst.
 *
 * @param slots cases at the same time
 * @param startSeconds until the first case is begun: driver, executors, headers
 * @param dispatchSeconds of the driver for each case, one after the other
 * @param bytesPerSecond of the storage for all together
 * @param endSeconds of the driver for each row, when all are there
 */
record ClusterPlan(int slots, double startSeconds, double dispatchSeconds, double bytesPerSecond, double endSeconds) {

    /**
     * What a case costs.
     *
     * @param bytes that are read of it
     * @param seconds of one core: hashing, inflating, measuring, writing the row
     */
    record Cost(long bytes, double seconds) {}

    /** From the submit to the table. */
    double seconds(List<Cost> cases) {
        double[] costs = cases.stream()
                .mapToDouble(one -> one.seconds + one.bytes * slots / bytesPerSecond)
                .toArray();
        Arrays.sort(costs);
        PriorityQueue<Double> free = new PriorityQueue<>(Comparator.naturalOrder());
        for (int slot = 0; slot < slots; slot++) free.add(startSeconds);
        double end = startSeconds;
        double driver = startSeconds;
        for (int i = costs.length - 1; i >= 0; i--) {
            driver = Math.max(driver, free.remove()) + dispatchSeconds;
            free.add(driver + costs[i]);
            end = Math.max(end, driver + costs[i]);
        }
        return end + costs.length * endSeconds;
    }
}
