package org.ichradiomics.study;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Covers Endpoint and SplitRule. */
class SplitTest {

    private static final List<String> IDS =
            IntStream.range(0, 313).mapToObj(i -> "p" + i).toList();
    private static final FeatureTable TABLE =
            FeatureTable.of(List.of("id"), IDS.stream().map(List::of).toList());

    /** 44 of 313 with the event, as in Zhan et al. */
    private static final Endpoint HE = new Endpoint(
            OutcomeRule.EXPANSION,
            IntStream.range(0, 313)
                    .mapToDouble(i -> i % 7 == 0 && i < 308 ? 1 : 0)
                    .toArray());

    /** The paper's 30 + 188 = 218 of 44 and 269. */
    @Test
    void stratifiedSharesAreThoseOfThePaper() throws InvalidInputException {
        Split split = Split.of(SplitRule.Random.AS_PUBLISHED, TABLE, HE, IDS, 1, List.of());
        assertEquals(218, split.training().length);
        assertEquals(30, HE.count(split.training()));
        assertEquals(95, split.test().length);
        assertEquals(14, HE.count(split.test()));
        assertArrayEquals(
                IntStream.range(0, 313).toArray(),
                IntStream.concat(Arrays.stream(split.training()), Arrays.stream(split.test()))
                        .sorted()
                        .toArray());
    }

    @Test
    void unstratifiedIsTheFloorOfTheWhole() throws InvalidInputException {
        assertEquals(
                219,
                Split.of(new SplitRule.Random(0.7, false), TABLE, HE, IDS, 1, List.of())
                        .training()
                        .length);
    }

    @Test
    void theSeedDecides() throws InvalidInputException {
        int[] one = Split.of(SplitRule.Random.AS_PUBLISHED, TABLE, HE, IDS, 1, List.of())
                .training();
        assertArrayEquals(
                one,
                Split.of(SplitRule.Random.AS_PUBLISHED, TABLE, HE, IDS, 1, List.of())
                        .training());
        assertFalse(Arrays.equals(
                one,
                Split.of(SplitRule.Random.AS_PUBLISHED, TABLE, HE, IDS, 2, List.of())
                        .training()));
    }

    /** 0.7 · 10 is 7.000000000000001 or 6.999999999999999 in doubles: 7 either way. */
    @Test
    void roundingDoesNotLoseACase() throws InvalidInputException {
        List<String> ids = IntStream.range(0, 20).mapToObj(i -> "p" + i).toList();
        FeatureTable table =
                FeatureTable.of(List.of("id"), ids.stream().map(List::of).toList());
        Endpoint half = new Endpoint(
                OutcomeRule.EXPANSION,
                IntStream.range(0, 20).mapToDouble(i -> i % 2).toArray());
        for (double share : new double[] {0.1, 0.3, 0.6, 0.7, 0.9}) {
            assertEquals(
                    Math.round(share * 10) * 2,
                    Split.of(new SplitRule.Random(share, true), table, half, ids, 5, List.of())
                            .training()
                            .length,
                    "share " + share);
        }
    }
}
