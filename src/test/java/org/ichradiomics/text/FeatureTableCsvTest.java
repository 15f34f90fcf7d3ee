package org.ichradiomics.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.Shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** All of it on a computer whose decimal mark is a comma. */
class FeatureTableCsvTest {

    @TempDir
    Path folder;

    private Locale locale;

    @BeforeEach
    void moveToGermany() {
        locale = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void moveBack() {
        Locale.setDefault(locale);
    }

    @Test
    void writesOneForm() throws Exception {
        FeatureTable table = FeatureTable.of(
                List.of("case", "Volume (mL)", "kurtosis", "Notes"),
                List.of(
                        Arrays.asList("P1", 4.5, 1.0E-5, "says \"high\", or not"),
                        Arrays.asList("P 2", 3, Double.NaN, null)));
        FeatureTableCsv.write(table, file());
        assertEquals(
                "case,Volume (mL),kurtosis,Notes\nP1,4.5,1.0E-5,\"says \"\"high\"\", or not\"\nP 2,3,NaN,\n",
                Files.readString(file()));
    }

    @Test
    void roundTripKeepsEveryBit() throws Exception {
        double[] values = DoubleStream.concat(
                        DoubleStream.of(Math.PI, -0.0, Double.MIN_VALUE, -Double.MAX_VALUE, Double.NaN, 1e23),
                        new Random(1).longs(1000).mapToDouble(Double::longBitsToDouble))
                .toArray();
        FeatureTable table = FeatureTable.of(
                List.of("case", "x"),
                Arrays.stream(values).mapToObj(x -> List.of("line\nbreak", x)).toList());
        FeatureTableCsv.write(table, file());
        FeatureTable back = FeatureTableCsv.read(file());
        assertArrayEquals(values, back.values("x"));
        assertEquals("line\nbreak", back.cases().get(0));
        String first = Files.readString(file());
        FeatureTableCsv.write(back, file());
        assertEquals(first, Files.readString(file()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case,x,Notes\nP1,1.5,\"a;b\"\nP2,,ok\n",
                "\uFEFFcase,x,Notes\r\nP1,1.5,a;b\r\nP2,NA,ok",
                "case;x;Notes\r\nP1;1,5;\"a;b\"\r\nP2;NaN;ok\r\n;;\r\n",
                "case;x;Notes\nP1;1.5;\"a;b\"\nP2;;ok\n",
                "case\tx\tNotes\nP1\t1.5\ta;b\n\nP2\tNaN\tok\n",
                "\"case\", x ,Notes\nP1, 1.5 ,a;b\nP2,,ok\n"
            })
    void readsWhatSpreadsheetsWrite(String text) throws Exception {
        FeatureTable table = read(text);
        assertEquals(List.of("case", "x", "Notes"), table.columns());
        assertEquals(List.of("P1", "P2"), table.cases());
        assertArrayEquals(new double[] {1.5, Double.NaN}, table.values("x"));
        assertEquals(List.of("a;b", "ok"), table.texts("Notes"));
        assertEquals("the table cohort.csv", table.title());
    }

    /** Columns and rows that were emptied, not deleted; Excel leaves their separators out again after some lines. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "case,x,,\nP1,1,,\nP2,2,,\n,,,\n,,,\n",
                "case;x;;;\r\nP1;1\r\nP2;2; ;;;;\r\n;;;;;;\r\n",
                ",,,\ncase,,x,\nP1,,1,\nP2,,2\n"
            })
    void emptyColumnsAndRowsOfSpreadsheetsAreNone(String text) throws Exception {
        FeatureTable table = read(text);
        assertEquals(List.of("case", "x"), table.columns());
        assertEquals(List.of("P1", "P2"), table.cases());
        assertArrayEquals(new double[] {1, 2}, table.values("x"));
    }

    /** R's write.csv and pandas' to_csv. */
    @Test
    void namesOfRowsMayHaveNoNameThemselves() throws Exception {
        FeatureTable table = read("\"\",\"x\"\n\"P1\",1\n\"P2\",2\n");
        assertEquals(List.of("", "x"), table.columns());
        assertEquals(List.of("P1", "P2"), table.cases());
    }

    @Test
    void writesDecimalCommasAsPoints() throws Exception {
        FeatureTable table = read("case;x;Notes\nP1;-1,5;a, b\nP2;2E-05;1,5 mL\n");
        FeatureTableCsv.write(table, file());
        assertEquals("case,x,Notes\nP1,-1.5,\"a, b\"\nP2,2E-05,\"1,5 mL\"\n", Files.readString(file()));
    }

    @Test
    void refusesThousands() {
        assertRefused(
                "Column \"x\" of the table cohort.csv has \"1.234,5\" in line 3 (case P2), which can be read in two "
                        + "ways: write the number without thousands separators.",
                "case;x\nP1;1,5\nP2;1.234,5\n");
        assertRefused(
                "Column \"x\" of the table cohort.csv has \"1,5\" in line 2 (case P1) but \"1.234\" in line 3: write "
                        + "all its numbers with a comma or all with a point, without thousands separators.",
                "case;x\nP1;1,5\nP2;1.234\n");
        assertRefused(
                "Column \"x\" of the table cohort.csv has \"1,5\" in line 2 (case P1), which has a decimal "
                        + "comma: write the number with a decimal point.",
                "case,x\nP1,\"1,5\"\n");
    }

    @Test
    void refusesBrokenTables() {
        assertRefused("cohort.csv is empty: choose a table with a header line.", "\uFEFF\n");
        assertRefused(
                "cohort.csv has more than one column of the same name: x, y; rename or remove them.", "x,y,x,y,x\n");
        assertRefused(
                "Column D of cohort.csv has a value in line 3, but no name in the header: name it or empty it.",
                "case,x,,,\nP1,1,,,\nP2,2,,late,\n");
        assertRefused(
                "Column AB of cohort.csv has a value in line 2, but no name in the header: name it or empty it.",
                "case,x" + ",".repeat(26) + "\nP1,1" + ",".repeat(26) + "9\n");
        assertRefused(
                "Line 2 of cohort.csv has 5 fields, but the header 4: correct that line.", "case,x,,\nP1,1,,,9\n");
        assertRefused("Line 3 of cohort.csv has 1 field, but the header 2: correct that line.", "case,x\nP1,1\nP2\n");
        assertRefused(
                "Line 4 of cohort.csv has 3 fields, but the header 2: correct that line.",
                "case,x\n\"P\n1\",1\nP2,1,5\n");
        assertRefused(
                "cohort.csv has a quotation mark (\") that is opened and never closed: correct it.",
                "case,x\nP1,\"1\nP2,2\n");
        assertTrue(refusal("case,x\nP1,\"1\"2\n").startsWith("cohort.csv is not a CSV table ("));
    }

    @Test
    void readsTheSharedCohort() throws Exception {
        Path cohort = Shared.of("stats/cohort313");
        FeatureTable features = FeatureTableCsv.read(cohort.resolve("features.csv"));
        assertEquals(313, features.size());
        assertEquals(396, features.features().size());
        assertEquals("P313", features.cases().get(312));
        assertEquals(
                50, FeatureTableCsv.read(cohort.resolve("features_reader2.csv")).size());
        FeatureTableCsv.write(features, file());
        assertEquals(
                Files.readString(cohort.resolve("features.csv")).replace("\"", ""),
                Files.readString(file()),
                "not a digit changes");
    }

    /** The kit writes a column " SizeZoneVariability" with a leading blank. */
    @Test
    void readsAnExportOfTheKit() throws Exception {
        FeatureTable table = FeatureTableCsv.read(Shared.of("ak/published/pone.0227703.s014.csv"));
        assertEquals(51, table.size());
        assertEquals(396, table.features().size());
        assertTrue(table.has("SizeZoneVariability"));
    }

    private Path file() {
        return folder.resolve("cohort.csv");
    }

    private FeatureTable read(String text) throws IOException, InvalidInputException {
        return FeatureTableCsv.read(Files.writeString(file(), text));
    }

    private String refusal(String text) {
        return assertThrows(InvalidInputException.class, () -> read(text).values("x"))
                .getMessage();
    }

    private void assertRefused(String sentence, String text) {
        assertEquals(sentence, refusal(text));
    }
}
