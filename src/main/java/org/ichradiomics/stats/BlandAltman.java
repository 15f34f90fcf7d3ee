package org.ichradiomics.stats;

import java.util.stream.IntStream;

import org.apache.commons.statistics.distribution.TDistribution;

import org.ichradiomics.text.InvalidInputException;

/**
 * Agreement of two measurements of the same cases (Bland and Altman 1986, 1999): the first minus the second against
 * their mean.
 *
 * @param means by pair
 * @param differences by pair
 * @param bias the mean difference
 * @param sd of the differences, n − 1
 * @param lower bias − 1.96 SD; the interval by the variance SD² (1/n + 1.96² / (2 (n − 1))) and Student's distribution
 * @param upper bias + 1.96 SD
 */
public record BlandAltman(
        double[] means, double[] differences, Estimate bias, double sd, Estimate lower, Estimate upper) {

    /**
     * Pairs with a value that is not finite are left out.
     *
     * @throws InvalidInputException if fewer than 2 pairs are left
     */
    public static BlandAltman of(double[] first, double[] second) throws InvalidInputException {
        if (first.length != second.length) {
            throw new IllegalArgumentException("there are " + first.length + " and " + second.length + " measurements");
        }
        int[] pairs = IntStream.range(0, first.length)
                .filter(i -> Double.isFinite(first[i]) && Double.isFinite(second[i]))
                .toArray();
        int n = pairs.length;
        if (n < 2) {
            throw new InvalidInputException("Agreement of two measurements needs at least 2 cases with both, but there "
                    + (n == 1 ? "is 1" : "is none") + ": add cases.");
        }
        double[] means =
                IntStream.of(pairs).mapToDouble(i -> (first[i] + second[i]) / 2).toArray();
        double[] differences =
                IntStream.of(pairs).mapToDouble(i -> first[i] - second[i]).toArray();
        double bias = Summary.mean(differences);
        double sd = Math.sqrt(Summary.variance(differences));
        double t = TDistribution.of(n - 1).inverseSurvivalProbability(0.025);
        double half = t * sd * Math.sqrt(1.0 / n + Normal.Z_95 * Normal.Z_95 / (2 * (n - 1.0)));
        Estimate mean = Estimate.around(bias, t * sd / Math.sqrt(n));
        Estimate lower = Estimate.around(bias - Normal.Z_95 * sd, half);
        Estimate upper = Estimate.around(bias + Normal.Z_95 * sd, half);
        return new BlandAltman(means, differences, mean, sd, lower, upper);
    }
}
