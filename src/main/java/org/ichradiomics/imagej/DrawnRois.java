package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

import ij.ImagePlus;
import ij.gui.Roi;

import org.ichradiomics.outline.Tissue;
import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;

/**
 * The ROIs of one source, each on its slice of an image.
 *
 * @param notes what the user should know about them, one sentence each
 * @param doubts why they may not be the ROIs that are meant, one sentence each
 */
record DrawnRois(ImagePlus image, MaskSource source, List<Placed> placed, List<String> notes, List<String> doubts) {

    /** @param slice 1..slices of the image */
    record Placed(Roi roi, int slice) {}

    private DrawnRois(ImagePlus image, MaskSource source) {
        this(image, source, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * @param asker for the slice of a ROI that is on none
     * @throws InvalidInputException if a ROI encloses no area, is of another image, beyond this one, or on another
     *     channel or frame
     */
    static DrawnRois of(MaskSource source, List<Roi> all, ImagePlus image, LesionFinder.Asker asker)
            throws InvalidInputException {
        DrawnRois drawn = new DrawnRois(image, source);
        List<Roi> rois = drawn.withoutDecoration(all);
        for (Roi roi : rois) RoiPlace.requireArea(roi);
        drawn.notes.addAll(DrawnOn.notes(source, rois, image));
        DrawnOn.doubt(source, rois, image).ifPresent(drawn.doubts::add);
        drawn.refuseOtherFrames(rois);
        for (Roi roi : rois) {
            OptionalInt slice = RoiPlace.slice(roi, image);
            OptionalInt drawnOn = RoiPlace.otherThanTheOnlyOne(roi, image);
            if (drawnOn.isPresent()) {
                drawn.notes.add(English.capital(RoiPlace.named(roi)) + " is on slice " + drawnOn.getAsInt()
                        + " and was taken on the only one of "
                        + image.getTitle() + ".");
            }
            drawn.placed.add(new Placed(
                    roi,
                    slice.isPresent()
                            ? slice.getAsInt()
                            : asker.slice(roi, Planes.of(image).count())));
        }
        return drawn;
    }

    /** The area selection, on the current slice whatever position it has. */
    static DrawnRois ofSelection(Roi selection, ImagePlus image) throws InvalidInputException {
        RoiPlace.requireArea(selection);
        DrawnRois drawn = new DrawnRois(image, MaskSource.SELECTION);
        drawn.placed.add(new Placed(selection, Planes.of(image).current()));
        return drawn;
    }

    private List<Roi> withoutDecoration(List<Roi> all) throws InvalidInputException {
        List<Roi> rois = all.stream().filter(roi -> !RoiPlace.isDecoration(roi)).toList();
        if (rois.isEmpty()) {
            throw new InvalidInputException("The " + source.text()
                    + " holds a scale bar but no ROI of a haematoma: draw it, or choose another mask source.");
        }
        // What the workbench has laid over the image is nobody's ROI.
        if (all.stream().anyMatch(roi -> RoiPlace.isDecoration(roi) && !Marks.NAME.equals(roi.getName())))
            notes.add("Scale bars in the " + source.text() + " were left out.");
        return rois;
    }

    private void refuseOtherFrames(List<Roi> rois) throws InvalidInputException {
        Set<Integer> lost = new TreeSet<>();
        int away = 0;
        for (Roi roi : rois) {
            OptionalInt plane = RoiPlace.plane(roi, image);
            if (plane.isEmpty()) continue;
            lost.add(plane.getAsInt());
            away++;
        }
        if (away == 0) return;
        String planes = English.counted(lost.size(), "plane");
        if (away == rois.size()) {
            throw new InvalidInputException("No ROI is on the current channel and frame of " + image.getTitle()
                    + ", so " + planes
                    + " would be lost: go to the frame on which the haematoma was drawn" + orRename() + ".");
        }
        throw new InvalidInputException(away + " of " + rois.size() + " ROIs are on other channels or frames of "
                + image.getTitle()
                + " than the current one, so " + planes
                + " would be lost: go to the frame on which the haematoma was drawn and remove the others"
                + orRename() + ".");
    }

    private String orRename() {
        return image.getNSlices() > 1
                ? ""
                : ", or if these are the slices of one scan, call them slices in Image > Properties...";
    }

    /** The group of a ROI; of one of an outline, its label. */
    static int group(Roi roi) {
        return MaskRois.isOfOutline(roi) ? MaskRois.label(roi).getAsInt() : roi.getGroup();
    }

    /**
     * Those of the haematoma, where all are of an outline that has other labels as well; else all.
     *
     * @throws InvalidInputException if an outline has several labels and the haematoma is none of them
     */
    DrawnRois ofOneLabel() throws InvalidInputException {
        boolean isOutline = placed.stream().allMatch(one -> MaskRois.isOfOutline(one.roi()));
        Set<Integer> labels = new TreeSet<>();
        if (isOutline) for (Placed one : placed) labels.add(group(one.roi()));
        if (labels.size() < 2) return this;
        String all = English.listed(labels.stream().map(Object::toString).toList(), "and");
        int haematoma = Tissue.HAEMATOMA.label();
        if (!labels.contains(haematoma))
            throw new InvalidInputException("The outline of " + image.getTitle() + " has the labels " + all
                    + ", and none is the haematoma (" + haematoma
                    + "): measure each with rows=[per group], or remove all but one.");
        DrawnRois one = new DrawnRois(
                image,
                source,
                placed.stream().filter(roi -> group(roi.roi()) == haematoma).toList(),
                new ArrayList<>(notes),
                doubts);
        one.notes.add(
                "Of the labels " + all + " of the outline, " + haematoma + " (" + Tissue.HAEMATOMA + ") was taken.");
        return one;
    }

    DrawnMask mask() throws InvalidInputException {
        return mask(placed, image);
    }

    static DrawnMask mask(List<Placed> rois, ImagePlus image) throws InvalidInputException {
        DrawnMask mask = new DrawnMask(image);
        for (Placed one : rois) mask.add(one.roi, one.slice);
        return mask;
    }

    /** Whether another mask has the same voxels as all of them, or as one of them. */
    boolean isOrHolds(DrawnMask other) throws InvalidInputException {
        if (mask().covers(other)) return true;
        for (Placed one : placed) if (mask(List.of(one), image).covers(other)) return true;
        return false;
    }
}
