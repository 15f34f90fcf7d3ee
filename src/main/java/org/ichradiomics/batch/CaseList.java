package org.ichradiomics.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.LesionRule;
import org.ichradiomics.text.English;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.ListedPath;
import org.ichradiomics.text.Numeral;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;
import org.ichradiomics.text.WholeFile;

/**
 * The cases of a cohort, in order: from a folder by the names of its files ({@link CaseFolder}), or from a CSV file
 * with the columns {@code case,image,mask} and, as wanted,
 * {@code mask_label,ivh_label,oedema_label,followup,followup_mask} and columns of one's own ({@link ListColumn}). Paths
 * count from the folder of the CSV file.
 *
 * @param title how sentences call the list: the name of its file or folder
 * @param cases at least one, each of another id
 * @param columns names of the columns that are kept
 * @param search how they were found in a folder; empty of those that a table names
 */
public record CaseList(String title, List<BatchCase> cases, List<String> columns, Optional<Search> search) {

    /** At either end of a cell; spreadsheets and web pages leave some that nobody sees. */
    private static final String BLANKS = "^[\\s\\p{Z}\\uFEFF\\u200B]+|[\\s\\p{Z}\\uFEFF\\u200B]+$";

    /** A label among missing ones, as pandas writes it: 1.0. */
    private static final Pattern WHOLE = Pattern.compile("^(\\d+)\\.0+$");

    /**
     * What a folder was searched for.
     *
     * @param layout how sentences describe it; empty for this program's own
     * @param left a line for each file that belongs to no case
     * @param labels names of the numbers in its masks, where it says them
     */
    record Search(Path folder, String layout, List<String> left, SortedMap<Long, String> labels) {

        /** A label behind a case, with its name. */
        private String named(String label) {
            if (label.equals(Labels.ANY)) return "";
            String name = labels.entrySet().stream()
                    .filter(one -> one.getKey().toString().equals(label))
                    .map(one -> " " + one.getValue())
                    .findFirst()
                    .orElse("");
            return " (label " + label + name + ")";
        }

        /** The number that a word means in all masks; the word itself where the folder does not say. */
        String label(String word) throws InvalidInputException {
            if (labels.size() < 2 && Labels.isOpen(word) || labels.isEmpty() || word.matches("\\d+")) return word;
            List<Long> meant = labels.entrySet().stream()
                    .filter(one -> Labels.isOpen(word)
                            ? Labels.isHaematoma(one.getValue())
                            : one.getValue().strip().equalsIgnoreCase(word.strip()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (meant.size() == 1) return meant.get(0).toString();
            String list = labels.entrySet().stream()
                    .map(one -> one.getKey() + " " + one.getValue())
                    .collect(Collectors.joining(", "));
            throw new InvalidInputException(Sentence.of(
                    DatasetJson.NAME + " of " + WholeFile.name(folder) + " names the labels " + list
                            + ": choose the haematoma's with ",
                    Setting.of("label", labels.firstKey()),
                    " or another of them."));
        }
    }

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

    /**
     * The same cases with a label of the mask where the list names none.
     *
     * @param rule by which a word that leaves it open may stand for all labels
     * @throws InvalidInputException if the folder names its labels, and this word leaves open which is meant
     */
    public CaseList labelled(String word, LesionRule rule) throws InvalidInputException {
        boolean isOfOne = !rule.isPerLabel() && !LesionRule.isSeveral(word);
        String label = isOfOne && search.isPresent() ? search.get().label(word) : word;
        return new CaseList(
                title,
                cases.stream()
                        .map(one -> one.label().equals(Labels.ANY) ? one.withLabel(label) : one)
                        .toList(),
                columns,
                search);
    }

    /** What was found in a folder, a line for each case and for each file that is left out; none of a table. */
    public List<String> found() {
        if (search.isEmpty()) return List.of();
        Search of = search.get();
        List<String> lines = new ArrayList<>();
        if (!of.layout.isEmpty()) lines.add("The folder " + title + " holds " + of.layout + ".");
        for (BatchCase one : cases) {
            if (one.existing().findAny().isEmpty()) continue;
            lines.add(one.id() + ": "
                    + one.existing()
                            .map(file -> FoundCases.relative(of.folder, file))
                            .collect(Collectors.joining(" + "))
                    + of.named(one.label()));
        }
        of.left.forEach(line -> lines.add("left out: " + line));
        return lines;
    }

    /** What a run does not measure of a folder, in a sentence; empty if that is nothing. */
    public Optional<Sentence> leftOut() {
        int count = search.map(of -> of.left.size()).orElse(0);
        if (count == 0) return Optional.empty();
        return Optional.of(Sentence.of(
                English.counted(count, "file") + " of " + title + " " + (count == 1 ? "belongs" : "belong")
                        + " to no case and " + (count == 1 ? "is" : "are") + " left out: list them with ",
                Setting.of("check", "yes"),
                "."));
    }

    /** Names of the numbers in its masks, where a folder says them. */
    SortedMap<Long, String> labels() {
        return search.map(Search::labels).orElseGet(TreeMap::new);
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
        return new CaseList(title, cases, kept, Optional.empty());
    }

    /** A case whose files cannot be named here is told with its reason; it must not cost the others. */
    private static BatchCase of(Map<ListColumn, List<String>> cells, int row, Path folder, List<String> kept) {
        String id = text(cells, ListColumn.CASE, row);
        String given = label(cells, ListColumn.MASK_LABEL, row);
        String label = given.isEmpty() ? Labels.ANY : given;
        Map<ListColumn, String> besides = new EnumMap<>(ListColumn.class);
        for (ListColumn column : List.of(ListColumn.IVH_LABEL, ListColumn.OEDEMA_LABEL))
            if (cells.containsKey(column)) besides.put(column, label(cells, column, row));
        Map<ListColumn, Path> files = new EnumMap<>(ListColumn.class);
        try {
            for (ListColumn column : ListColumn.FILES) {
                String text = text(cells, column, row);
                if (!text.isEmpty()) files.put(column, ListedPath.of(folder, text));
            }
            return new BatchCase(id, files, label, besides, kept, Optional.empty());
        } catch (InvalidInputException e) {
            return BatchCase.unreadable(id, label, kept, e);
        }
    }

    private static String label(Map<ListColumn, List<String>> cells, ListColumn column, int row) {
        String text = text(cells, column, row);
        return Numeral.isPlaceholder(text) ? "" : WHOLE.matcher(text).replaceFirst("$1");
    }

    private static String text(Map<ListColumn, List<String>> cells, ListColumn column, int row) {
        String text = cells.containsKey(column) ? cells.get(column).get(row).replaceAll(BLANKS, "") : "";
        return column != ListColumn.CASE && Numeral.isMissing(text) ? "" : text;
    }
}
