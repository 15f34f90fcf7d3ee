package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.ichradiomics.stats.Calibration;
import org.ichradiomics.stats.RocCurve;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;

/**
 * Each centre predicted by the whole plan that was done on all others.
 *
 * @param by the column of the centres
 * @param sites by their names
 */
public record SiteValidation(String by, List<Left> sites) {

    /**
     * A centre that was left out.
     *
     * @param cases places in the cohort of those that have a score
     * @param logOdds of them
     * @param all how many it has, with and without a score
     * @param roc empty where all have the same outcome
     */
    public record Left(
            String site,
            int[] cases,
            double[] logOdds,
            int all,
            Optional<RocCurve> roc,
            Optional<Calibration> calibration,
            InternalValidation.Fit fit) {

        static Left of(String site, int[] out, double[] scores, boolean[] events, InternalValidation.Fit fit) {
            int[] scored = IntStream.range(0, out.length)
                    .filter(i -> Double.isFinite(scores[i]))
                    .toArray();
            double[] logOdds = Subset.take(scores, scored);
            boolean[] happened = new boolean[scored.length];
            for (int i = 0; i < happened.length; i++) happened[i] = events[scored[i]];
            return new Left(
                    site,
                    IntStream.of(scored).map(i -> out[i]).toArray(),
                    logOdds,
                    out.length,
                    Attempt.at(() -> RocCurve.of(logOdds, happened)).result(),
                    Attempt.at(() -> Calibration.of(logOdds, happened)).result(),
                    fit);
        }
    }

    /**
     * Sites of the cases that train → their places in the cohort.
     *
     * @throws InvalidInputException if a case has none, there is one only, one has a single case, or without one there
     *     are too few cases for the folds
     */
    static Map<String, int[]> read(StudyPlan plan, FeatureTable clinical, int[] training, Endpoint outcome)
            throws InvalidInputException {
        Optional<String> by = plan.resampling().flatMap(Resampling::site);
        if (by.isEmpty()) return Map.of();
        List<String> all = clinical.known(by.get());
        Map<String, List<Integer>> places = new TreeMap<>();
        for (int i : training)
            places.computeIfAbsent(all.get(i), site -> new ArrayList<>()).add(i);
        require(
                !places.containsKey(""),
                "The column \"" + by.get() + "\" has no value in "
                        + places.getOrDefault("", List.of()).size()
                        + " of the training cases, of which each must be left out with its centre: fill it in");
        require(
                places.size() > 1,
                "The column \"" + by.get() + "\" says \"" + String.join("", places.keySet())
                        + "\" of all training cases: to leave out one centre there must be two");
        Map<String, int[]> sites = new TreeMap<>();
        int with = outcome.count(training);
        for (Map.Entry<String, List<Integer>> site : places.entrySet()) {
            int[] cases = site.getValue().stream().mapToInt(i -> i).toArray();
            require(
                    cases.length > 1,
                    "The centre \"" + site.getKey() + "\" (column \"" + by.get()
                            + "\") has 1 case in training, which says nothing of a centre: join it with another");
            int events = with - outcome.count(cases);
            int rarer = Math.min(events, training.length - cases.length - events);
            require(
                    rarer >= plan.lasso().folds(),
                    "Without the centre \"" + site.getKey() + "\" there are only " + rarer + " training cases "
                            + (rarer == events ? "with" : "without") + " the event, fewer than the "
                            + plan.lasso().folds() + " folds of the LASSO: join centres, or lower lasso.folds");
            sites.put(site.getKey(), cases);
        }
        return sites;
    }

    private static void require(boolean isSo, String otherwise) throws InvalidInputException {
        if (!isSo)
            throw new InvalidInputException(
                    Sentence.of(otherwise + ", or leave out ", FileKey.ofStudy("validation.site"), "."));
    }
}
