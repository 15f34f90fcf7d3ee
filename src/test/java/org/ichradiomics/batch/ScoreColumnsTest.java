package org.ichradiomics.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Clinical scores beside the features of a cohort. */
class ScoreColumnsTest {

    @TempDir
    private Path folder;

    private ScoreColumns of(String more, String... rows) throws IOException, InvalidInputException {
        StringBuilder text = new StringBuilder("case,image,mask," + more + "\n");
        for (int i = 0; i < rows.length; i++) text.append("c" + i + ",a.nii,b.nii," + rows[i] + "\n");
        return ScoreColumns.of(CaseList.read(Files.writeString(folder.resolve("list.csv"), text)));
    }

    /** What a batch makes of the list, where so many mL were measured. */
    private static FeatureTable measured(ScoreColumns scores, String... volumes) {
        List<String> columns = new ArrayList<>(List.of("case"));
        columns.addAll(scores.list().columns());
        columns.addAll(List.of(FeatureTable.VOLUME, FeatureTable.NOTES));
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < volumes.length; i++) {
            List<String> row = new ArrayList<>(List.of("c" + i));
            row.addAll(scores.list().cases().get(i).kept());
            row.addAll(List.of(volumes[i], volumes[i].isEmpty() ? "" : "Said before."));
            rows.add(row);
        }
        return FeatureTable.of(columns, rows);
    }

    @Test
    void thoseOfWhichTheListHasAllVariables() throws Exception {
        ScoreColumns scores = of("gcs,IVH,location,age,sex", "3,1,deep,80,f", "15,0,lobar,50,m", "15,,deep,60,m");
        assertEquals(List.of("score_ich"), scores.names());
        FeatureTable table = scores.addTo(measured(scores, "30.0", "29.0", "1.5"), new BitSet());
        assertEquals("score_ich", table.columns().get(table.columns().size() - 1));
        assertEquals(List.of("5", "0", ""), table.texts("score_ich"));
        assertEquals(
                List.of("Said before.", "Said before.", "Said before. No ICH score: ivh is missing."),
                table.texts(FeatureTable.NOTES));
    }

    @Test
    void allSixInTheirOrder() throws Exception {
        ScoreColumns scores = of(
                "gcs,ivh,location,age,cognitive_impairment,blend,hypodensity,hours_to_ct,nihss,anticoagulant,"
                        + "glucose_mg_dl,recurrent,warfarin",
                "15,0,lobar,50,0,1,1,1,3,0,100,0,0");
        assertEquals(
                List.of("score_ich", "score_func", "score_bat", "score_brain", "score_nag", "score_max_ich"),
                scores.names());
        FeatureTable table = scores.addTo(measured(scores, "5.0"), new BitSet());
        // Rost 2008: 4 + 2 + 2 + 2 + 1; Wang 2015: within the first hour 5.
        assertEquals(List.of("11"), table.texts("score_func"));
        assertEquals(List.of("5"), table.texts("score_bat"));
        assertEquals(List.of("5"), table.texts("score_brain"));
        assertEquals(List.of("0"), table.texts("score_max_ich"));
    }

    @Test
    void withoutThemTheTableIsTheSame() throws Exception {
        ScoreColumns scores = of("gcs,age", "3,80");
        FeatureTable table = measured(scores, "30.0");
        assertSame(table, scores.addTo(table, new BitSet()));
    }

    @Test
    void aVolumeOfTheListIsTakenAlone() throws Exception {
        ScoreColumns scores = of("gcs,ivh,infratentorial,age,Volume_ML", "15,0,0,50,31", "15,0,0,50,");
        FeatureTable table = scores.addTo(measured(scores, "5.0", "5.0"), new BitSet());
        assertEquals(List.of("1", ""), table.texts("score_ich"));
        assertTrue(table.texts(FeatureTable.NOTES).get(1).endsWith("No ICH score: volume_ml is missing."));
    }

    @Test
    void aCaseThatWasNotMeasuredHasNoVolume() throws Exception {
        ScoreColumns scores = of("gcs,ivh,infratentorial,age,blend,hypodensity,hours_to_ct", "15,0,0,50,0,0,9");
        FeatureTable table = scores.addTo(measured(scores, ""), new BitSet());
        assertEquals(List.of(""), table.texts("score_ich"));
        assertEquals(List.of("0"), table.texts("score_bat"));
        assertEquals(List.of("No ICH score: volume_ml is missing."), table.texts(FeatureTable.NOTES));
    }

    @Test
    void columnsThatCouldBothBeMeantAreToldBeforeAnythingIsMeasured() throws Exception {
        ScoreColumns scores = of("GCS,Gcs,ivh,infratentorial,age", "15,15,0,0,50");
        InvalidInputException refused = assertThrows(InvalidInputException.class, scores::check);
        assertTrue(refused.getMessage().contains("more than one column that may be gcs"), refused.getMessage());
    }
}
