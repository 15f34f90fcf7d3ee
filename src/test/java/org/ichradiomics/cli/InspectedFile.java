package org.ichradiomics.cli;

import java.nio.file.Path;

/** What the command line says of a file, for tests of other packages. */
public final class InspectedFile {

    private InspectedFile() {}

    public static String of(Path file) {
        return Console.run("inspect", file).out();
    }

    /** In one line. */
    public static String helpOfExtract() {
        return Console.run("extract", "--help").out().replaceAll("\\s+", " ");
    }
}
