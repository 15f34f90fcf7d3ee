package org.ichradiomics.signature;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SettingsTest {

    static Settings ak(String bins, String low) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("catalogue", "AK");
        entries.put("bins", bins);
        entries.put("low", low);
        entries.put("high", "auto");
        entries.put("run_distance", "auto");
        return Settings.of(entries);
    }

    /** printf 'catalogue=AK;bins=256;low=auto;high=auto;run_distance=auto' | sha256sum */
    @Test
    void hashesTheCanonicalText() {
        Settings settings = ak("256", "auto");
        assertEquals("catalogue=AK;bins=256;low=auto;high=auto;run_distance=auto", settings.text());
        assertEquals("d648bb06da48", settings.hash());
        assertEquals(settings, ak("256", "auto"));
        assertEquals(settings.hashCode(), ak("256", "auto").hashCode());
        assertNotEquals(settings, Settings.hashed("d648bb06da48"), "the one knows its entries");
    }

    @Test
    void tellsWhatDiffers() {
        Settings settings = ak("256", "auto");
        assertEquals(Optional.of("bins 256 and 64, low auto and 0.0"), settings.difference(ak("64", "0.0")));
        assertEquals(
                Optional.of(
                        "bins 256 and (not given), low auto and (not given), high auto and (not given), run_distance "
                                + "auto and (not given)"),
                settings.difference(Settings.of(Map.of("catalogue", "AK"))));
        assertEquals(
                Optional.of("settings 000000000000 and settings d648bb06da48 "
                        + "(catalogue=AK;bins=256;low=auto;high=auto;run_distance=auto)"),
                Settings.hashed("000000000000").difference(settings));
        assertEquals(Optional.empty(), settings.difference(Settings.hashed("d648bb06da48")));
        assertEquals(Optional.empty(), settings.difference(Settings.UNKNOWN));
        assertEquals(Optional.empty(), Settings.UNKNOWN.difference(settings));
    }

    @Test
    void takesAnotherOrderForTheSame() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("b", "1");
        entries.put("a", "2");
        Map<String, String> turned = new LinkedHashMap<>();
        turned.put("a", "2");
        turned.put("b", "1");
        assertEquals(Optional.empty(), Settings.of(entries).difference(Settings.of(turned)));
    }

    @Test
    void refusesNonsense() {
        assertEquals(
                "a settings hash is 12 hexadecimal digits, was \"AK\"",
                assertThrows(IllegalArgumentException.class, () -> Settings.hashed("AK"))
                        .getMessage());
        assertEquals(
                "the setting \"bins\" with the value \"6;4\" must not be blank or hold '=' or ';'",
                assertThrows(IllegalArgumentException.class, () -> Settings.of(Map.of("bins", "6;4")))
                        .getMessage());
        assertEquals(
                "settings need at least one entry",
                assertThrows(IllegalArgumentException.class, () -> Settings.of(Map.of()))
                        .getMessage());
        assertTrue(Settings.UNKNOWN.isUnknown());
    }
}
