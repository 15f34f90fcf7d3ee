package org.ichradiomics.imagej;

import java.nio.file.Path;
import java.util.stream.IntStream;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.IchRadiomics;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Scripts may call from several threads: no row is lost, none is mixed. */
class ThreadsTest {

    @Test
    void everyRowIsWhole(@TempDir Path folder) throws Exception {
        ResultsTable.getResultsTable().reset();
        Path out = folder.resolve("all.csv");
        IntStream.range(0, 8).parallel().forEach(i -> {
            ImagePlus image = HeadCt.drawn();
            image.setTitle("case-" + i + ".tif"); // the same row twice would stand there once
            IchRadiomics.extract(image, null, "mask=overlay out=[" + MacroRun.text(out) + "]");
        });
        FeatureTable table = FeatureTableCsv.read(out);
        assertEquals(8, table.size());
        assertEquals(8, ResultsTable.getResultsTable().size());
        for (int row = 0; row < 8; row++) {
            assertEquals(HeadCt.MEASURED.get("kurtosis"), table.values("kurtosis")[row]);
            assertEquals(
                    HeadCt.MEASURED.get("kurtosis"),
                    ResultsTable.getResultsTable().getValue("kurtosis", row));
            assertEquals("none", ResultsTable.getResultsTable().getStringValue("R-score group", row));
        }
    }
}
