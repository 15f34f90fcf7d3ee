package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.List;

/**
 * What acting on a model is worth, with its uncertainty: the net benefit is a mean over the cases, of 1 for an event
 * that is acted on and −t/(1 − t) for another case that is (Vickers, Van Calster and Steyerberg, BMJ 2016; 352: i6; as
 * a mean Marsh, Janes and Pepe, Stat Med 2020; 39: 2389).
 *
 * @param threshold the probability t from which on one acts
 * @param model with the 95 % interval of a mean
 * @param all acting on everybody, with the same; acting on nobody is 0
 * @param overAll the model less acting on everybody, in the same cases
 */
public record NetBenefit(double threshold, Estimate model, Estimate all, Estimate overAll) {

    /**
     * By threshold.
     *
     * @param probabilities of the event, by case
     * @param thresholds above 0 and below 1
     */
    public static List<NetBenefit> of(double[] probabilities, boolean[] events, double... thresholds) {
        Outcome.requireEach("predictions", probabilities, events);
        return Arrays.stream(thresholds)
                .mapToObj(t -> {
                    double[] model = worth(probabilities, events, t);
                    double[] all = worth(new double[0], events, t);
                    return new NetBenefit(t, mean(model), mean(all), mean(less(model, all)));
                })
                .toList();
    }

    /** One model less another at a threshold, in the same cases. */
    public static Estimate difference(double[] probabilities, double[] others, boolean[] events, double threshold) {
        Outcome.requireEach("predictions", probabilities, events);
        Outcome.requireEach("predictions", others, events);
        return mean(less(worth(probabilities, events, threshold), worth(others, events, threshold)));
    }

    /** By case; without probabilities everybody is acted on. */
    private static double[] worth(double[] probabilities, boolean[] events, double t) {
        double[] worth = new double[events.length];
        for (int i = 0; i < worth.length; i++) {
            boolean acts = probabilities.length == 0 || probabilities[i] >= t;
            worth[i] = acts ? events[i] ? 1 : -t / (1 - t) : 0;
        }
        return worth;
    }

    private static double[] less(double[] x, double[] y) {
        double[] less = new double[x.length];
        for (int i = 0; i < less.length; i++) less[i] = x[i] - y[i];
        return less;
    }

    private static Estimate mean(double[] x) {
        return Estimate.around(Summary.mean(x), Normal.Z_95 * Math.sqrt(Summary.variance(x) / x.length));
    }
}
