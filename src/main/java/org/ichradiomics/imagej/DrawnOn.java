package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.io.FileInfo;

import org.ichradiomics.region.InvalidInputException;

/**
 * On which image ROIs were drawn: those of another patient have a place on every image, and look as if they belonged
 * there.
 */
final class DrawnOn {

    private DrawnOn() {
    }

    /**
     * What is to be said of ROIs that were not drawn on an image but are taken as if they were.
     *
     * @param source that holds them; those of a file have no image, and an overlay is part of its image
     * @throws InvalidInputException if some were drawn on another image that has another size, or is open and has
     *     another file
     */
    static List<String> notes(MaskSource source, List<Roi> rois, ImagePlus image) throws InvalidInputException {
        int ofNone = 0;
        int ofOthers = 0;
        for (Roi roi : rois) {
            if (isOn(roi, image)) continue;
            if (isOfAnother(roi, image)) throw refused(source, rois, roi, image);
            if (roi.getImageID() == 0) ofNone++;
            else ofOthers++;
        }
        List<String> notes = new ArrayList<>();
        if (ofNone > 0 && source == MaskSource.ROI_MANAGER) {
            notes.add(counted(ofNone, rois)
                    + " of the ROI Manager, which were not drawn on an image that is known (they come from a file or "
                    + "a script), were taken as drawn on " + image.getTitle() + ".");
        }
        if (ofOthers > 0) {
            notes.add(counted(ofOthers, rois)
                    + ", which were drawn on another image (a copy, or one that was closed), were taken as drawn on "
                    + image.getTitle() + ".");
        }
        return notes;
    }

    /** Whether a ROI was drawn on an image itself. */
    static boolean isOn(Roi roi, ImagePlus image) {
        return roi.getImage() == image || roi.getImageID() == image.getID();
    }

    /** Whether a ROI was drawn on an image that is certainly no copy of this one. */
    static boolean isOfAnother(Roi roi, ImagePlus image) {
        if (isOn(roi, image)) return false;
        Optional<ImagePlus> other = drawnOn(roi);
        if (other.isEmpty()) return false;
        boolean isOpen = other.get().getWindow() != null || WindowManager.getImage(other.get().getID()) != null;
        return !isOfSameSize(other.get(), image) || isOpen && isOfAnotherFile(other.get(), image);
    }

    /** The image on which a ROI was drawn, as far as anybody still has it. */
    private static Optional<ImagePlus> drawnOn(Roi roi) {
        if (roi.getImage() != null) return Optional.of(roi.getImage());
        return roi.getImageID() < 0 ? Optional.ofNullable(WindowManager.getImage(roi.getImageID())) : Optional.empty();
    }

    private static boolean isOfSameSize(ImagePlus other, ImagePlus image) {
        return other.getWidth() == image.getWidth() && other.getHeight() == image.getHeight()
                && other.getStackSize() == image.getStackSize();
    }

    /** A duplicate has the name of its file without the folder; an image that was computed has neither. */
    private static boolean isOfAnotherFile(ImagePlus other, ImagePlus image) {
        Optional<String> here = KeptPlace.fingerprint(image);
        Optional<String> there = KeptPlace.fingerprint(other);
        if (here.isPresent() && there.isPresent()) return !here.equals(there);
        FileInfo file = image.getOriginalFileInfo();
        FileInfo otherFile = other.getOriginalFileInfo();
        return differ(name(image, file, here), name(other, otherFile, there))
                || file != null && otherFile != null && differ(file.directory, otherFile.directory);
    }

    /** An image of ours has no file of ImageJ's, but the file's name as its title. */
    private static String name(ImagePlus image, FileInfo file, Optional<String> fingerprint) {
        if (file != null) return file.fileName;
        return fingerprint.isPresent() ? image.getTitle() : null;
    }

    private static boolean differ(String one, String other) {
        return one != null && other != null && !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }

    private static InvalidInputException refused(MaskSource source, List<Roi> rois, Roi first, ImagePlus image) {
        ImagePlus other = drawnOn(first).orElseThrow();
        long count = rois.stream().filter(roi -> isOfAnother(roi, image)).count();
        String size = isOfSameSize(other, image) ? "" : " (" + size(other) + ", not " + size(image) + " voxels)";
        String where = source == MaskSource.OVERLAY ? "the overlay" : "the ROI Manager";
        return new InvalidInputException((count == 1 ? RoiPlace.capital(RoiPlace.named(first)) + " was"
                : counted((int) count, rois) + " were")
                + " drawn on another image, " + other.getTitle() + size + ": remove " + (count == 1 ? "it" : "them")
                + " from " + where
                + ", or choose the ROIs that were drawn on " + image.getTitle() + ".");
    }

    private static String counted(int count, List<Roi> rois) {
        if (count == rois.size()) return count == 1 ? "The ROI" : "The " + count + " ROIs";
        return count + " of " + rois.size() + " ROIs";
    }

    private static String size(ImagePlus image) {
        return image.getWidth() + " × " + image.getHeight() + " × " + image.getStackSize();
    }
}
