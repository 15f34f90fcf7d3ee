package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.measure.ResultsTable;

import org.ichradiomics.feature.FeatureTable;
import org.ichradiomics.feature.FeatureTableCsv;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.References;
import org.ichradiomics.signature.Score;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.signature.Signatures;

/** <i>R-score...</i>: any signature against any reference, for every case of a table that is there. */
public final class TableScoring {

    /** The reference that the table itself makes: z-scores within the cohort. */
    public static final String THIS_TABLE = "this table";

    /** Key → default, in the order of the dialog. */
    public static final Map<String, String> DEFAULTS = Options.defaults(
            "table", "ICH Radiomics",
            "signature", Signatures.ZHAN_2020,
            "reference", References.DEMONSTRATION,
            "out", "");

    private static final String WINDOW = "ICH Radiomics R-scores";

    private TableScoring() {
    }

    /**
     * Scores every case; adds a row for each to the Results table, shows them in a window of their own, and writes the table with its
     * new R-score columns if {@code out} says where.
     *
     * @return the scores in the order of the table
     * @throws InvalidInputException if the table does not have what the signature needs, or a file cannot be read or written
     */
    public static List<Score> run(Options options) throws InvalidInputException {
        FeatureTable table = OpenTable.find(options.get("table"));
        Signature signature = Signatures.find(options.get("signature"));
        Optional<Reference> reference = options.get("reference").equalsIgnoreCase(THIS_TABLE)
                ? Optional.of(Reference.ownCohort(table)) : ExtractOptions.reference(options.get("reference"), signature);
        List<Score> scores = Score.ofEach(signature, reference, table);
        if (!options.get("out").isEmpty()) FeatureTableCsv.write(scored(table, scores), Options.path(options.get("out")));
        List<String> cases = table.cases();
        ResultsTable window = new ResultsTable();
        for (int i = 0; i < scores.size(); i++) {
            fill(ResultsRow.table(), cases.get(i), scores.get(i));
            fill(window, cases.get(i), scores.get(i));
        }
        Screen.show(ResultsRow.table(), "Results");
        Screen.show(window, WINDOW);
        return scores;
    }

    private static FeatureTable scored(FeatureTable table, List<Score> scores) {
        return table.with(FeatureTable.SCORE, scores.stream().map(Score::value).toList())
                .with(FeatureTable.SCORE_REFERENCE, scores.stream().map(Score::reference).toList())
                .with(FeatureTable.SCORE_GROUP, scores.stream().map(s -> s.group().text()).toList())
                .with(FeatureTable.NOTES, scores.stream().map(Score::note).toList());
    }

    private static void fill(ResultsTable table, String label, Score score) {
        List<String> columns = new ArrayList<>(List.of(FeatureTable.SCORE, FeatureTable.SCORE_REFERENCE, FeatureTable.SCORE_GROUP, FeatureTable.NOTES));
        ForeignRows foreign = ForeignRows.before(table, columns);
        table.incrementCounter();
        table.addLabel(label);
        table.addValue(FeatureTable.SCORE, score.value());
        table.addValue(FeatureTable.SCORE_REFERENCE, score.reference());
        table.addValue(FeatureTable.SCORE_GROUP, score.group().text());
        table.addValue(FeatureTable.NOTES, score.note());
        foreign.clear(table);
        ForeignRows.clearOthers(table, columns);
        table.setDecimalPlaces(table.getColumnIndex(FeatureTable.SCORE), ResultsRow.DECIMALS);
    }
}
