package org.ichradiomics.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.ichradiomics.Shared;
import org.ichradiomics.measure.Perturbation;
import org.ichradiomics.signature.Icc;
import org.ichradiomics.stats.Estimate;
import org.ichradiomics.stats.IntraclassCorrelation.Form;
import org.ichradiomics.study.output.RobustnessPaper;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The ICC of the readings that an independent program found, as it computed them (README.md beside them). */
class RobustnessTest {

    private static FeatureTable perturbed() throws InvalidInputException {
        return FeatureTableCsv.read(Shared.of("perturbation").resolve("expected.csv"));
    }

    @Test
    void correlationsAreTheOracles() throws InvalidInputException {
        FeatureTable expected = FeatureTableCsv.read(Shared.of("perturbation").resolve("icc.csv"));
        Robustness found = Robustness.of(perturbed());
        assertEquals(expected.size(), found.rows().size());
        for (int r = 0; r < expected.size(); r++) {
            Robustness.Row row = found.rows().get(r);
            assertEquals(expected.texts("perturbations").get(r), row.group());
            assertEquals(expected.texts("feature").get(r), row.feature());
            assertEquals(8, row.cases());
            String what = row.group() + " " + row.feature();
            Estimate oneWay = row.of(Form.ICC_1_1);
            assertEquals(expected.values("icc_1_1")[r], oneWay.value(), 1e-6, what);
            assertEquals(expected.values("icc_1_1_lower95")[r], oneWay.low(), 1e-6, what);
            assertEquals(expected.values("icc_1_1_upper95")[r], oneWay.high(), 1e-6, what);
            assertEquals(expected.values("icc_2_1")[r], row.of(Form.ICC_2_1).value(), 1e-6, what);
            assertEquals(expected.values("icc_3_1")[r], row.of(Form.ICC_3_1).value(), 1e-6, what);
        }
    }

    /**
     * Counted in the oracle's table, all perturbations: 0.95 and 0.98 of volume and 90th percentile, 0.77 of contrast.
     */
    @Test
    void featuresAreCounted() throws InvalidInputException {
        Robustness found = Robustness.of(perturbed());
        FeatureTable expected = FeatureTableCsv.read(Shared.of("perturbation").resolve("icc.csv"));
        for (Robustness.Count count : found.counts()) {
            int good = 0;
            int robust = 0;
            for (int r = 0; r < expected.size(); r++) {
                if (!expected.texts("perturbations").get(r).equals(count.group())) continue;
                if (expected.values("icc_1_1")[r] > 0.75) good++;
                if (expected.values("icc_1_1_lower95")[r] >= 0.9) robust++;
            }
            assertEquals(new Robustness.Count(count.group(), 10, good, robust, 0), count);
        }
        assertTrue(found.row(Perturbation.EVERY, "p90").orElseThrow().isRobust());
        assertFalse(found.row(Perturbation.EVERY, "kurtosis").orElseThrow().isGood());
        assertTrue(found.row(Perturbation.EVERY, "nothing").isEmpty());
        assertTrue(found.rows("nothing").isEmpty());
    }

    /**
     * A case that one perturbation leaves without a value has none in the groups that hold it, and in the others has.
     */
    @Test
    void whatIsNotKnownOfOneCaseCostsNoOther() throws InvalidInputException {
        FeatureTable table = perturbed();
        List<String> means = new ArrayList<>(table.texts("mean"));
        means.set(table.texts("perturbation").indexOf("shift_left"), "NaN");
        Robustness found = Robustness.of(table.with("mean", means));
        assertEquals(7, found.row("shift", "mean").orElseThrow().cases());
        assertEquals(7, found.row(Perturbation.EVERY, "mean").orElseThrow().cases());
        assertEquals(8, found.row("volume", "mean").orElseThrow().cases());
        Robustness none = Robustness.of(
                table.with("mean", means.stream().map(mean -> "NaN").toList()));
        Robustness.Row row = none.row("volume", "mean").orElseThrow();
        assertTrue(Double.isNaN(row.of(Robustness.FORM).value()));
        assertFalse(row.isGood() || row.isRobust());
        assertEquals(1, none.count("volume").unknown());
    }

    @Test
    void readingsThatDoNotDifferAgreeAndNothingThatVariesIsUnknown() throws InvalidInputException {
        FeatureTable table = perturbed();
        List<String> ids =
                table.texts("case").stream().map(id -> id.substring(4)).toList();
        Robustness found = Robustness.of(
                table.with("id", ids).with("one", ids.stream().map(id -> "1").toList()));
        assertEquals(new Estimate(1, 1, 1), found.row("all", "id").orElseThrow().of(Robustness.FORM));
        assertTrue(Double.isNaN(
                found.row("all", "one").orElseThrow().of(Robustness.FORM).value()));
    }

    @Test
    void aTableOfOtherRowsIsRefused() throws InvalidInputException {
        FeatureTable table = perturbed();
        assertEquals(
                "The case case00 lacks the perturbation \"noise_1\" in the table expected.csv: give the table that "
                        + "Robustness... wrote.",
                refusal(renamed(table, "noise_1", "noise")));
        assertEquals(
                "The case case00 has the perturbation \"noise_2\" twice in the table expected.csv: remove one of the "
                        + "rows.",
                refusal(renamed(table, "noise_1", "noise_2")));
        int[] one = new int[19];
        for (int i = 0; i < one.length; i++) one[i] = i;
        assertEquals(
                "Robustness needs at least 2 cases, but 1 case is in the table expected.csv: add cases.",
                refusal(table.only(one)));
    }

    private static FeatureTable renamed(FeatureTable table, String from, String to) throws InvalidInputException {
        return table.with(
                "perturbation",
                table.texts("perturbation").stream()
                        .map(name -> name.equals(from) ? to : name)
                        .toList());
    }

    private static String refusal(FeatureTable table) {
        return assertThrows(InvalidInputException.class, () -> Robustness.of(table))
                .getMessage();
    }

    @Test
    void bothTablesTellTheSameOfFeatures() throws InvalidInputException {
        Robustness found = Robustness.of(perturbed());
        Map<String, Icc> known = Robustness.known(perturbed());
        Map<String, Icc> written = Robustness.known(new RobustnessPaper(found).icc());
        assertEquals(written, known);
        assertEquals(8, known.get("kurtosis").cases());
    }
}
