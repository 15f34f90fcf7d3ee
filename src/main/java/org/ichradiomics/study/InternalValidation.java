package org.ichradiomics.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.ichradiomics.stats.Estimate;

/**
 * What the score of a study is worth in training, said three ways: as it looks, as the cross-validation sees it that
 * was made after the selection, and as it is where the whole plan is done anew on every draw of the cases.
 *
 * @param plan how often
 * @param apparent on the cases that chose and fitted everything
 * @param afterSelection of the cross-validation that chose λ, whose folds saw none of the filters
 * @param nested cross-validation of the whole plan
 * @param bootstrap Harrell's; empty where none was asked for
 * @param permutation empty where none was asked for
 * @param stability of the features that were chosen
 * @param sites each centre predicted by the others; empty where nobody asked
 */
public record InternalValidation(
        Resampling plan,
        Accuracy apparent,
        Accuracy afterSelection,
        Nested nested,
        Optional<Bootstrap> bootstrap,
        Optional<Permutation> permutation,
        SelectionStability stability,
        Optional<SiteValidation> sites) {

    /**
     * Cross-validation of the whole plan.
     *
     * @param repeats what each of them is worth: AUC by fold, everything else of its pooled predictions
     * @param mean over the repeats
     * @param curve calibration in the groups of Hosmer and Lemeshow by probability, the first group that of the lowest:
     *     each of the pooled predictions of a repeat, averaged over the repeats that have all ten
     * @param logOdds repeat × training case, each by the model that had not seen it; NaN without a score
     * @param fits by repeat and fold
     */
    public record Nested(List<Accuracy> repeats, Accuracy mean, List<Group> curve, double[][] logOdds, List<Fit> fits) {

        /** From the least to the largest repeat: no confidence interval. */
        public Estimate range(Measure measure) {
            double[] known = Accuracy.known(repeats, measure);
            return known.length == 0
                    ? new Estimate(Double.NaN, Double.NaN, Double.NaN)
                    : new Estimate(mean.of(measure), known[0], known[known.length - 1]);
        }

        /** Predictions that could not be made, as a value of the model was missing. */
        public long unscored() {
            return Arrays.stream(logOdds)
                    .flatMapToDouble(Arrays::stream)
                    .filter(Double::isNaN)
                    .count();
        }
    }

    /** Cases of like probability: what was predicted of them, and the share that had the event. */
    public record Group(double predicted, double observed) {}

    /**
     * Harrell's bootstrap of the whole plan.
     *
     * @param optimism mean over the draws: on the draw minus on all training cases
     * @param corrected apparent minus optimism
     * @param interval by measure: the middle 95 % of what the draws appear to be worth, moved by the optimism (Noma et
     *     al., Stat Med 2021; 40: 5691)
     * @param fits by draw
     */
    public record Bootstrap(Accuracy optimism, Accuracy corrected, List<Estimate> interval, List<Fit> fits) {

        /** Of a measure. */
        public Estimate of(Measure measure) {
            return interval.get(measure.ordinal());
        }
    }

    /**
     * Whether shuffled outcomes do as well.
     *
     * @param observed AUC of one nested cross-validation
     * @param shuffled the same of each permutation
     * @param p (1 + how many of them reach the observed)/(1 + how many there are)
     */
    public record Permutation(double observed, List<Double> shuffled, double p) {}

    /**
     * The plan on one draw.
     *
     * @param repeat from 1; 0 of the bootstrap
     * @param number of the fold or the draw, from 1
     * @param passed names of the features that the filters left
     * @param coefficients by feature, of z-scores; empty where the model is the prevalence
     * @param lambda NaN without a model
     * @param cutoff −∞ where everybody is called an event
     */
    public record Fit(
            int repeat,
            int number,
            List<String> passed,
            Map<String, Double> coefficients,
            double lambda,
            double cutoff) {

        /** Whether it predicts the prevalence for everybody. */
        public boolean isEmpty() {
            return coefficients.isEmpty();
        }
    }

    /** How many of some fits predict the prevalence for everybody. */
    public static long empty(List<Fit> fits) {
        return fits.stream().filter(Fit::isEmpty).count();
    }
}
