package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.ichradiomics.imagej.ImageFile;
import org.ichradiomics.imagej.MaskFile;
import org.ichradiomics.menu.Tasks;
import org.ichradiomics.pyradiomics.PyRadiomics;
import org.ichradiomics.scan.GivenSpacing;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.ListedPath;
import org.ichradiomics.text.Progress;
import org.ichradiomics.text.TextFile;

/** {@code pyradiomics}: the arguments of PyRadiomics' own command, and its table. */
final class PyRadiomicsCommand {

    private static final String IMAGE = "Image";
    private static final String MASK = "Mask";
    private static final String LABEL = "Label";

    /**
     * A row to be measured.
     *
     * @param kept what a list says of it, by column
     * @param from the folder from which its paths start
     */
    private record Case(Map<String, String> kept, Path image, Path mask, Path from) {}

    /**
     * A row as it is written, or why there is none.
     *
     * @param cells column → text
     */
    private record Row(Map<String, String> cells, List<String> notes, Optional<InvalidInputException> refused) {}

    private PyRadiomicsCommand() {}

    static int run(Given given) throws InvalidInputException {
        refuse(given, "--format", "csv", "csv is the only format: leave it out");
        refuse(given, "--mode", "segment", "of maps see the command maps: leave it out");
        Path out = given.value(ExtractCommand.OUT);
        if (out != null) {
            RowFile.refuseInput(ExtractCommand.OUT, out, out, given.inputs(Tasks.PYRADIOMICS.options()));
            RowFile.checkPlace(ExtractCommand.OUT, out);
        }
        Path parameters = given.value("--param");
        PyRadiomics catalogue = parameters == null ? PyRadiomics.USUAL : PyRadiomics.read(parameters);
        List<String> settings = given.value("--setting", List.of());
        catalogue = catalogue.with(settings);
        String chosen = given.value("--mask-label");
        if (chosen != null) catalogue = catalogue.with(List.of("label:" + chosen));
        List<Case> cases = given.hasPlace(1)
                ? List.of(new Case(Map.of(), given.place(0), given.place(1), Path.of("")))
                : listed(given.place(0));

        List<Row> rows = measured(catalogue, cases, given);
        boolean isList = !given.hasPlace(1);
        if (!isList && rows.get(0).refused().isPresent())
            throw rows.get(0).refused().get();
        FeatureTable table = table(rows);
        for (Row row : rows) {
            String name = isList ? row.cells().get(IMAGE) + ": " : "";
            for (String note : row.notes()) (out == null ? given.err() : given.out()).println("Note: " + name + note);
            row.refused().ifPresent(why -> given.err().println(name + why.in(OptionWords.INSTANCE)));
        }
        if (out == null) given.out().print(FeatureTableCsv.text(table));
        else RowFile.add(table, new RowFile(out).table(Commands.replacing(given)), out, false, given);
        return rows.stream().anyMatch(row -> row.refused().isPresent()) ? Main.SOME_FAILED : Main.DONE;
    }

    private static void refuse(Given given, String flag, String only, String why) {
        String text = given.value(flag, only);
        if (!text.equals(only)) throw new WrongUse(flag + "=" + text + " is not there; " + why + ".");
    }

    private static List<Case> listed(Path list) throws InvalidInputException {
        FeatureTable table =
                FeatureTableCsv.parse(TextFile.read(list), list.getFileName().toString());
        for (String needed : List.of(IMAGE, MASK)) {
            if (!table.has(needed)) {
                throw new InvalidInputException(list.getFileName() + " has no column " + needed
                        + ": a list has Image,Mask; or give the mask behind the scan.");
            }
        }
        Path folder = list.toAbsolutePath().getParent();
        List<Case> cases = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            Map<String, String> kept = new LinkedHashMap<>();
            for (String column : table.columns())
                kept.put(column, table.texts(column).get(row));
            cases.add(new Case(kept, listed(folder, kept.get(IMAGE)), listed(folder, kept.get(MASK)), folder));
        }
        return cases;
    }

    /** From the list's folder; where nothing is there, from where the program was started, as PyRadiomics has it. */
    private static Path listed(Path folder, String text) throws InvalidInputException {
        Path beside = ListedPath.of(folder, text);
        return Files.exists(beside) ? beside : ListedPath.of(Path.of(""), text);
    }

    private static List<Row> measured(PyRadiomics catalogue, List<Case> cases, Given given)
            throws InvalidInputException {
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, given.<Integer>value("--jobs", 1)));
        try {
            List<Future<Row>> all = new ArrayList<>();
            for (Case one : cases) all.add(pool.submit(() -> row(catalogue, one, given)));
            List<Row> rows = new ArrayList<>();
            for (Future<Row> row : all) rows.add(row.get());
            return rows;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidInputException("Stopped before all was measured.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw (RuntimeException) e.getCause();
        } finally {
            pool.shutdownNow();
        }
    }

    private static Row row(PyRadiomics catalogue, Case one, Given given) {
        Map<String, String> cells = new LinkedHashMap<>(one.kept);
        String how = given.value("--format-path", "");
        cells.put(IMAGE, written(one.image, one.kept.get(IMAGE), how, one.from));
        cells.put(MASK, written(one.mask, one.kept.get(MASK), how, one.from));
        try {
            String label = one.kept.getOrDefault(LABEL, "");
            PyRadiomics own = label.isBlank() ? catalogue : catalogue.with(List.of("label:" + label));
            Scan scan = ImageFile.read(one.image).scan().spaced(GivenSpacing.NONE);
            Scan labels = MaskFile.volume(one.mask).spaced(GivenSpacing.NONE);
            PyRadiomics.Values values = own.measure(scan, labels, Progress.NONE);
            cells.putAll(values.diagnostics());
            values.values().forEach((column, value) -> {
                if (!Double.isNaN(value) || !given.has("--skip-nans")) cells.put(column, Double.toString(value));
            });
            return new Row(cells, values.notes(), Optional.empty());
        } catch (InvalidInputException e) {
            return new Row(cells, List.of(), Optional.of(e));
        }
    }

    private static String written(Path path, String text, String how, Path from) {
        return switch (how) {
            case "basename" -> path.getFileName().toString();
            case "absolute" -> path.toAbsolutePath().normalize().toString();
            case "relative" ->
                from.toAbsolutePath().relativize(path.toAbsolutePath()).toString();
            default -> text == null ? path.toString() : text;
        };
    }

    /** A row has its columns in PyRadiomics' order; those of another that it has not come where they are there. */
    private static FeatureTable table(List<Row> rows) {
        List<String> columns = new ArrayList<>();
        for (Row row : rows) {
            int at = 0;
            for (String column : row.cells().keySet()) {
                int there = columns.indexOf(column);
                if (there < 0) columns.add(at, column);
                at = (there < 0 ? at : there) + 1;
            }
        }
        Set<String> ordered = new LinkedHashSet<>(columns);
        return FeatureTable.of(
                List.copyOf(ordered),
                rows.stream()
                        .map(row -> ordered.stream()
                                .map(column -> row.cells().getOrDefault(column, ""))
                                .toList())
                        .toList());
    }
}
