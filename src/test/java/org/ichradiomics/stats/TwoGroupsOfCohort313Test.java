package org.ichradiomics.stats;

import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.ichradiomics.text.FeatureTable;

import static org.ichradiomics.stats.Cohort313.assertRelative;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Tables 1 and the univariate tests of all features, against R 4.2.2; tolerances as the README of the data says.
 *
 * <p>Covers CategoricalComparison and Share.
 */
class TwoGroupsOfCohort313Test {

    private static final double TOLERANCE = 1e-9;

    private Cohort313 cohort;

    @BeforeEach
    void read() throws Exception {
        cohort = Cohort313.read();
    }

    @Test
    void continuousVariables() throws Exception {
        FeatureTable expected = Cohort313.expected("table1_continuous.csv");
        assertEquals(35, expected.size());
        for (int r = 0; r < expected.size(); r++) {
            String comparison = expected.texts("comparison").get(r);
            double[] column = cohort.column(expected.texts("variable").get(r));
            compare(expected, r, groups(comparison, column, true), groups(comparison, column, false));
        }
    }

    @Test
    void allFeaturesInTheTrainingCohort() throws Exception {
        FeatureTable expected = Cohort313.expected("univariate_features_train.csv");
        FeatureTable features = Cohort313.input("features.csv");
        assertEquals(396, expected.size());
        int selected = 0;
        for (int r = 0; r < expected.size(); r++) {
            double[] column = features.values(expected.texts("feature").get(r));
            double p = compare(
                    expected, r, groups("train_HE_vs_NHE", column, true), groups("train_HE_vs_NHE", column, false));
            assertEquals(expected.values("selected")[r] == 1, p < 0.05);
            selected += p < 0.05 ? 1 : 0;
        }
        assertEquals(58, selected);
    }

    @Test
    void categoricalVariables() throws Exception {
        FeatureTable expected = Cohort313.expected("table1_categorical.csv");
        assertEquals(85, expected.size());
        for (int r = 0; r < expected.size(); r++) {
            String comparison = expected.texts("comparison").get(r);
            String variable = expected.texts("variable").get(r);
            String what = comparison + " " + variable;
            double[] column = cohort.column(variable);
            Share first = Share.of(groups(comparison, column, true));
            Share second = Share.of(groups(comparison, column, false));
            assertEquals(expected.values("a")[r], first.count(), what);
            assertEquals(expected.values("n1")[r], first.n(), what);
            assertEquals(expected.values("c")[r], second.count(), what);
            assertEquals(expected.values("n0")[r], second.n(), what);
            assertRelative(what, expected.values("pct1")[r], first.percent(), TOLERANCE);
            assertRelative(what, expected.values("pct0")[r], second.percent(), TOLERANCE);
            long[][] table = {{first.count(), first.n() - first.count()}, {second.count(), second.n() - second.count()}
            };
            CategoricalComparison tested = CategoricalComparison.of(table);
            ChiSquare yates = ChiSquare.yates(table);
            assertRelative(
                    what, expected.values("min_expected")[r], tested.chiSquare().minimumExpected(), TOLERANCE);
            assertRelative(what, expected.values("chi2")[r], tested.chiSquare().statistic(), TOLERANCE);
            assertRelative(
                    what, expected.values("p_chi2")[r], tested.chiSquare().p(), TOLERANCE);
            assertEquals(
                    expected.values("chi2_yates")[r], yates.statistic(), 1e-25 + TOLERANCE * yates.statistic(), what);
            assertRelative(what, expected.values("p_yates")[r], yates.p(), TOLERANCE);
            assertRelative(what, expected.values("p_fisher")[r], tested.fisher(), TOLERANCE);
            assertEquals(
                    expected.texts("test").get(r),
                    tested.test() == CategoricalComparison.Test.FISHER ? "fisher" : "chi-square",
                    what);
            assertRelative(what, expected.values("p")[r], tested.p(), TOLERANCE);
        }
    }

    /** Compares a row and gives the p-value of the chosen test. */
    private static double compare(FeatureTable expected, int r, double[] first, double[] second) throws Exception {
        ContinuousComparison c = ContinuousComparison.of(first, second);
        MannWhitney corrected = MannWhitney.of(first, second, MannWhitney.Method.CONTINUITY_CORRECTED);
        MannWhitney asR = MannWhitney.of(first, second, MannWhitney.Method.AS_R);
        Summary first6 = Summary.of(first, Quantile.TYPE_6);
        Summary second6 = Summary.of(second, Quantile.TYPE_6);
        Object[][] numbers = {
            {"n1", c.first().n()},
            {"n0", c.second().n()},
            {"mean1", c.first().mean()},
            {"sd1", c.first().sd()},
            {"mean0", c.second().mean()},
            {"sd0", c.second().sd()},
            {"q1_1_type7", c.first().q1()},
            {"med_1", c.first().median()},
            {"q3_1_type7", c.first().q3()},
            {"q1_0_type7", c.second().q1()},
            {"med_0", c.second().median()},
            {"q3_0_type7", c.second().q3()},
            {"q1_1_type6", first6.q1()},
            {"q3_1_type6", first6.q3()},
            {"q1_0_type6", second6.q1()},
            {"q3_0_type6", second6.q3()},
            {"levene_F", c.levene().f()},
            {"levene_p", c.levene().p()},
            {"t_student", c.student().t()},
            {"df_student", c.student().df()},
            {"p_student", c.student().p()},
            {"t_welch", c.welch().t()},
            {"df_welch", c.welch().df()},
            {"p_welch", c.welch().p()},
            {"mwu_U", c.rank().u()},
            {"mwu_z", c.rank().z()},
            {"p_mwu", c.rank().p()},
            {"p_mwu_cc", corrected.p()},
            {"p_mwu_exact", asR.method() == MannWhitney.Method.EXACT ? asR.p() : Double.NaN},
            {"auc", c.auc()},
            {"p", c.p()}
        };
        for (Object[] number : numbers) {
            String column = (String) number[0];
            assertRelative(
                    expected.cases().get(r) + " "
                            + expected.texts(expected.columns().get(0)).get(r) + " " + column,
                    expected.values(column)[r],
                    ((Number) number[1]).doubleValue(),
                    TOLERANCE);
        }
        assertEquals(expected.values("shapiro_w1")[r], c.normalityOfFirst().w(), 1e-6);
        assertEquals(expected.values("shapiro_w0")[r], c.normalityOfSecond().w(), 1e-6);
        assertEquals(expected.values("shapiro_p1")[r], c.normalityOfFirst().p(), 1e-5);
        assertEquals(expected.values("shapiro_p0")[r], c.normalityOfSecond().p(), 1e-5);
        assertEquals(
                expected.texts("test").get(r), c.test().name().toLowerCase().replace('_', '-'));
        return c.p();
    }

    private double[] groups(String comparison, double[] column, boolean first) throws Exception {
        if (comparison.equals("train_vs_test")) {
            return Cohort313.take(column, cohort.cases(first ? "train" : "test"));
        }
        String subset = comparison.replaceFirst("_(HE|poor)_vs.*", "");
        double[] outcome = cohort.column(comparison.contains("_poor_") ? "poor_outcome" : "he");
        int[] cases = IntStream.of(cohort.cases(subset))
                .filter(i -> outcome[i] == (first ? 1 : 0))
                .toArray();
        return Cohort313.take(column, cases);
    }

    /** Forty tables of a published Table 1: the rule gives each printed p-value. */
    @Test
    void publishedTables() throws Exception {
        FeatureTable tables = Cohort313.input("../paper_table1_rule_check.csv");
        assertEquals(40, tables.size());
        for (int r = 0; r < tables.size(); r++) {
            String variable = tables.texts("variable").get(r);
            long a = (long) tables.values("a")[r];
            long c = (long) tables.values("c")[r];
            long[][] table = {{a, (long) tables.values("n1")[r] - a}, {c, (long) tables.values("n0")[r] - c}};
            CategoricalComparison found = CategoricalComparison.of(table);
            assertRelative(
                    variable, tables.values("p_pearson")[r], found.chiSquare().p(), 1e-9);
            assertRelative(variable, tables.values("p_fisher")[r], found.fisher(), 1e-9);
            assertEquals(
                    tables.texts("rule_test").get(r),
                    found.test() == CategoricalComparison.Test.FISHER ? "fisher" : "chi-square");
            String published = tables.texts("published_p").get(r);
            if (published.startsWith("<")) {
                assertEquals(published, PValue.text(found.p()), variable);
            } else {
                assertEquals(Double.parseDouble(published), found.p(), 0.00051, variable);
            }
        }
    }
}
