package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.ichradiomics.imagej.Options;
import org.ichradiomics.imagej.SignReading;
import org.ichradiomics.sign.Sign;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonText;

/** {@code signs}: one image and one mask in, what they suggest out. */
final class SignsCommand {

    private static final List<String> WRITTEN = List.of(ExtractCommand.OUT, "--answers");

    private SignsCommand() {}

    static int run(Given given) throws InvalidInputException {
        Options options = given.options(SignReading.OPTIONS, SignReading::check);
        Map<String, Path> inputs = given.inputs(SignReading.OPTIONS);
        for (String option : WRITTEN) {
            Path file = given.value(option);
            if (file == null) continue;
            RowFile.refuseInput(option, file, file, inputs);
            RowFile.checkPlace(option, file);
        }
        SignReading reading = SignReading.of(given.place(0), given.value(ExtractCommand.MASK), options);
        List<SignReading.Written> written = reading.write(options);
        boolean isJson = given.has("--json");
        given.out().print(isJson ? JsonText.file(reading.signs().tree()) : text(reading));
        for (SignReading.Written file : written) RowFile.say(file.added(), file.path(), isJson, given);
        return Main.DONE;
    }

    private static String text(SignReading reading) {
        StringBuilder text = new StringBuilder();
        for (String note : reading.notes()) line(text, "Note: " + note);
        line(text, "case: " + reading.signs().name());
        reading.signs().lines().forEach(sign -> line(text, sign));
        line(text, Sign.CAUTION);
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append(System.lineSeparator());
    }
}
