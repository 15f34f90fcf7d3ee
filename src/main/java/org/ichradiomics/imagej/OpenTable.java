package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.WindowManager;
import ij.measure.ResultsTable;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NearFile;
import org.ichradiomics.text.TableFile;

/** A table that is there: in a window, in this session, or in a file. */
public final class OpenTable {

    private static final String RESULTS = "Results";

    private OpenTable() {}

    /**
     * The table of a title, or else of the path of a CSV file.
     *
     * @throws InvalidInputException if there is neither, or it is empty or cannot be read
     */
    public static FeatureTable find(String titleOrPath) throws InvalidInputException {
        Optional<FeatureTable> open = open(titleOrPath);
        return open.isPresent() ? open.get() : FeatureTableCsv.read(file(titleOrPath));
    }

    private static Optional<FeatureTable> open(String titleOrPath) throws InvalidInputException {
        if (titleOrPath.equals(RESULTS)) {
            throw new InvalidInputException(
                    "The Results table may hold rows of others, which read as 0: give the full table, \"ICH "
                            + "Radiomics\", or the path of a CSV file.");
        }
        // What the user sees counts; where there is nothing to see, what was measured.
        ResultsTable window = FullTable.window(titleOrPath);
        if (window != null && window.size() > 0) return Optional.of(of(window).titled(titleOrPath));
        List<Measurement> measured = FullTable.rows(titleOrPath);
        return measured.isEmpty()
                ? Optional.empty()
                : Optional.of(Measurement.table(measured).titled(titleOrPath));
    }

    private static Path file(String titleOrPath) throws InvalidInputException {
        Path file = Options.path(titleOrPath);
        if (titleOrPath.endsWith(".csv") || TableFile.isThere(file)) return file;
        throw new InvalidInputException("There is no open table called " + titleOrPath
                + " and no such file" + NearFile.question(file)
                + ": run Extract... first, or give the path of a CSV file.");
    }

    /**
     * The text of the same table as CSV; of a file the text that it has.
     *
     * @throws InvalidInputException as {@link #find}, as far as that can be told without taking the text apart
     */
    public static String text(String titleOrPath) throws InvalidInputException {
        Optional<FeatureTable> open = open(titleOrPath);
        return open.isPresent() ? FeatureTableCsv.text(open.get()) : TableFile.read(file(titleOrPath));
    }

    /** The titles of the open tables that {@link #find} takes. */
    public static List<String> titles() {
        Stream<String> windows = Stream.of(WindowManager.getNonImageTitles())
                .filter(title -> !title.equals(RESULTS) && ResultsTable.getResultsTable(title) != null);
        return Stream.concat(FullTable.titles().stream(), windows).distinct().toList();
    }

    /** What a dialog suggests where a title is usual: it, or that of a table that is open if it is not. */
    public static String suggested(String usual) {
        List<String> open = titles();
        return usual.isEmpty() || open.isEmpty() || open.contains(usual) ? usual : open.get(0);
    }

    private static FeatureTable of(ResultsTable table) {
        List<String> columns = Stream.of(table.getHeadings())
                .filter(heading -> !heading.isBlank())
                .toList();
        List<List<String>> rows = IntStream.range(0, table.size())
                .mapToObj(row ->
                        columns.stream().map(column -> cell(table, column, row)).toList())
                .toList();
        return FeatureTable.of(columns, rows);
    }

    private static String cell(ResultsTable table, String column, int row) {
        // Row labels are ImageJ's own; our full table has a plain column of that name.
        if (column.equals("Label") && table.getLabel(row) != null) return table.getLabel(row);
        double number = table.getValueAsDouble(table.getColumnIndex(column), row);
        return Double.isNaN(number) ? table.getStringValue(column, row) : Double.toString(number);
    }
}
