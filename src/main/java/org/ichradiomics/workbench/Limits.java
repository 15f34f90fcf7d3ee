package org.ichradiomics.workbench;

import java.util.Locale;
import java.util.Map;

import org.ichradiomics.imagej.HaematomaGrowing;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.outline.Lock;

/**
 * Between which HU, and how far from the click, is grown, as the task's options have it.
 *
 * @param low HU, or auto
 * @param high HU, or auto
 * @param reach mm
 */
record Limits(String low, String high, String reach) {

    private static final Map<String, String> USUAL = Option.usual(HaematomaGrowing.OPTIONS);

    /** The HU from the click. */
    static final Limits AUTO = new Limits(USUAL.get("low"), USUAL.get("high"), USUAL.get("radius"));

    boolean isAuto() {
        return low.equals(AUTO.low);
    }

    /** The same reach, with HU from the click. */
    Limits auto() {
        return new Limits(AUTO.low, AUTO.high, reach);
    }

    /** The same reach, with these HU, the lower one at least 1 below the other. */
    Limits within(int lowHu, int highHu) {
        return new Limits(text(Math.min(lowHu, highHu - 1)), text(highHu), reach);
    }

    Limits reaching(int mm) {
        return new Limits(low, high, text(Math.max(1, mm)));
    }

    int mm() {
        return (int) Math.round(Double.parseDouble(reach));
    }

    private static String text(int number) {
        return String.format(Locale.ROOT, "%d", number);
    }

    /** What the brush paints: between the limits, usually what fresh blood has. */
    Lock lock() {
        return isAuto() ? Lock.BLOOD : new Lock(Double.parseDouble(low), Double.parseDouble(high));
    }
}
