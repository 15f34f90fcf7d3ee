package org.ichradiomics.imagej;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;

import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/** On which slice of an image a ROI lies. */
final class RoiPlace {

    /** The name that ImageJ gives a ROI of a stack: slice, y and x of its centre. */
    private static final Pattern SLICE_IN_NAME = Pattern.compile("(\\d{4,9})-\\d{4,}-\\d{4,}(-\\d+)?");

    private static final Set<String> DECORATIONS = Set.of("|SB|", "|CB|", Marks.NAME);

    private RoiPlace() {}

    /** How a sentence calls a ROI. */
    static String named(Roi roi) {
        return roi.getName() == null
                ? "the ROI without a name (" + roi.getTypeAsString() + ")"
                : "the ROI " + roi.getName();
    }

    /** Whether a ROI encloses an area; ImageJ counts texts and pictures among those. */
    static boolean isArea(Roi roi) {
        return roi.isArea() && !(roi instanceof TextRoi) && !(roi instanceof ImageRoi);
    }

    /** @throws InvalidInputException unless the ROI encloses an area */
    static void requireArea(Roi roi) throws InvalidInputException {
        if (!isArea(roi)) {
            throw new InvalidInputException(English.capital(named(roi)) + " is of type " + roi.getTypeAsString()
                    + " and encloses no area: draw the haematoma with an area tool (freehand, polygon, "
                    + "oval), and remove the other ROIs.");
        }
    }

    /** Whether a ROI was put into an overlay to be looked at: ImageJ's scale bar or calibration bar, or a mark. */
    static boolean isDecoration(Roi roi) {
        return DECORATIONS.contains(String.valueOf(roi.getName()));
    }

    /** The plane of the stack on which a ROI lies that is not on the image's current channel and frame; else empty. */
    static OptionalInt plane(Roi roi, ImagePlus image) {
        Planes planes = Planes.of(image);
        if (!planes.isPartOfMore()) return OptionalInt.empty();
        if (roi.hasHyperStackPosition()) {
            if (planes.holds(roi.getCPosition(), roi.getTPosition())) return OptionalInt.empty();
            return OptionalInt.of(image.getStackIndex(
                    Math.max(1, roi.getCPosition()), Math.max(1, roi.getZPosition()), Math.max(1, roi.getTPosition())));
        }
        int index = stackIndex(roi).orElse(0);
        boolean isHere = index < 1 || index > image.getStackSize() || planes.holds(index);
        return isHere ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * The slice of a ROI, 1..slices: 1 in an image of one slice; else the ROI's Z position, its position in the stack,
     * or the slice in a name like 0009-0033-0044; empty if none of them says. Where channels or frames are the slices,
     * these count.
     *
     * @throws InvalidInputException if the ROI lies beyond the stack
     */
    static OptionalInt slice(Roi roi, ImagePlus image) throws InvalidInputException {
        Planes planes = Planes.of(image);
        if (planes.count() == 1) return OptionalInt.of(1);
        OptionalInt named = roi.hasHyperStackPosition() ? named(roi, image) : OptionalInt.empty();
        OptionalInt index = named.isPresent() ? named : stackIndex(roi);
        if (index.isEmpty()) return index;
        int slice = index.getAsInt();
        if (named.isEmpty() && slice > 0 && slice <= image.getStackSize()) slice = planes.slice(slice);
        if (slice < 1 || slice > planes.count()) {
            throw notOfTheImage(
                    roi,
                    "is on slice " + slice + " but the image " + image.getTitle() + " has slices 1 to "
                            + planes.count());
        }
        return OptionalInt.of(slice);
    }

    /** Where a ROI lies that was drawn on another slice than the only one that an image has; empty if it was not. */
    static OptionalInt otherThanTheOnlyOne(Roi roi, ImagePlus image) {
        if (image.getStackSize() > 1) return OptionalInt.empty();
        OptionalInt slice = roi.hasHyperStackPosition()
                ? OptionalInt.of(Math.max(roi.getZPosition(), Math.max(roi.getCPosition(), roi.getTPosition())))
                : stackIndex(roi);
        return slice.orElse(0) > 1 ? slice : OptionalInt.empty();
    }

    /**
     * What channel, slice and frame of a ROI say. A ROI that was drawn when the slices had another of the three names
     * counts by that one, where its name or its image tells so.
     */
    private static OptionalInt named(Roi roi, ImagePlus image) {
        int[] position = {roi.getCPosition(), roi.getZPosition(), roi.getTPosition()};
        Planes planes = Planes.of(image);
        int own = planes.isRenamed() ? position[image.getNFrames() > 1 ? 2 : 0] : position[1];
        if (own > 1 || planes.isPartOfMore()) return own > 0 ? OptionalInt.of(own) : OptionalInt.empty();
        int[] others = Arrays.stream(position).filter(one -> one > 1).toArray();
        if (others.length == 0) return own > 0 ? OptionalInt.of(own) : OptionalInt.empty();
        int other = others[0];
        boolean isOfThis = roi.getImageID() == image.getID() || inName(roi).equals(OptionalInt.of(other));
        if (others.length == 1 && isOfThis) return OptionalInt.of(other);
        // By z it is on the first slice; where the slices are channels or frames, nothing says on which.
        return own > 0 && !planes.isRenamed() ? OptionalInt.of(own) : OptionalInt.empty();
    }

    /** What position or name say: ImageJ counts both through the whole stack, channels and frames included. */
    private static OptionalInt stackIndex(Roi roi) {
        return roi.getPosition() > 0 ? OptionalInt.of(roi.getPosition()) : inName(roi);
    }

    private static OptionalInt inName(Roi roi) {
        if (roi.getName() == null) return OptionalInt.empty();
        Matcher name = SLICE_IN_NAME.matcher(roi.getName());
        return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
    }

    /** Of a ROI that cannot have been drawn on the image, for what is said of it. */
    static InvalidInputException notOfTheImage(Roi roi, String said) {
        return new InvalidInputException(
                English.capital(named(roi)) + " " + said + ": choose the ROIs that were drawn on this image.");
    }
}
