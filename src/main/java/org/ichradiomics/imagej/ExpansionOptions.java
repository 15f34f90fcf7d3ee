package org.ichradiomics.imagej;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.ichradiomics.growth.ExpansionRule;
import org.ichradiomics.measure.IvhLabel;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.SpacingUse;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

/** What the user asks of <i>Expansion...</i>. */
public final class ExpansionOptions {

    /** The words for ROIs on an image, or in the ROI Manager; anything else is a title or a path. */
    private static final List<MaskSource> DRAWN =
            List.of(MaskSource.AUTOMATIC, MaskSource.SELECTION, MaskSource.OVERLAY, MaskSource.ROI_MANAGER);

    private static final String SAME = "same";
    private static final String NONE = "none";

    /** Key → default, in the order of the dialog. */
    public static final Map<String, String> DEFAULTS = Options.defaults(
            "baseline",
            "",
            "baseline_mask",
            MaskSource.AUTOMATIC.text(),
            "baseline_label",
            Labels.ANY,
            "baseline_spacing",
            "",
            "followup",
            "",
            "followup_mask",
            MaskSource.AUTOMATIC.text(),
            "followup_label",
            SAME,
            "followup_spacing",
            "",
            SpacingUse.KEY,
            SpacingUse.IF_MISSING.text(),
            "hours",
            "",
            "ivh_label",
            NONE,
            "surgery",
            "no",
            "definition",
            ExpansionRule.STANDARD.text(),
            "table",
            "ICH Expansion",
            "out",
            "",
            Options.OVERWRITE,
            Options.NO_YES.get(0));

    private final Options options;

    private ExpansionOptions(Options options) {
        this.options = options;
    }

    /**
     * Options from a macro.
     *
     * @param text may be null or blank
     * @throws InvalidInputException if a key is unknown
     */
    public static ExpansionOptions parse(String text) throws InvalidInputException {
        return new ExpansionOptions(Options.parse(text, DEFAULTS));
    }

    /** Options by key; what is missing, null or blank has its default. */
    public static ExpansionOptions of(Map<String, String> values) {
        return new ExpansionOptions(Options.of(values, DEFAULTS));
    }

    /** The same options of somebody who can be asked whether what is in the way of a file may be replaced. */
    public ExpansionOptions asking(Predicate<String> mayReplace) {
        return new ExpansionOptions(options.asking(mayReplace));
    }

    /** What may be done with a table that is there. */
    Replacing replacing() throws InvalidInputException {
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
    String label(String time) {
        String label = get(time + "_label");
        return label.equalsIgnoreCase(SAME) ? get("baseline_label") : label;
    }

    /** Whether the follow-up's label was left to that of the baseline. */
    boolean isLabelInherited(String time) {
        return get(time + "_label").equalsIgnoreCase(SAME);
    }

    Optional<IvhLabel> ivh() throws InvalidInputException {
        String text = get("ivh_label");
        return text.equalsIgnoreCase(NONE) ? Optional.empty() : Optional.of(IvhLabel.of(text, "ivh_label"));
    }

    OptionalDouble hours() throws InvalidInputException {
        if (get("hours").isEmpty()) return OptionalDouble.empty();
        try {
            double hours = Double.parseDouble(get("hours"));
            if (hours > 0 && hours < Double.POSITIVE_INFINITY) return OptionalDouble.of(hours);
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new InvalidInputException(
                "hours=" + get("hours") + " is not a positive number: write hours=24, or leave it out.");
    }

    boolean isAfterSurgery() throws InvalidInputException {
        String text = get("surgery");
        if (text.equalsIgnoreCase("yes")) return true;
        if (text.equalsIgnoreCase("no")) return false;
        throw new InvalidInputException("surgery=" + text
                + " is neither yes nor no: write surgery=yes if the haematoma was operated between the scans.");
    }

    ExpansionRule definition() throws InvalidInputException {
        return ExpansionRule.named(get("definition"))
                .orElseThrow(() -> new InvalidInputException("There is no definition \"" + get("definition")
                        + "\": use definition="
                        + Arrays.stream(definitions())
                                .map(name -> "[" + name + "]")
                                .collect(Collectors.joining(" or ")) + "."));
    }
}
