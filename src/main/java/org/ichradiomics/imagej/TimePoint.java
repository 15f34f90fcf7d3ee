package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.ImagePlus;
import ij.WindowManager;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.growth.VoxelVolume;
import org.ichradiomics.measure.IvhLabel;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.scan.SpacingUse;
import org.ichradiomics.text.InvalidInputException;

/**
 * One of the two scans of <i>Expansion...</i>.
 *
 * @param ivh empty if it was not asked for
 * @param line what a dialog shows of the mask
 */
record TimePoint(VolumeMeasurement haematoma, Optional<VoxelVolume> ivh, String line) {

    /**
     * Reads and measures it.
     *
     * @param time "baseline" or "followup", with which its keys begin
     * @param companion the image of the other one
     * @throws InvalidInputException if image or mask are missing, or cannot be measured
     */
    static TimePoint of(
            String time, ImagePlus image, ImagePlus companion, ExpansionOptions options, LesionFinder.Asker asker)
            throws InvalidInputException {
        Scan whole = ImageScan.of(image);
        Scan scan = whole.spaced(options.spacing(time));
        Spacing spacing = scan.spacing();
        Optional<IvhLabel> ivh = options.ivh();
        Labels labels = labels(options.get(time + "_mask"), image, whole);
        if (labels == null) {
            if (ivh.isPresent()) {
                throw new InvalidInputException(
                        "The mask of the " + time + " is drawn with ROIs, which hold no labels: leave ivh_label out, "
                                + "or give a mask with labels as " + time + "_mask.");
            }
            LesionFinder finder = new LesionFinder(image, whole, mask(time, options), asker, time + "_mask", companion);
            return of(scan, spacing, finder.find().get(0), Optional.empty(), asker);
        }
        String label = ivh.isPresent() ? ivh.get().haematoma(labels, options.label(time)) : options.label(time);
        Lesion lesion = LesionFinder.lesion(labels, label, "mask");
        return of(scan, spacing, lesion, ivh.map(i -> i.volume(labels, spacing)), asker);
    }

    private static TimePoint of(
            Scan scan, Spacing spacing, Lesion found, Optional<VoxelVolume> ivh, LesionFinder.Asker asker)
            throws InvalidInputException {
        Lesion lesion =
                StoppedLesions.confirmed(scan, spacing, List.of(found), asker).get(0);
        return new TimePoint(VolumeMeasurement.of(scan, spacing, lesion), ivh, MaskPreview.line(scan, spacing, lesion));
    }

    static ImagePlus image(String time, String titleOrPath) throws InvalidInputException {
        if (titleOrPath.isEmpty()) {
            throw Options.missing(time, "The image of the " + time, "title of an open image, or path");
        }
        ImagePlus open = WindowManager.getImage(titleOrPath);
        return open != null ? open : CtOpening.asItIs(file(titleOrPath));
    }

    private static Path file(String titleOrPath) throws InvalidInputException {
        Path file = Options.path(titleOrPath);
        if (Files.exists(file)) return file;
        throw new InvalidInputException("There is no open image and no file called "
                + (file.getFileName() == null ? file : file.getFileName()) + ": check the title, or the path.");
    }

    /** The mask as labels: an open image or a file; null if it consists of ROIs. */
    private static Labels labels(String mask, ImagePlus image, Scan scan) throws InvalidInputException {
        if (ExpansionOptions.drawn(mask).isPresent()) return null;
        ImagePlus open = WindowManager.getImage(mask);
        if (open != null) return Labels.of(MaskImage.of(open, image)).onto(scan);
        Path file = file(mask);
        return FileKind.ROIS.isNamed(file) ? null : LesionFinder.labels(file, image, scan, Placement.CHECKED);
    }

    /** Which ROIs are meant. */
    private static ExtractOptions mask(String time, ExpansionOptions options) throws InvalidInputException {
        String label = options.isLabelInherited(time) ? Labels.ANY : options.label(time);
        if (!label.equalsIgnoreCase(Labels.ANY)) {
            throw new InvalidInputException(
                    "The option " + time + "_label is for masks that hold labels, and ROIs do not: leave it out.");
        }
        String mask = options.get(time + "_mask");
        Optional<MaskSource> source = ExpansionOptions.drawn(mask);
        if (source.isEmpty()) return ExtractOptions.of(Map.of("mask", MaskSource.ROI_FILE.text(), "roi_path", mask));
        String spacing = options.get(time + "_spacing");
        String use = options.get(SpacingUse.KEY);
        return ExtractOptions.of(Map.of("mask", source.get().text(), "spacing", spacing, SpacingUse.KEY, use));
    }
}
