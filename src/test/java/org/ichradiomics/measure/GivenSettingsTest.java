package org.ichradiomics.measure;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.signature.Settings;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class GivenSettingsTest {

    @TempDir
    Path folder;

    private Settings of(String name, String text) throws Exception {
        return GivenSettings.of(Files.writeString(folder.resolve(name), text).toString());
    }

    @Test
    void readsThoseOfEachCatalogue() throws Exception {
        Settings ak = Settings.of(ExtractionSettings.AK.asMap());
        assertEquals(ak, GivenSettings.of("ak"));
        assertEquals(ak, of("ak.json", "{\"catalogue\": \"AK\", \"bins\": 256, \"low\": \"auto\"}"));
        assertEquals("64", of("bins.json", "{\"bins\": 64}").entries().get("bins"));
        assertEquals(Settings.of(IbsiPreset.C.settings().asMap()), GivenSettings.of("C"));
        assertEquals(
                "PyRadiomics",
                of("p.yml", "setting:\n  binWidth: 5\n").entries().get("catalogue"));
        assertTrue(GivenSettings.of(" ").isUnknown());
    }

    @Test
    void refusesOthers() {
        assertTrue(assertThrows(InvalidInputException.class, () -> GivenSettings.of("AKK"))
                .getMessage()
                .startsWith("There are no settings \"AKK\": give AK, a name of IBSI's"));
        assertEquals(
                "x.json has unknown keys: bin; correct or remove them.",
                assertThrows(InvalidInputException.class, () -> of("x.json", "{\"bin\": 1}"))
                        .getMessage());
    }
}
