package org.ichradiomics.imagej;

import java.util.List;

import org.ichradiomics.format.FileKind;
import org.ichradiomics.measure.LabelRows;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Placement;
import org.ichradiomics.scan.SpacingUse;

/** Options that several tasks share. */
public final class CommonOptions {

    /** What can be read as a scan. */
    public static final String SCAN = FileKind.scans() + ".";

    /** What can be read as a mask. */
    public static final String MASK_FILE = FileKind.masks() + ".";

    /** The kinds of file that hold one volume, for what a dialog says. */
    public static final List<String> VOLUMES = FileKind.volumes();

    /** The image on which a task works. */
    public static final Option IMAGE = Option.of(
                    Option.Kind.CURRENT_IMAGE,
                    "Image",
                    "",
                    "The head CT in HU: " + SCAN + " Its name without the ending is the case.")
            .askedWhenItMatters()
            .place("IMAGE");

    private static final Option MASK = Option.choice(
                    "Mask",
                    List.of(MaskSource.texts()),
                    "Where the mask comes from; automatic: the overlay or the ROI Manager if they have ROIs, "
                            + "else the selection.")
            .saidAs("--mask");

    private static final Option ROI_PATH = Option.of(
                    Option.Kind.FILE, "Roi_path (.roi, .zip)", "", "The path of a .roi file, or a .zip of them.")
            .called("File of ROIs (.roi, .zip)")
            .when(MASK, MaskSource.ROI_FILE.text())
            .saidAs("--mask");

    private static final Option MASKIMAGE = Option.of(
                    Option.Kind.IMAGE, "Maskimage (open)", "", "The title of an open image whose voxels are labels.")
            .called("Open mask image")
            .when(MASK, MaskSource.MASK_IMAGE.text());

    /** A mask of any readable format, which the command line cannot do without. */
    public static final Option MASKPATH = Option.of(
                    Option.Kind.FILE, "Maskpath (any format)", "", "The haematoma: " + MASK_FILE)
            .called("Mask file")
            .when(MASK, MaskSource.MASK_FILE.text())
            .line("--mask", "MASK")
            .required();

    public static final Option LABEL = Option.word(
                    "Label (of a mask)",
                    Labels.ANY,
                    "The label of the haematoma in the mask, where it holds more than one.")
            .called("Label of the haematoma")
            .line("--mask-label", "N");

    public static final Option PLACEMENT = Option.choice(
                    "Placement (of a mask)",
                    List.of(Placement.texts()),
                    "A mask that does not lie on the scan to half a voxel is refused (checked, the default), "
                            + "laid on it voxel by voxel (forced), or resampled to the nearest label (resampled).")
            .called("A mask that does not fit the scan")
            .line("HOW")
            .further();

    public static final Option ROWS = Option.choice(
                    "Rows",
                    List.of(Rows.texts()),
                    "One row for all, one for each ROI, one for each ROI group or label, or one for each label.")
            .called("Rows in the table")
            .further();

    /** The same of a cohort, whose masks hold labels. */
    public static final Option ROWS_OF_LABELS = Option.choice(
                    "Rows",
                    List.of(Rows.ONE.text(), Rows.PER_LABEL.text()),
                    "One row for each case, or one for each label that is drawn in its mask.")
            .called("Rows in the table")
            .line("HOW")
            .further();

    static final String LARGEST = "largest";

    /** How much of a lesion in several pieces is measured. */
    public static final Option PIECES = Option.choice(
                    "Pieces",
                    List.of("all", LARGEST),
                    "Of a lesion in several pieces, voxels that touch at least at a corner being one, all are "
                            + "measured together (all, the default) or the largest alone (largest); its notes say it.")
            .called("A lesion in several pieces")
            .line("WHICH")
            .further();

    /** Where the mask of an image is. */
    public static final List<Option> WHERE = List.of(
            IMAGE,
            MASK,
            ROI_PATH,
            MASKIMAGE,
            MASKPATH,
            LABEL.when(MASK, MaskSource.MASK_IMAGE.text(), MaskSource.MASK_FILE.text()));

    public static final Option SPACING = Option.word(
                    "Spacing (mm)", "", "Voxel spacing in mm, for an image that has none.")
            .called("Voxel size x,y,z (mm)")
            .line("X,Y,Z")
            .further();

    public static final Option SPACING_USE = Option.choice(
                    "Spacing_use",
                    List.of(SpacingUse.texts()),
                    "A spacing that contradicts the image's own by more than 1 % is refused "
                            + "(\"if missing\", the default), or used instead of it (instead).")
            .called("Use that voxel size")
            .line("WHEN")
            .further();

    /** Which columns of a table are features. */
    public static final Option COLUMNS = Option.text(
                    "Columns",
                    "",
                    "Which columns are features: names or patterns such as wavelet*, separated by ; (default: those "
                            + "that bear a feature's name).")
            .called("Columns that are features")
            .line("NAMES")
            .further();

    /** Which rows are meant of a table that has several for a case. */
    public static final Option LABEL_OF_ROWS = Option.word(
                    "Label (of rows)",
                    LabelRows.USUAL,
                    "Of a table with several rows for a case, the label whose rows are taken: a number or a name "
                            + "(default: the haematoma's).")
            .called("Label whose rows are taken")
            .line("--mask-label", "NAME")
            .further();

    /** For programs. */
    public static final Option JSON =
            Option.flag("Json", "Print JSON instead of text.").onlyOnTheLine();

    /** A table of cases and their features. */
    public static Option features(String label) {
        return Option.of(
                Option.Kind.TABLE,
                label,
                "ICH Radiomics",
                "The cases with their features: the path of a CSV or Excel file (.xlsx), in ImageJ also "
                        + "the title of an open table.");
    }

    /** The title of a window in which a table grows. */
    public static Option window(String usual) {
        return Option.of(Option.Kind.WINDOW, "Table", usual, "The title of the full table.")
                .called("Title of the full table")
                .further();
    }

    /** A file to write; named by {@code --out} on the command line. */
    public static Option out(String label, String param, String... help) {
        return Option.of(Option.Kind.SAVE, label, "", help).line(param);
    }

    /** Whether files that are there may be replaced; a dialog asks when it matters. */
    public static Option overwrite(String help) {
        return Option.flag("Overwrite", help).askedWhenItMatters();
    }

    private CommonOptions() {}
}
