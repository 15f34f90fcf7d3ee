package org.ichradiomics.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.sign.Sign;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Numeral;

/**
 * What somebody has typed in of one case: its row of a table. Nothing else says anything of a patient.
 *
 * @param cells column → text, those that say nothing left out
 */
public record TypedIn(Map<String, String> cells) {

    /** Nothing was typed in. */
    public static final TypedIn NOTHING = new TypedIn(Map.of());

    /** With which files of scans may end whose masks and tables do not. */
    private static final String HU = "_hu";

    private static final List<String> YES = List.of("1", "1.0", "yes", "true");
    private static final List<String> NO = List.of("0", "0.0", "no", "false");
    private static final List<String> UNSURE = List.of("unsure", "unknown");

    /**
     * The row of a case; of a table without names of cases its only row.
     *
     * @throws InvalidInputException if there is no such row, or more than one
     */
    public static TypedIn of(FeatureTable table, String name) throws InvalidInputException {
        List<String> cases = table.cases();
        String bare = name.replaceFirst("(?<=.)" + HU + "$", "");
        boolean isOnly = table.caseColumn().isEmpty() && table.size() == 1;
        List<Integer> rows = IntStream.range(0, table.size())
                .filter(row ->
                        isOnly || cases.get(row).equals(name) || cases.get(row).equals(bare))
                .boxed()
                .toList();
        if (rows.size() != 1) {
            String what = rows.isEmpty() ? "no row" : rows.size() + " rows";
            throw new InvalidInputException(English.capital(table.title()) + " has " + what + " of the case " + name
                    + ": it must have one, with this name in the column \"" + FeatureTable.CASE + "\".");
        }
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : table.columns()) {
            String cell = Numeral.bare(table.texts(column).get(rows.get(0)));
            if (!Numeral.isMissing(cell) && !Numeral.isPlaceholder(cell)) cells.put(column, cell);
        }
        return new TypedIn(cells);
    }

    /** The cell of a column, in capitals or not; null where there is none. */
    String cell(String column) {
        if (cells.containsKey(column)) return cells.get(column);
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().equalsIgnoreCase(column))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /**
     * What the reader says of a sign; empty where nothing was typed in, or that it is not sure.
     *
     * @throws InvalidInputException if the cell is neither yes nor no
     */
    Optional<Boolean> answer(Sign sign) throws InvalidInputException {
        String cell = cell(sign.key());
        if (cell == null && sign == Sign.BLEND) cell = cell("blend_sign");
        if (cell == null || UNSURE.contains(cell.toLowerCase(Locale.ROOT))) return Optional.empty();
        if (YES.contains(cell.toLowerCase(Locale.ROOT))) return Optional.of(true);
        if (NO.contains(cell.toLowerCase(Locale.ROOT))) return Optional.of(false);
        throw new InvalidInputException(
                sign.key() + " is \"" + cell + "\": write 1 (yes) or 0 (no), or leave it empty.");
    }
}
