package org.ichradiomics.study.output;

import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.NumberText;

/**
 * A CSV file for another program: numbers with all their digits, NA where there is none, Inf and -Inf, as R writes and
 * reads them.
 */
final class Rows {

    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    Rows(String... columns) {
        this.columns = List.of(columns);
    }

    Rows(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Adds a row of texts, numbers and truths (1 and 0); null is NA. */
    void add(Object... cells) {
        if (cells.length != columns.size())
            throw new IllegalArgumentException(columns.size() + " columns but " + cells.length + " cells");
        List<String> row = new ArrayList<>();
        for (Object cell : cells) row.add(cell(cell));
        rows.add(row);
    }

    /** The file's text. */
    String text() {
        return FeatureTableCsv.text(FeatureTable.of(columns, rows));
    }

    static String cell(Object cell) {
        if (cell == null) return "NA";
        if (cell instanceof Boolean truth) return truth ? "1" : "0";
        if (cell instanceof Double number) return number(number);
        return cell.toString();
    }

    static String number(double number) {
        if (Double.isNaN(number)) return "NA";
        if (Double.isInfinite(number)) return number > 0 ? "Inf" : "-Inf";
        return NumberText.plain(number);
    }
}
