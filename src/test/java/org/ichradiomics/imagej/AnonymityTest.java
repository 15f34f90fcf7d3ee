package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.IchRadiomics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * ImageJ keeps the DICOM header, with the patient's name, in slice labels and in "Info": none of it leaves the image.
 */
class AnonymityTest {

    private static final String HEADER =
            "0010,0010  Patient's Name: Mustermann^Erika\n0010,0030  Patient's Birth Date: 19640812\n";

    @TempDir
    private Path folder;

    private static ImagePlus withHeader() {
        ImagePlus image = HeadCt.drawn();
        image.setProperty("Info", HEADER);
        for (int z = 1; z <= image.getStackSize(); z++) image.getStack().setSliceLabel("IM" + z + "\n" + HEADER, z);
        return image;
    }

    private static void assertNobodyIsNamed(String text) {
        for (String word : new String[] {"Mustermann", "Erika", "19640812", "0010,"})
            assertFalse(text.contains(word), text);
    }

    @Test
    void inNoTableNoFileAndNoLog() throws Exception {
        HeadCt.save(withHeader(), folder.resolve("case1.tif"));
        MacroRun macro = MacroRun.of(
                "setBatchMode(true); open('" + MacroRun.text(folder.resolve("case1.tif")) + "'); setSlice(3);"
                        + "if (indexOf(getMetadata('Label') + getMetadata('Info'), 'Mustermann') < 0) exit('the "
                        + "header is gone, this test says nothing');"
                        + "run('Extract...', 'mask=overlay rows=[per ROI] out=["
                        + MacroRun.text(folder.resolve("t.csv")) + "]');"
                        + "for (row = 0; row < nResults; row++) print(getResultLabel(row), getResultString('ROI', "
                        + "row), getResultString('Notes', row))");
        assertTrue(macro.ended(), macro.toString());
        assertNobodyIsNamed(macro.log());
        assertNobodyIsNamed(Files.readString(folder.resolve("t.csv")));
        assertNobodyIsNamed(Files.readString(folder.resolve("t.json")));
    }

    @Test
    void inNoTableOfScripts() {
        ResultsTable table = IchRadiomics.extract(withHeader(), null, "");
        assertEquals(1, table.size());
        for (String heading : table.getHeadings()) assertNobodyIsNamed(heading + table.getStringValue(heading, 0));
    }

    @Test
    void inNoSentence() {
        ImagePlus image = withHeader();
        image.setOverlay(null);
        image.getCalibration().setUnit("pixel");
        for (String options : new String[] {
            "",
            "mask=overlay",
            "spacing=1,1,1",
            "mask=selection spacing=1,1,1",
            "mask=[mask image] maskimage=x spacing=1,1,1"
        }) {
            try {
                IchRadiomics.extract(image, null, options);
                throw new AssertionError("not refused: " + options);
            } catch (IllegalArgumentException e) {
                assertNobodyIsNamed(e.getMessage());
            }
        }
    }
}
