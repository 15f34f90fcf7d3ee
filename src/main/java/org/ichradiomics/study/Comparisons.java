package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.ichradiomics.text.InvalidInputException;

/**
 * The columns of the paper's Table 1 and its supplement: event against none in each part, training against test, small
 * against middle volumes.
 */
final class Comparisons {

    private final Cohort cohort;
    private final List<Variable> variables;
    private final List<GroupComparison> found = new ArrayList<>();

    private Comparisons(Cohort cohort, List<Variable> variables) {
        this.cohort = cohort;
        this.variables = variables;
    }

    /** @throws InvalidInputException if an exact test is asked for and there are too many values */
    static List<GroupComparison> of(Cohort cohort, List<Variable> variables) throws InvalidInputException {
        Comparisons comparisons = new Comparisons(cohort, variables);
        Subset training = cohort.subset(Subset.TRAINING).orElseThrow();
        comparisons.byOutcome(training, cohort.outcome());
        for (Subset test : cohort.tests()) {
            comparisons.byOutcome(test, cohort.outcome());
            comparisons.between(training, test, Stream.concat(cohort.second().stream(), Stream.of(cohort.outcome())));
        }
        List<Subset> byVolume = Stream.concat(cohort.middle().stream(), cohort.small().stream())
                .filter(subset -> subset.size() > 0)
                .toList();
        for (Endpoint endpoint : cohort.endpoints()) {
            for (Subset subset : byVolume) comparisons.byOutcome(subset, endpoint);
        }
        if (byVolume.size() == 2) comparisons.between(byVolume.get(1), byVolume.get(0), cohort.endpoints().stream());
        return List.copyOf(comparisons.found);
    }

    private void byOutcome(Subset subset, Endpoint endpoint) throws InvalidInputException {
        OutcomeRule rule = endpoint.rule();
        found.add(GroupComparison.of(
                GroupComparison.key(subset.key(), rule),
                new Subset(subset.key(), rule.event(), endpoint.with(subset.cases(), true)),
                new Subset(subset.key(), rule.other(), endpoint.with(subset.cases(), false)),
                with(cohort.endpoints().stream().filter(other -> other != endpoint)),
                cohort.plan()));
    }

    private void between(Subset first, Subset second, Stream<Endpoint> outcomes) throws InvalidInputException {
        found.add(GroupComparison.of(GroupComparison.key(first, second), first, second, with(outcomes), cohort.plan()));
    }

    /** Outcomes stand behind the last of the variables that are no amounts. */
    private List<Variable> with(Stream<Endpoint> outcomes) {
        return Stream.concat(
                        variables.stream(),
                        outcomes.map(o -> Variable.binary(o.rule().variable(), o.values())))
                .toList();
    }
}
