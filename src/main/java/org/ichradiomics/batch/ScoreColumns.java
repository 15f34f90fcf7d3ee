package org.ichradiomics.batch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.clinical.ClinicalScore;
import org.ichradiomics.clinical.Scored;
import org.ichradiomics.clinical.ScoredTable;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

/**
 * The clinical scores of a cohort whose list has their variables, as the last columns of its table. The volume is that
 * of the list, if it has one, else the one that was measured.
 *
 * @param list of the cases
 * @param scores for which nothing is wanting
 */
record ScoreColumns(CaseList list, List<ClinicalScore> scores) {

    private static final String VOLUME = "volume_ml";

    static ScoreColumns of(CaseList list) {
        List<String> columns = columns(list);
        return new ScoreColumns(
                list,
                ClinicalScore.all().stream()
                        .filter(score -> score.isIn(columns))
                        .toList());
    }

    /** Those of the list, and the measured volume where it has none of its own. */
    private static List<String> columns(CaseList list) {
        boolean hasVolume = list.columns().stream().anyMatch(VOLUME::equalsIgnoreCase);
        return hasVolume
                ? list.columns()
                : Stream.concat(list.columns().stream(), Stream.of(FeatureTable.VOLUME))
                        .toList();
    }

    List<String> names() {
        return scores.stream().map(ClinicalScore::column).toList();
    }

    /**
     * Refuses columns that could both be an item, before anything is measured.
     *
     * @throws InvalidInputException naming them
     */
    void check() throws InvalidInputException {
        FeatureTable nobody = FeatureTable.of(columns(list), List.of()).titled(list.title());
        for (ClinicalScore score : scores) ScoredTable.of(score, nobody);
    }

    /**
     * A table of the cases with their scores; why one is empty stands in the notes.
     *
     * @param table with the columns of the list, and what was measured
     * @param others the rows that are not of the haematoma, which have no score
     */
    FeatureTable addTo(FeatureTable table, BitSet others) throws InvalidInputException {
        if (scores.isEmpty()) return table;
        List<String> columns = columns(list);
        List<List<String>> texts = new ArrayList<>();
        for (String column : columns) texts.add(table.texts(column));
        FeatureTable known = FeatureTable.of(
                        columns,
                        IntStream.range(0, table.size())
                                .mapToObj(row -> texts.stream()
                                        .map(cells -> cells.get(row))
                                        .toList())
                                .toList())
                .titled(list.title());
        FeatureTable result = table;
        List<String> notes = new ArrayList<>(table.texts(FeatureTable.NOTES));
        for (ClinicalScore score : scores) {
            List<Scored> rows = ScoredTable.of(score, known).rows();
            result = result.with(
                    score.column(),
                    IntStream.range(0, rows.size())
                            .mapToObj(
                                    row -> others.get(row) ? "" : rows.get(row).text())
                            .toList());
            for (int row = 0; row < rows.size(); row++) {
                if (others.get(row) || rows.get(row).score().isPresent()) continue;
                // A list names its columns; windows have other words.
                String none = score.none(rows.get(row).note());
                notes.set(row, (notes.get(row) + " " + none).strip());
            }
        }
        return result.with(FeatureTable.NOTES, notes);
    }
}
