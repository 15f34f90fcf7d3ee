package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.imagej.studies.ReaderComparison;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;

/** {@code agreement}: the features of two readers, their masks, or both in, how well they agree out. */
final class AgreementCommand {

    private AgreementCommand() {}

    static int run(Given given) throws InvalidInputException {
        Options options = given.options(ReaderComparison.OPTIONS, ReaderComparison::check);
        Path out = given.value(ExtractCommand.OUT);
        if (out != null) {
            Map<String, Path> inputs = given.inputs(ReaderComparison.OPTIONS);
            for (Path written : List.of(out, ReaderComparison.beside(out)))
                RowFile.refuseInput(ExtractCommand.OUT, out, written, inputs);
            RowFile.checkPlace(ExtractCommand.OUT, out);
        }
        List<ReaderComparison.Found> found = ReaderComparison.of(options, Tables.FILES);
        boolean isJson = given.has("--json");
        PrintWriter said = isJson ? given.err() : given.out();
        if (isJson) {
            Map<String, Object> tables = new LinkedHashMap<>();
            for (ReaderComparison.Found one : found) tables.put(one.what(), TableJson.of(one.table()));
            given.out().print(JsonText.file(tables));
        }
        for (ReaderComparison.Found one : found) {
            one.notes().forEach(said::println);
            said.println(one.sentence());
        }
        if (out != null) said.println((ReaderComparison.write(found, options) ? "written: " : "unchanged: ") + out);
        return Main.DONE;
    }
}
