package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.stats.Cohort313.assertRelative;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Logistic regression with missing values, separation and tiny samples: against R 4.2.2 (glm with epsilon = 1e-15,
 * brglm2 0.9); the call stands beside the numbers.
 *
 * <p>Covers BackwardElimination, Calibration, Design, GlmOfR, LogisticFit, Outcome and Separation.
 */
class RegressionOraclesTest {

    private static final double NA = Double.NaN;
    private static final double[] Y = {1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0};
    private static final double[] A = {2.1, 1.5, NA, 0.3, 2.9, 1.1, 1.9, 2.2, 3.1, 0.9, 1.4, 0.8};
    private static final double[] B = {1, 0, 1, 1, 0, NA, 1, 0, 1, 0, 0, 1};

    /** g is 1 in four cases only, all with the event. */
    private static final double[] QUASI = {1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1};

    private static final double[] G = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1};
    private static final double[] X = {3, 5, 2, 6, 4, 7, 1, 2, 4, 3, 5, 2, 1, 3, 2, 6, 4, 3, 6, 5};

    /**
     * glm(y ~ a + b, binomial); SE from solve(t(X) %*% W %*% X) at its end; profile limits by uniroot on glm.fit with
     * an offset.
     */
    @Test
    void missingValues() throws Exception {
        LogisticFit fit = LogisticFit.of(Design.of("y", Outcome.of("y", Y), List.of("a", "b"), List.of(A, B)));
        assertEquals(10, fit.design().size());
        double[] beta = {-3.702355206929151, 1.801135375927684, 1.434235170489182};
        double[] se = {2.34053082477121, 1.12621815536333, 1.68898578619952};
        for (int j = 0; j < beta.length; j++) {
            assertRelative("beta", beta[j], fit.coefficients().get(j).beta(), 1e-11);
            assertRelative("se", se[j], fit.coefficients().get(j).se(), 1e-11);
        }
        assertRelative("deviance", 9.68788428994696, fit.deviance(), 1e-12);
        assertRelative("null", 13.86294361119891, fit.nullDeviance(), 1e-12);
        assertRelative("lr a", 3.77234905023819, fit.likelihoodRatio("a").chiSquare(), 1e-11);
        assertRelative("lr b", 0.79998027281130, fit.likelihoodRatio("b").chiSquare(), 1e-11);
        assertRelative("profile", 0.985894983898167, fit.profile("a").low(), 1e-9);
        assertRelative("profile", 110.522232851128564, fit.profile("a").high(), 1e-9);
        assertRelative("profile", 0.190867642200921, fit.profile("b").low(), 1e-9);
        assertRelative("profile", 271.398218287233817, fit.profile("b").high(), 1e-9);
        assertEquals(2.5, fit.eventsPerVariable());
        assertFalse(fit.separation().found());
    }

    /** add1(glm(y ~ a, binomial), ~ . + b, test = "Rao"). */
    @Test
    void scoreTest() throws Exception {
        Design both = Design.of("y", Outcome.of("y", Y), List.of("a", "b"), List.of(A, B));
        assertRelative(
                "p",
                0.379108370087432,
                BackwardElimination.scoreP(both, LogisticFit.of(both.only(List.of("a"))), "b"),
                1e-10);
    }

    /** step(glm(y ~ a + b, binomial)) ends with y ~ a. */
    @Test
    void akaike() throws Exception {
        Design both = Design.of("y", Outcome.of("y", Y), List.of("a", "b"), List.of(A, B));
        BackwardElimination found =
                BackwardElimination.of(both, BackwardElimination.Rule.of(BackwardElimination.Criterion.AIC));
        assertEquals(List.of("a"), found.fit().design().variables());
        assertEquals("b", found.steps().get(0).removed());
    }

    /**
     * A site with three levels goes or stays as one. In R:
     *
     * <pre>
     * i &lt;- 0:59; site &lt;- c("a", "b", "c")[1 + (i * 7) %% 3]; site[i %% 11 == 3] &lt;- "b"
     * age &lt;- 50 + (i * 13) %% 31; sex &lt;- (i * 5) %% 2
     * y &lt;- as.integer((i * 17 + ifelse(site == "b", 9, 0) + age) %% 29 &lt; 11)
     * f &lt;- glm(y ~ age + site + sex, binomial, epsilon = 1e-15)
     * drop1(f, test = "LRT"); b &lt;- coef(f)[3:4]
     * pchisq(b %*% solve(vcov(f)[3:4, 3:4], b), 2, lower = FALSE); step(f)
     * g &lt;- glm(y ~ sex, binomial); anova(g, update(g, . ~ . + site), test = "Rao")
     * </pre>
     */
    @Test
    void categoricalVariablesGoAsAWhole() throws Exception {
        double[][] columns = new double[4][60];
        boolean[] y = new boolean[60];
        for (int i = 0; i < 60; i++) {
            int site = i % 11 == 3 ? 1 : i * 7 % 3;
            columns[0][i] = 50 + i * 13 % 31;
            columns[1][i] = site == 1 ? 1 : 0;
            columns[2][i] = site == 2 ? 1 : 0;
            columns[3][i] = i * 5 % 2;
            y[i] = (i * 17 + (site == 1 ? 9 : 0) + (int) columns[0][i]) % 29 < 11;
        }
        Design design = Design.of("y", y, List.of("age", "site (b)", "site (c)", "sex"), List.of(columns));
        Map<String, List<String>> terms = new LinkedHashMap<>();
        terms.put("age", List.of("age"));
        terms.put("site", List.of("site (b)", "site (c)"));
        terms.put("sex", List.of("sex"));
        for (BackwardElimination.Criterion criterion : BackwardElimination.Criterion.values()) {
            BackwardElimination found = BackwardElimination.of(design, terms, BackwardElimination.Rule.of(criterion));
            BackwardElimination.Step first = found.steps().get(0);
            assertRelative(
                    "LR of site", 23.5074528522, first.ratios().get("site").chiSquare(), 1e-10);
            assertRelative(
                    "p of site", 7.85998054976e-06, first.ratios().get("site").p(), 1e-9);
            assertRelative("LR of age", 1.80913291980, first.ratios().get("age").chiSquare(), 1e-9);
            assertRelative("Wald p of site", 0.000699719985959, first.waldP().get("site"), 1e-7);
            assertRelative("Wald p of age", 0.189147242854856, first.waldP().get("age"), 1e-7);
            assertEquals(
                    List.of("sex", "age"),
                    found.steps().stream()
                            .map(BackwardElimination.Step::removed)
                            .filter(Objects::nonNull)
                            .toList());
            assertEquals(List.of("site"), found.steps().get(2).model());
        }
        assertRelative(
                "score test",
                4.64387847038e-05,
                BackwardElimination.scoreP(design, LogisticFit.of(design.only(List.of("sex"))), terms.get("site")),
                1e-8);
    }

    /**
     * g is 1 in two cases, neither with the event. R removes it first by Wald (p = 0.9999), and by the likelihood ratio
     * as well.
     *
     * <pre>
     * i &lt;- 0:39; g &lt;- as.integer(i %in% c(4, 9)); a &lt;- (i * 7) %% 20
     * y &lt;- as.integer(a + (i * 11) %% 17 &gt; 17); y[g == 1] &lt;- 0
     * f &lt;- glm(y ~ a + g, binomial, epsilon = 1e-14, maxit = 100); summary(f); drop1(f, test = "LRT")
     * </pre>
     */
    @Test
    void whatDividesTheOutcomesGoesFirstByWald() throws Exception {
        double[] a = IntStream.range(0, 40).mapToDouble(i -> i * 7 % 20).toArray();
        double[] g = IntStream.range(0, 40)
                .mapToDouble(i -> i == 4 || i == 9 ? 1 : 0)
                .toArray();
        boolean[] y = new boolean[40];
        for (int i = 0; i < y.length; i++) y[i] = a[i] + i * 11 % 17 > 17 && g[i] == 0;
        BackwardElimination found = BackwardElimination.of(
                Design.of("y", y, List.of("a", "g"), List.of(a, g)),
                BackwardElimination.Rule.of(BackwardElimination.Criterion.WALD));
        BackwardElimination.Step first = found.steps().get(0);
        assertTrue(Double.isNaN(first.waldP().get("g")));
        assertEquals(1, first.p("g", BackwardElimination.Criterion.WALD));
        assertRelative("p", 0.486140982427, first.p("g", BackwardElimination.Criterion.LIKELIHOOD_RATIO), 1e-8);
        assertEquals("g", first.removed());
        assertEquals(List.of("a"), found.fit().design().variables());
    }

    /**
     * x &lt;- c(-2, -1.5, -1, 1, 1.2, 2.5); y &lt;- c(0, 0, 0, 1, 1, 1); coef(glm(y ~ x, binomial)); coef(glm(y ~ 1 +
     * offset(20 * x), binomial))
     */
    @Test
    void stopsWhereRStopsAlsoWhenDivided() {
        double[] x = {-2, -1.5, -1, 1, 1.2, 2.5};
        boolean[] y = {false, false, false, true, true, true};
        double[] line = GlmOfR.line(x, y);
        assertRelative("intercept", -0.0141230540898993, line[0], 1e-6);
        assertRelative("slope", 22.6797595866949599, line[1], 1e-9);
        assertRelative(
                "in the large",
                0.008856076488603,
                GlmOfR.intercept(Arrays.stream(x).map(v -> 20 * v).toArray(), y),
                1e-6);
    }

    /** R's glm has NA for the same: the constant, the copy of a, and 2a − b. */
    @Test
    void termsThatSayNothingNew() {
        double[] a = {1, 4, 2, 8, 5, 7};
        double[] b = {0, 1, 1, 0, 1, 0};
        double[] sum =
                IntStream.range(0, a.length).mapToDouble(i -> 2 * a[i] - b[i]).toArray();
        assertArrayEquals(new int[] {1, 3}, Design.independent(List.of(new double[a.length], a, a.clone(), b, sum)));
    }

    /**
     * glm warns of nothing here: SE 3104 for g. What it gives for x is that of the cases in which g does not decide.
     */
    @Test
    void quasiCompleteSeparation() throws Exception {
        LogisticFit fit = LogisticFit.of(quasi());
        assertEquals(new Separation(true, true, List.of("g")), fit.separation());
        assertFalse(fit.coefficient("g").estimable());
        assertEquals(NA, fit.coefficient("g").oddsRatio().value());
        assertFalse(fit.coefficients().get(0).estimable(), "its estimate is a sum with an infinite one");
        assertRelative("x", 0.543266276793415, fit.coefficient("x").beta(), 1e-8);
        assertRelative("se", 0.339222407640274, fit.coefficient("x").se(), 1e-8);
        assertRelative("deviance", 18.0942674525815, fit.deviance(), 1e-8);
        assertEquals(Double.POSITIVE_INFINITY, fit.profile("g").high());
        assertTrue(fit.profile("g").low() > 0 && fit.profile("g").low() < 100);
    }

    /**
     * brglm2: glm(…, method = "brglmFit", type = "AS_mean", epsilon = 1e-12); penalised likelihood ratios and limits by
     * optim and uniroot.
     */
    @Test
    void firth() throws Exception {
        LogisticFit fit = LogisticFit.firth(quasi());
        double[] beta = {-2.093331272499800, 2.384468245382431, 0.445900797438965};
        double[] se = {1.293502180044367, 1.777774141148220, 0.313613204566603};
        for (int j = 0; j < beta.length; j++) {
            assertRelative("beta", beta[j], fit.coefficients().get(j).beta(), 1e-8);
            assertRelative(
                    "se", se[j], fit.coefficients().get(j).se(), 1e-6); // brglm2's lag its coefficients by a step
        }
        assertRelative("plr g", 3.2780282729, fit.likelihoodRatio("g").chiSquare(), 1e-8);
        assertRelative("p", 0.07021323458, fit.likelihoodRatio("g").p(), 1e-8);
        assertRelative("plr x", 2.585651769921018, fit.likelihoodRatio("x").chiSquare(), 1e-8);
        assertRelative("low", Math.exp(-0.17397663948), fit.profile("g").low(), 1e-6);
        assertRelative("high", Math.exp(7.35124640), fit.profile("g").high(), 1e-6);
        assertRelative("low", Math.exp(-0.0929746504968404), fit.profile("x").low(), 1e-6);
        assertRelative("high", Math.exp(1.1320295851496276), fit.profile("x").high(), 1e-6);
        assertFalse(fit.separation().found());
    }

    private static Design quasi() throws InvalidInputException {
        return Design.of("y", Outcome.of("y", QUASI), List.of("g", "x"), List.of(G, X));
    }

    /** brglm2 as above, of y = 0 five times, then 1 five times, and x = 1:10. */
    @Test
    void completeSeparation() throws Exception {
        double[] y = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
        double[] x = IntStream.rangeClosed(1, 10).asDoubleStream().toArray();
        Design design = Design.of("y", Outcome.of("y", y), List.of("x"), List.of(x));
        LogisticFit fit = LogisticFit.of(design);
        assertEquals(new Separation(true, true, List.of("x")), fit.separation());
        assertEquals(NA, fit.coefficient("x").p());
        assertEquals(0, fit.deviance(), 1e-6);
        LogisticFit firth = LogisticFit.firth(design);
        assertRelative("beta", 0.9706495693259793, firth.coefficient("x").beta(), 1e-8);
        assertRelative(
                "intercept", -5.3385726312928865, firth.coefficients().get(0).beta(), 1e-8);
        assertRelative("se", 0.5765408351387651, firth.coefficient("x").se(), 1e-6);
    }

    /**
     * With one yes/no variable Firth's penalty adds half a case to each cell, also where a cell has a single case in
     * all.
     */
    @Test
    void firthOfASingleCaseInAGroup() throws Exception {
        double[] x = new double[20];
        x[10] = 1;
        boolean[] y = new boolean[20];
        y[6] = y[12] = y[17] = y[18] = true;
        LogisticFit fit = LogisticFit.firth(Design.of("y", y, List.of("x"), List.of(x)));
        assertEquals(Math.log(4.5 / 15.5), fit.coefficients().get(0).beta(), 1e-11);
        assertEquals(
                Math.log(0.5 / 1.5) - Math.log(4.5 / 15.5), fit.coefficient("x").beta(), 1e-11);
    }

    /** Large standard errors of variables that are nearly one: suspicious, but the maximum exists and is told. */
    @Test
    void nearlyCollinearVariablesStayEstimable() throws Exception {
        Random random = new Random(5);
        double[] a = random.doubles(60).toArray();
        double[] b = Arrays.stream(a).map(v -> v + 1e-4 * random.nextGaussian()).toArray();
        boolean[] y = new boolean[60];
        for (int i = 0; i < y.length; i++) {
            y[i] = random.nextDouble() < 0.4;
        }
        LogisticFit fit = LogisticFit.of(Design.of("y", y, List.of("a", "b"), List.of(a, b)));
        assertEquals(new Separation(true, false, List.of("a", "b")), fit.separation());
        assertTrue(fit.coefficient("a").estimable());
        assertTrue(fit.coefficient("a").se() > 100);
    }

    /** R's step and drop1 keep g; its Wald p is 0.99, so Wald's selection does not. */
    @Test
    void separationInBackwardSelectionKeepsTheDividingVariableButByWald() throws Exception {
        for (BackwardElimination.Criterion criterion : BackwardElimination.Criterion.values()) {
            BackwardElimination found = BackwardElimination.of(quasi(), BackwardElimination.Rule.of(criterion));
            assertEquals(
                    criterion != BackwardElimination.Criterion.WALD,
                    found.fit().design().variables().contains("g"),
                    criterion.name());
            assertTrue(found.steps().get(0).separation().found());
        }
    }

    /** A variable that explains little beside others and much without them comes back. */
    @Test
    void reentry() throws Exception {
        for (long seed = 0; seed < 20; seed++) {
            Design design = correlated(seed);
            BackwardElimination found = BackwardElimination.of(
                    design, BackwardElimination.Rule.spss(BackwardElimination.Criterion.LIKELIHOOD_RATIO));
            LogisticFit fit = found.fit();
            for (String variable : fit.design().variables()) {
                assertTrue(fit.likelihoodRatio(variable).p() <= 0.10, "nothing is left to remove");
            }
            List<String> out = design.variables().stream()
                    .filter(variable -> !fit.design().variables().contains(variable))
                    .toList();
            boolean repeats = found.steps().stream()
                            .map(BackwardElimination.Step::model)
                            .distinct()
                            .count()
                    < found.steps().size();
            assertFalse(repeats, "no model twice");
            for (String variable : out) {
                assertTrue(BackwardElimination.scoreP(design, fit, variable) >= 0.05, "nothing is left to enter");
            }
        }
    }

    private static Design correlated(long seed) throws InvalidInputException {
        Random random = new Random(seed);
        int n = 120;
        double[][] columns = new double[6][n];
        boolean[] y = new boolean[n];
        for (int i = 0; i < n; i++) {
            double shared = random.nextGaussian();
            double eta = -1;
            for (int v = 0; v < columns.length; v++) {
                columns[v][i] = shared + random.nextGaussian();
                eta += (v % 3 - 1) * 0.6 * columns[v][i];
            }
            y[i] = random.nextDouble() < LogisticSolver.probability(eta);
        }
        return Design.of("y", y, List.of("a", "b", "c", "d", "e", "f"), List.of(columns));
    }

    @Test
    void rulesRefuseNonsense() {
        BackwardElimination.Criterion wald = BackwardElimination.Criterion.WALD;
        assertThrows(IllegalArgumentException.class, () -> new BackwardElimination.Rule(wald, 0, NA));
        assertThrows(IllegalArgumentException.class, () -> new BackwardElimination.Rule(wald, 0.10, 0.10));
        assertThrows(
                IllegalArgumentException.class,
                () -> new BackwardElimination.Rule(BackwardElimination.Criterion.AIC, NA, 0.05));
    }

    @Test
    void refusals() {
        boolean[] y = Events.of(1, 0, 1, 0, 1, 0);
        double[] a = {1, 2, 3, 4, 5, 7};
        double[] b = {2, 1, 4, 3, 9, 1};
        double[] sum = {3, 3, 7, 7, 14, 8};
        double[] twice = {2, 4, 6, 8, 10, 14};
        assertEquals(
                "The variable \"twice\" says the same as \"a\" (collinear): leave one of them out.",
                sentence(y, List.of("a", "b", "twice"), a, b, twice));
        assertEquals(
                "The variable \"sum\" says the same as \"a\", \"b\" together (collinear): leave one of them out.",
                sentence(y, List.of("a", "b", "sum"), a, b, sum));
        assertEquals(
                "The variable \"c\" has the same value in all 6 cases of the regression: leave it out.",
                sentence(y, List.of("c"), new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1}));
        assertEquals(
                "A regression of \"y\" on 1 variable needs more than 2 cases without a missing value, but there are 2: "
                        + "add cases or leave out variables.",
                sentence(y, List.of("c"), new double[] {1, 2, NA, NA, NA, NA}));
        assertEquals(
                "The outcome \"y\" is 1 in all 3 cases: choose cases with and without the event.",
                sentence(y, List.of("c"), new double[] {1, NA, 2, NA, 4, NA}));
    }

    private static String sentence(boolean[] y, List<String> names, double[]... columns) {
        return assertThrows(InvalidInputException.class, () -> Design.of("y", y, names, List.of(columns)))
                .getMessage();
    }

    private static final class Events {

        static boolean[] of(int... outcomes) {
            boolean[] events = new boolean[outcomes.length];
            for (int i = 0; i < outcomes.length; i++) {
                events[i] = outcomes[i] == 1;
            }
            return events;
        }
    }

    /**
     * cut(p, unique(quantile(p, seq(0, 1, 0.1))), include.lowest = TRUE); glm(y ~ qlogis(p)); glm(y ~ 1 +
     * offset(qlogis(p))).
     */
    @Test
    void calibrationWithTies() throws Exception {
        double[] p = {
            .1, .1, .1, .1, .1, .1, .1, .1, .2, .2, .2, .2, .2, .2, .2, .2, .5, .5, .5, .5, .5, .5, .5, .5, .6, .7, .8,
            .9
        };
        double[] y = {0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 0, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1};
        double[] logOdds = Arrays.stream(p).map(v -> Math.log(v / (1 - v))).toArray();
        Calibration found = Calibration.of(logOdds, Outcome.of("y", y));
        assertRelative("χ²", 1.176470588235294, found.hosmerLemeshow().chiSquare(), 1e-9);
        assertEquals(2, found.hosmerLemeshow().df());
        assertRelative("p", 0.555306373001951, found.hosmerLemeshow().p(), 1e-9);
        assertEquals(0.00775994525418598, found.intercept(), 1e-12);
        assertRelative("slope", 0.81464785893371694, found.slope(), 1e-11);
        assertRelative("in the large", 0.12595038948991089, found.inTheLarge(), 1e-11);
        assertRelative("Brier", 0.18928571428571431, found.brier(), 1e-12);
        Calibration divided = Calibration.of(new double[] {-2, -1, 1, 2}, Events.of(0, 0, 1, 1));
        assertEquals(NA, divided.slope());
        assertEquals(
                NA,
                Calibration.of(new double[] {1, 1, 1, 1}, Events.of(0, 0, 1, 1)).slope());
        assertThrows(IllegalArgumentException.class, () -> DecisionCurve.of(p, Events.of(0, 1), 0.5));
    }
}
