package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Backward selection of a logistic regression: from all candidates, one variable at a time is removed, a categorical
 * one with all of its terms. All steps are fitted to the cases that are complete in all candidates.
 *
 * @param steps every model on the way, the last being the final one
 * @param fit the final model
 */
public record BackwardElimination(List<Step> steps, LogisticFit fit) {

    private static final double ROUNDING = 1e-9;

    /** What decides about removal. */
    public enum Criterion {
        /**
         * SPSS's "Backward: Wald". Where a variable divides the outcomes, its standard error grows faster than its
         * coefficient, so that Wald's p tends to 1 (Hauck and Donner 1977): such a variable goes first, in SPSS and R
         * too, however much it tells.
         */
        WALD,
        /** SPSS's "Backward: LR". */
        LIKELIHOOD_RATIO,
        /** R's {@code step}: as long as the AIC falls. */
        AIC
    }

    /**
     * The limits.
     *
     * @param removal a variable goes while its p is above this; not asked for AIC
     * @param entry a removed variable comes back if its score test's p is below this, as SPSS; NaN: never
     */
    public record Rule(Criterion criterion, double removal, double entry) {

        /** @throws IllegalArgumentException unless entry is below removal and both are probabilities */
        public Rule {
            if (criterion != Criterion.AIC && !(removal > 0 && removal < 1)) {
                throw new IllegalArgumentException("the p for removal must be between 0 and 1, was " + removal);
            }
            if (!Double.isNaN(entry) && (criterion == Criterion.AIC || !(entry > 0 && entry < removal))) {
                throw new IllegalArgumentException(
                        "the p for entry must be above 0 and below that for removal, was " + entry);
            }
        }

        /** Removal at p > 0.10, none comes back. */
        public static Rule of(Criterion criterion) {
            return new Rule(criterion, 0.10, Double.NaN);
        }

        /** SPSS's defaults: removal at p > 0.10, back at p {@literal <} 0.05. */
        public static Rule spss(Criterion criterion) {
            return new Rule(criterion, 0.10, 0.05);
        }
    }

    /**
     * A model on the way. Maps are by variable in the model's order.
     *
     * @param waldP NaN where a coefficient is not estimable
     * @param removed the variable that goes next; null if none does
     * @param entered the variable that comes back next; null if none does
     */
    public record Step(
            List<String> model,
            double deviance,
            double aic,
            Map<String, Double> waldP,
            Map<String, LikelihoodRatio> ratios,
            Separation separation,
            String removed,
            String entered) {

        /** p by which a variable of the model is judged; of Wald's test where it has none the limit, 1. */
        public double p(String variable, Criterion criterion) {
            if (criterion != Criterion.WALD) return ratios.get(variable).p();
            return Double.isNaN(waldP.get(variable)) ? 1 : waldP.get(variable);
        }

        /** What lets a variable go: its p, or how much the AIC falls without it. */
        private double worth(String variable, Criterion criterion) {
            if (criterion != Criterion.AIC) return p(variable, criterion);
            return 2 * ratios.get(variable).df() - ratios.get(variable).chiSquare();
        }

        private Step then(String next, String back) {
            return new Step(model, deviance, aic, waldP, ratios, separation, next, back);
        }
    }

    /** Each candidate is one term. */
    public static BackwardElimination of(Design candidates, Rule rule) {
        Map<String, List<String>> terms = new LinkedHashMap<>();
        candidates.variables().forEach(variable -> terms.put(variable, List.of(variable)));
        return of(candidates, terms, rule);
    }

    /**
     * Equal p-values: the first of the candidates goes.
     *
     * @param terms of each candidate, in the order of the design
     */
    public static BackwardElimination of(Design candidates, Map<String, List<String>> terms, Rule rule) {
        List<Step> steps = new ArrayList<>();
        List<String> model = List.copyOf(terms.keySet());
        while (true) {
            LogisticFit fit = LogisticFit.of(candidates.only(model.stream()
                    .flatMap(variable -> terms.get(variable).stream())
                    .toList()));
            Step step = step(model, terms, fit);
            String removed = removed(step, rule);
            boolean mayEnter = removed == null && !Double.isNaN(rule.entry());
            String entered = mayEnter ? entered(candidates, terms, model, fit, rule) : null;
            List<String> next = terms.keySet().stream()
                    .filter(variable -> step.model().contains(variable) || variable.equals(entered))
                    .filter(variable -> !variable.equals(removed))
                    .toList();
            boolean ends = next.equals(model)
                    || steps.stream().anyMatch(earlier -> earlier.model().equals(next));
            steps.add(ends ? step : step.then(removed, entered));
            if (ends) return new BackwardElimination(List.copyOf(steps), fit);
            model = next;
        }
    }

    private static Step step(List<String> model, Map<String, List<String>> terms, LogisticFit fit) {
        Map<String, Double> wald = new LinkedHashMap<>();
        Map<String, LikelihoodRatio> ratios = new LinkedHashMap<>();
        for (String variable : model) {
            wald.put(variable, fit.waldP(terms.get(variable)));
            ratios.put(variable, tidied(fit, fit.likelihoodRatio(terms.get(variable))));
        }
        return new Step(model, fit.deviance(), fit.aic(), wald, ratios, fit.separation(), null, null);
    }

    /**
     * Where the outcomes are divided with and without a variable, both likelihoods are 1 and their ratio is rounding.
     */
    private static LikelihoodRatio tidied(LogisticFit fit, LikelihoodRatio ratio) {
        return fit.separation().proven() && ratio.chiSquare() < ROUNDING ? LikelihoodRatio.of(0, ratio.df()) : ratio;
    }

    private static String removed(Step step, Rule rule) {
        double limit = rule.criterion() == Criterion.AIC ? 0 : rule.removal();
        ToDoubleFunction<String> worth = variable -> step.worth(variable, rule.criterion());
        return step.model().stream()
                .filter(variable -> worth.applyAsDouble(variable) > limit)
                .reduce(BinaryOperator.maxBy(Comparator.comparingDouble(worth))) // the first of equal ones
                .orElse(null);
    }

    private static String entered(
            Design candidates, Map<String, List<String>> terms, List<String> model, LogisticFit fit, Rule rule) {
        return terms.keySet().stream()
                .filter(variable -> !model.contains(variable))
                .filter(variable -> scoreP(candidates, fit, terms.get(variable)) < rule.entry())
                .min(Comparator.comparingDouble(variable -> scoreP(candidates, fit, terms.get(variable))))
                .orElse(null);
    }

    static double scoreP(Design candidates, LogisticFit fit, String variable) {
        return scoreP(candidates, fit, List.of(variable));
    }

    /** Rao's score test of more terms: Uᵀ (I_zz − I_zx I_xx⁻¹ I_xz)⁻¹ U. */
    static double scoreP(Design candidates, LogisticFit fit, List<String> terms) {
        double[][] z = terms.stream().map(candidates::scaled).toArray(double[][]::new);
        double[][] rows = fit.design().rows();
        double[] eta = fit.linearPredictor();
        double[] score = new double[z.length];
        double[][] own = new double[z.length][z.length];
        double[][] cross = new double[rows[0].length][z.length];
        for (int i = 0; i < rows.length; i++) {
            double p = LogisticSolver.probability(eta[i]);
            double q = LogisticSolver.probability(-eta[i]);
            for (int t = 0; t < z.length; t++) {
                score[t] += z[t][i] * (fit.design().outcomes()[i] ? q : -p);
                for (int u = 0; u < z.length; u++) own[t][u] += p * q * z[t][i] * z[u][i];
                for (int j = 0; j < cross.length; j++) cross[j][t] += p * q * z[t][i] * rows[i][j];
            }
        }
        RealMatrix c = new Array2DRowRealMatrix(cross, false);
        RealMatrix known = c.transpose()
                .multiply(LogisticSolver.solver(fit.solution().information()).solve(c));
        RealMatrix rest = new Array2DRowRealMatrix(own, false).subtract(known);
        RealVector u = new ArrayRealVector(score, false);
        RealVector solved = LogisticSolver.solver(rest).solve(u);
        return ChiSquaredDistribution.of(z.length).survivalProbability(u.dotProduct(solved));
    }
}
