package org.ichradiomics.outline;

import java.util.function.IntConsumer;

/** Background of a slice that cannot be left by steps along rows and columns. */
final class Holes {

    private Holes() {}

    static boolean[] of(boolean[] set, int width, int height) {
        boolean[] known = set.clone();
        Places todo = new Places();
        IntConsumer reach = i -> {
            if (!known[i]) todo.add(i);
            known[i] = true;
        };
        for (int i = 0; i < set.length; i++) {
            if (i < width || i >= set.length - width || i % width == 0 || i % width == width - 1) reach.accept(i);
        }
        while (todo.size() > 0) {
            int i = todo.takeLast();
            if (i % width > 0) reach.accept(i - 1);
            if (i % width < width - 1) reach.accept(i + 1);
            if (i >= width) reach.accept(i - width);
            if (i < width * (height - 1)) reach.accept(i + width);
        }
        for (int i = 0; i < known.length; i++) known[i] = !known[i];
        return known;
    }
}
