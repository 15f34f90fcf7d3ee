package org.ichradiomics.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.ichradiomics.feature.FeatureTable;
import org.ichradiomics.region.InvalidInputException;
import org.ichradiomics.stats.Shuffle;

/**
 * Who trains and who tests, as places in the cohort, ascending.
 *
 * @param test empty where everybody trains
 */
public record Split(int[] training, int[] test) {

    private static final Set<String> TRAINING = Set.of("train", "training", "development", "derivation");
    private static final Set<String> TEST = Set.of("test", "testing", "validation");

    /** Shares such as 0.7 · 10 must not end just below the whole number. */
    private static final double ROUNDING = 1e-9;

    /** Whether anybody tests. */
    public boolean isDivided() {
        return test.length > 0;
    }

    /** What a case is, in files: {@code train} or {@code test}. */
    public String of(int place) {
        return Arrays.binarySearch(training, place) >= 0 ? Subset.TRAINING : Subset.TEST;
    }

    /** @throws InvalidInputException if a column is missing or says something else, or one part would be without cases of a class */
    static Split of(SplitRule rule, FeatureTable clinical, Endpoint outcome, List<String> ids, long seed) throws InvalidInputException {
        int[] everybody = IntStream.range(0, ids.size()).toArray();
        if (rule instanceof SplitRule.None) return new Split(everybody, new int[0]);
        Split split = rule instanceof SplitRule.Column column ? byColumn(column, clinical) : drawn((SplitRule.Random) rule, everybody, outcome, seed);
        requireBoth("training", split.training, outcome);
        requireBoth("test", split.test, outcome);
        return split;
    }

    private static Split byColumn(SplitRule.Column rule, FeatureTable clinical) throws InvalidInputException {
        List<String> parts = clinical.texts(rule.column()).stream().map(String::strip).toList();
        boolean[] trains = new boolean[parts.size()];
        for (int i = 0; i < trains.length; i++) {
            trains[i] = is(parts.get(i), rule.training(), TRAINING);
            if (!trains[i] && !is(parts.get(i), rule.test(), TEST)) {
                throw new InvalidInputException("Column \"" + rule.column() + "\" of " + clinical.title() + " has \"" + parts.get(i) + "\" in line "
                        + clinical.line(i) + ": say train or test, or name the words in the study's split.");
            }
        }
        int[] places = IntStream.range(0, trains.length).toArray();
        return new Split(IntStream.of(places).filter(i -> trains[i]).toArray(), IntStream.of(places).filter(i -> !trains[i]).toArray());
    }

    private static boolean is(String part, String word, Set<String> usual) {
        return word.isEmpty() ? usual.contains(part.toLowerCase(Locale.ROOT)) : part.equals(word);
    }

    /** Of each class ⌊share · n⌋ train, or of all cases together; who, the seed draws. */
    private static Split drawn(SplitRule.Random rule, int[] everybody, Endpoint outcome, long seed) {
        Random random = new Random(seed);
        boolean[] trains = new boolean[everybody.length];
        List<int[]> classes = rule.stratified() ? List.of(outcome.with(everybody, true), outcome.with(everybody, false)) : List.of(everybody.clone());
        for (int[] cases : classes) {
            int count = (int) Math.floor(rule.share() * cases.length + ROUNDING);
            Shuffle.of(cases, random);
            for (int k = 0; k < count; k++) trains[cases[k]] = true;
        }
        return new Split(IntStream.of(everybody).filter(i -> trains[i]).toArray(), IntStream.of(everybody).filter(i -> !trains[i]).toArray());
    }

    private static void requireBoth(String part, int[] cases, Endpoint outcome) throws InvalidInputException {
        int events = outcome.count(cases);
        if (events > 0 && events < cases.length) return;
        throw new InvalidInputException("Of the " + cases.length + " cases in " + part + ", " + events + " had the event (" + outcome.rule().variable()
                + "): split them so that both parts have cases with and without it, or let everybody train.");
    }
}
