package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.measure.ResultsTable;

import org.ichradiomics.clinical.ClinicalScore;
import org.ichradiomics.clinical.Scored;
import org.ichradiomics.clinical.ScoredTable;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * <i>Clinical Scores...</i> and {@code scores}: a score of points for every row of a table, or for one patient whose
 * items are options.
 *
 * @param score that was added up
 * @param scored the table with its new columns; of one patient a table of one row
 * @param isOnePatient whether items were given, and no table
 */
public record ClinicalScoring(ClinicalScore score, ScoredTable scored, boolean isOnePatient) {

    private static final Option PATIENT = Option.word(
                    "Patient", "", "What to call the one patient, as the tables that are written have it.")
            .called("Name of the patient")
            .line("ID");

    private static final Option OF_PATIENTS = Option.of(
                    Option.Kind.TABLE,
                    "Table",
                    "",
                    "The patients with their items: the path of a CSV or Excel file, in ImageJ also the title "
                            + "of an open table; "
                            + "where there is none, one patient's items are options.")
            .called("Or a table of patients")
            .place("TABLE.csv")
            .optional();

    private static final Option ANSWERS = Option.of(
                    Option.Kind.TABLE,
                    "Signs (answers)",
                    "",
                    "A table of readers' answers, as signs writes it: they fill the items that are signs, by case; "
                            + "suggestions are never taken.")
            .called("Table of answers to signs")
            .line("F.csv")
            .further();

    /** Those of <i>Clinical Scores...</i> and {@code scores}. */
    public static final List<Option> OPTIONS = Stream.of(
                    List.of(PatientOptions.SCORE),
                    PatientOptions.ALL,
                    List.of(
                            PATIENT,
                            OF_PATIENTS,
                            ANSWERS,
                            CommonOptions.out(
                                            "Out (CSV)",
                                            "FILE.csv",
                                            "The table to which the rows are added with score, what was observed, and "
                                                    + "note; where there is none, they are shown.")
                                    .called("Save to (.csv)"),
                            CommonOptions.JSON,
                            CommonOptions.overwrite("Replace a table that cannot be added to.")))
            .flatMap(List::stream)
            .toList();

    /** The title of the table on the screen. */
    public static final String WINDOW = "Clinical Scores";

    /** A row of the window. */
    private record Patient(String name, ClinicalScore score, Scored scored) {

        private static final List<Column<Patient>> COLUMNS = List.of(
                new Column<>(FeatureTable.CASE, Patient::name),
                new Column<>("Score", patient -> patient.score.title()),
                new Column<>("Points", patient -> patient.scored.score()),
                new Column<>("Items", patient -> patient.score.itemised(patient.scored)),
                new Column<>("In words", patient -> patient.score.text(patient.scored)));
    }

    private static boolean hasItems(Options options) {
        return PatientOptions.ALL.stream()
                .anyMatch(option -> !options.get(option.key()).isEmpty());
    }

    /**
     * Refuses what is none, before anything is read.
     *
     * @throws InvalidInputException if there is no such score, neither a table nor an item, or an item that the score
     *     has not or that is given beside a table
     */
    public static void check(Options options) throws InvalidInputException {
        ClinicalScore score = ClinicalScore.named(options.get(PatientOptions.SCORE.key()));
        options.replacing();
        if (options.get(OF_PATIENTS.key()).isEmpty() && !hasItems(options)) {
            throw new InvalidInputException(Sentence.of(
                    "There is no patient: name a table of patients, or give the items of one, such as ",
                    Setting.of(PatientOptions.of(score).get(0).key()),
                    "."));
        }
        List<Option> own = PatientOptions.of(score);
        for (Option item : PatientOptions.ALL) {
            String value = options.get(item.key());
            if (value.isEmpty()) continue;
            if (!options.get(OF_PATIENTS.key()).isEmpty()) {
                throw new InvalidInputException(Sentence.of(
                        Setting.of(item.key(), value),
                        " is of one patient, and there is a table: leave one of the two out."));
            }
            if (!own.contains(item)) {
                throw new InvalidInputException(Sentence.of(
                        Setting.of(item.key(), value), " is no item of the " + score.title() + ": leave it out."));
            }
        }
    }

    /**
     * Adds up the score.
     *
     * @throws InvalidInputException if a table cannot be read, or has no column for an item
     */
    public static ClinicalScoring of(Tables tables, Options options) throws InvalidInputException {
        check(options);
        ClinicalScore score = ClinicalScore.named(options.get(PatientOptions.SCORE.key()));
        boolean isOnePatient = options.get(OF_PATIENTS.key()).isEmpty();
        FeatureTable table = isOnePatient ? patient(score, options) : tables.find(options.get(OF_PATIENTS.key()));
        if (!options.get(ANSWERS.key()).isEmpty())
            table = SignAnswers.of(tables.find(options.get(ANSWERS.key())))
                    .into(table, score.columns().stream().flatMap(List::stream).toList());
        return new ClinicalScoring(score, ScoredTable.of(score, table), isOnePatient);
    }

    private static FeatureTable patient(ClinicalScore score, Options options) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(FeatureTable.CASE, options.get(PATIENT.key()));
        for (Option item : PatientOptions.of(score)) cells.put(item.key(), options.get(item.key()));
        return FeatureTable.of(List.copyOf(cells.keySet()), List.of(List.copyOf(cells.values())));
    }

    /**
     * Adds up the score, adds the rows to a window, and to the file that is asked for.
     *
     * @return the scores, separated by commas, each empty if an item is missing or impossible
     * @throws InvalidInputException as {@link #of}, or if the file cannot be written
     */
    public static String run(Options options) throws InvalidInputException {
        ClinicalScoring result = of(Tables.OPEN, options);
        Optional<GrowingTable> file = TableScoring.file(result.scored.table(), options);
        result.show();
        List<String> said = new ArrayList<>(result.said());
        if (file.isPresent())
            said.addAll(TableScoring.add(result.scored.table(), file.get()).notes());
        Said.log(said);
        return result.scored.rows().stream().map(Scored::text).collect(Collectors.joining(","));
    }

    /** What a dialog shows of the items as they are: the score with its points, or what is missing. */
    public static MaskPreview preview(Options options) {
        try {
            ClinicalScoring result = of(Tables.OPEN, options);
            List<String> lines = result.isOnePatient ? result.lines() : result.ofTable();
            return new MaskPreview(MaskPreview.wrapped(lines), true, List.of());
        } catch (InvalidInputException e) {
            return MaskPreview.refused(e, OPTIONS);
        }
    }

    private List<String> ofTable() {
        List<String> lines = new ArrayList<>(List.of(English.counted(
                        scored.rows().size(), "patient") + ", " + score.title() + " (" + score.source() + ")."));
        lines.addAll(said());
        lines.add(ClinicalScore.CAUTION);
        return lines;
    }

    private static String points(ClinicalScore score, Scored scored) {
        return scored.points().isEmpty() ? "" : "Points: " + score.itemised(scored) + ".";
    }

    private void show() {
        if (!Screen.isThere()) return;
        ResultsTable window = FullTable.window(WINDOW);
        ResultsTable table = window == null ? new ResultsTable() : window;
        List<String> cases = scored.table().cases();
        for (int row = 0; row < cases.size(); row++)
            ForeignRows.fill(
                    table,
                    Patient.COLUMNS,
                    new Patient(cases.get(row), score, scored.rows().get(row)));
        Screen.show(table, WINDOW);
    }

    /** What the user should know, one sentence each. */
    public List<String> said() {
        List<String> said = new ArrayList<>(scored.notes());
        if (!isOnePatient && scored.unscored() > 0)
            said.add(scored.unscored() + " of " + English.counted(scored.rows().size(), "row") + " "
                    + (scored.unscored() == 1 ? "has" : "have") + " no score: the column note says why.");
        if (isOnePatient && scored.unscored() > 0)
            said.add(score.text(scored.rows().get(0)));
        return said;
    }

    /** What came of one patient, in lines. */
    public List<String> lines() {
        Scored one = scored.rows().get(0);
        return Stream.of(score.text(one), points(score, one), ClinicalScore.CAUTION)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /**
     * The rows of the table by their columns, for programs.
     *
     * @throws InvalidInputException never: the columns are the table's own
     */
    public List<Map<String, Object>> tree() throws InvalidInputException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < scored.rows().size(); row++) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (String column : scored.table().columns())
                cells.put(column, scored.table().texts(column).get(row));
            Scored one = scored.rows().get(row);
            cells.put(ScoredTable.SCORE, one.score().isPresent() ? one.score().getAsInt() : null);
            cells.put("points", one.points());
            rows.add(cells);
        }
        return rows;
    }
}
