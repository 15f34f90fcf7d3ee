package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.ichradiomics.feature.FeatureTable;
import org.ichradiomics.feature.FeatureTableCsv;
import org.ichradiomics.format.Labels;
import org.ichradiomics.region.InvalidInputException;

/**
 * The cases of a cohort, in order: from a folder by the names of its files ({@link CaseFolder}), or from a CSV file with the columns
 * {@code case,image,mask} and, as wanted, {@code mask_label,followup,followup_mask} and columns of one's own. Paths count from the folder of
 * the CSV file.
 *
 * @param title   how sentences call the list: the name of its file or folder
 * @param cases   at least one, each of another id
 * @param columns names of the columns that are kept
 */
public record CaseList(String title, List<BatchCase> cases, List<String> columns) {

    private static final String IMAGE = "image";
    private static final String MASK = "mask";
    private static final String LABEL = "mask_label";
    private static final String FOLLOWUP = "followup";
    private static final String FOLLOWUP_MASK = "followup_mask";
    private static final Set<String> OURS = Set.of(FeatureTable.CASE, IMAGE, MASK, LABEL, FOLLOWUP, FOLLOWUP_MASK);

    public CaseList {
        cases = List.copyOf(cases);
        columns = List.copyOf(columns);
    }

    /**
     * Reads a list. Whether its files are there is not looked at: that is told case by case.
     *
     * @throws InvalidInputException if there is no such file or folder, a column is missing, an id is blank or comes twice, or there is no case
     */
    public static CaseList read(Path csvOrFolder) throws InvalidInputException {
        CaseList list = Files.isDirectory(csvOrFolder) ? CaseFolder.read(csvOrFolder) : ofTable(csvOrFolder);
        if (list.cases.isEmpty()) throw new InvalidInputException(list.title + " holds no case: put a scan and its mask there.");
        Map<String, Integer> seen = new LinkedHashMap<>();
        for (int row = 0; row < list.cases.size(); row++) {
            String id = list.cases.get(row).id();
            if (id.isBlank()) throw new InvalidInputException("Case number " + (row + 1) + " of " + list.title + " has no id: give it one.");
            Integer first = seen.putIfAbsent(id, row + 1);
            if (first != null) {
                throw new InvalidInputException("The case " + id + " comes twice in " + list.title + ", as case number " + first + " and "
                        + (row + 1) + ": give each an id of its own.");
            }
        }
        return list;
    }

    /** The same cases with a label of the mask where the list names none. */
    public CaseList labelled(String label) {
        return new CaseList(title, cases.stream().map(one -> one.label().equals(Labels.ANY) ? one.withLabel(label) : one).toList(), columns);
    }

    /** Whether any case has a second scan, so that the table has columns of growth. */
    boolean hasFollowup() {
        return cases.stream().anyMatch(BatchCase::hasFollowup);
    }

    private static CaseList ofTable(Path csv) throws InvalidInputException {
        FeatureTable table = FeatureTableCsv.read(csv);
        String title = csv.getFileName().toString();
        for (String needed : List.of(FeatureTable.CASE, IMAGE, MASK)) {
            if (!table.has(needed)) {
                throw new InvalidInputException(title + " has no column \"" + needed + "\": its columns must be case,image,mask, then any others.");
            }
        }
        List<String> kept = table.columns().stream().filter(column -> !OURS.contains(column)).toList();
        Map<String, List<String>> cells = new LinkedHashMap<>();
        for (String column : table.columns()) cells.put(column, table.texts(column));
        Path folder = csv.toAbsolutePath().getParent();
        List<BatchCase> cases = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            int r = row;
            String id = cells.get(FeatureTable.CASE).get(row).strip();
            String label = text(cells, LABEL, row);
            cases.add(new BatchCase(id, path(cells, IMAGE, row, folder, id), path(cells, MASK, row, folder, id),
                    label.isEmpty() ? Labels.ANY : label, path(cells, FOLLOWUP, row, folder, id), path(cells, FOLLOWUP_MASK, row, folder, id),
                    kept.stream().map(column -> cells.get(column).get(r)).toList()));
        }
        return new CaseList(title, cases, kept);
    }

    private static String text(Map<String, List<String>> cells, String column, int row) {
        return cells.containsKey(column) ? cells.get(column).get(row).strip() : "";
    }

    private static Optional<Path> path(Map<String, List<String>> cells, String column, int row, Path folder, String id) throws InvalidInputException {
        String text = text(cells, column, row);
        if (text.isEmpty()) return Optional.empty();
        try {
            return Optional.of(folder.resolve(text).normalize());
        } catch (InvalidPathException e) {
            throw new InvalidInputException("The " + column + " of case " + id + " cannot be a path: correct it.", e);
        }
    }
}
