package org.ichradiomics.study;

import java.util.Optional;

import org.ichradiomics.stats.ContinuousComparison;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.Summary;

/**
 * An amount in two groups in the ways of several statistics programs, so that their numbers can be compared with ours.
 *
 * @param comparison as the study makes it
 * @param first with quartiles of type 7, as R
 * @param firstOfType6 with quartiles of type 6, as SPSS
 * @param asymptotic Mann–Whitney's test without correction for continuity
 * @param corrected with it
 * @param asR exact or corrected, as R's {@code wilcox.test} chooses
 */
public record InFull(
        ContinuousComparison comparison,
        Summary first,
        Summary second,
        Summary firstOfType6,
        Summary secondOfType6,
        MannWhitney asymptotic,
        MannWhitney corrected,
        MannWhitney asR) {

    /** A feature in training, event against none. */
    public static InFull of(Cohort cohort, UnivariateFilter filter, int feature) {
        int[] training = cohort.split().training();
        double[] values = cohort.features().orElseThrow().columns()[feature];
        return of(
                filter.rows().get(feature).comparison(),
                Subset.take(values, cohort.outcome().with(training, true)),
                Subset.take(values, cohort.outcome().with(training, false)));
    }

    /** Of Mann–Whitney's test, where R gives it. */
    public Optional<Double> exactP() {
        return asR.method() == MannWhitney.Method.EXACT ? Optional.of(asR.p()) : Optional.empty();
    }

    static InFull of(ContinuousComparison comparison, double[] first, double[] second) {
        return new InFull(
                comparison,
                Summary.of(first, Quantile.TYPE_7),
                Summary.of(second, Quantile.TYPE_7),
                Summary.of(first, Quantile.TYPE_6),
                Summary.of(second, Quantile.TYPE_6),
                comparison.rank().method() == MannWhitney.Method.ASYMPTOTIC
                        ? comparison.rank()
                        : MannWhitney.of(first, second, MannWhitney.Method.ASYMPTOTIC),
                MannWhitney.of(first, second, MannWhitney.Method.CONTINUITY_CORRECTED),
                MannWhitney.of(first, second, MannWhitney.Method.AS_R));
    }
}
