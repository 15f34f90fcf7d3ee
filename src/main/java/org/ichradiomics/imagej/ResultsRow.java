package org.ichradiomics.imagej;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.text.Column;
import org.ichradiomics.text.FeatureTable;

/** The compact row in ImageJ's Results table, which macros read with {@code getResult("R-score", row)}. */
final class ResultsRow {

    private static final String RESULTS = "Results";

    static final List<String> FEATURES = List.of(
            "kurtosis",
            "HaralickCorrelation_AllDirection_offset1_SD",
            "ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD");

    /** What is read first. */
    private static final List<String> ANSWER =
            List.of(FeatureTable.VOLUME, FeatureTable.SCORE, FeatureTable.SCORE_GROUP, FeatureTable.NOTES);

    /** All columns besides the label, the answer before the rest. */
    static final List<Column<Measurement>> COLUMNS = Stream.of(
                    Measurement.LESION.stream(),
                    FEATURES.stream().map(Measurement::feature),
                    Measurement.SCORED.stream())
            .flatMap(columns -> columns)
            .sorted(Comparator.comparingInt(ResultsRow::place))
            .toList();

    private static int place(Column<Measurement> column) {
        int place = ANSWER.indexOf(column.name());
        return place < 0 ? ANSWER.size() : place;
    }

    /** Enough to tell −1.43012 from the cutoff −1.430; ImageJ's own default is 3. */
    static final int DECIMALS = 6;

    private ResultsRow() {}

    /** Adds a row; rows of others that are there already get NaN in the columns that are new to them. */
    static void add(Measurement m) {
        ResultsTable table = table();
        ForeignRows.add(table, m.label(), COLUMNS, m, List.of(FeatureTable.VOLUME, "kurtosis", FeatureTable.SCORE));
        Screen.showWide(table, RESULTS);
    }

    /** ImageJ's Results table, ready for rows that are not of <i>Measure</i>. */
    static ResultsTable table() {
        ResultsTable table = Analyzer.getResultsTable();
        // In a table without the headings of Measure, the first Measure would delete our rows.
        if (table.size() == 0) table.setDefaultHeadings();
        return table;
    }

    /** Whether a row of a table is the one that {@link #add} made of a measurement. */
    static boolean shows(ResultsTable table, int row, Measurement m) {
        boolean same = m.label().equals(table.getLabel(row))
                && has(table, row, FeatureTable.VOLUME, m.millilitres())
                && has(table, row, FeatureTable.SCORE, m.score().value());
        for (String feature : FEATURES) same = same && has(table, row, feature, value(m, feature));
        return same
                && m.roi().equals(table.getStringValue(FeatureTable.ROI, row))
                && m.score().reference().equals(table.getStringValue(FeatureTable.SCORE_REFERENCE, row))
                && m.note().equals(table.getStringValue(FeatureTable.NOTES, row));
    }

    /** NaN for a feature of a catalogue that was not measured. */
    private static double value(Measurement m, String feature) {
        return m.features().find(feature).orElse(Double.NaN);
    }

    private static boolean has(ResultsTable table, int row, String column, double value) {
        return table.columnExists(column) && Double.compare(table.getValue(column, row), value) == 0;
    }
}
