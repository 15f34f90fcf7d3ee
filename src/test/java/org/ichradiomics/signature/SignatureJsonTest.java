package org.ichradiomics.signature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** All of it on a computer whose decimal mark is a comma. */
class SignatureJsonTest {

    private static final String TEXT = """
            {
              "format": "ICH Radiomics signature",
              "version": 1,
              "name": "two terms",
              "citation": "a test",
              "intercept": -1.0,
              "terms": [
                {"feature": "a", "weight": 0.5},
                {"feature": "b", "weight": -2.0}
              ],
              "cutoff": -1.43,
              "volume_mL": {"from": 3.0, "below": 10.0},
              "plausible": {"from": -8.0, "to": 2.0},
              "settings": {
                "catalogue": "AK",
                "bins": "256",
                "low": "auto",
                "high": "auto",
                "run_distance": "auto"
              },
              "reference": null
            }
            """;

    @TempDir
    Path folder;

    private Locale locale;

    @BeforeEach
    void moveToGermany() {
        locale = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void moveBack() {
        Locale.setDefault(locale);
    }

    @Test
    void writesOneForm() throws Exception {
        assertEquals(TEXT, Signature.FILE.text(Examples.signature(Optional.empty())));
        assertEquals(Examples.signature(Optional.empty()), Signature.FILE.parse(TEXT, "x.json"));
    }

    @Test
    void roundTripKeepsEveryBit() throws Exception {
        Signature signature = new Signature(
                "Größe \"µ\"",
                "",
                Math.PI,
                List.of(
                        new Signature.Term("a", -0.0),
                        new Signature.Term("b", 1.0 / 3),
                        new Signature.Term("c", Double.MIN_VALUE),
                        new Signature.Term("d", -Double.MAX_VALUE)),
                -1.43,
                new Range(Double.NEGATIVE_INFINITY, 1e-300),
                Range.ALL,
                Settings.hashed("0123456789ab"),
                Optional.empty());
        Path file = folder.resolve("s.json");
        Signature.FILE.write(signature, file);
        assertEquals(signature, Signature.FILE.read(file));
        assertEquals(Files.readString(file), Signature.FILE.text(Signature.FILE.read(file)));
    }

    @Test
    void carriesItsReference() throws Exception {
        Signature signature = Examples.signature(Optional.of(Examples.cohort()));
        assertEquals(signature, Signature.FILE.parse(Signature.FILE.text(signature), "x.json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"cutoff\": -1.43 | \"cutof\": -1.43 | x.json lacks the key \"cutoff\": add it, or choose another "
                        + "file.",
                "\"citation\" | \"author\": \"\", \"citation\" | x.json has unknown keys: author; correct or remove "
                        + "them.",
                "\"weight\": 0.5 | \"weight\": \"0.5\" | \"terms[0].weight\" in x.json must be a number, is text: "
                        + "correct it.",
                "\"weight\": 0.5 | \"weight\": 0.5, \"unit\": 1 | x.json has unknown keys: terms[0].unit; correct or "
                        + "remove them.",
                "\"below\" | \"to\" | x.json lacks the key \"volume_mL.below\": add it, or choose another file.",
                "\"bins\": \"256\" | \"bins\": 256 | \"settings.bins\" in x.json must be text, is a number: correct "
                        + "it.",
                "\"version\": 1 | \"version\": 3 | x.json is a signature of version 3, but this program reads "
                        + "version 1 to 2: use the program that wrote it.",
                "\"feature\": \"b\" | \"feature\": \"a\" | x.json is no usable signature, since the feature a comes "
                        + "twice in the signature: correct it, or choose another file.",
                "\"from\": 3.0 | \"from\": 30 | x.json is no usable signature, since a range must begin below its "
                        + "end, was 30.0 to 10.0: correct it, or choose another file.",
                "ICH Radiomics signature | signature | x.json is not a signature (its \"format\" is \"signature\", "
                        + "not \"ICH Radiomics signature\"): choose a signature file.",
                "\"format\": \"ICH Radiomics signature\", | `` | x.json is not a signature (its \"format\" is "
                        + "missing, not \"ICH Radiomics signature\"): choose a signature file."
            })
    void refuses(String good, String bad, String sentence) {
        var e = assertThrows(
                InvalidInputException.class, () -> Signature.FILE.parse(TEXT.replace(good, bad), "x.json"));
        assertEquals(sentence, e.getMessage());
    }

    @Test
    void refusesAReference() throws Exception {
        Path file = folder.resolve("r.json");
        Reference.FILE.write(Examples.cohort(), file);
        assertEquals(
                "r.json is not a signature (its \"format\" is \"ICH Radiomics reference\", not \"ICH Radiomics "
                        + "signature\"): choose a signature file.",
                assertThrows(InvalidInputException.class, () -> Signature.FILE.read(file))
                        .getMessage());
    }
}
