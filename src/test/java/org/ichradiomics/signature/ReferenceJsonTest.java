package org.ichradiomics.signature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Covers JsonFile. */
class ReferenceJsonTest {

    private static final String TEXT = """
            {
              "format": "ICH Radiomics reference",
              "version": 1,
              "name": "mine",
              "kind": "cohort",
              "origin": "a test",
              "cases": 30,
              "settings": "unknown",
              "features": {
                "a": {"mean": 0.1, "sd": 1.0E-5, "n": 30},
                "b": {"mean": 2.0, "sd": null, "n": 1},
                "c": {"mean": null, "sd": null, "n": 0},
                "d": {"mean": 1.0E12, "sd": 0.0, "n": 2, "origin": "a paper"}
              }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void writesOneForm() throws Exception {
        Map<String, Scale> scales = new LinkedHashMap<>();
        scales.put("a", new Scale(0.1, 1e-5, 30, "a test"));
        scales.put("b", new Scale(2, Double.NaN, 1, "a test"));
        scales.put("c", new Scale(Double.NaN, Double.NaN, 0, "a test"));
        scales.put("d", new Scale(1e12, 0, 2, "a paper"));
        Reference reference = new Reference("mine", Reference.Kind.COHORT, "a test", 30, Settings.UNKNOWN, scales);
        assertEquals(TEXT, Reference.FILE.text(reference));
        assertEquals(reference, Reference.FILE.parse(TEXT, "x.json"));
    }

    @Test
    void roundTripKeepsEveryBit() throws Exception {
        Reference reference = new Reference(
                "µ",
                Reference.Kind.DEMONSTRATION,
                "",
                3,
                Settings.hashed("0123456789ab"),
                Map.of("x", new Scale(Math.nextUp(0.1), Double.MIN_VALUE, 3, "")));
        Path file = folder.resolve("r.json");
        Reference.FILE.write(reference, file);
        assertEquals(reference, Reference.FILE.read(file));
        assertEquals(Files.readString(file), Reference.FILE.text(Reference.FILE.read(file)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"cohort\" | \"patients\" | x.json is no usable reference, since \"kind\" must be \"cohort\" or "
                        + "\"demonstration\", is \"patients\": correct it, or choose another file.",
                "\"cases\": 30 | \"cases\": 30.5 | \"cases\" in x.json must be a whole number, is 30.5: correct it.",
                "\"cases\": 30 | \"cases\": 20 | x.json is no usable reference, since the feature a has 30 cases, "
                        + "but the reference only 20: correct it, or choose another file.",
                "\"sd\": 1.0E-5 | \"sd\": -1 | x.json is no usable reference, since the SD of 30 cases cannot be "
                        + "-1.0: correct it, or choose another file.",
                "\"sd\": 1.0E-5 | \"SD\": 1 | x.json lacks the key \"features.a.sd\": add it, or choose another file.",
                "\"n\": 30 | \"n\": 30, \"median\": 1 | x.json has unknown keys: features.a.median; correct or "
                        + "remove them.",
                "\"unknown\" | \"AK\" | x.json is no usable reference, since a settings hash is 12 hexadecimal "
                        + "digits, was \"AK\": correct it, or choose another file.",
                "\"name\": \"mine\" | \"name\": \"none\" | x.json is no usable reference, since a reference cannot "
                        + "have the name \"none\": correct it, or choose another file.",
                "\"b\": { | \"a\": { | x.json has the key \"a\" twice in one object: remove one of them."
            })
    void refuses(String good, String bad, String sentence) {
        var e = assertThrows(
                InvalidInputException.class, () -> Reference.FILE.parse(TEXT.replace(good, bad), "x.json"));
        assertEquals(sentence, e.getMessage());
    }

    @Test
    void refusesASignature() {
        String signature = Signature.FILE.text(Examples.signature(Optional.empty()));
        assertEquals(
                "x.json is not a reference (its \"format\" is \"ICH Radiomics signature\", not \"ICH Radiomics "
                        + "reference\"): choose a reference file.",
                assertThrows(InvalidInputException.class, () -> Reference.FILE.parse(signature, "x.json"))
                        .getMessage());
    }
}
