package org.ichradiomics.imagej;

import java.util.Arrays;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;

/** Where the haematoma's mask comes from; the words are those of the dialog and of macros. */
public enum MaskSource {

    /** The overlay or the ROI Manager if they have ROIs, else the selection. */
    AUTOMATIC("automatic"),
    /** The area selection on the current slice. */
    SELECTION("selection"),
    /** The areas of the image's overlay. */
    OVERLAY("overlay"),
    /** The ROIs of the ROI Manager. */
    ROI_MANAGER("ROI Manager"),
    /** A .roi or .zip file. */
    ROI_FILE("ROI file"),
    /** An open image whose voxels are labels. */
    MASK_IMAGE("mask image"),
    /** A TIFF, NIfTI, NRRD or MetaImage file whose voxels are labels. */
    MASK_FILE("mask file");

    private final String text;

    MaskSource(String text) {
        this.text = text;
    }

    /** As options and macros write it. */
    public String text() {
        return text;
    }

    /** All words, in the order of the dialog. */
    public static String[] texts() {
        return Arrays.stream(values()).map(MaskSource::text).toArray(String[]::new);
    }

    /** @throws InvalidInputException if there is no such source */
    static MaskSource of(String text) throws InvalidInputException {
        for (MaskSource source : values()) {
            if (source.text.equalsIgnoreCase(text.strip())) return source;
        }
        throw new InvalidInputException(Sentence.choice("mask", text, texts()));
    }
}
