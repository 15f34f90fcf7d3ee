package org.ichradiomics.study.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import org.ichradiomics.study.StudyFile;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Replacing;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.TextFile;
import org.ichradiomics.text.Version;

/**
 * What an earlier study left in a folder, by the list that it keeps of itself.
 *
 * @param folder absolute; it need not be there
 */
record EarlierStudy(Path folder) {

    /** Its files as paths with slashes; none if there is no study, or it is not ours, whatever it is. */
    Set<String> files() {
        try {
            if (!Files.isRegularFile(folder.resolve(StudyFolder.PROVENANCE))) return Set.of();
            Set<String> files = new HashSet<>();
            for (JsonElement file : provenance().getAsJsonArray("files")) files.add(file.getAsString());
            return files;
        } catch (InvalidInputException | RuntimeException e) {
            return Set.of();
        }
    }

    /** Whether the folder holds these very files. */
    boolean holds(Map<String, byte[]> files) throws IOException {
        if (!files().equals(files.keySet())) return false;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.isRegularFile(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) return false;
        }
        return true;
    }

    /**
     * Refuses before anything is computed where it is certain that the study to come is another.
     *
     * @return how to treat what is there when it has come
     * @throws InvalidInputException if it must not be replaced, or the inputs cannot be read
     */
    Replacing before(StudyFile file, Replacing replacing) throws InvalidInputException {
        if (files().isEmpty() || isOf(file)) return replacing;
        allow(replacing);
        return Replacing.ALWAYS;
    }

    /** @throws InvalidInputException if it must not be replaced */
    void allow(Replacing replacing) throws InvalidInputException {
        if (files().isEmpty()) return;
        replacing.allow(
                "The folder " + folder.getFileName() + " holds another study",
                Sentence.of("choose another folder, or give ", Replacing.OVERWRITE, " to replace it"));
    }

    /** Of the same plan, inputs and software; then it holds the same bytes, if nobody has changed them. */
    private boolean isOf(StudyFile file) throws InvalidInputException {
        JsonElement hashes = new Gson().toJsonTree(file.inputs().hashes());
        try {
            JsonObject provenance = provenance();
            return provenance.get("software").getAsString().equals(Version.NAME)
                    && TextFile.read(folder.resolve(StudyFolder.PLAN)).equals(file.text())
                    && provenance.get("inputs_sha256").equals(hashes);
        } catch (RuntimeException e) {
            return false;
        }
    }

    private JsonObject provenance() throws InvalidInputException {
        return JsonParser.parseString(TextFile.read(folder.resolve(StudyFolder.PROVENANCE)))
                .getAsJsonObject();
    }
}
