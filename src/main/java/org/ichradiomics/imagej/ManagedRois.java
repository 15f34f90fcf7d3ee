package org.ichradiomics.imagej;

import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import org.ichradiomics.text.English;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;

/** The ROIs of the ROI Manager beside the outline of an image, with which they would compete for one mask. */
final class ManagedRois {

    private ManagedRois() {}

    /**
     * Puts away what of the ROI Manager is another mask of the image than its outline, and an area selection, which
     * would be one too.
     *
     * @throws InvalidInputException if the ROIs may not give way; the outline stays
     */
    static void giveWay(OutlineSession session, Replacing replacing) throws InvalidInputException {
        ImagePlus image = session.image();
        if (image.getRoi() != null && RoiPlace.isArea(image.getRoi())) image.deleteRoi();
        RoiManager manager = Screen.isThere() ? RoiManager.getInstance2() : null;
        if (manager == null || !isRival(session)) return;
        List<Roi> rivals = List.of(manager.getRoisAsArray()).stream()
                .filter(roi -> !DrawnOn.isOfAnother(roi, image))
                .toList();
        replacing.allow(
                "The ROI Manager has another mask of " + image.getTitle() + " (" + English.counted(rivals.size(), "ROI")
                        + ")",
                Sentence.of("remove them, or give ", Replacing.OVERWRITE, " to have them put away"));
        PutAway.rois(rivals, manager, "another mask than the outline");
    }

    private static boolean isRival(OutlineSession session) {
        RoiSources sources = new RoiSources(session.image(), null);
        if (!sources.there().contains(MaskSource.ROI_MANAGER)) return false;
        try {
            DrawnMask managed = sources.drawn(MaskSource.ROI_MANAGER, LesionFinder.Asker.NOBODY)
                    .mask();
            return !sources.drawn(MaskSource.OVERLAY, LesionFinder.Asker.NOBODY)
                    .mask()
                    .covers(managed);
        } catch (InvalidInputException e) {
            // What cannot be drawn on this image is certainly another mask.
            return true;
        }
    }
}
