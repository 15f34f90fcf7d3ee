package org.ichradiomics.study.output;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import org.ichradiomics.stats.Confusion;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.Proportion;

/** What a cutoff does, as it is reported everywhere: a proportion of cases with its interval. */
enum Performance {
    SENSITIVITY("sensitivity", "Sensitivity", "sensitivity", Confusion::sensitivity),
    SPECIFICITY("specificity", "Specificity", "specificity", Confusion::specificity),
    PPV("ppv", "PPV", "positive predictive value", Confusion::ppv),
    NPV("npv", "NPV", "negative predictive value", Confusion::npv),
    ACCURACY("accuracy", "Accuracy", "accuracy", Confusion::accuracy);

    private final String key;
    private final String title;
    private final String words;
    private final BiFunction<Confusion, Proportion, Estimate> formula;

    Performance(String key, String title, String words, BiFunction<Confusion, Proportion, Estimate> formula) {
        this.key = key;
        this.title = title;
        this.words = words;
        this.formula = formula;
    }

    /** In files for programs. */
    String key() {
        return key;
    }

    /** Above a column of a paper's table. */
    String title() {
        return title;
    }

    /** In windows and sentences. */
    String words() {
        return words;
    }

    Estimate of(Confusion point, Proportion interval) {
        return formula.apply(point, interval);
    }

    /** All of them within a sentence, the two predictive values in one word. */
    static String sentence() {
        List<String> words = Arrays.stream(values())
                .map(number -> number.words.replaceFirst("\\w+ (predictive value)$", "$1s"))
                .distinct()
                .toList();
        return words.stream().limit(words.size() - 1).collect(Collectors.joining(", ")) + " and "
                + words.get(words.size() - 1);
    }
}
