package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.stats.AucDifference;
import org.ichradiomics.stats.RocCurve;

/**
 * Whether the score adds to what is known clinically: the clinical model, the score by itself, and both together, fitted in training and
 * applied with the same coefficients to test.
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
    public record Part(Subset subset, RocCurve clinical, RocCurve score, RocCurve combined, AucDifference gain) {
    }

    /** Empty where the model of the training has no score, nothing but the score, or no estimable coefficients. */
    static Optional<CombinedModel> of(Cohort cohort, Regression combined, double[] scores) {
        List<Variable> without = combined.variables().stream().filter(v -> !v.name().equals(Cohort.SCORE)).toList();
        if (combined.fit().isEmpty() || without.isEmpty() || without.size() == combined.variables().size()) return Optional.empty();
        Subset training = new Subset(combined.subset().key(), combined.subset().title(), combined.complete());
        Regression clinical = Regression.of(training, combined.endpoint(), without, false);
        if (clinical.fit().isEmpty()) return Optional.empty();
        List<Part> parts = new ArrayList<>();
        for (String key : List.of(Subset.TRAINING, Subset.TEST)) {
            cohort.subset(key).flatMap(subset -> part(subset, clinical, combined, scores)).ifPresent(parts::add);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new CombinedModel(clinical, combined, List.copyOf(parts)));
    }

    private static Optional<Part> part(Subset subset, Regression clinical, Regression combined, double[] scores) {
        int[] known = combined.endpoint().known(subset.cases());
        double[] together = combined.logOdds(known);
        int[] complete = IntStream.range(0, known.length).filter(i -> Double.isFinite(together[i])).map(i -> known[i]).toArray();
        boolean[] events = combined.endpoint().events(complete);
        try {
            RocCurve without = RocCurve.of(clinical.logOdds(complete), events);
            RocCurve with = RocCurve.of(combined.logOdds(complete), events);
            return Optional.of(new Part(subset, without, RocCurve.of(Subset.take(scores, complete), events), with, AucDifference.paired(with, without)));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** The part of a subset. */
    public Optional<Part> part(String key) {
        return parts.stream().filter(part -> part.subset().key().equals(key)).findFirst();
    }
}
