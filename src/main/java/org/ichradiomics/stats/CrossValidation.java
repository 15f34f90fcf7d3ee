package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.IntConsumer;
import java.util.stream.DoubleStream;

import org.ichradiomics.text.InvalidInputException;

/**
 * k-fold cross-validation of a path, as {@code cv.glmnet} does it. Each fold's patients are standardised, fitted and
 * left out as a whole; the sums are taken in the order of the folds, so the result has the same bits for any number of
 * threads.
 */
public final class CrossValidation {

    /** Below this number of patients a fold on average, {@code cv.glmnet} takes the deviance for the AUC. */
    private static final int FOR_AUC = 10;

    /** Below this number of patients a fold on average, patients and not folds are averaged. */
    private static final int FOR_GROUPS = 3;

    /** The λ that a fold is fitted at. */
    public enum Grid {
        /**
         * The fold's own grid; between its λ the linear predictor is interpolated: {@code cv.glmnet} where λ is not
         * given.
         */
        OWN,
        /** The λ of the path that is validated: {@code cv.glmnet} where λ is given. */
        SHARED
    }

    private final double[] lambdas;
    private final boolean[] events;
    private final Folds folds;
    /** λ × patient. */
    private final double[][] scores;

    private CrossValidation(double[] lambdas, boolean[] events, Folds folds, double[][] scores) {
        this.lambdas = lambdas;
        this.events = events;
        this.folds = folds;
        this.scores = scores;
    }

    /**
     * The same without word of its progress.
     *
     * @throws InvalidInputException if a fold leaves too few patients of a class, or no feature that varies
     */
    public static CrossValidation of(LassoPath path, Folds folds, Grid grid, int threads) throws InvalidInputException {
        return of(path, folds, grid, threads, finished -> {});
    }

    /**
     * @param threads at least 1; more than folds are of no use
     * @param progress told how many folds are finished, 1, 2, …, by the thread that finished the last of them, one at a
     *     time; what it throws ends the validation
     * @throws InvalidInputException if without one of the folds there are fewer than 2 patients of a class, or no
     *     feature varies
     * @throws IllegalArgumentException if folds and path have other numbers of patients
     * @throws CancellationException if the thread is interrupted
     */
    public static CrossValidation of(LassoPath path, Folds folds, Grid grid, int threads, IntConsumer progress)
            throws InvalidInputException {
        boolean[] events = path.events();
        if (folds.patients() != events.length) {
            throw new IllegalArgumentException(
                    "folds of " + folds.patients() + " patients for a path of " + events.length);
        }
        for (int fold = 1; fold <= folds.count(); fold++) checkTraining(folds, fold, events);
        double[] lambdas = path.lambdas();
        List<Callable<double[][]>> fits = new ArrayList<>();
        for (int fold = 1; fold <= folds.count(); fold++) {
            int left = fold;
            fits.add(() -> leaveOut(path, folds, left, grid, lambdas));
        }
        List<double[][]> results = InOrder.results(fits, threads, progress);
        double[][] scores = new double[lambdas.length][events.length];
        for (int fold = 1; fold <= folds.count(); fold++) {
            int[] patients = folds.leftOut(fold);
            for (int k = 0; k < lambdas.length; k++) {
                for (int i = 0; i < patients.length; i++) scores[k][patients[i]] = results.get(fold - 1)[k][i];
            }
        }
        return new CrossValidation(lambdas, events, folds, scores);
    }

    private static void checkTraining(Folds folds, int fold, boolean[] events) throws InvalidInputException {
        int with = Outcome.events(Outcome.select(events, folds.trained(fold)));
        int without = folds.trained(fold).length - with;
        if (with >= 2 && without >= 2) return;
        throw new InvalidInputException("Without fold " + fold + " there are " + with + " patients with and " + without
                + " without the event, but a fit needs 2 of each: choose other folds, or add patients.");
    }

    private static double[][] leaveOut(LassoPath path, Folds folds, int fold, Grid grid, double[] lambdas)
            throws InvalidInputException {
        Predictors training = path.predictors().of(folds.trained(fold));
        boolean[] outcomes = Outcome.select(path.events(), folds.trained(fold));
        LassoPath fit;
        try {
            fit = grid == Grid.OWN
                    ? LassoPath.downTo(lambdas[lambdas.length - 1], training, outcomes, path.penalty())
                    : LassoPath.at(lambdas, training, outcomes, path.penalty());
        } catch (InvalidInputException e) {
            throw new InvalidInputException("With fold " + fold + " left out: " + e.getMessage(), e);
        }
        return fit.scores(path.predictors().of(folds.leftOut(fold)), lambdas);
    }

    /** Linear predictors of the patients, each from the fit without its fold: λ × patient. */
    public double[][] scores() {
        return Arrays.stream(scores).map(double[]::clone).toArray(double[][]::new);
    }

    /** Sentences about what the folds do not allow; empty mostly. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        int patients = events.length;
        if (patients < FOR_AUC * folds.count()) {
            warnings.add("With " + patients + " patients in " + folds.count() + " folds, fewer than " + FOR_AUC
                    + " a fold, the AUC of a fold has no meaning: the deviance is taken instead.");
        }
        if (patients < FOR_GROUPS * folds.count()) {
            warnings.add("With fewer than " + FOR_GROUPS
                    + " patients a fold, the SE is that over patients, not over folds.");
        }
        for (int fold = 1; fold <= folds.count(); fold++) {
            int with = Outcome.events(Outcome.select(events, folds.leftOut(fold)));
            String has = with == 0 ? "no event" : with == folds.leftOut(fold).length ? "events only" : "";
            if (!has.isEmpty())
                warnings.add("Fold " + fold + " has " + has + ": it has no AUC and is left out of the mean AUC.");
        }
        return warnings;
    }

    /**
     * The curve of a measure. As in {@code cv.glmnet}, with fewer than 10 patients a fold the deviance is taken for the
     * AUC, and with fewer than 3 the SE is over patients.
     *
     * @throws InvalidInputException if no fold has both classes and the AUC is asked for
     */
    public CvCurve curve(CvMeasure asked) throws InvalidInputException {
        CvMeasure measure = events.length < FOR_AUC * folds.count() ? CvMeasure.DEVIANCE : asked;
        double[][] byFold = new double[lambdas.length][folds.count()];
        double[] sizes = new double[folds.count()];
        for (int fold = 1; fold <= folds.count(); fold++) {
            int[] patients = folds.leftOut(fold);
            boolean[] outcomes = Outcome.select(events, patients);
            sizes[fold - 1] = patients.length;
            for (int k = 0; k < lambdas.length; k++) {
                double[] row = scores[k];
                byFold[k][fold - 1] = measure.of(
                        Arrays.stream(patients).mapToDouble(i -> row[i]).toArray(), outcomes);
            }
        }
        if (Arrays.stream(byFold[0]).allMatch(Double::isNaN)) {
            throw new InvalidInputException("No fold has patients with and without the event, so there is no AUC: "
                    + "choose fewer folds, or the deviance.");
        }
        boolean grouped = events.length >= FOR_GROUPS * folds.count();
        double[] weights = grouped
                ? sizes
                : DoubleStream.generate(() -> 1).limit(events.length).toArray();
        double[] mean = new double[lambdas.length];
        double[] sd = new double[lambdas.length];
        for (int k = 0; k < lambdas.length; k++) {
            double[] values = grouped ? byFold[k] : deviances(scores[k]);
            mean[k] = mean(values, weights);
            sd[k] = standardError(values, weights, mean[k]);
        }
        return new CvCurve(measure, lambdas.clone(), mean, sd, byFold);
    }

    private double[] deviances(double[] scores) {
        double[] deviances = new double[scores.length];
        for (int i = 0; i < scores.length; i++) deviances[i] = CvMeasure.deviance(scores[i], events[i]);
        return deviances;
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) continue;
            sum += weights[i] * values[i];
            total += weights[i];
        }
        return sum / total;
    }

    /** Folds without a value count in the divisor all the same, as in {@code cv.glmnet}. */
    private static double standardError(double[] values, double[] weights, double mean) {
        double[] squares = Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .toArray();
        return Math.sqrt(mean(squares, weights) / (values.length - 1));
    }
}
