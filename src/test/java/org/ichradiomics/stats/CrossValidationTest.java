package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CrossValidationTest {

    private static final Predictors X = Cohorts.predictors(120, 40, 0.5, 11);
    private static final boolean[] EVENTS = Cohorts.events(X, -1, 11);

    @Test
    void sameBitsForAnyNumberOfThreads() throws Exception {
        LassoPath path = LassoPath.fit(X, EVENTS, ElasticNet.LASSO);
        Folds folds = Folds.stratified(EVENTS, 10, 3);
        double[][] one =
                CrossValidation.of(path, folds, CrossValidation.Grid.OWN, 1).scores();
        for (int threads : new int[] {2, 7, 32}) {
            double[][] more = CrossValidation.of(path, folds, CrossValidation.Grid.OWN, threads)
                    .scores();
            for (int k = 0; k < one.length; k++) assertArrayEquals(one[k], more[k]);
        }
    }

    /**
     * A fold's grid is fitted no further than the path it validates, which changes no bit: what lies below is between
     * no two λ of it.
     */
    @ParameterizedTest
    @CsvSource({"5", "30", "1000"})
    void foldsStopWhereThePathDoes(int atMost) throws Exception {
        LassoPath path = LassoPath.fit(X, EVENTS, ElasticNet.LASSO, atMost);
        Folds folds = Folds.stratified(EVENTS, 10, 3);
        double[][] scores =
                CrossValidation.of(path, folds, CrossValidation.Grid.OWN, 2).scores();
        double smallest = path.lambda(path.size());
        for (int fold = 1; fold <= 10; fold++) {
            Predictors training = X.of(folds.trained(fold));
            boolean[] events = new boolean[training.patients()];
            for (int i = 0; i < events.length; i++) events[i] = EVENTS[folds.trained(fold)[i]];
            LassoPath all = LassoPath.fit(training, events, ElasticNet.LASSO);
            double[][] expected = all.scores(X.of(folds.leftOut(fold)), path.lambdas());
            for (int k = 0; k < scores.length; k++) {
                double[] row = scores[k];
                assertArrayEquals(
                        expected[k],
                        Arrays.stream(folds.leftOut(fold))
                                .mapToDouble(i -> row[i])
                                .toArray());
            }
            LassoPath some = LassoPath.downTo(smallest, training, events, ElasticNet.LASSO);
            assertTrue(some.lambda(some.size()) <= smallest || some.size() == all.size());
            assertTrue(some.size() == 1 || some.lambda(some.size() - 1) > smallest);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "4"})
    void progressCountsFolds(int threads) throws Exception {
        LassoPath path = LassoPath.fit(X, EVENTS, ElasticNet.LASSO, 10);
        List<Integer> finished = new ArrayList<>();
        CrossValidation.of(path, Folds.stratified(EVENTS, 10, 3), CrossValidation.Grid.SHARED, threads, finished::add);
        assertEquals(IntStream.rangeClosed(1, 10).boxed().toList(), finished);
        assertThrows(
                CancellationException.class,
                () -> CrossValidation.of(
                        path, Folds.stratified(EVENTS, 10, 3), CrossValidation.Grid.OWN, threads, fold -> {
                            throw new CancellationException();
                        }));
    }

    @Test
    void stratifiedFoldsShareOutTheEvents() throws Exception {
        int[] ids = Folds.stratified(EVENTS, 7, 5).ids();
        int[] sizes = new int[8];
        int[] events = new int[8];
        for (int i = 0; i < ids.length; i++) {
            sizes[ids[i]]++;
            if (EVENTS[i]) events[ids[i]]++;
        }
        assertTrue(spread(sizes) <= 1 && spread(events) <= 1, Arrays.toString(sizes) + Arrays.toString(events));
    }

    private static int spread(int[] counts) {
        return Arrays.stream(counts).skip(1).max().orElseThrow()
                - Arrays.stream(counts).skip(1).min().orElseThrow();
    }

    /** The algorithm of java.util.Random is part of Java's specification, so a seed's folds never change. */
    @Test
    void aSeedMeansTheSameFolds() throws Exception {
        assertArrayEquals(
                Folds.unstratified(50, 5, 42).ids(),
                Folds.unstratified(50, 5, 42).ids());
        assertTrue(!Arrays.equals(
                Folds.unstratified(50, 5, 42).ids(),
                Folds.unstratified(50, 5, 43).ids()));
        // The shuffle written out once more, from the last place down.
        java.util.Random random = new java.util.Random(1);
        int[] by = {1, 2, 3, 1, 2};
        for (int i = 4; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = by[i];
            by[i] = by[j];
            by[j] = swap;
        }
        assertArrayEquals(by, Folds.unstratified(5, 3, 1).ids());
    }

    /** printf '1,2,3' | sha256sum */
    @Test
    void hashIsThatOfTheNumbers() throws Exception {
        assertEquals(
                "8a6ae15122001229edb8866f56e342af12ae8187203c3e3b33931743e7c0c48d",
                Folds.given(new int[] {1, 2, 3}).hash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 1 2 2     | Cross-validation needs at least 3 folds, but there are 2: choose more folds.",
                "1 2 4 1     | No patient is in fold 3: number the folds from 1 without a gap.",
                "1 2 0 3     | Patient 3 is in fold 0: number the folds from 1.",
                "1 2 3 99999 | The largest fold is number 99999, but there are only 4 patients: number the folds "
                        + "from 1 without a gap."
            })
    void foldsThatAreNone(String ids, String sentence) {
        int[] given = Arrays.stream(ids.split(" ")).mapToInt(Integer::parseInt).toArray();
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> Folds.given(given))
                        .getMessage());
    }

    @Test
    void fewerEventsThanFolds() {
        boolean[] events = Cohorts.events("1 1 1 1 0 0 0 0 0 0 0 0 0 0 0 0");
        assertEquals(
                "There are 5 folds, but only 4 patients with the event: choose at most 4 folds, or add patients.",
                assertThrows(InvalidInputException.class, () -> Folds.stratified(events, 5, 1))
                        .getMessage());
    }

    @Test
    void aFoldWithAllEvents() throws Exception {
        int[] ids = new int[120];
        int other = 0;
        for (int i = 0; i < 120; i++) ids[i] = EVENTS[i] ? 1 : 2 + other++ % 2;
        LassoPath path = LassoPath.fit(X, EVENTS, ElasticNet.LASSO);
        int without = 120 - Outcome.events(EVENTS);
        assertEquals(
                "Without fold 1 there are 0 patients with and " + without
                        + " without the event, but a fit needs 2 of each: choose other folds, or add patients.",
                assertThrows(
                                InvalidInputException.class,
                                () -> CrossValidation.of(path, Folds.given(ids), CrossValidation.Grid.OWN, 1))
                        .getMessage());
    }

    /** cv.glmnet: "Too few (< 10) observations per fold for type.measure='auc'; changed to type.measure='deviance'". */
    @Test
    void smallFoldsHaveNoAuc() throws Exception {
        LassoPath path = LassoPath.fit(X, EVENTS, ElasticNet.LASSO);
        CrossValidation cv = CrossValidation.of(path, Folds.stratified(EVENTS, 13, 1), CrossValidation.Grid.OWN, 2);
        assertEquals(CvMeasure.DEVIANCE, cv.curve(CvMeasure.AUC).measure());
        assertEquals(
                "With 120 patients in 13 folds, fewer than 10 a fold, the AUC of a fold has no meaning: the deviance "
                        + "is taken instead.",
                cv.warnings().get(0));
    }

    /** Ties go to the largest λ; a model without features is a choice like any other. */
    @Test
    void tiesAndTheEmptyModel() {
        CvCurve auc = new CvCurve(
                CvMeasure.AUC,
                new double[] {4, 3, 2, 1},
                new double[] {0.6, 0.7, 0.7 + 5e-13, 0.65},
                new double[] {0.1, 0.1, 0.1, 0.1},
                new double[4][0]);
        assertEquals(2, auc.kMin());
        assertEquals(1, auc.k1se());
        CvCurve deviance = new CvCurve(
                CvMeasure.DEVIANCE,
                new double[] {4, 3, 2, 1},
                new double[] {1, 0.9, 0.7, 0.8},
                new double[] {0.1, 0.1, 0.15, 0.1},
                new double[4][0]);
        assertEquals(3, deviance.kMin());
        assertEquals(4, (int) deviance.lambdas()[0]);
        assertEquals(3, deviance.k1se());
    }

    @Test
    void concordanceCountsPairs() {
        assertEquals(
                5.5 / 6, Concordance.of(new double[] {3, 2, 2, 1, 0}, new boolean[] {true, true, false, false, false}));
        assertEquals(0.5, Concordance.of(new double[] {0.0, -0.0}, new boolean[] {true, false}));
        assertEquals(Double.NaN, Concordance.of(new double[] {1, 2}, new boolean[] {true, true}));
        assertEquals(List.of(0.0), List.of(Concordance.of(new double[] {1, 2}, new boolean[] {true, false})));
    }
}
