package org.ichradiomics.stats;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Harmonisation, calibration, net benefit, several areas, pooling: against R 4.2.2 with sva 3.46.0, rms 6.5-0, pROC
 * 1.18.0 and mice 3.15.0, by {@code honest.R} beside its numbers.
 *
 * <p>Covers AucMatrix, Calibration, ComBat, Holm, NetBenefit, PrecisionRecall, Rubin and SmoothCalibration.
 */
class HonestOraclesTest {

    private static final Map<String, Double> ORACLE = new LinkedHashMap<>();
    private static final int SHOWN = 7;
    private static FeatureTable clinical;
    private static double[][] columns;
    private static int[] batches;
    private static double[] scores;
    private static double[] published;
    private static boolean[] events;

    @BeforeAll
    static void read() throws Exception {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                HonestOraclesTest.class.getResourceAsStream("honest.csv"), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",")).forEach(cells -> {
                if (!cells[1].equals("NA")) ORACLE.put(cells[0], Double.valueOf(cells[1]));
            });
        }
        clinical = table("clinical.csv");
        FeatureTable features = table("features.csv");
        FeatureTable score = table("expected/rscore.csv");
        columns = features.values(features.columns().subList(1, 41));
        batches = IntStream.range(0, clinical.size()).map(i -> i % 3).toArray();
        scanned();
        scores = score.values("rscore");
        published = score.values("published_formula_train_scaling");
        events = Outcome.of("he", clinical.values("he"));
    }

    private static FeatureTable table(String file) throws Exception {
        return Cohort313.input(file);
    }

    /** As the script: scanners that shift and stretch, and a feature that does not vary in one of them. */
    private static void scanned() {
        for (int j = 0; j < columns.length; j++) {
            double sd = Math.sqrt(Summary.variance(columns[j]));
            for (int i = 0; i < batches.length; i++) {
                double x = columns[j][i];
                if (batches[i] == 1) columns[j][i] = j == 9 ? 7 : 1.3 * x + 0.5 * sd;
                if (batches[i] == 2) columns[j][i] = 0.8 * x - (j + 1) % 4 * 0.2 * sd;
            }
        }
    }

    private static void assertOracle(String what, double tolerance, double... found) {
        for (int k = 0; k < found.length; k++) {
            double expected = ORACLE.get(what + "_" + (k + 1));
            assertEquals(expected, found[k], tolerance * Math.max(1e-6, Math.abs(expected)), what + " " + (k + 1));
        }
    }

    private static void assertOracle(String what, double tolerance, Estimate e) {
        assertOracle(what, tolerance, e.value(), e.low(), e.high());
    }

    private static void assertHarmonised(String what, ComBat combat, double[][] covariates) {
        double[] first = IntStream.range(0, SHOWN)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, columns.length)
                        .mapToDouble(j -> combat.harmonised(j, columns, i, covariates, combat.effect(batches[i]))))
                .toArray();
        assertOracle(what, 1e-9, first);
    }

    /** ComBat(dat, batch), and with mod = ~ age + male. */
    @Test
    void harmonisedAsBySva() throws Exception {
        double[][] none = {};
        assertHarmonised("combat", ComBat.of(columns, batches, 3, none, true, ComBat.NO_REFERENCE), none);
        double[][] known = {clinical.values("age"), clinical.values("male")};
        assertHarmonised("combat_mod", ComBat.of(columns, batches, 3, known, true, ComBat.NO_REFERENCE), known);
    }

    /** ComBat(dat, batch, ref.batch = 2): whose values stay. */
    @Test
    void likeAReferenceBatch() {
        double[][] none = {};
        ComBat combat = ComBat.of(columns, batches, 3, none, true, 1);
        assertHarmonised("combat_ref", combat, none);
        assertEquals(columns[3][1], combat.harmonised(3, columns, 1, none, combat.effect(1)), 1e-10);
    }

    @Test
    void withoutEmpiricalBayes() {
        double[][] none = {};
        ComBat combat = ComBat.of(columns, batches, 3, none, false, ComBat.NO_REFERENCE);
        assertHarmonised("combat_plain", combat, none);
        assertFalse(combat.isHarmonised(9));
        assertTrue(combat.isHarmonised(8));
    }

    /** A batch that comes later is treated by its own features as if it had been there, but for grand mean and SD. */
    @Test
    void aBatchThatIsNewIsFreedFromItsShift() {
        double[][] none = {};
        int[] old =
                IntStream.range(0, batches.length).filter(i -> batches[i] < 2).toArray();
        double[][] known = Arrays.stream(columns)
                .map(x -> Arrays.stream(old).mapToDouble(i -> x[i]).toArray())
                .toArray(double[][]::new);
        ComBat combat = ComBat.of(known, Arrays.stream(old).map(i -> batches[i]).toArray(), 2, none, true, -1);
        int[] fresh =
                IntStream.range(0, batches.length).filter(i -> batches[i] == 2).toArray();
        ComBat.Effect effect = combat.effect(columns, fresh, none);
        double mean = Summary.mean(Arrays.stream(fresh)
                .mapToDouble(i -> combat.harmonised(2, columns, i, none, effect))
                .toArray());
        assertEquals(combat.mean(2), mean, 0.1 * combat.sd(2));
    }

    @Test
    void covariatesThatAreTheBatch() {
        double[] same = Arrays.stream(batches).mapToDouble(b -> b * 2.0).toArray();
        assertTrue(ComBat.isConfounded(batches, 3, new double[][] {same}));
        assertFalse(ComBat.isConfounded(batches, 3, new double[][] {scores}));
        assertThrows(
                IllegalArgumentException.class,
                () -> ComBat.of(new double[][] {{1, 2, 3}}, new int[] {0, 0, 1}, 2, new double[0][], true, -1));
    }

    private static double[] timid() {
        return Arrays.stream(scores).map(r -> 0.3 + 0.8 * r).toArray();
    }

    /** glm with an offset, its Wald intervals; O/E by the SE of its logarithm. */
    @Test
    void calibrationWithIntervals() throws Exception {
        Calibration found = Calibration.of(timid(), events);
        assertOracle("intercept", 1e-8, found.ofIntercept());
        assertOracle("slope", 1e-8, found.within());
        assertOracle("large", 1e-8, found.ofLarge());
        assertOracle("brier", 1e-8, found.ofBrier());
        assertOracle("ratio", 1e-8, found.ratio());
    }

    /** lrm(y ~ rcs(lp, knots)). */
    @Test
    void smoothCurveAsByRms() throws Exception {
        SmoothCalibration found = SmoothCalibration.of(timid(), events, -4, -2.5, -1.5, -0.5, 0.5);
        assertOracle(
                "smooth_knots",
                1e-12,
                found.knots().stream().mapToDouble(k -> k).toArray());
        assertOracle("smooth", 1e-8, of(found, Estimate::value));
        assertOracle("smooth_low", 1e-8, of(found, Estimate::low));
        assertOracle("smooth_high", 1e-8, of(found, Estimate::high));
    }

    private static double[] of(SmoothCalibration curve, java.util.function.ToDoubleFunction<Estimate> of) {
        return curve.points().stream()
                .mapToDouble(point -> of.applyAsDouble(point.observed()))
                .toArray();
    }

    @Test
    void noCurveOfFewEvents() {
        boolean[] few = new boolean[events.length];
        for (int i = 0; i < 29; i++) few[i] = true;
        String said = assertThrows(InvalidInputException.class, () -> SmoothCalibration.of(timid(), few, 0))
                .getMessage();
        assertEquals(
                "A smooth calibration curve needs 30 cases with and without the event, but there are only 29 with it.",
                said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.25"})
    void netBenefit(String threshold) {
        double[] p = Arrays.stream(timid()).map(LogisticSolver::probability).toArray();
        NetBenefit found =
                NetBenefit.of(p, events, Double.parseDouble(threshold)).get(0);
        assertOracle("benefit_" + threshold, 1e-9, found.model());
        assertOracle("benefit_over_all_" + threshold, 1e-9, found.overAll());
        assertEquals(
                DecisionCurve.of(p, events, found.threshold()).points().get(0).model(),
                found.model().value(),
                1e-15);
        assertEquals(0, NetBenefit.difference(p, p, events, 0.1).high());
    }

    @Test
    void precisionAndRecallWithTies() throws Exception {
        double[] low = Arrays.stream(clinical.values("gcs")).map(v -> -v).toArray();
        PrecisionRecall found = PrecisionRecall.of(low, events, 1);
        DoubleStream recall = found.points().stream().mapToDouble(PrecisionRecall.Point::recall);
        DoubleStream precision = found.points().stream().mapToDouble(PrecisionRecall.Point::precision);
        assertOracle("recall", 1e-12, recall.toArray());
        assertOracle("precision", 1e-12, precision.toArray());
        assertOracle("average_precision", 1e-12, found.average().value());
        assertEquals(44.0 / 313, found.share());
        assertEquals(found.average(), PrecisionRecall.of(low, events, 1).average());
        assertTrue(found.average().low() < found.average().value());
        assertTrue(found.average().high() > found.average().value());
    }

    /** pROC's var, cov and roc.test(method = "delong"), p.adjust(method = "holm"). */
    @Test
    void threeScoresOfTheSameCases() throws Exception {
        double[] low = Arrays.stream(clinical.values("gcs")).map(v -> -v).toArray();
        AucMatrix found = AucMatrix.of(
                List.of(RocCurve.of(scores, events), RocCurve.of(published, events), RocCurve.of(low, events)));
        double[] covariance = Arrays.stream(found.covariance().getData())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertOracle("auc_covariance", 1e-10, covariance);
        assertOracle(
                "auc_p",
                1e-9,
                found.pairs().stream().mapToDouble(p -> p.difference().p()).toArray());
        assertOracle(
                "auc_p_holm",
                1e-9,
                found.pairs().stream().mapToDouble(AucMatrix.Pair::adjusted).toArray());
        assertOracle("auc_equal", 1e-9, found.equal().chiSquare(), found.equal().p());
        assertEquals(2, found.equal().df());
    }

    @Test
    void scoresOfOneOrderHaveNoTest() throws Exception {
        RocCurve one = RocCurve.of(scores, events);
        AucMatrix found = AucMatrix.of(List.of(one, one));
        assertTrue(Double.isNaN(found.equal().p()));
        assertTrue(Double.isNaN(found.pairs().get(0).adjusted()));
    }

    /** p.adjust(c(0.01, 0.04, 0.03, NA, 0.005), "holm"). */
    @Test
    void holmWithoutATest() {
        double[] found = Holm.adjusted(0.01, 0.04, 0.03, Double.NaN, 0.005);
        assertTrue(Double.isNaN(found[3]));
        assertOracle("holm", 1e-12, Arrays.copyOf(found, 3));
    }

    /** pool.scalar(q, u, n = 100, k = 4). */
    @Test
    void pooledAsByMice() {
        double[] values = {0.52, 0.61, 0.44, 0.70, 0.57};
        double[] variances = {0.040, 0.038, 0.043, 0.041, 0.039};
        Rubin found = Rubin.of(values, variances, 96);
        Estimate within = found.within();
        assertOracle(
                "rubin",
                1e-10,
                found.value(),
                found.se(),
                found.df(),
                found.missing(),
                found.p(),
                within.low(),
                within.high());
    }
}
