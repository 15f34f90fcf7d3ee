package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.clinical.ClinicalScore;
import org.ichradiomics.clinical.Item;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.ichradiomics.imagej.Values.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * <i>Clinical Scores...</i> in ImageJ; {@code ScoresCommandTest} has the points.
 *
 * <p>Covers OptionAsker and SignAnswers.
 */
class ClinicalScoringTest {

    private static final OptionAsker NOBODY = new OptionAsker() {};

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
        assertEquals("Volume_ml (Volume of the haematoma, mL)", volume.label());
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

    /** Somebody at the screen, whose entries are those of a patient. */
    private static final class Somebody implements OptionAsker {

        private final List<String> seen = new ArrayList<>();

        @Override
        public Map<String, String> ask(
                String title, String message, List<Option> fields, Function<Map<String, String>, String> shown) {
            Map<String, String> entries = new LinkedHashMap<>();
            for (Option field : fields) entries.put(field.key(), "");
            seen.addAll(List.of(title, message, String.join(",", entries.keySet()), shown.apply(entries)));
            entries.putAll(Map.of("blend_sign", "no", "hypodensity", "yes", "hours_to_ct", "2"));
            seen.add(shown.apply(entries));
            return entries;
        }
    }

    @Test
    void whoeverIsThereIsAskedForTheItemsOfTheScore() throws Exception {
        Somebody somebody = new Somebody();
        Path out = folder.resolve("one.csv");
        assertEquals(
                "4", ClinicalScoring.run(parse("score=bat patient=p1 out=[" + MacroRun.text(out) + "]"), somebody));
        assertEquals("BAT score", somebody.seen.get(0));
        assertTrue(somebody.seen.get(1).startsWith("Morotti A et al., Stroke 2018;49:1163\n"));
        assertEquals("blend_sign,hypodensity,hours_to_ct", somebody.seen.get(2));
        assertTrue(somebody.seen.get(3).startsWith("No BAT score: blend_sign is missing;"));
        assertTrue(somebody.seen.get(4).startsWith("BAT score 4 of 5: high risk of expansion (1 yes, 0 no) 1"));
        assertTrue(somebody.seen.get(4).contains("Points: blend_sign 0, hypodensity 2, hours_to_ct 2."));
        FeatureTable row = FeatureTableCsv.read(out);
        assertEquals(List.of("p1"), row.cases());
        assertEquals(List.of("4"), row.texts("score"));
    }

    @Test
    void nobodyIsAskedWhereAnItemOrATableIs() throws Exception {
        OptionAsker never = new OptionAsker() {
            @Override
            public Map<String, String> ask(
                    String title, String message, List<Option> fields, Function<Map<String, String>, String> shown) {
                throw new AssertionError(title);
            }
        };
        assertEquals("", ClinicalScoring.run(parse("score=ich gcs=12"), never));
        Path table = Files.writeString(folder.resolve("p.csv"), "nihss,anticoagulant,glucose_mg_dl\n10,1,133\n,0,90\n");
        assertEquals("3,", ClinicalScoring.run(parse("score=nag table=[" + MacroRun.text(table) + "]"), never));
        assertEquals("", ClinicalScoring.run(parse("score=ich"), NOBODY));
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
        assertRefused(() -> ClinicalScoring.run(parse("score=ich warfarin=no"), NOBODY), "warfarin=no is no item");
        assertRefused(
                () -> ClinicalScoring.run(parse("score=ich age=80 table=[p.csv]"), NOBODY), "age=80 is of one patient");
        assertRefused(() -> ClinicalScoring.run(parse("score=apgar"), NOBODY), "There is no clinical score \"apgar\"");
        assertRefused(() -> ClinicalScoring.run(parse("score=ich table=[gone]"), NOBODY), "no open table called gone");
    }
}
