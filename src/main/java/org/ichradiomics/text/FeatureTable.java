package org.ichradiomics.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cases × columns, immutable. A cell is text, as in a CSV file; a column becomes numbers when it is asked for, so a
 * stray word in a column that nobody needs disturbs nobody. What says that there is no value is NaN:
 * {@link Numeral#isMissing}, among numbers also {@link Numeral#isPlaceholder}, and what {@link #withMissing} adds.
 */
public final class FeatureTable {

    /** The column of a case's name. */
    public static final String CASE = "case";
    /** The column of the image's title. */
    public static final String LABEL = "Label";
    /** The column of what was drawn: names of ROIs, or a label. */
    public static final String ROI = "ROI";
    /** The column of the volume by voxels. */
    public static final String VOLUME = "Volume (mL)";
    /** The column of how many voxels are inside. */
    public static final String VOXELS = "Voxels";
    /** The column of how many slices they lie on. */
    public static final String SLICES = "Slices";

    /** The column of the paper's score; NaN without a reference. */
    public static final String SCORE = "R-score";
    /** The column that names what the score was read against. */
    public static final String SCORE_REFERENCE = "R-score reference";
    /** The column of the probability of a score that is a logit. */
    public static final String SCORE_PROBABILITY = "R-score probability";
    /** The column of the paper's score; NaN without a reference. */
    public static final String SCORE_GROUP = "R-score group";
    /** The column of what is to be said of a case, in sentences. */
    public static final String NOTES = "Notes";
    /** The column of the hash of the settings, 12 hexadecimal digits. */
    public static final String SETTINGS = "settings";

    /** One case, and the line of the file on which it begins. */
    record Row(long line, List<String> cells) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    private final String title;
    private final List<String> columns;
    private final List<Row> rows;
    private final boolean decimalComma;
    private final MissingCodes missing;

    /**
     * @param title how sentences call the table, e.g. "the table cohort.csv"
     * @param decimalComma whether 1,5 is a number; it is then kept as 1.5
     */
    FeatureTable(String title, List<String> columns, List<Row> rows, boolean decimalComma) {
        this(title, columns, decimalComma ? DecimalComma.withPoints(rows) : rows, decimalComma, MissingCodes.NONE);
        if (new HashSet<>(columns).size() < columns.size()) {
            throw new IllegalArgumentException("there are two columns of one name in " + columns);
        }
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(
                        columns.size() + " columns but " + row.cells().size() + " cells");
            }
        }
    }

    /** Of rows whose numbers are written with points already. */
    private FeatureTable(
            String title, List<String> columns, List<Row> rows, boolean decimalComma, MissingCodes missing) {
        this.title = title;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.decimalComma = decimalComma;
        this.missing = missing;
    }

    /**
     * A table built in memory. Numbers are kept as {@code Double.toString} (or {@code Long.toString} and the like)
     * writes them, so no bit is lost; null is an empty cell.
     *
     * @throws IllegalArgumentException if a column name comes twice or a row has another number of cells than there are
     *     columns
     */
    public static FeatureTable of(List<String> columns, List<? extends List<?>> rows) {
        List<Row> texts = IntStream.range(0, rows.size())
                .mapToObj(r -> new Row(r + 2, texts(rows.get(r)))) // the line that the row will have when it is written
                .toList();
        return new FeatureTable("the table", columns, texts, false);
    }

    private static List<String> texts(List<?> cells) {
        return cells.stream().map(cell -> cell == null ? "" : cell.toString()).toList();
    }

    /**
     * How sentences call the table: "the table cohort.csv", or "the table" if it was built in memory and has no name.
     */
    public String title() {
        return title;
    }

    /** The column names in order. */
    public List<String> columns() {
        return columns;
    }

    /** The number of rows. */
    public int size() {
        return rows.size();
    }

    /** Whether there is such a column. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /**
     * A name for each row: the column {@code case}, else {@code id}, else {@code Label}, else a first column without a
     * name (as R and pandas write), else the row's number from 1.
     */
    public List<String> cases() {
        Optional<String> named = caseColumn();
        return named.isPresent()
                ? column(columns.indexOf(named.get()))
                : IntStream.rangeClosed(1, size()).mapToObj(Integer::toString).toList();
    }

    /** The column that {@link #cases} finds; empty if rows have numbers only. */
    public Optional<String> caseColumn() {
        return CaseColumns.name(columns);
    }

    /**
     * A column as it stands in the file.
     *
     * @throws InvalidInputException if there is no such column
     */
    public List<String> texts(String column) throws InvalidInputException {
        return column(index(column));
    }

    /**
     * A column's cells without blanks around them, empty where they say that there is no value.
     *
     * @throws InvalidInputException if there is no such column
     */
    public List<String> known(String column) throws InvalidInputException {
        int c = index(column);
        boolean amongNumbers = placeholdersAreMissing(c);
        return column(c).stream()
                .map(cell -> missing.has(cell)
                                || amongNumbers && Numeral.isPlaceholder(cell)
                                || Double.isNaN(missing.without(
                                        Numeral.parse(cell, false).orElse(0)))
                        ? ""
                        : Numeral.bare(cell))
                .toList();
    }

    /**
     * Whether a column is one of numbers: at least half of its cells, what stands for no value aside.
     *
     * @throws InvalidInputException if there is no such column
     */
    public boolean isNumeric(String column) throws InvalidInputException {
        return holdsNumbers(column(index(column)), false, missing);
    }

    /**
     * Whether at least half of a column's cells are numbers or are meant as some: 5,123.4 and 12 mL.
     *
     * @throws InvalidInputException if there is no such column
     */
    public boolean isMeantNumeric(String column) throws InvalidInputException {
        List<String> filled = known(column).stream()
                .filter(cell -> !cell.isEmpty() && !Numeral.isPlaceholder(cell))
                .toList();
        long meant = filled.stream()
                .filter(cell -> number(cell).isPresent() || Blemish.isMeantAsNumber(cell))
                .count();
        return meant > 0 && 2 * meant >= filled.size();
    }

    /**
     * The first cell of a column that keeps it from being read as numbers, in a sentence without a period; empty if
     * none does.
     *
     * @throws InvalidInputException if there is no such column
     */
    public Optional<String> stray(String column) throws InvalidInputException {
        int c = index(column);
        OptionalInt row = firstText(c);
        return row.isEmpty() ? Optional.empty() : Optional.of(where(row.getAsInt(), c) + ", which is not a number");
    }

    /**
     * Whether a column has no value in any row.
     *
     * @throws InvalidInputException if there is no such column
     */
    public boolean isEmpty(String column) throws InvalidInputException {
        return known(column).stream().allMatch(String::isEmpty);
    }

    /**
     * Whether a row has no value in any of some columns.
     *
     * @throws InvalidInputException if there is no such column
     */
    public boolean[] blank(List<String> some) throws InvalidInputException {
        int[] places = places(some);
        boolean[] blank = new boolean[size()];
        for (int r = 0; r < blank.length; r++) {
            List<String> cells = rows.get(r).cells();
            blank[r] = IntStream.of(places)
                    .allMatch(c -> Double.isNaN(number(cells.get(c)).orElse(0)));
        }
        return blank;
    }

    /** The same table, in which some more words stand for no value. The cells stay as they are written. */
    public FeatureTable withMissing(List<String> codes) {
        return codes.isEmpty() ? this : new FeatureTable(title, columns, rows, decimalComma, MissingCodes.of(codes));
    }

    /**
     * A column as numbers, NaN where a cell is empty, NA or NaN.
     *
     * @throws InvalidInputException if there is no such column, a cell holds text, or it cannot be told which mark is
     *     the decimal one
     */
    public double[] values(String column) throws InvalidInputException {
        return values(List.of(column))[0];
    }

    /**
     * Several columns as numbers, column × row.
     *
     * @throws InvalidInputException as {@link #values(String)}
     */
    public double[][] values(List<String> some) throws InvalidInputException {
        int[] places = places(some);
        double[][] values = new double[places.length][size()];
        boolean[] asked = new boolean[places.length];
        for (int r = 0; r < size(); r++) {
            List<String> cells = rows.get(r).cells();
            for (int j = 0; j < places.length; j++) {
                OptionalDouble number = number(cells.get(places[j]));
                if (number.isEmpty() && !asked[j]) {
                    OptionalInt text = firstText(places[j]);
                    if (text.isPresent()) throw new InvalidInputException(notANumber(text.getAsInt(), places[j]));
                    asked[j] = true;
                }
                values[j][r] = number.orElse(Double.NaN);
            }
        }
        return values;
    }

    /** NaN for what says that there is no value; nothing for text, placeholders among it. */
    private OptionalDouble number(String cell) {
        if (missing.has(cell)) return OptionalDouble.of(Double.NaN);
        OptionalDouble number = Numeral.parse(cell, false);
        return number.isEmpty() ? number : OptionalDouble.of(missing.without(number.getAsDouble()));
    }

    /** Whether a hyphen or a point in a column stands for no value, since all its other values are numbers. */
    private boolean placeholdersAreMissing(int c) {
        return firstText(c).isEmpty();
    }

    /** The first row whose cell is neither a number nor anything that may stand for no value. */
    private OptionalInt firstText(int c) {
        return IntStream.range(0, size())
                .filter(r -> number(rows.get(r).cells().get(c)).isEmpty()
                        && !Numeral.isPlaceholder(rows.get(r).cells().get(c)))
                .findFirst();
    }

    /**
     * The columns of numbers that may be features, in order: all but those about the case, if at least half of their
     * filled cells are numbers or are meant as some. Half, so that a typing error in a feature is met and refused by
     * {@link #values}, and so are numbers with thousands separators; a column of comments with a number among them is
     * not taken for a feature.
     */
    public List<String> features() {
        Optional<String> names = caseColumn();
        int[] candidates = IntStream.range(0, columns.size())
                .filter(c -> !columns.get(c).isEmpty()
                        && !CaseColumns.isNeverFeature(columns.get(c))
                        && names.filter(columns.get(c)::equals).isEmpty())
                .toArray();
        int[] filled = new int[columns.size()];
        int[] numbers = new int[columns.size()];
        // Row by row, as the cells lie in memory: a table of millions of cells takes seconds else.
        for (Row row : rows) {
            for (int c : candidates) {
                String cell = row.cells().get(c);
                OptionalDouble number = number(cell);
                if (number.isEmpty() ? Numeral.isPlaceholder(cell) : Double.isNaN(number.getAsDouble())) continue;
                filled[c]++;
                numbers[c] += number.isPresent() || Blemish.isMeantAsNumber(cell) ? 1 : 0;
            }
        }
        return IntStream.of(candidates)
                .filter(c -> numbers[c] > 0 && 2 * numbers[c] >= filled[c])
                .mapToObj(columns::get)
                .toList();
    }

    /**
     * The hash of the settings with which all rows were measured; empty if the table does not say.
     *
     * @throws InvalidInputException if rows were measured with different settings, or only some of them say with which
     */
    public Optional<String> settings() throws InvalidInputException {
        if (!has(SETTINGS) || rows.isEmpty()) return Optional.empty();
        Map<String, Long> hashes = texts(SETTINGS).stream()
                .map(String::strip)
                .collect(Collectors.groupingBy(hash -> hash, LinkedHashMap::new, Collectors.counting()));
        if (hashes.size() > 1) {
            throw new InvalidInputException(English.capital(title) + " has rows of different settings ("
                    + hashes.entrySet().stream()
                            .map(e -> (e.getKey().isEmpty() ? "none" : e.getKey()) + ": "
                                    + English.counted(e.getValue(), "row"))
                            .collect(Collectors.joining(", "))
                    + "): extract all cases with the same settings.");
        }
        return Optional.of(hashes.keySet().iterator().next()).filter(hash -> !hash.isEmpty());
    }

    /**
     * This table with one column set: replaced where it stands, or added at the end.
     *
     * @param cells one for each row; see {@link #of} for how numbers are kept
     * @throws IllegalArgumentException if there is not one cell for each row
     */
    public FeatureTable with(String column, List<?> cells) {
        if (cells.size() != size()) {
            throw new IllegalArgumentException(size() + " rows but " + cells.size() + " cells for " + column);
        }
        int c = columns.indexOf(column);
        List<String> header = new ArrayList<>(columns);
        if (c < 0) header.add(column);
        List<String> texts = texts(cells);
        List<Row> result = new ArrayList<>();
        for (int r = 0; r < size(); r++) {
            List<String> row = new ArrayList<>(row(r));
            if (c < 0) {
                row.add(texts.get(r));
            } else {
                row.set(c, texts.get(r));
            }
            result.add(new Row(rows.get(r).line(), row));
        }
        return new FeatureTable(title, header, result, decimalComma, missing);
    }

    /** The same with several columns, of things that belong to the rows. */
    public <T> FeatureTable with(List<Column<T>> some, List<? extends T> things) {
        FeatureTable table = this;
        for (Column<T> column : some)
            table = table.with(column.name(), things.stream().map(column::of).toList());
        return table;
    }

    /** The same table under a name, which sentences then call "the table name". */
    public FeatureTable titled(String name) {
        return called("the table " + name);
    }

    /** The same table, as sentences call it. */
    public FeatureTable called(String what) {
        return new FeatureTable(what, columns, rows, decimalComma, missing);
    }

    /** Some of the rows, in the order given; they keep the lines by which sentences name them. */
    public FeatureTable only(int[] some) {
        return new FeatureTable(
                title, columns, IntStream.of(some).mapToObj(rows::get).toList(), decimalComma, missing);
    }

    /** The line of the file on which a row begins. */
    public long line(int row) {
        return rows.get(row).line();
    }

    List<String> row(int r) {
        return rows.get(r).cells();
    }

    private List<String> column(int c) {
        return rows.stream().map(row -> row.cells().get(c)).toList();
    }

    private int[] places(List<String> some) throws InvalidInputException {
        int[] places = new int[some.size()];
        for (int j = 0; j < places.length; j++) places[j] = index(some.get(j));
        return places;
    }

    private int index(String column) throws InvalidInputException {
        int c = columns.indexOf(column);
        if (c < 0) {
            throw new InvalidInputException(English.capital(title) + " has no column \"" + column + "\""
                    + Nearest.question(column, columns)
                    + ": add it or choose another table.");
        }
        return c;
    }

    static boolean holdsNumbers(List<String> cells, boolean decimalComma, MissingCodes missing) {
        List<String> filled = cells.stream()
                .filter(cell -> !missing.has(cell) && !Numeral.isPlaceholder(cell))
                .toList();
        long numbers = filled.stream()
                .filter(cell -> Numeral.parse(cell, decimalComma).isPresent())
                .count();
        return numbers > 0 && 2 * numbers >= filled.size();
    }

    private String notANumber(int r, int c) {
        String cell = row(r).get(c);
        String what = where(r, c);
        if (decimalComma && Numeral.isAmbiguous(cell)) {
            return what + ", which can be read in two ways: write the number without thousands separators.";
        }
        Optional<Row> point = rows.stream()
                .filter(row -> DecimalComma.hasPoint(row.cells().get(c)))
                .findFirst();
        if (decimalComma && point.isPresent() && Numeral.parse(cell, true).isPresent()) {
            return what + " but \"" + point.get().cells().get(c) + "\" in line "
                    + point.get().line()
                    + ": write all its numbers with a comma or all with a point, without thousands separators.";
        }
        return what + ", "
                + Blemish.of(cell)
                        .map(Blemish::advice)
                        .orElse("which is not a number: correct it, or leave the cell empty")
                + ".";
    }

    private String where(int r, int c) {
        return "Column \"" + columns.get(c) + "\" of " + title + " has \"" + row(r).get(c) + "\" in line "
                + rows.get(r).line()
                + " (case " + cases().get(r) + ")";
    }
}
