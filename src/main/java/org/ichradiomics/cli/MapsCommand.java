package org.ichradiomics.cli;

import java.nio.file.Path;

import org.ichradiomics.imagej.FeatureMapping;
import org.ichradiomics.imagej.Options;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/** {@code maps}: one image and one mask in, a map for each feature out. */
final class MapsCommand {

    private MapsCommand() {}

    static int run(Given given) throws InvalidInputException {
        Options options = given.options(FeatureMapping.OPTIONS, FeatureMapping::check);
        Path out = given.value(ExtractCommand.OUT);
        FeatureMapping mapping =
                FeatureMapping.of(given.place(0), given.value(ExtractCommand.MASK), options, Progress.NONE);
        for (String note : mapping.notes()) given.out().println("Note: " + note);
        mapping.write(out, Commands.replacing(given))
                .forEach((file, isNew) -> given.out().println((isNew ? "written: " : "unchanged: ") + file));
        return Main.DONE;
    }
}
