package org.ichradiomics.imagej;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import ij.IJ;
import ij.measure.ResultsTable;

import org.ichradiomics.batch.Batch;
import org.ichradiomics.batch.BatchListener;
import org.ichradiomics.batch.BatchSummary;
import org.ichradiomics.batch.CaseList;
import org.ichradiomics.batch.CohortCheck;
import org.ichradiomics.batch.ReportedCases;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.text.Countdown;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/** <i>Batch...</i>: a cohort from a menu item or a macro. */
public final class BatchRunning {

    private static final List<String> RESUMES = List.of("no", "yes", "recompute");

    /** The cohort. */
    public static final Option CASES = Option.of(
                    Option.Kind.FILE_OR_FOLDER,
                    "Cases",
                    "",
                    "A CSV or Excel file with the columns case,image,mask and, as wanted, "
                            + "mask_label,ivh_label,oedema_label,followup,followup_mask and others, which are "
                            + "kept.",
                    "Or a folder with NAME.nii.gz and NAME_mask.nii.gz, or NAME/image.nii.gz "
                            + "and NAME/mask.nii.gz, for every case; or one of nnU-Net, the "
                            + "Medical Segmentation Decathlon or BIDS, images/ and masks/, "
                            + "NAME_ct and NAME_seg, or a folder for each patient with a DICOM "
                            + "series and its SEG or RTSTRUCT.")
            .called("Cases (list or folder)")
            .place("CASES");

    /** Whether an earlier run is gone on with. */
    public static final Option RESUME = Option.flag(
                    "Resume",
                    RESUMES,
                    "Go on with a run that was ended; what it finished is kept.",
                    "The same, but measure again what has changed since.")
            .called("Go on with an earlier run");

    /** How many cases are in memory. */
    public static final Option THREADS = Option.of(
                    Option.Kind.COUNT,
                    "Threads",
                    "auto",
                    "Cases measured at the same time, each in memory as a whole (default: as "
                            + "many as there are processors and memory for).")
            .called("Cases at the same time")
            .further()
            .line("N");

    private static final String OWN_COHORT = "own cohort";

    private static final Option REPORTS = Option.flag(
                    "Reports",
                    "Put each case on a page as well: cases/CASE/report.html, mask.nii.gz and rois.zip, and "
                            + "pictures/CASE.png, in the table's folder. A case that a reader has saved is left.")
            .called("A page and a picture of each case");

    /** Those of <i>Batch...</i> and {@code batch}. The usual reference is the cohort itself, if it is large enough. */
    public static final List<Option> OPTIONS = Stream.of(
                    List.of(
                            CASES,
                            CommonOptions.out(
                                            "Out",
                                            "TABLE.csv",
                                            "The table to write. Beside it stand TABLE.json, how it was made; "
                                                    + "TABLE.log; and TABLE.journal, of which a run is resumed.")
                                    .called("Save to (.csv)"),
                            RESUME,
                            Option.flag(
                                            "Check",
                                            "Measure nothing: list the cases of a folder, what is left out, "
                                                    + "and every problem in the headers.")
                                    .called("Only look for problems, measure nothing"),
                            REPORTS,
                            THREADS,
                            CommonOptions.LABEL.further(),
                            CommonOptions.ROWS_OF_LABELS,
                            CommonOptions.PIECES,
                            CommonOptions.PLACEMENT),
                    ExtractOptions.HOW,
                    List.of(
                            ExtractOptions.REFERENCE.usually(OWN_COHORT).further(),
                            KnownRobustness.OPTION,
                            CommonOptions.overwrite(
                                    "Begin anew: a run that is there is thrown away, finished or not.")))
            .flatMap(List::stream)
            .toList();

    private static final String WINDOW = "ICH Radiomics batch";

    private BatchRunning() {}

    /**
     * Measures a cohort, shows its table and writes it; with {@code check} only looks for problems.
     *
     * @return what came of it, in a sentence
     * @throws InvalidInputException if an option is missing or wrong, or the run cannot begin or go on
     */
    public static String run(Options options) throws InvalidInputException {
        String list = options.need("cases", "The cohort", "path of a CSV file or a folder");
        ExtractOptions extraction = extraction(options);
        GivenSpacing spacing = extraction.spacing().ofFiles();
        CaseList cases = CaseList.read(Options.path(list)).labelled(options.get("label"), extraction.rule());
        CohortCheck check =
                CohortCheck.of(cases, extraction.placement(), spacing, CohortFiles.INSTANCE, MenuWords.INSTANCE);
        if (options.isChosen("check")) return told(cases, check);
        Path out = Options.path(options.need("out", "The path of the table", "path of a .csv file"));
        Batch batch = new Batch(
                cases,
                extraction.protocol(),
                options.get("reference").equalsIgnoreCase(OWN_COHORT),
                spacing,
                extraction.rule(),
                threads(options, check),
                CohortFiles.INSTANCE,
                MenuWords.INSTANCE);
        Batch.Existing existing = existing(options);
        Replacing replacing = options.replacing();
        cases.leftOut().ifPresent(left -> IJ.log(left.in(MenuWords.INSTANCE)));
        IJ.log(check.memory(batch.threads()));
        IJ.resetEscape();
        try {
            BatchSummary summary = batch.run(out, existing, replacing, new InImageJ());
            IJ.log(summary.text());
            if (options.isChosen(REPORTS.key())) say(batch.report(out, existing, replacing, new InImageJ()));
            show(out);
            return summary.text();
        } finally {
            IJ.showProgress(1);
            IJ.showStatus("");
        }
    }

    private static String told(CaseList cases, CohortCheck check) {
        cases.found().forEach(IJ::log);
        check.warnings().forEach(IJ::log);
        check.problems().forEach(IJ::log);
        IJ.log(check.text());
        return check.text();
    }

    /**
     * What becomes of an earlier run.
     *
     * @throws InvalidInputException if it shall be kept and thrown away
     */
    public static Batch.Existing existing(Options options) throws InvalidInputException {
        Batch.Existing existing = Batch.Existing.values()[RESUMES.indexOf(options.choice(RESUME.key(), RESUMES))];
        if (options.replacing().isWanted() && existing != Batch.Existing.REFUSE) {
            throw new InvalidInputException(Sentence.of(
                    Replacing.OVERWRITE,
                    " throws away what ",
                    Setting.of(RESUME.key(), options.get(RESUME.key())),
                    " keeps: leave one of them out."));
        }
        return existing;
    }

    private static void say(ReportedCases reported) {
        reported.missing().forEach(IJ::log);
        IJ.log(reported.text());
    }

    private static ExtractOptions extraction(Options options) {
        return new ExtractOptions(
                options.get("reference").equalsIgnoreCase(OWN_COHORT)
                        ? options.with("reference", ExtractOptions.REFERENCE.usual())
                        : options);
    }

    /**
     * How many cases are measured at the same time.
     *
     * @throws InvalidInputException if the option is no number
     */
    public static int threads(Options options, CohortCheck check) throws InvalidInputException {
        String text = options.get("threads");
        if (text.equalsIgnoreCase("auto")) return check.threads();
        if (text.matches("[1-9]\\d{0,3}")) return Integer.parseInt(text);
        throw new InvalidInputException(Sentence.of(
                Setting.of("threads", text),
                " is not a whole number from 1: write ",
                Setting.of("threads", "auto"),
                "."));
    }

    private static void show(Path csv) {
        if (!Screen.isThere()) return;
        try {
            Screen.show(ResultsTable.open(csv.toString()), WINDOW);
        } catch (IOException e) {
            IJ.log("The table is written, but cannot be shown: open " + csv.getFileName() + ".");
        }
    }

    /** Tells how far a run is, in the status bar and the log; Esc ends it. */
    public static final class InImageJ implements BatchListener {

        private boolean isUnchanged;

        /** Whether the run was there already. */
        public boolean isUnchanged() {
            return isUnchanged;
        }

        @Override
        public void unchanged() {
            isUnchanged = true;
            IJ.log("ICH Radiomics: this run was finished before, with the same list, settings and inputs: nothing "
                    + "was done.");
        }

        @Override
        public void finished(String id, String status, String reason, Countdown countdown) {
            IJ.showStatus("ICH Radiomics: " + countdown.text());
            IJ.showProgress(countdown.done(), countdown.total());
            if (!reason.isEmpty()) IJ.log(id + ": " + status + ": " + reason);
        }

        @Override
        public void reported(int done, int total) {
            IJ.showStatus("ICH Radiomics: reports " + done + "/" + total);
            IJ.showProgress(done, total);
        }

        @Override
        public boolean isCanceled() {
            return IJ.escapePressed();
        }
    }
}
