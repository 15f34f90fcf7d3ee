package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.imagej.CaseReporting;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.text.InvalidInputException;

/** {@code report}: one image and one mask in, a page and a picture out. */
final class ReportCommand {

    private ReportCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        Options options = TaskSpec.options(given, line, CaseReporting.OPTIONS, ReportCommand::check);
        Path mask = given.matchedOptionValue(ExtractCommand.MASK, null);
        CaseReporting report = new CaseReporting(options);
        Map<String, Path> inputs = TaskSpec.inputs(given, CaseReporting.OPTIONS);
        for (Path file : report.files())
            RowFile.refuseInput(ExtractCommand.OUT, report.files().get(0), file, inputs, line);
        List<Path> written = report.run(given.matchedPositionalValue(0, null), mask);
        for (Path file : report.files())
            line.getOut().println((written.contains(file) ? "written: " : "unchanged: ") + file);
        return Main.DONE;
    }

    private static void check(Options options) throws InvalidInputException {
        ExtractOptions how = new ExtractOptions(options);
        how.placement();
        how.spacing();
        options.replacing();
    }
}
