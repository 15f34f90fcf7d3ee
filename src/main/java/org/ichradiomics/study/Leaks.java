package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.ichradiomics.measure.FeatureColumns;

/**
 * Columns that know the outcome: computed from it, or known only after it. A model with one of them is good at telling
 * what it was told, so each is raised; which of them stay is for the user to say.
 */
final class Leaks {

    /** Fewer events or others may be parted by chance. */
    private static final int ENOUGH = 10;

    /** Two columns are the same quantity, rounded or in another unit. */
    private static final double SAME = 0.9998;

    private static final Pattern GROWTH = Pattern.compile("growth|grown|enlarg|expansion|increase|follow.?up"
            + "|(?:^|[_ .-])fu(?:[_ .-]|$)|delta|change|(?:vol|ml).*(?:24|48|72) ?h|(?:24|48|72) ?h.*(?:vol|ml)"
            + "|second.?(?:scan|ct|vol)");

    private static final Pattern LATER = Pattern.compile(
            "(?:^|[^a-z])(?:mrs|gos|gose|mortality|death|died|dead" + "|survival|discharge|outcome)(?:[^a-z]|$)");

    private static final Pattern EARLIER = Pattern.compile("pre|prior|before|baseline|admission|history|family");

    private static final String LEAVE_OUT = "Leave it out unless it was known before the outcome.";

    private final Joining joined;
    private final Map<String, double[]> derived;
    private final List<String> raised = new ArrayList<>();

    private Leaks(Joining joined) {
        this.joined = joined;
        this.derived = derived(joined);
    }

    /** Sentences on the features and the candidates that know an outcome. */
    static List<String> of(Joining joined, List<Variable> features, Candidates candidates) {
        Leaks leaks = new Leaks(joined);
        // Names of features mean what they say; those of a catalogue do not.
        boolean named = joined.columns()
                .filter(columns -> columns.by() == FeatureColumns.By.CATALOGUE)
                .isEmpty();
        features.forEach(v -> leaks.look("feature", v, named, LEAVE_OUT));
        Optional<String> baseline = joined.volumes().baselineColumn();
        candidates.variables().stream()
                .filter(v -> baseline.filter(v.name()::equals).isEmpty())
                .forEach(v -> leaks.look("clinical variable", v, true, LEAVE_OUT));
        candidates.copies().forEach(v -> leaks.look("clinical variable", v, true, "It is no candidate."));
        return leaks.raised;
    }

    /** What an expansion is computed from and with. */
    private static Map<String, double[]> derived(Joining joined) {
        Optional<double[]> baseline = joined.volumes().baseline();
        Optional<double[]> followUp = joined.volumes().followUp();
        boolean expands = joined.endpoints().stream().anyMatch(Leaks::isExpansion);
        if (!expands || baseline.isEmpty() || followUp.isEmpty()) return Map.of();
        double[] before = baseline.get();
        double[] after = followUp.get();
        double[] growth = new double[after.length];
        double[] relative = new double[after.length];
        for (int i = 0; i < after.length; i++) {
            growth[i] = after[i] - before[i];
            relative[i] = growth[i] / before[i];
        }
        Map<String, double[]> derived = new LinkedHashMap<>();
        derived.put("the volume at follow-up", after);
        derived.put("the growth", growth);
        derived.put("the relative growth", relative);
        return derived;
    }

    private static boolean isExpansion(Endpoint endpoint) {
        return endpoint.rule().source() instanceof OutcomeRule.Expansion
                || endpoint.rule().key().equals(OutcomeRule.EXPANSION.key());
    }

    private void look(String what, Variable variable, boolean named, String then) {
        Optional<String> why = fromPlan(variable.name())
                .or(() -> follows(variable))
                .or(() -> parts(variable))
                .or(() -> named ? byName(variable.name()) : Optional.empty());
        why.ifPresent(reason -> raised.add(
                "The " + what + " \"" + variable.name() + "\" is a leak or looks like one: " + reason + ". " + then));
    }

    private Optional<String> fromPlan(String column) {
        return joined.plan()
                .outcomes()
                .filter(rule -> rule.column().filter(column::equals).isPresent()
                        || rule.variable().equalsIgnoreCase(column))
                .map(rule -> "the outcome " + rule.variable() + " is derived from that column")
                .findFirst();
    }

    private Optional<String> follows(Variable variable) {
        if (variable.kind() != Variable.Kind.CONTINUOUS) return Optional.empty();
        return derived.entrySet().stream()
                .filter(other -> Math.abs(correlation(variable.values(), other.getValue())) > SAME)
                .map(other -> "it follows " + other.getKey() + ", from which the outcome is computed")
                .findFirst();
    }

    /** Pearson's; 0 where fewer than {@value #ENOUGH} cases have both, or one is constant. */
    static double correlation(double[] x, double[] y) {
        int[] both = IntStream.range(0, x.length)
                .filter(i -> Double.isFinite(x[i]) && Double.isFinite(y[i]))
                .toArray();
        if (both.length < ENOUGH) return 0;
        double meanX = IntStream.of(both).mapToDouble(i -> x[i]).average().orElseThrow();
        double meanY = IntStream.of(both).mapToDouble(i -> y[i]).average().orElseThrow();
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i : both) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
    }

    private Optional<String> parts(Variable variable) {
        for (Endpoint endpoint : joined.endpoints()) {
            int[] known = IntStream.range(0, variable.values().length)
                    .filter(i -> !Double.isNaN(variable.values()[i]) && !Double.isNaN(endpoint.values()[i]))
                    .toArray();
            double[] with = variable.of(endpoint.with(known, true));
            double[] without = variable.of(endpoint.with(known, false));
            if (with.length < ENOUGH || without.length < ENOUGH) continue;
            boolean isAmount = variable.kind() != Variable.Kind.CATEGORICAL;
            if (isAmount ? areApart(with, without) : shareNoLevel(with, without)) {
                return Optional.of(
                        "it parts " + with.length + " " + endpoint.rule().event() + " from " + without.length
                                + " " + endpoint.rule().other()
                                + " perfectly" + (isAmount ? " (AUC 1)" : ""));
            }
        }
        return Optional.empty();
    }

    private static boolean areApart(double[] with, double[] without) {
        DoubleSummaryStatistics some = Arrays.stream(with).summaryStatistics();
        DoubleSummaryStatistics others = Arrays.stream(without).summaryStatistics();
        return some.getMin() > others.getMax() || some.getMax() < others.getMin();
    }

    private static boolean shareNoLevel(double[] with, double[] without) {
        return Arrays.stream(with).noneMatch(level -> Arrays.stream(without).anyMatch(other -> other == level));
    }

    private Optional<String> byName(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        boolean grows = joined.endpoints().stream().anyMatch(Leaks::isExpansion)
                && GROWTH.matcher(name).find();
        if (grows || joined.plan().columns().followUp().filter(column::equals).isPresent())
            return Optional.of("by its name it comes from the second scan, as the outcome does");
        return LATER.matcher(name).find() && !EARLIER.matcher(name).find()
                ? Optional.of("by its name it is known only afterwards")
                : Optional.empty();
    }
}
