package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import org.ichradiomics.text.InvalidInputException;

/**
 * Where the ROIs of an image may be.
 *
 * @param companion the other scan of a pair, whose ROIs may lie in the ROI Manager as well; null: there is none
 */
record RoiSources(ImagePlus image, ImagePlus companion) {

    /** The sources from which {@code automatic} takes, the lists first. */
    List<MaskSource> there() {
        List<MaskSource> there = new ArrayList<>();
        if (hasAreas(overlayRois())) there.add(MaskSource.OVERLAY);
        List<Roi> managed = ours();
        if (hasAreas(managed)) there.add(MaskSource.ROI_MANAGER);
        if (selected().isPresent()) there.add(MaskSource.SELECTION);
        boolean isOfOthers = !managed.isEmpty() && managed.stream().allMatch(roi -> DrawnOn.isOfAnother(roi, image));
        if (there.size() > 1 && isOfOthers) there.remove(MaskSource.ROI_MANAGER);
        return there;
    }

    private static boolean hasAreas(List<Roi> rois) {
        return rois.stream().anyMatch(roi -> RoiPlace.isArea(roi) && !RoiPlace.isDecoration(roi));
    }

    /** The area selection, if there is one that holds a voxel. */
    Optional<Roi> selected() {
        return Optional.ofNullable(image.getRoi())
                .filter(RoiPlace::isArea)
                .filter(roi -> roi.getBounds().intersects(0, 0, image.getWidth(), image.getHeight()));
    }

    /** @throws InvalidInputException if there are none, or they cannot be used on this image */
    DrawnRois drawn(MaskSource source, LesionFinder.Asker asker) throws InvalidInputException {
        if (source == MaskSource.SELECTION) return DrawnRois.ofSelection(selection(), image);
        DrawnRois drawn = DrawnRois.of(source, source == MaskSource.OVERLAY ? overlay() : manager(), image, asker);
        if (source == MaskSource.OVERLAY && image.getHideOverlay())
            drawn.notes().add("The overlay is hidden (Image > Overlay > Show Overlay).");
        int left = source == MaskSource.ROI_MANAGER ? managed().size() - ours().size() : 0;
        if (left > 0)
            drawn.notes()
                    .add(left + " ROIs of the ROI Manager were left to " + companion.getTitle()
                            + ", on which they were drawn.");
        return drawn;
    }

    DrawnRois drawn(Path file, LesionFinder.Asker asker) throws InvalidInputException {
        return DrawnRois.of(MaskSource.ROI_FILE, RoiFile.read(file), image, asker);
    }

    private Roi selection() throws InvalidInputException {
        if (image.getRoi() != null) return image.getRoi();
        throw new InvalidInputException(
                "There is no selection on " + image.getTitle() + ": draw the haematoma with an area tool.");
    }

    private List<Roi> overlay() throws InvalidInputException {
        if (!overlayRois().isEmpty()) return overlayRois();
        throw new InvalidInputException("The image " + image.getTitle()
                + " has no overlay: add the drawn ROIs with Image > Overlay > "
                + "Add Selection..., or choose another mask source.");
    }

    private List<Roi> overlayRois() {
        Overlay overlay = image.getOverlay();
        return overlay == null ? List.of() : List.of(overlay.toArray());
    }

    private List<Roi> manager() throws InvalidInputException {
        if (!Screen.isThere()) {
            throw new InvalidInputException(
                    "There is no ROI Manager without a screen: use mask=[ROI file] with roi_path, or an overlay.");
        }
        if (ours().isEmpty()) {
            throw new InvalidInputException("The ROI Manager is empty: draw the haematoma slice by slice and "
                    + "press t after each, or choose another mask source.");
        }
        return ours();
    }

    private List<Roi> ours() {
        if (companion == null || companion == image) return managed();
        return managed().stream()
                .filter(roi -> DrawnOn.isOn(roi, image) || !DrawnOn.isOn(roi, companion))
                .toList();
    }

    private static List<Roi> managed() {
        if (!Screen.isThere()) return List.of();
        RoiManager manager = RoiManager.getInstance2();
        return manager == null ? List.of() : List.of(manager.getRoisAsArray());
    }
}
