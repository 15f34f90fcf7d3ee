package org.ichradiomics.signature;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ReferencesTest {

    @TempDir
    Path folder;

    @Test
    void theDemonstrationFitsThePublishedSignature() throws Exception {
        Reference demonstration = References.demonstration();
        assertEquals("Demonstration", demonstration.name());
        assertEquals(Reference.Kind.DEMONSTRATION, demonstration.kind());
        assertEquals(List.of(), demonstration.unusable(Signatures.zhan2020().features()));
        assertEquals(Optional.empty(), demonstration.warning());
        assertEquals(
                Optional.empty(),
                demonstration.settings().difference(Signatures.zhan2020().settings()));
    }

    @Test
    void findsByNameOrPath() throws Exception {
        assertEquals(List.of("Demonstration"), References.names());
        assertEquals(Optional.of(References.demonstration()), References.find("DEMONSTRATION"));
        assertEquals(Optional.empty(), References.find("None"));
        Path file = folder.resolve("mine.json");
        Reference.FILE.write(Examples.cohort(), file);
        assertEquals(Optional.of(Examples.cohort()), References.find(file.toString()));
    }

    @Test
    void chooses() throws Exception {
        Signature bare = Examples.signature(Optional.empty());
        Signature carrying = Examples.signature(Optional.of(Examples.cohort()));
        for (String nothingSaid : List.of("default", "Default", "", " ")) {
            assertEquals(
                    "Demonstration",
                    References.choose(nothingSaid, bare).orElseThrow().name());
            assertEquals(
                    "cohort",
                    References.choose(nothingSaid, carrying).orElseThrow().name());
        }
        assertEquals(
                "Demonstration",
                References.choose("demonstration", carrying).orElseThrow().name(),
                "what is named wins");
        assertEquals(Optional.empty(), References.choose("none", bare));
        assertEquals("cohort", References.choose("none", carrying).orElseThrow().name());
    }

    @Test
    void refusesWhatIsNotThere() {
        assertEquals(
                "There is no reference \"ours.json\": give the name \"Demonstration\" or the path of a JSON file.",
                assertThrows(InvalidInputException.class, () -> References.find("ours.json"))
                        .getMessage());
    }

    @Test
    void refusesASignature() throws Exception {
        Path file = folder.resolve("s.json");
        Signature.FILE.write(Signatures.zhan2020(), file);
        assertEquals(
                "s.json is not a reference (its \"format\" is \"ICH Radiomics signature\", not \"ICH Radiomics "
                        + "reference\"): choose a reference file.",
                assertThrows(InvalidInputException.class, () -> References.find(file.toString()))
                        .getMessage());
    }
}
