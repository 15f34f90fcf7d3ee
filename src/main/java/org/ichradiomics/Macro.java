package org.ichradiomics;

import org.ichradiomics.batch.BatchRunning;
import org.ichradiomics.imagej.MacroCalls;
import org.ichradiomics.imagej.Options;

/**
 * For ImageJ macros: {@code call("org.ichradiomics.Macro.extract", ...)}. Works where {@code run(...)} does not, that is in ImageJ
 * without a screen and without Fiji.
 */
public final class Macro {

    private Macro() {
    }

    /** Measures the current image with all defaults; returns the R-score, or several joined by commas. */
    public static String extract() {
        return MacroCalls.extract(null, "");
    }

    /**
     * Measures the current image.
     *
     * @param options as for {@code run("Extract...", options)}
     * @return the R-score with all its digits; for several rows joined by commas
     */
    public static String extract(String options) {
        return MacroCalls.extract(null, options);
    }

    /**
     * Measures an image.
     *
     * @param image   the title of an open image, or a path
     * @param options as for {@code run("Extract...", options)}
     * @return the R-score with all its digits; for several rows joined by commas
     */
    public static String extract(String image, String options) {
        return MacroCalls.extract(image, options);
    }

    /** Measures the volume of the haematoma of the current image; returns mL with all digits. */
    public static String volume() {
        return MacroCalls.volume(null, "");
    }

    /**
     * Measures the volume of the haematoma of the current image.
     *
     * @param options as for {@code run("Volume...", options)}
     * @return mL with all digits; for several rows joined by commas
     */
    public static String volume(String options) {
        return MacroCalls.volume(null, options);
    }

    /**
     * Measures the volume of the haematoma of an image.
     *
     * @param image   the title of an open image, or a path
     * @param options as for {@code run("Volume...", options)}
     * @return mL with all digits; for several rows joined by commas
     */
    public static String volume(String image, String options) {
        return MacroCalls.volume(image, options);
    }

    /**
     * Compares the haematoma of two scans; the numbers are in the Results table.
     *
     * @param options as for {@code run("Expansion...", options)}
     * @return what the definition says: yes, no, or not known
     */
    public static String expansion(String options) {
        return MacroCalls.expansion(options);
    }

    /**
     * Measures a cohort.
     *
     * @param options as for {@code run("Batch...", options)}
     * @return how many cases are done and failed, in a sentence
     */
    public static String batch(String options) {
        return MacroCalls.sentence(() -> BatchRunning.run(Options.parse(options, BatchRunning.DEFAULTS)));
    }

    /**
     * A value of a row that was measured.
     *
     * @param row  row of the Results table, from 0
     * @param name a feature, e.g. "kurtosis", or a column, e.g. "R-score group"
     * @return the number with all its digits, or the text
     */
    public static String value(String row, String name) {
        return MacroCalls.value(row, name);
    }
}
