package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Calibration;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.Folds;
import org.ichradiomics.stats.HosmerLemeshow;
import org.ichradiomics.stats.InOrder;
import org.ichradiomics.stats.LassoModel;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.stats.Shuffle;
import org.ichradiomics.text.Countdown;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

/** Does a plan anew on other draws of the training cases; each draw has a seed of its own and so the same bits. */
final class HonestValidation {

    private static final int TOLD = 20;

    /** What a fit makes the same in every draw, as the intercept for a slope of 1, has no interval. */
    private static final double FIXED = 1e-6;

    private final StudyPlan plan;
    private final Resampling resampling;
    private final Pipeline pipeline;
    private final int[] training;
    private final boolean[] events;
    private final Map<String, int[]> sites;
    private final int threads;
    private final Progress progress;
    private final Countdown countdown;
    private String said = "";

    private HonestValidation(Cohort cohort, Resampling resampling, Pipeline pipeline, int threads, Progress progress)
            throws InvalidInputException {
        this.plan = cohort.plan();
        this.resampling = resampling;
        this.pipeline = pipeline;
        this.training = cohort.split().training();
        this.events = pipeline.events(training);
        this.sites = SiteValidation.read(plan, cohort.clinical(), training, cohort.outcome());
        this.threads = threads;
        this.progress = progress;
        this.countdown = new Countdown((resampling.repeats() + resampling.permutations()) * resampling.folds()
                + resampling.bootstraps()
                + sites.size());
    }

    /**
     * Empty where the plan asks for none.
     *
     * @throws InvalidInputException if there are too few cases of an outcome
     * @throws CancellationException if the progress or the thread is told to stop
     */
    static Optional<InternalValidation> of(
            Cohort cohort,
            Optional<ReaderAgreement> agreement,
            Optional<Selection> selection,
            int threads,
            Progress progress)
            throws InvalidInputException {
        if (cohort.plan().resampling().isEmpty()) return Optional.empty();
        Resampling resampling = cohort.plan().resampling().get();
        HonestValidation honest =
                new HonestValidation(cohort, resampling, Pipeline.of(cohort, agreement), threads, progress);
        return Optional.of(honest.all(cohort, selection));
    }

    private InternalValidation all(Cohort cohort, Optional<Selection> selection) throws InvalidInputException {
        double[] scores = selection
                .map(s -> Subset.take(s.model().scores(s.features()), training))
                .orElseGet(this::prevalence);
        double cutoff = RocCurve.of(scores, events).youden().cutoff();
        double[] crossed =
                selection.map(s -> s.own().scores()[s.choice().k() - 1]).orElse(scores);
        int[] ids = selection.map(s -> s.folds().ids()).orElse(new int[training.length]);
        Accuracy apparent = Accuracy.of(Predicted.of(scores, cutoff, events));
        Accuracy after = Accuracy.of(new Predicted(crossed, reached(crossed, cutoff), events, ids));
        InternalValidation.Nested nested = nested();
        Optional<InternalValidation.Bootstrap> bootstrap = bootstrap(apparent);
        Optional<InternalValidation.Permutation> permutation =
                permutation(nested.repeats().get(0).of(Measure.AUC));
        SelectionStability stability = SelectionStability.of(
                cohort.features().orElseThrow().of(training),
                selection.stream()
                        .flatMap(s -> s.model().terms().stream())
                        .map(LassoModel.Term::feature)
                        .collect(Collectors.toSet()),
                bootstrap.map(InternalValidation.Bootstrap::fits).orElse(List.of()),
                nested.fits());
        return new InternalValidation(
                resampling,
                apparent,
                after,
                nested,
                bootstrap,
                permutation,
                stability,
                sites.isEmpty() ? Optional.empty() : Optional.of(leftOut()));
    }

    private SiteValidation leftOut() throws InvalidInputException {
        List<Callable<SiteValidation.Left>> pieces = new ArrayList<>();
        for (Map.Entry<String, int[]> site : sites.entrySet()) {
            int number = pieces.size() + 1;
            int[] out = site.getValue();
            int[] in = IntStream.of(training)
                    .filter(i -> Arrays.binarySearch(out, i) < 0)
                    .toArray();
            pieces.add(() -> {
                Pipeline.Fitted fitted = pipeline.fitForOthers(in, Resampling.seed(plan, Resampling.Draw.SITE, number));
                return SiteValidation.Left.of(
                        site.getKey(), out, fitted.scores(out), pipeline.events(out), fit(fitted, 0, number));
            });
        }
        return new SiteValidation(resampling.site().orElseThrow(), done(pieces));
    }

    /** Log odds of the event of those who know nothing else. */
    private double[] prevalence() {
        double with = IntStream.range(0, events.length).filter(i -> events[i]).count();
        double[] same = new double[events.length];
        Arrays.fill(same, Math.log(with / (events.length - with)));
        return same;
    }

    private static boolean[] reached(double[] scores, double cutoff) {
        boolean[] reached = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) reached[i] = scores[i] >= cutoff;
        return reached;
    }

    private <T> List<T> done(List<Callable<T>> pieces) throws InvalidInputException {
        return InOrder.results(pieces, threads, piece -> {
            countdown.finished();
            int step = Math.max(1, countdown.total() / TOLD);
            if (countdown.done() % step == 0 || said.isEmpty())
                said = "the whole plan on other draws of the cases, " + countdown.text();
            progress.at(said, (double) countdown.done() / countdown.total());
        });
    }

    /** What a fold's model makes of the cases that it has not seen. */
    private record LeftOut(int[] places, double[] logOdds, boolean[] called, InternalValidation.Fit fit) {}

    /** One cross-validation: pieces of work by fold. */
    private List<Callable<LeftOut>> folds(Pipeline of, int[] ids, Resampling.Draw draw, int repeat) {
        List<Callable<LeftOut>> pieces = new ArrayList<>();
        for (int number = 1; number <= resampling.folds(); number++) {
            int fold = number;
            pieces.add(() -> {
                int[] out = IntStream.range(0, ids.length)
                        .filter(i -> ids[i] == fold)
                        .toArray();
                int[] in = IntStream.range(0, ids.length)
                        .filter(i -> ids[i] != fold)
                        .map(i -> training[i])
                        .toArray();
                Pipeline.Fitted fitted = of.fit(in, Resampling.seed(plan, draw, repeat, fold));
                double[] logOdds =
                        fitted.scores(IntStream.of(out).map(i -> training[i]).toArray());
                return new LeftOut(out, logOdds, reached(logOdds, fitted.cutoff()), fit(fitted, repeat, fold));
            });
        }
        return pieces;
    }

    private int[] outer(boolean[] outcomes, Resampling.Draw draw, int repeat) throws InvalidInputException {
        return Folds.stratified(outcomes, resampling.folds(), Resampling.seed(plan, draw, repeat, 0))
                .ids();
    }

    private static Predicted pooled(List<LeftOut> folds, int[] ids, boolean[] outcomes) {
        double[] logOdds = new double[ids.length];
        boolean[] called = new boolean[ids.length];
        for (LeftOut fold : folds) {
            for (int i = 0; i < fold.places.length; i++) {
                logOdds[fold.places[i]] = fold.logOdds[i];
                called[fold.places[i]] = fold.called[i];
            }
        }
        return new Predicted(logOdds, called, outcomes, ids);
    }

    private InternalValidation.Nested nested() throws InvalidInputException {
        List<int[]> ids = new ArrayList<>();
        List<Callable<LeftOut>> pieces = new ArrayList<>();
        for (int repeat = 1; repeat <= resampling.repeats(); repeat++) {
            ids.add(outer(events, Resampling.Draw.OUTER, repeat));
            pieces.addAll(folds(pipeline, ids.get(repeat - 1), Resampling.Draw.INNER, repeat));
        }
        List<LeftOut> found = done(pieces);
        List<Accuracy> repeats = new ArrayList<>();
        List<List<HosmerLemeshow.Group>> curves = new ArrayList<>();
        double[][] logOdds = new double[ids.size()][training.length];
        for (int r = 0; r < logOdds.length; r++) {
            List<LeftOut> folds = found.subList(r * resampling.folds(), (r + 1) * resampling.folds());
            Predicted predicted = pooled(folds, ids.get(r), events);
            repeats.add(Accuracy.of(predicted));
            predicted
                    .calibration()
                    .map(calibration -> calibration.hosmerLemeshow().groups())
                    .filter(groups -> groups.size() == Calibration.GROUPS)
                    .ifPresent(curves::add);
            for (LeftOut fold : folds)
                for (int i = 0; i < fold.places.length; i++) logOdds[r][fold.places[i]] = fold.logOdds[i];
        }
        return new InternalValidation.Nested(
                List.copyOf(repeats),
                Accuracy.mean(repeats),
                mean(curves),
                logOdds,
                found.stream().map(LeftOut::fit).toList());
    }

    private static List<InternalValidation.Group> mean(List<List<HosmerLemeshow.Group>> curves) {
        if (curves.isEmpty()) return List.of();
        return IntStream.range(0, Calibration.GROUPS)
                .mapToObj(g -> new InternalValidation.Group(
                        mean(curves, g, group -> group.expected() / group.n()),
                        mean(curves, g, group -> (double) group.observed() / group.n())))
                .toList();
    }

    private static double mean(
            List<List<HosmerLemeshow.Group>> curves, int g, ToDoubleFunction<HosmerLemeshow.Group> of) {
        return curves.stream()
                .mapToDouble(curve -> of.applyAsDouble(curve.get(g)))
                .average()
                .orElseThrow();
    }

    /** What a draw's model is worth on the draw and on all training cases. */
    private record Drawn(Accuracy onDraw, Accuracy onAll, InternalValidation.Fit fit) {}

    private Optional<InternalValidation.Bootstrap> bootstrap(Accuracy apparent) throws InvalidInputException {
        if (resampling.bootstraps() == 0) return Optional.empty();
        List<Callable<Drawn>> pieces = new ArrayList<>();
        for (int number = 1; number <= resampling.bootstraps(); number++) {
            int draw = number;
            pieces.add(() -> {
                int[] cases = drawn(new Random(Resampling.seed(plan, Resampling.Draw.BOOTSTRAP, draw, 0)));
                Pipeline.Fitted fitted = pipeline.fit(cases, Resampling.seed(plan, Resampling.Draw.BOOTSTRAP, draw, 1));
                return new Drawn(Accuracy.of(fitted.on(cases)), Accuracy.of(fitted.on(training)), fit(fitted, 0, draw));
            });
        }
        List<Drawn> draws = done(pieces);
        Accuracy optimism = Accuracy.mean(draws.stream()
                .map(draw -> Accuracy.by(m -> draw.onDraw.of(m) - draw.onAll.of(m)))
                .toList());
        Accuracy corrected = Accuracy.by(m -> apparent.of(m) - optimism.of(m));
        List<Accuracy> onDraws = draws.stream().map(Drawn::onDraw).toList();
        return Optional.of(new InternalValidation.Bootstrap(
                optimism,
                corrected,
                Arrays.stream(Measure.values())
                        .map(m -> moved(corrected.of(m), Accuracy.known(onDraws, m), optimism.of(m)))
                        .toList(),
                draws.stream().map(Drawn::fit).toList()));
    }

    private static Estimate moved(double corrected, double[] ascending, double optimism) {
        boolean isFixed = ascending.length == 0 || ascending[ascending.length - 1] - ascending[0] < FIXED;
        return isFixed
                ? new Estimate(corrected, Double.NaN, Double.NaN)
                : new Estimate(
                        corrected,
                        Quantile.TYPE_7.of(ascending, 0.025) - optimism,
                        Quantile.TYPE_7.of(ascending, 0.975) - optimism);
    }

    /** As many of each outcome as there are, with replacement. */
    private int[] drawn(Random random) {
        int[] cases = new int[training.length];
        int count = 0;
        for (boolean event : new boolean[] {true, false}) {
            int[] all = IntStream.range(0, training.length)
                    .filter(i -> events[i] == event)
                    .map(i -> training[i])
                    .toArray();
            for (int i = 0; i < all.length; i++) cases[count++] = all[random.nextInt(all.length)];
        }
        return cases;
    }

    private Optional<InternalValidation.Permutation> permutation(double observed) throws InvalidInputException {
        if (resampling.permutations() == 0) return Optional.empty();
        List<int[]> ids = new ArrayList<>();
        List<boolean[]> outcomes = new ArrayList<>();
        List<Callable<LeftOut>> pieces = new ArrayList<>();
        for (int number = 1; number <= resampling.permutations(); number++) {
            int[] order = IntStream.range(0, events.length).toArray();
            Shuffle.of(order, new Random(Resampling.seed(plan, Resampling.Draw.PERMUTATION, number, -1)));
            boolean[] shuffled = new boolean[order.length];
            for (int i = 0; i < order.length; i++) shuffled[i] = events[order[i]];
            outcomes.add(shuffled);
            ids.add(outer(shuffled, Resampling.Draw.PERMUTATION, number));
            pieces.addAll(
                    folds(pipeline.with(training, shuffled), ids.get(number - 1), Resampling.Draw.PERMUTATION, number));
        }
        List<LeftOut> found = done(pieces);
        List<Double> areas = IntStream.range(0, ids.size())
                .mapToObj(b -> pooled(
                                found.subList(b * resampling.folds(), (b + 1) * resampling.folds()),
                                ids.get(b),
                                outcomes.get(b))
                        .auc())
                .toList();
        long reaching = areas.stream().filter(area -> area >= observed).count();
        return Optional.of(new InternalValidation.Permutation(observed, areas, (1.0 + reaching) / (1 + areas.size())));
    }

    private static InternalValidation.Fit fit(Pipeline.Fitted fitted, int repeat, int number) {
        Map<String, Double> coefficients = new LinkedHashMap<>();
        fitted.model().ifPresent(model -> model.terms().forEach(term -> coefficients.put(term.feature(), term.beta())));
        return new InternalValidation.Fit(
                repeat,
                number,
                fitted.passed(),
                coefficients,
                fitted.model().map(LassoModel::lambda).orElse(Double.NaN),
                fitted.cutoff());
    }
}
