package org.ichradiomics.stats;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.ichradiomics.stats.Cohort313.assertRelative;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Small samples, ties, missing values: against what R 4.2.2 prints (digits = 15); the call stands beside the numbers.
 *
 * <p>Covers ChiSquare, ContinuousComparison, FisherExact, Levene, MannWhitney, PValue, ShapiroWilk, Summary, TTest and
 * TestRule.
 */
class UnivariateOraclesTest {

    private static final double NA = Double.NaN;
    private static final double[] X = {1.1, 2.2, 2.2, 3.5, 4.0, 4.0, 4.0, 5.7};
    private static final double[] Y = {0.5, 2.2, 1.9, 3.5, 2.2, 1.0, 0.7};
    private static final double[] A = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
    private static final double[] B = {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.061, 3.14, 1.29001};

    /** wilcox.test(x, y); wilcox.test(x, y, correct = FALSE). */
    @Test
    void mannWhitneyWithTies() {
        MannWhitney asR = MannWhitney.of(X, Y, MannWhitney.Method.AS_R);
        assertEquals(47.5, asR.u());
        assertEquals(MannWhitney.Method.CONTINUITY_CORRECTED, asR.method());
        assertRelative("p", 0.0258221312360895, asR.p(), 1e-12);
        assertRelative(
                "p",
                0.0221648470028651,
                MannWhitney.of(X, Y, MannWhitney.Method.ASYMPTOTIC).p(),
                1e-12);
        assertEquals(NA, MannWhitney.of(X, Y, MannWhitney.Method.EXACT).p());
    }

    /** wilcox.test(a, b). */
    @Test
    void mannWhitneyExact() {
        MannWhitney asR = MannWhitney.of(A, B, MannWhitney.Method.AS_R);
        assertEquals(58, asR.u());
        assertEquals(MannWhitney.Method.EXACT, asR.method());
        assertRelative("p", 0.135911147675854, asR.p(), 1e-12);
        assertRelative(
                "2 and 3 values",
                0.2,
                MannWhitney.of(new double[] {1, 2}, new double[] {3, 4, 5}, MannWhitney.Method.AS_R)
                        .p(),
                1e-12);
    }

    /** U exactly as expected: R's correction is sign(z) / 2, so none. */
    @Test
    void mannWhitneyOfEqualRanks() {
        double[] x = {1, 2, 3, 4};
        double[] y = {2.5, 2.6, 0.5, 4.5};
        assertEquals(8, MannWhitney.of(x, y, MannWhitney.Method.EXACT).u());
        assertEquals(1, MannWhitney.of(x, y, MannWhitney.Method.EXACT).p());
        assertEquals(
                1, MannWhitney.of(x, y, MannWhitney.Method.CONTINUITY_CORRECTED).p());
    }

    @Test
    void missingValuesAreLeftOut() {
        double[] x = DoubleStream.concat(DoubleStream.of(NA, Double.POSITIVE_INFINITY), DoubleStream.of(X))
                .toArray();
        assertEquals(MannWhitney.of(X, Y, MannWhitney.Method.AS_R), MannWhitney.of(x, Y, MannWhitney.Method.AS_R));
        assertEquals(TTest.welch(X, Y), TTest.welch(x, Y));
        assertEquals(Levene.of(X, Y), Levene.of(x, Y));
        assertEquals(2, Summary.of(x, Quantile.TYPE_7).missing());
    }

    /** t.test(a, b, var.equal = TRUE); t.test(x, y). */
    @Test
    void tTests() {
        TTest student = TTest.student(A, B);
        assertRelative("t", 1.204895453289780, student.t(), 1e-12);
        assertEquals(16, student.df());
        assertRelative("p", 0.245763549521354, student.p(), 1e-12);
        TTest welch = TTest.welch(X, Y);
        assertRelative("t", 2.5076871922904864, welch.t(), 1e-12);
        assertRelative("df", 12.6710868993253403, welch.df(), 1e-12);
        assertRelative("p", 0.0266146900951765, welch.p(), 1e-12);
    }

    /** car 3.1-1: leveneTest(c(x, y), group, center = mean). */
    @Test
    void levene() {
        assertRelative("f", 0.657064437648632, Levene.of(X, Y).f(), 1e-12);
        assertRelative("p", 0.432187811439835, Levene.of(X, Y).p(), 1e-12);
    }

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of(new double[] {1, 2, 4}, 0.964285714285714, 0.636886845028963),
                Arguments.of(
                        new double[] {148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236},
                        0.788814694835387,
                        0.00670381405650293),
                Arguments.of(new double[] {1.1, 2.2, 2.2, 3.5}, 0.941395662431563, 0.662855132770297),
                Arguments.of(new double[] {3, 1, 4, 1, 5, 9, 2, 6}, 0.927724179677942, 0.49559691253683),
                Arguments.of(
                        IntStream.rangeClosed(1, 20).mapToDouble(i -> i * i).toArray(),
                        0.906130628476546,
                        0.0538095888282039),
                Arguments.of(
                        new double[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 50},
                        0.305214609756258,
                        2.47705808178195e-07));
    }

    /** shapiro.test(x). */
    @ParameterizedTest
    @MethodSource("samples")
    void shapiroWilk(double[] sample, double w, double p) {
        assertRelative("W", w, ShapiroWilk.of(sample).w(), 1e-12);
        assertRelative(
                "p", p, ShapiroWilk.of(sample).p(), 1e-7); // R takes the weights' normal quantiles in single steps
    }

    @Test
    void shapiroWilkHasLimits() {
        assertEquals(ShapiroWilk.NONE, ShapiroWilk.of(new double[] {1, 2}));
        assertEquals(ShapiroWilk.NONE, ShapiroWilk.of(new double[] {0.1, 0.1, 0.1, 0.1}));
        assertEquals(
                ShapiroWilk.NONE,
                ShapiroWilk.of(IntStream.range(0, 5001).asDoubleStream().toArray()));
        assertTrue(ShapiroWilk.of(IntStream.range(0, 5000).asDoubleStream().toArray())
                        .p()
                < 1e-30);
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                Arguments.of(new long[][] {{3, 1}, {1, 3}}, 0.485714285714286),
                Arguments.of(new long[][] {{10, 3}, {2, 15}}, 0.000536724119143437),
                Arguments.of(new long[][] {{3, 1, 0, 2}, {5, 2, 4, 1}, {0, 6, 2, 3}}, 0.0393608340435119),
                Arguments.of(new long[][] {{12, 5, 3}, {3, 8, 9}, {6, 6, 1}}, 0.0169688920919656),
                Arguments.of(new long[][] {{60, 55, 40, 20, 15}, {150, 160, 170, 120, 81}}, 0.00444312212395414),
                Arguments.of(
                        new long[][] {{1, 3, 10, 6}, {2, 3, 10, 7}, {1, 6, 14, 12}, {0, 1, 9, 11}}, 0.782684938965693));
    }

    /**
     * fisher.test(matrix(…), workspace = 2e8); the last is the job satisfaction of its help page (Agresti 2002, p. 57).
     */
    @ParameterizedTest
    @MethodSource("tables")
    void fisher(long[][] table, double p) throws Exception {
        assertRelative("p", p, FisherExact.p(table), 1e-9);
        long[][] turned = new long[table[0].length][table.length];
        for (int r = 0; r < table.length; r++) {
            for (int c = 0; c < table[r].length; c++) {
                turned[turned.length - 1 - c][r] = table[r][c];
            }
        }
        assertRelative("turned", p, FisherExact.p(turned), 1e-9);
    }

    /**
     * chisq.test(matrix(c(3,1,0,2, 5,2,4,1, 0,6,2,3), 3, byrow = TRUE)); chisq.test(matrix(c(300,20,15,280), 2),
     * correct = FALSE).
     */
    @Test
    void chiSquare() {
        ChiSquare found = ChiSquare.pearson(new long[][] {{3, 1, 0, 2}, {5, 2, 4, 1}, {0, 6, 2, 3}});
        assertRelative("χ²", 11.9277146464646453, found.statistic(), 1e-12);
        assertEquals(6, found.df());
        assertRelative("p", 0.0636009666370726, found.p(), 1e-12);
        assertRelative(
                "tail",
                4.81926241308339e-107,
                ChiSquare.pearson(new long[][] {{300, 15}, {20, 280}}).p(),
                1e-9);
        assertThrows(IllegalArgumentException.class, () -> ChiSquare.yates(new long[][] {{1, 2, 3}, {3, 2, 1}}));
    }

    @Test
    void emptyRowOrColumnHasNoTest() throws Exception {
        for (long[][] table : new long[][][] {{{0, 0}, {3, 5}}, {{0, 3}, {0, 5}}, {{3, 5}}}) {
            CategoricalComparison found = CategoricalComparison.of(table);
            assertNull(found.test());
            assertEquals(NA, found.p());
            assertEquals(NA, FisherExact.p(table));
        }
    }

    /** p.adjust(c(0.01, 0.02, NA, 0.03, 0.04, 0.05, 0.5, 0.0001), "BH"). */
    @Test
    void falseDiscovery() {
        double[] expected = {0.035, 0.0466666666666667, NA, 0.0525, 0.056, 0.0583333333333333, 0.5, 0.0007};
        double[] found = FalseDiscovery.adjusted(new double[] {0.01, 0.02, NA, 0.03, 0.04, 0.05, 0.5, 0.0001});
        for (int i = 0; i < expected.length; i++) {
            assertRelative("BH", expected[i], found[i], 1e-12);
        }
        assertEquals(0, FalseDiscovery.adjusted(new double[0]).length);
    }

    /** quantile(x, type = 7), quantile(x, type = 6), mean, sd of c(3,1,4,1,5,9,2,6). */
    @Test
    void summaries() {
        double[] x = {3, 1, 4, 1, 5, 9, 2, 6};
        Summary seven = Summary.of(x, Quantile.TYPE_7);
        assertEquals(1.75, seven.q1());
        assertEquals(3.5, seven.median());
        assertEquals(5.25, seven.q3());
        assertEquals(3.875, seven.mean());
        assertRelative("sd", 2.74837614393871, seven.sd(), 1e-12);
        Summary six = Summary.of(x, Quantile.TYPE_6);
        assertEquals(1.25, six.q1());
        assertEquals(5.75, six.q3());
        Summary none = Summary.of(new double[] {NA}, Quantile.TYPE_6);
        assertEquals(new Summary(0, 1, NA, NA, NA, NA, NA, NA, NA), none);
        assertEquals(
                0, Summary.of(new double[] {0.1, 0.1, 0.1}, Quantile.TYPE_7).sd());
        assertEquals(new Share(2, 3, 1), Share.of(new double[] {1, 0, 1, NA}));
    }

    @Test
    void statusSaysWhyThereIsNoTest() {
        ContinuousComparison constant = ContinuousComparison.of(new double[] {2, 2, NA}, new double[] {2, 2, 2});
        assertEquals(ContinuousComparison.Status.CONSTANT, constant.status());
        assertEquals(NA, constant.p());
        assertNull(constant.test());
        ContinuousComparison few = ContinuousComparison.of(new double[] {2, NA}, new double[] {1, 2, 3});
        assertEquals(ContinuousComparison.Status.TOO_FEW, few.status());
        assertEquals(NA, few.p());
        assertEquals(
                NA,
                ContinuousComparison.of(new double[] {NA, NA}, new double[] {NA})
                        .p());
    }

    /**
     * Each group constant, but not the same: the ranks still tell. wilcox.test(rep(1,4), rep(2,5), correct = FALSE).
     */
    @Test
    void differentConstantsAreRanked() {
        ContinuousComparison found = ContinuousComparison.of(new double[] {1, 1, 1, 1}, new double[] {2, 2, 2, 2, 2});
        assertEquals(ContinuousComparison.Test.MANN_WHITNEY, found.test());
        assertRelative("p", 0.00467773498104727, found.p(), 1e-12);
        assertEquals(0, found.auc());
    }

    @Test
    void ruleCanBeOverridden() {
        MannWhitney.Method method = MannWhitney.Method.ASYMPTOTIC;
        assertEquals(
                ContinuousComparison.Test.STUDENT,
                ContinuousComparison.of(X, Y, TestRule.PARAMETRIC, method, Quantile.TYPE_7)
                        .test());
        assertEquals(
                ContinuousComparison.Test.MANN_WHITNEY,
                ContinuousComparison.of(X, Y, TestRule.RANK, method, Quantile.TYPE_7)
                        .test());
    }

    @ParameterizedTest
    @CsvSource({
        "0.00099, <0.001",
        "0.001, 0.001",
        "0.0496, 0.050",
        "0.98, 0.980",
        "0.9995, 1.000",
        "0.99951, >0.999",
        "1, >0.999"
    })
    void printedP(double p, String text) {
        assertEquals(text, PValue.text(p));
    }
}
