package org.ichradiomics.workbench;

import java.util.Locale;

import org.ichradiomics.outline.Lock;

/**
 * HU between which is grown, as the task's options have them.
 *
 * @param low HU, or auto
 * @param high HU, or auto
 */
record Limits(String low, String high) {

    /** Both from the click. */
    static final Limits AUTO = new Limits("auto", "auto");

    static Limits of(int low, int high) {
        return new Limits(
                String.format(Locale.ROOT, "%d", Math.min(low, high)),
                String.format(Locale.ROOT, "%d", Math.max(low, high)));
    }

    /** What the brush paints: between the limits, usually what fresh blood has. */
    Lock lock() {
        return equals(AUTO) ? Lock.BLOOD : new Lock(Double.parseDouble(low), Double.parseDouble(high));
    }
}
