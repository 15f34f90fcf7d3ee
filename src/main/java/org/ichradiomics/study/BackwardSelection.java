package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;

import org.ichradiomics.stats.BackwardElimination;
import org.ichradiomics.stats.LogisticFit;

/**
 * A backward selection, or the reason why there is none. Its steps are judged by maximum likelihood.
 *
 * @param key in files, e.g. {@code train_he_wald}
 * @param candidates of which there are values that differ
 * @param terms of the candidates
 * @param leftOut notes on what cannot be among them
 * @param firth the final model by Firth's likelihood; there is none unless it is what is reported, as of a
 *     {@link Regression}
 */
public record BackwardSelection(
        String key,
        Subset subset,
        Endpoint endpoint,
        BackwardElimination.Criterion criterion,
        List<String> candidates,
        List<Term> terms,
        List<String> leftOut,
        Optional<BackwardElimination> elimination,
        Optional<LogisticFit> firth,
        Optional<String> problem) {

    static BackwardSelection of(
            Subset subset, Endpoint endpoint, List<Variable> candidates, BackwardElimination.Rule rule, boolean firth) {
        String key = subset.key() + "_" + endpoint.rule().key() + "_" + text(rule.criterion());
        int[] cases = endpoint.known(subset.cases());
        Terms terms = Terms.of(candidates, cases);
        Attempt<BackwardElimination> elimination = Attempt.at(
                () -> BackwardElimination.of(Regression.design(endpoint, cases, terms.all()), terms.names(), rule));
        Optional<LogisticFit> penalised = elimination
                .result()
                .map(BackwardElimination::fit)
                .filter(fit -> firth && fit.separation().proven())
                .map(fit -> LogisticFit.firth(fit.design()))
                .filter(LogisticFit::converged);
        return new BackwardSelection(
                key,
                subset,
                endpoint,
                rule.criterion(),
                List.copyOf(terms.names().keySet()),
                terms.all(),
                terms.notes("the backward selections of " + endpoint.rule().event() + " in " + subset.title()),
                elimination.result(),
                penalised,
                elimination.problem());
    }

    /** In tables and sentences, e.g. {@code HE in Training}. */
    public String title() {
        return endpoint.rule().event() + " in " + subset.title();
    }

    /** The fit of the final model whose numbers are reported. */
    public Optional<LogisticFit> reported() {
        return firth.or(() -> elimination.map(BackwardElimination::fit));
    }

    /** The terms of the final model. */
    public List<Term> stayed() {
        List<String> names = reported().orElseThrow().design().variables();
        return names.stream()
                .map(name -> terms.stream()
                        .filter(term -> term.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    /** What is reported of a term of the final model. */
    public Effect effect(String term) {
        return Effect.of(reported().orElseThrow(), term);
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
