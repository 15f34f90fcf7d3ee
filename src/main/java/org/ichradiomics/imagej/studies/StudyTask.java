package org.ichradiomics.imagej.studies;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ichradiomics.imagej.CommonOptions;
import org.ichradiomics.imagej.Option;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.study.Cohort;
import org.ichradiomics.study.OutcomeRule;
import org.ichradiomics.study.Study;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.study.StudyInputs;
import org.ichradiomics.study.StudyPlan;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.output.StudyFolder;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.RecordForm;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;

/**
 * A study of tables that are open or in files, asked for by options instead of a study file.
 *
 * @param file its tables are known by title or path
 * @param folder to write; empty for none: then only what bears on signature and score is computed
 * @param replacing what may be done with a study that is there
 * @param options by which it is asked for
 */
record StudyTask(StudyFile file, Optional<Path> folder, Replacing replacing, Set<String> options) {

    /** The word for haematoma expansion by the volumes of two scans. */
    static final String EXPANSION = "expansion";

    static final Option FEATURES =
            CommonOptions.features("Features").line("TABLE").required();

    static final Option CLINICAL = Option.of(
                    Option.Kind.TABLE,
                    "Clinical",
                    "",
                    "The table of the outcome, a row for each case (default: the features have it beside them).")
            .line("TABLE");

    static final Option OUTCOME = Option.text(
                    "Outcome",
                    EXPANSION,
                    "A column of 0 and 1 of the clinical table, or " + EXPANSION
                            + " (default), by its volumes of two scans.")
            .line("COLUMN");

    /**
     * A plan on the tables that {@code features}, {@code clinical} and {@code reader2} name; an empty clinical table is
     * the feature table itself.
     *
     * @throws InvalidInputException if one of the tables lies in the folder, or something else than a study does
     */
    static StudyTask of(StudyPlan plan, Options options, String folder, Tables tables) throws InvalidInputException {
        String features = features(options);
        Optional<String> second =
                options.get("reader2").isEmpty() ? Optional.empty() : Optional.of(options.get("reader2"));
        StudyInputs.Files files =
                new StudyInputs.Files(clinical(options), Optional.of(features), second, Optional.empty());
        Optional<Path> out = folder.isEmpty() ? Optional.empty() : Optional.of(Options.path(folder));
        if (out.isPresent()) {
            StudyFolder.check(out.get());
            for (String table : List.of(files.clinical(), features, second.orElse(features))) {
                // A title may be no path at all: a colon in it, on Windows.
                if (new File(table).isFile()) StudyFolder.refuseInput(Path.of(table), out.get());
            }
        }
        StudyFile file = new StudyFile(out.isPresent() ? plan : inShort(plan), files, tables::text);
        Replacing replacing = options.replacing();
        return new StudyTask(
                file,
                out,
                out.isPresent() ? StudyFolder.before(file, out.get(), replacing) : replacing,
                options.keys());
    }

    private static String features(Options options) throws InvalidInputException {
        return options.need(
                "features", "The feature table", "features=[title of an open table, or path of a CSV file]");
    }

    private static String clinical(Options options) throws InvalidInputException {
        return options.get("clinical").isEmpty() ? features(options) : options.get("clinical");
    }

    /** Without what only a report would show: clinical variables, models around the score, resampling. */
    private static StudyPlan inShort(StudyPlan plan) {
        return RecordForm.with(
                plan,
                Map.of(
                        "variables", RecordForm.with(plan.variables(), Map.of("candidates", List.of(Cohort.SCORE))),
                        "descriptives", RecordForm.with(plan.descriptives(), Map.of("bootstrap", 0)),
                        "regression", RecordForm.with(plan.backward(), Map.of("backward", List.of())),
                        "models", Optional.of(List.of()),
                        "rivals", Optional.of(List.of())));
    }

    /**
     * The outcome that an option means: a column of the clinical table, or {@value #EXPANSION} from its volumes where
     * it has no such column.
     *
     * @throws InvalidInputException if it is empty, or there is no table
     */
    static OutcomeRule outcome(Options options, Tables tables) throws InvalidInputException {
        String outcome = options.need(
                "outcome", "The outcome", "outcome=[a column of the clinical table], or outcome=" + EXPANSION);
        if (!outcome.equalsIgnoreCase(EXPANSION)) return OutcomeRule.of(outcome);
        FeatureTable clinical = tables.find(clinical(options));
        return clinical.has(outcome) ? OutcomeRule.of(outcome) : OutcomeRule.EXPANSION;
    }

    /** Runs it; nothing is written yet. */
    StudyResult run(Progress progress) throws InvalidInputException {
        try {
            return Study.run(file.plan(), file.inputs(), StudyRunning.processors(), progress);
        } catch (InvalidInputException e) {
            throw new InvalidInputException(Sentence.of(TaskWords.of(e, options)), e);
        }
    }

    /**
     * Writes the folder that is asked for.
     *
     * @return whether anything was written, and not the same bytes there already
     */
    boolean write(StudyResult result) throws InvalidInputException {
        return folder.isPresent() && StudyFolder.write(result, file, folder.get(), replacing);
    }
}
