package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

import org.apache.commons.math3.special.Gamma;

import org.ichradiomics.region.InvalidInputException;

/**
 * Fisher's exact test of a table of any size, two-sided: the probability, given the margins, of all tables that are at most as likely as
 * the observed one (Freeman and Halton 1951), up to a factor 1 + 1e-7, as R.
 *
 * <p>The tables are walked column by column over the row sums that are left (the network of Mehta and Patel 1983): where all
 * completions of a table, or none, are at most as likely as the observed one, they need not be listed.
 */
public final class FisherExact {

    private static final double SLACK = Math.log1p(1e-7);
    private static final long MOST_STEPS = 30_000_000;

    /** Weight of all ways to a row of sums, and the logarithm of the product of their multinomials, which is the same for all. */
    private static final class Way {

        private final double log;
        private double weight;

        private Way(double log) {
            this.log = log;
        }
    }

    private record Span(double least, double most) {
    }

    private final double[] logFactorials;
    private final long[] columns;
    private final double observed;
    private final double logScale;
    private final List<Map<List<Integer>, Span>> spans = new ArrayList<>();
    private long steps;

    private FisherExact(Counts counts) {
        logFactorials = new double[(int) counts.total() + 1];
        for (int n = 0; n < logFactorials.length; n++) {
            logFactorials[n] = Gamma.logGamma(n + 1.0);
        }
        columns = counts.columnSums().clone();
        Arrays.sort(columns);
        logScale = logFactorial(counts.total()) - Arrays.stream(counts.rowSums()).mapToDouble(this::logFactorial).sum();
        observed = Arrays.stream(counts.columnSums()).mapToDouble(this::logFactorial).sum()
                - Arrays.stream(counts.cells()).flatMapToLong(Arrays::stream).mapToDouble(this::logFactorial).sum() + SLACK;
        for (int c = 0; c <= columns.length; c++) {
            spans.add(new HashMap<>());
        }
    }

    /**
     * @return the p-value; NaN if a row or column is empty or there is only one
     * @throws InvalidInputException if there are so many tables of these margins that the test would not end in reasonable time
     */
    public static double p(long[][] table) throws InvalidInputException {
        Counts counts = Counts.of(table);
        if (!counts.isTestable()) {
            return Double.NaN;
        }
        if (counts.rows() > counts.columns()) {
            counts = Counts.of(transposed(table));
        }
        return new FisherExact(counts).sum(start(counts.rowSums()));
    }

    private double sum(List<Integer> start) throws InvalidInputException {
        Map<List<Integer>, Map<Long, Way>> stage = new LinkedHashMap<>();
        stage.put(start, new LinkedHashMap<>(Map.of(0L, one())));
        double p = 0;
        for (int c = 0; !stage.isEmpty(); c++) {
            Map<List<Integer>, Map<Long, Way>> next = new LinkedHashMap<>();
            for (var node : stage.entrySet()) {
                Span span = span(c, node.getKey());
                double all = logMultinomial(node.getKey());
                List<Way> open = new ArrayList<>();
                for (Way way : node.getValue().values()) {
                    if (way.log + span.most <= observed) {
                        p += way.weight * Math.exp(way.log + all - logScale);
                    } else if (way.log + span.least <= observed) {
                        open.add(way);
                    }
                }
                if (!open.isEmpty()) {
                    forEachColumn(columns[c], node.getKey(), (left, log) -> {
                        Map<Long, Way> ways = next.computeIfAbsent(left, key -> new LinkedHashMap<>());
                        for (Way way : open) {
                            // Ways of equal probability differ by rounding; they are one, or their number would grow without need.
                            ways.computeIfAbsent(Math.round((way.log + log) * 1e10), key -> new Way(way.log + log)).weight += way.weight;
                        }
                        steps += open.size();
                    });
                }
                refuseEndless();
            }
            stage = next;
        }
        return Math.min(1, p);
    }

    private static Way one() {
        Way way = new Way(0);
        way.weight = 1;
        return way;
    }

    /** The least and the most that the columns from {@code c} on can add. */
    private Span span(int c, List<Integer> left) throws InvalidInputException {
        if (c == columns.length) {
            return new Span(0, 0);
        }
        Span known = spans.get(c).get(left);
        if (known != null) {
            return known;
        }
        List<List<Integer>> after = new ArrayList<>();
        List<Double> logs = new ArrayList<>();
        forEachColumn(columns[c], left, (rest, log) -> {
            after.add(rest);
            logs.add(log);
        });
        steps += after.size();
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
        return span;
    }

    /** Each way to share out a column among the rows: what is then left in the rows, sorted, and the log of the multinomial. */
    private void forEachColumn(long column, List<Integer> left, BiConsumer<List<Integer>, Double> out) {
        share(column, left, 0, new ArrayList<>(), logFactorial(column), out);
    }

    private void share(long rest, List<Integer> left, int row, List<Integer> after, double log, BiConsumer<List<Integer>, Double> out) {
        int here = left.get(row);
        if (row == left.size() - 1) {
            if (rest <= here) {
                List<Integer> sorted = new ArrayList<>(after);
                sorted.add((int) (here - rest));
                Collections.sort(sorted);
                out.accept(sorted, log - logFactorial(rest));
            }
            return;
        }
        for (int count = 0; count <= Math.min(here, rest); count++) {
            after.add(here - count);
            share(rest - count, left, row + 1, after, log - logFactorial(count), out);
            after.remove(after.size() - 1);
        }
    }

    private void refuseEndless() throws InvalidInputException {
        if (steps > MOST_STEPS) {
            throw new InvalidInputException("The table of " + columns.length + " categories has too many counts for Fisher's exact test: "
                    + "merge rare categories.");
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

    private double logFactorial(long n) {
        return logFactorials[(int) n];
    }

    private static long[][] transposed(long[][] table) {
        long[][] transposed = new long[table[0].length][table.length];
        for (int r = 0; r < table.length; r++) {
            for (int c = 0; c < table[r].length; c++) {
                transposed[c][r] = table[r][c];
            }
        }
        return transposed;
    }
}
