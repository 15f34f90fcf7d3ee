package org.ichradiomics.imagej;

import java.util.List;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.report.Measurement;

/** What scripts and {@code call(...)} ask for; nobody is there to answer questions. */
public final class Scripting {

    private Scripting() {
    }

    /** @throws IllegalArgumentException if something cannot be measured; the message is one sentence */
    public static ResultsTable extract(ImagePlus image, ImagePlus maskOrNull, String options) {
        try {
            return FullTable.of(Extraction.run(image, maskOrNull, ExtractOptions.parse(options), LesionFinder.Asker.NOBODY));
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * A value of a row: of the Results table's row if it is one of ours, else of the full table's row.
     *
     * @param row  from 0
     * @param name a feature, or a column of the full table
     * @return the number with all its digits, or the text
     * @throws InvalidInputException if there is no such row or name
     */
    static String value(int row, String name) throws InvalidInputException {
        List<Measurement> all = FullTable.all();
        Measurement measurement = inResults(row, all);
        if (measurement == null) {
            if (row < 0 || row >= all.size()) {
                throw new InvalidInputException("There is no row " + row + ": " + all.size() + " were measured, from 0.");
            }
            measurement = all.get(row);
        }
        return measurement.cell(name);
    }

    /** The measurement that a row of the Results table shows; the newest, if several are alike. */
    private static Measurement inResults(int row, List<Measurement> all) {
        ResultsTable results = ResultsTable.getResultsTable();
        if (results == null || row < 0 || row >= results.size()) return null;
        for (int i = all.size() - 1; i >= 0; i--) {
            if (shows(results, row, all.get(i))) return all.get(i);
        }
        return null;
    }

    private static boolean shows(ResultsTable results, int row, Measurement m) {
        for (String feature : ResultsRow.FEATURES) {
            if (!results.columnExists(feature) || Double.compare(results.getValue(feature, row), m.features().get(feature)) != 0) return false;
        }
        return m.label().equals(results.getLabel(row)) && m.roi().equals(results.getStringValue("ROI", row));
    }
}
