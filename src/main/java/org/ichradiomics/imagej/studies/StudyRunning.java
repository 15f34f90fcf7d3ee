package org.ichradiomics.imagej.studies;

import java.nio.file.Path;
import java.util.List;

import ij.IJ;

import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Unchanged;
import org.ichradiomics.study.SampleStudy;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.output.StudyFolder;
import org.ichradiomics.study.output.StudySummary;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/** <i>Study...</i>: a study file in, a folder with all that a paper needs out. */
public final class StudyRunning {

    static final String AUTO = "auto";

    /** Those of <i>Study...</i> and {@code study}. */
    public static final List<Option> OPTIONS = List.of(
            Option.of(
                            Option.Kind.NAME_OR_FILE,
                            "Study",
                            SampleStudy.NAME,
                            "A study file (.json, .yml, .yaml), or the word " + SampleStudy.NAME
                                    + " for the synthetic cohort that comes with this software.")
                    .called("Study file, or sample")
                    .place("FILE")
                    .optional(),
            Option.of(
                            Option.Kind.FOLDER,
                            "Out",
                            "",
                            "The folder to write; one that this very study left stays as it is, any other that is not "
                                    + "empty is refused.")
                    .called("Folder for the results")
                    .line("DIR"),
            Option.of(
                            Option.Kind.COUNT,
                            "Threads",
                            AUTO,
                            "Folds of the cross-validation that are fitted at the same time (default: as many as there "
                                    + "are processors). No number depends on it.")
                    .called("Folds at the same time")
                    .further()
                    .line("N"),
            Option.of(
                            Option.Kind.FOLDER,
                            "Example",
                            "",
                            "Run nothing: write the files of the sample study into DIR, to be adapted.")
                    .line("DIR")
                    .onlyOnTheLine(),
            CommonOptions.overwrite(
                    "Replace the folder of an earlier study as a whole, or other files of the sample study."));

    private StudyRunning() {}

    /**
     * Runs a study, writes its folder, shows its tables and logs what a reviewer would raise.
     *
     * @return what was found, in a sentence
     * @throws InvalidInputException if an option is missing or wrong, the study cannot be run, or the folder not be
     *     written
     */
    public static String run(Options options) throws InvalidInputException {
        Path out = Options.path(options.need("out", "The folder of the study", "path of a folder"));
        int threads = threads(options);
        StudyFolder.check(out);
        StudyFile file = StudyFile.find(options.get("study"));
        if (!SampleStudy.isMeantBy(options.get("study")))
            StudyFolder.refuseInputs(Options.path(options.get("study")), file, out);
        try (StatusLine status = new StatusLine()) {
            StudyFolder.Made made = StudyFolder.run(file, out, options.replacing(), threads, status);
            if (!made.isChanged()) Unchanged.say(out.toString());
            log(made.result());
            StudyWindows.show(made.paper(), out.resolve(StudyFolder.REPORT));
            return StudySummary.sentence(made.result());
        }
    }

    private static int threads(Options options) throws InvalidInputException {
        if (options.get("threads").equalsIgnoreCase(AUTO)) return processors();
        int threads = options.count("threads");
        if (threads >= 1) return threads;
        throw new InvalidInputException(Sentence.of(
                Setting.of("threads", threads),
                " is not a whole number from 1: write ",
                Setting.of("threads", AUTO),
                "."));
    }

    static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** The summary, what was decided on the way, and what a reviewer would raise. */
    static void log(StudyResult result) {
        IJ.log(StudySummary.text(result));
        result.notes().forEach(note -> IJ.log("Note: " + note));
        result.concerns().forEach(concern -> IJ.log("Concern: " + concern));
    }
}
