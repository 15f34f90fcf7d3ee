package org.ichradiomics.signature;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Range and Term. */
class SignatureTest {

    private static final Signature SIGNATURE = Examples.signature(Optional.empty());

    /** z(a) = 1.5, z(b) = −0.25, by hand. */
    @Test
    void addsWeightedZScores() {
        assertEquals(-1 + 0.75 + 0.5, SIGNATURE.score(Map.of("a", 13.0, "b", 95.0)::get, Examples.cohort()));
        assertEquals(
                -1,
                SIGNATURE.score(Map.of("a", 10.0, "b", 100.0)::get, Examples.cohort()),
                "the intercept at the means");
        assertTrue(Double.isNaN(SIGNATURE.score(Map.of("a", 10.0, "b", Double.NaN)::get, Examples.cohort())));
    }

    /** (0.1 + 0.2) + 0.3 and 0.1 + (0.2 + 0.3) differ in the last bit; nothing else may. */
    @Test
    void sumsInTheOrderOfItsTerms() {
        var forward = weights(0.1, 0.2, 0.3, List.of("x", "y", "z"));
        var backward = weights(0.1, 0.2, 0.3, List.of("z", "y", "x"));
        Reference unit = new Reference(
                "unit",
                Reference.Kind.COHORT,
                "a test",
                30,
                Examples.AK,
                Map.of("x", new Scale(0, 1, 30, ""), "y", new Scale(0, 1, 30, ""), "z", new Scale(0, 1, 30, "")));
        assertEquals((0.1 + 0.2) + 0.3, forward.score(name -> 1, unit));
        assertEquals((0.3 + 0.2) + 0.1, backward.score(name -> 1, unit));
        assertEquals(forward.score(name -> 1, unit), backward.score(name -> 1, unit), 1e-15);
    }

    private static Signature weights(double x, double y, double z, List<String> order) {
        Map<String, Double> weights = Map.of("x", x, "y", y, "z", z);
        return new Signature(
                "three",
                "",
                0,
                order.stream().map(f -> new Signature.Term(f, weights.get(f))).toList(),
                0,
                Range.ALL,
                Range.ALL,
                Examples.AK,
                Optional.empty());
    }

    @Test
    void cutoffIsHigh() {
        Signature zhan = Signatures.zhan2020();
        assertTrue(zhan.isHigh(-1.430));
        assertTrue(zhan.isHigh(-1.4299));
        assertFalse(zhan.isHigh(-1.4301));
        assertFalse(zhan.isHigh(Math.nextDown(-1.430)));
        assertFalse(zhan.isHigh(Double.NaN));
    }

    @Test
    void refusesNonsense() {
        var term = new Signature.Term("a", 1);
        assertRefused("a signature needs a name", () -> signature(" ", 0, List.of(term), 0));
        assertRefused(
                "the intercept must be a finite number, was NaN", () -> signature("s", Double.NaN, List.of(term), 0));
        assertRefused(
                "the cutoff must be a finite number, was Infinity",
                () -> signature("s", 0, List.of(term), Double.POSITIVE_INFINITY));
        assertRefused("a signature needs at least one term", () -> signature("s", 0, List.of(), 0));
        assertRefused(
                "the feature a comes twice in the signature",
                () -> signature("s", 0, List.of(term, new Signature.Term("a", 2)), 0));
        assertRefused("a term needs the name of a feature", () -> new Signature.Term("", 1));
        assertRefused("the weight of a must be a finite number, was NaN", () -> new Signature.Term("a", Double.NaN));
        assertRefused("a range must begin below its end, was 3.0 to 3.0", () -> new Range(3, 3));
        assertRefused("a range must begin below its end, was NaN to 3.0", () -> new Range(Double.NaN, 3));
        Reference onlyA =
                new Reference("r", Reference.Kind.COHORT, "", 2, Examples.AK, Map.of("a", new Scale(0, 0, 2, "")));
        assertRefused(
                "the signature's own reference cannot scale a (SD 0), b (not in it)",
                () -> Examples.signature(Optional.of(onlyA)));
        assertRefused("the reference r does not have b", () -> SIGNATURE.score(name -> 1, onlyA));
    }

    private static Signature signature(String name, double intercept, List<Signature.Term> terms, double cutoff) {
        return new Signature(
                name, "", intercept, terms, cutoff, Range.ALL, Range.ALL, Settings.UNKNOWN, Optional.empty());
    }

    private static void assertRefused(String sentence, Executable call) {
        assertEquals(
                sentence, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
