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
import org.ichradiomics.batch.Countdown;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;

/** <i>Batch...</i>: a cohort from a menu item or a macro. */
public final class BatchRunning {

    private static final List<String> RESUMES = List.of("no", "yes", "recompute");
    private static final String OWN_COHORT = "own cohort";

    /** Those of <i>Batch...</i> and {@code batch}. The usual reference is the cohort itself, if it is large enough. */
    public static final List<Option> OPTIONS = Stream.of(
                    List.of(
                            Option.of(
                                            Option.Kind.FILE_OR_FOLDER,
                                            "Cases",
                                            "",
                                            "A CSV file with the columns case,image,mask and, as wanted, "
                                                    + "mask_label,followup,followup_mask and others, which are kept.",
                                            "Or a folder with NAME.nii.gz and NAME_mask.nii.gz, or NAME/image.nii.gz "
                                                    + "and NAME/mask.nii.gz, for every case.")
                                    .place("CASES"),
                            CommonOptions.out(
                                    "Out",
                                    "TABLE.csv",
                                    "The table to write. Beside it stand TABLE.json, how it was made; TABLE.log; and "
                                            + "TABLE.journal, of which a run is resumed."),
                            Option.flag(
                                    "Resume",
                                    RESUMES,
                                    "Go on with a run that was ended; what it finished is kept.",
                                    "The same, but measure again what has changed since."),
                            Option.flag("Check", "Measure nothing: read the headers and list every problem."),
                            Option.of(
                                            Option.Kind.COUNT,
                                            "Threads",
                                            "auto",
                                            "Cases measured at the same time, each in memory as a whole (default: as "
                                                    + "many as there are processors and memory for).")
                                    .line("N"),
                            CommonOptions.LABEL,
                            CommonOptions.PLACEMENT),
                    ExtractOptions.HOW,
                    List.of(
                            ExtractOptions.REFERENCE.usually(OWN_COHORT),
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
        if (options.get("cases").isEmpty()) {
            throw new InvalidInputException("The cohort is missing: write cases=[path of a CSV file or a folder].");
        }
        ExtractOptions extraction = extraction(options);
        GivenSpacing spacing = extraction.spacing().ofFiles();
        CaseList cases = CaseList.read(Options.path(options.get("cases"))).labelled(options.get("label"));
        CohortCheck check =
                CohortCheck.of(cases, extraction.placement(), spacing, CohortFiles.INSTANCE, MenuWords.INSTANCE);
        if (options.isChosen("check")) {
            check.warnings().forEach(IJ::log);
            check.problems().forEach(IJ::log);
            IJ.log(check.text());
            return check.text();
        }
        if (options.get("out").isEmpty())
            throw new InvalidInputException("The path of the table is missing: write out=[path of a .csv file].");
        Path out = Options.path(options.get("out"));
        Batch batch = new Batch(
                cases,
                extraction.protocol(),
                options.get("reference").equalsIgnoreCase(OWN_COHORT),
                spacing,
                extraction.placement(),
                threads(options, check),
                CohortFiles.INSTANCE,
                MenuWords.INSTANCE);
        Batch.Existing existing = Batch.Existing.values()[RESUMES.indexOf(options.choice("resume", RESUMES))];
        Replacing replacing = options.replacing();
        if (replacing.isWanted() && existing != Batch.Existing.REFUSE) {
            throw new InvalidInputException("overwrite=yes throws away what resume=" + options.get("resume")
                    + " keeps: leave one of them out.");
        }
        IJ.log(check.memory(batch.threads()));
        IJ.resetEscape();
        try {
            BatchSummary summary = batch.run(out, existing, replacing, new InImageJ());
            IJ.log(summary.text());
            show(out);
            return summary.text();
        } finally {
            IJ.showProgress(1);
            IJ.showStatus("");
        }
    }

    private static ExtractOptions extraction(Options options) {
        return new ExtractOptions(
                options.get("reference").equalsIgnoreCase(OWN_COHORT)
                        ? options.with("reference", ExtractOptions.REFERENCE.usual())
                        : options);
    }

    private static int threads(Options options, CohortCheck check) throws InvalidInputException {
        String text = options.get("threads");
        if (text.equalsIgnoreCase("auto")) return check.threads();
        if (text.matches("[1-9]\\d{0,3}")) return Integer.parseInt(text);
        throw new InvalidInputException("threads=" + text + " is not a whole number from 1: write threads=auto.");
    }

    private static void show(Path csv) {
        if (!Screen.isThere()) return;
        try {
            Screen.show(ResultsTable.open(csv.toString()), WINDOW);
        } catch (IOException e) {
            IJ.log("The table is written, but cannot be shown: open " + csv.getFileName() + ".");
        }
    }

    private static final class InImageJ implements BatchListener {

        @Override
        public void unchanged() {
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
        public boolean isCanceled() {
            return IJ.escapePressed();
        }
    }
}
