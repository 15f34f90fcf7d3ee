package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.io.FileInfo;

import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/**
 * On which image ROIs were drawn: those of another patient have a place on every image, and look as if they belonged
 * there.
 */
final class DrawnOn {

    private DrawnOn() {}

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

    /**
     * Why some of the ROIs may be those of another patient; empty if nothing speaks for it. Nobody can tell any more
     * what an image was that is closed: its ROIs alone may have been drawn on a copy, but beside those drawn on this
     * image they are likely to be what the last patient left, and the two together look like one haematoma.
     */
    static Optional<String> doubt(MaskSource source, List<Roi> rois, ImagePlus image) {
        int ofClosed = (int) rois.stream().filter(roi -> isOfClosed(roi, image)).count();
        if (ofClosed == 0 || rois.stream().noneMatch(roi -> isOn(roi, image))) return Optional.empty();
        return Optional.of(counted(ofClosed, rois) + (ofClosed == 1 ? " was" : " were")
                + " drawn on an image that was closed since, others on " + image.getTitle()
                + ": remove from " + where(source) + " what belongs to another patient.");
    }

    private static boolean isOfClosed(Roi roi, ImagePlus image) {
        boolean isOfAny = roi.getImageID() != 0 || roi.getImage() != null;
        if (!isOfAny || isOn(roi, image)) return false;
        Optional<ImagePlus> other = drawnOn(roi);
        return other.isEmpty() || !isOpen(other.get()) && isOfAnotherFile(other.get(), image);
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
        return !isOfSameSize(other.get(), image) || isOpen(other.get()) && isOfAnotherFile(other.get(), image);
    }

    private static boolean isOpen(ImagePlus image) {
        return image.getWindow() != null || WindowManager.getImage(image.getID()) != null;
    }

    /** The image on which a ROI was drawn, as far as anybody still has it. */
    private static Optional<ImagePlus> drawnOn(Roi roi) {
        if (roi.getImage() != null) return Optional.of(roi.getImage());
        return roi.getImageID() < 0 ? Optional.ofNullable(WindowManager.getImage(roi.getImageID())) : Optional.empty();
    }

    private static boolean isOfSameSize(ImagePlus other, ImagePlus image) {
        return other.getWidth() == image.getWidth()
                && other.getHeight() == image.getHeight()
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
        return new InvalidInputException(
                (count == 1 ? English.capital(RoiPlace.named(first)) + " was" : counted((int) count, rois) + " were")
                        + " drawn on another image, " + other.getTitle() + size + ": remove "
                        + (count == 1 ? "it" : "them")
                        + " from " + where(source)
                        + ", or choose the ROIs that were drawn on " + image.getTitle() + ".");
    }

    private static String where(MaskSource source) {
        return switch (source) {
            case OVERLAY -> "the overlay";
            case ROI_FILE -> "the ROI file";
            default -> "the ROI Manager";
        };
    }

    private static String counted(int count, List<Roi> rois) {
        if (count == rois.size()) return count == 1 ? "The ROI" : "The " + count + " ROIs";
        return count + " of " + rois.size() + " ROIs";
    }

    private static String size(ImagePlus image) {
        return image.getWidth() + " × " + image.getHeight() + " × " + image.getStackSize();
    }
}
