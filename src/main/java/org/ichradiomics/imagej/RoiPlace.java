package org.ichradiomics.imagej;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;

import org.ichradiomics.region.InvalidInputException;

/** On which slice of an image a ROI lies. */
final class RoiPlace {

    /** The name that ImageJ gives a ROI of a stack: slice, y and x of its centre. */
    private static final Pattern SLICE_IN_NAME = Pattern.compile("(\\d{4,9})-\\d{4,}-\\d{4,}(-\\d+)?");

    private RoiPlace() {
    }

    /** How a sentence calls a ROI. */
    static String named(Roi roi) {
        return roi.getName() == null ? "the ROI without a name (" + roi.getTypeAsString() + ")" : "the ROI " + roi.getName();
    }

    /** @throws InvalidInputException unless the ROI encloses an area */
    static void requireArea(Roi roi) throws InvalidInputException {
        if (!roi.isArea() || roi instanceof TextRoi || roi instanceof ImageRoi) {
            throw new InvalidInputException(capital(named(roi)) + " is of type " + roi.getTypeAsString()
                    + " and encloses no area: draw the haematoma with an area tool (freehand, polygon, oval), and remove the other ROIs.");
        }
    }

    /** Whether a ROI belongs to the image's current channel and frame; most ROIs name neither. */
    static boolean isOnCurrentFrame(Roi roi, ImagePlus image) {
        int[] current = ImageScan.position(image);
        if (roi.hasHyperStackPosition()) {
            return (roi.getCPosition() == 0 || roi.getCPosition() == current[0])
                    && (roi.getTPosition() == 0 || roi.getTPosition() == current[2]);
        }
        int index = stackIndex(roi).orElse(0);
        if (!image.isHyperStack() || index < 1 || index > image.getStackSize()) return true;
        int[] position = image.convertIndexToPosition(index);
        return position[0] == current[0] && position[2] == current[2];
    }

    /**
     * The slice of a ROI, 1..slices: 1 in an image of one slice; else the ROI's Z position, its position in the stack, or the
     * slice in a name like 0009-0033-0044; empty if none of them says.
     *
     * @throws InvalidInputException if the ROI lies beyond the stack
     */
    static OptionalInt slice(Roi roi, ImagePlus image) throws InvalidInputException {
        int slices = image.getNSlices();
        if (slices == 1) return OptionalInt.of(1);
        boolean hasZ = roi.hasHyperStackPosition() && roi.getZPosition() > 0;
        OptionalInt index = hasZ ? OptionalInt.of(roi.getZPosition()) : stackIndex(roi);
        if (index.isEmpty()) return index;
        int slice = index.getAsInt();
        if (!hasZ && image.isHyperStack() && slice > 0 && slice <= image.getStackSize()) slice = image.convertIndexToPosition(slice)[1];
        if (slice < 1 || slice > slices) throw beyond(roi, slice, image);
        return OptionalInt.of(slice);
    }

    /** What position or name say: ImageJ counts both through the whole stack, channels and frames included. */
    private static OptionalInt stackIndex(Roi roi) {
        if (roi.getPosition() > 0) return OptionalInt.of(roi.getPosition());
        if (roi.getName() == null) return OptionalInt.empty();
        Matcher name = SLICE_IN_NAME.matcher(roi.getName());
        return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
    }

    private static InvalidInputException beyond(Roi roi, int slice, ImagePlus image) {
        return new InvalidInputException(capital(named(roi)) + " is on slice " + slice + " but the image " + image.getTitle()
                + " has slices 1 to " + image.getNSlices() + ": choose the ROIs that were drawn on this image.");
    }

    static String capital(String sentence) {
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
