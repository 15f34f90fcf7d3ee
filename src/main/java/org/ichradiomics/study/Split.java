package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
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
 * @param tests parts that test, each by itself; none where everybody trains
 */
public record Split(int[] training, List<Subset> tests) {

    private static final List<String> TRAINING = List.of("train", "training", "development", "derivation");
    private static final List<String> TEST = List.of("test", "testing", "validation");

    /** More words than this are no parts but something else. */
    private static final int SHOWN = 8;

    /** Shares such as 0.7 · 10 must not end just below the whole number. */
    private static final double ROUNDING = 1e-9;

    public Split {
        tests = List.copyOf(tests);
    }

    /** Whether anybody tests. */
    public boolean isDivided() {
        return !tests.isEmpty();
    }

    /** All that test, whichever their part. */
    public int[] test() {
        return tests.stream()
                .flatMapToInt(part -> Arrays.stream(part.cases()))
                .sorted()
                .toArray();
    }

    /** What a case is, in files: {@code train}, {@code test}, or the key of its test. */
    public String of(int place) {
        return tests.stream()
                .filter(part -> Arrays.binarySearch(part.cases(), place) >= 0)
                .map(Subset::key)
                .findFirst()
                .orElse(Subset.TRAINING);
    }

    /**
     * @param own tests by tables of their own, whose cases the rule says nothing of
     * @throws InvalidInputException if a column is missing or says something else, or one part would be without cases
     *     of a class
     */
    static Split of(
            SplitRule rule, FeatureTable clinical, Endpoint outcome, List<String> ids, long seed, List<Subset> own)
            throws InvalidInputException {
        Set<Integer> elsewhere = own.stream()
                .flatMapToInt(part -> Arrays.stream(part.cases()))
                .boxed()
                .collect(Collectors.toSet());
        int[] here = IntStream.range(0, ids.size())
                .filter(i -> !elsewhere.contains(i))
                .toArray();
        Split split = rule instanceof SplitRule.None
                ? new Split(here, List.of())
                : rule instanceof SplitRule.Column column
                        ? byColumn(column, clinical.only(here)).from(here)
                        : drawn((SplitRule.Random) rule, here, outcome, seed);
        List<Subset> tests =
                named(Stream.concat(split.tests.stream(), own.stream()).toList());
        if (!tests.isEmpty()) requireBoth("training", split.training, outcome);
        for (Subset test : tests)
            requireBoth(tests.size() == 1 ? "test" : "the test \"" + test.title() + "\"", test.cases(), outcome);
        return new Split(split.training, tests);
    }

    /** The only test is just that; several have their names. */
    private static List<Subset> named(List<Subset> tests) throws InvalidInputException {
        if (tests.size() == 1)
            return List.of(new Subset(Subset.TEST, "Test", tests.get(0).cases()));
        List<Subset> named = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Subset test : tests) {
            boolean isPlain = test.title().equals("Test");
            Subset one = new Subset(
                    isPlain ? Subset.TEST : Subset.TESTS + test.title().strip().replaceAll("[^\\p{L}\\p{N}._-]+", "-"),
                    isPlain ? "Test" : "Test " + test.title(),
                    test.cases());
            if (!keys.add(one.key().toLowerCase(Locale.ROOT)))
                throw new InvalidInputException("Two tests of the study would both be called \"" + one.key()
                        + "\" in files: give them names that differ in letters or digits.");
            named.add(one);
        }
        return named;
    }

    /** The same of rows that are these cases. */
    private Split from(int[] cases) {
        return new Split(
                IntStream.of(training).map(i -> cases[i]).toArray(),
                tests.stream()
                        .map(part -> new Subset(
                                part.key(),
                                part.title(),
                                IntStream.of(part.cases()).map(i -> cases[i]).toArray()))
                        .toList());
    }

    private static Split byColumn(SplitRule.Column rule, FeatureTable clinical) throws InvalidInputException {
        List<String> parts = clinical.known(rule.column());
        Map<String, Long> counts = parts.stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.groupingBy(part -> part, LinkedHashMap::new, Collectors.counting()));
        requireWord("training", rule.training().orElse(""), counts.keySet(), rule, clinical);
        requireWord("test", rule.test().orElse(""), counts.keySet(), rule, clinical);
        for (String test : rule.tests()) requireWord("tests", test, counts.keySet(), rule, clinical);
        if (rule.tests().isEmpty()) requireTwo(counts, rule, clinical);
        boolean[] trains = new boolean[parts.size()];
        for (int i = 0; i < trains.length; i++) {
            trains[i] = is(parts.get(i), rule.training(), TRAINING);
            if (!trains[i] && !tests(rule, parts.get(i))) {
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
        if (rule.tests().isEmpty()) return parted(trains);
        return new Split(
                places(parts.size(), i -> trains[i]),
                rule.tests().stream()
                        .map(test -> new Subset(
                                Subset.TEST,
                                test,
                                places(
                                        parts.size(),
                                        i -> !trains[i] && parts.get(i).equals(test))))
                        .toList());
    }

    private static boolean tests(SplitRule.Column rule, String part) {
        return rule.tests().isEmpty()
                ? is(part, rule.test(), TEST)
                : rule.tests().contains(part);
    }

    private static Split parted(boolean[] trains) {
        return new Split(
                places(trains.length, i -> trains[i]),
                List.of(new Subset(Subset.TEST, "Test", places(trains.length, i -> !trains[i]))));
    }

    private static int[] places(int count, IntPredicate is) {
        return IntStream.range(0, count).filter(is).toArray();
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
                " which one trains, which one tests (or in tests, which ones) and which are left out, "
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
    private static Split drawn(SplitRule.Random rule, int[] cases, Endpoint outcome, long seed) {
        Random random = new Random(seed);
        Set<Integer> trains = new HashSet<>();
        List<int[]> classes = rule.stratified()
                ? List.of(outcome.with(cases, true), outcome.with(cases, false))
                : List.of(cases.clone());
        for (int[] some : classes) {
            int count = (int) Math.floor(rule.share() * some.length + ROUNDING);
            Shuffle.of(some, random);
            for (int k = 0; k < count; k++) trains.add(some[k]);
        }
        return new Split(
                IntStream.of(cases).filter(trains::contains).toArray(),
                List.of(new Subset(
                        Subset.TEST,
                        "Test",
                        IntStream.of(cases).filter(i -> !trains.contains(i)).toArray())));
    }

    private static void requireBoth(String part, int[] cases, Endpoint outcome) throws InvalidInputException {
        int events = outcome.count(cases);
        if (events > 0 && events < cases.length) return;
        throw new InvalidInputException("Of the " + cases.length + " cases in " + part + ", " + events
                + " had the event (" + outcome.rule().variable()
                + "): split them so that both parts have cases with and without it, or let everybody train.");
    }
}
