package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.List;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import org.ichradiomics.imagej.SampleImage;
import org.ichradiomics.text.InvalidInputException;

/** {@code sample}: the files to try everything with. */
final class SampleCommand {

    private SampleCommand() {}

    static int run(CommandLine line, ParseResult given) throws InvalidInputException {
        Path folder = given.matchedOptionValue(ExtractCommand.OUT, null);
        List<Path> written = SampleImage.write(folder, Commands.replacing(given));
        line.getOut().println((written.isEmpty() ? "unchanged: " : "written: ") + folder);
        return Main.DONE;
    }
}
