package org.ichradiomics.batch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.ichradiomics.text.InvalidInputException;

/**
 * The columns of a list of cases that mean something here; all others are kept. People write them in many ways: letters
 * of either case, {@code Patient ID} for {@code case}, {@code CT} for {@code image}, {@code Seg} for {@code mask}.
 */
enum ListColumn {
    CASE(
            "case",
            "id caseid casename patient patientid patid pid subject subjectid participant "
                    + "participantid recordid studyid"),
    IMAGE(
            "image",
            "img scan ct ncct nifti dicom imagepath imagefile imagefilename imgpath scanpath scanfile "
                    + "ctpath ctfile ctscan baseline baselineimage baselinescan baselinect"),
    MASK(
            "mask",
            "seg segmentation label labels labelmap roi rois annotation groundtruth maskpath maskfile "
                    + "maskfilename segpath segfile segmentationpath segmentationfile labelpath labelfile "
                    + "roipath roifile baselinemask"),
    MASK_LABEL("mask_label"),
    IVH_LABEL("ivh_label"),
    OEDEMA_LABEL("oedema_label", "edemalabel"),
    FOLLOWUP("followup"),
    FOLLOWUP_MASK("followup_mask");

    /** Those that name the files that decide a case's numbers, in the order in which they are hashed. */
    static final List<ListColumn> FILES = List.of(IMAGE, MASK, FOLLOWUP, FOLLOWUP_MASK);

    private static final List<ListColumn> NEEDED = List.of(CASE, IMAGE, MASK);

    private final String text;
    private final List<String> others;

    ListColumn(String text) {
        this.text = text;
        this.others = List.of();
    }

    /** @param others how people call it, letters and digits only, by blanks */
    ListColumn(String text, String others) {
        this.text = text;
        this.others = List.of(others.split(" "));
    }

    /** As the documentation has it. */
    String text() {
        return text;
    }

    /**
     * How a list calls it: as the documentation, else the same in other letters, else by another of its names.
     *
     * @param columns of the list
     * @return empty if the list has none and needs none
     * @throws InvalidInputException if the list needs one and has none, or has several that could be meant
     */
    Optional<String> in(List<String> columns, String title) throws InvalidInputException {
        if (columns.contains(text)) return Optional.of(text);
        List<String> found =
                columns.stream().filter(column -> column.equalsIgnoreCase(text)).toList();
        if (found.isEmpty())
            found = columns.stream()
                    .filter(column -> others.contains(plain(column)))
                    .toList();
        if (found.size() == 1) return Optional.of(found.get(0));
        if (found.size() > 1) {
            throw new InvalidInputException(title + " has the columns " + String.join(", ", found)
                    + ", each of which could be the " + text + ": call one of them \"" + text + "\".");
        }
        if (!NEEDED.contains(this)) return Optional.empty();
        throw new InvalidInputException(title + " has no column \"" + text + "\" but " + String.join(", ", columns)
                + ": its columns must be "
                + NEEDED.stream().map(ListColumn::text).collect(Collectors.joining(","))
                + " (or as people call them, such as "
                + "ID,scan,seg), then any others.");
    }

    /** Letters and digits only, small. */
    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
