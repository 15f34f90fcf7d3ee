package org.ichradiomics.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Tables in workbooks of Excel (.xlsx): a sheet is the CSV file that it would be, cell by cell and line by line. */
final class Workbooks {

    /** What a sheet, and a cell of one, can hold (Excel specifications and limits). */
    private static final int MOST_ROWS = 1_048_576;

    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_LETTERS = 32_767;

    /** Whole numbers beyond this many digits are names, which Excel would round. */
    private static final int EXACT_DIGITS = 15;

    private static final double MOST_EXACT = Math.pow(10, EXACT_DIGITS);

    // Asked of every cell.
    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final Pattern EXACT = Pattern.compile("0|-?[1-9][0-9]{0," + (EXACT_DIGITS - 1) + "}");
    private static final Pattern ZEROS = Pattern.compile("0+");
    private static final Pattern NO_LETTERS = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|[\\\\_*].");
    private static final Pattern OF_A_DATE = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

    /** The first that a zip can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";

    private Workbooks() {}

    /**
     * A sheet as the text of a CSV file, all fields in quotes.
     *
     * @param sheet its name; empty for the first
     * @throws InvalidInputException if the file is no workbook, has no such sheet, or a formula without its value
     */
    static String csv(Path file, Optional<String> sheet) throws InvalidInputException {
        try (InputStream in = Files.newInputStream(file);
                ReadableWorkbook book = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
            return csv(find(book, sheet, file), WholeFile.name(file));
        } catch (IOException | RuntimeException e) {
            throw new InvalidInputException(
                    WholeFile.name(file)
                            + " cannot be read as an Excel workbook: open it in Excel and save it as .xlsx, "
                            + "without a password, or as \"CSV UTF-8\".",
                    e);
        } catch (OutOfMemoryError e) {
            throw TextFile.tooLarge(file, e);
        }
    }

    private static Sheet find(ReadableWorkbook book, Optional<String> sheet, Path file) throws InvalidInputException {
        List<Sheet> all = book.getSheets().toList();
        Optional<Sheet> found = all.stream()
                .filter(one -> sheet.isEmpty() || one.getName().equalsIgnoreCase(sheet.get()))
                .findFirst();
        if (found.isPresent()) return found.get();
        throw new InvalidInputException(WholeFile.name(file) + " has no sheet " + sheet.orElse("at all") + ": choose "
                + all.stream().map(Sheet::getName).collect(Collectors.joining(", ")) + ".");
    }

    private static String csv(Sheet sheet, String file) throws IOException, InvalidInputException {
        StringWriter text = new StringWriter();
        try (Stream<Row> rows = sheet.openStream();
                CsvWriter csv = CsvWriter.builder()
                        .quoteStrategy(QuoteStrategies.ALWAYS)
                        .lineDelimiter(LineDelimiter.LF)
                        .build(text)) {
            int line = 1;
            int width = 0; // of the header: a sheet holds no empty cells at the end of a row
            for (Row row : (Iterable<Row>) rows::iterator) {
                for (; line < row.getRowNum(); line++) csv.writeRecord("");
                List<String> cells = new ArrayList<>();
                for (Cell cell : row) cells.add(cell == null ? "" : text(cell, file));
                while (cells.size() < width) cells.add("");
                if (width == 0 && cells.stream().anyMatch(cell -> !cell.isBlank())) width = cells.size();
                csv.writeRecord(cells);
                line++;
            }
        }
        return text.toString();
    }

    private static String text(Cell cell, String file) throws InvalidInputException {
        if (cell.getType() == CellType.STRING) return cell.asString();
        if (cell.getType() == CellType.BOOLEAN) return cell.asBoolean() ? "TRUE" : "FALSE";
        String raw = cell.getRawValue() == null ? "" : cell.getRawValue();
        if (cell.getType() == CellType.FORMULA && raw.isEmpty()) {
            throw new InvalidInputException("Cell " + cell.getAddress() + " of " + file
                    + " holds a formula whose value was never computed: open the file in Excel and save it.");
        }
        if (cell.getType() != CellType.NUMBER) return raw;
        if (isDate(cell)) return date(cell.asDate(), raw);
        if (WHOLE.matcher(raw).matches()) return padded(raw, cell.getDataFormatString());
        double value = Double.parseDouble(raw);
        // Excel writes 100000 as 1E5; a number of ours that is not whole to Java has a point.
        boolean isWhole = raw.indexOf('.') < 0 && value == Math.rint(value) && Math.abs(value) < MOST_EXACT;
        return isWhole ? Long.toString((long) value) : Double.toString(value);
    }

    /** With the zeros that a format such as 000 shows before it: names of cases. */
    private static String padded(String raw, String format) {
        boolean isOfZeros = format != null && ZEROS.matcher(format).matches() && !raw.startsWith("-");
        return isOfZeros ? "0".repeat(Math.max(0, format.length() - raw.length())) + raw : raw;
    }

    /** Whether a number is shown as a date: one of Excel's own formats of dates, or one with their letters. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) return false;
        if (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58) return true;
        String format = cell.getDataFormatString();
        if (format == null) return false;
        // "General" has none of them.
        return OF_A_DATE.matcher(NO_LETTERS.matcher(format).replaceAll("")).find();
    }

    private static String date(LocalDateTime date, String raw) {
        boolean hasTime = raw.indexOf('.') >= 0 || raw.indexOf('E') >= 0;
        return hasTime || !date.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? date.toString()
                : date.toLocalDate().toString();
    }

    /**
     * A workbook, the same bytes for the same cells. What is a number as this program prints it is one there; all else
     * is text, so that 007 stays as it is and no formula comes in.
     *
     * @param sheets name → rows of cells, the header first
     * @throws InvalidInputException if a sheet is larger than Excel takes
     */
    static WholeFile.Content of(Map<String, List<List<String>>> sheets) throws InvalidInputException {
        for (List<List<String>> rows : sheets.values()) refuseTooLarge(rows);
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(book, "ICH Radiomics", null)) {
            for (Map.Entry<String, List<List<String>>> sheet : sheets.entrySet()) {
                Worksheet page = workbook.newWorksheet(sheet.getKey());
                List<List<String>> rows = sheet.getValue();
                for (int r = 0; r < rows.size(); r++) {
                    for (int c = 0; c < rows.get(r).size(); c++)
                        set(page, r, c, rows.get(r).get(c));
                }
                page.freezePane(0, 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // into memory
        }
        return out -> copyWithoutTime(book.toByteArray(), out);
    }

    private static void set(Worksheet page, int row, int column, String cell) {
        Optional<Number> number = number(cell);
        if (number.isPresent()) page.value(row, column, number.get());
        else if (!cell.isEmpty()) page.value(row, column, cell);
    }

    private static Optional<Number> number(String cell) {
        OptionalDouble value = Numeral.parse(cell, false);
        if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) return Optional.empty();
        if (cell.equals(Double.toString(value.getAsDouble()))) return Optional.of(value.getAsDouble());
        return EXACT.matcher(cell).matches() ? Optional.of(Long.valueOf(cell)) : Optional.empty();
    }

    private static void refuseTooLarge(List<List<String>> rows) throws InvalidInputException {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean isLong = rows.stream().flatMap(List::stream).anyMatch(cell -> cell.length() > MOST_LETTERS);
        if (rows.size() > MOST_ROWS || columns > MOST_COLUMNS || isLong) {
            throw new InvalidInputException("A table of " + rows.size() + " rows and " + columns
                    + " columns is more than a sheet of Excel holds (" + MOST_ROWS + ", " + MOST_COLUMNS + ", and "
                    + MOST_LETTERS + " letters in a cell): write it as .csv.");
        }
    }

    /** The library writes the time of making into one entry, and the zip has one for each. */
    private static void copyWithoutTime(byte[] book, OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        try (ZipFile from = ZipFile.builder().setByteArray(book).get()) {
            for (ZipArchiveEntry entry : Collections.list(from.getEntriesInPhysicalOrder())) {
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                copy.putNextEntry(same);
                copy.write(entry.getName().equals(PROPERTIES) ? withoutTime(bytes) : bytes);
            }
        }
        copy.finish();
    }

    private static byte[] withoutTime(byte[] properties) {
        return new String(properties, StandardCharsets.UTF_8)
                .replaceAll("<dcterms:created[^>]*>[^<]*</dcterms:created>", "")
                .getBytes(StandardCharsets.UTF_8);
    }
}
