package org.ichradiomics.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import ij.measure.ResultsTable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.feature.FeatureTable;
import org.ichradiomics.feature.FeatureTableCsv;

/** The macros run exactly as they are shipped. */
class MacrosTest {

    private static final Path SAMPLES = Path.of("sample-images");

    @TempDir
    private Path folder;

    @BeforeEach
    void emptyResults() {
        ResultsTable.getResultsTable().reset();
    }

    @Test
    void extractOneImage() throws Exception {
        Path out = folder.resolve("one.csv");
        MacroRun run = macro("Extract_One_Image.ijm", MacroRun.text(SAMPLES.resolve("head-ct-phantom.tif")) + "|"
                + MacroRun.text(SAMPLES.resolve("head-ct-phantom-rois.zip")) + "|" + MacroRun.text(out));
        FeatureTable table = FeatureTableCsv.read(out);
        assertEquals("DONE R-score=" + table.texts("R-score").get(0) + ", group=none", run.lastLine(), run.log());
        assertEquals(1499, table.values("VolumeCount")[0]);
        assertTrue(Files.exists(folder.resolve("one.json")));
    }

    @Test
    void batchOverAFolder() throws Exception {
        Path cases = Files.createDirectory(folder.resolve("cases"));
        for (String name : new String[] {"b", "a"}) {
            Files.copy(SAMPLES.resolve("head-ct-phantom.tif"), cases.resolve(name + ".tif"));
            Files.copy(SAMPLES.resolve("head-ct-phantom-rois.zip"), cases.resolve(name + (name.equals("a") ? ".zip" : "-rois.zip")));
        }
        Files.copy(SAMPLES.resolve("head-ct-phantom.tif"), cases.resolve("undrawn.tif"));
        Path out = folder.resolve("all.csv");
        MacroRun run = macro("Batch_Folder.ijm", MacroRun.text(cases) + "|" + MacroRun.text(out));
        assertEquals("DONE n=2, skipped=1", run.lastLine(), run.log());
        assertTrue(run.log().contains("Skipped, no ROIs beside it: undrawn.tif"), run.log());
        FeatureTable table = FeatureTableCsv.read(out);
        assertEquals(java.util.List.of("a.tif", "b.tif"), table.cases());
        assertEquals(table.texts("R-score").get(0), table.texts("R-score").get(1));
    }

    @Test
    void readTheScoreBack() throws Exception {
        MacroRun empty = macro("Read_R_score.ijm", "");
        assertTrue(empty.log().contains("The Results table is empty") || String.valueOf(empty.error()).contains("The Results table is empty"),
                empty.toString());
        double score = Values.one(HeadCt.drawn(), "mask=overlay").score().value();
        MacroRun run = macro("Read_R_score.ijm", "0");
        assertEquals(Double.toString(score), run.returned(), run.log());
        assertTrue(run.log().contains("kurtosis, all digits: " + HeadCt.MEASURED.get("kurtosis")), run.log());
    }

    private static MacroRun macro(String name, String argument) throws Exception {
        return MacroRun.run(Files.readString(Path.of("macros", name)), argument);
    }
}
