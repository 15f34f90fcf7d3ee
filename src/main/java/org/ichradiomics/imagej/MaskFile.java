package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import ij.ImagePlus;
import ij.VirtualStack;

import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** The lesion that a mask file marks on a scan: a label of a volume, or the ROIs of ImageJ. */
public final class MaskFile {

    private MaskFile() {}

    /**
     * @param label a number, or "any" where there is only one
     * @param placement what is done if it does not fit
     * @param image the file of the scan
     * @throws InvalidInputException if the mask cannot be read, does not fit the scan, or leaves open which label is
     *     meant
     */
    public static Lesion lesion(Path mask, String label, Placement placement, Path image, Scan scan)
            throws InvalidInputException {
        if (!RoiFile.isOne(mask))
            return LesionFinder.lesion(ImageFile.labels(mask).onto(scan, placement), label, "mask file");
        if (!label.equalsIgnoreCase(Labels.ANY)) {
            throw new InvalidInputException(
                    "The ROI file " + mask.getFileName() + " holds no labels: leave the label out.");
        }
        return Rois.lesion(mask, image, scan);
    }

    /** A class of its own, so that a run without ROIs does not load ImageJ's. */
    private static final class Rois {

        static Lesion lesion(Path mask, Path image, Scan scan) throws InvalidInputException {
            ExtractOptions options = ExtractOptions.of(Map.of("mask", "ROI file", "roi_path", mask.toString()));
            // Of a TIFF the scan is in the order of its slices; any other file is shown in LPS, and so were its ROIs
            // drawn.
            if (ImageFile.isTiff(image))
                return new LesionFinder(ImageFile.tiff(image), scan, options, LesionFinder.Asker.NOBODY)
                        .find()
                        .get(0);
            Scan shown = Scan.of(scan.name(), scan.hu(), scan.geometry().inThisOrder());
            List<Lesion> lesions = new LesionFinder(grid(scan), shown, options, LesionFinder.Asker.NOBODY).find();
            String axes = scan.geometry().storedAxes().orElse("LPS");
            return axes.equals("LPS")
                    ? lesions.get(0)
                    : lesions.get(0)
                            .noted("The ROIs were laid on " + scan.name() + " turned from " + axes
                                    + " to LPS: if they were drawn on the stored order, they lie mirrored.");
        }

        /** The image on which the ROIs were drawn, of which they need the size only. */
        private static ImagePlus grid(Scan scan) {
            return new ImagePlus(
                    scan.name(),
                    new VirtualStack(
                            scan.geometry().size(0),
                            scan.geometry().size(1),
                            scan.geometry().size(2)));
        }
    }
}
