package org.ichradiomics.study.output;

import java.util.List;
import java.util.Map;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.ichradiomics.study.Cohort313Study;
import org.ichradiomics.study.MissingValues;
import org.ichradiomics.study.StudyResult;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the score adds to the volume, and missing values, on the cohort of 313: against R 4.2.2 with pROC 1.18.0; the
 * call stands beside the number. The scores are those of R to 1e-6, and so are these.
 *
 * <p>Covers CombinedModel, ComparisonTables and MissingValues.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddedByTheScoreTest {

    private StudyResult result;
    private Map<String, String> files;

    @BeforeAll
    void run() throws Exception {
        result = Cohort313Study.run(Cohort313Study.TEXT, 2);
        files = MachineFiles.of(result);
    }

    private static double[] gain(JsonObject part, int threshold) {
        JsonObject at = part.getAsJsonArray("net_benefit").get(threshold).getAsJsonObject();
        return new double[] {
            at.get("net_benefit_gain").getAsDouble(),
            at.get("low").getAsDouble(),
            at.get("high").getAsDouble()
        };
    }

    /**
     * a = glm(he ~ volume_ml), b = glm(he ~ volume_ml + rscore) in training; a$deviance - b$deviance; roc.test of both,
     * method = "delong"; mean(d) + c(0, -1, 1) * qnorm(0.975) * sd(d) / sqrt(n) of the differences at 15 %.
     */
    @Test
    void beyondVolume() {
        JsonObject parts = JsonParser.parseString(files.get("beyond_volume.json"))
                .getAsJsonObject()
                .getAsJsonObject("parts");
        JsonObject train = parts.getAsJsonObject("train");
        assertEquals(52.2172556115, train.get("lr_chi2").getAsDouble(), 1e-4);
        assertEquals(4.96875932360e-13, train.get("lr_p").getAsDouble(), 1e-16);
        assertEquals(0.879787234043, train.get("auc_with").getAsDouble(), 1e-9);
        assertEquals(0.621099290780, train.get("auc_without").getAsDouble(), 1e-9);
        assertEquals(2.82050249272e-05, train.get("p_delong").getAsDouble(), 1e-12);
        JsonObject test = parts.getAsJsonObject("test");
        assertEquals(0.707231040564, test.get("auc_with").getAsDouble(), 1e-9);
        assertEquals(0.176165215771, test.get("p_delong").getAsDouble(), 1e-9);
        assertEquals("NA", test.get("lr_p").getAsString());
        double[] expected = {0.0142414860681, -0.0321750216515, 0.0606579937877};
        for (int k = 0; k < 3; k++) assertEquals(expected[k], gain(test, 2)[k], 1e-9);
        TextTable table = StudyTables.of(result).stream()
                .filter(t -> t.key().equals("beyond_volume"))
                .findFirst()
                .orElseThrow();
        assertTrue(table.notes().stream().anyMatch(note -> note.startsWith("Relative growth divides by the volume")));
    }

    @Test
    void clinicalModels() {
        JsonObject models =
                JsonParser.parseString(files.get("models_compared.json")).getAsJsonObject();
        JsonObject train =
                models.getAsJsonObject("train_he").getAsJsonObject("parts").getAsJsonObject("train");
        CombinedGain found = new CombinedGain(result);
        assertEquals(found.chiSquare(), train.get("lr_chi2").getAsDouble(), 1e-9);
    }

    /** The same from the coefficient's own test in the multivariable model. */
    private record CombinedGain(StudyResult result) {

        double chiSquare() {
            return result.model("train_he")
                    .orElseThrow()
                    .effect("rscore")
                    .likelihoodRatio()
                    .chiSquare();
        }
    }

    /** colSums(is.na(...)): 1 in training and 3 in test of the four history columns, none elsewhere. */
    @Test
    void missingValuesAreCounted() {
        MissingValues found = result.missing();
        assertEquals(396, found.complete());
        List<String> history = List.of("hypertension", "diabetes", "prior_ich", "ischemic_stroke");
        for (MissingValues.Row row : found.rows()) {
            boolean is = history.contains(row.variable());
            assertEquals(is ? 1 : 0, row.counts().get(0).missing(), row.variable());
            assertEquals(is ? 3 : 0, row.counts().get(1).missing(), row.variable());
        }
        assertTrue(files.get("missing.csv").contains("diabetes,0,test,95,3,"));
    }
}
