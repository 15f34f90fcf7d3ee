package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Seeded cohorts of correlated features, the first five of which bear on the outcome. */
final class Cohorts {

    private Cohorts() {}

    static Predictors predictors(int patients, int features, double correlation, long seed) {
        Random random = new Random(seed);
        double[] common = random.doubles(patients).map(u -> 3.4 * u - 1.7).toArray();
        double[][] columns = new double[features][patients];
        for (double[] column : columns) {
            for (int i = 0; i < patients; i++) {
                column[i] = 20
                        + 5 * (Math.sqrt(correlation) * common[i] + Math.sqrt(1 - correlation) * random.nextGaussian());
            }
        }
        return new Predictors(
                IntStream.range(0, features).mapToObj(j -> "f" + j).toList(), columns);
    }

    /** @param intercept about the logit of the share of events */
    static boolean[] events(Predictors x, double intercept, long seed) {
        Random random = new Random(seed);
        boolean[] events = new boolean[x.patients()];
        for (int i = 0; i < events.length; i++) {
            double eta = intercept;
            for (int j = 0; j < Math.min(5, x.columns().length); j++)
                eta += (j % 2 == 0 ? 0.16 : -0.16) * (x.columns()[j][i] - 20);
            events[i] = random.nextDouble() < 1 / (1 + Math.exp(-eta));
        }
        return events;
    }

    static boolean[] events(String zerosAndOnes) {
        String[] parts = zerosAndOnes.split(" ");
        boolean[] events = new boolean[parts.length];
        for (int i = 0; i < parts.length; i++) events[i] = parts[i].equals("1");
        return events;
    }

    /** The same with more columns at the end. */
    static Predictors with(Predictors x, double[]... more) {
        double[][] columns = Arrays.copyOf(x.columns(), x.columns().length + more.length);
        System.arraycopy(more, 0, columns, x.columns().length, more.length);
        return new Predictors(
                IntStream.range(0, columns.length).mapToObj(j -> "f" + j).toList(), columns);
    }
}
