package org.ichradiomics.cli;

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

    static int run(Given given) throws InvalidInputException {
        Options options = given.options(SignatureValidation.OPTIONS, Options::replacing);
        boolean isJson = given.has("--json");
        String out = options.get("out");
        SignatureValidation validation = SignatureValidation.of(options, Tables.FILES);
        return StudyCommand.stoppable(given, progress -> {
            StudyResult result = validation.run(progress);
            FeatureTable numbers = StudySheets.validation(result);
            boolean isChanged = validation.write(result);
            if (isJson) {
                given.out().print(JsonText.file(TableJson.of(numbers)));
            } else {
                StudyCommand.tell(result, given);
                given.out().println();
                given.out().print(FeatureTableCsv.text(numbers));
            }
            if (!out.isEmpty())
                (isJson ? given.err() : given.out()).println((isChanged ? "written: " : "unchanged: ") + out);
        });
    }
}
