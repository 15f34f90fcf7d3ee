package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a dialog offers of tables. */
class TableColumnsTest {

    @TempDir
    private Path folder;

    private String table(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void columnsThatAreNoFeaturesEachOnce() throws Exception {
        String features = table("features.csv", "case,Label,kurtosis,age\na,x,1.5,60\nb,y,2.5,70\n");
        String clinical = table("clinical.csv", "case,mRS,age\na,4,60\nb,1,70\n");
        TableColumns columns = TableColumns.of(List.of(features, clinical));
        assertEquals(List.of("case", "Label", "age", "mRS"), columns.columns());
        assertEquals(List.of("4", "1"), columns.values("mRS"));
        assertEquals(List.of(), columns.values("gone"));
    }

    /** Without a catalogue's name, numbers may be anything. */
    @Test
    void ofATableOfPatientsAllColumns() throws Exception {
        String clinical = table("clinical.csv", "id,volume_ml,died\n1,5.5,0\n2,6.5,1\n3,7,\n");
        TableColumns columns = TableColumns.of(List.of(clinical));
        assertEquals(List.of("id", "volume_ml", "died"), columns.columns());
        assertEquals(List.of("0", "1"), columns.values("died"));
    }

    @Test
    void amountsAreNoValuesToChoose() throws Exception {
        StringBuilder text = new StringBuilder("case,volume\n");
        for (int i = 0; i < 31; i++) text.append(i).append(',').append(i / 7.0).append('\n');
        assertEquals(
                List.of(),
                TableColumns.of(List.of(table("many.csv", text.toString()))).values("volume"));
    }

    @Test
    void whatIsNoTableOffersNothing() {
        assertEquals(
                List.of(),
                TableColumns.of(List.of("", "gone.csv", "no such window")).columns());
    }
}
