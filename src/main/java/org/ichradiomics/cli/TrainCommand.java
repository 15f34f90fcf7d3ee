package org.ichradiomics.cli;

import java.nio.file.Path;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.Tables;
import org.ichradiomics.imagej.studies.SignatureTraining;
import org.ichradiomics.study.StudyResult;
import org.ichradiomics.text.InvalidInputException;

/** {@code train}: features and an outcome in, a signature out. */
final class TrainCommand {

    private TrainCommand() {}

    static int run(Given given) throws InvalidInputException {
        Options options = given.options(SignatureTraining.OPTIONS, SignatureTraining::check);
        Path out = given.value(ExtractCommand.OUT);
        RowFile.refuseInput(ExtractCommand.OUT, out, out, given.inputs(SignatureTraining.OPTIONS));
        SignatureTraining training = SignatureTraining.of(options, Tables.FILES);
        return StudyCommand.stoppable(given, progress -> {
            StudyResult result = training.run(progress);
            StudyCommand.tell(result, given);
            training.write(result)
                    .forEach(
                            (file, isChanged) -> given.out().println((isChanged ? "written: " : "unchanged: ") + file));
        });
    }
}
