package org.ichradiomics.signature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;
import org.ichradiomics.text.Numeral;

/**
 * The coefficients of a model as other programs and papers have them: a CSV or tab-separated table with a header, what
 * R prints of {@code coef(glmnet)} or Python of a series, an object of JSON, or a table copied from a page.
 *
 * @param rows one for each term that has an effect, in their order
 * @param zero how many were left out since their coefficient is 0
 */
public record Coefficients(List<Row> rows, int zero) {

    private static final List<String> INTERCEPTS = List.of("(intercept)", "intercept", "constant", "const", "_cons");

    /** What is written in columns. */
    private enum Part {
        TERM("term", "feature", "variable", "covariate", "predictor", "name", "parameter", ""),
        COEFFICIENT(
                "coefficient", "coef", "beta", "weight", "estimate", "b", "s0", "s1", "x", "lambda.min", "lambda.1se"),
        MEAN("mean", "mu"),
        SD("sd", "std", "scale", "standard deviation", "std. dev."),
        UNIT("unit", "units"),
        KIND("kind", "type"),
        OF("of", "model");

        private final List<String> names;

        Part(String... names) {
            this.names = List.of(names);
        }

        private static Optional<Part> of(String column) {
            String plain = column.strip().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(part -> part.names.contains(plain))
                    .findFirst();
        }
    }

    /**
     * One coefficient.
     *
     * @param of the part of the model to which it belongs; empty: the model itself
     * @param term its name, or that of an intercept
     * @param mean empty where none is given
     * @param sd empty where none is given
     * @param unit of a clinical variable, or its coding, {@code no=0; yes=1}; may be empty
     * @param kind {@code feature}, {@code clinical}, {@code score}, {@code probability}, or empty
     */
    public record Row(
            String of,
            String term,
            double coefficient,
            Optional<Double> mean,
            Optional<Double> sd,
            String unit,
            String kind) {

        /** Whether it is a model's constant. */
        public boolean isIntercept() {
            return INTERCEPTS.contains(term.toLowerCase(Locale.ROOT));
        }
    }

    public Coefficients {
        rows = List.copyOf(rows);
    }

    /**
     * Takes a text apart.
     *
     * @param name how sentences call it
     * @throws InvalidInputException if no term and coefficient are found in it, or a cell is no number
     */
    public static Coefficients parse(String text, String name) throws InvalidInputException {
        String plain = text.replace('\u00a0', ' ').replace('\u2212', '-').replaceAll("\u2013(?=[\\d.])", "-");
        List<Row> all;
        if (plain.strip().startsWith("{")) {
            all = json(JsonFields.parse(plain, name));
        } else {
            all = isTable(plain) ? table(FeatureTableCsv.parse(plain, name)) : printed(plain, name);
        }
        List<Row> some = all.stream()
                .filter(row -> row.isIntercept() || row.coefficient() != 0)
                .toList();
        if (some.stream().allMatch(Row::isIntercept))
            throw new InvalidInputException(name + " has no term with a coefficient: give a table with the columns "
                    + "term, coefficient and, as known, mean, sd, unit.");
        return new Coefficients(some, all.size() - some.size());
    }

    private static List<Row> json(JsonFields json) throws InvalidInputException {
        List<Row> rows = new ArrayList<>();
        for (String key : json.keys()) rows.add(row(Map.of(Part.TERM, key), json.number(key)));
        return rows;
    }

    /** Whether its first line names columns that a separator divides. */
    private static boolean isTable(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        List<String> cells =
                Arrays.stream(header.split("[,;\t]", -1)).map(Numeral::bare).toList();
        return cells.size() > 1
                && (cells.get(0).isEmpty() || Numeral.parse(cells.get(1), false).isEmpty())
                && (cells.size() == 2
                        || cells.stream().anyMatch(cell -> Part.of(cell).isPresent()));
    }

    private static List<Row> table(FeatureTable table) throws InvalidInputException {
        Map<Part, String> columns = new HashMap<>();
        for (String column : table.columns()) Part.of(column).ifPresent(part -> columns.putIfAbsent(part, column));
        List<String> names = table.columns();
        columns.putIfAbsent(Part.TERM, names.get(0));
        if (names.size() == 2) columns.putIfAbsent(Part.COEFFICIENT, names.get(1));
        if (!columns.containsKey(Part.COEFFICIENT))
            throw new InvalidInputException(English.capital(table.title())
                    + " has no column \"coefficient\": name the one with the coefficients so.");
        double[] coefficients = table.values(columns.get(Part.COEFFICIENT));
        List<Row> rows = new ArrayList<>();
        for (int r = 0; r < table.size(); r++) {
            Map<Part, String> cells = new HashMap<>();
            for (Map.Entry<Part, String> column : columns.entrySet())
                cells.put(
                        column.getKey(),
                        Numeral.bare(table.texts(column.getValue()).get(r)));
            if (!Double.isFinite(coefficients[r]))
                throw new InvalidInputException("The term " + cells.get(Part.TERM) + " of " + table.title()
                        + " has no coefficient: give it one, or remove the line.");
            rows.add(row(cells, coefficients[r]));
        }
        return rows;
    }

    private static Row row(Map<Part, String> cells, double coefficient) throws InvalidInputException {
        return new Row(
                cells.getOrDefault(Part.OF, ""),
                cells.get(Part.TERM),
                coefficient,
                number(cells, Part.MEAN),
                number(cells, Part.SD),
                cells.getOrDefault(Part.UNIT, ""),
                cells.getOrDefault(Part.KIND, "").toLowerCase(Locale.ROOT));
    }

    private static Optional<Double> number(Map<Part, String> cells, Part part) throws InvalidInputException {
        String cell = cells.getOrDefault(part, "");
        if (Numeral.isMissing(cell) || Numeral.isPlaceholder(cell)) return Optional.empty();
        OptionalDouble number = Numeral.parse(cell, false);
        if (number.isPresent() && Double.isFinite(number.getAsDouble())) return Optional.of(number.getAsDouble());
        throw new InvalidInputException("The " + part.names.get(0) + " of " + cells.get(Part.TERM) + " is \"" + cell
                + "\", which is not a number: correct it, or leave it empty.");
    }

    /** Columns divided by blanks, as a screen has them; the lines before the first coefficient are a header. */
    private static List<Row> printed(String text, String name) throws InvalidInputException {
        List<Part> header = List.of(Part.TERM, Part.COEFFICIENT);
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            List<String> cells = cells(line);
            if (cells.isEmpty()
                    || line.strip().startsWith("dtype:")
                    || line.strip().startsWith("Name:")) continue;
            List<Part> named =
                    cells.stream().flatMap(cell -> Part.of(cell).stream()).toList();
            boolean isHeader = rows.isEmpty() && named.size() > 1 && named.get(0) == Part.TERM;
            if (isHeader) header = named;
            Map<Part, String> row = new HashMap<>();
            for (int c = 0; c < Math.min(cells.size(), header.size()); c++) row.put(header.get(c), cells.get(c));
            String coefficient = row.getOrDefault(Part.COEFFICIENT, "");
            OptionalDouble value = coefficient.equals(".") ? OptionalDouble.of(0) : Numeral.parse(coefficient, false);
            boolean isRow = cells.size() <= header.size() && value.isPresent() && Double.isFinite(value.getAsDouble());
            if (isRow) rows.add(row(row, value.getAsDouble()));
            else if (!rows.isEmpty())
                throw new InvalidInputException("Line " + number + " of " + name + ", \"" + line.strip()
                        + "\", is not a term with its "
                        + header.stream().skip(1).map(part -> part.names.get(0)).collect(Collectors.joining(", "))
                        + ": correct or remove it.");
        }
        return rows;
    }

    /** Cells stand two blanks apart; where none do, all that is no number at the end of a line is the term. */
    private static List<String> cells(String line) {
        String bare = line.strip().replaceAll("\\s*[|]\\s*", "  ").strip();
        if (bare.isEmpty()) return List.of();
        if (bare.contains("\t") || Pattern.compile("\\S {2,}\\S").matcher(bare).find())
            return Arrays.stream(bare.split("\t| {2,}")).map(Numeral::bare).toList();
        List<String> words = new ArrayList<>(List.of(bare.split("\\s+")));
        int end = words.size();
        while (end > 1
                && (words.get(end - 1).equals(".")
                        || Numeral.parse(words.get(end - 1), false).isPresent())) end--;
        if (end == words.size()) return words;
        List<String> cells = new ArrayList<>(List.of(Numeral.bare(String.join(" ", words.subList(0, end)))));
        cells.addAll(words.subList(end, words.size()));
        return cells;
    }
}
