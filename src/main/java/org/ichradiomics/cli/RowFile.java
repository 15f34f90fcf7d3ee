package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;

import org.ichradiomics.measure.Measurement;
import org.ichradiomics.measure.Provenance;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.GrowingTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.WholeFile;

/**
 * The table that a run writes, and the record beside it.
 *
 * @param csv the table
 */
record RowFile(Path csv) {

    /** The columns of {@code case,feature,value}. */
    static final List<String> LONG = List.of(FeatureTable.CASE, "feature", "value");

    /** The record of how the table was made. */
    Path record() {
        return Provenance.beside(csv);
    }

    /**
     * Refuses what could not be written, before anything is measured.
     *
     * @param inputs what the run reads, by option; none of them may be overwritten
     * @throws WrongUse if the table or its record would replace an input
     * @throws InvalidInputException if there is no such folder, or something else is in the way
     */
    void check(Map<String, Path> inputs) throws InvalidInputException {
        refuseInputs(csv, inputs);
        Provenance.check(csv);
        for (Path written : List.of(csv, record())) checkPlace(ExtractCommand.OUT, written);
    }

    /** The table, to which rows can be added. */
    GrowingTable table(Replacing replacing) {
        return new GrowingTable(csv, replacing);
    }

    /**
     * @param inputs what a run reads, by option
     * @throws WrongUse if the table or its record would replace one of them
     */
    static void refuseInputs(Path table, Map<String, Path> inputs) {
        for (Path written : List.of(table, Provenance.beside(table)))
            refuseInput(ExtractCommand.OUT, table, written, inputs);
    }

    /**
     * @param option which names the file
     * @param named what it names
     * @param written that file, or one beside it
     * @throws WrongUse if an input would be replaced
     */
    static void refuseInput(String option, Path named, Path written, Map<String, Path> inputs) {
        for (Map.Entry<String, Path> input : inputs.entrySet()) {
            if (WholeFile.isSame(written, input.getValue())) {
                throw new WrongUse(option + "=" + named.getFileName() + " would overwrite "
                        + input.getValue().getFileName() + ", which is " + input.getKey()
                        + ": choose another name.");
            }
        }
    }

    /**
     * Refuses a file that could not be written, before anything is measured.
     *
     * @param inputs what the run reads, by option
     * @throws WrongUse if it would replace one of them
     * @throws InvalidInputException if there is no such folder, or something else is in the way
     */
    static void refuse(Path out, Map<String, Path> inputs) throws InvalidInputException {
        refuseInput(ExtractCommand.OUT, out, out, inputs);
        checkPlace(ExtractCommand.OUT, out);
        WholeFile.check(out);
    }

    /**
     * As {@link #refuse}, of a command whose result may take the place of the table that it was given, if the user says
     * so.
     *
     * @param table how that one is called
     */
    static void refuseOthers(Path out, String table, Map<String, Path> inputs) throws InvalidInputException {
        inputs.remove(table);
        refuseInput(ExtractCommand.OUT, out, out, inputs);
        checkPlace(ExtractCommand.OUT, out);
    }

    /** @throws InvalidInputException if there is no such folder, or a folder is in the way */
    static void checkPlace(String option, Path written) throws InvalidInputException {
        Path folder = written.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new InvalidInputException("The folder of " + written.getFileName()
                    + " does not exist: make it, or choose another for " + option + ".");
        }
        if (Files.isDirectory(written)) {
            throw new InvalidInputException("There is a folder of the name " + written.getFileName()
                    + ": choose another name for " + option + ".");
        }
    }

    /** @throws InvalidInputException if a file cannot be written; it is then as it was */
    GrowingTable.Added add(List<Measurement> rows, boolean asList, List<JsonObject> entries, GrowingTable table)
            throws InvalidInputException {
        return table.add(
                rows.stream()
                        .map(row -> asList ? list(row) : Measurement.table(List.of(row)))
                        .toList(),
                (parts, anew) -> Provenance.write(
                        record(), parts.stream().map(entries::get).toList(), !anew));
    }

    /**
     * Adds one row to a table, and says what became of it.
     *
     * @param isJson whether what is printed is for a program, and stays JSON alone
     */
    static void add(FeatureTable row, GrowingTable table, Path file, boolean isJson, Given given)
            throws InvalidInputException {
        say(table.add(List.of(row), GrowingTable.Before.NOTHING), file, isJson, given);
    }

    /**
     * Says what became of rows.
     *
     * @param isJson whether what is printed is for a program, and stays JSON alone
     */
    static void say(GrowingTable.Added added, Path file, boolean isJson, Given given) {
        PrintWriter said = isJson ? given.err() : given.out();
        for (String note : added.notes()) said.println("Note: " + note);
        said.println((added.isChanged() ? "written: " : "unchanged: ") + file);
    }

    /** One value a line: the features, then the score. */
    private static FeatureTable list(Measurement row) {
        List<List<Object>> lines = new ArrayList<>();
        for (int i = 0; i < row.features().size(); i++) {
            lines.add(List.of(
                    row.id(),
                    row.features().features().get(i).name(),
                    row.features().get(i)));
        }
        lines.add(List.of(row.id(), FeatureTable.SCORE, row.score().value()));
        return FeatureTable.of(LONG, lines);
    }
}
