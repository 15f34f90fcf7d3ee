package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.clinical.ClinicalScore;
import org.ichradiomics.clinical.Item;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * <i>Clinical Scores...</i> in ImageJ; {@code ScoresCommandTest} has the points.
 *
 * <p>Covers SignAnswers.
 */
class ClinicalScoringTest {

    @TempDir
    private Path folder;

    private static Options parse(String text) throws InvalidInputException {
        return Options.parse(text, ClinicalScoring.OPTIONS);
    }

    @Test
    void everyItemOfEveryScoreIsAnOption() {
        assertEquals(
                List.of(
                        "gcs",
                        "volume_ml",
                        "ivh",
                        "infratentorial",
                        "location",
                        "age",
                        "cognitive_impairment",
                        "blend_sign",
                        "hypodensity",
                        "hours_to_ct",
                        "recurrent",
                        "warfarin",
                        "nihss",
                        "anticoagulant",
                        "glucose_mg_dl",
                        "glucose_mmol_l"),
                PatientOptions.ALL.stream().map(Option::key).toList());
        for (Option option : PatientOptions.ALL) assertEquals("", option.usual());
        Option volume = PatientOptions.ALL.get(1);
        assertEquals("Volume_ml", volume.label());
        assertEquals(List.of("Volume of the haematoma: a number of mL from 0 to 500."), volume.help());
        assertEquals(
                List.of("", "lobar", "deep", "infratentorial"),
                PatientOptions.ALL.get(4).choices());
    }

    @Test
    void everyItemIsKnownByItsOption() throws InvalidInputException {
        for (ClinicalScore score : ClinicalScore.all()) {
            List<String> keys =
                    PatientOptions.of(score).stream().map(Option::key).toList();
            for (Item item : score.items()) assertTrue(keys.contains(item.column()), item.column());
            for (Option option : PatientOptions.of(score)) {
                for (String choice : option.choices()) {
                    if (choice.isEmpty()) continue;
                    String note = score.of(column -> column.equals(option.key()) ? choice : null)
                            .note();
                    assertTrue(!note.contains(option.key() + " is \""), note);
                }
            }
        }
    }

    /** As somebody fills in the fields one after the other. */
    @Test
    void aDialogShowsTheScoreAndWhatIsMissing() throws Exception {
        MaskPreview nothing = ClinicalScoring.preview(parse("score=bat"));
        assertFalse(nothing.isUsable());
        assertTrue(nothing.text().startsWith("There is no patient: name a table of patients"), nothing.text());
        MaskPreview some = ClinicalScoring.preview(parse("score=bat hours_to_ct=2"));
        assertTrue(some.isUsable());
        assertTrue(
                some.text()
                        .startsWith("No BAT score: blend sign is missing; hypodensity is missing.\nPoints: "
                                + "Time from onset to CT 2."),
                some.text());
        MaskPreview all = ClinicalScoring.preview(parse("score=bat blend_sign=no hypodensity=yes hours_to_ct=2"));
        assertTrue(all.text().startsWith("BAT score 4 of 5: high risk of expansion (1 yes, 0 no) 1"), all.text());
        assertTrue(
                all.text().contains("Points: Blend sign 0, Any hypodensity 2, Time from onset to CT 2."), all.text());
        Path table = Files.writeString(folder.resolve("p.csv"), "nihss,anticoagulant,glucose_mg_dl\n10,1,133\n,0,90\n");
        MaskPreview rows = ClinicalScoring.preview(parse("score=nag table=[" + MacroRun.text(table) + "]"));
        assertTrue(rows.text().startsWith("2 patients, NAG scale"), rows.text());
        assertTrue(rows.text().contains("1 of 2 rows has no score"), rows.text());
    }

    @Test
    void aDialogAsksForTheItemsOfTheScoreThatIsChosen() {
        Option age = PatientOptions.ALL.get(5);
        assertEquals("score", age.look().other());
        assertEquals(List.of("ich", "func", "max-ich"), age.look().values());
        assertEquals("Age (completed years)", age.title());
        assertEquals("Volume of the haematoma (mL)", PatientOptions.ALL.get(1).title());
    }

    @Test
    void scoresOfATableAreTheAnswer() throws Exception {
        assertEquals("", ClinicalScoring.run(parse("score=ich gcs=12")));
        Path table = Files.writeString(folder.resolve("p.csv"), "nihss,anticoagulant,glucose_mg_dl\n10,1,133\n,0,90\n");
        assertEquals("3,", ClinicalScoring.run(parse("score=nag table=[" + MacroRun.text(table) + "]")));
    }

    @Test
    void throughAMacro() throws Exception {
        Path out = folder.resolve("macro.csv");
        MacroRun run = MacroRun.of("run('Clinical Scores...', 'score=ich patient=a gcs=4 volume_ml=30 ivh=yes "
                + "location=infratentorial age=80 out=[" + MacroRun.text(out) + "]')");
        assertTrue(run.ended(), run.toString());
        FeatureTable row = FeatureTableCsv.read(out);
        assertEquals(List.of("6"), row.texts("score"));
        assertEquals(List.of("100"), row.texts("mortality_30d_pct"));
        MacroRun call = MacroRun.run(
                "return call('org.ichradiomics.Macro.run', 'clinical-scores', 'score=func volume_ml=29 age=69 "
                        + "location=lobar gcs=9 cognitive_impairment=no');",
                "");
        assertEquals("11", call.returned());
    }

    @Test
    void refused() {
        assertRefused(() -> ClinicalScoring.run(parse("score=ich warfarin=no")), "warfarin=no is no item");
        assertRefused(() -> ClinicalScoring.run(parse("score=ich age=80 table=[p.csv]")), "age=80 is of one patient");
        assertRefused(() -> ClinicalScoring.run(parse("score=bat")), "There is no patient", "such as blend_sign.");
        assertRefused(() -> ClinicalScoring.run(parse("score=apgar")), "There is no clinical score \"apgar\"");
        assertRefused(() -> ClinicalScoring.run(parse("score=ich table=[gone]")), "no open table called gone");
    }
}
