package org.ichradiomics.phantom;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HaematomaCohortTest {

    private static final List<Region> SOME =
            IntStream.range(0, 40).mapToObj(HaematomaCohort::region).toList();

    @Test
    void theyAreAsLargeAsPromised() {
        // The outline of a blurred edge may hold a little more or less than the blood.
        for (Region region : SOME) {
            assertTrue(
                    region.volume() > 800 * HaematomaCohort.SMALLEST
                            && region.volume() < 1020 * HaematomaCohort.LARGEST,
                    () -> region.volume() + " mm³");
        }
    }

    @Test
    void theyLookLikeBlood() {
        for (Region region : SOME) {
            assertTrue(region.mean() > 40 && region.mean() < 75, () -> region.mean() + " HU");
            assertTrue(region.min() > 0, () -> region.min() + " HU");
        }
    }

    @Test
    void fourOfFiveAreInAFullMatrix() {
        assertEquals(
                32,
                SOME.stream()
                        .filter(region -> region.matrix(0) == 512 && region.matrix(1) == 512)
                        .count());
        assertEquals(
                8,
                SOME.stream()
                        .filter(region -> region.matrix(0) == 256 && region.matrix(1) == 256)
                        .count());
    }

    @Test
    void noneIsCutOff() {
        for (Region region : SOME) {
            for (int axis = 0; axis < 3; axis++) {
                assertTrue(region.origin(axis) > 0 && region.origin(axis) + region.box(axis) < region.matrix(axis));
            }
        }
    }

    @Test
    void eachIsAlwaysTheSame() {
        Region again = HaematomaCohort.region(7);
        assertEquals(SOME.get(7).size(), again.size());
        for (int i = 0; i < again.size(); i++) {
            assertEquals(SOME.get(7).position(i), again.position(i));
            assertEquals(SOME.get(7).hu(i), again.hu(i));
        }
    }
}
