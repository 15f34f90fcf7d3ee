package org.ichradiomics.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.text.FeatureTable;

import static org.ichradiomics.stats.Cohort313.assertRelative;
import static org.ichradiomics.stats.Cohort313.number;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

/**
 * Logistic regression against R 4.2.2's glm carried to convergence; 1e-8, as the README of the data says.
 *
 * <p>Covers Coefficient, DecisionCurve, HosmerLemeshow and LikelihoodRatio.
 */
class RegressionOfCohort313Test {

    private static final double TOLERANCE = 1e-8;

    private Cohort313 cohort;

    @BeforeEach
    void read() throws Exception {
        cohort = Cohort313.read();
    }

    @Test
    void univariable() throws Exception {
        FeatureTable expected = Cohort313.expected("logistic_univariable_he_train.csv");
        assertEquals(16, expected.size());
        for (int r = 0; r < expected.size(); r++) {
            String variable = expected.texts("variable").get(r);
            LogisticFit fit = LogisticFit.of(design("train", "he", List.of(variable)));
            Coefficient found = fit.coefficient(variable);
            Estimate profile = fit.profile(variable);
            double[] numbers = {
                fit.design().size(),
                found.beta(),
                found.se(),
                found.z(),
                found.p(),
                found.oddsRatio().value(),
                found.oddsRatio().low(),
                found.oddsRatio().high(),
                profile.low(),
                profile.high(),
                fit.likelihoodRatio(variable).chiSquare(),
                fit.likelihoodRatio(variable).p()
            };
            List<String> columns =
                    expected.columns().subList(1, expected.columns().size());
            assertEquals(numbers.length, columns.size());
            for (int c = 0; c < numbers.length; c++) {
                assertRelative(
                        variable + " " + columns.get(c), expected.values(columns.get(c))[r], numbers[c], TOLERANCE);
            }
            assertFalse(fit.separation().found());
        }
    }

    @ParameterizedTest
    @CsvSource({"train_he, train", "test_he, test", "vol3_10_he, vol3_10", "vol3_10_poor, vol3_10"})
    void multivariable(String key, String subset) throws Exception {
        JsonObject json = Cohort313.json("logistic_multivariable.json").getAsJsonObject(key);
        LogisticFit fit = LogisticFit.of(
                design(subset, json.get("outcome").getAsString(), texts(json.getAsJsonArray("variables"))));
        checkCoefficients(json.getAsJsonArray("coefficients"), fit, true);
        checkFit(json.getAsJsonObject("fit"), fit);
        assertRelative(
                "min",
                number(json.get("min_fitted")),
                Arrays.stream(fit.fitted()).min().orElseThrow(),
                TOLERANCE);
        assertRelative(
                "max",
                number(json.get("max_fitted")),
                Arrays.stream(fit.fitted()).max().orElseThrow(),
                TOLERANCE);
        RealMatrix covariance = fit.covariance();
        JsonArray rows = json.getAsJsonArray("vcov");
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < rows.size(); j++) {
                assertRelative(
                        "vcov", number(rows.get(i).getAsJsonArray().get(j)), covariance.getEntry(i, j), TOLERANCE);
            }
        }
        assertFalse(fit.separation().found());
    }

    @ParameterizedTest
    @CsvSource({
        "train_he_wald, train, he, WALD",
        "vol3_10_poor_wald, vol3_10, poor_outcome, WALD",
        "train_he_lr, train, he, LIKELIHOOD_RATIO",
        "vol3_10_poor_lr, vol3_10, poor_outcome, LIKELIHOOD_RATIO",
        "train_he_aic, train, he, AIC",
        "vol3_10_poor_aic, vol3_10, poor_outcome, AIC"
    })
    void backward(String key, String subset, String outcome, BackwardElimination.Criterion criterion) throws Exception {
        JsonObject json = Cohort313.json("logistic_backward.json").getAsJsonObject(key);
        Design candidates = design(subset, outcome, texts(json.getAsJsonArray("candidates")));
        assertEquals(json.get("n").getAsInt(), candidates.size());
        BackwardElimination found = BackwardElimination.of(candidates, BackwardElimination.Rule.of(criterion));
        JsonArray steps = json.getAsJsonArray("steps");
        assertEquals(steps.size(), found.steps().size());
        for (int s = 0; s < steps.size(); s++) {
            JsonObject expected = steps.get(s).getAsJsonObject();
            BackwardElimination.Step step = found.steps().get(s);
            assertEquals(texts(expected.getAsJsonArray("model")), step.model());
            assertRelative("deviance", number(expected.get("deviance")), step.deviance(), TOLERANCE);
            assertRelative("aic", number(expected.get("aic")), step.aic(), TOLERANCE);
            for (String variable : step.model()) {
                assertRelative(
                        variable,
                        number(expected.getAsJsonObject("wald_p").get(variable)),
                        step.waldP().get(variable),
                        TOLERANCE);
                LikelihoodRatio ratio = step.ratios().get(variable);
                double chiSquare = number(expected.getAsJsonObject("lr_chi2").get(variable));
                // A difference of two deviances near 100: R's own 15 digits leave 1e-13 of each.
                assertEquals(chiSquare, ratio.chiSquare(), 2e-12 + TOLERANCE * chiSquare, variable);
                assertRelative(variable, number(expected.getAsJsonObject("lr_p").get(variable)), ratio.p(), TOLERANCE);
            }
            if (expected.get("removed").getAsString().equals("NA")) {
                assertNull(step.removed());
            } else {
                assertEquals(expected.get("removed").getAsString(), step.removed());
            }
        }
        assertEquals(texts(json.getAsJsonArray("final")), found.fit().design().variables());
        checkCoefficients(json.getAsJsonArray("final_coefficients"), found.fit(), false);
        checkFit(json.getAsJsonObject("final_fit"), found.fit());
    }

    private static void checkCoefficients(JsonArray coefficients, LogisticFit fit, boolean profiles) {
        List<Coefficient> found = fit.coefficients();
        assertEquals(coefficients.size(), found.size());
        for (int j = 0; j < found.size(); j++) {
            JsonObject expected = coefficients.get(j).getAsJsonObject();
            Coefficient term = found.get(j);
            assertEquals(expected.get("term").getAsString(), term.term());
            assertRelative(term.term(), number(expected.get("beta")), term.beta(), TOLERANCE);
            assertRelative(term.term(), number(expected.get("se")), term.se(), TOLERANCE);
            assertRelative(term.term(), number(expected.get("wald_z")), term.z(), TOLERANCE);
            assertRelative(term.term(), number(expected.get("p")), term.p(), TOLERANCE);
            assertRelative(
                    term.term(), number(expected.get("or")), term.oddsRatio().value(), TOLERANCE);
            assertRelative(
                    term.term(), number(expected.get("or_lo")), term.oddsRatio().low(), TOLERANCE);
            assertRelative(
                    term.term(), number(expected.get("or_hi")), term.oddsRatio().high(), TOLERANCE);
            if (profiles && j > 0) {
                Estimate profile = fit.profile(term.term());
                assertRelative(
                        term.term() + " profile", number(expected.get("or_lo_profile")), profile.low(), TOLERANCE);
                assertRelative(
                        term.term() + " profile", number(expected.get("or_hi_profile")), profile.high(), TOLERANCE);
            }
        }
    }

    private static void checkFit(JsonObject expected, LogisticFit fit) {
        assertEquals(expected.get("n").getAsInt(), fit.design().size());
        assertEquals(expected.get("events").getAsInt(), fit.design().events());
        assertRelative("loglik", number(expected.get("loglik")), fit.logLikelihood(), TOLERANCE);
        assertRelative("deviance", number(expected.get("deviance")), fit.deviance(), TOLERANCE);
        assertRelative("null", number(expected.get("null_deviance")), fit.nullDeviance(), TOLERANCE);
        assertRelative("aic", number(expected.get("aic")), fit.aic(), TOLERANCE);
        assertRelative(
                "lr", number(expected.get("lr_chi2")), fit.likelihoodRatio().chiSquare(), TOLERANCE);
        assertEquals(expected.get("lr_df").getAsInt(), fit.likelihoodRatio().df());
    }

    @Test
    void calibrationOfTheFittedModel() throws Exception {
        JsonObject json = Cohort313.json("calibration.json").getAsJsonObject("train_multivariable");
        LogisticFit fit = LogisticFit.of(design("train", "he", List.of("ivh", "black_hole", "rscore")));
        boolean[] he = cohort.outcome("he", cohort.cases("train"));
        Calibration found = Calibration.of(fit.linearPredictor(), he);
        assertRelative("brier", number(json.get("brier")), found.brier(), TOLERANCE);
        JsonObject hosmer = json.getAsJsonObject("hosmer_lemeshow_10");
        assertRelative(
                "chi2", number(hosmer.get("chi2")), found.hosmerLemeshow().chiSquare(), TOLERANCE);
        assertRelative("p", number(hosmer.get("p")), found.hosmerLemeshow().p(), TOLERANCE);
        assertEquals(hosmer.get("df").getAsInt(), found.hosmerLemeshow().df());
        JsonArray groups = hosmer.getAsJsonArray("groups");
        assertEquals(groups.size(), found.hosmerLemeshow().groups().size());
        for (int g = 0; g < groups.size(); g++) {
            JsonObject group = groups.get(g).getAsJsonObject();
            assertEquals(
                    group.get("n").getAsInt(),
                    found.hosmerLemeshow().groups().get(g).n());
            assertEquals(
                    group.get("observed").getAsInt(),
                    found.hosmerLemeshow().groups().get(g).observed());
            assertRelative(
                    "expected",
                    number(group.get("expected")),
                    found.hosmerLemeshow().groups().get(g).expected(),
                    TOLERANCE);
        }
        checkCurve(json.getAsJsonArray("decision_curve"), fit.fitted(), he);
        assertEquals(1, found.slope(), 1e-9, "a model is calibrated where it was fitted");
        assertEquals(0, found.intercept(), 1e-9);
        assertEquals(0, found.inTheLarge(), 1e-9);
    }

    @Test
    void calibrationOfTheScoreInTheTestCohort() throws Exception {
        JsonObject json = Cohort313.json("calibration.json").getAsJsonObject("test_rscore");
        int[] cases = cohort.cases("test");
        double[] score = Cohort313.take(cohort.column("rscore"), cases);
        Calibration found = Calibration.of(score, cohort.outcome("he", cases));
        assertRelative("brier", number(json.get("brier")), found.brier(), TOLERANCE);
        assertRelative("slope", number(json.get("calibration_slope")), found.slope(), TOLERANCE);
        assertRelative("intercept", number(json.get("calibration_intercept_joint")), found.intercept(), TOLERANCE);
        // The file has what glm prints, which stops 2e-8 before the maximum; glm.control(epsilon = 1e-15) and uniroot
        // give the number below.
        assertRelative("in the large", number(json.get("calibration_in_the_large")), found.inTheLarge(), 1e-7);
        assertRelative("in the large", 0.291772431682917, found.inTheLarge(), 1e-11);
        checkCurve(
                json.getAsJsonArray("decision_curve"),
                Arrays.stream(score).map(LogisticSolver::probability).toArray(),
                cohort.outcome("he", cases));
    }

    private static void checkCurve(JsonArray expected, double[] probabilities, boolean[] events) {
        double[] thresholds = new double[expected.size()];
        for (int i = 0; i < thresholds.length; i++) {
            thresholds[i] = number(expected.get(i).getAsJsonObject().get("threshold"));
        }
        List<DecisionCurve.Point> points =
                DecisionCurve.of(probabilities, events, thresholds).points();
        for (int i = 0; i < thresholds.length; i++) {
            JsonObject point = expected.get(i).getAsJsonObject();
            assertEquals(
                    number(point.get("net_benefit_model")),
                    points.get(i).model(),
                    1e-14 + 1e-8 * Math.abs(points.get(i).model()));
            assertRelative(
                    "all", number(point.get("net_benefit_all")), points.get(i).all(), TOLERANCE);
        }
    }

    private Design design(String subset, String outcome, List<String> variables) throws Exception {
        int[] cases = cohort.cases(subset);
        List<double[]> columns = new ArrayList<>();
        for (String variable : variables) {
            columns.add(Cohort313.take(cohort.column(variable), cases));
        }
        return Design.of(outcome, cohort.outcome(outcome, cases), variables, columns);
    }

    private static List<String> texts(JsonArray array) {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array) {
            texts.add(element.getAsString());
        }
        return texts;
    }
}
