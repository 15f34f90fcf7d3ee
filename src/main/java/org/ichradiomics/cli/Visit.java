package org.ichradiomics.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.growth.VoxelVolume;
import org.ichradiomics.imagej.ExtractOptions;
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
import org.ichradiomics.scan.SpacingUse;
import org.ichradiomics.text.InvalidInputException;

/** The two times at which a patient was scanned, each with its image and options on the command line. */
enum Visit {
    BASELINE("The first", "BASE", ""),
    FOLLOW_UP("The later", "FOLLOWUP", "followup-");

    /** The word for "there is no intraventricular blood". */
    private static final String NONE = "none";

    private static final String SPACING_USE = "--spacing-use";

    /**
     * What was read of one time.
     *
     * @param ivh empty if it was not asked for
     */
    record Seen(VolumeMeasurement haematoma, Optional<VoxelVolume> ivh) {}

    private final String title;
    private final String image;
    private final String prefix;

    Visit(String title, String image, String prefix) {
        this.title = title;
        this.image = image;
        this.prefix = prefix;
    }

    String title() {
        return title;
    }

    String image() {
        return image;
    }

    String mask() {
        return "--" + prefix + "mask";
    }

    String label() {
        return "--" + prefix + "mask-label";
    }

    String spacing() {
        return "--" + prefix + "spacing";
    }

    /** Under which a sentence names an option of this time: {@code followup_spacing}. */
    private String key(String option) {
        return prefix.replace('-', '_') + option;
    }

    String ivhMask() {
        return "--" + prefix + "ivh-mask";
    }

    /**
     * Refuses what cannot be meant, before anything is read.
     *
     * @throws ParameterException if the value of an option is none, or options contradict each other
     */
    static void check(ParseResult given, CommandLine line) {
        boolean label = given.hasMatchedOption(ExpansionCommand.IVH_LABEL);
        boolean before = given.hasMatchedOption(BASELINE.ivhMask());
        boolean after = given.hasMatchedOption(FOLLOW_UP.ivhMask());
        if (label && (before || after)) {
            throw new ParameterException(
                    line,
                    ExpansionCommand.IVH_LABEL + " and " + (before ? BASELINE : FOLLOW_UP).ivhMask()
                            + " are two ways to say where the IVH is: leave one of them out.");
        }
        if (before != after) {
            throw new ParameterException(
                    line,
                    (before ? FOLLOW_UP : BASELINE).ivhMask() + " is missing: name a mask, or write \"" + NONE
                            + "\" if there is no IVH on that scan.");
        }
        try {
            ivhLabel(given);
            for (Visit visit : values()) {
                String text = given.matchedOptionValue(visit.label(), Labels.ANY);
                if (!text.equalsIgnoreCase(Labels.ANY) && !text.matches("[+-]?\\d{1,18}")) {
                    throw new InvalidInputException(visit.label() + "=" + text + " is not a whole number: write "
                            + visit.label() + "=1, or leave it out.");
                }
                String spacing = given.matchedOptionValue(visit.spacing(), null);
                if (spacing != null) ExtractOptions.spacing(spacing, visit.key("spacing"));
            }
            SpacingUse.of(given.matchedOptionValue(SPACING_USE, SpacingUse.IF_MISSING.text()));
        } catch (InvalidInputException e) {
            throw new ParameterException(line, e.in(OptionWords.INSTANCE), e);
        }
    }

    private static Optional<IvhLabel> ivhLabel(ParseResult given) throws InvalidInputException {
        String text = given.matchedOptionValue(ExpansionCommand.IVH_LABEL, null);
        return text == null ? Optional.empty() : Optional.of(IvhLabel.of(text, ExpansionCommand.IVH_LABEL));
    }

    /** @throws InvalidInputException if a file cannot be read, or cannot be measured */
    Seen read(ParseResult given) throws InvalidInputException {
        Path file = given.matchedPositionalValue(ordinal(), null);
        Path mask = given.matchedOptionValue(mask(), null);
        String label = given.matchedOptionValue(
                label(),
                FileKind.ROIS.isNamed(mask) ? Labels.ANY : given.matchedOptionValue(BASELINE.label(), Labels.ANY));
        Optional<IvhLabel> ivh = ivhLabel(given);
        ImageFile image = ImageFile.read(file);
        Scan whole = image.scan();
        Scan scan = whole.spaced(ExtractOptions.given(
                prefix.isEmpty() ? "spacing" : "followup_spacing",
                given.matchedOptionValue(spacing(), ""),
                given.matchedOptionValue(SPACING_USE, SpacingUse.IF_MISSING.text())));
        Spacing spacing = scan.spacing();
        if (ivh.isEmpty()) {
            Lesion lesion = MaskFile.lesion(mask, label, Placement.CHECKED, image);
            return new Seen(VolumeMeasurement.of(scan, spacing, lesion), ivhMask(given, image.with(scan), spacing));
        }
        if (FileKind.ROIS.isNamed(mask)) {
            throw new InvalidInputException("The ROI file " + mask.getFileName() + " holds no labels: give the IVH as "
                    + ivhMask() + ", and leave out " + ExpansionCommand.IVH_LABEL + ".");
        }
        Labels labels = MaskFile.labels(mask).onto(whole);
        Lesion lesion = LesionFinder.lesion(labels, ivh.get().haematoma(labels, label), "mask file");
        return new Seen(
                VolumeMeasurement.of(scan, spacing, lesion),
                Optional.of(ivh.get().volume(labels, spacing)));
    }

    private Optional<VoxelVolume> ivhMask(ParseResult given, ImageFile image, Spacing spacing)
            throws InvalidInputException {
        String mask = given.matchedOptionValue(ivhMask(), null);
        if (mask == null) return Optional.empty();
        if (mask.equalsIgnoreCase(NONE)) return Optional.of(new VoxelVolume(0, spacing));
        return Optional.of(VoxelVolume.of(MaskFile.lesion(Options.path(mask), Labels.ANY, Placement.CHECKED, image)
                .region(image.scan(), spacing)));
    }

    /** The files that are read: what names them → path. */
    Map<String, Path> inputs(ParseResult given) {
        Map<String, Path> inputs = new LinkedHashMap<>();
        inputs.put(image, given.matchedPositionalValue(ordinal(), null));
        inputs.put(mask(), given.matchedOptionValue(mask(), null));
        String ivh = given.matchedOptionValue(ivhMask(), "");
        if (new File(ivh).isFile()) inputs.put(ivhMask(), Path.of(ivh));
        return inputs;
    }
}
