package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.IbsiDescriptor.named;
import static org.ichradiomics.feature.IbsiDescriptor.same;

/**
 * The five formulas of IBSI's NGTDM (IPET). n(i) and s(i) are the matrix, p = n / Nvc with Nvc = Σ n, Ngp the number of
 * levels with p > 0; sums over i and k go over those levels. Without a voxel that has a neighbour all are NaN.
 */
final class ToneDifferenceDescriptors {

    /** What coarseness is, at the most, and where no voxel differs from its neighbours. */
    private static final double COARSEST = 1e6;

    static final List<IbsiDescriptor<ToneDifferenceMatrix>> ALL = List.of(
            named("QCDE", "ngt_coarseness", "Coarseness", same("ngtdm_Coarseness"))
                    .is("1 / Σ p(i) s(i), at most 10⁶", "1", m -> coarseness(m)),
            named("65HE", "ngt_contrast", "Contrast", same("ngtdm_Contrast"))
                    .is(
                            "Σ p(i) p(k) (i − k)² / (Ngp (Ngp − 1)) · Σ s(i) / Nvc; 0 where Ngp = 1",
                            "1",
                            m -> contrast(m)),
            named("NQ30", "ngt_busyness", "Busyness", same("ngtdm_Busyness"))
                    .is("Σ p(i) s(i) / Σ |i p(i) − k p(k)|; 0 where Ngp = 1", "1", m -> busyness(m)),
            named("HDEZ", "ngt_complexity", "Complexity", same("ngtdm_Complexity"))
                    .is("Σ |i − k| (p(i) s(i) + p(k) s(k)) / (p(i) + p(k)) / Nvc", "1", m -> complexity(m)),
            named("1X9X", "ngt_strength", "Strength", same("ngtdm_Strength"))
                    .is("Σ (p(i) + p(k)) (i − k)² / Σ s(i); 0 where Σ s(i) = 0", "1", m -> strength(m)));

    /** A term of a sum over pairs of levels: i and k, their numbers of voxels n and differences s; symmetric. */
    @FunctionalInterface
    private interface Term {

        double of(double i, double ni, double si, double k, double nk, double sk);
    }

    private ToneDifferenceDescriptors() {}

    private static double coarseness(ToneDifferenceMatrix m) {
        double sum = weightedDifference(m);
        return sum == 0 ? COARSEST : Math.min(COARSEST, 1 / sum);
    }

    private static double contrast(ToneDifferenceMatrix m) {
        if (m.levels() == 1) return 0;
        double total = m.total();
        double spread = pairs(m, (i, ni, si, k, nk, sk) -> ni * nk * (i - k) * (i - k)) / (total * total);
        return spread / ((double) m.levels() * (m.levels() - 1)) * (difference(m) / total);
    }

    /**
     * NaN also where the levels' i p(i) are all the same: there it divides by 0. The differences are taken of i n(i),
     * whole numbers, so that this 0 is exact.
     */
    private static double busyness(ToneDifferenceMatrix m) {
        if (m.levels() == 1) return 0;
        double change = pairs(m, (i, ni, si, k, nk, sk) -> Math.abs(i * ni - k * nk)) / m.total();
        return change == 0 ? Double.NaN : weightedDifference(m) / change;
    }

    private static double complexity(ToneDifferenceMatrix m) {
        return pairs(m, (i, ni, si, k, nk, sk) -> Math.abs(i - k) * (ni * si + nk * sk) / (ni + nk)) / m.total();
    }

    private static double strength(ToneDifferenceMatrix m) {
        double difference = difference(m);
        if (difference == 0) return m.isEmpty() ? Double.NaN : 0;
        return pairs(m, (i, ni, si, k, nk, sk) -> (ni + nk) * (i - k) * (i - k)) / m.total() / difference;
    }

    /** Σ p(i) s(i). */
    private static double weightedDifference(ToneDifferenceMatrix m) {
        double sum = 0;
        for (int k = 0; k < m.levels(); k++) sum += m.voxels(k) * m.difference(k);
        return sum / m.total();
    }

    /** Σ s(i). */
    private static double difference(ToneDifferenceMatrix m) {
        double sum = 0;
        for (int k = 0; k < m.levels(); k++) sum += m.difference(k);
        return sum;
    }

    /** Σ over all pairs (i, k) of levels; a level with itself adds 0 to each of the sums above. */
    private static double pairs(ToneDifferenceMatrix m, Term term) {
        double sum = 0;
        for (int a = 0; a < m.levels(); a++) {
            for (int b = a + 1; b < m.levels(); b++) {
                sum += term.of(m.level(a), m.voxels(a), m.difference(a), m.level(b), m.voxels(b), m.difference(b));
            }
        }
        return 2 * sum;
    }
}
