package org.ichradiomics.imagej;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.measure.ResultsTable;

import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.measure.LabelRows;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.References;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;
import org.ichradiomics.signature.Spelling;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.WholeFile;

/** <i>R-score...</i>: any signature against any reference, for every case of a table that is there. */
public final class TableScoring {

    /** The reference that the table itself makes: z-scores within the cohort. */
    public static final String THIS_TABLE = "this table";

    /** Those of <i>R-score...</i> and {@code score}. */
    public static final List<Option> OPTIONS = List.of(
            CommonOptions.features("Table")
                    .called("Table of your cases")
                    .place("TABLE")
                    .optional(),
            ExtractOptions.SIGNATURE,
            ExtractOptions.REFERENCE.meaning("Means and SDs for the z-scores: " + References.DEMONSTRATION
                    + ", none, \"" + THIS_TABLE + "\" (from 20 cases), or a JSON file; where nothing is said, "
                    + "those of the signature, if it has any."),
            CommonOptions.out(
                            "Out",
                            "FILE.csv",
                            "The table to which the rows are added with their new columns; where there is none, the "
                                    + "scores are shown.")
                    .called("Save to (.csv)"),
            CommonOptions.JSON,
            Option.flag("List", "List the signatures and references that have names, and score nothing.")
                    .onlyOnTheLine(),
            CommonOptions.overwrite("Replace a table that cannot be added to."));

    private static final List<Column<Score>> COLUMNS = Stream.concat(
                    Score.COLUMNS.stream(), Stream.of(new Column<>(FeatureTable.NOTES, Score::note)))
            .toList();

    private static final String WINDOW = "ICH Radiomics R-scores";

    private TableScoring() {}

    /**
     * Every case scored.
     *
     * @param table with the columns of the score
     * @param scores in the order of the table
     */
    public record Scored(FeatureTable table, List<Score> scores) {

        private static List<Column<Score>> columns(List<Score> scores) {
            boolean isLogit = scores.stream().anyMatch(score -> !Double.isNaN(score.probability()));
            return isLogit
                    ? Stream.concat(Stream.of(Score.PROBABILITY), COLUMNS.stream())
                            .toList()
                    : COLUMNS;
        }

        /** Cases and scores alone. */
        public List<Map<String, Object>> rows() {
            List<String> cases = table.cases();
            return IntStream.range(0, scores.size())
                    .mapToObj(row -> {
                        Map<String, Object> cells = new LinkedHashMap<>(Map.of(FeatureTable.CASE, cases.get(row)));
                        cells.putAll(Column.byName(columns(scores), scores.get(row)));
                        return cells;
                    })
                    .toList();
        }
    }

    /**
     * Scores every case; adds a row for each to the Results table, shows them in a window of their own, and adds the
     * rows with their new R-score columns to the table that {@code out} names, if any.
     *
     * @return the scores in the order of the table
     * @throws InvalidInputException if the table does not have what the signature needs, or a file cannot be read or
     *     written
     */
    public static List<Score> run(Options options) throws InvalidInputException {
        Scored scored = of(Tables.OPEN, options);
        Optional<GrowingTable> file = file(scored.table(), options);
        List<Score> scores = scored.scores();
        List<String> cases = scored.table().cases();
        ResultsTable window = new ResultsTable();
        for (int i = 0; i < scores.size(); i++) {
            ForeignRows.add(ResultsRow.table(), cases.get(i), COLUMNS, scores.get(i), List.of(FeatureTable.SCORE));
            ForeignRows.add(window, cases.get(i), COLUMNS, scores.get(i), List.of(FeatureTable.SCORE));
        }
        Screen.show(ResultsRow.table(), "Results");
        Screen.show(window, WINDOW);
        if (file.isPresent()) Said.log(add(scored.table(), file.get()).notes());
        return scores;
    }

    /**
     * Scores every case.
     *
     * @throws InvalidInputException if the table does not have what the signature needs, or a file cannot be read
     */
    public static Scored of(Tables tables, Options options) throws InvalidInputException {
        FeatureTable table = tables.find(options.get("table"));
        Signature signature = Signatures.find(options.get("signature"));
        Optional<Reference> reference = options.get("reference").equalsIgnoreCase(THIS_TABLE)
                ? Optional.of(ownCohort(table, signature))
                : ExtractOptions.reference(options.get("reference"), signature);
        List<Score> scores = Score.ofEach(signature, reference, table);
        return new Scored(table.with(Scored.columns(scores), scores), scores);
    }

    /**
     * The file for the scores; empty if none is wanted.
     *
     * @throws InvalidInputException if it cannot be added to, or is the table that was scored, and may not be replaced:
     *     each row would stand there twice
     */
    public static Optional<GrowingTable> file(FeatureTable scored, Options options) throws InvalidInputException {
        if (options.get("out").isEmpty()) return Optional.empty();
        Path out = Options.path(options.get("out"));
        Replacing replacing = options.replacing();
        // A title may be no path at all: a colon in it, on Windows.
        boolean isScored =
                new File(options.get("table")).isFile() && WholeFile.isSame(Path.of(options.get("table")), out);
        if (isScored) {
            replacing.allow(
                    out.getFileName() + " is the table that is scored",
                    Sentence.of("choose another file for the scores, or give ", Replacing.OVERWRITE, " to replace it"));
        }
        GrowingTable file = new GrowingTable(out, isScored ? Replacing.ALWAYS : replacing);
        file.check(scored.columns());
        return Optional.of(file);
    }

    /**
     * Adds every row of a table that was scored.
     *
     * @throws InvalidInputException if the file cannot be written, or what is there may not be replaced
     */
    public static GrowingTable.Added add(FeatureTable scored, GrowingTable file) throws InvalidInputException {
        return file.add(
                IntStream.range(0, scored.size())
                        .mapToObj(row -> scored.only(new int[] {row}))
                        .toList(),
                GrowingTable.Before.NOTHING);
    }

    private static Reference ownCohort(FeatureTable rows, Signature signature) throws InvalidInputException {
        // A table with a row for each label has its cases several times.
        FeatureTable table = LabelRows.of(
                        rows, Optional.empty(), LabelRows.USUAL, Sentence.of("the label of Build Reference"))
                .table();
        List<String> features = scaled(signature, table);
        FeatureTable cases = FeatureColumns.measured(table, features);
        return Reference.ownCohort(cases, features).holding(signature, cases);
    }

    /** What a score needs, whatever else the table has; a feature that it lacks is told where cases are scored. */
    private static List<String> scaled(Signature signature, FeatureTable table) throws InvalidInputException {
        List<String> features = signature.features().stream()
                .flatMap(feature -> Spelling.find(table.columns(), feature).stream())
                .toList();
        return features.isEmpty() ? FeatureColumns.of(table, List.of()).features() : features;
    }
}
