package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.signature.Harmonised;
import org.ichradiomics.stats.ComBat;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.text.InvalidInputException;

/**
 * A cohort's features by site, and what ComBat makes of them: learnt on any draw of the cases, for all of them. A
 * feature that lacks a value in the draw, and a case whose site or covariates are not known, have none afterwards.
 */
final class Harmony {

    /** Of fewer cases a batch has no scale to speak of. */
    static final int FEWEST = 3;

    private final Harmonisation plan;
    private final Predictors raw;
    private final List<String> sites;
    private final List<Harmonised.Covariate> known;
    private final double[][] covariates;

    Harmony(
            Harmonisation plan,
            Predictors raw,
            List<String> sites,
            List<Harmonised.Covariate> known,
            double[][] covariates) {
        this.plan = plan;
        this.raw = raw;
        this.sites = List.copyOf(sites);
        this.known = known;
        this.covariates = covariates;
    }

    /** The features as they were measured. */
    Predictors raw() {
        return raw;
    }

    /** How many of some cases each site has; those that are not known of are left out. */
    Map<String, Integer> counts(int[] cases) {
        Map<String, Integer> counts = new TreeMap<>();
        IntStream.of(cases).filter(this::isKnown).forEach(i -> counts.merge(sites.get(i), 1, Integer::sum));
        return counts;
    }

    private boolean isKnown(int i) {
        return !sites.get(i).isEmpty() && Arrays.stream(covariates).allMatch(column -> Double.isFinite(column[i]));
    }

    /** Those of a draw that can be learnt from: of sites with {@link #FEWEST} cases in it. */
    int[] usable(int[] cases) {
        Map<String, Integer> counts = counts(cases);
        return IntStream.of(cases)
                .filter(i -> isKnown(i) && counts.get(sites.get(i)) >= FEWEST)
                .toArray();
    }

    /** What was learnt on a draw. */
    final class Fitted {

        private final List<String> labels;
        private final int[] places;
        private final ComBat combat;
        private final Predictors features;

        private Fitted(int[] cases, Harmonisation.Unseen unseen) {
            int[] draw = usable(cases);
            labels = List.copyOf(counts(draw).keySet());
            places = IntStream.range(0, raw.columns().length)
                    .filter(j -> IntStream.of(draw).allMatch(i -> Double.isFinite(raw.columns()[j][i])))
                    .toArray();
            combat = ComBat.of(
                    columns(draw),
                    IntStream.of(draw).map(i -> labels.indexOf(sites.get(i))).toArray(),
                    labels.size(),
                    Arrays.stream(covariates)
                            .map(column -> Subset.take(column, draw))
                            .toArray(double[][]::new),
                    plan.empiricalBayes(),
                    // A site alone is like itself.
                    labels.size() == 1
                            ? 0
                            : plan.referenceBatch().map(labels::indexOf).orElse(ComBat.NO_REFERENCE));
            features = harmonised(unseen);
        }

        private double[][] columns(int[] cases) {
            return IntStream.of(places)
                    .mapToObj(j -> Subset.take(raw.columns()[j], cases))
                    .toArray(double[][]::new);
        }

        private Predictors harmonised(Harmonisation.Unseen unseen) {
            int n = sites.size();
            double[][] some =
                    IntStream.of(places).mapToObj(j -> raw.columns()[j]).toArray(double[][]::new);
            Map<String, ComBat.Effect> others = unseen == Harmonisation.Unseen.OWN ? own(some) : Map.of();
            double[][] all = new double[raw.columns().length][n];
            for (double[] column : all) Arrays.fill(column, Double.NaN);
            for (int i = 0; i < n; i++) {
                int label = labels.indexOf(sites.get(i));
                ComBat.Effect effect = label < 0 ? others.get(sites.get(i)) : combat.effect(label);
                if (effect == null || !isKnown(i)) continue;
                for (int j = 0; j < places.length; j++)
                    all[places[j]][i] = combat.harmonised(j, some, i, covariates, effect);
            }
            return new Predictors(raw.names(), all);
        }

        /** What sites that are not in the draw do, by their own features. */
        private Map<String, ComBat.Effect> own(double[][] some) {
            Map<String, ComBat.Effect> own = new LinkedHashMap<>();
            int[] complete = IntStream.range(0, sites.size())
                    .filter(i -> isKnown(i)
                            && !labels.contains(sites.get(i))
                            && Arrays.stream(some).allMatch(column -> Double.isFinite(column[i])))
                    .toArray();
            counts(complete).forEach((site, count) -> {
                if (count >= FEWEST)
                    own.put(
                            site,
                            combat.effect(
                                    some,
                                    IntStream.of(complete)
                                            .filter(i -> sites.get(i).equals(site))
                                            .toArray(),
                                    covariates));
            });
            return own;
        }

        /** What it was learnt from. */
        Harmony of() {
            return Harmony.this;
        }

        /** Sentences about what is left as it is, or has no score. */
        List<String> notes(int[] training, List<String> ids) {
            return Harmony.this.notes(this, training, ids);
        }

        /** Of all cases of the cohort. */
        Predictors features() {
            return features;
        }

        /** Names of features that do not vary within some site, and are left as they are. */
        List<String> unchanged() {
            return IntStream.range(0, places.length)
                    .filter(j -> !combat.isHarmonised(j))
                    .mapToObj(j -> raw.names().get(places[j]))
                    .toList();
        }

        /** Names of features that lack a value in the draw. */
        List<String> incomplete() {
            Set<Integer> complete = IntStream.of(places).boxed().collect(Collectors.toSet());
            return IntStream.range(0, raw.names().size())
                    .filter(j -> !complete.contains(j))
                    .mapToObj(raw.names()::get)
                    .toList();
        }

        /** What a signature on some features needs to be read elsewhere. */
        Harmonised of(List<String> terms) {
            Map<String, Integer> among = new HashMap<>();
            for (int j = 0; j < places.length; j++) among.put(raw.names().get(places[j]), j);
            int[] changed = terms.stream()
                    .filter(among::containsKey)
                    .mapToInt(among::get)
                    .filter(combat::isHarmonised)
                    .toArray();
            Map<String, Harmonised.Location> locations = new LinkedHashMap<>();
            for (int j : changed)
                locations.put(
                        raw.names().get(places[j]),
                        new Harmonised.Location(
                                combat.mean(j),
                                combat.sd(j),
                                Arrays.stream(combat.slopes(j)).boxed().toList()));
            Map<String, Harmonised.Batch> batches = new LinkedHashMap<>();
            for (int b = 0; b < labels.size(); b++) {
                ComBat.Effect effect = combat.effect(b);
                batches.put(
                        labels.get(b),
                        new Harmonised.Batch(some(effect.shift(), changed), some(effect.scale(), changed)));
            }
            return new Harmonised(plan.by(), known, locations, batches);
        }

        private List<Double> some(double[] all, int[] places) {
            return IntStream.of(places).mapToObj(j -> all[j]).toList();
        }
    }

    /** Learns on a draw; a case may be there several times. */
    Fitted fit(int[] cases) {
        return fit(cases, plan.unseen());
    }

    /** The same with cases of other sites by their own features. */
    Fitted fit(int[] cases, Harmonisation.Unseen unseen) {
        return new Fitted(cases, unseen);
    }

    private List<String> notes(Fitted fitted, int[] training, List<String> ids) {
        List<String> notes = new ArrayList<>();
        Map<String, Integer> counts = counts(training);
        counts.forEach((site, count) -> {
            if (count < 10)
                notes.add("The batch \"" + site + "\" (" + plan.by() + ") has only " + count
                        + " training cases: its shift and scale are uncertain.");
        });
        if (!fitted.unchanged().isEmpty())
            notes.add("Features that do not vary within some batch are not harmonised: "
                    + String.join(", ", fitted.unchanged()) + ".");
        if (!fitted.incomplete().isEmpty())
            notes.add("Features that lack a value in training are not harmonised and take no part: "
                    + String.join(", ", fitted.incomplete()) + ".");
        Map<String, List<String>> others = IntStream.range(0, ids.size())
                .filter(i -> !counts.containsKey(sites.get(i)) || !isKnown(i))
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> isKnown(i) ? sites.get(i) : "",
                        TreeMap::new,
                        Collectors.mapping(ids::get, Collectors.toList())));
        others.forEach((site, cases) -> notes.add(other(site, cases)));
        return notes;
    }

    private String other(String site, List<String> cases) {
        if (site.isEmpty())
            return "The "
                    + Stream.concat(Stream.of(plan.by()), known.stream().map(Harmonised.Covariate::column))
                            .collect(Collectors.joining(" or "))
                    + " of " + cases.size() + (cases.size() == 1 ? " case is" : " cases are")
                    + " not known: harmonised features, and so scores, are missing of " + String.join(", ", cases)
                    + ".";
        return "The batch \"" + site + "\" (" + plan.by() + ", "
                + (cases.size() == 1 ? "1 case" : cases.size() + " cases") + ") is not in training: "
                + (plan.unseen() == Harmonisation.Unseen.OWN && cases.size() >= FEWEST
                        ? "shift and scale are of its own features, which needs a batch of the new centre."
                        : "its features stay as they are, and there are no scores of " + String.join(", ", cases)
                                + ".");
    }

    /**
     * On the cases that train.
     *
     * @throws InvalidInputException if nothing varies within some site, so that there is nothing to harmonise
     */
    Fitted learnt(int[] training) throws InvalidInputException {
        Fitted fitted = fit(training);
        if (fitted.unchanged().size() < fitted.places.length) return fitted;
        throw new InvalidInputException("No feature varies within every batch of \"" + plan.by()
                + "\", so that none can be harmonised: check the features, or leave out the harmonisation.");
    }
}
