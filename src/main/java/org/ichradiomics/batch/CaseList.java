package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.ichradiomics.scan.Labels;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.ListedPath;
import org.ichradiomics.text.Numeral;

/**
 * The cases of a cohort, in order: from a folder by the names of its files ({@link CaseFolder}), or from a CSV file
 * with the columns {@code case,image,mask} and, as wanted, {@code mask_label,followup,followup_mask} and columns of
 * one's own ({@link ListColumn}). Paths count from the folder of the CSV file.
 *
 * @param title how sentences call the list: the name of its file or folder
 * @param cases at least one, each of another id
 * @param columns names of the columns that are kept
 */
public record CaseList(String title, List<BatchCase> cases, List<String> columns) {

    /** At either end of a cell; spreadsheets and web pages leave some that nobody sees. */
    private static final String BLANKS = "^[\\s\\p{Z}\\uFEFF\\u200B]+|[\\s\\p{Z}\\uFEFF\\u200B]+$";

    /** A label among missing ones, as pandas writes it: 1.0. */
    private static final Pattern WHOLE = Pattern.compile("^(\\d+)\\.0+$");

    public CaseList {
        cases = List.copyOf(cases);
        columns = List.copyOf(columns);
    }

    /**
     * Reads a list. Whether its files are there is not looked at: that is told case by case.
     *
     * @throws InvalidInputException if there is no such file or folder, a column is missing, an id is blank or comes
     *     twice, or there is no case
     */
    public static CaseList read(Path csvOrFolder) throws InvalidInputException {
        CaseList list = Files.isDirectory(csvOrFolder) ? CaseFolder.read(csvOrFolder) : ofTable(csvOrFolder);
        if (list.cases.isEmpty())
            throw new InvalidInputException(list.title + " holds no case: put a scan and its mask there.");
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int row = 0; row < list.cases.size(); row++) {
            String id = list.cases.get(row).id();
            if (id.isBlank())
                throw new InvalidInputException(
                        "Case number " + (row + 1) + " of " + list.title + " has no id: give it one.");
            Integer first = seen.putIfAbsent(id, row + 1);
            if (first != null) {
                throw new InvalidInputException("The case " + id + " comes twice in " + list.title + ", as case number "
                        + first + " and " + (row + 1) + ": give each an id of its own.");
            }
        }
        return list;
    }

    /** The same cases with a label of the mask where the list names none. */
    public CaseList labelled(String label) {
        return new CaseList(
                title,
                cases.stream()
                        .map(one -> one.label().equals(Labels.ANY) ? one.withLabel(label) : one)
                        .toList(),
                columns);
    }

    /** Whether any case has a second scan, so that the table has columns of growth. */
    boolean hasFollowup() {
        return cases.stream().anyMatch(BatchCase::hasFollowup);
    }

    private static CaseList ofTable(Path csv) throws InvalidInputException {
        FeatureTable table = FeatureTableCsv.read(csv);
        String title = csv.getFileName().toString();
        Map<ListColumn, List<String>> cells = new EnumMap<>(ListColumn.class);
        List<String> kept = new ArrayList<>(table.columns());
        kept.remove(""); // names of rows, as R and pandas write them
        for (ListColumn column : ListColumn.values()) {
            Optional<String> name = column.in(table.columns(), title);
            if (name.isEmpty()) continue;
            cells.put(column, table.texts(name.get()));
            kept.remove(name.get());
        }
        List<List<String>> others = new ArrayList<>();
        for (String column : kept) others.add(table.texts(column));
        Path folder = csv.toAbsolutePath().getParent();
        List<BatchCase> cases = IntStream.range(0, table.size())
                .mapToObj(row -> of(
                        cells,
                        row,
                        folder,
                        others.stream().map(texts -> texts.get(row)).toList()))
                .toList();
        return new CaseList(title, cases, kept);
    }

    /** A case whose files cannot be named here is told with its reason; it must not cost the others. */
    private static BatchCase of(Map<ListColumn, List<String>> cells, int row, Path folder, List<String> kept) {
        String id = text(cells, ListColumn.CASE, row);
        String given = text(cells, ListColumn.MASK_LABEL, row);
        String label = given.isEmpty() ? Labels.ANY : WHOLE.matcher(given).replaceFirst("$1");
        Map<ListColumn, Path> files = new EnumMap<>(ListColumn.class);
        try {
            for (ListColumn column : ListColumn.FILES) {
                String text = text(cells, column, row);
                if (!text.isEmpty()) files.put(column, ListedPath.of(folder, text));
            }
            return new BatchCase(id, files, label, kept);
        } catch (InvalidInputException e) {
            return BatchCase.unreadable(id, label, kept, e);
        }
    }

    private static String text(Map<ListColumn, List<String>> cells, ListColumn column, int row) {
        String text = cells.containsKey(column) ? cells.get(column).get(row).replaceAll(BLANKS, "") : "";
        return column != ListColumn.CASE && Numeral.isMissing(text) ? "" : text;
    }
}
