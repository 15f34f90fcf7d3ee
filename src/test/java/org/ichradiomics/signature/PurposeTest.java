package org.ichradiomics.signature;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is said of the score of Zhan et al. is what their paper says of it, and nothing of it of other scores. */
class PurposeTest {

    @Test
    void ofZhan() {
        assertEquals(
                "The R-score was made to tell which small haematomas will expand: the higher it is, the more a "
                        + "haematoma is like those that did. Its cutoff is −1.430. It is not validated below 3 mL and "
                        + "from 10 mL on. " + Purpose.RESEARCH,
                Purpose.R_SCORE);
    }

    @Test
    void ofAnotherScore() {
        Signature other = new Signature(
                "Other",
                "Somebody 2024",
                1,
                List.of(new Signature.Term("kurtosis", 2)),
                0.5,
                new Range(Double.NEGATIVE_INFINITY, 30),
                Range.ALL,
                Settings.UNKNOWN,
                Optional.empty());
        String said = Purpose.of(other);
        assertTrue(said.contains("Somebody 2024"), said);
        assertTrue(said.contains("Its cutoff is 0.500. It is not validated from 30 mL on. " + Purpose.RESEARCH), said);
    }
}
