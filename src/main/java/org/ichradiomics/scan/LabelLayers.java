package org.ichradiomics.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.text.InvalidInputException;

/**
 * Takes labels that may overlap, slice by slice of a scan's grid: of each voxel it keeps in which set of them it is.
 */
public final class LabelLayers {

    /** Sets of labels that meet somewhere; a number of two bytes tells them apart. */
    private static final int MOST_SETS = Character.MAX_VALUE;

    private final String name;
    private final int columns;
    private final LabelVoxels voxels;
    private final char[] sets;
    private final List<Long> labels;
    private final long[] counts;
    private final List<BitSet> members = new ArrayList<>(List.of(new BitSet()));
    private final Map<BitSet, Character> numbered = new HashMap<>();
    private final List<char[]> steps = new ArrayList<>();
    private int slice = -1;

    /**
     * @param name what to call the mask in sentences
     * @param grid of the scan
     * @param labels each above 0 and there once; below they go by their place in this list
     */
    public LabelLayers(String name, Geometry grid, List<Long> labels) {
        this.name = name;
        columns = grid.size(0);
        voxels = new LabelVoxels(new int[] {columns, grid.size(1), grid.size(2)});
        sets = new char[columns * grid.size(1)];
        this.labels = List.copyOf(labels);
        counts = new long[labels.size()];
        steps.add(new char[labels.size()]);
    }

    /**
     * Begins a slice.
     *
     * @param z from 0, beyond all before
     */
    public void slice(int z) {
        close();
        slice = z;
    }

    /**
     * Gives a label to a voxel of the slice, once or again.
     *
     * @param k the label's place in the list
     * @throws InvalidInputException if more sets of labels meet than any mask has
     */
    public void mark(int k, int x, int y) throws InvalidInputException {
        int at = x + columns * y;
        char set = sets[at];
        char next = steps.get(set)[k];
        if (next == 0) next = step(set, k);
        if (next == set) return;
        sets[at] = next;
        counts[k]++;
    }

    private char step(char set, int k) throws InvalidInputException {
        BitSet more = (BitSet) members.get(set).clone();
        more.set(k);
        Character next = numbered.get(more);
        if (next == null) {
            if (members.size() == MOST_SETS)
                throw new InvalidInputException(name + " holds more than " + MOST_SETS
                        + " ways in which its labels overlap: save the one that is meant alone.");
            next = (char) members.size();
            numbered.put(more, next);
            members.add(more);
            steps.add(new char[labels.size()]);
        }
        steps.get(set)[k] = next;
        return next;
    }

    private void close() {
        for (int i = 0; i < sets.length && slice >= 0; i++) {
            if (sets[i] != 0) voxels.add(i + slice * sets.length, sets[i]);
            sets[i] = 0;
        }
    }

    /** What was marked, once all slices are in. */
    LabelVoxels voxels() {
        close();
        slice = -1;
        voxels.close();
        return voxels;
    }

    /** Label → voxels. */
    Map<Long, Long> counts() {
        Map<Long, Long> all = new HashMap<>();
        for (int k = 0; k < counts.length; k++) all.put(labels.get(k), counts[k]);
        return all;
    }

    /** The numbers in {@link #voxels} of the sets of which each label is one. */
    Map<Long, BitSet> numbers() {
        Map<Long, BitSet> all = new HashMap<>();
        for (int k = 0; k < counts.length; k++) {
            BitSet of = new BitSet();
            for (int set = 1; set < members.size(); set++) if (members.get(set).get(k)) of.set(set);
            all.put(labels.get(k), of);
        }
        return all;
    }
}
