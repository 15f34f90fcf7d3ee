package org.ichradiomics.outline;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * What one step changed: runs of voxels with the labels before and after. Undo writes the ones, redo the others.
 *
 * @param starts first voxel of each run, rising
 * @param lengths voxels of each run
 * @param before labels before, one run after another
 * @param after labels after, likewise
 */
record Change(int[] starts, int[] lengths, byte[] before, byte[] after) {

    boolean isEmpty() {
        return starts.length == 0;
    }

    void undo(byte[] labels) {
        write(before, labels);
    }

    void redo(byte[] labels) {
        write(after, labels);
    }

    private void write(byte[] from, byte[] labels) {
        int at = 0;
        for (int run = 0; run < starts.length; run++) {
            System.arraycopy(from, at, labels, starts[run], lengths[run]);
            at += lengths[run];
        }
    }

    /** Collects the runs of a step; voxels come in rising order. */
    static final class Collector {

        private int[] starts = new int[16];
        private int[] lengths = new int[16];
        private int runs;
        private final ByteArrayOutputStream before = new ByteArrayOutputStream();
        private final ByteArrayOutputStream after = new ByteArrayOutputStream();

        void add(int index, byte was, byte is) {
            if (runs > 0 && starts[runs - 1] + lengths[runs - 1] == index) {
                lengths[runs - 1]++;
            } else {
                if (runs == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * runs);
                    lengths = Arrays.copyOf(lengths, 2 * runs);
                }
                starts[runs] = index;
                lengths[runs++] = 1;
            }
            before.write(was);
            after.write(is);
        }

        Change change() {
            int[] from = Arrays.copyOf(starts, runs);
            int[] many = Arrays.copyOf(lengths, runs);
            return new Change(from, many, before.toByteArray(), after.toByteArray());
        }
    }
}
