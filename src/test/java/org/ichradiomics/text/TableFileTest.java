package org.ichradiomics.text;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TableFileTest {

    private static final FeatureTable TABLE = FeatureTable.of(
            List.of("case", "Volume (mL)", "count", "Notes"),
            List.of(
                    Arrays.asList("007", 0.1 + 0.2, 3, "said; \"done\",\nand more = <b> & é"),
                    Arrays.asList("1234567890123456789", -1.0E-300, 0, "=1+1"),
                    Arrays.asList("c", Double.NaN, null, null)));

    @TempDir
    private Path folder;

    @Test
    void aWorkbookGivesEveryCellBack() throws Exception {
        Path file = folder.resolve("table.xlsx");
        FeatureTableCsv.write(TABLE, file);
        assertEquals(FeatureTableCsv.text(TABLE), FeatureTableCsv.text(FeatureTableCsv.read(file)));
    }

    @Test
    void anyNumberComesBackToTheLastBit() throws Exception {
        Random random = new Random(7);
        List<List<Double>> rows = random.longs(3000)
                .mapToObj(Double::longBitsToDouble)
                .filter(Double::isFinite)
                .map(List::of)
                .toList();
        FeatureTable table = FeatureTable.of(List.of("x"), rows);
        Path file = folder.resolve("x.xlsx");
        FeatureTableCsv.write(table, file);
        assertEquals(FeatureTableCsv.text(table), FeatureTableCsv.text(FeatureTableCsv.read(file)));
    }

    @Test
    void theSameCellsAreTheSameBytes() throws Exception {
        Path a = folder.resolve("a.xlsx");
        Path b = folder.resolve("b.xlsx");
        FeatureTableCsv.write(TABLE, a);
        FeatureTableCsv.write(TABLE, b);
        assertArrayEquals(Files.readAllBytes(a), Files.readAllBytes(b));
        assertTrue(unpacked(a).contains("<cp:coreProperties"));
        assertTrue(!unpacked(a).contains("dcterms:created"));
    }

    @Test
    void rowsGrowInAWorkbook() throws Exception {
        Path file = folder.resolve("grown.xlsx");
        GrowingTable grown = new GrowingTable(file, Replacing.of(false));
        for (int row = 0; row < TABLE.size(); row++) {
            grown.add(List.of(TABLE.only(new int[] {row})), GrowingTable.Before.NOTHING);
        }
        var again = grown.add(List.of(TABLE.only(new int[] {0})), GrowingTable.Before.NOTHING);
        assertEquals(FeatureTableCsv.text(TABLE), FeatureTableCsv.text(FeatureTableCsv.read(file)));
        assertEquals(false, again.isChanged());
    }

    @Test
    void excelsCsvIsTheSameTable() throws Exception {
        Path file = folder.resolve("excel.csv");
        FeatureTable plain = TABLE.only(new int[] {0, 2});
        WholeFile.write(file, TableFile.content(plain, file, true), Replacing.of(false));
        String text = Files.readString(file);
        assertTrue(text.startsWith("\uFEFFcase;Volume (mL);count;Notes\r\n007;0,30000000000000004;3;"), text);
        assertEquals(FeatureTableCsv.text(plain), FeatureTableCsv.text(FeatureTableCsv.read(file)));
    }

    /** As Excel stores them: shared text, a date by its format, a truth, a formula with its value, and a gap. */
    @Test
    void aSheetOfExcelIsReadAsExcelShowsIt() throws Exception {
        Path file = folder.resolve("made.xlsx");
        book(file, "<f>1+1</f><v>2</v>");
        assertEquals(
                "case,date,alive,sum,ratio\na,2024-02-29,TRUE,2,0.1\nb,2024-02-29T12:00,FALSE,2,\n",
                FeatureTableCsv.text(FeatureTableCsv.read(folder.resolve("made.xlsx#patients"))));
        assertEquals(List.of("007", "100000"), FeatureTableCsv.read(file).texts("only"));
        assertEquals(
                "made.xlsx has no sheet Sheet3: choose First, Patients.", refusal(folder.resolve("made.xlsx#Sheet3")));
        book(file, "<f>1+1</f>");
        assertEquals(
                "Cell D2 of made.xlsx holds a formula whose value was never computed: open the file in Excel and save "
                        + "it.",
                refusal(folder.resolve("made.xlsx#Patients")));
    }

    @Test
    void whatIsNoWorkbookIsRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("list.xlsx"), "case,image,mask\n");
        assertEquals(
                "list.xlsx cannot be read as an Excel workbook: open it in Excel and save it as .xlsx, without a "
                        + "password, or as \"CSV UTF-8\".",
                refusal(file));
        assertTrue(refusal(Files.writeString(folder.resolve("old.xls"), "x")).startsWith("old.xls is a workbook that"));
        assertTrue(refusal(folder.resolve("none.xlsx")).startsWith("There is no file none.xlsx in "));
        var sheet = assertThrows(
                InvalidInputException.class, () -> TableFile.content(folder.resolve("a.xlsx#b"), "a\n1\n"));
        assertEquals(
                "a.xlsx#b names one sheet, but a workbook is written as a whole: leave out #b.", sheet.getMessage());
    }

    private static String refusal(Path file) {
        return assertThrows(InvalidInputException.class, () -> FeatureTableCsv.read(file))
                .getMessage();
    }

    private static String unpacked(Path file) throws Exception {
        StringBuilder text = new StringBuilder();
        try (var zip = new java.util.zip.ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return text.toString();
    }

    private static void book(Path file, String formula) throws Exception {
        String main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packaged = "http://schemas.openxmlformats.org/package/2006/";
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"" + packaged + "content-types\">"
                            + List.of("workbook sheet.main", "sharedStrings sharedStrings", "styles styles").stream()
                                    .map(part -> part.split(" "))
                                    .map(part -> "<Override PartName=\"/xl/" + part[0] + ".xml\" ContentType=\"" + type
                                            + part[1] + "+xml\"/>")
                                    .collect(Collectors.joining())
                            + "</Types>");
            put(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + packaged + "relationships\"><Relationship Id=\"r1\" Type=\"" + relations
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    "<workbook " + main + " xmlns:r=\"" + relations + "\"><sheets><sheet name=\"First\" sheetId=\"1\" "
                            + "r:id=\"s1\"/><sheet name=\"Patients\" sheetId=\"2\" r:id=\"s2\"/></sheets></workbook>");
            StringBuilder links = new StringBuilder("<Relationships xmlns=\"" + packaged + "relationships\">");
            for (String link : List.of(
                    "s1 worksheet worksheets/sheet1.xml",
                    "s2 worksheet worksheets/sheet2.xml",
                    "t sharedStrings sharedStrings.xml",
                    "y styles styles.xml")) {
                String[] of = link.split(" ");
                links.append("<Relationship Id=\"" + of[0] + "\" Type=\"" + relations + "/" + of[1] + "\" Target=\""
                        + of[2] + "\"/>");
            }
            put(zip, "xl/_rels/workbook.xml.rels", links + "</Relationships>");
            put(
                    zip,
                    "xl/sharedStrings.xml",
                    "<sst " + main
                            + "><si><t>case</t></si><si><r><t>da</t></r><r><t>te</t></r></si><si><t>alive</t>"
                            + "</si>"
                            + "<si><t>sum</t></si><si><t>ratio</t></si><si><t>a</t></si><si><t>b</t></si></sst>");
            put(
                    zip,
                    "xl/styles.xml",
                    "<styleSheet " + main + "><numFmts count=\"2\"><numFmt numFmtId=\"165\" "
                            + "formatCode=\"000\"/><numFmt numFmtId=\"164\" "
                            + "formatCode=\"dd/mm/yyyy\\ hh:mm\"/></numFmts><cellXfs count=\"5\"><xf numFmtId=\"0\"/>"
                            + "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"10\"/><xf numFmtId=\"165\"/>"
                            + "</cellXfs>"
                            + "</styleSheet>");
            put(
                    zip,
                    "xl/worksheets/sheet1.xml",
                    sheet(
                            main,
                            row(1, "t=\"inlineStr\"><is><t>only</t></is>")
                                    + row(2, "s=\"4\"><v>7</v>")
                                    + row(3, "><v>1E5</v>")));
            put(
                    zip,
                    "xl/worksheets/sheet2.xml",
                    sheet(
                            main,
                            row(1, shared(0), shared(1), shared(2), shared(3), shared(4))
                                    + row(
                                            2,
                                            shared(5),
                                            "s=\"1\"><v>45351</v>",
                                            "t=\"b\"><v>1</v>",
                                            ">" + formula,
                                            "s=\"3\"><v>0.1</v>")
                                    + row(
                                            4,
                                            shared(6),
                                            "s=\"2\"><v>45351.5</v>",
                                            "t=\"b\"><v>0</v>",
                                            "><f>1+1</f><v>2</v>")));
        }
    }

    private static String shared(int text) {
        return "t=\"s\"><v>" + text + "</v>";
    }

    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int c = 0; c < cells.length; c++) {
            row.append("<c r=\"" + (char) ('A' + c) + number + "\" " + cells[c] + "</c>");
        }
        return row + "</row>";
    }

    private static String sheet(String main, String rows) {
        return "<worksheet " + main + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    private static void put(ZipOutputStream zip, String name, String text) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8));
    }
}
