package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.ichradiomics.stats.TestRule;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Numeral;

/**
 * A clinical variable of each case.
 *
 * @param name its column
 * @param levels of a categorical one, in order; of a binary one the two, the second being what {@link #values} has as
 *     1; none of a continuous one
 * @param values by case: an amount, 0 or 1, or the place of the level; NaN where missing
 * @param rule how a continuous one is tested
 */
public record Variable(String name, Kind kind, List<String> levels, double[] values, TestRule rule) {

    /** More levels than this are free text. */
    private static final int MOST_LEVELS = 12;

    private static final Set<String> NO = Set.of("0", "no", "n", "false", "nein", "non");
    private static final Set<String> YES = Set.of("1", "yes", "y", "true", "ja", "oui");

    /** What a variable is. */
    public enum Kind {
        /** One of two levels, or 0 and 1. */
        BINARY,
        /** One of several levels without an order. */
        CATEGORICAL,
        /** A number. */
        CONTINUOUS
    }

    public Variable {
        levels = List.copyOf(levels);
    }

    static Variable continuous(String name, double[] values, TestRule rule) {
        return new Variable(name, Kind.CONTINUOUS, List.of(), values, rule);
    }

    static Variable binary(String name, double[] values) {
        return new Variable(name, Kind.BINARY, List.of("0", "1"), values, TestRule.AUTO);
    }

    /** Whether a column is text of so many kinds that it is no variable, and the plan does not name it as one. */
    static boolean isFreeText(FeatureTable table, String column, StudyPlan.Variables plan)
            throws InvalidInputException {
        return !plan.categorical().contains(column)
                && !plan.continuous().contains(column)
                && !table.isNumeric(column)
                && texts(table, column) > MOST_LEVELS;
    }

    private static long texts(FeatureTable table, String column) throws InvalidInputException {
        return table.known(column).stream()
                .filter(text -> !text.isEmpty())
                .distinct()
                .count();
    }

    /** In a sentence that shows none of them: they may be names or dates of patients. */
    static String tooManyTexts(FeatureTable table, String column) throws InvalidInputException {
        return "Column \"" + column + "\" of " + table.title() + " has " + texts(table, column)
                + " different texts: a variable has at most " + MOST_LEVELS
                + " levels, so leave it out of the candidates or group them.";
    }

    /** Levels that in a column of numbers would stand for no value, such as a hyphen. */
    List<String> placeholders() {
        return levels.stream().filter(Numeral::isPlaceholder).toList();
    }

    /**
     * A column as what it seems to be, unless the plan says it.
     *
     * @throws InvalidInputException if there is no such column, or it holds text with too many levels, or text among
     *     numbers
     */
    static Variable of(FeatureTable table, String column, StudyPlan.Variables plan) throws InvalidInputException {
        Variable variable = read(table, column, plan);
        String reference = plan.reference().get(column);
        return reference == null ? variable : variable.against(reference);
    }

    private static Variable read(FeatureTable table, String column, StudyPlan.Variables plan)
            throws InvalidInputException {
        List<String> texts = table.known(column);
        List<String> known = texts.stream().filter(text -> !text.isEmpty()).toList();
        boolean isCode = plan.categorical().contains(column);
        boolean isAmount = plan.continuous().contains(column);
        if (!isCode && (isAmount || known.isEmpty() || table.isNumeric(column))) {
            double[] values = table.values(column);
            double[] distinct =
                    Arrays.stream(values).filter(Double::isFinite).distinct().toArray();
            boolean zeroOne = distinct.length > 0 && Arrays.stream(distinct).allMatch(x -> x == 0 || x == 1);
            if (!isAmount && zeroOne) return binary(column, values);
            if (isAmount || distinct.length != 2) return continuous(column, values, rule(column, plan));
        }
        return levelled(table, column, texts, levels(new TreeSet<>(known)), isCode);
    }

    /** Numbers in their order, no before yes, else the alphabet's. */
    private static List<String> levels(Set<String> distinct) {
        List<String> levels = new ArrayList<>(distinct);
        if (levels.stream().noneMatch(level -> Double.isNaN(number(level))))
            levels.sort(Comparator.comparingDouble(Variable::number));
        boolean turned = levels.size() == 2 && is(NO, levels.get(1)) && is(YES, levels.get(0));
        return turned ? List.of(levels.get(1), levels.get(0)) : levels;
    }

    private static boolean is(Set<String> words, String level) {
        return words.contains(level.toLowerCase(Locale.ROOT));
    }

    /** NaN of a level that is no number. */
    private static double number(String level) {
        return Numeral.parse(level, false).orElse(Double.NaN);
    }

    private static Variable levelled(
            FeatureTable table, String column, List<String> texts, List<String> levels, boolean isCode)
            throws InvalidInputException {
        if (levels.size() > MOST_LEVELS) throw new InvalidInputException(tooManyTexts(table, column));
        double[] places = texts.stream()
                .mapToDouble(text -> text.isEmpty() ? Double.NaN : levels.indexOf(text))
                .toArray();
        return new Variable(
                column,
                levels.size() <= 2 ? Kind.BINARY : Kind.CATEGORICAL,
                levels.size() == 1 ? List.of(levels.get(0), levels.get(0)) : levels,
                places,
                TestRule.AUTO);
    }

    private static TestRule rule(String column, StudyPlan.Variables plan) {
        if (plan.parametric().contains(column)) return TestRule.PARAMETRIC;
        return plan.rank().contains(column) ? TestRule.RANK : TestRule.AUTO;
    }

    /** Whether 0 and 1 stand for no and yes, so that the name alone says what 1 means. */
    boolean isYes() {
        return kind == Kind.BINARY && is(YES, levels.get(1));
    }

    /** The name for tables: with its level where that is not a plain yes. */
    public String label() {
        return kind == Kind.BINARY && !isYes() ? name + " (" + levels.get(1) + ")" : name;
    }

    /** Of some cases, in the order given. */
    public double[] of(int[] cases) {
        return Subset.take(values, cases);
    }

    /**
     * The same with another order of its levels: one of them before all others, against which a regression then holds
     * those.
     *
     * @param level one of the levels
     */
    Variable against(String level) {
        int at = levels.indexOf(level);
        if (at <= 0) return this;
        List<String> order = new ArrayList<>(levels);
        order.add(0, order.remove(at));
        double[] places = Arrays.stream(values)
                .map(v -> Double.isNaN(v) ? v : order.indexOf(levels.get((int) v)))
                .toArray();
        return new Variable(name, kind, order, places, rule);
    }

    /** Whether more is a larger value: of amounts, of two levels, and of codes that are numbers in their order. */
    boolean isOrdered() {
        if (kind != Kind.CATEGORICAL) return true;
        double[] codes = levels.stream().mapToDouble(Variable::number).toArray();
        return IntStream.range(0, codes.length)
                .allMatch(k -> !Double.isNaN(codes[k]) && (k == 0 || codes[k - 1] < codes[k]));
    }

    /** Places of the levels that some cases have, ascending. */
    int[] present(int[] cases) {
        return IntStream.of(cases)
                .filter(i -> !Double.isNaN(values[i]))
                .map(i -> (int) values[i])
                .distinct()
                .sorted()
                .toArray();
    }
}
