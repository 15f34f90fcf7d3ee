package org.ichradiomics.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The truth tables of {@code TruthTablesTest}, from file to file, and what is odd in tables of patients. */
class ScoresCommandTest {

    private static final Path TRUTH = Path.of("src/test/resources/org/ichradiomics/clinical");

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The rows that are written for a table of patients. */
    private FeatureTable scored(String score, String table) throws Exception {
        Path out = folder.resolve("scored.csv");
        Console console = Console.run("scores", score, file("patients.csv", table), "--out", out, "--overwrite");
        assertEquals(0, console.exit(), console.err());
        return FeatureTableCsv.read(out);
    }

    @ParameterizedTest
    @CsvSource({"ich, 5, 96", "func, 5, 192", "bat, 3, 16", "nag, 3, 24"})
    void everyRowOfTheTruthTables(String score, int items, int rows) throws Exception {
        FeatureTable truth = FeatureTableCsv.read(TRUTH.resolve(score + ".csv"));
        String bare = Files.readAllLines(TRUTH.resolve(score + ".csv")).stream()
                .map(line -> String.join(",", List.of(line.split(",", -1)).subList(0, items)))
                .collect(Collectors.joining("\n", "", "\n"));
        FeatureTable scored = scored(score, bare);
        assertEquals(rows, scored.size());
        for (String column : truth.columns()) assertEquals(truth.texts(column), scored.texts(column), column);
        assertEquals(truth.columns().size() + 1, scored.columns().size());
        assertTrue(scored.known("note").stream().allMatch(String::isEmpty));
    }

    /** Nobody's answer is guessed: the row has no score, the others keep theirs, and all is well. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ich  | gcs,volume_ml,ivh,infratentorial,age | ,30,1,0,80         | gcs is missing",
                "ich  | gcs,volume_ml,ivh,infratentorial,age | 2,30,1,0,80        | out of range",
                "ich  | gcs,volume_ml,ivh,infratentorial,age | 12.5,30,1,0,80     | no whole number",
                "ich  | gcs,volume_ml,ivh,infratentorial,age | 12,-3,1,0,80       | out of range",
                "ich  | gcs,volume_ml,ivh,infratentorial,age | 12,29900,1,0,80    | out of range",
                "ich  | gcs,volume_ml,ivh,infratentorial,age | 12,30 mL,1,0,80    | no number",
                "ich  | gcs,volume_ml,ivh,infratentorial,age | 12,30,maybe,0,80   | 1 (yes) or 0 (no)",
                "ich  | gcs,volume_ml,ivh,infratentorial,age | 12,30,1,0,79.5     | no whole number",
                "func | volume_ml,age,location,gcs,cognitive_impairment | 20,60,thalamus,9,0"
                        + "| lobar, deep or infratentorial",
                "nag  | nihss,anticoagulant,glucose_mg_dl    | 43,0,140           | out of range",
                "nag  | nihss,anticoagulant,glucose_mg_dl    | 9,0,7.4            | mmol/L",
                "bat  | blend_sign,hypodensity,hours_to_ct   | 1,0,unknown        | hours_to_ct is missing",
                "bat  | blend_sign,hypodensity,hours_to_ct   | 1,0,-2             | out of range",
                "bat  | blend_sign,hypodensity,hours_to_ct   | unsure,0,2         | blend_sign is missing",
                "brain| volume_ml,recurrent,warfarin,ivh,hours_to_ct | 9,0,2,0,1  | 1 (yes) or 0 (no)",
                "max-ich| nihss,age,location,volume_ml,ivh,anticoagulant | 9,70,,12,0,1 | location is missing"
            })
    void aRowWithoutAScoreHasANote(String score, String header, String row, String note) throws Exception {
        String sound = switch (score) {
            case "ich" -> "15,5,0,0,50";
            case "func" -> "20,60,deep,15,0";
            case "nag" -> "3,0,100";
            case "bat" -> "0,0,6";
            case "brain" -> "5,0,0,0,9";
            default -> "3,50,deep,5,0,0";
        };
        FeatureTable scored = scored(score, header + "\n" + row + "\n" + sound + "\n");
        assertEquals("", scored.texts("score").get(0));
        assertTrue(
                scored.texts("note").get(0).contains(note), scored.texts("note").get(0));
        assertFalse(scored.texts("score").get(1).isEmpty());
        assertEquals("", scored.texts("note").get(1));
    }

    @Test
    void aColumnThatIsMissingEndsTheRun() throws IOException {
        Path out = folder.resolve("out.csv");
        Console console = Console.run("scores", "ich", file("p.csv", "gcs,age\n12,80\n"), "--out", out);
        assertEquals(3, console.exit());
        assertTrue(console.err().contains("\"volume_ml\", \"ivh\", \"infratentorial\""), console.err());
        assertFalse(Files.exists(out));
    }

    /** A suggestion is no answer, wherever it stands. */
    @Test
    void onlyTheReadersAnswerCounts() throws Exception {
        String blend = "case,blend,blend_suggested,hypodensity,hypodensity_suggested,hours_to_ct\n";
        FeatureTable scored = scored("bat", blend + "a,0,1,0,1,9\nb,1,0,1,0,9\nc,,1,1,1,1\n");
        assertEquals(List.of("0", "3", ""), scored.texts("score"));
        assertEquals("blend_sign is missing", scored.texts("note").get(2));
        Path suggested = file("suggested.csv", "blend_suggested,hypodensity_suggested,hours_to_ct\n1,1,1\n");
        assertEquals(3, Console.run("scores", "bat", suggested).exit());
    }

    @Test
    void answersOfASecondTableAreJoinedByTheCase() throws Exception {
        Path patients = file("p.csv", "case,hours_to_ct,hypodensity\na,1,\nb,1,0\nc,1,1\n");
        Path answers = file(
                "answers.csv",
                "case,black_hole,hypodensity,hypodensity_suggested,blend,blend_suggested\nb,1,1,1,1,0\na,0,1,0,0,1\n");
        Path out = folder.resolve("out.csv");
        Console console = Console.run("scores", "bat", patients, "--signs", answers, "--out", out);
        assertEquals(0, console.exit(), console.err());
        FeatureTable scored = FeatureTableCsv.read(out);
        assertEquals(List.of("1", "0", "1"), scored.texts("hypodensity"), "the table's own comes first");
        assertEquals(List.of("0", "1", ""), scored.texts("blend"));
        assertEquals(List.of("4", "3", ""), scored.texts("score"));
        assertFalse(scored.has("black_hole"));
        assertTrue(console.out().contains("1 of 3 rows has no score: the column note says why."), console.out());
        Console one = Console.run("scores", "bat", "--patient", "b", "--hours-to-ct", "9", "--signs", answers);
        assertTrue(one.out().startsWith("BAT score 3 of 5: high risk of expansion"), one.out());
        Path rows = file("rows.csv", "case,sign,suggested\na,blend,1\n");
        Console wrong = Console.run("scores", "bat", patients, "--signs", rows);
        assertEquals(3, wrong.exit());
        assertTrue(wrong.err().contains("the table that signs writes as --answers"), wrong.err());
        Path twice = file("twice.csv", "case,blend\na,1\na,0\n");
        assertTrue(
                Console.run("scores", "bat", patients, "--signs", twice).err().contains("the case a twice"));
    }

    @Test
    void onePatientByOptions() throws Exception {
        Path out = folder.resolve("one.csv");
        Console console = Console.run(
                "scores",
                "ich",
                "--patient",
                "p1",
                "--gcs",
                "12",
                "--volume-ml",
                "30",
                "--ivh",
                "1",
                "--location",
                "deep",
                "--age",
                "80",
                "--out",
                out);
        assertEquals(0, console.exit(), console.err());
        List<String> lines = console.out().lines().toList();
        assertEquals(
                "ICH score 4 of 6: dead within 30 days 97 % (observed in the original cohort, Hemphill JC et al., "
                        + "Stroke 2001;32:891).",
                lines.get(0));
        assertEquals(
                "Points: Glasgow Coma Scale 1, Volume of the haematoma 1, Intraventricular blood 1, "
                        + "Infratentorial origin 0, Age 1.",
                lines.get(1));
        assertEquals(List.of("4"), FeatureTableCsv.read(out).texts("score"));
        assertEquals(List.of("p1"), FeatureTableCsv.read(out).cases());
        Console missing = Console.run("scores", "ich", "--gcs", "12");
        assertEquals(0, missing.exit());
        assertTrue(
                missing.out()
                        .startsWith("No ICH score: volume is missing; IVH is missing; infratentorial origin is "
                                + "missing; age is missing."),
                missing.out());
    }

    @Test
    void forPrograms() throws IOException {
        Path table = file("p.csv", "case,nihss,anticoagulant,glucose_mmol_l\na,10,1,7.38\nb,,0,5\n");
        Console console = Console.run("scores", "nag", table, "--json");
        JsonObject row =
                JsonParser.parseString(console.out()).getAsJsonArray().get(0).getAsJsonObject();
        assertEquals(3, row.get("score").getAsInt());
        assertEquals("100", row.get("expansion_pct").getAsString());
        assertEquals(1, row.getAsJsonObject("points").get("anticoagulant").getAsInt());
        JsonObject other =
                JsonParser.parseString(console.out()).getAsJsonArray().get(1).getAsJsonObject();
        assertTrue(other.get("score").isJsonNull());
        assertEquals("nihss is missing", other.get("note").getAsString());
        assertTrue(console.err().contains("1 of 2 rows has no score"), console.err());
    }

    @Test
    void withoutAFileTheRowsArePrinted() throws IOException {
        Console console = Console.run("scores", "bat", file("p.csv", "id,blend,hypodensity,hours_to_ct\nx,1,1,1\n"));
        assertEquals("id,blend,hypodensity,hours_to_ct,score,high_risk,note\nx,1,1,1,5,1,\n", console.out());
    }

    @Test
    void theTableItselfIsReplacedOnlyIfThatIsSaid() throws IOException {
        Path table = file("p.csv", "id,blend,hypodensity,hours_to_ct\nx,1,1,1\n");
        Console refused = Console.run("scores", "bat", table, "--out", table);
        assertEquals(3, refused.exit());
        assertTrue(refused.err().contains("is the table that is scored"), refused.err());
        assertEquals(
                0,
                Console.run("scores", "bat", table, "--out", table, "--overwrite")
                        .exit());
        assertTrue(Files.readString(table).endsWith("\nx,1,1,1,5,1,\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scores ich|There is no patient: name a table of patients, or give the items of one, such as --gcs.",
                "scores apache p.csv|There is no clinical score \"apache\": choose one of ich, func, bat, brain, nag",
                "scores ich --nihss 3|--nihss=3 is no item of the ICH score",
                "scores ich p.csv --gcs 3|--gcs=3 is of one patient, and there is a table"
            })
    void whatCannotBeMeant(String run) {
        String[] parts = run.split("\\|");
        Console console = Console.run((Object[]) parts[0].split(" "));
        assertEquals(2, console.exit(), console.err());
        assertTrue(console.err().startsWith(parts[1]), console.err());
    }

    @Test
    void eachHelpNamesTheOther() {
        assertTrue(Console.run("score", "--help").out().contains("are added up by scores"));
        assertTrue(Console.run("scores", "--help").out().contains("is computed by score"));
    }
}
