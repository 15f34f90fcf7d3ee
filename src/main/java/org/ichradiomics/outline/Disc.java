package org.ichradiomics.outline;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.region.Spacing;

/** The pixels of a slice whose centres lie no farther from one than a radius. */
record Disc(int[] dx, int[] dy) {

    static Disc of(double mm, Spacing spacing) {
        int rx = (int) Math.floor(mm / spacing.x() + 1e-9);
        int ry = (int) Math.floor(mm / spacing.y() + 1e-9);
        int[] dx = new int[(2 * rx + 1) * (2 * ry + 1)];
        int[] dy = new int[dx.length];
        int n = 0;
        for (int y = -ry; y <= ry; y++) {
            for (int x = -rx; x <= rx; x++) {
                double sx = x * spacing.x();
                double sy = y * spacing.y();
                if (sx * sx + sy * sy <= mm * mm + 1e-9) {
                    dx[n] = x;
                    dy[n++] = y;
                }
            }
        }
        return new Disc(Arrays.copyOf(dx, n), Arrays.copyOf(dy, n));
    }

    /** The pixels of the disc round one, in its slice; some may lie outside the scan. */
    Stream<Voxel> around(Voxel middle) {
        return IntStream.range(0, dx.length).mapToObj(k -> at(middle, k));
    }

    /** Whether all pixels of the disc round one have a property. */
    boolean all(Voxel middle, Predicate<Voxel> property) {
        for (int k = 0; k < dx.length; k++) {
            if (!property.test(at(middle, k))) return false;
        }
        return true;
    }

    private Voxel at(Voxel middle, int k) {
        return new Voxel(middle.x() + dx[k], middle.y() + dy[k], middle.z());
    }
}
