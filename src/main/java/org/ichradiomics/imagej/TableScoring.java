package org.ichradiomics.imagej;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.IJ;
import ij.measure.ResultsTable;

import org.ichradiomics.measure.FeatureColumns;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.References;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;
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

    /** Key → default, in the order of the dialog. */
    public static final Map<String, String> DEFAULTS = Options.defaults(
            "table",
            "ICH Radiomics",
            "signature",
            Signatures.ZHAN_2020,
            "reference",
            References.DEMONSTRATION,
            "out",
            "",
            Options.OVERWRITE,
            Options.NO_YES.get(0));

    private static final List<Column<Score>> COLUMNS = Stream.concat(
                    Score.COLUMNS.stream(), Stream.of(new Column<>(FeatureTable.NOTES, Score::note)))
            .toList();

    private static final String WINDOW = "ICH Radiomics R-scores";

    private TableScoring() {}

    /**
     * Scores every case; adds a row for each to the Results table, shows them in a window of their own, and adds the
     * rows with their new R-score columns to the table that {@code out} names, if any.
     *
     * @return the scores in the order of the table
     * @throws InvalidInputException if the table does not have what the signature needs, or a file cannot be read or
     *     written
     */
    public static List<Score> run(Options options) throws InvalidInputException {
        FeatureTable table = OpenTable.find(options.get("table"));
        Signature signature = Signatures.find(options.get("signature"));
        Optional<Reference> reference = options.get("reference").equalsIgnoreCase(THIS_TABLE)
                ? Optional.of(ownCohort(table, scaled(signature, table)))
                : ExtractOptions.reference(options.get("reference"), signature);
        List<Score> scores = Score.ofEach(signature, reference, table);
        FeatureTable scored = table.with(COLUMNS, scores);
        GrowingTable file = options.get("out").isEmpty() ? null : file(options);
        if (file != null) file.check(scored.columns());
        List<String> cases = table.cases();
        ResultsTable window = new ResultsTable();
        for (int i = 0; i < scores.size(); i++) {
            ForeignRows.add(ResultsRow.table(), cases.get(i), COLUMNS, scores.get(i), List.of(FeatureTable.SCORE));
            ForeignRows.add(window, cases.get(i), COLUMNS, scores.get(i), List.of(FeatureTable.SCORE));
        }
        Screen.show(ResultsRow.table(), "Results");
        Screen.show(window, WINDOW);
        if (file != null) write(scored, file);
        return scores;
    }

    /** @throws InvalidInputException if it is the table that was scored: each row would stand there twice */
    private static GrowingTable file(Options options) throws InvalidInputException {
        Path out = Options.path(options.get("out"));
        Replacing replacing = options.replacing();
        // A title may be no path at all: a colon in it, on Windows.
        if (new File(options.get("table")).isFile() && WholeFile.isSame(Path.of(options.get("table")), out)) {
            replacing.allow(
                    out.getFileName() + " is the table that is scored",
                    Sentence.of("choose another file for the scores, or give ", Replacing.OVERWRITE, " to replace it"));
            return new GrowingTable(out, Replacing.ALWAYS);
        }
        return new GrowingTable(out, replacing);
    }

    private static void write(FeatureTable scored, GrowingTable file) throws InvalidInputException {
        List<FeatureTable> rows = IntStream.range(0, scored.size())
                .mapToObj(row -> scored.only(new int[] {row}))
                .toList();
        for (String note : file.add(rows, GrowingTable.Before.NOTHING).notes()) IJ.log("ICH Radiomics: " + note);
    }

    private static Reference ownCohort(FeatureTable table, List<String> features) throws InvalidInputException {
        return Reference.ownCohort(FeatureColumns.measured(table, features), features);
    }

    /** What a score needs, whatever else the table has; a feature that it lacks is told where cases are scored. */
    private static List<String> scaled(Signature signature, FeatureTable table) throws InvalidInputException {
        List<String> features = signature.features().stream().filter(table::has).toList();
        return features.isEmpty() ? FeatureColumns.of(table, List.of()).features() : features;
    }
}
