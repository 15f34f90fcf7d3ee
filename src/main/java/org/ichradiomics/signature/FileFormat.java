package org.ichradiomics.signature;

import java.io.IOException;

import com.google.gson.stream.JsonWriter;

import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.JsonFields;

/** The two keys with which every JSON file of ours begins, so that a reference is not taken for a signature. */
enum FileFormat {
    SIGNATURE("ICH Radiomics signature", "signature"),
    REFERENCE("ICH Radiomics reference", "reference");

    private static final int VERSION = 1;

    private final String text;
    private final String noun;

    FileFormat(String text, String noun) {
        this.text = text;
        this.noun = noun;
    }

    void write(JsonWriter out) throws IOException {
        out.name("format").value(text);
        out.name("version").value(VERSION);
    }

    /** @throws InvalidInputException if the file is of another format or a version we do not know */
    void take(JsonFields json, String file) throws InvalidInputException {
        String found = json.textOr("format", "");
        if (!found.equals(text)) {
            String is = found.isEmpty() ? "missing" : "\"" + found + "\"";
            throw new InvalidInputException(file + " is not a " + noun + " (its \"format\" is " + is + ", not \"" + text
                    + "\"): choose a " + noun + " file.");
        }
        int version = json.count("version");
        if (version != VERSION) {
            throw new InvalidInputException(file + " is a " + noun + " of version " + version
                    + ", but this program reads version " + VERSION + ": use the program that wrote it.");
        }
    }
}
