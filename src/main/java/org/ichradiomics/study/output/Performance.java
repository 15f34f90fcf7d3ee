package org.ichradiomics.study.output;

import java.util.List;
import java.util.function.BiFunction;

import org.ichradiomics.stats.Confusion;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.Proportion;
import org.ichradiomics.text.English;

/**
 * What a cutoff does, as it is reported everywhere: a proportion of cases with its interval.
 *
 * @param key in files for programs
 * @param title above a column of a paper's table
 * @param words in windows and sentences
 */
record Performance(String key, String title, String words, BiFunction<Confusion, Proportion, Estimate> of) {

    static final List<Performance> ALL = List.of(
            new Performance("sensitivity", "Sensitivity", "sensitivity", Confusion::sensitivity),
            new Performance("specificity", "Specificity", "specificity", Confusion::specificity),
            new Performance("ppv", "PPV", "positive predictive value", Confusion::ppv),
            new Performance("npv", "NPV", "negative predictive value", Confusion::npv),
            new Performance("accuracy", "Accuracy", "accuracy", Confusion::accuracy));

    Estimate of(Confusion point, Proportion interval) {
        return of.apply(point, interval);
    }

    /** All of them within a sentence, the two predictive values in one word. */
    static String sentence() {
        return English.listed(
                ALL.stream()
                        .map(number -> number.words.replaceFirst("\\w+ (predictive value)$", "$1s"))
                        .distinct()
                        .toList(),
                "and");
    }
}
