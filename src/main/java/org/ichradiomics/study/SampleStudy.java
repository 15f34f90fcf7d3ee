package org.ichradiomics.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.ichradiomics.feature.TextFile;
import org.ichradiomics.region.InvalidInputException;

/** The study that comes with this software: a synthetic cohort to try everything on, and a study file to adapt. */
public final class SampleStudy {

    /** What a user writes in the place of a path. */
    public static final String NAME = "sample";

    /** The study file among {@link #FILES}. */
    static final String STUDY = "study.yml";

    /** All that the study consists of. */
    static final List<String> FILES = List.of(STUDY, "clinical.csv", "features.csv", "features_reader2.csv");

    private SampleStudy() {
    }

    /** Whether a text is {@link #NAME}, whatever the case of its letters. */
    public static boolean isMeantBy(String text) {
        return text.strip().equalsIgnoreCase(NAME);
    }

    /** The study with its tables out of the jar. */
    public static StudyFile file() {
        try {
            return StudyFile.parse(text(STUDY), Path.of(STUDY), SampleStudy::text);
        } catch (InvalidInputException e) {
            throw new IllegalStateException(STUDY + " in the jar cannot be read", e);       // ours, not the user's
        }
    }

    /**
     * Writes the study file and its tables into a folder, which is made if it is not there.
     *
     * @return the study file
     * @throws InvalidInputException if one of the files is there already, or cannot be written; none of them is new then
     */
    public static Path writeInto(Path folder) throws InvalidInputException {
        boolean made = make(folder);
        for (String name : FILES) {
            if (Files.exists(folder.resolve(name))) {
                throw new InvalidInputException("There is a file " + name + " in the folder " + folder + ": choose another folder for the sample study.");
            }
        }
        List<Path> written = new ArrayList<>();
        try {
            for (String name : FILES) {
                TextFile.write(folder.resolve(name), text(name));
                written.add(folder.resolve(name));
            }
            return written.get(0);
        } catch (InvalidInputException e) {
            written.forEach(SampleStudy::delete);
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
            throw new InvalidInputException("The folder " + folder + " for the sample study cannot be made: " + (Files.exists(folder) ? "there is a file of that name."
                    : "the folder above it does not exist, or is write-protected."), e);
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
        try (InputStream in = SampleStudy.class.getResourceAsStream("sample/" + name)) {
            if (in == null) throw new IllegalStateException("sample/" + name + " is missing in the jar");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("sample/" + name + " in the jar cannot be read", e);
        }
    }
}
