package org.ichradiomics.study;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FileKey;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;

/** Finds the outcome of each case by its rule. */
final class Outcomes {

    private static final Set<String> YES = Set.of("1", "1.0", "yes", "y", "true");
    private static final Set<String> NO = Set.of("0", "0.0", "no", "n", "false");
    private static final int SHOWN = 5;

    private Outcomes() {}

    /**
     * @throws InvalidInputException if a column is missing, holds what the rule does not know, or a baseline is not
     *     above 0
     */
    static Endpoint of(OutcomeRule rule, FeatureTable clinical, Volumes volumes, List<String> ids)
            throws InvalidInputException {
        if (rule.source() instanceof OutcomeRule.Column column) return new Endpoint(rule, words(column, clinical));
        if (rule.source() instanceof OutcomeRule.Limit limit) return new Endpoint(rule, limited(limit, clinical));
        return new Endpoint(rule, expanded((OutcomeRule.Expansion) rule.source(), clinical, volumes, ids));
    }

    private static double[] words(OutcomeRule.Column rule, FeatureTable clinical) throws InvalidInputException {
        List<String> texts = clinical.known(rule.column());
        Set<String> distinct =
                texts.stream().filter(text -> !text.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        List<String> absent = rule.values().stream()
                .filter(value -> !distinct.contains(value))
                .toList();
        if (!absent.isEmpty()) {
            throw new InvalidInputException("The outcome \"" + rule.column() + "\" of " + clinical.title()
                    + " is never \"" + String.join("\" or \"", absent) + "\" (it has " + shown(distinct)
                    + "): correct the values that mean the event.");
        }
        if (!rule.values().isEmpty()) return happened(texts, rule.values()::contains);
        if (!distinct.stream().map(Outcomes::small).allMatch(text -> YES.contains(text) || NO.contains(text))) {
            throw new InvalidInputException(Sentence.of(
                    "The outcome \"",
                    rule.column(),
                    "\" of ",
                    clinical.title(),
                    " has the values ",
                    shown(distinct),
                    ": code it as 0 and 1, or say which values mean the event in ",
                    FileKey.ofStudy("outcome.event_values"),
                    "."));
        }
        return happened(texts, text -> YES.contains(small(text)));
    }

    private static double[] happened(List<String> texts, Predicate<String> isEvent) {
        return texts.stream()
                .mapToDouble(text -> text.isEmpty() ? Double.NaN : isEvent.test(text) ? 1 : 0)
                .toArray();
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String shown(Set<String> distinct) {
        return distinct.stream().limit(SHOWN).collect(Collectors.joining(", "))
                + (distinct.size() > SHOWN ? ", …" : "");
    }

    private static double[] limited(OutcomeRule.Limit rule, FeatureTable clinical) throws InvalidInputException {
        return Arrays.stream(clinical.values(rule.column()))
                .map(x -> Double.isNaN(x) ? x : (rule.atMost() ? x <= rule.limit() : x >= rule.limit()) ? 1 : 0)
                .toArray();
    }

    private static double[] expanded(
            OutcomeRule.Expansion rule, FeatureTable clinical, Volumes volumes, List<String> ids)
            throws InvalidInputException {
        if (volumes.baseline().isEmpty() || volumes.followUp().isEmpty()) {
            boolean first = volumes.baseline().isEmpty();
            throw new InvalidInputException(Sentence.of(
                    "Expansion needs the volume of two scans, but ",
                    clinical.title(),
                    " has no column \"",
                    first ? "volume_ml" : "followup_volume_ml",
                    "\": call it so, or say which it is in ",
                    FileKey.ofStudy(first ? "columns.baseline_volume" : "columns.followup_volume"),
                    "."));
        }
        double[] before = volumes.baseline().get();
        double[] after = volumes.followUp().get();
        double[] values = new double[before.length];
        for (int i = 0; i < values.length; i++) {
            if (before[i] <= 0 || after[i] < 0 || Double.isInfinite(before[i]) || Double.isInfinite(after[i])) {
                throw new InvalidInputException("The case \"" + ids.get(i) + "\" (line " + clinical.line(i) + " of "
                        + clinical.title() + ") has a volume of " + before[i] + " mL and " + after[i]
                        + " mL at follow-up: a baseline must be above 0 and a follow-up not below.");
            }
            values[i] = Double.isNaN(before[i]) || Double.isNaN(after[i])
                    ? Double.NaN
                    : rule.isMet(before[i], after[i]) ? 1 : 0;
        }
        return values;
    }

    /** @throws InvalidInputException if nobody is left, or the outcome is the same for all */
    static void requireBoth(Endpoint outcome) throws InvalidInputException {
        int n = outcome.values().length;
        if (n == 0) {
            throw new InvalidInputException(
                    "The outcome \"" + outcome.rule().variable() + "\" is not known of any case: fill it in.");
        }
        int events = outcome.count(IntStream.range(0, n).toArray());
        if (events == 0 || events == n) {
            throw new InvalidInputException(
                    "The outcome \"" + outcome.rule().variable() + "\" is " + (events == 0 ? "0" : "1") + " in all " + n
                            + " cases: a study needs cases with and without the event.");
        }
    }
}
