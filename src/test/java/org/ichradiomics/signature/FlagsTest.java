package org.ichradiomics.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Each flag, and none where nothing is wrong. Tests {@link Sturdiness}, {@link Icc} and {@link Development} too. */
class FlagsTest {

    private static Signature.Term term(String name, double mean, double sd) {
        return new Signature.Term(
                name, 1, Optional.of(mean), Optional.of(sd), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Signature signature(int events, Signature.Term... terms) {
        return new Signature(
                "s",
                "",
                0,
                List.of(terms),
                0,
                Range.ALL,
                Range.ALL,
                Examples.AK,
                Optional.empty(),
                Optional.empty(),
                Output.USUAL,
                new Development("growth", events == 0 ? 0 : 200, events, Development.Divisor.N, ""),
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private static List<String> flags(Signature signature) {
        List<String> flags = new ArrayList<>(Flags.of(signature));
        flags.removeIf(flag -> flag.startsWith("Robustness of its features: not known"));
        return flags;
    }

    @Test
    void raisesEachByItself() {
        assertEquals(List.of(), flags(signature(20, term("original_shape_MeshVolume", 10, 4), term("b", -3, 100))));
        assertEquals(
                List.of("The SD of original_shape_MeshVolume, 101, is more than ten times its mean, 10, though it is "
                        + "never negative: check units and digits."),
                flags(signature(20, term("original_shape_MeshVolume", 10, 101))));
        assertEquals(
                List.of("B hardly varies: its SD, 0.9, is less than 1 % of its mean, -100."),
                flags(signature(20, term("b", -100, 0.9))));
        assertEquals(
                List.of("It has 2 terms for 19 events, fewer than ten events for each: it is likely overfitted."),
                flags(signature(19, term("a", 1, 1), term("b", 1, 1))));
        assertEquals(
                List.of("It is not known on how many events it rests, and so not whether it has too many terms."),
                flags(signature(0, term("a", 0, 1))));
        assertEquals(
                List.of("It brings no means and SDs: a reference cohort is needed, as for the R-score."),
                flags(signature(10, new Signature.Term("a", 1))));
    }

    @Test
    void saysWhichFeaturesAreNotRobust() {
        Signature known = signature(20, term("a", 1, 1), term("b", 1, 1))
                .knowing(Map.of("a", new Icc(0.33, 0.1, 0.6, 50), "x", new Icc(1, 1, 1, 50)));
        String all = String.join("\n", Flags.of(known));
        assertTrue(
                all.contains("Robustness of its features: ICC(1,1) under small changes of contour and image, 50 cases: "
                        + "a 0.33 (0.10 to 0.60); not known of b. Not above 0.75, so not to be relied on: a."),
                all);
        Reference reference = Examples.cohort().knowing(Map.of("a", new Icc(0.9, 0.8, 0.95, 30)));
        assertEquals(
                "ICC(1,1) under small changes of contour and image, 30 cases: a 0.90 (0.80 to 0.95); not known of b.",
                Sturdiness.of(Examples.signature(Optional.empty()), Optional.of(reference)));
        assertTrue(Sturdiness.of(Signatures.zhan2020(), Optional.empty()).startsWith("not known for this cohort"));
    }

    @Test
    void aReferenceKeepsThem() throws Exception {
        Reference reference = Examples.cohort().knowing(Map.of("a", new Icc(0.9, 0.8, Double.NaN, 30)));
        String text = Reference.FILE.text(reference);
        assertTrue(text.contains("\"version\": 2"), text);
        assertEquals(reference, Reference.FILE.parse(text, "r.json"));
    }
}
