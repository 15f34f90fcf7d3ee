package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.text.Progress;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CrossedPathTest {

    private static final List<CrossValidation.Grid> BOTH = List.of(CrossValidation.Grid.values());

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 20);
    }

    /** What ends early is the beginning of the whole, to the last bit, and has both λ of it by both measures. */
    @ParameterizedTest
    @MethodSource("seeds")
    void endsWithTheLambdasOfTheWholePath(int seed) throws Exception {
        Predictors x = Cohorts.predictors(200, 60, 0.5, seed);
        boolean[] events = Cohorts.events(x, -1, seed);
        Folds folds = Folds.stratified(events, 10, seed);
        CrossedPath whole = CrossedPath.of(x, events, ElasticNet.LASSO, folds, BOTH, true, 1, Progress.NONE);
        LassoPath first = LassoPath.fit(x, events, ElasticNet.LASSO, 1 + CrossedPath.BEYOND);
        CrossedPath early = CrossedPath.asFar(first, folds, BOTH, 1, Progress.NONE);
        int size = early.path().size();
        assertArrayEquals(
                Arrays.copyOf(whole.path().lambdas(), size), early.path().lambdas());
        int best = 0;
        for (int grid = 0; grid < BOTH.size(); grid++) {
            for (CvMeasure measure : CvMeasure.values()) {
                CvCurve all = whole.validations().get(grid).curve(measure);
                CvCurve some = early.validations().get(grid).curve(measure);
                assertArrayEquals(Arrays.copyOf(all.mean(), size), some.mean());
                assertArrayEquals(Arrays.copyOf(all.sd(), size), some.sd());
                assertEquals(all.lambdaMin(), some.lambdaMin());
                assertEquals(all.lambda1se(), some.lambda1se());
                best = Math.max(best, some.kMin());
            }
        }
        assertEquals(Math.min(best + CrossedPath.BEYOND, whole.path().size()), size, "no λ more than it needs");
    }

    @Test
    void onlyAboveTwoMillionCells() {
        assertFalse(CrossedPath.isLarge(new Predictors(List.of("a", "b"), new double[2][1_000_000])));
        assertTrue(CrossedPath.isLarge(new Predictors(List.of("a", "b"), new double[2][1_000_001])));
    }

    /** Other folds begin with the path that is there and have what they would have had alone. */
    @Test
    void otherFoldsGoAsFarAsTheyNeed() throws Exception {
        Predictors x = Cohorts.predictors(200, 60, 0.5, 3);
        boolean[] events = Cohorts.events(x, -1, 3);
        Folds other = Folds.stratified(events, 5, 9);
        CrossedPath whole = CrossedPath.of(
                x, events, ElasticNet.LASSO, Folds.stratified(events, 10, 1), BOTH, true, 1, Progress.NONE);
        double[][] expected = CrossValidation.of(whole.path(), other, CrossValidation.Grid.OWN, 1)
                .scores();
        assertArrayEquals(
                expected, whole.with(other, false, 2).validations().get(0).scores());
    }
}
