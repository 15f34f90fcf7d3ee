package org.ichradiomics.study;

import java.util.List;
import java.util.Optional;

import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.stats.Design;
import org.ichradiomics.stats.LogisticFit;

/**
 * A logistic regression of an outcome in a subset, or the reason why there is none.
 *
 * @param key       in files, e.g. {@code train_he}
 * @param cases     with a known outcome, as places in the cohort
 * @param variables as terms of the regression
 * @param leftOut   notes on what cannot be among them
 * @param fit       by maximum likelihood
 * @param firth     by Firth's likelihood, where variables divide the outcomes and the plan wants it
 * @param problem   why there is no fit, in a sentence
 */
public record Regression(String key, Subset subset, Endpoint endpoint, int[] cases, List<Variable> variables, List<String> leftOut,
        Optional<LogisticFit> fit, Optional<LogisticFit> firth, Optional<String> problem) {

    static Regression of(Subset subset, Endpoint endpoint, List<Variable> variables, boolean firth) {
        String key = subset.key() + "_" + endpoint.rule().key();
        int[] cases = endpoint.known(subset.cases());
        Terms possible = Terms.of(variables, cases);
        List<Variable> terms = possible.all().isEmpty() ? variables : possible.all();     // nothing at all is refused in words by the design
        List<String> leftOut = possible.notes("the model " + key);
        try {
            LogisticFit fit = LogisticFit.of(design(endpoint, cases, terms));
            boolean divided = firth && fit.separation().proven();
            return new Regression(key, subset, endpoint, cases, terms, leftOut, Optional.of(fit), divided ? Optional.of(LogisticFit.firth(fit.design())) : Optional.empty(),
                    Optional.empty());
        } catch (InvalidInputException e) {
            return new Regression(key, subset, endpoint, cases, terms, leftOut, Optional.empty(), Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    /** @throws InvalidInputException as {@link Design#of} */
    static Design design(Endpoint endpoint, int[] cases, List<Variable> terms) throws InvalidInputException {
        return Design.of(endpoint.rule().variable(), endpoint.events(cases), terms.stream().map(Variable::name).toList(),
                terms.stream().map(term -> term.of(cases)).toList());
    }

    /** The places in the cohort of the complete cases of the fit. */
    public int[] complete() {
        int[] rows = fit.orElseThrow().design().cases();
        int[] places = new int[rows.length];
        for (int i = 0; i < rows.length; i++) places[i] = cases[rows[i]];
        return places;
    }

    /** The log odds that the fit gives any cases; NaN where a value is missing or a coefficient is not estimable. */
    public double[] logOdds(int[] of) {
        var coefficients = fit.orElseThrow().coefficients();
        double[] logOdds = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            logOdds[i] = coefficients.get(0).beta();
            for (int v = 0; v < variables.size(); v++) logOdds[i] += coefficients.get(v + 1).beta() * variables.get(v).values()[of[i]];
        }
        return logOdds;
    }

    /** The same cases and outcome with one of the variables alone. */
    public Regression byItself(Variable variable, boolean withFirth) {
        return of(subset, endpoint, List.of(variable), withFirth);
    }

    /** The names of the variables. */
    public List<String> names() {
        return variables.stream().map(Variable::name).toList();
    }
}
