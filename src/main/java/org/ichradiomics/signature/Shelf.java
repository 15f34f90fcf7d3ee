package org.ichradiomics.signature;

import java.nio.file.Path;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.Resource;
import org.ichradiomics.text.TextFile;

/** Where things with a name are found: one in the jar, the others in files. */
final class Shelf<T> {

    private final String noun;
    private final String resource;
    private final Resource.Parser<T> parser;
    private T builtIn;

    /**
     * @param noun what a sentence calls them
     * @param resource the file of the built-in one, beside this class
     * @param parser reads both
     */
    Shelf(String noun, String resource, Resource.Parser<T> parser) {
        this.noun = noun;
        this.resource = resource;
        this.parser = parser;
    }

    /** The built-in one. */
    synchronized T builtIn() {
        if (builtIn == null) builtIn = new Resource(Shelf.class, resource).parsed(parser);
        return builtIn;
    }

    /** The built-in one if that is its name, else the one in the file. */
    T find(String nameOrPath, String builtInName) throws InvalidInputException {
        String wanted = nameOrPath.strip();
        if (wanted.equalsIgnoreCase(builtInName)) return builtIn();
        Path file = PathName.existing(wanted)
                .orElseThrow(() -> new InvalidInputException("There is no " + noun + " \"" + wanted
                        + "\": give the name \"" + builtInName + "\" or the path of a JSON file."));
        return parser.parse(TextFile.read(file), file.getFileName().toString());
    }
}
