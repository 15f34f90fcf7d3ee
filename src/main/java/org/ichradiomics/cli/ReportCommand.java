package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.ichradiomics.imagej.CaseReporting;
import org.ichradiomics.imagej.ExtractOptions;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.text.InvalidInputException;

/** {@code report}: one image and one mask in, a page and a picture out. */
final class ReportCommand {

    private ReportCommand() {}

    static int run(Given given) throws InvalidInputException {
        Options options = given.options(CaseReporting.OPTIONS, ReportCommand::check);
        Path mask = given.value(ExtractCommand.MASK);
        CaseReporting report = new CaseReporting(options);
        Map<String, Path> inputs = given.inputs(CaseReporting.OPTIONS);
        for (Path file : report.files())
            RowFile.refuseInput(ExtractCommand.OUT, report.files().get(0), file, inputs);
        List<Path> written = report.run(given.place(0), mask);
        for (Path file : report.files())
            given.out().println((written.contains(file) ? "written: " : "unchanged: ") + file);
        return Main.DONE;
    }

    private static void check(Options options) throws InvalidInputException {
        ExtractOptions how = new ExtractOptions(options);
        how.placement();
        how.spacing();
        options.replacing();
    }
}
