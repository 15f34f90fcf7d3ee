package org.ichradiomics;

import org.ichradiomics.menu.Calls;
import org.ichradiomics.menu.Tasks;

/**
 * For ImageJ macros: {@code call("org.ichradiomics.Macro.extract", ...)}. Works where {@code run(...)} does not, that
 * is in ImageJ without a screen and without Fiji.
 */
public final class Macro {

    private Macro() {}

    /**
     * Does any task of the menu.
     *
     * @param task its name: {@code extract}, {@code volume}, {@code open-mask} and so on, as the label in small letters
     * @param options as for {@code run(label, options)}
     * @return what the task answers: numbers with all their digits, or a sentence
     */
    public static String run(String task, String options) {
        return Calls.answer(task, options);
    }

    /** Measures the current image with all defaults; returns the R-score, or several joined by commas. */
    public static String extract() {
        return run("extract", "");
    }

    /**
     * Measures the current image.
     *
     * @param options as for {@code run("Extract...", options)}
     * @return the R-score with all its digits; for several rows joined by commas
     */
    public static String extract(String options) {
        return run("extract", options);
    }

    /**
     * Measures an image.
     *
     * @param image the title of an open image, or a path
     * @param options as for {@code run("Extract...", options)}
     * @return the R-score with all its digits; for several rows joined by commas
     */
    public static String extract(String image, String options) {
        return Calls.answer(Tasks.EXTRACT, "image", image, options);
    }

    /** Measures the volume of the haematoma of the current image; returns mL with all digits. */
    public static String volume() {
        return run("volume", "");
    }

    /**
     * Measures the volume of the haematoma of the current image.
     *
     * @param options as for {@code run("Volume...", options)}
     * @return mL with all digits; for several rows joined by commas
     */
    public static String volume(String options) {
        return run("volume", options);
    }

    /**
     * Measures the volume of the haematoma of an image.
     *
     * @param image the title of an open image, or a path
     * @param options as for {@code run("Volume...", options)}
     * @return mL with all digits; for several rows joined by commas
     */
    public static String volume(String image, String options) {
        return Calls.answer(Tasks.VOLUME, "image", image, options);
    }

    /**
     * Compares the haematoma of two scans; the numbers are in the Results table.
     *
     * @param options as for {@code run("Expansion...", options)}
     * @return what the definition says: yes, no, or not known
     */
    public static String expansion(String options) {
        return run("expansion", options);
    }

    /**
     * Measures a cohort.
     *
     * @param options as for {@code run("Batch...", options)}
     * @return how many cases are done and failed, in a sentence
     */
    public static String batch(String options) {
        return run("batch", options);
    }

    /**
     * Runs a study and writes its folder.
     *
     * @param options as for {@code run("Study...", options)}
     * @return cases, signature and AUC, in a sentence
     */
    public static String study(String options) {
        return run("study", options);
    }

    /**
     * Trains a signature and writes it.
     *
     * @param options as for {@code run("Train Signature...", options)}
     * @return cases, signature and AUC, in a sentence
     */
    public static String trainSignature(String options) {
        return run("train-signature", options);
    }

    /**
     * Validates a signature on cases that it has not seen.
     *
     * @param options as for {@code run("Validate...", options)}
     * @return the AUC with all its digits
     */
    public static String validate(String options) {
        return run("validate", options);
    }

    /**
     * Compares two readers.
     *
     * @param options as for {@code run("Reader Agreement...", options)}
     * @return how well features and outlines agree, in a sentence for each
     */
    public static String readerAgreement(String options) {
        return run("reader-agreement", options);
    }

    /**
     * Opens a CT and makes it the current image.
     *
     * @param path a file or a folder: DICOM, NIfTI, NRRD, MetaImage, TIFF
     * @return its title
     */
    public static String openCT(String path) {
        return Calls.answer(Tasks.OPEN_CT, "path", path, "");
    }

    /** As {@link #openCT(String)}, with options as for {@code run("Open CT...", options)}, e.g. {@code "series=2"}. */
    public static String openCT(String path, String options) {
        return Calls.answer(Tasks.OPEN_CT, "path", path, options);
    }

    /**
     * Puts a mask file onto the current image as its overlay.
     *
     * @param path a mask of any readable format, or a ROI file
     * @return the number of ROIs
     */
    public static String openMask(String path) {
        return Calls.answer(Tasks.OPEN_MASK, "path", path, "");
    }

    /**
     * As {@link #openMask(String)}, with options as for {@code run("Open Mask...", options)}, e.g. {@code "label=2"}.
     */
    public static String openMask(String path, String options) {
        return Calls.answer(Tasks.OPEN_MASK, "path", path, options);
    }

    /**
     * Writes the mask of the current image as NIfTI.
     *
     * @param path ends in .nii or .nii.gz; a file of other content that is there is refused, unless the options say
     *     {@code overwrite=yes}
     * @return the number of voxels
     */
    public static String saveMask(String path) {
        return Calls.answer(Tasks.SAVE_MASK, "out", path, "");
    }

    /**
     * As {@link #saveMask(String)}, with options as for {@code run("Save Mask...", options)}, e.g. {@code "rows=[per
     * group]"}.
     */
    public static String saveMask(String path, String options) {
        return Calls.answer(Tasks.SAVE_MASK, "out", path, options);
    }

    /**
     * A value of a row that was measured.
     *
     * @param row row of the Results table, from 0
     * @param name a feature, e.g. "kurtosis", or a column, e.g. "R-score group"
     * @return the number with all its digits, or the text
     */
    public static String value(String row, String name) {
        return Calls.value(row, name);
    }
}
