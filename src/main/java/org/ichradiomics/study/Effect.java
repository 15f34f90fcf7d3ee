package org.ichradiomics.study;

import org.ichradiomics.stats.Coefficient;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.LogisticFit;

/**
 * The odds ratio of a term as tables and figures give it.
 *
 * @param ratio with its 95 % interval: Wald's, of Firth's likelihood by profile; NaN where it is not estimable
 * @param p Wald's, of Firth's likelihood that of the penalised likelihood ratio; NaN where it is not estimable
 * @param byFirth which of the two
 */
public record Effect(Estimate ratio, double p, boolean byFirth) {

    static Effect of(LogisticFit fit, String term) {
        if (fit.isFirth())
            return new Effect(fit.profile(term), fit.likelihoodRatio(term).p(), true);
        Coefficient c = fit.coefficient(term);
        return new Effect(c.oddsRatio(), c.p(), false);
    }

    /** Whether there is a finite ratio. */
    public boolean isEstimable() {
        return !Double.isNaN(ratio.value());
    }
}
