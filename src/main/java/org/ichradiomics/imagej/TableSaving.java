package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.List;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.TableFile;
import org.ichradiomics.text.WholeFile;

/** <i>Save Table...</i>: a table for another program, as CSV, as Excel's CSV, or as a workbook. */
public final class TableSaving {

    private static final Option DIALECT = Option.choice(
                    "Dialect",
                    List.of("plain", "excel"),
                    "How a .csv is written: with commas and decimal points, as everywhere here (plain, the default), "
                            + "or as Excel opens it where numbers have a decimal comma: semicolons, commas in numbers, "
                            + "and a byte order mark (excel).")
            .called("Numbers of a .csv")
            .line("HOW");

    /** Those of <i>Save Table...</i> and {@code table}. */
    public static final List<Option> OPTIONS = List.of(
            CommonOptions.features("Table")
                    .called("Table to save")
                    .place("TABLE")
                    .meaning("A table: the path of a CSV file or Excel workbook (of FILE.xlsx#SHEET that sheet, else "
                            + "the first), in ImageJ also the title of an open table."),
            DIALECT,
            CommonOptions.out("Out", "FILE.xlsx", "The table to write, .csv or .xlsx.")
                    .called("Save to (.csv, .xlsx)")
                    .required(),
            CommonOptions.overwrite("Replace a file of other content that has this name."));

    private TableSaving() {}

    /**
     * Writes a table; values stay as they are, to the last digit.
     *
     * @return what was done, in a sentence
     * @throws InvalidInputException if there is no such table, or the file cannot be written
     */
    public static String run(Options options) throws InvalidInputException {
        FeatureTable table = Tables.OPEN.find(options.get("table"));
        Path out = Options.path(options.need("out", "The path of the table", "path of a .csv or .xlsx file"));
        boolean isWritten = WholeFile.write(
                out, TableFile.content(table, out, options.get("dialect").equals("excel")), options.replacing());
        return (isWritten ? "written: " : "unchanged: ") + options.get("out");
    }
}
