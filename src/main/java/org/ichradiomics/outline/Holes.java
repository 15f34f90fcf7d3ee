package org.ichradiomics.outline;

/** Background of a slice that cannot be left by steps along rows and columns. */
final class Holes {

    private Holes() {}

    static boolean[] of(boolean[] set, int width, int height) {
        boolean[] open = new boolean[set.length];
        int[] todo = new int[set.length];
        int count = 0;
        for (int i = 0; i < set.length; i++) {
            boolean border = i < width || i >= set.length - width || i % width == 0 || i % width == width - 1;
            if (border && !set[i]) {
                open[i] = true;
                todo[count++] = i;
            }
        }
        while (count > 0) {
            int i = todo[--count];
            int x = i % width;
            count = step(set, open, todo, count, i - 1, x > 0);
            count = step(set, open, todo, count, i + 1, x < width - 1);
            count = step(set, open, todo, count, i - width, i >= width);
            count = step(set, open, todo, count, i + width, i < width * (height - 1));
        }
        boolean[] holes = new boolean[set.length];
        for (int i = 0; i < set.length; i++) holes[i] = !set[i] && !open[i];
        return holes;
    }

    private static int step(boolean[] set, boolean[] open, int[] todo, int count, int i, boolean inside) {
        if (!inside || set[i] || open[i]) return count;
        open[i] = true;
        todo[count] = i;
        return count + 1;
    }
}
