package org.ichradiomics.clinical;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Covers Item and Scored. */
class ClinicalScoreTest {

    @Test
    void sixAreThereUnderTheirNames() {
        assertEquals(
                List.of("score_ich", "score_func", "score_bat", "score_brain", "score_nag", "score_max_ich"),
                ClinicalScore.all().stream().map(ClinicalScore::column).toList());
        for (ClinicalScore score : ClinicalScore.all()) {
            assertFalse(score.source().isBlank(), score.name());
            assertFalse(score.remark().isBlank(), score.name());
        }
    }

    @Test
    void anotherNameIsRefusedWithThoseThereAre() throws InvalidInputException {
        assertEquals("max-ICH score", ClinicalScore.named(" MAX-ICH ").title());
        assertEquals(
                "There is no clinical score \"maxich\": choose one of ich, func, bat, brain, nag, max-ich.",
                assertThrows(InvalidInputException.class, () -> ClinicalScore.named("maxich"))
                        .getMessage());
    }

    @Test
    void aScoreIsSaidWithWhatWasObservedAndWhoPublishedIt() throws InvalidInputException {
        ClinicalScore ich = ClinicalScore.named("ich");
        Map<String, String> patient =
                new HashMap<>(Map.of("gcs", "12", "volume_ml", "30", "ivh", "1", "infratentorial", "0", "age", "79"));
        Scored scored = ich.of(patient::get);
        assertEquals(Map.of("gcs", 1, "volume_ml", 1, "ivh", 1, "infratentorial", 0, "age", 0), scored.points());
        assertEquals(
                "ICH score 3 of 6: dead within 30 days 72 % (observed in the original cohort, "
                        + "Hemphill JC et al., Stroke 2001;32:891).",
                ich.text(scored));
        patient.put("gcs", "");
        assertEquals("No ICH score: GCS is missing.", ich.text(ich.of(patient::get)));
    }

    /** A window has fields with short names, a table columns. */
    @Test
    void whatIsWrongIsNamedAsItStandsWhereItIsRead() throws InvalidInputException {
        Scored scored =
                ClinicalScore.named("nag").of(Map.of("nihss", "50", "anticoagulant", "no", "glucose_mg_dl", "7")::get);
        assertEquals(
                "nihss is \"50\", which is out of range: write a whole number from 0 to 42; glucose_mg_dl is \"7\", "
                        + "which reads as mmol/L (column glucose_mmol_l): write a number of mg/dL from 20 to 2000",
                scored.note());
        assertEquals(
                "NIHSS is \"50\", which is out of range: write a whole number from 0 to 42; glucose (mg/dL) is \"7\", "
                        + "which reads as mmol/L: write a number of mg/dL from 20 to 2000",
                scored.words());
        assertEquals("cognitive impairment", ClinicalScore.label("cognitive_impairment"));
    }

    @Test
    void aScoreWithoutPublishedSharesSaysOnlyItsSource() throws InvalidInputException {
        ClinicalScore brain = ClinicalScore.named("brain");
        Map<String, String> patient =
                Map.of("volume_ml", "15", "recurrent", "0", "warfarin", "0", "ivh", "0", "hours_to_ct", "7");
        assertEquals("BRAIN score 5 of 24 (Wang X et al., Stroke 2015;46:376).", brain.text(brain.of(patient::get)));
    }

    /** Without the location nobody knows which limit the volume has. */
    @Test
    void pointsThatHangOnAMissingAnswerAreNotGiven() throws InvalidInputException {
        Map<String, String> patient =
                Map.of("nihss", "7", "age", "70", "location", "", "volume_ml", "20", "ivh", "0", "anticoagulant", "0");
        Scored scored = ClinicalScore.named("max-ich").of(patient::get);
        assertEquals("location is missing", scored.note());
        assertFalse(scored.points().containsKey("volume_ml"));
    }

    @Test
    void thePageNamesEveryScoreWithItsSourceAndColumns() throws IOException {
        String page = Files.readString(Path.of("docs/scores.md"));
        for (ClinicalScore score : ClinicalScore.all()) {
            assertTrue(page.contains(score.title()) && page.contains(score.source()), score.title());
            for (Item item : score.items()) assertTrue(page.contains("`" + item.column() + "`"), item.column());
            for (Outcome outcome : score.outcomes()) {
                assertTrue(page.contains("`" + outcome.column() + "`"), outcome.column());
            }
        }
    }
}
