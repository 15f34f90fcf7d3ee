package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.ichradiomics.stats.AucDifference;
import org.ichradiomics.stats.DecisionCurve;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.LikelihoodRatio;
import org.ichradiomics.stats.LogisticFit;
import org.ichradiomics.stats.NetBenefit;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.stats.TestRule;

/**
 * Whether the score adds to what is known clinically: the clinical model, the score by itself, and both together,
 * fitted in training and applied with the same coefficients to test. Both models are by the same method, Firth's
 * likelihood if one of them needs it.
 *
 * @param clinical without the score
 * @param combined with it
 */
public record CombinedModel(Regression clinical, Regression combined, List<Part> parts) {

    /** Of net benefits: 5 % to 50 %. */
    public static final List<Double> THRESHOLDS =
            Arrays.stream(Validation.THRESHOLDS).boxed().toList();

    /**
     * The three in a subset, on the cases that are complete in all.
     *
     * @param gain the combined model's AUC minus the clinical one's
     * @param benefit the combined model's net benefit minus the clinical one's, at {@link #THRESHOLDS}
     */
    public record Part(
            Subset subset,
            RocCurve clinical,
            RocCurve score,
            RocCurve combined,
            AucDifference gain,
            List<Estimate> benefit) {}

    /** Nothing where the model has no score or nothing but the score; none where coefficients are not estimable. */
    static Attempt<CombinedModel> of(Cohort cohort, Regression model, double[] scores, boolean firth) {
        if (!model.names().contains(Cohort.SCORE) || model.names().size() < 2) return Attempt.none();
        return compared(cohort, model, scores, firth)
                .map(Attempt::found)
                .orElse(Attempt.failed("The model of " + model.title()
                        + " was not compared with the same without the score: one of them has no finite "
                        + "coefficients."));
    }

    private static Optional<CombinedModel> compared(
            Cohort cohort, Regression combined, double[] scores, boolean firth) {
        if (combined.fit().isEmpty()) return Optional.empty();
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
        for (Subset subset : cohort.trainingAndTests())
            part(subset, one, other, scores).ifPresent(parts::add);
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
        return Attempt.at(() -> {
                    RocCurve without = RocCurve.of(clinical.logOdds(complete), events);
                    RocCurve with = RocCurve.of(combined.logOdds(complete), events);
                    RocCurve score = RocCurve.of(Subset.take(scores, complete), events);
                    return new Part(
                            subset,
                            without,
                            score,
                            with,
                            AucDifference.paired(with, without),
                            benefit(combined.logOdds(complete), clinical.logOdds(complete), events));
                })
                .result();
    }

    private static List<Estimate> benefit(double[] with, double[] without, boolean[] events) {
        double[] more = Arrays.stream(with).map(ScoreTable::probability).toArray();
        double[] less = Arrays.stream(without).map(ScoreTable::probability).toArray();
        return THRESHOLDS.stream()
                .map(threshold -> NetBenefit.difference(more, less, events, threshold))
                .toList();
    }

    /** Against the model without the score, in the cases that they were fitted to; NaN of Firth's likelihood. */
    public LikelihoodRatio likelihoodRatio() {
        LogisticFit with = combined.fit().orElseThrow();
        LogisticFit without = clinical.fit().orElseThrow();
        int df = with.design().variables().size() - without.design().variables().size();
        return isFirth()
                ? new LikelihoodRatio(Double.NaN, df, Double.NaN)
                : LikelihoodRatio.of(without.deviance() - with.deviance(), df);
    }

    /** The score beside the volume at baseline; nothing where there is no volume. */
    static Attempt<CombinedModel> beyondVolume(Cohort cohort, double[] scores, boolean firth) {
        if (cohort.baseline().isEmpty()) return Attempt.none();
        Variable volume = Variable.continuous(
                cohort.volumes().baselineColumn().orElseThrow(),
                cohort.baseline().get(),
                TestRule.AUTO);
        Regression both = Regression.of(
                cohort.subset(Subset.TRAINING).orElseThrow(),
                cohort.outcome(),
                List.of(volume, Cohort.score(scores)),
                firth);
        return of(cohort, both, scores, firth)
                .otherwise("The score was not held against the volume at baseline: one of the two models has no finite "
                        + "coefficients.");
    }

    /** What acting on each is worth in training. */
    public record Decisions(DecisionCurve clinical, DecisionCurve combined) {}

    /** Empty where a probability is missing, and of Firth's likelihood, which draws probabilities towards ½. */
    public Optional<Decisions> decisions() {
        int[] cases = combined.complete();
        double[] with = combined.logOdds(cases);
        double[] without = clinical.logOdds(cases);
        if (isFirth()
                || !DoubleStream.concat(Arrays.stream(with), Arrays.stream(without))
                        .allMatch(Double::isFinite)) return Optional.empty();
        boolean[] events = combined.endpoint().events(cases);
        return Optional.of(
                new Decisions(Validation.Calibrated.drawn(without, events), Validation.Calibrated.drawn(with, events)));
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
