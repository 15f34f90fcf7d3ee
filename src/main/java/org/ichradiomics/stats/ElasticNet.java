package org.ichradiomics.stats;

import java.util.OptionalDouble;

/**
 * The penalty λ(α|b|₁ + ½(1 − α)|b|²) and its grid of λ, as glmnet has them.
 *
 * @param alpha 1 for the LASSO; 0.001 to 1
 * @param lambdas of the grid, equally spaced in log λ; at least 2
 * @param ratio the smallest λ over the largest, in (0, 1); empty for 10⁻⁴, or 10⁻² where there are more features than
 *     patients
 */
public record ElasticNet(double alpha, int lambdas, OptionalDouble ratio) {

    /** The LASSO with 100 λ. */
    public static final ElasticNet LASSO = new ElasticNet(1, 100, OptionalDouble.empty());

    /** @throws IllegalArgumentException if a number is outside its range */
    public ElasticNet {
        if (!(alpha >= 0.001 && alpha <= 1))
            throw new IllegalArgumentException("alpha must be 0.001 to 1, was " + alpha);
        if (lambdas < 2) throw new IllegalArgumentException("a path needs at least 2 lambdas, was " + lambdas);
        if (ratio.isPresent() && !(ratio.getAsDouble() > 0 && ratio.getAsDouble() < 1)) {
            throw new IllegalArgumentException(
                    "the ratio of the lambdas must be between 0 and 1, was " + ratio.getAsDouble());
        }
    }

    /** The same with another α. */
    public ElasticNet withAlpha(double other) {
        return new ElasticNet(other, lambdas, ratio);
    }

    /** λₖ = λ_max · ratio^((k−1)/(K−1)). */
    double[] grid(double largest, int patients, int features) {
        double smallest = ratio.orElse(patients < features ? 1e-2 : 1e-4);
        double[] grid = new double[lambdas];
        for (int k = 0; k < lambdas; k++) grid[k] = largest * Math.pow(smallest, k / (lambdas - 1.0));
        return grid;
    }
}
