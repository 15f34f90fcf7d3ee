package org.ichradiomics.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertTrue;

class SignsPageTest {

    @Test
    void everySignStandsOnThePageWithItsSource() throws IOException, InvalidInputException {
        String page = Files.readString(Path.of("docs/signs.md"));
        for (Sign sign : Sign.values()) assertTrue(page.contains("| `" + sign.key() + "` | "), sign.key());
        for (Sign sign : Sign.values()) {
            if (sign != Sign.FLUID_LEVEL) assertTrue(page.contains(sign.source()), sign.source());
        }
        assertTrue(page.contains(
                "\n    " + Phantom.signs("bh_32").suggestion(Sign.BLACK_HOLE).text() + "\n"));
    }
}
