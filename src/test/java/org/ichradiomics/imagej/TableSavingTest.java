package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TableSavingTest {

    private static final String TEXT = "case,R-score,Notes\n007,-2.111897,\"a, b\"\n8,0.25,\n";

    @TempDir
    private Path folder;

    @Test
    void aTableGoesToAWorkbookAndBack() throws Exception {
        Path csv = Files.writeString(folder.resolve("a.csv"), TEXT);
        assertTrue(save(csv, "a.xlsx", "plain").startsWith("written: "));
        assertTrue(save(csv, "a.xlsx", "plain").startsWith("unchanged: "));
        save(folder.resolve("a.xlsx"), "b.csv", "plain");
        assertEquals(TEXT, Files.readString(folder.resolve("b.csv")));
    }

    @Test
    void excelsDialectHasDecimalCommas() throws Exception {
        Path csv = Files.writeString(folder.resolve("a.csv"), TEXT);
        save(csv, "excel.csv", "excel");
        assertEquals(
                "\uFEFFcase;R-score;Notes\r\n007;-2,111897;a, b\r\n8;0,25;\r\n",
                Files.readString(folder.resolve("excel.csv")));
        assertEquals(TEXT, FeatureTableCsv.text(FeatureTableCsv.read(folder.resolve("excel.csv"))));
    }

    @Test
    void anotherFileIsKept() throws Exception {
        Path csv = Files.writeString(folder.resolve("a.csv"), TEXT);
        Files.writeString(folder.resolve("b.csv"), "other\n1\n");
        assertThrows(InvalidInputException.class, () -> save(csv, "b.csv", "plain"));
        assertEquals("other\n1\n", Files.readString(folder.resolve("b.csv")));
    }

    private String save(Path table, String out, String dialect) throws InvalidInputException {
        return TableSaving.run(Options.of(
                Map.of("table", table.toString(), "out", folder.resolve(out).toString(), "dialect", dialect),
                TableSaving.OPTIONS));
    }
}
