package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.stats.AucDifference;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.text.InvalidInputException;

/**
 * Whether the score adds to what is known clinically: the clinical model, the score by itself, and both together,
 * fitted in training and applied with the same coefficients to test. Both models are by the same method, Firth's
 * likelihood if one of them needs it.
 *
 * @param clinical without the score
 * @param combined with it
 */
public record CombinedModel(Regression clinical, Regression combined, List<Part> parts) {

    /**
     * The three in a subset, on the cases that are complete in all.
     *
     * @param gain the combined model's AUC minus the clinical one's
     */
    public record Part(Subset subset, RocCurve clinical, RocCurve score, RocCurve combined, AucDifference gain) {}

    /** Whether a model holds the score and something else. */
    static boolean isMeant(Regression model) {
        return model.names().contains(Cohort.SCORE) && model.names().size() > 1;
    }

    /** Empty where the model of the training has no score, nothing but the score, or no estimable coefficients. */
    static Optional<CombinedModel> of(Cohort cohort, Regression combined, double[] scores, boolean firth) {
        if (combined.fit().isEmpty() || !isMeant(combined)) return Optional.empty();
        List<Variable> without = combined.candidates().stream()
                .filter(v -> !v.name().equals(Cohort.SCORE))
                .toList();
        Subset training = new Subset(combined.subset().key(), combined.subset().title(), combined.complete());
        Regression clinical = Regression.of(training, combined.endpoint(), without, firth);
        if (clinical.fit().isEmpty()) return Optional.empty();
        boolean penalised = clinical.firth().isPresent() || combined.firth().isPresent();
        Regression one = penalised ? clinical.byFirth() : clinical;
        Regression other = penalised ? combined.byFirth() : combined;
        List<Part> parts = new ArrayList<>();
        for (String key : List.of(Subset.TRAINING, Subset.TEST)) {
            cohort.subset(key)
                    .flatMap(subset -> part(subset, one, other, scores))
                    .ifPresent(parts::add);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new CombinedModel(one, other, List.copyOf(parts)));
    }

    private static Optional<Part> part(Subset subset, Regression clinical, Regression combined, double[] scores) {
        int[] known = combined.endpoint().known(subset.cases());
        double[] together = combined.logOdds(known);
        int[] complete = IntStream.range(0, known.length)
                .filter(i -> Double.isFinite(together[i]))
                .map(i -> known[i])
                .toArray();
        boolean[] events = combined.endpoint().events(complete);
        try {
            RocCurve without = RocCurve.of(clinical.logOdds(complete), events);
            RocCurve with = RocCurve.of(combined.logOdds(complete), events);
            return Optional.of(new Part(
                    subset,
                    without,
                    RocCurve.of(Subset.take(scores, complete), events),
                    with,
                    AucDifference.paired(with, without)));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** Whether both models are by Firth's likelihood. */
    public boolean isFirth() {
        return combined.firth().isPresent();
    }

    /** The part of a subset. */
    public Optional<Part> part(String key) {
        return parts.stream().filter(part -> part.subset().key().equals(key)).findFirst();
    }
}
