package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ChainTest {

    private record Point(int x, int y) {}

    private static double turn(Point a, Point b, Point c) {
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    }

    @Test
    void goesOnceAroundTheCornersOfASquare() {
        List<Point> points = new ArrayList<>();
        for (int x = 0; x < 3; x++) {
            for (int y = 0; y < 3; y++) points.add(new Point(x, y));
        }
        assertEquals(
                List.of(new Point(0, 0), new Point(2, 0), new Point(2, 2), new Point(0, 2)),
                Chain.around(points, ChainTest::turn));
    }

    @Test
    void pointsThatComeTwiceAreOne() {
        List<Point> points = List.of(
                new Point(0, 0), new Point(0, 0), new Point(1, 3), new Point(1, 3), new Point(2, 0), new Point(2, 0));
        assertEquals(List.of(new Point(0, 0), new Point(2, 0), new Point(1, 3)), Chain.around(points, ChainTest::turn));
    }

    @Test
    void pointsOnALineHaveTwoEnds() {
        List<Point> points = List.of(new Point(0, 0), new Point(1, 1), new Point(2, 2));
        assertEquals(List.of(new Point(0, 0), new Point(2, 2)), Chain.around(points, ChainTest::turn));
    }
}
