package org.ichradiomics.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.imagej.studies.SignatureValidation;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.study.output.StudySheets;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;

/** {@code validate}: a signature and cases that it has not seen in, how well it predicts out. */
final class ValidateCommand {

    private ValidateCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        Options options = TaskSpec.options(given, line, SignatureValidation.OPTIONS, Options::replacing);
        boolean isJson = given.hasMatchedOption("--json");
        String out = options.get("out");
        SignatureValidation validation = SignatureValidation.of(options, Tables.FILES);
        return StudyCommand.stoppable(line, progress -> {
            StudyResult result = validation.run(progress);
            FeatureTable numbers = StudySheets.validation(result);
            boolean isChanged = validation.write(result);
            if (isJson) {
                line.getOut().print(JsonText.file(TableJson.of(numbers)));
            } else {
                StudyCommand.tell(result, line);
                line.getOut().println();
                line.getOut().print(FeatureTableCsv.text(numbers));
            }
            if (!out.isEmpty())
                (isJson ? line.getErr() : line.getOut()).println((isChanged ? "written: " : "unchanged: ") + out);
        });
    }
}
