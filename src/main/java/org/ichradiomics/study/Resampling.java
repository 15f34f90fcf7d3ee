package org.ichradiomics.study;

import java.util.Optional;

import org.ichradiomics.stats.RandomStream;
import org.ichradiomics.text.Key;

/**
 * How often the whole plan is done anew on other draws of the training cases, which tells what its numbers are worth.
 *
 * @param repeats of the nested cross-validation, each with other folds
 * @param folds of the nested cross-validation, stratified by outcome
 * @param bootstraps draws of Harrell's bootstrap; 0 for none
 * @param permutations of the outcomes, each with one nested cross-validation; 0 for none
 * @param site the column of the centres, each of which is also predicted by the plan done on all others; empty for none
 */
public record Resampling(
        int repeats,
        int folds,
        int bootstraps,
        int permutations,
        @Key(late = true) Optional<String> site) {

    /** 10 times 10 folds, 200 bootstraps, no permutations. */
    public static final Resampling USUAL = new Resampling(10, 10, 200, 0, Optional.empty());

    /** Each of them is the whole plan on other cases. */
    public static final int MOST = 10_000;

    private static final int FEWEST_FOLDS = 3;

    /** What a seed is of. */
    enum Draw {
        OUTER,
        INNER,
        BOOTSTRAP,
        PERMUTATION,
        SITE
    }

    /** @throws IllegalArgumentException if a number is outside its range */
    public Resampling {
        if (repeats < 1) {
            throw new IllegalArgumentException(
                    "validation.repeats must be at least 1, was " + repeats + "; \"validation: none\" stands for none");
        }
        if (folds < FEWEST_FOLDS)
            throw new IllegalArgumentException("validation.folds must be at least " + FEWEST_FOLDS + ", was " + folds);
        requireNone("bootstraps", bootstraps);
        requireNone("permutations", permutations);
        if (((long) repeats + permutations) * folds + bootstraps > MOST)
            throw new IllegalArgumentException(
                    "validation may do the plan anew at most " + MOST + " times: (repeats + permutations) · folds + "
                            + "bootstraps were " + (((long) repeats + permutations) * folds + bootstraps));
    }

    private static void requireNone(String key, int number) {
        if (number < 0)
            throw new IllegalArgumentException("validation." + key + " must not be negative, was " + number);
    }

    /** The seed of one draw, from the plan's own and the numbers of the draw alone. */
    static long seed(StudyPlan plan, Draw draw, int... numbers) {
        return RandomStream.seed(RandomStream.seed(plan.seed(), draw.ordinal()), numbers);
    }
}
