package org.ichradiomics.imagej;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.ichradiomics.growth.Expansion;
import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.measure.IvhLabel;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/** What the user asks of <i>Expansion...</i>. */
public final class ExpansionOptions {

    /** The words for ROIs on an image, or in the ROI Manager; anything else is a title or a path. */
    private static final List<MaskSource> DRAWN =
            List.of(MaskSource.AUTOMATIC, MaskSource.SELECTION, MaskSource.OVERLAY, MaskSource.ROI_MANAGER);

    private static final String SAME = "same";
    private static final String NONE = "none";

    /** Those of <i>Expansion...</i> and {@code expansion}. */
    public static final List<Option> OPTIONS = List.of(
            image(Option.Kind.FIRST_IMAGE, "Baseline (open image)", "The first head CT in HU")
                    .called("First scan")
                    .place("BASE"),
            mask("Baseline_mask", "the first scan")
                    .called("Its haematoma")
                    .line("--mask", "MASK")
                    .required(),
            Option.word(
                            "Baseline_label (of a mask)",
                            Labels.ANY,
                            "The label of the haematoma in the mask of the first scan, where it holds more than one.")
                    .called("Label of the haematoma, first scan")
                    .line("--mask-label", "N")
                    .further(),
            Option.word("Baseline_spacing (mm)", "", "Voxel spacing of the first scan in mm, if it has none.")
                    .called("Voxel size x,y,z of the first scan (mm)")
                    .line("--spacing", "X,Y,Z")
                    .further(),
            image(Option.Kind.SECOND_IMAGE, "Followup (open image)", "The later head CT in HU")
                    .called("Follow-up scan")
                    .place("FOLLOWUP"),
            mask("Followup_mask", "the follow-up scan")
                    .called("Its haematoma")
                    .line("MASK")
                    .required(),
            Option.word(
                            "Followup_label (of a mask)",
                            SAME,
                            "The label of the haematoma in the mask of the follow-up scan, where it holds more than "
                                    + "one (default: same, as in the first).")
                    .called("Label of the haematoma, follow-up")
                    .line("--followup-mask-label", "N")
                    .further(),
            Option.word("Followup_spacing (mm)", "", "Voxel spacing of the follow-up scan in mm, if it has none.")
                    .called("Voxel size x,y,z of the follow-up (mm)")
                    .line("X,Y,Z")
                    .further(),
            CommonOptions.SPACING_USE,
            Option.word("Hours (between the scans)", "", "Hours between the scans: gives growth in mL/h.")
                    .called("Hours between the scans")
                    .line("H"),
            Option.word(
                            "Ivh_label (in both masks)",
                            NONE,
                            "The label of intraventricular blood in both masks, for the revised definitions.")
                    .called("Label of intraventricular blood")
                    .line("N")
                    .further(),
            Option.of(
                            Option.Kind.NAME_OR_FILE,
                            "Ivh_mask",
                            "",
                            "Intraventricular blood on the first scan in a mask of its own, or \"none\".")
                    .line("MASK")
                    .onlyOnTheLine(),
            Option.of(
                            Option.Kind.NAME_OR_FILE,
                            "Followup_ivh_mask",
                            "",
                            "Intraventricular blood on the follow-up scan in a mask of its own, or \"none\".")
                    .line("MASK")
                    .onlyOnTheLine(),
            Option.flag("Surgery (between the scans)", "Surgery came between the scans: no definition can be judged.")
                    .called("Surgery came between the scans"),
            Option.choice(
                            "Definition",
                            List.of(definitions()),
                            "Which definition says whether it is an expansion (default: "
                                    + ExpansionRule.STANDARD.text() + ").")
                    .called("Definition of expansion")
                    .line("NAME")
                    .further(),
            CommonOptions.window("ICH Expansion"),
            CommonOptions.JSON,
            CommonOptions.out(
                            "Out (CSV)",
                            "FILE.csv",
                            "A table to which one row is added, with all digits; it is made if it is not there.")
                    .called("Save to (.csv)"),
            CommonOptions.overwrite("Begin the table anew: the rows that it holds are lost."));

    private static Option image(Option.Kind kind, String label, String which) {
        return Option.of(kind, label, "", which + ": " + CommonOptions.SCAN);
    }

    private static Option mask(String label, String image) {
        return Option.of(
                        Option.Kind.FILE,
                        label,
                        MaskSource.AUTOMATIC.text(),
                        "The haematoma on " + image + ": NIfTI or TIFF with labels, or ROIs of ImageJ (.roi, .zip).")
                .inMenu("In ImageJ also automatic, selection, overlay, ROI Manager, or the title of an open mask "
                        + "image.");
    }

    private final Options options;

    /** What a user said of both scans. */
    public ExpansionOptions(Options options) {
        this.options = options;
    }

    /**
     * Options from a macro.
     *
     * @param text may be null or blank
     * @throws InvalidInputException if a key is unknown
     */
    public static ExpansionOptions parse(String text) throws InvalidInputException {
        return new ExpansionOptions(Options.parse(text, OPTIONS));
    }

    /** Options by key; what is missing, null or blank has its default. */
    public static ExpansionOptions of(Map<String, String> values) {
        return new ExpansionOptions(Options.of(values, OPTIONS));
    }

    /**
     * What may be done with a table that is there.
     *
     * @throws InvalidInputException if the option is neither yes nor no
     */
    public Replacing replacing() throws InvalidInputException {
        return options.replacing();
    }

    /** The names of the definitions, in the order of the dialog. */
    public static String[] definitions() {
        return Arrays.stream(ExpansionRule.values()).map(ExpansionRule::text).toArray(String[]::new);
    }

    /** The value of a key, never null. */
    public String get(String key) {
        return options.get(key);
    }

    /** The source of the ROIs that a word for the mask means; empty if it is the title of an image, or a path. */
    static Optional<MaskSource> drawn(String mask) {
        return DRAWN.stream()
                .filter(source -> source.text().equalsIgnoreCase(mask))
                .findFirst();
    }

    /** The label of the haematoma at "baseline" or "followup". */
    public String label(String time) {
        String label = get(time + "_label");
        return label.equalsIgnoreCase(SAME) ? get("baseline_label") : label;
    }

    /** Whether the follow-up's label was left to that of the baseline. */
    public boolean isLabelInherited(String time) {
        return get(time + "_label").equalsIgnoreCase(SAME);
    }

    /**
     * The label of blood in the ventricles; empty where it is none.
     *
     * @throws InvalidInputException if it is neither a label nor none
     */
    public Optional<IvhLabel> ivh() throws InvalidInputException {
        String text = get("ivh_label");
        return text.equalsIgnoreCase(NONE) ? Optional.empty() : Optional.of(IvhLabel.of(text, "ivh_label"));
    }

    private OptionalDouble hours() throws InvalidInputException {
        if (get("hours").isEmpty()) return OptionalDouble.empty();
        try {
            double hours = Double.parseDouble(get("hours"));
            if (hours > 0 && hours < Double.POSITIVE_INFINITY) return OptionalDouble.of(hours);
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInputException(Sentence.of(
                Setting.of("hours", get("hours")),
                " is not a positive number: write ",
                Setting.of("hours", 24),
                ", or leave it out."));
    }

    /**
     * The spacing that was given for "baseline" or "followup".
     *
     * @throws InvalidInputException if it is no spacing
     */
    public GivenSpacing spacing(String time) throws InvalidInputException {
        String key = time + "_spacing";
        return ExtractOptions.given(key, get(key), get(CommonOptions.SPACING_USE.key()));
    }

    /**
     * Refuses what is none, before anything is read.
     *
     * @throws InvalidInputException if there is no such definition, or hours and surgery are none
     */
    public void check() throws InvalidInputException {
        definition();
        hours();
        isAfterSurgery();
    }

    /**
     * The same growth with what happened between the scans.
     *
     * @throws InvalidInputException if hours or surgery are not what they must be
     */
    public Expansion completed(Expansion growth) throws InvalidInputException {
        Expansion timed = hours().isPresent() ? growth.withHours(hours().getAsDouble()) : growth;
        return isAfterSurgery() ? timed.afterSurgery() : timed;
    }

    private boolean isAfterSurgery() throws InvalidInputException {
        return options.isChosen("surgery");
    }

    /**
     * The definition that decides.
     *
     * @throws InvalidInputException if there is none of that name
     */
    public ExpansionRule definition() throws InvalidInputException {
        return ExpansionRule.named(get("definition"))
                .orElseThrow(() ->
                        new InvalidInputException(Sentence.choice("definition", get("definition"), definitions())));
    }
}
