package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Backward selection of a logistic regression: from all candidates, one variable at a time is removed. All steps are fitted to the cases
 * that are complete in all candidates.
 *
 * @param steps every model on the way, the last being the final one
 * @param fit   the final model
 */
public record BackwardElimination(List<Step> steps, LogisticFit fit) {

    /** What decides about removal. */
    public enum Criterion {
        /** SPSS's "Backward: Wald". A variable whose coefficient is not estimable has no Wald test and stays. */
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
     * @param entry   a removed variable comes back if its score test's p is below this, as SPSS; NaN: never
     */
    public record Rule(Criterion criterion, double removal, double entry) {

        /** @throws IllegalArgumentException unless entry is below removal and both are probabilities */
        public Rule {
            if (criterion != Criterion.AIC && !(removal > 0 && removal < 1)) {
                throw new IllegalArgumentException("the p for removal must be between 0 and 1, was " + removal);
            }
            if (!Double.isNaN(entry) && (criterion == Criterion.AIC || !(entry > 0 && entry < removal))) {
                throw new IllegalArgumentException("the p for entry must be above 0 and below that for removal, was " + entry);
            }
        }

        /** Removal at p > 0.10, none comes back. */
        public static Rule of(Criterion criterion) {
            return new Rule(criterion, 0.10, Double.NaN);
        }

        /** SPSS's defaults: removal at p > 0.10, back at p < 0.05. */
        public static Rule spss(Criterion criterion) {
            return new Rule(criterion, 0.10, 0.05);
        }
    }

    /**
     * A model on the way. Maps are by variable in the model's order.
     *
     * @param waldP    NaN where a coefficient is not estimable
     * @param removed  the variable that goes next; null if none does
     * @param entered  the variable that comes back next; null if none does
     */
    public record Step(List<String> model, double deviance, double aic, Map<String, Double> waldP, Map<String, LikelihoodRatio> ratios,
            Separation separation, String removed, String entered) {
    }

    /** Equal p-values: the first of the candidates goes. */
    public static BackwardElimination of(Design candidates, Rule rule) {
        List<Step> steps = new ArrayList<>();
        Set<Set<String>> seen = new HashSet<>();
        List<String> model = candidates.variables();
        while (true) {
            seen.add(new HashSet<>(model));
            LogisticFit fit = LogisticFit.of(candidates.only(model));
            Map<String, Double> wald = new LinkedHashMap<>();
            Map<String, LikelihoodRatio> ratios = new LinkedHashMap<>();
            for (String variable : model) {
                wald.put(variable, fit.coefficient(variable).p());
                ratios.put(variable, fit.likelihoodRatio(variable));
            }
            String removed = removed(model, rule, wald, ratios);
            String entered = null;
            List<String> next = new ArrayList<>(model);
            if (removed != null) {
                next.remove(removed);
            } else if (!Double.isNaN(rule.entry())) {
                entered = entered(candidates, fit, rule);
                if (entered != null) {
                    next = inOrder(candidates, model, entered);
                }
            }
            boolean ends = removed == null && entered == null || seen.contains(new HashSet<>(next));
            steps.add(new Step(model, fit.deviance(), fit.aic(), wald, ratios, fit.separation(), ends ? null : removed, ends ? null : entered));
            if (ends) {
                return new BackwardElimination(List.copyOf(steps), fit);
            }
            model = List.copyOf(next);
        }
    }

    private static String removed(List<String> model, Rule rule, Map<String, Double> wald, Map<String, LikelihoodRatio> ratios) {
        return switch (rule.criterion()) {
            case WALD -> largest(model, wald::get, rule.removal());
            case LIKELIHOOD_RATIO -> largest(model, variable -> ratios.get(variable).p(), rule.removal());
            case AIC -> largest(model, variable -> -ratios.get(variable).chiSquare(), -2);
        };
    }

    private static String largest(List<String> model, ToDoubleFunction<String> value, double limit) {
        String largest = null;
        double most = limit;
        for (String variable : model) {
            if (value.applyAsDouble(variable) > most) {
                most = value.applyAsDouble(variable);
                largest = variable;
            }
        }
        return largest;
    }

    private static String entered(Design candidates, LogisticFit fit, Rule rule) {
        return candidates.variables().stream().filter(variable -> !fit.design().variables().contains(variable))
                .filter(variable -> scoreP(candidates, fit, variable) < rule.entry())
                .min(Comparator.comparingDouble(variable -> scoreP(candidates, fit, variable))).orElse(null);
    }

    /** Rao's score test of one more variable: U² / (I_zz − I_zx I_xx⁻¹ I_xz). */
    static double scoreP(Design candidates, LogisticFit fit, String variable) {
        double[] z = candidates.scaled(variable);
        double[][] rows = fit.design().rows();
        double[] eta = fit.linearPredictor();
        double score = 0;
        double own = 0;
        double[] cross = new double[rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            double p = LogisticSolver.probability(eta[i]);
            double q = LogisticSolver.probability(-eta[i]);
            score += z[i] * (fit.design().outcomes()[i] ? q : -p);
            own += p * q * z[i] * z[i];
            for (int j = 0; j < cross.length; j++) {
                cross[j] += p * q * z[i] * rows[i][j];
            }
        }
        RealVector c = new ArrayRealVector(cross);
        RealVector solved = LogisticSolver.cholesky(fit.solution().information()).getSolver().solve(c);
        return ChiSquaredDistribution.of(1).survivalProbability(score * score / (own - c.dotProduct(solved)));
    }

    private static List<String> inOrder(Design candidates, List<String> model, String entered) {
        return candidates.variables().stream().filter(variable -> model.contains(variable) || variable.equals(entered)).toList();
    }
}
