package org.ichradiomics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The jars as users get them. */
class JarsIT {

    private static final String INDEX = "META-INF/json/org.scijava.plugin.Plugin";

    private static JarFile jar(String property) throws Exception {
        return new JarFile(System.getProperty(property));
    }

    private static List<String> items(JarFile jar) throws Exception {
        List<JarEntry> configs = jar.stream()
                .filter(entry -> entry.getName().endsWith("plugins.config"))
                .toList();
        assertEquals(
                1,
                configs.size(),
                "ImageJ takes the first, and makes one up of classes with an underscore where there is none");
        String text = new String(jar.getInputStream(configs.get(0)).readAllBytes(), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    @Test
    void theOneForTheCommandLineHasNoMenu() throws Exception {
        try (JarFile jar = jar("cli.jar")) {
            assertEquals(List.of(), items(jar));
            assertFalse(jar.stream().map(JarEntry::getName).anyMatch(INDEX::equals), "Fiji reads it");
        }
    }

    @Test
    void thePluginHasItsMenuBehindTheFront() throws Exception {
        try (JarFile jar = jar("plugin.jar")) {
            List<String> items =
                    items(jar).stream().filter(line -> !line.endsWith("\"-\"")).toList();
            assertTrue(
                    items.size() > 10
                            && items.stream().allMatch(line -> line.contains("org.ichradiomics.front.MenuItem(")),
                    items.toString());
            assertTrue(jar.stream().map(JarEntry::getName).anyMatch(INDEX::equals));
            assertEquals(
                    52,
                    jar.getInputStream(jar.getEntry("org/ichradiomics/front/MenuItem.class"))
                            .readNBytes(8)[7]);
        }
    }
}
