package org.ichradiomics.cluster;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** By hand; against real runs see {@link ClusterBenchmark}. */
class ClusterPlanIT {

    private static ClusterPlan.Cost cpu(double seconds) {
        return new ClusterPlan.Cost(0, seconds);
    }

    @Test
    void theLargestFirst() {
        List<ClusterPlan.Cost> cases = List.of(cpu(1), cpu(2), cpu(2), cpu(3));
        // 3 + 1 beside 2 + 2
        assertEquals(10 + 4, new ClusterPlan(2, 10, 0, 1, 0).seconds(cases), 1e-12);
        assertEquals(8, new ClusterPlan(1, 0, 0, 1, 0).seconds(cases), 1e-12);
    }

    @Test
    void theStorageIsShared() {
        List<ClusterPlan.Cost> cases = Collections.nCopies(4, new ClusterPlan.Cost(100, 1));
        // 50 bytes a second each
        assertEquals(2 * (2 + 1), new ClusterPlan(2, 0, 0, 100, 0).seconds(cases), 1e-12);
    }

    /** More executors than the driver can feed are idle. */
    @Test
    void theDriverIsAlone() {
        assertEquals(
                100 * 0.1 + 1 + 100 * 0.01,
                new ClusterPlan(1000, 0, 0.1, 1, 0.01).seconds(Collections.nCopies(100, cpu(1))),
                1e-9);
    }
}
