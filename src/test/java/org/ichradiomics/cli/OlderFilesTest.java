package org.ichradiomics.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.ichradiomics.signature.Reference;
import org.ichradiomics.signature.Signature;
import org.ichradiomics.study.StudyFile;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files of 0.1.0 are read as 0.1.0 read them: the same values, the same hash of the settings. */
class OlderFilesTest {

    private static final Path OLD = Path.of("src/test/resources/older/0.1.0");

    @TempDir
    private Path folder;

    /** Over frequencies since: the last digits are others. */
    private static final Set<String> SUMMED_ANEW = Set.of("morph_moran_i", "morph_geary_c");

    private static void assertNear(FeatureTable then, FeatureTable now, String column) throws Exception {
        for (int row = 0; row < then.texts(column).size(); row++)
            assertEquals(
                    Double.parseDouble(then.texts(column).get(row)),
                    Double.parseDouble(now.texts(column).get(row)),
                    1e-10);
    }

    @ParameterizedTest
    @CsvSource({
        "reference,--reference,reference.json",
        "signature,--signature,signature.json",
        "settings,--settings,settings.json",
        "ibsi,--settings,ibsi-settings.json"
    })
    void sameValuesAndSameHash(String name, String option, String file) throws Exception {
        List<Object> more = name.equals("ibsi") ? List.of("--catalogue", "ibsi") : List.of();
        Path csv = folder.resolve("t.csv");
        Console console = Console.extract(
                "headct_blob",
                csv,
                Stream.concat(Stream.of(option, OLD.resolve(file)), more.stream())
                        .toArray());
        assertEquals(0, console.exit(), console.err());
        FeatureTable then = FeatureTableCsv.read(OLD.resolve("expected-" + name + ".csv"));
        FeatureTable now = FeatureTableCsv.read(csv);
        assertTrue(then.columns().size() > 200);
        for (String column : then.columns()) {
            // A sentence may be worded anew.
            if (column.equals(FeatureTable.NOTES)) continue;
            if (SUMMED_ANEW.contains(column)) assertNear(then, now, column);
            else assertEquals(then.texts(column), now.texts(column), column);
        }
        assertEquals(then.columns(), now.columns().subList(0, then.columns().size()), "new columns come last");
    }

    @Test
    void aPlanHasTheSameValues() throws Exception {
        Path old = OLD.resolve("study.json");
        assertHolds(
                "",
                JsonParser.parseString(Files.readString(old)),
                JsonParser.parseString(StudyFile.read(old).text()));
    }

    @Test
    void signaturesAndReferencesHaveTheSameValues() throws Exception {
        assertHolds(
                "",
                JsonParser.parseString(Files.readString(OLD.resolve("signature.json"))),
                JsonParser.parseString(Signature.FILE.text(Signature.FILE.read(OLD.resolve("signature.json")))));
        assertHolds(
                "",
                JsonParser.parseString(Files.readString(OLD.resolve("reference.json"))),
                JsonParser.parseString(Reference.FILE.text(Reference.FILE.read(OLD.resolve("reference.json")))));
    }

    /** What is written today says all that was said then; it may say more. */
    private static void assertHolds(String path, JsonElement then, JsonElement now) {
        if (!(then instanceof JsonObject object)) {
            assertEquals(then, now, path);
            return;
        }
        for (Map.Entry<String, JsonElement> one : object.entrySet()) {
            if (one.getKey().equals("version")) continue;
            assertTrue(now.getAsJsonObject().has(one.getKey()), path + "." + one.getKey());
            assertHolds(
                    path + "." + one.getKey(),
                    one.getValue(),
                    now.getAsJsonObject().get(one.getKey()));
        }
    }
}
