package org.ichradiomics.study;

import java.util.List;

import org.ichradiomics.stats.Coefficient;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.LikelihoodRatio;
import org.ichradiomics.stats.LogisticFit;

/** A term of a logistic regression, with the odds ratio and p that tables and figures give of it. */
public final class Effect {

    private final LogisticFit fit;
    private final Coefficient coefficient;
    private Estimate profile; // once asked for, as it takes many fits
    private LikelihoodRatio likelihoodRatio;

    private Effect(LogisticFit fit, Coefficient coefficient) {
        this.fit = fit;
        this.coefficient = coefficient;
    }

    /**
     * Of one term.
     *
     * @param term as the fit names it
     */
    public static Effect of(LogisticFit fit, String term) {
        return new Effect(fit, fit.coefficient(term));
    }

    /** Of all its terms, the intercept first. */
    public static List<Effect> all(LogisticFit fit) {
        return fit.coefficients().stream().map(term -> new Effect(fit, term)).toList();
    }

    /** As the fit has it, with Wald's interval and p. */
    public Coefficient coefficient() {
        return coefficient;
    }

    /**
     * The odds ratio with its 95 % interval: Wald's, of Firth's likelihood by profile; NaN where it is not estimable.
     */
    public Estimate ratio() {
        return byFirth() ? profile() : coefficient.oddsRatio();
    }

    /** Wald's p, of Firth's likelihood that of the penalised likelihood ratio; NaN where it is not estimable. */
    public double p() {
        return byFirth() ? likelihoodRatio().p() : coefficient.p();
    }

    /** The odds ratio with its 95 % interval by profile likelihood; of the intercept it is not asked for, and NaN. */
    public Estimate profile() {
        if (isIntercept()) return new Estimate(Double.NaN, Double.NaN, Double.NaN);
        if (profile == null) profile = fit.profile(coefficient.term());
        return profile;
    }

    /** Against the model without the term, which is not the intercept. */
    public LikelihoodRatio likelihoodRatio() {
        if (likelihoodRatio == null) likelihoodRatio = fit.likelihoodRatio(coefficient.term());
        return likelihoodRatio;
    }

    /** Whether it is of Firth's likelihood, else of maximum likelihood. */
    public boolean byFirth() {
        return fit.isFirth();
    }

    /** Whether there is a finite ratio. */
    public boolean isEstimable() {
        return !Double.isNaN(coefficient.oddsRatio().value());
    }

    private boolean isIntercept() {
        return coefficient.term().equals(Coefficient.INTERCEPT);
    }
}
