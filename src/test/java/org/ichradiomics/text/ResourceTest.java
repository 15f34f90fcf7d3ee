package org.ichradiomics.text;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Version. */
class ResourceTest {

    @Test
    void saysWhichFileIsMissingInTheJar() {
        Resource none = new Resource(ResourceTest.class, "none.txt");
        assertTrue(assertThrows(IllegalStateException.class, none::text)
                .getMessage()
                .startsWith("none.txt in the jar"));
    }

    @Test
    void readsTextBesideItsClass() {
        Resource version = new Resource(Version.class, "version.properties");
        assertTrue(version.text().contains(Version.NUMBER));
        assertEquals("version.properties", version.parsed((text, file) -> file));
    }
}
