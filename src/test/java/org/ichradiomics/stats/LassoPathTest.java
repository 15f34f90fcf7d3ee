package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
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

/** Covers Dropped, ElasticNet and Predictors. */
class LassoPathTest {

    /**
     * KKT conditions from the coefficients on the raw scale alone, on columns standardised here: independent of the
     * solver's own sums.
     */
    @ParameterizedTest
    @CsvSource({
        "100,  20, 0,     0,  1",
        "100,  20, 0.9,  -2,  1",
        "60,  150, 0.5,  -1,  1",
        "60,  150, 0.99, -1,  0.5",
        "300,  80, 0.999999, -2.5, 1",
        "300,  80, 0.7,  -2,  0.1",
        "250, 250, 0.3,  -2,  1",
        "40,    5, 0.2,   0,  0.001"
    })
    void kktConditionsHold(int patients, int features, double correlation, double intercept, double alpha)
            throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            Predictors x = Cohorts.predictors(patients, features, correlation, seed);
            boolean[] events = Cohorts.events(x, intercept, seed);
            LassoPath path = LassoPath.fit(x, events, ElasticNet.LASSO.withAlpha(alpha));
            assertTrue(path.end() != LassoPath.End.NOT_CONVERGED, "seed " + seed);
            assertTrue(path.size() >= 5);
            for (int k = 1; k <= path.size(); k++) {
                assertTrue(kkt(x, events, path.model(k), alpha) <= 1.05e-10, "seed " + seed + ", k = " + k);
            }
        }
    }

    private static double kkt(Predictors x, boolean[] events, LassoModel model, double alpha) {
        int n = events.length;
        double[] eta = new double[n];
        double[] beta = new double[x.columns().length];
        for (int i = 0; i < n; i++) eta[i] = model.intercept();
        double[][] u = new double[beta.length][];
        for (int j = 0; j < beta.length; j++) {
            double mean = Arrays.stream(x.columns()[j]).average().orElseThrow();
            double sd = Math.sqrt(Arrays.stream(x.columns()[j])
                            .map(value -> (value - mean) * (value - mean))
                            .sum()
                    / n);
            u[j] = Arrays.stream(x.columns()[j])
                    .map(value -> (value - mean) / sd)
                    .toArray();
        }
        for (LassoModel.Term term : model.terms()) {
            beta[term.index()] = term.beta() * Math.sqrt((n - 1.0) / n);
            for (int i = 0; i < n; i++) eta[i] += beta[term.index()] * u[term.index()][i];
        }
        double[] residuals = IntStream.range(0, n)
                .mapToDouble(i -> (events[i] ? 1 : 0) - 1 / (1 + Math.exp(-eta[i])))
                .toArray();
        double worst = Math.abs(Arrays.stream(residuals).sum() / n);
        for (int j = 0; j < beta.length; j++) {
            double[] column = u[j];
            double score = IntStream.range(0, n)
                                    .mapToDouble(i -> column[i] * residuals[i])
                                    .sum()
                            / n
                    - model.lambda() * (1 - alpha) * beta[j];
            double l1 = model.lambda() * alpha;
            worst = Math.max(worst, beta[j] == 0 ? Math.abs(score) - l1 : Math.abs(score - l1 * Math.signum(beta[j])));
        }
        return worst;
    }

    /**
     * One feature of two values: the saturated model's odds ratio shrunk so that each group's mean residual is what λ
     * allows. With n/2 patients at −1 and at 1, b₀ ± b are the logits of p₁ − λ·… solved by hand: ū₁(p) = p̂ ∓ λ.
     */
    @Test
    void oneFeatureOfTwoValues() throws Exception {
        double[] x = new double[40];
        boolean[] events = new boolean[40];
        for (int i = 0; i < 40; i++) {
            x[i] = i < 20 ? -1 : 1;
            events[i] = i < 4 || i >= 20 && i < 34; // 4 of 20, 14 of 20
        }
        LassoPath path = LassoPath.fit(new Predictors(List.of("x"), new double[][] {x}), events, ElasticNet.LASSO);
        // λ_max = |Σ x (y − ȳ)|/n = (14 − 4)/40; at λ the fitted shares are 0.2 + λ and 0.7 − λ.
        assertEquals(0.25, path.lambda(1), 1e-15);
        for (int k = 1; k <= path.size(); k++) {
            double low = logit(0.2 + path.lambda(k));
            double high = logit(0.7 - path.lambda(k));
            assertEquals((high + low) / 2, path.model(k).rawIntercept(), 1e-9);
            double slope = path.model(k).terms().isEmpty()
                    ? 0
                    : path.model(k).terms().get(0).rawBeta();
            assertEquals((high - low) / 2, slope, 1e-9);
        }
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    private static final String OUTCOMES =
            "1 1 1 0 0 0 1 1 1 0 0 0 0 1 1 0 0 0 0 1 1 0 0 0 1 1 1 1 0 0 0 0 1 1 0 1 0 0 1 1";

    private static Predictors sines() {
        double[][] columns = new double[5][40];
        for (int i = 1; i <= 40; i++) {
            columns[0][i - 1] = Math.sin(i);
            columns[1][i - 1] = Math.cos(2 * i);
            columns[2][i - 1] = Math.sin(i) * 0.9 + Math.cos(5 * i) * 0.3;
            columns[3][i - 1] = i % 7 / 3.0;
            columns[4][i - 1] = Math.log(i);
        }
        return new Predictors(List.of("a", "b", "c", "d", "e"), columns);
    }

    /**
     * R 4.2.2, glmnet 4.1-6: i <- 1:40; x <- cbind(sin(i), cos(2*i), sin(i)*0.9+cos(5*i)*0.3, (i%%7)/3, log(i)); f <-
     * glmnet(x, y, family="binomial", alpha=alpha, thresh=1e-20, maxit=1e7); f$lambda[k], f$dev.ratio[k], f$a0[k],
     * f$beta[, k]
     */
    @ParameterizedTest
    @CsvSource({
        "1, 2, 0.336722026792928, 0.0673570638848809, -0.109320749024149, 0.185048005058242, 0, 0, 0, 0",
        "1, 10, 0.159970242669169, 0.351105431987073, -0.1907438653916, 1.08106589046092, 0, 0.250878468117889, 0, 0",
        "1, 25, 0.0396258505778056, 0.539729532555922, 0.271248689907068, 1.54511960029592, -0.606307960954714, "
                + "1.17633505066356, -0.450216402469491, 0",
        "0.5, 2, 0.673444053585856, 0.0368087089772927, -0.104966864180336, 0.0642935036080786, 0, "
                + "0.0377737364725586, 0, 0",
        "0.5, 10, 0.319940485338338, 0.276149563965563, -0.157387502848517, 0.493694186640841, 0, 0.467534395477293, "
                + "0, 0",
        "0.5, 25, 0.0792517011556111, 0.499614581578268, 0.0972600612639311, 1.14603181272411, -0.432926395591394, "
                + "1.11033307482541, -0.296181431884213, 0"
    })
    void glmnetPrintsTheSame(
            double alpha,
            int k,
            double lambda,
            double explained,
            double intercept,
            double a,
            double b,
            double c,
            double d,
            double e)
            throws Exception {
        LassoPath path = LassoPath.fit(sines(), Cohorts.events(OUTCOMES), ElasticNet.LASSO.withAlpha(alpha));
        assertEquals(lambda, path.lambda(k), 1e-13);
        assertEquals(explained, path.explained(k), 1e-9);
        assertEquals(intercept, path.model(k).rawIntercept(), 1e-8);
        double[] betas = new double[5];
        for (LassoModel.Term term : path.model(k).terms()) betas[term.index()] = term.rawBeta();
        assertArrayEquals(new double[] {a, b, c, d, e}, betas, 1e-8);
    }

    /**
     * R as above; cv.glmnet(…, foldid=(i*3)%%4+1), cv.glmnet(…, type.measure="auc"), and foldid=rep(1:20, 2), where
     * grouped=FALSE is enforced.
     */
    @ParameterizedTest
    @CsvSource({
        "DEVIANCE, 4, 22, 8, 1.3697218682346 1.11334797528085 0.945860954396965 0.851683452615511, "
                + "0.0195702425018725 0.014920890325138 0.0550177671128235 0.134155736742706",
        "AUC, 4, 15, 2, 0.565 0.9 0.9 0.91, 0.065 0.0503322295684717 0.0503322295684717 0.0525991127935317",
        "DEVIANCE, 20, 23, 6, 1.44546317294348 1.15656814921681 0.978481219787062 0.904389593592635, "
                + "0.0211473576128891 0.0604777523140887 0.113455617644959 0.207625510614137"
    })
    void cvGlmnetPrintsTheSame(CvMeasure measure, int folds, int kMin, int k1se, String means, String sds)
            throws Exception {
        int[] ids = IntStream.rangeClosed(1, 40)
                .map(i -> folds == 4 ? i * 3 % 4 + 1 : (i - 1) % 20 + 1)
                .toArray();
        LassoPath path = LassoPath.fit(sines(), Cohorts.events(OUTCOMES), ElasticNet.LASSO);
        CvCurve curve = CrossValidation.of(path, Folds.given(ids), CrossValidation.Grid.OWN, 1)
                .curve(measure);
        int[] ks = {1, 5, 10, 20};
        for (int i = 0; i < ks.length; i++) {
            assertEquals(Double.parseDouble(means.split(" ")[i]), curve.mean()[ks[i] - 1], 1e-8, "k = " + ks[i]);
            assertEquals(Double.parseDouble(sds.split(" ")[i]), curve.sd()[ks[i] - 1], 1e-8, "k = " + ks[i]);
        }
        assertEquals(kMin, curve.kMin());
        assertEquals(k1se, curve.k1se());
    }

    @Test
    void columnsThatCannotTakePartAreListed() throws Exception {
        Predictors x = Cohorts.predictors(50, 3, 0.2, 4);
        boolean[] events = Cohorts.events(x, 0, 4);
        double[] oneMissing = x.columns()[0].clone();
        oneMissing[7] = Double.NaN;
        double[] nothing = new double[50];
        Arrays.fill(nothing, Double.NaN);
        double[] constant = new double[50];
        Arrays.fill(constant, 0.1);
        double[] opposite =
                Arrays.stream(x.columns()[1]).map(value -> 3e5 - 0.7 * value).toArray();
        LassoPath path =
                LassoPath.fit(Cohorts.with(x, oneMissing, nothing, constant, opposite), events, ElasticNet.LASSO);
        assertEquals(
                "[f3 (no value in 1 of 50 patients), f4 (no value in any patient), f5 (constant), f6 (collinear with "
                        + "f1)]",
                path.dropped().toString());
        LassoPath without = LassoPath.fit(x, events, ElasticNet.LASSO);
        assertArrayEquals(without.lambdas(), path.lambdas());
        for (int k = 1; k <= path.size(); k++) assertEquals(without.model(k), path.model(k));
    }

    /** r = 1 − 10⁻⁹ is two features: neither is dropped, and the one solution is found. */
    @Test
    void almostCollinearFeaturesStay() throws Exception {
        Predictors x = Cohorts.predictors(80, 4, 0.2, 5);
        Random random = new Random(6);
        double[] near = Arrays.stream(x.columns()[0])
                .map(value -> value + 2e-4 * random.nextGaussian())
                .toArray();
        Predictors both = Cohorts.with(x, near);
        boolean[] events = Cohorts.events(x, -1, 5);
        LassoPath path = LassoPath.fit(both, events, ElasticNet.LASSO);
        assertEquals(List.of(), path.dropped());
        for (int k = 1; k <= path.size(); k++) assertTrue(kkt(both, events, path.model(k), 1) <= 1.05e-10, "k = " + k);
    }

    /** Separated classes: no coefficient runs away, the path ends where 0.999 of the deviance is explained. */
    @Test
    void separatedClassesEndThePath() throws Exception {
        Predictors x = Cohorts.predictors(60, 8, 0.2, 7);
        boolean[] events = new boolean[60];
        for (int i = 0; i < 60; i++) events[i] = x.columns()[2][i] > 21;
        LassoPath path = LassoPath.fit(x, events, new ElasticNet(1, 200, OptionalDouble.of(1e-8)));
        assertEquals(LassoPath.End.EXPLAINED, path.end());
        assertTrue(path.explained(path.size()) > 0.999);
        assertTrue(path.explained(path.size() - 1) <= 0.999);
        for (int k = 1; k <= path.size(); k++) assertTrue(kkt(x, events, path.model(k), 1) <= 1.05e-10, "k = " + k);
    }

    @Test
    void noiseEndsThePathToo() throws Exception {
        Predictors x = Cohorts.predictors(400, 3, 0, 8);
        boolean[] events = Cohorts.events(x, 0, 8);
        LassoPath path = LassoPath.fit(x, events, ElasticNet.LASSO);
        assertEquals(LassoPath.End.UNCHANGED, path.end());
        assertTrue(path.explained(path.size()) - path.explained(path.size() - 1) < 1e-5);
        assertTrue(path.size() < 100);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "17", "99", "100", "1000"})
    void theFirstLambdasAreThoseOfThePath(int atMost) throws Exception {
        Predictors x = Cohorts.predictors(60, 90, 0.5, 12);
        boolean[] events = Cohorts.events(x, -1, 12);
        LassoPath all = LassoPath.fit(x, events, ElasticNet.LASSO);
        LassoPath first = LassoPath.fit(x, events, ElasticNet.LASSO, atMost);
        assertEquals(Math.min(atMost, all.size()), first.size());
        assertEquals(atMost < all.size() ? LassoPath.End.ENOUGH : all.end(), first.end());
        for (int k = 1; k <= first.size(); k++) {
            assertEquals(all.model(k), first.model(k));
            assertEquals(all.explained(k), first.explained(k));
            assertEquals(all.residual(k), first.residual(k));
        }
    }

    @Test
    void noLambdaIsNoPath() {
        Predictors x = Cohorts.predictors(60, 9, 0.5, 12);
        assertEquals(
                "a path has at least 1 lambda, asked for were 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> LassoPath.fit(x, Cohorts.events(x, -1, 12), ElasticNet.LASSO, 0))
                        .getMessage());
    }

    @Test
    void scoresAreOfBothScales() throws Exception {
        Predictors x = Cohorts.predictors(70, 10, 0.4, 9);
        LassoModel model =
                LassoPath.fit(x, Cohorts.events(x, -1, 9), ElasticNet.LASSO).model(20);
        double[] scores = model.scores(x);
        for (int i = 0; i < scores.length; i++) {
            double raw = model.rawIntercept();
            for (LassoModel.Term term : model.terms()) raw += term.rawBeta() * x.columns()[term.index()][i];
            assertEquals(raw, scores[i], 1e-12);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 0     | A LASSO needs at least 2 patients with and 2 without the event, but of the 2 patients it "
                        + "is fitted to, 1 had it: check the outcome, or add patients.",
                "0 0 0 0 | A LASSO needs at least 2 patients with and 2 without the event, but of the 4 patients it "
                        + "is fitted to, 0 had it: check the outcome, or add patients.",
                "1 1 1 1 | A LASSO needs at least 2 patients with and 2 without the event, but of the 4 patients it "
                        + "is fitted to, 4 had it: check the outcome, or add patients."
            })
    void tooFewOfAClass(String outcomes, String sentence) {
        boolean[] events = Cohorts.events(outcomes);
        Predictors x = Cohorts.predictors(events.length, 3, 0, 1);
        assertEquals(
                sentence,
                assertThrows(InvalidInputException.class, () -> LassoPath.fit(x, events, ElasticNet.LASSO))
                        .getMessage());
    }

    @Test
    void nothingVaries() {
        Predictors x = new Predictors(List.of("a", "b"), new double[][] {{1, 1, 1, 1}, {2, Double.NaN, 3, 4}});
        assertEquals(
                "None of the 2 features has a value for each of the 4 patients that is not the same for all: "
                        + "choose other features or complete the table.",
                assertThrows(
                                InvalidInputException.class,
                                () -> LassoPath.fit(x, Cohorts.events("1 0 1 0"), ElasticNet.LASSO))
                        .getMessage());
    }

    @Test
    void anInterruptedThreadStops() {
        Predictors x = Cohorts.predictors(50, 3, 0, 1);
        Thread.currentThread().interrupt();
        try {
            assertThrows(
                    CancellationException.class, () -> LassoPath.fit(x, Cohorts.events(x, 0, 1), ElasticNet.LASSO));
        } finally {
            assertTrue(Thread.interrupted());
        }
    }
}
