package org.ichradiomics.stats;

import java.util.Arrays;
import java.util.List;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

import org.ichradiomics.text.FeatureTable;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Two readers of 396 features in 50 cases against psych 2.2.9. */
class AgreementOfCohort313Test {

    @Test
    void intraclassCorrelations() throws Exception {
        Cohort313.read();
        FeatureTable first = Cohort313.input("features.csv");
        FeatureTable second = Cohort313.input("features_reader2.csv");
        FeatureTable expected = Cohort313.expected("icc.csv");
        int[] cases = second.cases().stream().mapToInt(first.cases()::indexOf).toArray();
        assertEquals(396, expected.size());
        double[] icc2 = new double[expected.size()];
        double[] icc3 = new double[expected.size()];
        double[] low = new double[expected.size()];
        for (int r = 0; r < icc2.length; r++) {
            String feature = expected.texts("feature").get(r);
            IntraclassCorrelation found =
                    IntraclassCorrelation.of(Cohort313.take(first.values(feature), cases), second.values(feature));
            assertEquals(expected.values("n")[r], found.subjects());
            assertEquals(expected.values("k")[r], found.readers());
            Cohort313.assertRelative(feature, expected.values("msr")[r], found.msr(), 1e-8);
            Cohort313.assertRelative(feature, expected.values("msc")[r], found.msc(), 1e-8);
            Cohort313.assertRelative(feature, expected.values("mse")[r], found.mse(), 1e-8);
            check(
                    expected,
                    r,
                    "icc1",
                    found.of(IntraclassCorrelation.Form.ICC_1_1).icc());
            check(
                    expected,
                    r,
                    "icc2",
                    found.of(IntraclassCorrelation.Form.ICC_2_1).icc());
            check(
                    expected,
                    r,
                    "icc3",
                    found.of(IntraclassCorrelation.Form.ICC_3_1).icc());
            icc2[r] = found.of(IntraclassCorrelation.Form.ICC_2_1).icc().value();
            icc3[r] = found.of(IntraclassCorrelation.Form.ICC_3_1).icc().value();
            low[r] = found.of(IntraclassCorrelation.Form.ICC_2_1).icc().low();
            assertEquals(expected.values("good")[r] == 1, icc2[r] > 0.75, feature);
        }
        JsonObject summary = Cohort313.json("icc_summary.json");
        assertEquals(Cohort313.number(summary.get("mean_icc2")), Summary.mean(icc2), 1e-8);
        assertEquals(Cohort313.number(summary.get("mean_icc3")), Summary.mean(icc3), 1e-8);
        assertEquals(
                summary.get("n_good_icc2_gt_0.75").getAsInt(),
                Arrays.stream(icc2).filter(v -> v > 0.75).count());
        assertEquals(
                summary.get("n_lower_bound_gt_0.75").getAsInt(),
                Arrays.stream(low).filter(v -> v > 0.75).count());
    }

    private static void check(FeatureTable expected, int r, String column, Estimate found) throws Exception {
        for (var limit : List.of(
                java.util.Map.entry("", found.value()),
                java.util.Map.entry("_lo", found.low()),
                java.util.Map.entry("_hi", found.high()))) {
            assertEquals(expected.values(column + limit.getKey())[r], limit.getValue(), 1e-8, column + limit.getKey());
        }
    }
}
