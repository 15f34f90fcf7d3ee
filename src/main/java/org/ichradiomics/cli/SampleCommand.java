package org.ichradiomics.cli;

import java.nio.file.Path;
import java.util.List;

import org.ichradiomics.imagej.SampleImage;
import org.ichradiomics.text.InvalidInputException;

/** {@code sample}: the files to try everything with. */
final class SampleCommand {

    private SampleCommand() {}

    static int run(Given given) throws InvalidInputException {
        Path folder = given.value(ExtractCommand.OUT);
        List<Path> written = SampleImage.write(folder, Commands.replacing(given));
        given.out().println((written.isEmpty() ? "unchanged: " : "written: ") + folder);
        return Main.DONE;
    }
}
