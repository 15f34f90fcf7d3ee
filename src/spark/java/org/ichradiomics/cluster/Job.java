package org.ichradiomics.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.batch.Errands;
import org.ichradiomics.cli.SentOptions;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.PathName;
import org.ichradiomics.text.WholeFile;

/**
 * What an executor must know of a batch: the options as they were written, and the files that they name, which may lie
 * on the driver's disk alone.
 *
 * @param id of this submit
 * @param options value by key
 * @param files content by key of the option that names it
 */
record Job(String id, HashMap<String, String> options, HashMap<String, byte[]> files) implements Serializable {

    private static String madeFor = "";
    private static Errands made;

    /** @throws InvalidInputException if a file cannot be read */
    static Job of(String id, Map<String, String> options) throws InvalidInputException {
        HashMap<String, byte[]> files = new HashMap<>();
        for (String key : SentOptions.FILES) {
            Optional<Path> file = PathName.existing(options.getOrDefault(key, ""));
            if (file.isEmpty()) continue;
            try {
                files.put(key, Files.readAllBytes(file.get()));
            } catch (IOException e) {
                throw new InvalidInputException(WholeFile.name(file.get()) + " cannot be read: check its permissions.");
            }
        }
        return new Job(id, new HashMap<>(options), files);
    }

    /**
     * Made once in each executor.
     *
     * @throws InvalidInputException if its disk is full
     */
    Errands errands() throws InvalidInputException {
        synchronized (Job.class) {
            if (madeFor.equals(id)) return made;
            try {
                Map<String, Path> here = new LinkedHashMap<>();
                try {
                    Map<String, String> options = new LinkedHashMap<>(this.options);
                    for (Map.Entry<String, byte[]> file : files.entrySet()) {
                        Path copy = Files.createTempFile("ich-radiomics-", ".json");
                        here.put(file.getKey(), Files.write(copy, file.getValue()));
                        options.put(file.getKey(), copy.toString());
                    }
                    made = SentOptions.errands(options);
                    madeFor = id;
                    return made;
                } finally {
                    for (Path copy : here.values()) Files.deleteIfExists(copy);
                }
            } catch (IOException e) {
                throw new InvalidInputException("The settings cannot be written to the disk of an executor ("
                        + e.getClass().getSimpleName() + "): make room there.");
            }
        }
    }
}
