package org.ichradiomics.signature;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SignaturesTest {

    @TempDir
    Path folder;

    /** The numbers as printed in the preprint. */
    @Test
    void zhan2020IsAsPublished() {
        Signature zhan = Signatures.zhan2020();
        assertEquals("Zhan 2020", zhan.name());
        assertEquals(-2.180, zhan.intercept());
        assertEquals(
                List.of(
                        new Signature.Term("kurtosis", -0.299),
                        new Signature.Term("HaralickCorrelation_AllDirection_offset1_SD", -0.858),
                        new Signature.Term("ShortRunHighGreyLevelEmphasis_AllDirection_offset4_SD", -0.272)),
                zhan.terms());
        assertEquals(-1.430, zhan.cutoff());
        assertEquals(new Range(3, 10), zhan.volume());
        assertEquals(new Range(-8, 2), zhan.plausible());
        assertEquals(Examples.AK, zhan.settings());
        assertEquals(Optional.empty(), zhan.reference());
        assertTrue(zhan.citation().contains("Br J Radiol 2021;94:20201047"));
    }

    /** The shipped file is in the form that the tool writes, so that it is an example of it. */
    @Test
    void theResourceIsInTheWrittenForm() throws Exception {
        try (var in = Signatures.class.getResourceAsStream("zhan-2020.json")) {
            assertEquals(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8), Signature.FILE.text(Signatures.zhan2020()));
        }
    }

    @Test
    void findsByNameOrPath() throws Exception {
        assertEquals(List.of("Zhan 2020"), Signatures.names());
        assertEquals(Signatures.zhan2020(), Signatures.find(" zhan 2020 "));
        Path file = folder.resolve("mine.json");
        Signature.FILE.write(Examples.signature(Optional.empty()), file);
        assertEquals("two terms", Signatures.find(file.toString()).name());
    }

    @Test
    void refusesWhatIsNotThere() {
        for (String wanted : List.of("Zhan 2021", "", "a\0b")) {
            assertEquals(
                    "There is no signature \"" + wanted + "\": give the name \"Zhan 2020\" or the path of a JSON file.",
                    assertThrows(InvalidInputException.class, () -> Signatures.find(wanted))
                            .getMessage());
        }
        assertEquals(
                folder.getFileName() + " is a folder: choose a file in it.",
                assertThrows(InvalidInputException.class, () -> Signatures.find(folder.toString()))
                        .getMessage());
    }
}
