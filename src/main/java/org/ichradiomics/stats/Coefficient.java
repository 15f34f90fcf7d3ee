package org.ichradiomics.stats;

/**
 * A term of a logistic regression, on the variable's own scale. All NaN where it is not estimable.
 *
 * @param term the variable, or {@link #INTERCEPT}
 * @param p Wald's, two-sided
 * @param oddsRatio e^β with Wald's 95 % interval
 * @param estimable false where the data divide the outcomes along this variable, so that it would be infinite
 */
public record Coefficient(
        String term, double beta, double se, double z, double p, Estimate oddsRatio, boolean estimable) {

    /** What the intercept is called among the variables. */
    public static final String INTERCEPT = "(Intercept)";

    static Coefficient of(String term, double beta, double se) {
        double z = beta / se;
        Estimate oddsRatio =
                new Estimate(Math.exp(beta), Math.exp(beta - Normal.Z_95 * se), Math.exp(beta + Normal.Z_95 * se));
        return new Coefficient(term, beta, se, z, Normal.twoSided(z), oddsRatio, true);
    }

    static Coefficient notEstimable(String term) {
        return new Coefficient(term, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Estimate.NONE, false);
    }
}
