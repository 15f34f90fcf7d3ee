package org.ichradiomics.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.imagej.studies.ReaderComparison;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;

/** {@code agreement}: the features of two readers, their masks, or both in, how well they agree out. */
final class AgreementCommand {

    private AgreementCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        Options options = TaskSpec.options(given, line, ReaderComparison.OPTIONS, ReaderComparison::check);
        Path out = given.matchedOptionValue(ExtractCommand.OUT, null);
        if (out != null) {
            Map<String, Path> inputs = TaskSpec.inputs(given, ReaderComparison.OPTIONS);
            for (Path written : List.of(out, ReaderComparison.beside(out)))
                RowFile.refuseInput(ExtractCommand.OUT, out, written, inputs, line);
            RowFile.checkPlace(ExtractCommand.OUT, out);
        }
        List<ReaderComparison.Found> found = ReaderComparison.of(options, Tables.FILES);
        boolean isJson = given.hasMatchedOption("--json");
        PrintWriter said = isJson ? line.getErr() : line.getOut();
        if (isJson) {
            Map<String, Object> tables = new LinkedHashMap<>();
            for (ReaderComparison.Found one : found) tables.put(one.what(), TableJson.of(one.table()));
            line.getOut().print(JsonText.file(tables));
        }
        for (ReaderComparison.Found one : found) {
            one.notes().forEach(said::println);
            said.println(one.sentence());
        }
        if (out != null) said.println((ReaderComparison.write(found, options) ? "written: " : "unchanged: ") + out);
        return Main.DONE;
    }
}
