package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

import org.ichradiomics.stats.SampleSize;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NumberText;
import org.ichradiomics.text.Sentence;

/**
 * How many cases a model needs after Riley, beside those that trained it.
 *
 * @param cases in training
 * @param events among them
 * @param candidates reckoned with all features that the study looked at, before any filter
 * @param terms reckoned with those that the signature has, which is too kind: they were chosen by the same cases; empty
 *     where it has none
 */
public record RequiredCases(int cases, int events, SampleSize candidates, Optional<SampleSize> terms) {

    /** One way of reckoning. */
    public record Row(String key, String title, SampleSize size) {}

    /** @throws InvalidInputException if no model has the R² that the plan expects */
    static void requirePossible(Cohort cohort) throws InvalidInputException {
        int[] training = cohort.split().training();
        int events = cohort.outcome().count(training);
        double most = SampleSize.largest((double) events / training.length);
        Optional<Double> r2 = cohort.plan().sampleSize().r2();
        if (r2.isEmpty() || r2.get() < most) return;
        throw new InvalidInputException(Sentence.of(
                "No model of an outcome with " + events + " events in " + training.length + " cases has an R² of "
                        + NumberText.plain(r2.get()) + ", as the largest is " + NumberText.fixed(most, 3) + ": lower ",
                FileKey.ofStudy("sample_size.r2"),
                "."));
    }

    static RequiredCases of(Cohort cohort, Optional<Selection> selection) {
        int[] training = cohort.split().training();
        int events = cohort.outcome().count(training);
        double share = (double) events / training.length;
        Optional<Double> r2 = cohort.plan().sampleSize().r2();
        OptionalDouble expected = r2.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
        int terms = selection.map(s -> s.model().terms().size()).orElse(0);
        return new RequiredCases(
                training.length,
                events,
                SampleSize.of(cohort.features().orElseThrow().names().size(), share, expected),
                terms == 0 ? Optional.empty() : Optional.of(SampleSize.of(terms, share, expected)));
    }

    /** Both ways, or the one. */
    public List<Row> rows() {
        return Stream.concat(
                        Stream.of(new Row("candidates", "All candidate features", candidates)),
                        terms.stream().map(size -> new Row("terms", "Features of the signature (too kind)", size)))
                .toList();
    }
}
