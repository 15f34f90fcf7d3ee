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
import org.ichradiomics.measure.FeatureColumns;
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
import org.ichradiomics.text.Setting;

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

    static final Option FEATURES = CommonOptions.features("Features")
            .called("Table of features")
            .line("TABLE")
            .required();

    static final Option CLINICAL = Option.of(
                    Option.Kind.TABLE,
                    "Clinical",
                    "",
                    "The table of the outcome, a row for each case (default: the features have it beside them).")
            .called("Table of patients (if another)")
            .line("TABLE");

    static final Option ID = column("Id", "", "names the cases; where nothing is said, case, id or Label")
            .called("Column of the case names");

    static final Option OUTCOME = column(
                    "Outcome", EXPANSION, "says the outcome; " + EXPANSION + " (default): by the volumes of two scans")
            .called("Outcome");

    static final Option EVENT = Option.of(
                    Option.Kind.CELL,
                    "Event",
                    "",
                    "What stands in the column of the outcome where the event happened, several separated by ; "
                            + "(default: 1 of 0 and 1, yes of no and yes).")
            .called("Its value for the event")
            .line("VALUE");

    static final Option BASELINE = column(
                    "Baseline_volume",
                    "",
                    "holds the first volume in mL; where nothing is said, volume_ml or Volume (mL)")
            .called("Column of the first volume");

    static final Option FOLLOW_UP = column(
                    "Followup_volume",
                    "",
                    "holds the later volume in mL; where nothing is said, followup_volume_ml or followup_mL")
            .called("Column of the later volume");

    private static Option column(String label, String usual, String what) {
        return Option.of(Option.Kind.COLUMN, label, usual, "Which column " + what + ".")
                .line("COLUMN");
    }

    /** Where the tables hold what. */
    static StudyPlan.Columns columns(Options options) {
        return new StudyPlan.Columns(
                given(options, ID),
                given(options, BASELINE),
                given(options, FOLLOW_UP),
                FeatureColumns.split(options.get(CommonOptions.COLUMNS.key())),
                Optional.of(options.get(CommonOptions.LABEL_OF_ROWS.key())));
    }

    private static Optional<String> given(Options options, Option column) {
        return Optional.of(options.get(column.key())).filter(name -> !name.isEmpty());
    }

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
        return options.need("features", "The feature table", "title of an open table, or path of a CSV file");
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
        String outcome = options.need("outcome", "The outcome", "a column of the clinical table, or " + EXPANSION);
        List<String> events = FeatureColumns.split(options.get(EVENT.key()));
        if (!outcome.equalsIgnoreCase(EXPANSION)) return OutcomeRule.of(outcome, events);
        FeatureTable clinical = tables.find(clinical(options));
        if (clinical.has(outcome)) return OutcomeRule.of(outcome, events);
        if (events.isEmpty()) return OutcomeRule.EXPANSION;
        throw new InvalidInputException(Sentence.of(
                Setting.of(EVENT.key(), options.get(EVENT.key())),
                " is a value of a column, and the outcome is computed from two volumes: leave it out, or name a column "
                        + "as ",
                Setting.of(OUTCOME.key()),
                "."));
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
