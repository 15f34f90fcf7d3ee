package org.ichradiomics.study;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Sentences that are raised, each once. */
final class Raised {

    private final Set<String> sentences = new LinkedHashSet<>();

    /** A sentence as {@link String#format} makes it. */
    void say(String sentence, Object... numbers) {
        sentences.add(String.format(Locale.ROOT, sentence, numbers));
    }

    List<String> sentences() {
        return List.copyOf(sentences);
    }
}
