package org.ichradiomics.study;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Coefficient;
import org.ichradiomics.stats.Design;
import org.ichradiomics.stats.LogisticFit;
import org.ichradiomics.text.InvalidInputException;

/**
 * A logistic regression of an outcome in a subset, or the reason why there is none. What is reported of it is of one
 * method: Firth's likelihood where variables divide the outcomes and the plan wants it, else maximum likelihood.
 *
 * @param suffix empty but where it is not the first of its outcome and subset: then what files add to their names
 * @param name among several models of its outcome and subset; else empty
 * @param cases with a known outcome, as places in the cohort
 * @param candidates as the model names them
 * @param terms of the regression
 * @param leftOut notes on what cannot be among them
 * @param fit by maximum likelihood
 * @param firth by Firth's likelihood; there is none unless it is what is reported
 * @param problem why there is no fit, in a sentence
 * @param alone its variables one by one, in the same cases and against the same reference levels; none where nobody
 *     asks for them
 */
public record Regression(
        String suffix,
        String name,
        Subset subset,
        Endpoint endpoint,
        int[] cases,
        List<Variable> candidates,
        List<Term> terms,
        List<String> leftOut,
        Optional<LogisticFit> fit,
        Optional<LogisticFit> firth,
        Optional<String> problem,
        List<Regression> alone) {

    static Regression of(Subset subset, Endpoint endpoint, List<Variable> variables, boolean firth) {
        int[] cases = endpoint.known(subset.cases());
        Terms possible = Terms.of(variables, cases);
        // Nothing at all is refused in words by the design.
        List<Term> terms = possible.all().isEmpty()
                ? variables.stream()
                        .map(v -> new Term(v.name(), v, Optional.empty()))
                        .toList()
                : possible.all();
        List<String> leftOut = possible.notes("the model " + key(subset, endpoint));
        Attempt<LogisticFit> fit = Attempt.at(() -> LogisticFit.of(design(endpoint, cases, terms)));
        Regression model = new Regression(
                "",
                "",
                subset,
                endpoint,
                cases,
                List.copyOf(variables),
                terms,
                leftOut,
                fit.result(),
                Optional.empty(),
                fit.problem(),
                List.of());
        return firth && model.isDivided() ? model.byFirth() : model;
    }

    /** @throws InvalidInputException as {@link Design#of} */
    static Design design(Endpoint endpoint, int[] cases, List<Term> terms) throws InvalidInputException {
        return Design.of(
                endpoint.rule().variable(),
                endpoint.events(cases),
                terms.stream().map(Term::name).toList(),
                terms.stream().map(term -> term.of(cases)).toList());
    }

    private static String key(Subset subset, Endpoint endpoint) {
        return subset.key() + "_" + endpoint.rule().key();
    }

    /** The same as one of several of its outcome and subset. */
    Regression named(String another, String called) {
        return new Regression(
                another, called, subset, endpoint, cases, candidates, terms, leftOut, fit, firth, problem, alone);
    }

    /** The same by Firth's likelihood; itself where that has no maximum either. */
    Regression byFirth() {
        Optional<LogisticFit> penalised =
                fit.map(LogisticFit::design).map(LogisticFit::firth).filter(LogisticFit::converged);
        return new Regression(
                suffix, name, subset, endpoint, cases, candidates, terms, leftOut, fit, penalised, problem, alone);
    }

    /** In files, e.g. {@code train_he}. */
    public String key() {
        return key(subset, endpoint) + suffix;
    }

    /** What files of which every model of the training has one add to their names; empty for the first. */
    public String tail() {
        return (subset.key().equals(Subset.TRAINING) ? "" : "_" + subset.key()) + suffix;
    }

    /** In tables and sentences, e.g. {@code HE in Training}. */
    public String title() {
        return endpoint.rule().event() + " in " + subset.title() + (name.isEmpty() ? "" : " (" + name + ")");
    }

    /** Whether variables divide the outcomes, so that the maximum of the likelihood is infinite. */
    public boolean isDivided() {
        return fit.isPresent() && fit.get().separation().proven();
    }

    /** The fit whose numbers are reported. */
    public Optional<LogisticFit> reported() {
        return firth.or(() -> fit);
    }

    /** What is reported of a term. */
    public Effect effect(String term) {
        return Effect.of(reported().orElseThrow(), term);
    }

    /** The places in the cohort of the complete cases of the fit. */
    public int[] complete() {
        return IntStream.of(fit.orElseThrow().design().cases())
                .map(row -> cases[row])
                .toArray();
    }

    /**
     * The log odds that the reported fit gives any cases; NaN where a value is missing or a coefficient is not
     * estimable.
     */
    public double[] logOdds(int[] of) {
        List<Coefficient> coefficients = reported().orElseThrow().coefficients();
        double[] logOdds = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            logOdds[i] = coefficients.get(0).beta();
            for (int t = 0; t < terms.size(); t++)
                logOdds[i] +=
                        coefficients.get(t + 1).beta() * terms.get(t).column().values()[of[i]];
        }
        return logOdds;
    }

    /**
     * The same with its variables one by one.
     *
     * @param known regressions of single variables, which are not made again
     */
    Regression withEachAlone(List<Regression> known, boolean withFirth) {
        List<Regression> each = terms.stream()
                .map(Term::variable)
                .distinct()
                .map(variable -> byItself(variable, known, withFirth))
                .toList();
        return new Regression(
                suffix, name, subset, endpoint, cases, candidates, terms, leftOut, fit, firth, problem, each);
    }

    private Regression byItself(String variable, List<Regression> known, boolean withFirth) {
        Variable column = candidates.stream()
                .filter(candidate -> candidate.name().equals(variable))
                .findFirst()
                .orElseThrow();
        Variable held = terms.stream()
                .filter(term -> term.variable().equals(variable))
                .findFirst()
                .flatMap(Term::contrast)
                .map(contrast -> column.against(contrast.reference()))
                .orElse(column);
        return known.stream()
                .filter(one -> one.endpoint == endpoint
                        && Arrays.equals(one.cases, cases)
                        && one.candidates.equals(List.of(held)))
                .findFirst()
                .orElseGet(() -> of(subset, endpoint, List.of(held), withFirth));
    }

    /** One of its variables by itself. */
    public Regression alone(String variable) {
        return alone.stream()
                .filter(one -> one.candidates.get(0).name().equals(variable))
                .findFirst()
                .orElseThrow();
    }

    /** The names of the terms. */
    public List<String> names() {
        return terms.stream().map(Term::name).toList();
    }
}
