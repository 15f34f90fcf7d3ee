package org.ichradiomics.imagej.studies;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import ij.IJ;

import org.ichradiomics.batch.Batch;
import org.ichradiomics.batch.BatchSummary;
import org.ichradiomics.batch.CaseList;
import org.ichradiomics.batch.CohortCheck;
import org.ichradiomics.batch.PerturbedCases;
import org.ichradiomics.imagej.BatchRunning;
import org.ichradiomics.imagej.CohortFiles;
import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.MenuWords;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.study.Robustness;
import org.ichradiomics.study.output.RobustnessPaper;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.WholeFile;
import org.ichradiomics.text.Words;

/** <i>Robustness...</i>: a cohort in; its perturbed features, and their ICC, out. */
public final class RobustnessRunning {

    /** Whether masks are written. */
    public static final Option MASKS = Option.flag(
                    "Masks", "Write each perturbed mask as well, as CASE_PERTURBATION_mask.nii.gz.")
            .called("Write the perturbed masks")
            .further();

    /** Those of <i>Robustness...</i> and {@code robustness}. */
    public static final List<Option> OPTIONS = Stream.of(
                    List.of(
                            BatchRunning.CASES.meaning(
                                    "A CSV file with the columns case,image,mask and, as wanted, mask_label.",
                                    "Or a folder, as of a batch."),
                            Option.of(
                                            Option.Kind.FOLDER,
                                            "Out",
                                            "",
                                            "The folder to write: perturbed.csv, a row for each case and perturbation, "
                                                    + "with its record, log and journal, of which a run is resumed; "
                                                    + "and what is made of it, "
                                                    + String.join(", ", RobustnessPaper.FILES) + ".")
                                    .called("Folder for the results")
                                    .line("DIR")
                                    .required(),
                            BatchRunning.RESUME,
                            MASKS,
                            BatchRunning.THREADS,
                            CommonOptions.LABEL.further(),
                            CommonOptions.PLACEMENT),
                    ExtractOptions.HOW.stream()
                            .filter(option -> !option.key().equals(ExtractOptions.SIGNATURE.key()))
                            .toList(),
                    List.of(CommonOptions.overwrite(
                            "Begin anew: a run that is there is thrown away, finished or not.")))
            .flatMap(List::stream)
            .toList();

    private RobustnessRunning() {}

    /**
     * Perturbs a cohort, measures it, and writes what came of it.
     *
     * @return what was found, in a sentence
     * @throws InvalidInputException if an option is missing or wrong, or the run cannot begin or go on
     */
    public static String run(Options options) throws InvalidInputException {
        ExtractOptions extraction = new ExtractOptions(options);
        CaseList cases = CaseList.read(Options.path(options.need("cases", "The cohort", "path of a CSV file")))
                .labelled(options.get("label"), LesionRule.of(extraction.placement()));
        Path out = Options.path(options.need("out", "The folder of the results", "path of a folder"));
        CohortCheck check = check(cases, extraction, MenuWords.INSTANCE);
        int threads = BatchRunning.threads(options, check);
        Batch.Existing existing = BatchRunning.existing(options);
        PerturbedCases run = perturbed(cases, extraction, threads, options.isChosen(MASKS.key()), MenuWords.INSTANCE);
        cases.leftOut().ifPresent(left -> IJ.log(left.in(MenuWords.INSTANCE)));
        IJ.log(check.memory(threads));
        IJ.resetEscape();
        BatchRunning.InImageJ listener = new BatchRunning.InImageJ();
        try {
            BatchSummary summary = run.run(out, RobustnessPaper.FILES, existing, options.replacing(), listener);
            IJ.log(summary.text());
            RobustnessPaper paper = write(out, listener.isUnchanged() ? options.replacing() : Replacing.ALWAYS);
            IJ.log(paper.methods());
            StudyWindows.show(paper.icc(), "ICH Radiomics robustness");
            return paper.sentence();
        } finally {
            IJ.showProgress(1);
            IJ.showStatus("");
        }
    }

    /**
     * What the headers of a cohort say.
     *
     * @throws InvalidInputException if an option is wrong
     */
    public static CohortCheck check(CaseList cases, ExtractOptions options, Words words) throws InvalidInputException {
        GivenSpacing spacing = options.spacing().ofFiles();
        return CohortCheck.of(cases, options.placement(), spacing, CohortFiles.INSTANCE, words)
                .perturbed();
    }

    /**
     * A run with the features that the options name.
     *
     * @throws InvalidInputException if an option is wrong
     */
    public static PerturbedCases perturbed(
            CaseList cases, ExtractOptions options, int threads, boolean writesMasks, Words words)
            throws InvalidInputException {
        return new PerturbedCases(
                cases,
                options.protocol(),
                options.spacing().ofFiles(),
                options.placement(),
                threads,
                writesMasks,
                CohortFiles.INSTANCE,
                words);
    }

    /**
     * Makes of the table of a finished run what a paper needs, beside it.
     *
     * @throws InvalidInputException if there are too few cases, a file cannot be written, or what is there may not be
     *     replaced
     */
    public static RobustnessPaper write(Path folder, Replacing replacing) throws InvalidInputException {
        Robustness found = Robustness.of(FeatureTableCsv.read(folder.resolve(PerturbedCases.TABLE)));
        RobustnessPaper paper = new RobustnessPaper(found);
        WholeFile.write(paper.files(folder), replacing);
        return paper;
    }
}
