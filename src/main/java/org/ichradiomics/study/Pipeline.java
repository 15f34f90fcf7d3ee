package org.ichradiomics.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

import org.ichradiomics.stats.CrossValidation;
import org.ichradiomics.stats.CrossedPath;
import org.ichradiomics.stats.CvCurve;
import org.ichradiomics.stats.ElasticNet;
import org.ichradiomics.stats.Folds;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/**
 * The whole way from the features to a score and its cutoff, as a plan has it, on any draw of the training cases:
 * features without a value for each of them are left out, the filters choose, the rest is scaled, the LASSO has its λ
 * by cross-validation, the cutoff is Youden's.
 */
final class Pipeline {

    private final StudyPlan plan;
    private final Predictors features;
    private final Optional<Harmony> harmony;
    private final boolean[] events;
    private final Optional<ReaderAgreement> required;
    private final Readings readings;

    /**
     * Where the readers' cases are.
     *
     * @param ofTraining row among them by place in the cohort
     * @param others rows of those that do not train, which no draw leaves out
     */
    private record Readings(Map<Integer, Integer> ofTraining, int[] others) {

        static Readings of(Cohort cohort, List<String> read) {
            Map<Integer, Integer> ofTraining = new HashMap<>();
            for (int place : cohort.split().training()) {
                int row = read.indexOf(cohort.ids().get(place));
                if (row >= 0) ofTraining.put(place, row);
            }
            return new Readings(
                    ofTraining,
                    IntStream.range(0, read.size())
                            .filter(row -> !ofTraining.containsValue(row))
                            .toArray());
        }

        int[] rows(int[] cases) {
            IntStream drawn =
                    IntStream.of(cases).filter(ofTraining::containsKey).map(ofTraining::get);
            return IntStream.concat(IntStream.of(others), drawn).toArray();
        }
    }

    private Pipeline(
            StudyPlan plan,
            Predictors features,
            Optional<Harmony> harmony,
            boolean[] events,
            Optional<ReaderAgreement> required,
            Readings readings) {
        this.plan = plan;
        this.features = features;
        this.harmony = harmony;
        this.events = events;
        this.required = required;
        this.readings = readings;
    }

    /** @param agreement of readers; it takes part where the plan filters by it */
    static Pipeline of(Cohort cohort, Optional<ReaderAgreement> agreement) {
        boolean[] events = new boolean[cohort.size()];
        for (int i = 0; i < events.length; i++) events[i] = cohort.outcome().values()[i] == 1;
        Optional<ReaderAgreement> required =
                agreement.filter(a -> cohort.plan().agreement().filter());
        Readings readings =
                Readings.of(cohort, required.map(ReaderAgreement::cases).orElse(List.of()));
        return new Pipeline(
                cohort.plan(),
                cohort.features().orElseThrow(),
                cohort.harmony().map(Harmony.Fitted::of),
                events,
                required,
                readings);
    }

    /** The same with other outcomes of some cases. */
    Pipeline with(int[] cases, boolean[] outcomes) {
        boolean[] others = events.clone();
        for (int i = 0; i < cases.length; i++) others[cases[i]] = outcomes[i];
        return new Pipeline(plan, features, harmony, others, required, readings);
    }

    boolean[] events(int[] cases) {
        boolean[] some = new boolean[cases.length];
        for (int i = 0; i < some.length; i++) some[i] = events[cases[i]];
        return some;
    }

    /** What it makes of some cases. */
    final class Fitted {

        private final Predictors features;
        private final int[] kept;
        private final Optional<LassoModel> model;
        private final double prevalence;
        private final double cutoff;

        private Fitted(Predictors features, int[] kept, Optional<LassoModel> model, int[] cases)
                throws InvalidInputException {
            this.features = features;
            this.kept = kept;
            this.model = model.filter(found -> !found.terms().isEmpty());
            boolean[] outcomes = events(cases);
            int with = (int)
                    IntStream.range(0, cases.length).filter(i -> outcomes[i]).count();
            prevalence = Math.log((double) with / (cases.length - with));
            cutoff = RocCurve.of(scores(cases), outcomes).youden().cutoff();
        }

        /** Empty where nothing passed or the LASSO took nothing: everybody has the prevalence then. */
        Optional<LassoModel> model() {
            return model;
        }

        double cutoff() {
            return cutoff;
        }

        /** Names of the features that the filters left. */
        List<String> passed() {
            return IntStream.of(kept).mapToObj(features.names()::get).toList();
        }

        /** Log odds of the event; NaN where a value of the model is missing. */
        double[] scores(int[] cases) {
            if (model.isPresent())
                return model.get().scores(Selection.some(features, kept).of(cases));
            double[] scores = new double[cases.length];
            Arrays.fill(scores, prevalence);
            return scores;
        }

        Predicted on(int[] cases) {
            return Predicted.of(scores(cases), cutoff, events(cases));
        }
    }

    /**
     * Does it all.
     *
     * @param cases places in the cohort, at least 2 of each outcome among them; those that are there several times are
     *     so many patients, but share a fold
     * @param seed of the folds that choose λ
     * @throws InvalidInputException if the plan asks for exact tests that cannot be had
     */
    Fitted fit(int[] cases, long seed) throws InvalidInputException {
        return harmony.isEmpty()
                ? fit(features, cases, seed)
                : fit(
                        harmony.get(),
                        cases,
                        seed,
                        plan.harmonisation().orElseThrow().unseen());
    }

    /**
     * The same for cases of a site that is not among these: harmonised by its own features.
     *
     * @throws InvalidInputException as of {@link #fit(int[], long)}
     */
    Fitted fitForOthers(int[] cases, long seed) throws InvalidInputException {
        return harmony.isEmpty()
                ? fit(features, cases, seed)
                : fit(harmony.get(), cases, seed, Harmonisation.Unseen.OWN);
    }

    /** Where sites are too small for it in this draw, on the others. */
    private Fitted fit(Harmony by, int[] cases, long seed, Harmonisation.Unseen unseen) throws InvalidInputException {
        int[] usable = by.usable(cases);
        boolean isEnough = with(usable, true).length > 1 && with(usable, false).length > 1;
        return isEnough
                ? fit(by.fit(usable, unseen).features(), usable, seed)
                : new Fitted(by.raw(), new int[0], Optional.empty(), cases);
    }

    private Fitted fit(Predictors features, int[] cases, long seed) throws InvalidInputException {
        boolean[] outcomes = events(cases);
        int[] kept = UnivariateFilter.kept(features, with(cases, true), with(cases, false), good(cases), plan);
        if (kept.length == 0) return new Fitted(features, kept, Optional.empty(), cases);
        StudyPlan.Lasso lasso = plan.lasso();
        ElasticNet penalty = new ElasticNet(lasso.alpha(), lasso.lambdas(), OptionalDouble.empty());
        Predictors drawn = Selection.some(features, kept).of(cases);
        Optional<LassoModel> model = Attempt.at(() -> {
                    Folds folds = Folds.ofCopies(cases, outcomes, lasso.folds(), lasso.stratified(), seed);
                    CrossedPath crossed = CrossedPath.of(
                            drawn,
                            outcomes,
                            penalty,
                            folds,
                            List.of(CrossValidation.Grid.OWN),
                            lasso.wholePath(),
                            1,
                            Progress.NONE);
                    CvCurve curve = crossed.validations().get(0).curve(lasso.measure());
                    return crossed.path()
                            .model(Selection.chosen(crossed.path(), curve, lasso.choice())
                                    .k());
                })
                .result();
        return new Fitted(features, kept, model, cases);
    }

    private int[] with(int[] cases, boolean event) {
        return IntStream.of(cases).filter(i -> events[i] == event).toArray();
    }

    /** Features whose readers agree in these cases, and in those that do not train; empty: no matter. */
    private Optional<Set<String>> good(int[] cases) throws InvalidInputException {
        if (required.isEmpty()) return Optional.empty();
        return Optional.of(Set.copyOf(required.get().on(readings.rows(cases)).good()));
    }
}
