package org.ichradiomics.texture;

import java.util.HashSet;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DirectionTest {

    /** 26 neighbours, 13 lines: with the opposite of each direction every neighbour is met once. */
    @Test
    void everyNeighbourIsMetOnce() {
        Set<String> met = new HashSet<>();
        for (Direction d : Direction.IN_SPACE) {
            assertTrue(met.add(d.dx() + " " + d.dy() + " " + d.dz()), d.name());
            assertTrue(met.add(-d.dx() + " " + -d.dy() + " " + -d.dz()), d.name());
        }
        assertEquals(26, met.size());
        assertEquals(Direction.IN_PLANE, Direction.IN_SPACE.subList(0, 4));
        assertTrue(Direction.IN_PLANE.stream().allMatch(d -> d.dz() == 0));
    }

    @Test
    void anOffsetIsThatManySteps() {
        Direction up = Direction.IN_PLANE.get(1).times(4);
        assertEquals(4, up.dx());
        assertEquals(-4, up.dy());
        assertEquals(4, up.upright().dy());
        assertThrows(IllegalArgumentException.class, () -> up.times(0));
        assertThrows(IllegalArgumentException.class, () -> new Direction("nowhere", 0, 0, 0));
    }
}
