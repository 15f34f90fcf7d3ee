package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;

import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.stats.BackwardElimination;

/**
 * A backward selection, or the reason why there is none.
 *
 * @param key        in files, e.g. {@code train_he_wald}
 * @param candidates of which there are values that differ
 * @param leftOut    notes on what cannot be among them
 */
public record BackwardSelection(String key, Subset subset, Endpoint endpoint, BackwardElimination.Criterion criterion, List<String> candidates,
        List<String> leftOut, Optional<BackwardElimination> elimination, Optional<String> problem) {

    static BackwardSelection of(Subset subset, Endpoint endpoint, List<Variable> candidates, BackwardElimination.Rule rule) {
        String key = subset.key() + "_" + endpoint.rule().key() + "_" + text(rule.criterion());
        int[] cases = endpoint.known(subset.cases());
        Terms terms = Terms.of(candidates, cases);
        List<String> names = List.copyOf(terms.byVariable().keySet());
        List<String> leftOut = terms.notes("the backward selections of " + endpoint.rule().event() + " in " + subset.title());
        try {
            return new BackwardSelection(key, subset, endpoint, rule.criterion(), names, leftOut,
                    Optional.of(BackwardElimination.of(Regression.design(endpoint, cases, terms.all()), terms.names(), rule)), Optional.empty());
        } catch (InvalidInputException e) {
            return new BackwardSelection(key, subset, endpoint, rule.criterion(), names, leftOut, Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    /** How a criterion is called in files. */
    public static String text(BackwardElimination.Criterion criterion) {
        return switch (criterion) {
            case WALD -> "wald";
            case LIKELIHOOD_RATIO -> "lr";
            case AIC -> "aic";
        };
    }
}
