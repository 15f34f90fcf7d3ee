package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;

import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.stats.BackwardElimination;

/**
 * A backward selection, or the reason why there is none.
 *
 * @param key in files, e.g. {@code train_he_wald}
 */
public record BackwardSelection(String key, Subset subset, Endpoint endpoint, BackwardElimination.Criterion criterion, List<String> candidates,
        Optional<BackwardElimination> elimination, Optional<String> problem) {

    static BackwardSelection of(Subset subset, Endpoint endpoint, List<Variable> candidates, BackwardElimination.Rule rule) {
        List<Variable> terms = candidates.stream().flatMap(v -> v.terms().stream()).toList();
        String key = subset.key() + "_" + endpoint.rule().key() + "_" + text(rule.criterion());
        List<String> names = terms.stream().map(Variable::name).toList();
        try {
            return new BackwardSelection(key, subset, endpoint, rule.criterion(), names,
                    Optional.of(BackwardElimination.of(Regression.design(endpoint, endpoint.known(subset.cases()), terms), rule)), Optional.empty());
        } catch (InvalidInputException e) {
            return new BackwardSelection(key, subset, endpoint, rule.criterion(), names, Optional.empty(), Optional.of(e.getMessage()));
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
