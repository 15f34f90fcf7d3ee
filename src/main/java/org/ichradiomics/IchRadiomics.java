package org.ichradiomics;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.ichradiomics.imagej.Scripting;

/** For scripts in ImageJ and Fiji: everything on ImageJ's own types. */
public final class IchRadiomics {

    private IchRadiomics() {}

    /**
     * Measures the haematoma of an image, as <i>Plugins &gt; ICH Radiomics &gt; Extract...</i> does, on this image and
     * no other.
     *
     * @param image the head CT; need not be open
     * @param maskOrNull the mask as an image, its labels chosen by {@code label=}; null: as the options say
     * @param options as in a macro, e.g. {@code "mask=[ROI file] roi_path=[/data/a.zip] bins=256"}; may be empty
     * @return one row for each lesion: case, volume, R-score, all features, every value with all its digits. The rows
     *     are in the Results table as well.
     * @throws IllegalArgumentException if something cannot be measured; the message is one sentence that says what, and
     *     what to do
     */
    public static ResultsTable extract(ImagePlus image, ImagePlus maskOrNull, String options) {
        return Scripting.extract(image, maskOrNull, options);
    }
}
