package org.ichradiomics.cli;

import java.nio.file.Path;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.imagej.studies.SignatureTraining;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.InvalidInputException;

/** {@code train}: features and an outcome in, a signature out. */
final class TrainCommand {

    private TrainCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        Options options = TaskSpec.options(given, line, SignatureTraining.OPTIONS, SignatureTraining::check);
        Path out = given.matchedOptionValue(ExtractCommand.OUT, null);
        RowFile.refuseInput(ExtractCommand.OUT, out, out, TaskSpec.inputs(given, SignatureTraining.OPTIONS), line);
        SignatureTraining training = SignatureTraining.of(options, Tables.FILES);
        return StudyCommand.stoppable(line, progress -> {
            StudyResult result = training.run(progress);
            StudyCommand.tell(result, line);
            training.write(result)
                    .forEach((file, isChanged) ->
                            line.getOut().println((isChanged ? "written: " : "unchanged: ") + file));
        });
    }
}
