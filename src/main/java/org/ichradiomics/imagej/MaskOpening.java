package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.scan.Label;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;

/** <i>Open Mask...</i>: a mask file as ROIs on the image that it belongs to, in the overlay and in the ROI Manager. */
public final class MaskOpening {

    /** Those of <i>Open Mask...</i> and {@code mask}. */
    public static final List<Option> OPTIONS = List.of(
            Option.of(Option.Kind.FILE, "Path", "", "The mask: " + CommonOptions.MASK_FILE)
                    .called("Mask file")
                    .place("IN"),
            CommonOptions.IMAGE
                    .meaning("The scan on whose grid the mask is written, of any format that is read.")
                    .line("--on", "SCAN"),
            CommonOptions.LABEL
                    .meaning("A number; any, where there is one only; all, as groups of ROIs. On the command line a "
                            + "number, else all keep theirs.")
                    .askedWhenItMatters(),
            CommonOptions.PLACEMENT.meaning("A mask that does not lie on the image to half a voxel is refused "
                    + "(checked, the default), laid on it voxel by voxel (forced), or resampled to the nearest label "
                    + "(resampled)."),
            Option.flag("List", "Say which labels the mask has, and write nothing; SCAN is not needed.")
                    .onlyOnTheLine(),
            CommonOptions.out("Out (.nii.gz)", "OUT", "The file to write: " + LabelVolume.ENDINGS + ".")
                    .onlyOnTheLine(),
            CommonOptions.overwrite("Replace a file of other content that has this name.")
                    .onlyOnTheLine());

    /** Every label, each a group of its own. */
    public static final String ALL = "all";

    private MaskOpening() {}

    /**
     * Opens a mask and puts it onto an image; what was in the overlay and in the ROI Manager before is gone.
     *
     * @param chooser asked where a mask has several labels and the option says none
     * @return the ROIs; none for an empty mask, which is said
     * @throws InvalidInputException if there is no image or no mask, or the two do not fit
     */
    public static List<Roi> run(ImagePlus image, Options options, CtOpening.Chooser chooser)
            throws InvalidInputException {
        List<String> notes = new ArrayList<>();
        List<Roi> rois = open(image, options, chooser, notes);
        Overlay overlay = new Overlay();
        for (Roi roi : rois) overlay.add((Roi) roi.clone());
        image.setOverlay(overlay);
        // An older selection would be a second mask beside the one that was opened.
        image.deleteRoi();
        OptionalInt first = rois.isEmpty() ? OptionalInt.empty() : RoiPlace.slice(rois.get(rois.size() / 2), image);
        if (first.isPresent()) Planes.of(image).show(first.getAsInt());
        manage(rois);
        Said.show(notes);
        return rois;
    }

    /** The ROIs, put nowhere yet. */
    static List<Roi> open(ImagePlus image, Options options, CtOpening.Chooser chooser, List<String> notes)
            throws InvalidInputException {
        Path file = Options.path(options.need("path", "The path of the mask", "/data/mask.nii.gz"));
        Scan scan = ImageScan.of(image);
        if (FileKind.ROIS.isNamed(file)) return placed(image, file, options);
        Labels labels = LesionFinder.labels(file, image, scan, Placement.of(options.get("placement")));
        notes.addAll(labels.warnings());
        if (labels.isEmpty()) {
            notes.add(labels.name()
                    + " is empty, every voxel is 0: there is nothing to draw, and nothing can be measured with it.");
            return List.of();
        }
        List<Roi> rois = new ArrayList<>();
        List<Label> wanted = wanted(labels, options.get("label"), chooser).stream()
                .filter(label -> label.voxels() > 0)
                .toList();
        for (Label label : wanted) {
            rois.addAll(MaskRois.of(
                    labels.select(Long.toString(label.value())), scan, image, label.value(), wanted.size() > 1));
        }
        return rois;
    }

    private static List<Label> wanted(Labels labels, String wanted, CtOpening.Chooser chooser)
            throws InvalidInputException {
        List<Label> all = labels.list();
        String label = wanted;
        if (label.equalsIgnoreCase(Labels.ANY) && all.size() > 1 && chooser != CtOpening.Chooser.FIRST) {
            Map<String, String> choices = new LinkedHashMap<>();
            for (Label one : all) choices.put(Long.toString(one.value()), "label " + one);
            choices.put(ALL, "each label as a group of its own");
            label = chooser.choose(choices);
        }
        if (label.equalsIgnoreCase(ALL)) {
            long highest = all.get(all.size() - 1).value();
            if (all.size() > 1 && highest > MaskRois.MOST_GROUPS) {
                throw new InvalidInputException(labels.name() + " holds label " + highest
                        + ", but ImageJ has groups of ROIs up to " + MaskRois.MOST_GROUPS + " only: choose one label.");
            }
            return all;
        }
        long value = labels.number(label);
        return all.stream().filter(one -> one.value() == value).toList();
    }

    private static List<Roi> placed(ImagePlus image, Path file, Options options) throws InvalidInputException {
        String label = options.get("label");
        if (!label.equalsIgnoreCase(Labels.ANY) && !label.equalsIgnoreCase(ALL)) {
            throw new InvalidInputException(
                    "The ROI file " + file.getFileName() + " holds no labels: leave label out.");
        }
        List<Roi> rois = RoiFile.read(file);
        for (Roi roi : rois) {
            RoiPlace.requireArea(roi);
            OptionalInt slice = RoiPlace.slice(roi, image);
            if (slice.isEmpty())
                LesionFinder.Asker.NOBODY.slice(roi, Planes.of(image).count());
            else new DrawnMask(image).add(roi, slice.getAsInt());
        }
        return rois;
    }

    /** Whether ROIs would be lost. */
    public static boolean replaces(ImagePlus image) {
        boolean isManaged = Screen.isThere()
                && RoiManager.getInstance2() != null
                && RoiManager.getInstance2().getCount() > 0;
        return isManaged
                || image != null
                        && image.getOverlay() != null
                        && image.getOverlay().size() > 0;
    }

    private static void manage(List<Roi> rois) {
        if (!Screen.isThere()) return;
        // A macro in batch mode has a manager of its own: beside another one its ROIs would be those of the last mask.
        RoiManager there = RoiManager.getInstance2();
        RoiManager manager = there != null ? there : RoiManager.getRoiManager();
        manager.reset();
        for (Roi roi : rois) manager.addRoi(roi);
        manager.deselect();
        PutAway.remember(manager.getRoisAsArray());
    }
}
