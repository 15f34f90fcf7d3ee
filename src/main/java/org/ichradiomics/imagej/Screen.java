package org.ichradiomics.imagej;

import java.awt.GraphicsEnvironment;

import ij.measure.ResultsTable;

/** Shows things where there is a screen. */
final class Screen {

    private Screen() {
    }

    static boolean isThere() {
        return !GraphicsEnvironment.isHeadless();
    }

    static void show(ResultsTable table, String title) {
        if (isThere()) table.show(title);
    }
}
