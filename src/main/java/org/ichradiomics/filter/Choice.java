package org.ichradiomics.filter;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One of several words. */
final class Choice {

    private Choice() {}

    /** @throws IllegalArgumentException if the text is none of the choices'; the message begins with {@code key} */
    static <T> T of(String key, String text, List<T> choices, Function<T, String> texts) {
        return choices.stream()
                .filter(choice -> texts.apply(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(key + " must be one of "
                        + choices.stream().map(texts).collect(Collectors.joining(", ")) + ", was \"" + text + "\""));
    }
}
