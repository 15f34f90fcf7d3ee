package org.ichradiomics.phantom;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SecondReaderTest {

    private static final PlacedPhantom PHANTOM = SampleCohort.member(7).phantom();
    private static final Region FIRST = PHANTOM.region();

    @Test
    void theOutlineIsMuchTheSame() {
        for (int seed = 0; seed < 5; seed++) {
            double dice = dice(voxels(FIRST), voxels(second(seed)));
            assertTrue(dice > 0.9 && dice < 0.999, () -> "Dice coefficient " + dice);
        }
    }

    @Test
    void theScanIsTheSame() {
        Region second = second(1);
        for (int axis = 0; axis < 3; axis++) assertEquals(FIRST.matrix(axis), second.matrix(axis));
        assertEquals(FIRST.spacing(), second.spacing());
        assertEquals(FIRST.mean(), second.mean(), 2);
    }

    @Test
    void aSeedAlwaysDrawsTheSame() {
        assertEquals(voxels(second(3)), voxels(second(3)));
    }

    private static Region second(long seed) {
        return PHANTOM.region(SecondReader.outline(PHANTOM, new Dice(seed)));
    }

    /** Places in the matrix. */
    private static Set<Integer> voxels(Region region) {
        Set<Integer> voxels = new HashSet<>();
        for (int i = 0; i < region.size(); i++) {
            int x = region.position(i) % region.box(0) + region.origin(0);
            int y = region.position(i) / region.box(0) % region.box(1) + region.origin(1);
            int z = region.position(i) / region.box(0) / region.box(1) + region.origin(2);
            voxels.add((z * region.matrix(1) + y) * region.matrix(0) + x);
        }
        return voxels;
    }

    private static double dice(Set<Integer> a, Set<Integer> b) {
        Set<Integer> common = new HashSet<>(a);
        common.retainAll(b);
        return 2.0 * common.size() / (a.size() + b.size());
    }
}
