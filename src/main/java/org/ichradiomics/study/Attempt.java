package org.ichradiomics.study;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.ichradiomics.text.InvalidInputException;

/**
 * What was found, or the sentence that says why there is nothing.
 *
 * @param problem there where the result is not, but may be empty where nothing need be said
 */
record Attempt<T>(Optional<T> result, Optional<String> problem) {

    /** What may be refused. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws InvalidInputException;
    }

    /** The work's result, or the sentence with which it was refused. */
    static <T> Attempt<T> at(Work<T> work) {
        try {
            return found(work.done());
        } catch (InvalidInputException e) {
            return failed(e.getMessage());
        }
    }

    static <T> Attempt<T> found(T result) {
        return new Attempt<>(Optional.of(result), Optional.empty());
    }

    /** Nothing, of which nothing need be said. */
    static <T> Attempt<T> none() {
        return new Attempt<>(Optional.empty(), Optional.empty());
    }

    static <T> Attempt<T> failed(String why) {
        return new Attempt<>(Optional.empty(), Optional.of(why));
    }

    /** The same with another sentence where it failed. */
    Attempt<T> otherwise(String why) {
        return problem.isEmpty() ? this : failed(why);
    }

    static <T> List<T> results(Collection<Attempt<T>> attempts) {
        return attempts.stream().flatMap(one -> one.result().stream()).toList();
    }

    static <T> List<String> problems(Collection<Attempt<T>> attempts) {
        return attempts.stream().flatMap(one -> one.problem().stream()).toList();
    }
}
