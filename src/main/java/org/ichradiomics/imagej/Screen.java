package org.ichradiomics.imagej;

import java.awt.Frame;
import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.Macro;
import ij.Prefs;
import ij.measure.ResultsTable;

/** Whether there is a screen, and somebody before it. */
public final class Screen {

    /** Pixels at the usual size of ImageJ's windows. */
    private static final int WIDE = 1200;

    private Screen() {}

    /** Whether windows can be shown. */
    public static boolean isThere() {
        return !GraphicsEnvironment.isHeadless();
    }

    /** Whether a user can be asked: there is a screen, and no macro is running. */
    public static boolean hasUser() {
        return isThere() && Macro.getOptions() == null && !IJ.isMacro();
    }

    /** The same, with a window as wide as what stands in its first columns. */
    static void showWide(ResultsTable table, String title) {
        boolean isNew = isThere() && ResultsTable.getResultsWindow() == null;
        show(table, title);
        Frame window = isNew ? ResultsTable.getResultsWindow() : null;
        if (window == null) return;
        int width =
                (int) Math.min(WIDE * Prefs.getGuiScale(), window.getToolkit().getScreenSize().width);
        if (window.getWidth() < width) window.setSize(width, window.getHeight());
    }

    /** Shows a table where there is a screen. */
    public static void show(ResultsTable table, String title) {
        if (isThere()) table.show(title);
    }
}
