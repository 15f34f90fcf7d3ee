package org.ichradiomics.stats;

import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FoldsTest {

    /** 37 patients, 12 of them with the event, in 5 folds: 7 or 8 patients, 2 or 3 events in each. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2026})
    void stratifiedFoldsDifferByOneAtMost(long seed) throws InvalidInputException {
        boolean[] events = new boolean[37];
        for (int i = 0; i < events.length; i++) events[i] = i % 10 < 3;
        Folds folds = Folds.stratified(events, 5, seed);
        int[] patients = new int[5];
        int[] with = new int[5];
        for (int i = 0; i < events.length; i++) {
            int fold = folds.ids()[i] - 1;
            patients[fold]++;
            if (events[i]) with[fold]++;
        }
        for (int fold = 0; fold < 5; fold++) {
            assertTrue(patients[fold] == 7 || patients[fold] == 8, "patients " + patients[fold]);
            assertTrue(with[fold] == 2 || with[fold] == 3, "events " + with[fold]);
        }
    }

    @Test
    void whatIsNoFoldIsRefused() {
        assertRefused("No patient is in fold 2: number the folds from 1 without a gap.", 1, 3, 3, 4, 1);
        assertRefused("Patient 2 is in fold 0: number the folds from 1.", 1, 0, 2, 3);
        assertRefused("Cross-validation needs at least 3 folds, but there are 2: choose more folds.", 1, 2, 1, 2);
        assertRefused(
                "The largest fold is number 9, but there are only 3 patients: number the folds from 1 without a gap.",
                1,
                2,
                9);
    }

    private static void assertRefused(String sentence, int... ids) {
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> Folds.given(ids))
                        .getMessage());
    }

    @Test
    void copiesOfAPatientShareAFold() throws InvalidInputException {
        Random random = new Random(3);
        int[] drawn = random.ints(90, 0, 90).toArray();
        boolean[] events = new boolean[90];
        for (int i = 0; i < 90; i++) events[i] = drawn[i] % 4 == 0;
        int[] ids = Folds.ofCopies(drawn, events, 5, true, 11).ids();
        for (int i = 0; i < 90; i++) for (int j = 0; j < i; j++) if (drawn[i] == drawn[j]) assertEquals(ids[i], ids[j]);
        int[] each = IntStream.range(0, 90).toArray();
        assertArrayEquals(
                Folds.stratified(events, 5, 11).ids(),
                Folds.ofCopies(each, events, 5, true, 11).ids());
        assertArrayEquals(
                Folds.unstratified(90, 5, 11).ids(),
                Folds.ofCopies(each, events, 5, false, 11).ids());
    }
}
