package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.ichradiomics.stats.CategoricalComparison;
import org.ichradiomics.stats.ChiSquare;
import org.ichradiomics.stats.ContinuousComparison;
import org.ichradiomics.stats.FisherExact;
import org.ichradiomics.stats.MannWhitney;
import org.ichradiomics.stats.Quantile;
import org.ichradiomics.stats.TestRule;
import org.ichradiomics.text.InvalidInputException;

/**
 * Two groups of cases, variable by variable: a part of the paper's Table 1.
 *
 * @param key in files, e.g. {@code train_HE_vs_NHE}
 * @param first title of the first group
 * @param second title of the second
 * @param cases1 of the first group, as places in the cohort
 * @param cases0 of the second
 */
public record GroupComparison(
        String key,
        String first,
        String second,
        int[] cases1,
        int[] cases0,
        List<Categorical> categorical,
        List<Continuous> continuous) {

    /**
     * Counts of each level in both groups.
     *
     * @param counts level × (first, second)
     * @param comparison empty where the exact test would not end
     * @param problem why it is empty, in a sentence
     */
    public record Categorical(
            Variable variable, long[][] counts, Optional<CategoricalComparison> comparison, Optional<String> problem) {

        /** NaN without a test. */
        public double p() {
            return comparison.map(CategoricalComparison::p).orElse(Double.NaN);
        }

        /** How many cases of a group, 0 or 1, have a value. */
        public long known(int group) {
            return Arrays.stream(counts).mapToLong(level -> level[group]).sum();
        }

        /** Share of a level in a group, in percent of those with a value; NaN if there are none. */
        public double percent(int level, int group) {
            long known = known(group);
            return known == 0 ? Double.NaN : 100.0 * counts[level][group] / known;
        }

        /** Whether there are two levels. */
        public boolean isBinary() {
            return variable.kind() == Variable.Kind.BINARY;
        }

        /** χ² with Yates's correction, of two levels. */
        public Optional<ChiSquare> yates() {
            return isBinary() ? Optional.of(ChiSquare.yates(counts)) : Optional.empty();
        }

        /** p of Fisher's exact test, of two levels also where χ² is taken; empty where it would not end. */
        public Optional<Double> fisher() {
            if (!isBinary()) return comparison.map(CategoricalComparison::fisher);
            try {
                return Optional.of(FisherExact.p(counts));
            } catch (InvalidInputException e) {
                return Optional.empty();
            }
        }
    }

    /** An amount in both groups. */
    public record Continuous(Variable variable, ContinuousComparison comparison) {}

    /** An amount of both groups in the ways of other programs. */
    public InFull inFull(Continuous row) {
        return InFull.of(
                row.comparison(), row.variable().of(cases1), row.variable().of(cases0));
    }

    /** The key of event against none in a subset. */
    public static String key(String subset, OutcomeRule rule) {
        return subset + "_" + rule.event() + "_vs_" + rule.other();
    }

    /** The key of one subset against another. */
    public static String key(Subset first, Subset second) {
        return first.key() + "_vs_" + second.key();
    }

    static GroupComparison of(String key, Subset first, Subset second, List<Variable> variables, StudyPlan plan)
            throws InvalidInputException {
        int[] cases1 = first.cases();
        int[] cases0 = second.cases();
        List<Categorical> categorical = new ArrayList<>();
        List<Continuous> continuous = new ArrayList<>();
        for (Variable variable : variables) {
            if (variable.kind() == Variable.Kind.CONTINUOUS) {
                continuous.add(new Continuous(
                        variable,
                        compared(variable.name(), variable.of(cases1), variable.of(cases0), variable.rule(), plan)));
            } else {
                categorical.add(categorical(variable, cases1, cases0));
            }
        }
        return new GroupComparison(
                key, first.title(), second.title(), cases1, cases0, List.copyOf(categorical), List.copyOf(continuous));
    }

    /**
     * An amount, or a feature, in both groups.
     *
     * @throws InvalidInputException if an exact test is asked for and there are too many values
     */
    static ContinuousComparison compared(String name, double[] first, double[] second, TestRule rule, StudyPlan plan)
            throws InvalidInputException {
        Quantile quartiles = plan.descriptives().quartiles();
        ContinuousComparison c =
                ContinuousComparison.of(first, second, rule, plan.filter().rank(), quartiles);
        if (!isMissed(c)) return c;
        ContinuousComparison tied =
                ContinuousComparison.of(first, second, rule, MannWhitney.Method.CONDITIONAL, quartiles);
        if (!isMissed(tied)) return tied;
        throw new InvalidInputException("The Mann–Whitney test of \"" + name + "\" cannot be exact with "
                + c.first().n() + " and " + c.second().n()
                + " values"
                + (c.first().n() + c.second().n() > MannWhitney.MOST_EXACT
                        ? ", more than " + MannWhitney.MOST_EXACT
                        : " that have ties")
                + ": set univariate.mann_whitney to asymptotic.");
    }

    /** Whether the test that was to be exact cannot be. */
    private static boolean isMissed(ContinuousComparison c) {
        return c.test() == ContinuousComparison.Test.MANN_WHITNEY && Double.isNaN(c.p());
    }

    private static Categorical categorical(Variable variable, int[] cases1, int[] cases0) {
        int levels = variable.levels().size();
        long[][] counts = IntStream.range(0, levels)
                .mapToObj(level -> new long[] {count(variable.of(cases1), level), count(variable.of(cases0), level)})
                .toArray(long[][]::new);
        long[][] filled =
                Arrays.stream(counts).filter(row -> row[0] + row[1] > 0).toArray(long[][]::new);
        // A binary variable keeps its empty row, and so has no test; a level that nobody has is no level here.
        Attempt<CategoricalComparison> compared =
                Attempt.at(() -> CategoricalComparison.of(levels == 2 || filled.length < 2 ? counts : filled));
        return new Categorical(variable, counts, compared.result(), compared.problem());
    }

    private static long count(double[] values, int level) {
        return Arrays.stream(values).filter(value -> value == level).count();
    }

    /** Why variables have no p, in sentences. */
    List<String> untested() {
        return categorical.stream()
                .flatMap(row -> row.problem().stream()
                        .map(why ->
                                "No p of " + row.variable().name() + ", " + first + " against " + second + ": " + why))
                .toList();
    }

    /** p of a variable; NaN if it was not compared or there is no test. */
    public double p(String variable) {
        for (Categorical row : categorical) if (row.variable().name().equals(variable)) return row.p();
        for (Continuous row : continuous)
            if (row.variable().name().equals(variable)) return row.comparison().p();
        return Double.NaN;
    }
}
