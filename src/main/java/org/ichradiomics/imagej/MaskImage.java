package org.ichradiomics.imagej;

import ij.ImagePlus;
import ij.WindowManager;

import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/** An open image whose voxels are labels. */
final class MaskImage {

    private MaskImage() {}

    /**
     * The open image of a title.
     *
     * @param scanned the image it is a mask of
     * @throws InvalidInputException if no image has that title, it is RGB, or its size is not that of {@code scanned}
     */
    static Scan open(String title, ImagePlus scanned) throws InvalidInputException {
        if (title.isEmpty()) {
            throw Options.missing("maskimage", "The title of the mask image", "title");
        }
        ImagePlus mask = WindowManager.getImage(title);
        if (mask == null)
            throw new InvalidInputException(Sentence.of(
                    "No open image is called " + title + ": open the mask first, or check ",
                    Setting.of("maskimage"),
                    "."));
        return of(mask, scanned);
    }

    static Scan of(ImagePlus mask, ImagePlus scanned) throws InvalidInputException {
        ImageScan.requireLabels(mask);
        if (!size(mask).equals(size(scanned))) {
            throw new InvalidInputException(
                    "The mask " + mask.getTitle() + " has " + size(mask) + " voxels but the image " + scanned.getTitle()
                            + " has " + size(scanned) + ": open the mask that was made for this image.");
        }
        return ImageScan.ofLabels(mask);
    }

    private static String size(ImagePlus image) {
        return Planes.of(image).size();
    }
}
