package org.ichradiomics.text;

import java.util.List;
import java.util.stream.IntStream;

/** Tables whose numbers have a decimal comma. */
final class DecimalComma {

    private DecimalComma() {}

    /**
     * The rows with 1,5 written as 1.5 in the columns that hold numbers. A column with decimal commas and points stays
     * as it is and is refused when it is needed: beside 1,5 a 1.234 is likely one thousand two hundred and thirty-four,
     * and nobody can tell.
     */
    static List<FeatureTable.Row> withPoints(List<FeatureTable.Row> rows) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).cells().size();
        boolean[] convert = new boolean[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            List<String> cells =
                    rows.stream().map(row -> row.cells().get(column)).toList();
            convert[c] = FeatureTable.holdsNumbers(cells, true, MissingCodes.NONE)
                    && cells.stream().noneMatch(DecimalComma::hasPoint);
        }
        return rows.stream()
                .map(row -> new FeatureTable.Row(
                        row.line(),
                        IntStream.range(0, columns)
                                .mapToObj(c -> {
                                    String cell = row.cells().get(c);
                                    return convert[c]
                                                    && Numeral.parse(cell, true).isPresent()
                                            ? cell.replace(',', '.')
                                            : cell;
                                })
                                .toList()))
                .toList();
    }

    /** Whether a cell is a number with a point. */
    static boolean hasPoint(String cell) {
        return cell.indexOf('.') >= 0 && Numeral.parse(cell, false).isPresent();
    }
}
