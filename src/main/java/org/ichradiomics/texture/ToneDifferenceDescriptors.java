package org.ichradiomics.texture;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.IbsiDescriptor;

import static org.ichradiomics.feature.Counterpart.same;
import static org.ichradiomics.feature.Vocabulary.PYRADIOMICS;

/**
 * The five formulas of IBSI's NGTDM (IPET). n(i) and s(i) are the matrix, p = n / Nvc with Nvc = Σ n, Ngp the number of
 * levels with p > 0; sums over i and k go over those levels. Without a voxel that has a neighbour all are NaN.
 */
final class ToneDifferenceDescriptors {

    /** What coarseness is, at the most, and where no voxel differs from its neighbours. */
    private static final double COARSEST = 1e6;

    static final List<IbsiDescriptor<ToneDifferenceMatrix>> ALL = List.of(
            descriptor(
                    "QCDE",
                    "ngt_coarseness",
                    "Coarseness",
                    "1 / Σ p(i) s(i), at most 10⁶",
                    ToneDifferenceDescriptors::coarseness,
                    same(PYRADIOMICS, "ngtdm_Coarseness")),
            descriptor(
                    "65HE",
                    "ngt_contrast",
                    "Contrast",
                    "Σ p(i) p(k) (i − k)² / (Ngp (Ngp − 1)) · Σ s(i) / Nvc; 0 where Ngp = 1",
                    ToneDifferenceDescriptors::contrast,
                    same(PYRADIOMICS, "ngtdm_Contrast")),
            descriptor(
                    "NQ30",
                    "ngt_busyness",
                    "Busyness",
                    "Σ p(i) s(i) / Σ |i p(i) − k p(k)|; 0 where Ngp = 1",
                    ToneDifferenceDescriptors::busyness,
                    same(PYRADIOMICS, "ngtdm_Busyness")),
            descriptor(
                    "HDEZ",
                    "ngt_complexity",
                    "Complexity",
                    "Σ |i − k| (p(i) s(i) + p(k) s(k)) / (p(i) + p(k)) / Nvc",
                    ToneDifferenceDescriptors::complexity,
                    same(PYRADIOMICS, "ngtdm_Complexity")),
            descriptor(
                    "1X9X",
                    "ngt_strength",
                    "Strength",
                    "Σ (p(i) + p(k)) (i − k)² / Σ s(i); 0 where Σ s(i) = 0",
                    ToneDifferenceDescriptors::strength,
                    same(PYRADIOMICS, "ngtdm_Strength")));

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
        return difference == 0
                ? 0
                : pairs(m, (i, ni, si, k, nk, sk) -> (ni + nk) * (i - k) * (i - k)) / m.total() / difference;
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

    private static IbsiDescriptor<ToneDifferenceMatrix> descriptor(
            String id,
            String tag,
            String title,
            String formula,
            ToDoubleFunction<ToneDifferenceMatrix> value,
            Counterpart... counterparts) {
        return new IbsiDescriptor<>(
                id, tag, title, formula, "1", m -> m.isEmpty() ? Double.NaN : value.applyAsDouble(m), counterparts);
    }
}
