package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.growth.VoxelVolume;
import org.ichradiomics.imagej.ExpansionOptions;
import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.imagej.LesionFinder;
import org.ichradiomics.imagej.MaskFile;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.measure.IvhLabel;
import org.ichradiomics.measure.VolumeMeasurement;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Lesion;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/** The two times at which a patient was scanned, each with its image and options. */
enum Visit {
    BASELINE("baseline", "ivh_mask"),
    FOLLOW_UP("followup", "followup_ivh_mask");

    /** The word for "there is no intraventricular blood". */
    private static final String NONE = "none";

    private static final Setting IVH_LABEL = Setting.of("ivh_label");

    /**
     * What was read of one time.
     *
     * @param ivh empty if it was not asked for
     */
    record Seen(VolumeMeasurement haematoma, Optional<VoxelVolume> ivh) {}

    private final String time;
    private final Setting ivhMask;

    /** @param time with which its keys begin */
    Visit(String time, String ivhMask) {
        this.time = time;
        this.ivhMask = Setting.of(ivhMask);
    }

    /**
     * Refuses what cannot be meant, before anything is read.
     *
     * @throws InvalidInputException if the value of an option is none, or options contradict each other
     */
    static void check(ExpansionOptions options) throws InvalidInputException {
        boolean before = BASELINE.hasIvhMask(options);
        boolean after = FOLLOW_UP.hasIvhMask(options);
        if (options.ivh().isPresent() && (before || after)) {
            throw new InvalidInputException(Sentence.of(
                    "",
                    IVH_LABEL,
                    " and ",
                    (before ? BASELINE : FOLLOW_UP).ivhMask,
                    " are two ways to say where the IVH is: leave one of them out."));
        }
        if (before != after) {
            throw new InvalidInputException(Sentence.of(
                    "",
                    (before ? FOLLOW_UP : BASELINE).ivhMask,
                    " is missing: name a mask, or write \"" + NONE + "\" if there is no IVH on that scan."));
        }
        for (Visit visit : values()) {
            options.spacing(visit.time);
        }
    }

    private boolean hasIvhMask(ExpansionOptions options) {
        return !options.get(ivhMask.key()).isEmpty();
    }

    /** @throws InvalidInputException if a file cannot be read, or cannot be measured */
    Seen read(Given given, ExpansionOptions options) throws InvalidInputException {
        Path mask = Options.path(options.get(time + "_mask"));
        boolean isDrawn = FileKind.ROIS.isNamed(mask);
        String label = isDrawn && options.isLabelInherited(time) ? Labels.ANY : options.label(time);
        ImageFile image = ImageFile.read(given.place(ordinal()));
        Scan scan = image.scan().spaced(options.spacing(time));
        Spacing spacing = scan.spacing();
        Optional<IvhLabel> ivh = options.ivh();
        if (ivh.isEmpty()) {
            Lesion lesion = MaskFile.lesion(mask, label, Placement.CHECKED, image);
            return new Seen(VolumeMeasurement.of(scan, spacing, lesion), ivhMask(options, image.with(scan), spacing));
        }
        if (isDrawn) {
            throw new InvalidInputException(Sentence.of(
                    "The ROI file " + mask.getFileName() + " holds no labels: give the IVH as ",
                    ivhMask,
                    ", and leave out ",
                    IVH_LABEL,
                    "."));
        }
        Labels labels = MaskFile.labels(mask, image.scan(), Placement.CHECKED);
        Lesion lesion = LesionFinder.lesion(labels, ivh.get().haematoma(labels, label), "mask file");
        return new Seen(
                VolumeMeasurement.of(scan, spacing, lesion),
                Optional.of(ivh.get().volume(labels, spacing)));
    }

    private Optional<VoxelVolume> ivhMask(ExpansionOptions options, ImageFile image, Spacing spacing)
            throws InvalidInputException {
        if (!hasIvhMask(options)) return Optional.empty();
        String mask = options.get(ivhMask.key());
        if (mask.equalsIgnoreCase(NONE)) return Optional.of(new VoxelVolume(0, spacing));
        return Optional.of(VoxelVolume.of(MaskFile.lesion(Options.path(mask), Labels.ANY, Placement.CHECKED, image)
                .region(image.scan(), spacing)));
    }
}
