package org.ichradiomics.imagej;

import java.util.List;

import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.text.InvalidInputException;

/** What scripts and {@code call(...)} ask for; nobody is there to answer questions. */
public final class Scripting {

    private Scripting() {}

    /** @throws IllegalArgumentException if something cannot be measured; the message is one sentence */
    public static ResultsTable extract(ImagePlus image, ImagePlus maskOrNull, String options) {
        try {
            return FullTable.of(
                    Extraction.run(image, maskOrNull, ExtractOptions.parse(options), LesionFinder.Asker.NOBODY));
        } catch (InvalidInputException e) {
            throw new IllegalArgumentException(e.in(MenuWords.INSTANCE), e);
        }
    }

    /**
     * A value of a row of the Results table.
     *
     * @param row from 0
     * @param name a feature, or a column of the full table
     * @return the number with all its digits, or the text
     * @throws InvalidInputException if there is no such row or name, or somebody else's row; another row's value would
     *     pass for it
     */
    public static String value(int row, String name) throws InvalidInputException {
        ResultsTable results = ResultsTable.getResultsTable();
        if (row < 0 || row >= results.size()) {
            throw new InvalidInputException(
                    "There is no row " + row + " in the Results table: it has " + results.size() + ", from 0.");
        }
        List<Measurement> all = FullTable.all();
        // The newest, if several are alike.
        for (int i = all.size() - 1; i >= 0; i--) {
            if (ResultsRow.shows(results, row, all.get(i))) return all.get(i).cell(name);
        }
        throw new InvalidInputException(
                "Row " + row + " of the Results table was not written by Extract...: give the row of a haematoma.");
    }
}
