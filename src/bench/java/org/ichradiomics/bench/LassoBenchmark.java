package org.ichradiomics.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import org.ichradiomics.stats.CrossValidation;
import org.ichradiomics.stats.CvMeasure;
import org.ichradiomics.stats.ElasticNet;
import org.ichradiomics.stats.Folds;
import org.ichradiomics.stats.LassoPath;
import org.ichradiomics.stats.Predictors;
import org.ichradiomics.text.InvalidInputException;

/**
 * The LASSO of a cohort, of the paper's size unless another is asked for: families of features that say nearly the
 * same, one patient in seven with the event.
 */
@State(Scope.Thread)
public class LassoBenchmark {

    static final String PATH = "path";
    static final String CROSS_VALIDATED = "and 10-fold cross-validation";

    private static final int FAMILY = 12;

    @Param({PATH, CROSS_VALIDATED})
    public String what;

    @Param("313")
    public int patients;

    @Param("396")
    public int features;

    /** Of the 100 of the grid. */
    @Param("100")
    public int lambdas;

    /** Of the cross-validation; a path is fitted in one. */
    @Param("1")
    public int threads;

    private Predictors x;
    private boolean[] events;
    private Folds folds;

    @Setup
    public void draw() throws InvalidInputException {
        Random random = new Random(20200101);
        double[][] columns = new double[features][patients];
        double[] eta = new double[patients];
        for (int j = 0; j < features; j++) {
            double[] first = columns[j - j % FAMILY];
            for (int i = 0; i < patients; i++) {
                columns[j][i] = j % FAMILY == 0 ? random.nextGaussian() : first[i] + 0.2 * random.nextGaussian();
                if (j % FAMILY == 0 && j < 5 * FAMILY) eta[i] += 0.5 * columns[j][i];
            }
        }
        events = new boolean[patients];
        for (int i = 0; i < patients; i++) events[i] = random.nextDouble() < 1 / (1 + Math.exp(2.2 - eta[i]));
        List<String> names = IntStream.range(0, features).mapToObj(j -> "f" + j).toList();
        x = new Predictors(names, columns);
        folds = Folds.stratified(events, 10, 1);
    }

    @Benchmark
    public Object fit() throws InvalidInputException {
        LassoPath path = LassoPath.fit(x, events, ElasticNet.LASSO, lambdas);
        if (what.equals(PATH)) return path;
        return CrossValidation.of(path, folds, CrossValidation.Grid.OWN, threads)
                .curve(CvMeasure.AUC);
    }
}
