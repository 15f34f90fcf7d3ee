package org.ichradiomics.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Resource;
import org.ichradiomics.text.WholeFile;

/** The study that comes with this software: a synthetic cohort to try everything on, and a study file to adapt. */
public final class SampleStudy {

    /** What a user writes in the place of a path. */
    public static final String NAME = "sample";

    /** The study file among {@link #FILES}. */
    public static final String STUDY = "study.yml";

    /** All that the study consists of. */
    static final List<String> FILES = List.of(STUDY, "clinical.csv", "features.csv", "features_reader2.csv");

    private SampleStudy() {}

    /** Whether a text is {@link #NAME}, whatever the case of its letters. */
    public static boolean isMeantBy(String text) {
        return text.strip().equalsIgnoreCase(NAME);
    }

    /** The study with its tables out of the jar. */
    public static StudyFile file() {
        return inJar("sample/" + STUDY, SampleStudy::text);
    }

    /** A study that lies beside this class. */
    static StudyFile inJar(String name, StudyInputs.Reader reader) {
        return new Resource(SampleStudy.class, name)
                .parsed((text, file) -> StudyFile.parse(text, Path.of(file), reader));
    }

    /**
     * Writes the study file and its tables into a folder, which is made if it is not there.
     *
     * @return whether anything was written, and not the same files there already
     * @throws InvalidInputException if one of the files is there with other content and may not be replaced, or cannot
     *     be written; none of them is new then
     */
    public static boolean writeInto(Path folder, Replacing replacing) throws InvalidInputException {
        boolean made = make(folder);
        Map<Path, String> texts = new LinkedHashMap<>();
        for (String name : FILES) texts.put(folder.resolve(name), text(name));
        try {
            return !WholeFile.write(texts, replacing).isEmpty();
        } catch (InvalidInputException e) {
            if (made) delete(folder);
            throw e;
        }
    }

    private static boolean make(Path folder) throws InvalidInputException {
        if (Files.isDirectory(folder)) return false;
        try {
            Files.createDirectory(folder);
            return true;
        } catch (IOException e) {
            throw new InvalidInputException(
                    "The folder " + folder + " for the sample study cannot be made: "
                            + (Files.exists(folder)
                                    ? "there is a file of that name."
                                    : "the folder above it does not exist, or is write-protected."),
                    e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            // What cannot be taken back stays; the sentence about the failure is more important.
        }
    }

    private static String text(String name) {
        return new Resource(SampleStudy.class, "sample/" + name).text();
    }
}
