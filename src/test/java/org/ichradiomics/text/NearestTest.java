package org.ichradiomics.text;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class NearestTest {

    private static final List<String> NAMES = List.of("train", "test", "mask_label", "bins");

    @ParameterizedTest
    @CsvSource({
        "trian, train", // two letters swapped
        "TRAIN, train",
        "tset, test",
        "masklabel, mask_label",
        "mask-labl, mask_label",
        "bin, bins"
    })
    void theNameThatWasMeant(String written, String meant) {
        assertEquals(Optional.of(meant), Nearest.of(written, NAMES));
        assertEquals(" (did you mean \"" + meant + "\"?)", Nearest.question(written, NAMES));
    }

    /** More than a third of the letters would have to change. */
    @ParameterizedTest
    @CsvSource({"brain_mask", "tumour", "xy"})
    void noneIsNear(String written) {
        assertEquals(Optional.empty(), Nearest.of(written, NAMES));
        assertEquals("", Nearest.question(written, NAMES));
    }

    @Test
    void ofEqualsTheFirst() {
        assertEquals(Optional.of("cat"), Nearest.of("bat", List.of("cat", "rat")));
    }
}
