package org.ichradiomics.imagej;

import ij.ImagePlus;

import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/**
 * The lesion that a task of one lesion is about.
 *
 * @param scan with the voxel size that was asked for
 * @param lesion the first that is found, looked at
 */
record FoundLesion(Scan scan, Lesion lesion) {

    /** @throws InvalidInputException if none is found */
    static FoundLesion on(ImagePlus image, ExtractOptions how, LesionFinder.Asker asker) throws InvalidInputException {
        Scan whole = ImageScan.of(image);
        Scan scan = whole.spaced(how.spacing());
        return new FoundLesion(
                scan,
                StoppedLesions.confirmed(scan, scan.spacing(), new LesionFinder(image, whole, how, asker).find(), asker)
                        .get(0));
    }
}
