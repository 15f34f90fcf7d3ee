package org.ichradiomics.casework;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;

/**
 * Where a case lies:
 *
 * <pre>
 *     OUT/table.csv           a row for every saved case
 *     OUT/pictures/CASE.png
 *     OUT/cases/CASE/         mask.nii.gz  rois.zip  report.html  state.json  history.csv
 *                             draft.nii.gz, what is drawn and not saved yet
 * followup/, the same of a later scan: mask.nii.gz  rois.zip  state.json  draft.nii.gz
 * </pre>
 *
 * @param out the folder of all cases
 * @param id the case; the name of its folder
 * @param isFollowUp whether what belongs to the case alone is that of its later scan
 */
public record CaseHome(Path out, String id, boolean isFollowUp) {

    /** What some system keeps for itself, or does not have in names. */
    private static final Pattern NO_NAME =
            Pattern.compile("(?i).*[/\\\\:*?\"<>|\\p{Cntrl}].*|.*[. ]|[. ].*|(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?|");

    private static final int LONGEST = 120;

    /**
     * The home of a case.
     *
     * @throws InvalidInputException if the id cannot be the name of a folder everywhere
     */
    public static CaseHome of(Path out, String id) throws InvalidInputException {
        if (NO_NAME.matcher(id).matches() || id.length() > LONGEST) {
            throw new InvalidInputException("The case \"" + id + "\" cannot be saved under this name, which is that of "
                    + "its folder: use letters, digits, - and _, at most " + LONGEST + " of them.");
        }
        PathName.requireKnown(id);
        return new CaseHome(out, id, false);
    }

    /** Where what is drawn on a later scan of the case lies. */
    public CaseHome followUp() {
        return new CaseHome(out, id, true);
    }

    /** The table of all saved cases. */
    public Path table() {
        return out.resolve("table.csv");
    }

    /** The slices with the outline. */
    public Path picture() {
        return out.resolve("pictures").resolve(id + ".png");
    }

    /** The folder of the case alone. */
    public Path folder() {
        Path folder = out.resolve("cases").resolve(id);
        return isFollowUp ? folder.resolve("followup") : folder;
    }

    /** The saved label volume. */
    public Path mask() {
        return folder().resolve("mask.nii.gz");
    }

    /** The saved outline as ROIs of ImageJ. */
    public Path rois() {
        return folder().resolve("rois.zip");
    }

    /** The page on the case. */
    public Path report() {
        return folder().resolve("report.html");
    }

    /** What the reader said, and how far the case is. */
    public Path state() {
        return folder().resolve("state.json");
    }

    /** Earlier rows of the case. */
    public Path history() {
        return folder().resolve("history.csv");
    }

    /** What is drawn and not saved yet. */
    public Path draft() {
        return folder().resolve("draft.nii.gz");
    }

    /** Whether two ids would share a folder on a disk that does not tell capitals apart. */
    static String folded(String id) {
        return id.toLowerCase(Locale.ROOT);
    }
}
