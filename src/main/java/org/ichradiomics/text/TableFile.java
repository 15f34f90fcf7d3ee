package org.ichradiomics.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table in a file, by the ending of its name: CSV, or a workbook of Excel ({@code cohort.xlsx}, its first sheet;
 * {@code cohort.xlsx#Patients}, that one), which reads as the CSV that it would be.
 */
public final class TableFile {

    private static final String SHEET = "Table";
    private static final Pattern WORKBOOK = Pattern.compile("(?i)(.*\\.xls[xm])(?:#(.+))?");
    private static final Pattern OTHERS = Pattern.compile("(?i).*\\.(xls|xlsb|ods|numbers)");

    private TableFile() {}

    /** A workbook and which of its sheets is meant. */
    private record Place(Path file, Optional<String> sheet) {

        static Optional<Place> of(Path table) {
            Matcher name = WORKBOOK.matcher(WholeFile.name(table));
            if (!name.matches()) return Optional.empty();
            return Optional.of(new Place(table.resolveSibling(name.group(1)), Optional.ofNullable(name.group(2))));
        }
    }

    /**
     * The text of the table as CSV; of a CSV file as it stands.
     *
     * @throws InvalidInputException if there is no such file or sheet, or it cannot be read
     */
    public static String read(Path table) throws InvalidInputException {
        Optional<Place> workbook = Place.of(table);
        if (workbook.isPresent() && Files.isRegularFile(workbook.get().file)) {
            return Workbooks.csv(workbook.get().file, workbook.get().sheet);
        }
        if (OTHERS.matcher(WholeFile.name(table)).matches() && Files.exists(table)) {
            throw new InvalidInputException(WholeFile.name(table)
                    + " is a workbook that cannot be read here: save it as .xlsx or as \"CSV UTF-8\".");
        }
        return TextFile.read(table);
    }

    /** Whether there is such a file, and not a folder. */
    public static boolean isThere(Path table) {
        return Files.isRegularFile(table)
                || Place.of(table)
                        .filter(place -> Files.isRegularFile(place.file))
                        .isPresent();
    }

    /**
     * What the file holds: the text, or the workbook of the same cells.
     *
     * @param csv the table as CSV
     * @throws InvalidInputException if a workbook cannot hold it, or one of its sheets is named, which could not be
     *     written without the others
     */
    public static WholeFile.Content content(Path table, String csv) throws InvalidInputException {
        Optional<Place> workbook = Place.of(table);
        if (workbook.isEmpty()) return WholeFile.of(csv);
        if (workbook.get().sheet.isPresent()) {
            throw new InvalidInputException(WholeFile.name(table)
                    + " names one sheet, but a workbook is written as a whole: leave out #"
                    + workbook.get().sheet.get() + ".");
        }
        return Workbooks.of(Map.of(SHEET, FeatureTableCsv.cells(csv)));
    }

    /**
     * What the file holds of a table.
     *
     * @param excel whether a CSV file is as Excel opens it where numbers have a decimal comma; a workbook is everywhere
     *     the same
     * @throws InvalidInputException as {@link #content(Path, String)}
     */
    public static WholeFile.Content content(FeatureTable table, Path file, boolean excel) throws InvalidInputException {
        return excel && Place.of(file).isEmpty()
                ? WholeFile.of(FeatureTableCsv.excel(table))
                : content(file, FeatureTableCsv.text(table));
    }
}
