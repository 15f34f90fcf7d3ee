package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * The areas of several scores of the same cases against each other (DeLong, DeLong and Clarke-Pearson 1988).
 *
 * @param areas score by score
 * @param covariance of the areas
 * @param pairs each score against each later one
 * @param equal the test that all areas are one
 */
public record AucMatrix(List<Auc> areas, RealMatrix covariance, List<Pair> pairs, LikelihoodRatio equal) {

    /**
     * Two of the scores.
     *
     * @param adjusted p after Holm, of all pairs together
     */
    public record Pair(int first, int second, AucDifference difference, double adjusted) {}

    /** @throws IllegalArgumentException if the curves are not of the same outcomes in the same order */
    public static AucMatrix of(List<RocCurve> curves) {
        int n = curves.size();
        List<Placements> placements = curves.stream().map(RocCurve::placements).toList();
        RealMatrix covariance = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                covariance.setEntry(i, j, placements.get(i).covariance(placements.get(j)));
        List<AucDifference> differences = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                differences.add(AucDifference.paired(curves.get(i), curves.get(j)));
                places.add(new int[] {i, j});
            }
        }
        double[] adjusted =
                Holm.adjusted(differences.stream().mapToDouble(AucDifference::p).toArray());
        List<Pair> pairs = new ArrayList<>();
        for (int k = 0; k < adjusted.length; k++)
            pairs.add(new Pair(places.get(k)[0], places.get(k)[1], differences.get(k), adjusted[k]));
        return new AucMatrix(
                curves.stream().map(RocCurve::auc).toList(),
                covariance,
                List.copyOf(pairs),
                equal(placements, covariance));
    }

    /** By differences of neighbours, as many as there is information on. */
    private static LikelihoodRatio equal(List<Placements> placements, RealMatrix covariance) {
        int n = placements.size();
        RealMatrix contrasts = new Array2DRowRealMatrix(Math.max(1, n - 1), n);
        for (int i = 0; i + 1 < n; i++) {
            contrasts.setEntry(i, i, 1);
            contrasts.setEntry(i, i + 1, -1);
        }
        RealVector difference = contrasts.operate(new ArrayRealVector(
                placements.stream().mapToDouble(Placements::auc).toArray()));
        RealMatrix of = contrasts.multiply(covariance).multiply(contrasts.transpose());
        QRDecomposition solved = new QRDecomposition(of, 1e-14 * of.getNorm());
        return solved.getSolver().isNonSingular()
                ? LikelihoodRatio.of(difference.dotProduct(solved.getSolver().solve(difference)), n - 1)
                : new LikelihoodRatio(Double.NaN, n - 1, Double.NaN);
    }
}
