package org.ichradiomics.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExtractorTest {

    @Test
    void tellsHowFarItIs() throws Exception {
        List<String> families = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        Extractor.with(ExtractionSettings.AK).measure(tiny().region(), (family, done) -> {
            families.add(family);
            shares.add(done);
        });
        assertEquals(List.of("Histogram", "GLCM", "Haralick", "Run length", "Form factor", "Size zone"), families);
        assertEquals(0, shares.get(0));
        assertEquals(42 / 396.0, shares.get(1), 1e-15);
        assertTrue(shares.get(5) < 1);
    }

    @Test
    void endsWhenItIsTold() throws Exception {
        AkCase tiny = tiny();
        List<String> begun = new ArrayList<>();
        assertThrows(
                CancellationException.class,
                () -> Extractor.with(ExtractionSettings.AK).measure(tiny.region(), (family, done) -> {
                    begun.add(family);
                    if (family.equals("Haralick")) throw new CancellationException();
                }));
        assertEquals(3, begun.size());
    }

    private static AkCase tiny() throws Exception {
        return AkCase.read(Path.of("src/test/resources/ak/tiny7"));
    }
}
