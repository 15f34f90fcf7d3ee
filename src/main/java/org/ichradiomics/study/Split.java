package org.ichradiomics.study;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.ichradiomics.stats.Shuffle;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Nearest;
import org.ichradiomics.text.Sentence;

/**
 * Who trains and who tests, as places in the cohort, ascending.
 *
 * @param test empty where everybody trains
 */
public record Split(int[] training, int[] test) {

    private static final List<String> TRAINING = List.of("train", "training", "development", "derivation");
    private static final List<String> TEST = List.of("test", "testing", "validation");

    /** More words than this are no parts but something else. */
    private static final int SHOWN = 8;

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

    /**
     * @throws InvalidInputException if a column is missing or says something else, or one part would be without cases
     *     of a class
     */
    static Split of(SplitRule rule, FeatureTable clinical, Endpoint outcome, List<String> ids, long seed)
            throws InvalidInputException {
        int[] everybody = IntStream.range(0, ids.size()).toArray();
        if (rule instanceof SplitRule.None) return new Split(everybody, new int[0]);
        Split split = rule instanceof SplitRule.Column column
                ? byColumn(column, clinical)
                : drawn((SplitRule.Random) rule, everybody, outcome, seed);
        requireBoth("training", split.training, outcome);
        requireBoth("test", split.test, outcome);
        return split;
    }

    private static Split byColumn(SplitRule.Column rule, FeatureTable clinical) throws InvalidInputException {
        List<String> parts = clinical.known(rule.column());
        Map<String, Long> counts = parts.stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.groupingBy(part -> part, LinkedHashMap::new, Collectors.counting()));
        requireWord("training", rule.training().orElse(""), counts.keySet(), rule, clinical);
        requireWord("test", rule.test().orElse(""), counts.keySet(), rule, clinical);
        requireTwo(counts, rule, clinical);
        boolean[] trains = new boolean[parts.size()];
        for (int i = 0; i < trains.length; i++) {
            trains[i] = is(parts.get(i), rule.training(), TRAINING);
            if (!trains[i] && !is(parts.get(i), rule.test(), TEST)) {
                String has = parts.get(i).isEmpty()
                        ? "\" of " + clinical.title() + " says nothing in line "
                        : "\" of " + clinical.title() + " has \"" + parts.get(i) + "\" in line ";
                throw new InvalidInputException(Sentence.of(
                        "Column \"",
                        rule.column(),
                        has,
                        clinical.line(i),
                        ": say train or test, or name the words in ",
                        FileKey.ofStudy("split"),
                        "."));
            }
        }
        return parted(trains);
    }

    private static Split parted(boolean[] trains) {
        return new Split(
                IntStream.range(0, trains.length).filter(i -> trains[i]).toArray(),
                IntStream.range(0, trains.length).filter(i -> !trains[i]).toArray());
    }

    /** A word that no case has would leave a part empty. */
    static void requireWord(String key, String word, Set<String> words, SplitRule.Column rule, FeatureTable clinical)
            throws InvalidInputException {
        if (word.isEmpty() || words.contains(word)) return;
        throw new InvalidInputException("The column \"" + rule.column() + "\" of " + clinical.title() + " is never \""
                + word + "\""
                + Nearest.question(word, words) + ", which the study's split names for " + key + " (it has "
                + words.stream().limit(SHOWN).collect(Collectors.joining(", ")) + "): correct the word.");
    }

    /**
     * A validation beside a test is a part of its own: the two together would be neither. A slip of the pen is told
     * where it stands.
     */
    private static void requireTwo(Map<String, Long> counts, SplitRule.Column rule, FeatureTable clinical)
            throws InvalidInputException {
        Map<String, String> distinct = new LinkedHashMap<>();
        counts.keySet().forEach(part -> distinct.putIfAbsent(part.toLowerCase(Locale.ROOT), part));
        List<String> parts = List.copyOf(distinct.values());
        if (parts.size() <= 2 || parts.size() > SHOWN || parts.stream().anyMatch(part -> isSlip(part, rule))) return;
        String training = first(parts, rule.training(), TRAINING);
        List<String> others =
                parts.stream().filter(part -> !part.equals(training)).toList();
        String test = first(others, rule.test(), TEST);
        throw new InvalidInputException(Sentence.of(
                "Column \"" + rule.column() + "\" of " + clinical.title()
                        + " divides the cases into " + parts.size() + " parts ("
                        + counts.entrySet().stream()
                                .map(part -> part.getKey() + ": " + part.getValue())
                                .collect(Collectors.joining(", "))
                        + "), and no part is pooled with another: say in ",
                FileKey.ofStudy("split"),
                " which one trains, which one tests and which are left out, "
                        + "as in {column: " + rule.column() + ", training: " + training + ", test: " + test
                        + ", left_out: ["
                        + others.stream().filter(part -> !part.equals(test)).collect(Collectors.joining(", "))
                        + "]}, or give a table of two parts."));
    }

    private static String first(List<String> parts, Optional<String> word, List<String> usual) {
        return word.or(() -> usual.stream()
                        .flatMap(one -> parts.stream().filter(one::equalsIgnoreCase))
                        .findFirst())
                .orElse(parts.get(0));
    }

    private static boolean isSlip(String part, SplitRule.Column rule) {
        List<String> words = Stream.of(rule.training().stream(), rule.test().stream(), TRAINING.stream(), TEST.stream())
                .flatMap(some -> some)
                .toList();
        return words.stream().noneMatch(part::equalsIgnoreCase)
                && Nearest.of(part, words).isPresent();
    }

    private static boolean is(String part, Optional<String> word, List<String> usual) {
        return word.map(part::equals).orElseGet(() -> usual.contains(part.toLowerCase(Locale.ROOT)));
    }

    /** Of each class ⌊share · n⌋ train, or of all cases together; who, the seed draws. */
    private static Split drawn(SplitRule.Random rule, int[] everybody, Endpoint outcome, long seed) {
        Random random = new Random(seed);
        boolean[] trains = new boolean[everybody.length];
        List<int[]> classes = rule.stratified()
                ? List.of(outcome.with(everybody, true), outcome.with(everybody, false))
                : List.of(everybody.clone());
        for (int[] cases : classes) {
            int count = (int) Math.floor(rule.share() * cases.length + ROUNDING);
            Shuffle.of(cases, random);
            for (int k = 0; k < count; k++) trains[cases[k]] = true;
        }
        return parted(trains);
    }

    private static void requireBoth(String part, int[] cases, Endpoint outcome) throws InvalidInputException {
        int events = outcome.count(cases);
        if (events > 0 && events < cases.length) return;
        throw new InvalidInputException("Of the " + cases.length + " cases in " + part + ", " + events
                + " had the event (" + outcome.rule().variable()
                + "): split them so that both parts have cases with and without it, or let everybody train.");
    }
}
