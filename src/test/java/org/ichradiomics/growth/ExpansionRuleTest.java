package org.ichradiomics.growth;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.ichradiomics.region.Spacing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The rules' truth tables, on voxels of 1 mm³.
 *
 * <p>Covers Finding.
 */
class ExpansionRuleTest {

    private static final Spacing CUBE = new Spacing(0.1, 2, 5);

    private static VoxelVolume cubicMillimetres(long n) {
        return new VoxelVolume(n, CUBE);
    }

    private static Expansion expansion(long before, long after) {
        return Expansion.of(cubicMillimetres(before), cubicMillimetres(after));
    }

    /** The rules that say yes. */
    private static String met(Expansion expansion) {
        return with(expansion, Finding.YES);
    }

    private static String with(Expansion expansion, Finding finding) {
        return Arrays.stream(ExpansionRule.values())
                .filter(rule -> rule.of(expansion) == finding)
                .map(ExpansionRule::text)
                .collect(Collectors.joining(", "));
    }

    /** Volumes in mm³; IVH is measured and none. Each line is worked out by hand from the rules as published. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " 10000 | 10000 | ''",
                " 10000 |  4000 | ''",
                " 10000 | 13299 | ''",
                " 10000 | 13300 | standard, revised any IVH, revised 1 mL IVH",
                " 10000 | 13301 | standard, standard strict, 12.5 mL, revised any IVH, revised 1 mL IVH",
                " 40000 | 45100 | ''",
                " 40000 | 45101 | moderate or massive",
                " 40000 | 45999 | moderate or massive",
                " 40000 | 46000 | standard, moderate or massive, 6 mL, revised any IVH, revised 1 mL IVH",
                " 40000 | 46001 | standard, standard strict, moderate or massive, 6 mL, revised any IVH, revised 1 "
                        + "mL IVH",
                " 50000 | 62500 | standard, standard strict, moderate or massive, 6 mL, revised any IVH, revised 1 "
                        + "mL IVH",
                " 50000 | 62501 | standard, standard strict, 12.5 mL, massive, moderate or massive, 6 mL, revised "
                        + "any IVH, revised 1 mL IVH",
                "   300 |   399 | standard, revised any IVH, revised 1 mL IVH",
                "     1 |     2 | standard, standard strict, 12.5 mL, revised any IVH, revised 1 mL IVH",
                "  5000 |     0 | ''"
            })
    void truthTable(long before, long after, String met) {
        assertEquals(met, met(expansion(before, after).withIvh(cubicMillimetres(0), cubicMillimetres(0))));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, NO, NO",
        "0, 1, YES, NO",
        "500, 500, NO, NO",
        "500, 499, NO, NO",
        "500, 501, YES, NO",
        "500, 1499, YES, NO",
        "500, 1500, YES, YES",
        "0, 1000, YES, YES",
        "0, 999, YES, NO"
    })
    void revisedByIvhAlone(long before, long after, Finding any, Finding one) {
        Expansion still = expansion(10_000, 10_000).withIvh(cubicMillimetres(before), cubicMillimetres(after));
        assertEquals(any, ExpansionRule.REVISED_ANY.of(still));
        assertEquals(one, ExpansionRule.REVISED_1ML.of(still));
        assertEquals(Finding.NO, ExpansionRule.STANDARD.of(still));
    }

    @Test
    void withoutIvhTheRevisedRulesAreNotKnown() {
        assertEquals("revised any IVH, revised 1 mL IVH", with(expansion(10_000, 10_000), Finding.NOT_KNOWN));
        assertEquals("revised any IVH, revised 1 mL IVH", with(expansion(10_000, 20_000), Finding.NOT_KNOWN));
    }

    @ParameterizedTest
    @EnumSource(ExpansionRule.class)
    void afterSurgeryNothingIsKnown(ExpansionRule rule) {
        Expansion grown = expansion(10_000, 30_000).withIvh(cubicMillimetres(0), cubicMillimetres(5000));
        assertEquals(Finding.YES, rule.of(grown));
        assertEquals(Finding.NOT_KNOWN, rule.of(grown.afterSurgery()));
        assertTrue(rule.of(grown.afterSurgery()).asBoolean().isEmpty());
        assertEquals(20, grown.afterSurgery().haematoma().millilitres(), 1e-9);
    }

    @Test
    void hoursGiveARate() {
        assertEquals(OptionalDouble.empty(), expansion(1000, 2000).millilitresPerHour());
        assertEquals(
                0.25, expansion(1000, 2000).withHours(4).millilitresPerHour().getAsDouble(), 1e-12);
        for (double hours : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> expansion(1, 1).withHours(hours));
        }
    }

    @Test
    void thereIsAlwaysABaseline() {
        assertThrows(IllegalArgumentException.class, () -> expansion(0, 10));
    }

    @Test
    void theSmallestChangeIsAVoxelOfTheCoarserScan() {
        VoxelVolume fine = new VoxelVolume(10, new Spacing(0.5, 0.5, 1));
        VoxelVolume coarse = new VoxelVolume(10, new Spacing(0.5, 0.5, 5));
        assertEquals(0.00125, Expansion.of(fine, coarse).smallestChange(), 1e-15);
        assertEquals(0.00125, Expansion.of(coarse, fine).smallestChange(), 1e-15);
    }

    @Test
    void theOuterLayerOfABox() {
        assertEquals(
                new VoxelVolume(2 * (2 * 6 + 2 * 3), CUBE), OuterLayer.of(Shapes.of(6, 5, 2, CUBE, (x, y, z) -> true)));
        assertEquals(1, OuterLayer.of(Shapes.drawn(CUBE, "#")).voxels());
        assertEquals(
                12, OuterLayer.of(Shapes.drawn(CUBE, "####/#..#/#..#/####")).voxels());
    }

    @Test
    void everyRuleSaysWhatItIs() {
        List<String> names =
                Arrays.stream(ExpansionRule.values()).map(ExpansionRule::text).toList();
        assertEquals(names.size(), new TreeSet<>(names).size());
        assertEquals("standard", names.get(0));
        for (ExpansionRule rule : ExpansionRule.values()) {
            assertEquals(
                    rule,
                    ExpansionRule.named(" " + rule.text().toUpperCase(Locale.ROOT))
                            .orElseThrow());
            assertFalse(rule.rule().isBlank() || rule.source().isBlank());
        }
        assertTrue(ExpansionRule.named("standart").isEmpty());
    }
}
