package org.ichradiomics.texture;

import java.util.Arrays;

import org.ichradiomics.region.LevelVolume;

/**
 * A tally of a large matrix, as that of zone sizes: it holds what does come up, in a hash table of row and column as
 * one number, 0 where a slot is empty.
 */
final class HashedTally implements Tally {

    private long[] keys = new long[1 << 10];
    private long[] counts = new long[keys.length];
    private int filled;

    @Override
    public void add(int row, int column) {
        long key = (long) row << 32 | column;
        int slot = slot(key);
        if (keys[slot] == 0) {
            // Half full at the most, so that an empty slot is near.
            if (2 * ++filled > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
        }
        counts[slot]++;
    }

    @Override
    public Cells cells(LevelVolume levels) {
        Cells.Builder cells = new Cells.Builder();
        Arrays.stream(keys)
                .filter(key -> key >>> 32 != 0)
                .sorted()
                .forEach(key -> cells.add(levels.level((int) (key >>> 32)), (int) key, counts[slot(key)]));
        return cells.cells();
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new long[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] == 0) continue;
            int slot = slot(oldKeys[i]);
            keys[slot] = oldKeys[i];
            counts[slot] = oldCounts[i];
        }
    }

    /** Where a key is, or would be put. */
    private int slot(long key) {
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) slot = slot + 1 & keys.length - 1;
        return slot;
    }
}
