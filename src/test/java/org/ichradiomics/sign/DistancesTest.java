package org.ichradiomics.sign;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Against all pairs of pixels. */
class DistancesTest {

    @ParameterizedTest
    @CsvSource({
        "1, 17, 13, 0.6, 0.6, 0.03",
        "2, 23, 9, 0.45, 1.3, 0.1",
        "3, 8, 30, 2.0, 0.3, 0.5",
        "4, 1, 12, 1, 1, 0.2",
        "5, 12, 1, 1, 1, 0.2",
        "6, 10, 10, 0.6, 0.6, 0",
        "7, 10, 10, 0.6, 0.6, 1"
    })
    void areThoseOfTheNearest(int seed, int nx, int ny, double dx, double dy, double share) {
        Random random = new Random(seed);
        Plane plane = new Plane(nx, ny, dx, dy);
        Pixels targets = Pixels.of(plane, i -> random.nextDouble() < share);
        double[] distances = Distances.to(targets);
        double[] outside = Distances.toOutside(targets);
        for (int i = 0; i < plane.size(); i++) {
            int pixel = i;
            double nearest = targets.stream()
                    .mapToDouble(t -> plane.distance(pixel, t))
                    .min()
                    .orElse(Double.POSITIVE_INFINITY);
            assertEquals(nearest, distances[i], 1e-9);
            assertEquals(nearestOutside(targets, i), outside[i], 1e-9);
        }
    }

    private static double nearestOutside(Pixels pixels, int i) {
        Plane plane = pixels.plane();
        return IntStream.rangeClosed(-1, plane.ny())
                .boxed()
                .flatMap(y -> IntStream.rangeClosed(-1, plane.nx())
                        .filter(x -> !pixels.contains(x, y))
                        .mapToObj(x -> Math.hypot((x - plane.x(i)) * plane.dx(), (y - plane.y(i)) * plane.dy())))
                .min(Double::compare)
                .orElseThrow();
    }
}
