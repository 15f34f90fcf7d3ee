package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.apache.commons.math3.special.Gamma;

import org.ichradiomics.text.InvalidInputException;

/**
 * Fisher's exact test of a table of any size, two-sided: the probability, given the margins, of all tables that are at
 * most as likely as the observed one (Freeman and Halton 1951), up to a factor 1 + 1e-7, as R.
 *
 * <p>The tables are walked column by column over the row sums that are left (the network of Mehta and Patel 1983):
 * where all completions of a table, or none, are at most as likely as the observed one, they need not be listed.
 */
public final class FisherExact {

    private static final double SLACK = Math.log1p(1e-7);
    private static final long MOST_STEPS = 30_000_000;

    /** Ways, and nodes of the network, that are held at a time: about 50 bytes for each. */
    private static final long MOST_HELD = 3_000_000;

    private record Span(double least, double most) {}

    private final double[] logFactorials;
    private final long[] columns;
    private final double observed;
    private final double logScale;
    private final List<Map<List<Integer>, Span>> spans = new ArrayList<>();
    private long steps;
    private long held;

    private FisherExact(Counts counts) {
        logFactorials = new double[(int) counts.total() + 1];
        for (int n = 0; n < logFactorials.length; n++) logFactorials[n] = Gamma.logGamma(n + 1.0);
        columns = Arrays.stream(counts.columnSums()).sorted().toArray();
        LongStream cells = Arrays.stream(counts.cells()).flatMapToLong(Arrays::stream);
        logScale = logFactorial(counts.total()) - logFactorials(Arrays.stream(counts.rowSums()));
        observed = logFactorials(Arrays.stream(counts.columnSums())) - logFactorials(cells) + SLACK;
        for (int c = 0; c <= columns.length; c++) spans.add(new HashMap<>());
    }

    /**
     * @return the p-value; NaN if a row or column is empty or there is only one
     * @throws InvalidInputException if there are so many tables of these margins that the test would take minutes, or
     *     more than 200 MB
     */
    public static double p(long[][] table) throws InvalidInputException {
        Counts counts = Counts.of(table);
        if (!counts.isTestable()) return Double.NaN;
        if (counts.rows() > counts.columns()) counts = Counts.of(transposed(table));
        return new FisherExact(counts).sum(start(counts.rowSums()));
    }

    private double sum(List<Integer> start) throws InvalidInputException {
        Map<List<Integer>, Ways> stage = new LinkedHashMap<>();
        stage.put(start, new Ways());
        stage.get(start).add(0, 1);
        held = 1;
        double p = 0;
        for (int c = 0; !stage.isEmpty(); c++) {
            Map<List<Integer>, Ways> next = new LinkedHashMap<>();
            for (var node : stage.entrySet()) {
                Span span = span(c, node.getKey());
                double all = logMultinomial(node.getKey());
                Ways ways = node.getValue();
                Ways open = new Ways();
                for (int w = 0; w < ways.size(); w++) {
                    if (ways.log(w) + span.most <= observed) {
                        p += ways.weight(w) * Math.exp(ways.log(w) + all - logScale);
                    } else if (ways.log(w) + span.least <= observed) {
                        open.add(ways.log(w), ways.weight(w));
                    }
                }
                if (open.size() > 0) {
                    forEachColumn(
                            columns[c],
                            node.getKey(),
                            (left, log) -> extend(next.computeIfAbsent(left, key -> new Ways()), open, log));
                }
                refuseEndless();
                held -= ways.size();
                node.setValue(new Ways());
            }
            stage = next;
        }
        return Math.min(1, p);
    }

    private void extend(Ways ways, Ways open, double log) {
        if (isEndless()) return;
        int before = ways.size();
        for (int w = 0; w < open.size(); w++) ways.add(open.log(w) + log, open.weight(w));
        held += ways.size() - before;
        steps += open.size();
    }

    /** The least and the most that the columns from {@code c} on can add. */
    private Span span(int c, List<Integer> left) throws InvalidInputException {
        if (c == columns.length) return new Span(0, 0);
        Span known = spans.get(c).get(left);
        if (known != null) return known;
        List<List<Integer>> after = new ArrayList<>();
        List<Double> logs = new ArrayList<>();
        forEachColumn(columns[c], left, (rest, log) -> {
            if (isEndless()) return;
            steps++;
            after.add(rest);
            logs.add(log);
        });
        refuseEndless();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < after.size(); i++) {
            Span rest = span(c + 1, after.get(i));
            least = Math.min(least, logs.get(i) + rest.least);
            most = Math.max(most, logs.get(i) + rest.most);
        }
        Span span = new Span(least, most);
        spans.get(c).put(left, span);
        held++;
        return span;
    }

    /**
     * Each way to share out a column among the rows: what is then left in the rows, sorted, and the log of the
     * multinomial.
     */
    private void forEachColumn(long column, List<Integer> left, ObjDoubleConsumer<List<Integer>> out) {
        share(column, left, new ArrayList<>(), logFactorial(column), out);
    }

    /** @param after what is left in the rows that have had their share */
    private void share(
            long rest, List<Integer> left, List<Integer> after, double log, ObjDoubleConsumer<List<Integer>> out) {
        int here = left.get(after.size());
        if (after.size() == left.size() - 1) {
            if (rest > here) return;
            List<Integer> sorted = new ArrayList<>(after);
            sorted.add((int) (here - rest));
            Collections.sort(sorted);
            out.accept(sorted, log - logFactorial(rest));
            return;
        }
        for (int count = 0; count <= Math.min(here, rest); count++) {
            after.add(here - count);
            share(rest - count, left, after, log - logFactorial(count), out);
            after.remove(after.size() - 1);
        }
    }

    private boolean isEndless() {
        return steps > MOST_STEPS || held > MOST_HELD;
    }

    private void refuseEndless() throws InvalidInputException {
        if (isEndless()) {
            throw new InvalidInputException("The table of " + columns.length
                    + " categories has too many counts for Fisher's exact test: merge rare categories.");
        }
    }

    private static List<Integer> start(long[] rowSums) {
        return Arrays.stream(rowSums).sorted().mapToObj(sum -> (int) sum).toList();
    }

    private double logMultinomial(List<Integer> left) {
        long total = 0;
        double log = 0;
        for (int count : left) {
            total += count;
            log -= logFactorial(count);
        }
        return log + logFactorial(total);
    }

    private double logFactorials(LongStream all) {
        return all.mapToDouble(this::logFactorial).sum();
    }

    private double logFactorial(long n) {
        return logFactorials[(int) n];
    }

    private static long[][] transposed(long[][] table) {
        return IntStream.range(0, table[0].length)
                .mapToObj(c -> Arrays.stream(table).mapToLong(row -> row[c]).toArray())
                .toArray(long[][]::new);
    }
}
