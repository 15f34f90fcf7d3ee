package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AttemptTest {

    private static final Attempt<Integer> FAILED = Attempt.at(() -> {
        throw new InvalidInputException("There is no 2: count on.");
    });

    @Test
    void eitherAResultOrASentence() {
        assertEquals(new Attempt<>(Optional.of(1), Optional.empty()), Attempt.at(() -> 1));
        assertEquals(new Attempt<>(Optional.empty(), Optional.of("There is no 2: count on.")), FAILED);
        assertEquals(Attempt.failed("Why?"), FAILED.otherwise("Why?"));
        assertEquals(Attempt.found(1), Attempt.found(1).otherwise("Why?"));
    }

    @Test
    void ofSeveralTheResultsAndTheSentencesInOrder() {
        List<Attempt<Integer>> attempts = List.of(Attempt.found(1), FAILED, Attempt.none(), Attempt.found(3));
        assertEquals(List.of(1, 3), Attempt.results(attempts));
        assertEquals(List.of("There is no 2: count on."), Attempt.problems(attempts));
    }
}
