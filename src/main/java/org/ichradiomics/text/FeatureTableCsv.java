package org.ichradiomics.text;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/**
 * The CSV form of a feature table (RFC 4180). Written: comma, decimal point, LF, UTF-8 without byte order mark, quotes
 * only where needed, doubles as {@link Double#toString} gives them, so that what is read back has the same bits. Read:
 * also semicolon (then with decimal comma) or tab, CRLF, and a byte order mark.
 */
public final class FeatureTableCsv {

    /** In this order where the header has as many of one as of another. */
    private static final List<Character> SEPARATORS = List.of('\t', ';', ',');

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What Excel puts before a header to say how it is separated. */
    private static final String SEPARATOR_LINE = "(?i)^\uFEFF?\"?sep=(.)\"?(?=\\R)";

    private FeatureTableCsv() {}

    /**
     * Reads a table. Blanks around column names are dropped (the AK kit writes " SizeZoneVariability"), as are lines
     * and columns without any content (spreadsheets leave ";;;;" behind).
     *
     * @throws InvalidInputException if the file is missing, not UTF-8, no workbook, empty, not CSV, names a column
     *     twice or one with values not at all, or has a line with more or fewer fields than its header
     */
    public static FeatureTable read(Path file) throws InvalidInputException {
        return parse(TableFile.read(file), file.getFileName().toString());
    }

    /**
     * Writes a table, replacing the file as a whole.
     *
     * @throws InvalidInputException if the file cannot be written; it is then as it was
     */
    public static void write(FeatureTable table, Path file) throws InvalidInputException {
        WholeFile.replace(file, TableFile.content(file, text(table)));
    }

    /** The text of the file. */
    public static String text(FeatureTable table) {
        return line(table.columns()) + lines(table);
    }

    /**
     * Reads a table's text.
     *
     * @param name how sentences call it
     * @throws InvalidInputException as {@link #read}
     */
    public static FeatureTable parse(String text, String name) throws InvalidInputException {
        List<CsvRecord> records = records(text, name).stream()
                .filter(record -> !HeaderLine.isBlank(record))
                .toList();
        if (records.isEmpty()) throw new InvalidInputException(name + " is empty: choose a table with a header line.");
        List<CsvRecord> lines = records.subList(1, records.size());
        HeaderLine header = HeaderLine.of(records.get(0), lines, name);
        List<String> columns = header.columns();
        refuseDoubles(columns, name);
        List<FeatureTable.Row> rows = new ArrayList<>();
        for (CsvRecord record : lines) {
            rows.add(new FeatureTable.Row(record.getStartingLineNumber(), header.cells(record)));
        }
        return new FeatureTable("the table " + name, columns, rows, separator(text) == ';');
    }

    /**
     * The text of a file that Excel opens by a double click where numbers have a decimal comma: semicolons, a byte
     * order mark, CRLF. {@link #read} gives the same table.
     */
    static String excel(FeatureTable table) throws InvalidInputException {
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(text);
        csv.writeRecord(table.columns());
        boolean[] ofNumbers = new boolean[table.columns().size()];
        for (int c = 0; c < ofNumbers.length; c++)
            ofNumbers[c] = table.isNumeric(table.columns().get(c));
        for (int r = 0; r < table.size(); r++) {
            List<String> row = table.row(r);
            csv.writeRecord(IntStream.range(0, ofNumbers.length)
                    .mapToObj(c ->
                            ofNumbers[c] && Numeral.parse(row.get(c), false).isPresent()
                                    ? row.get(c).replace('.', ',')
                                    : row.get(c))
                    .toList());
        }
        return text.toString();
    }

    /** The cells of a text of ours, line by line. */
    static List<List<String>> cells(String text) throws InvalidInputException {
        return records(text, "the table").stream().map(CsvRecord::getFields).toList();
    }

    private static List<CsvRecord> records(String text, String name) throws InvalidInputException {
        if (text.chars().filter(c -> c == '"').count() % 2
                == 1) { // the parser would silently take the rest of the file as one field
            throw new InvalidInputException(
                    name + " has a quotation mark (\") that is opened and never closed: correct it.");
        }
        // The line stays, empty, so that sentences count as editors do.
        String unmarked = text.replaceFirst(SEPARATOR_LINE, "");
        String content = unmarked.startsWith(BYTE_ORDER_MARK) ? unmarked.substring(1) : unmarked;
        try (var stream = CsvReader.builder()
                .fieldSeparator(separator(text))
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(content)
                .stream()) { // both allowed, because we have the better sentence
            return stream.toList();
        } catch (CsvParseException e) {
            throw new InvalidInputException(
                    name + " is not a CSV table (" + e.getMessage() + "): correct it, or choose another file.", e);
        }
    }

    /** The separator that the header, the first line with content, has most of outside quotes. */
    static char separator(String text) {
        Matcher said = Pattern.compile(SEPARATOR_LINE).matcher(text);
        if (said.find()) return said.group(1).charAt(0);
        String header = text.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .replaceAll("\"[^\"]*\"", "");
        char most = ',';
        long count = 0;
        for (char separator : SEPARATORS) {
            long here = header.chars().filter(c -> c == separator).count();
            if (here > count) {
                most = separator;
                count = here;
            }
        }
        return most;
    }

    private static void refuseDoubles(List<String> columns, String name) throws InvalidInputException {
        Set<String> seen = new HashSet<>();
        List<String> doubles =
                columns.stream().filter(column -> !seen.add(column)).distinct().toList();
        if (!doubles.isEmpty()) {
            throw new InvalidInputException(name + " has more than one column of the same name: "
                    + String.join(", ", doubles) + "; rename or remove them.");
        }
    }

    /** The rows without the header. */
    static String lines(FeatureTable table) {
        StringBuilder lines = new StringBuilder();
        for (int r = 0; r < table.size(); r++) {
            lines.append(line(table.row(r)));
        }
        return lines.toString();
    }

    static String line(List<String> cells) {
        StringWriter line = new StringWriter();
        CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(line)
                .writeRecord(cells);
        return line.toString();
    }
}
