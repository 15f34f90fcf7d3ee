package org.ichradiomics.imagej;

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.Macro;
import ij.measure.ResultsTable;

/** Whether there is a screen, and somebody before it. */
public final class Screen {

    private Screen() {}

    /** Whether windows can be shown. */
    public static boolean isThere() {
        return !GraphicsEnvironment.isHeadless();
    }

    /** Whether a user can be asked: there is a screen, and no macro is running. */
    public static boolean hasUser() {
        return isThere() && Macro.getOptions() == null && !IJ.isMacro();
    }

    /** Shows a table where there is a screen. */
    public static void show(ResultsTable table, String title) {
        if (isThere()) table.show(title);
    }
}
