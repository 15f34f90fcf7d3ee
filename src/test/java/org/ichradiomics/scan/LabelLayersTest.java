package org.ichradiomics.scan;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Labels that overlap come out as they went in, one by one. */
class LabelLayersTest {

    @Test
    void eachIsWhatWasMarkedOfIt() throws Exception {
        Geometry grid = Geometry.stored(7, 5, 4, new Spacing(1, 1, 5), null, List.of());
        List<Long> labels = List.of(2L, 3L, 9L, 40L);
        boolean[][] marked = new boolean[labels.size()][7 * 5 * 4];
        LabelLayers layers = new LabelLayers("mask", grid, labels);
        Random random = new Random(5);
        for (int z : new int[] {0, 2, 3}) {
            layers.slice(z);
            for (int i = 0; i < 60; i++) {
                int k = random.nextInt(3);
                int x = random.nextInt(7);
                int y = random.nextInt(5);
                layers.mark(k, x, y);
                marked[k][x + 7 * (y + 5 * z)] = true;
            }
        }
        Labels all = Labels.of(
                "mask", layers, grid, new TreeMap<>(Map.of(2L, "a", 3L, "b", 9L, "b", 40L, "empty")), List.of());
        for (Label label : all.list()) {
            boolean[] expected = marked[labels.indexOf(label.value())];
            long voxels = 0;
            for (boolean inside : expected) if (inside) voxels++;
            assertEquals(voxels, label.voxels());
            if (voxels == 0) continue;
            int i = 0;
            for (NativeBoolType inside : Views.flatIterable(all.select(Long.toString(label.value()))))
                assertEquals(expected[i++], inside.get());
        }
        assertEquals(List.of("a", "label 3 b", "label 9 b"), List.of(all.title(2), all.title(3), all.title(9)));
    }
}
