package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.stats.Cohort313.assertRelative;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * ROC curves with ties, proportions, agreement: against R 4.2.2 with pROC 1.18.0 and psych 2.2.9; the call stands
 * beside the numbers.
 *
 * <p>Covers AucDifference, BlandAltman, BootstrapAuc, Estimate, IntraclassCorrelation and RocCurve.
 */
class RocAndAgreementOraclesTest {

    private static final double NA = Double.NaN;
    private static final double[] FIRST = {1, 2, 2, 3, 3, 4, 5, 5, 6, 7, 7, 8};
    private static final double[] SECOND = {3, 1, 2, 5, 2, 4, 4, 6, 8, 5, 7, 9};
    private static final boolean[] EVENTS = {
        false, false, true, false, true, false, true, false, true, true, false, true
    };

    /** roc(events, first, direction = "<"); auc, ci, roc.test(r1, r2, method = "delong"). */
    @Test
    void curveWithTies() throws Exception {
        RocCurve first = RocCurve.of(FIRST, EVENTS);
        RocCurve second = RocCurve.of(SECOND, EVENTS);
        assertRelative("auc", 0.694444444444444, first.auc().area().value(), 1e-12);
        assertRelative("low", 0.375125406944670, first.auc().area().low(), 1e-12);
        assertEquals(1, first.auc().area().high());
        AucDifference difference = AucDifference.paired(first, second);
        assertRelative("z", 1.212678125181666, difference.z(), 1e-12);
        assertRelative("p", 0.225252906360653, difference.p(), 1e-12);
        // 4/6 + 4/6 and 3/6 + 5/6 are as good; pROC sees a last bit between them and gives 5.5 alone.
        assertEquals(2, first.youden().tied());
        assertEquals(4.5, first.youden().cutoff());
        assertEquals(4, first.youden().point().truePositives());
        assertEquals(2, first.youden().point().falsePositives());
    }

    @Test
    void perfectlyDividedClasses() throws Exception {
        RocCurve curve = RocCurve.of(new double[] {1, 2, 3, 4}, new boolean[] {false, false, true, true});
        assertEquals(new Estimate(1, 1, 1), curve.auc().area());
        assertTrue(curve.auc().isDegenerate());
        assertEquals(2.5, curve.youden().cutoff());
        AucDifference itself = AucDifference.paired(curve, curve);
        assertEquals(NA, itself.z());
        assertEquals(0, itself.se());
    }

    @Test
    void scoresOfTheSameOrderDoNotDiffer() throws Exception {
        RocCurve curve = RocCurve.of(FIRST, EVENTS);
        AucDifference found = AucDifference.paired(
                curve, RocCurve.of(Arrays.stream(FIRST).map(Math::exp).toArray(), EVENTS));
        assertEquals(0, found.difference().value());
        assertEquals(NA, found.p());
    }

    /** Never turned round: a score that is low for the event has an AUC below one half. */
    @Test
    void directionIsFixed() throws Exception {
        double up = RocCurve.of(FIRST, EVENTS).auc().area().value();
        double down = RocCurve.of(Arrays.stream(FIRST).map(v -> -v).toArray(), EVENTS)
                .auc()
                .area()
                .value();
        assertEquals(1, up + down, 1e-15);
    }

    @Test
    void ofEquallyGoodCutoffsTheMostSensitive() throws Exception {
        RocCurve curve = RocCurve.of(new double[] {1, 2, 3, 4}, new boolean[] {false, true, false, true});
        assertEquals(2, curve.youden().tied());
        assertEquals(1.5, curve.youden().cutoff());
        assertEquals(2, curve.youden().point().truePositives());
    }

    @Test
    void zerosOfBothSignsAreOneScore() throws Exception {
        RocCurve curve = RocCurve.of(new double[] {-0.0, 0.0, 1}, new boolean[] {false, true, true});
        assertEquals(3, curve.points().size());
        assertEquals(0.75, curve.auc().area().value());
    }

    @Test
    void bootstrapRepeats() throws Exception {
        RocCurve curve = RocCurve.of(FIRST, EVENTS);
        Estimate once = BootstrapAuc.of(curve, 2000, 7);
        assertEquals(
                once,
                IntStream.range(0, 8)
                        .parallel()
                        .mapToObj(i -> BootstrapAuc.of(curve, 2000, 7))
                        .reduce((a, b) -> {
                            assertEquals(a, b);
                            return b;
                        })
                        .orElseThrow());
        assertTrue(!once.equals(BootstrapAuc.of(curve, 2000, 8)));
        assertEquals(0.69444444, once.value(), 1e-8);
    }

    @Test
    void refusals() {
        assertEquals(
                "The outcome \"event\" is 0 in all 2 cases: choose cases with and without the event.",
                sentence(() -> RocCurve.of(new double[] {1, 2}, new boolean[] {false, false})));
        assertEquals(
                "The score is missing in 1 of 2 cases: leave them out of the ROC curve.",
                sentence(() -> RocCurve.of(new double[] {1, NA}, new boolean[] {false, true})));
        assertEquals(
                "The outcome \"he\" has the values 0, 1, 2: code it as 0 and 1.",
                sentence(() -> Outcome.of("he", new double[] {0, 1, 2, 1})));
        assertEquals(
                "The outcome \"he\" is missing in 1 of 3 cases: fill it in or leave these cases out.",
                sentence(() -> Outcome.of("he", new double[] {0, 1, NA})));
        assertEquals(
                "The outcome \"he\" is 1 in all 2 cases: choose cases with and without the event.",
                sentence(() -> Outcome.of("he", new double[] {1, 1})));
        assertEquals(
                "Reader agreement needs at least 2 cases that all readers measured, but there is 1: add cases.",
                sentence(() -> IntraclassCorrelation.of(new double[] {1, 2}, new double[] {1, NA})));
        assertEquals(
                "Agreement of two measurements needs at least 2 cases with both, but there is none: add cases.",
                sentence(() -> BlandAltman.of(new double[] {1}, new double[] {NA})));
    }

    private static String sentence(Executable call) {
        return assertThrows(InvalidInputException.class, call).getMessage();
    }

    /** binom.test(k, n)$conf.int; prop.test(k, n, correct = FALSE)$conf.int. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0, 0.308497107818761, 0, 0.277532799862889",
        "10, 10, 0.691502892181239, 1, 0.722467200137111, 1",
        "1, 3, 0.00840375865961264, 0.90570067594975390, 0.0614919447203963, 0.7923403991979523"
    })
    void proportions(long k, long n, double exactLow, double exactHigh, double wilsonLow, double wilsonHigh) {
        Estimate exact = Proportion.CLOPPER_PEARSON.of(k, n);
        assertEquals(exactLow, exact.low(), 1e-13);
        assertEquals(exactHigh, exact.high(), 1e-13);
        Estimate wilson = Proportion.WILSON.of(k, n);
        assertEquals(wilsonLow, wilson.low(), 1e-13);
        assertEquals(wilsonHigh, wilson.high(), 1e-13);
    }

    @Test
    void nothingOfNothingIsUndefined() {
        assertEquals(new Estimate(NA, NA, NA), Proportion.CLOPPER_PEARSON.of(0, 0));
        assertEquals(NA, new Confusion(1, 0, 0, 2, 3).ppv(Proportion.WILSON).value());
    }

    /** Shrout and Fleiss's (1979) six targets and four judges: ICC(sf, lmer = FALSE). */
    @ParameterizedTest
    @CsvSource({
        "ICC_1_1, 0.165741768405476, 1.79467849223947, 18, 0.164768808344639611, -0.1329323248747509, "
                + "0.722560062328121",
        "ICC_2_1, 0.289763779527559, 11.02724795640327, 15, 0.000134566516484337, 0.0187865133747120, "
                + "0.761084369648953",
        "ICC_3_1, 0.714840714840715, 11.02724795640327, 15, 0.000134566516484337, 0.3424647650339254, "
                + "0.945858259955360",
        "ICC_1_K, 0.442797133679269, 1.79467849223947, 18, 0.164768808344639611, -0.8844421552381190, "
                + "0.912415420340776",
        "ICC_2_K, 0.620050547598989, 11.02724795640327, 15, 0.000134566516484337, 0.0711368153025035, "
                + "0.927232040167722",
        "ICC_3_K, 0.909315542377069, 11.02724795640327, 15, 0.000134566516484337, 0.6756747138163047, 0.985891678169062"
    })
    void shroutAndFleiss(
            IntraclassCorrelation.Form form, double icc, double f, double df2, double p, double low, double high)
            throws Exception {
        IntraclassCorrelation.Result found = IntraclassCorrelation.of(
                        new double[] {9, 6, 8, 7, 10, 6},
                        new double[] {2, 1, 4, 1, 5, 2},
                        new double[] {5, 3, 6, 2, 6, 4},
                        new double[] {8, 2, 8, 6, 9, 7})
                .of(form);
        assertRelative("icc", icc, found.icc().value(), 1e-11);
        assertRelative("F", f, found.f(), 1e-11);
        assertEquals(5, found.df1());
        assertEquals(df2, found.df2());
        assertRelative("p", p, found.p(), 1e-11);
        assertRelative("low", low, found.icc().low(), 1e-11);
        assertRelative("high", high, found.icc().high(), 1e-11);
    }

    /** ICC(cbind(1:5, c(5, 3, 4, 1, 2)), lmer = FALSE): negative agreement stays negative. */
    @Test
    void readersWhoContradict() throws Exception {
        IntraclassCorrelation found =
                IntraclassCorrelation.of(new double[] {1, 2, 3, 4, 5, NA}, new double[] {5, 3, 4, 1, 2, 7});
        Estimate icc = found.of(IntraclassCorrelation.Form.ICC_2_1).icc();
        assertEquals(-1.25, icc.value(), 1e-12);
        assertEquals(-1.616223200542533, icc.low(), 1e-11);
        assertEquals(0.0402898250973102, icc.high(), 1e-11);
        assertEquals(
                -0.963094713066632,
                found.of(IntraclassCorrelation.Form.ICC_1_1).icc().low(),
                1e-11);
    }

    @ParameterizedTest
    @CsvSource({"ICC_1_1", "ICC_2_1", "ICC_3_1"})
    void identicalAndConstantReadings(IntraclassCorrelation.Form form) throws Exception {
        double[] x = {0.1, 0.7, 0.3, 1e9};
        assertEquals(
                new Estimate(1, 1, 1),
                IntraclassCorrelation.of(x, x.clone()).of(form).icc());
        double[] same = {0.1, 0.1, 0.1};
        assertEquals(
                new Estimate(NA, NA, NA),
                IntraclassCorrelation.of(same, same.clone()).of(form).icc());
    }

    /** d = a − b; mean(d), sd(d), limits by qt(0.975, 8) and qnorm(0.975). */
    @Test
    void blandAltman() throws Exception {
        double[] a = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30, NA};
        double[] b = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.061, 3.14, 1.29001, 1};
        BlandAltman found = BlandAltman.of(a, b);
        assertEquals(9, found.means().length);
        assertRelative("bias", 0.431776666666667, found.bias().value(), 1e-12);
        assertRelative("sd", 0.426839839869710, found.sd(), 1e-12);
        assertRelative("low", 0.103678521396855, found.bias().low(), 1e-12);
        assertRelative("limit", -0.404814046644809, found.lower().value(), 1e-12);
        assertRelative("limit's low", -0.988129790037951, found.lower().low(), 1e-12);
        assertRelative(
                "symmetric",
                2 * found.bias().value(),
                found.lower().value() + found.upper().value(),
                1e-12);
    }

    @Test
    void dice() {
        assertEquals(0.5, Dice.of(new boolean[] {true, true, false, false}, new boolean[] {false, true, true, false}));
        assertEquals(2.0 * 30 / 90, Dice.of(30, 40, 50));
        assertEquals(0, Dice.of(0, 4, 5));
        assertEquals(NA, Dice.of(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> Dice.of(5, 4, 9));
    }
}
