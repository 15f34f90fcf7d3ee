package org.ichradiomics.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Region;
import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;

class DiameterTest {

    @RepeatedTest(60)
    void agreesWithAllPairs(RepetitionInfo repetition) throws Exception {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        int nx = 1 + random.nextInt(14);
        int ny = 1 + random.nextInt(14);
        int nz = 1 + random.nextInt(9);
        double density = random.nextDouble(0.01, 1);
        boolean[] inside = new boolean[nx * ny * nz];
        List<int[]> voxels = new ArrayList<>();
        for (int i = 0; i < inside.length; i++) {
            inside[i] = i == inside.length / 2 || random.nextDouble() < density;
            if (inside[i]) voxels.add(new int[] {i % nx, i / nx % ny, i / nx / ny});
        }
        long expected = 0;
        for (int[] a : voxels) {
            for (int[] b : voxels) {
                long dx = a[0] - b[0];
                long dy = a[1] - b[1];
                long dz = a[2] - b[2];
                expected = Math.max(expected, dx * dx + dy * dy + dz * dz);
            }
        }
        Region region = Region.of(
                ArrayImgs.doubles(new double[inside.length], nx, ny, nz),
                ArrayImgs.booleans(inside, nx, ny, nz),
                new Spacing(0.45, 0.45, 5));
        assertEquals(expected, Diameter.squared(region));
    }

    @Test
    void ofOneVoxelIsZero() throws Exception {
        assertEquals(
                0,
                Diameter.of(Region.of(
                        ArrayImgs.doubles(1, 1, 1),
                        ArrayImgs.booleans(new boolean[] {true}, 1, 1, 1),
                        new Spacing(1, 1, 1))));
    }
}
