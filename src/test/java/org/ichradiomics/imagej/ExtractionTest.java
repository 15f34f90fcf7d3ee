package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.ichradiomics.IchRadiomics;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;

import static org.ichradiomics.imagej.MacroRun.text;
import static org.ichradiomics.imagej.Values.assertHeadCt;
import static org.ichradiomics.imagej.Values.assertRefused;
import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * One extraction: the same numbers whoever asks, and what it writes.
 *
 * <p>Covers FullTable.
 */
class ExtractionTest {

    private static final String SETTINGS =
            "{\"catalogue\": \"AK\", \"bins\": \"256\", \"low\": \"auto\", \"high\": \"auto\", \"run_distance\": "
                    + "\"auto\"}";

    @TempDir
    private Path folder;

    @BeforeEach
    void clearResults() {
        Analyzer.getResultsTable().reset();
    }

    private Path table() {
        return folder.resolve("table.csv");
    }

    private FeatureTable written() throws Exception {
        return FeatureTableCsv.read(table());
    }

    private double cell(FeatureTable table, String column) {
        try {
            return table.values(column)[table.size() - 1];
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Images and masks as files, for macros to open; the options that then mean the whole haematoma. */
    static Stream<Arguments> masks() {
        return Stream.of(
                        "overlay.tif|mask=overlay",
                        "overlay.tif|",
                        "plain.tif|mask=[ROI file] roi_path=[FOLDER/rois.zip]",
                        "plain.tif|mask=[mask file] maskpath=[FOLDER/mask.tif]",
                        "plain.tif|mask=[mask file] maskpath=[FOLDER/rois.zip]",
                        "plain.tif|mask=[mask file] maskpath=[" + text(HeadCt.file("mask")) + "]",
                        "plain.tif|mask=[mask image] maskimage=mask.tif")
                .map(line -> Arguments.of((Object[]) line.split("\\|", 2)));
    }

    private String saved(String options) {
        HeadCt.save(HeadCt.drawn(), folder.resolve("overlay.tif"));
        HeadCt.save(HeadCt.image(), folder.resolve("plain.tif"));
        HeadCt.save(HeadCt.mask(255), folder.resolve("mask.tif"));
        HeadCt.zip(HeadCt.rois(), folder.resolve("rois.zip"));
        Spacing mm = HeadCt.CASE.region().spacing(); // ImageJ's TIFF rounds it
        return options.replace("FOLDER", text(folder)) + " out=[" + text(table()) + "] spacing=" + mm.x() + "," + mm.y()
                + "," + mm.z();
    }

    private String opened(String image) {
        return "setBatchMode(true); open('" + text(folder.resolve("mask.tif")) + "'); open('"
                + text(folder.resolve(image)) + "'); ";
    }

    @ParameterizedTest
    @MethodSource("masks")
    void throughRun(String image, String mask) throws Exception {
        String options = saved(mask);
        MacroRun macro = MacroRun.of(opened(image) + "run('Extract...', '" + options + "')");
        assertTrue(macro.ended(), macro.toString());
        FeatureTable table = written();
        assertHeadCt(feature -> cell(table, feature));
    }

    @ParameterizedTest
    @MethodSource("masks")
    void throughCall(String image, String mask) throws Exception {
        String options = saved(mask);
        MacroRun macro =
                MacroRun.run(opened(image) + "return call('org.ichradiomics.Macro.extract', '" + options + "');", "");
        FeatureTable table = written();
        assertHeadCt(feature -> cell(table, feature));
        assertEquals(cell(table, FeatureTable.SCORE), Double.parseDouble(macro.returned()));
        assertHeadCt(feature -> Double.parseDouble(org.ichradiomics.Macro.value("0", feature)));
    }

    @ParameterizedTest
    @MethodSource("masks")
    void throughTheFacade(String image, String mask) throws Exception {
        String options = saved(mask);
        if (mask.contains("maskimage")) return; // An open image; the facade is given its mask instead, see below.
        ImagePlus opened = TiffFile.image(folder.resolve(image));
        ResultsTable row = IchRadiomics.extract(opened, null, options);
        assertEquals(1, row.size());
        assertHeadCt(feature -> row.getValue(feature, 0));
        FeatureTable table = written();
        assertHeadCt(feature -> cell(table, feature));
    }

    @Test
    void throughTheFacadeWithAMask() {
        ResultsTable row = IchRadiomics.extract(HeadCt.image(), HeadCt.mask(1), "");
        assertHeadCt(feature -> row.getValue(feature, 0));
        assertHeadCt(feature -> IchRadiomics.extract(HeadCt.drawn(), null, null).getValue(feature, 0));
    }

    @Test
    void throughCallByTitleAndByPath() {
        saved("");
        String path = text(folder.resolve("overlay.tif"));
        MacroRun open = MacroRun.run(
                opened("overlay.tif") + "return call('org.ichradiomics.Macro.extract', 'overlay.tif', '');", "");
        MacroRun closed = MacroRun.run("return call('org.ichradiomics.Macro.extract', '" + path + "', '');", "");
        MacroRun key = MacroRun.run("return call('org.ichradiomics.Macro.extract', 'image=[" + path + "]');", "");
        MacroRun current = MacroRun.run(opened("overlay.tif") + "return call('org.ichradiomics.Macro.extract');", "");
        double expected = IchRadiomics.extract(ij.IJ.openImage(path), null, "").getValue("R-score", 0);
        for (MacroRun run : List.of(open, closed, key, current))
            assertEquals(expected, Double.parseDouble(run.returned()), run.toString());
    }

    /** In batch mode no window keeps the image's position: the selection must not fall to slice 1. */
    @Test
    void aMacrosSelectionIsOnItsCurrentSlice() {
        saved("");
        MacroRun macro = MacroRun.of(opened("plain.tif")
                + "setSlice(6); makeRectangle(20, 20, 10, 10); run('Extract...', 'mask=selection')");
        assertTrue(macro.ended(), macro.toString());
        double measured = Analyzer.getResultsTable().getValue("kurtosis", 0);
        ImagePlus one = HeadCt.image();
        one.setSlice(6);
        one.setRoi(20, 20, 10, 10);
        double sixth = IchRadiomics.extract(one, null, "mask=selection").getValue("kurtosis", 0);
        one.setSlice(1);
        double first = IchRadiomics.extract(one, null, "mask=selection").getValue("kurtosis", 0);
        assertEquals(sixth, measured);
        assertFalse(first == measured, "slice 1 has the same values, so this test says nothing");
    }

    // The record

    @Test
    void theHeaderInOrder() throws Exception {
        Measurement row = one(HeadCt.drawn(), "out=[" + table() + "]");
        List<String> columns = written().columns();
        assertEquals(
                List.of(
                        "case",
                        "Label",
                        "ROI",
                        "Volume (mL)",
                        "Voxels",
                        "Slices",
                        "R-score",
                        "R-score reference",
                        "R-score group",
                        "Notes"),
                columns.subList(0, 10));
        assertEquals(row.features().features().stream().map(Feature::name).toList(), columns.subList(10, 406));
        assertEquals(List.of("settings"), columns.subList(406, columns.size()));
    }

    @Test
    void aRowForEachRunAndForEachLesion() throws Exception {
        one(HeadCt.drawn(), "out=[" + table() + "]");
        byte[] before = Files.readAllBytes(table());
        Values.extract(HeadCt.drawn(), "rows=[per ROI] out=[" + table() + "]");
        byte[] after = Files.readAllBytes(table());
        assertEquals(new String(before), new String(after, 0, before.length));
        assertEquals(1 + HeadCt.rois().size(), written().size());
        assertEquals(1 + HeadCt.rois().size(), sidecar().getAsJsonArray("rows").size());
    }

    @Test
    void everyBitInEveryLanguage() throws Exception {
        Locale before = Locale.getDefault();
        try {
            for (Locale language : List.of(Locale.GERMANY, new Locale("ar", "EG"), new Locale("tr", "TR"))) {
                Locale.setDefault(language);
                Measurement row = one(HeadCt.drawn(), "low=-20.5 spacing=0.45,0.45,5 out=[" + table() + "]");
                FeatureTable table = written();
                for (Feature feature : row.features().features()) {
                    assertEquals(
                            Double.doubleToLongBits(row.features().get(feature.name())),
                            Double.doubleToLongBits(cell(table, feature.name())),
                            feature.name());
                }
                assertEquals(row.score().value(), cell(table, FeatureTable.SCORE));
                assertEquals(row.millilitres(), cell(table, FeatureTable.VOLUME));
            }
            assertEquals(
                    1,
                    written().texts(FeatureTable.SETTINGS).stream().distinct().count());
        } finally {
            Locale.setDefault(before);
        }
        String text = Files.readString(table());
        assertTrue(text.endsWith("\n") && !text.contains("\r") && text.startsWith("case,Label,"));
    }

    private JsonObject sidecar() throws Exception {
        return JsonParser.parseString(Files.readString(folder.resolve("table.json")))
                .getAsJsonObject();
    }

    @Test
    void theFileBesideSaysHowTheRowWasMade() throws Exception {
        Path zip = HeadCt.zip(HeadCt.rois(), folder.resolve("rois.zip"));
        Measurement row = one(
                HeadCt.image(), "mask=[ROI file] roi_path=[" + zip + "] bins=128 reference=none out=[" + table() + "]");
        JsonObject entry = sidecar().getAsJsonArray("rows").get(0).getAsJsonObject();
        assertEquals(row.id(), entry.get("case").getAsString());
        assertEquals(row.id(), written().texts("case").get(0));
        assertEquals("128", entry.getAsJsonObject("settings").get("bins").getAsString());
        assertEquals(
                written().texts("settings").get(0), entry.get("settings_hash").getAsString());
        assertEquals("Zhan 2020", entry.getAsJsonObject("signature").get("name").getAsString());
        assertEquals(-1.43, entry.getAsJsonObject("signature").get("cutoff").getAsDouble());
        assertEquals("none", entry.getAsJsonObject("reference").get("name").getAsString());
        assertTrue(entry.get("r_score").isJsonNull());
        assertEquals("[64,64,12]", entry.getAsJsonObject("image").get("size").toString());
        JsonObject mask = entry.getAsJsonObject("mask");
        assertEquals(2530, mask.get("voxels").getAsInt());
        assertEquals(row.slices(), mask.get("slices").getAsInt());
        assertEquals(row.millilitres(), mask.get("volume_mL").getAsDouble());
        assertTrue(mask.get("origin").getAsString().startsWith("ROI file, "));
        assertFalse(
                Files.readString(folder.resolve("table.json"))
                        .contains(folder.getFileName().toString()),
                "no path");
        assertFalse(Files.readString(table()).contains(folder.getFileName().toString()), "no path");
    }

    @Test
    void whereNothingCanBeWrittenNothingIsLost() {
        assertRefused(HeadCt.drawn(), "table=[unwritten] out=[/no/such/folder/t.csv]", "folder");
        assertEquals(1, Analyzer.getResultsTable().size());
        assertHeadCt(FullTable.rows("unwritten").get(0));
    }

    @Test
    void aForeignTableIsLeftAlone() throws Exception {
        Files.writeString(table(), "patient,age\na,70\n");
        assertRefused(
                HeadCt.drawn(),
                "table=[foreign] out=[" + table() + "]",
                "table.csv has other columns",
                "choose another file");
        assertEquals("patient,age\na,70\n", Files.readString(table()));
        assertFalse(Files.exists(folder.resolve("table.json")));
        assertHeadCt(FullTable.rows("foreign").get(0));
    }

    @Test
    void aForeignFileBesideIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("table.json"), "{\"mine\": 1}");
        assertRefused(
                HeadCt.drawn(),
                "out=[" + table() + "]",
                "table.json beside the table is not one of this software",
                "move it away");
        assertEquals("{\"mine\": 1}", Files.readString(folder.resolve("table.json")));
        assertEquals(0, Analyzer.getResultsTable().size());
    }

    // Scores

    @Test
    void aSignatureAndAReferenceOfTheUser() throws Exception {
        Path signature = Files.writeString(folder.resolve("s.json"), """
                {"format": "ICH Radiomics signature", "version": 1, "name": "Mine", "citation": "", "intercept": 1,
                 "terms": [{"feature": "MeanValue", "weight": 2}], "cutoff": 0,
                 "volume_mL": {"from": null, "below": null}, "plausible": {"from": null, "to": null}, "settings": \
                SETTINGS,
                 "reference": {"name": "Own", "kind": "cohort", "origin": "test",
                   "cases": 30, "settings": SETTINGS, "features": {"MeanValue": {"mean": 50, "sd": 4, "n": \
                30}}}}""".replace("SETTINGS", SETTINGS));
        Measurement row = one(HeadCt.drawn(), "signature=[" + signature + "]");
        assertEquals(
                1 + 2 * (row.features().get("MeanValue") - 50) / 4, row.score().value(), 1e-12);
        assertEquals("Own", row.score().reference());
        assertEquals(
                row.score().value() >= 0 ? "high" : "low", row.score().group().text());
    }

    @Test
    void aFeatureThatASignatureLacks() throws Exception {
        Path signature = Files.writeString(folder.resolve("s.json"), """
                {"format": "ICH Radiomics signature", "version": 1, "name": "Odd", "citation": "", "intercept": 0,
                 "terms": [{"feature": "moonlight", "weight": 2}], "cutoff": 0,
                 "volume_mL": {"from": null, "below": null}, "plausible": {"from": null, "to": null}, "settings": \
                SETTINGS, "reference": null}""".replace("SETTINGS", SETTINGS));
        assertRefused(
                HeadCt.drawn(),
                "signature=[" + signature + "]",
                "catalogue AK has no moonlight",
                "signature \"Odd\"",
                "choose another signature");
        assertEquals(0, Analyzer.getResultsTable().size());
    }

    @Test
    void aBrokenSignature() throws Exception {
        Path signature = Files.writeString(
                folder.resolve("s.json"), "{\"format\": \"ICH Radiomics signature\", \"version\": 1}");
        assertRefused(HeadCt.drawn(), "signature=[" + signature + "]", "s.json");
        Files.writeString(signature, "no JSON");
        assertRefused(HeadCt.drawn(), "signature=[" + signature + "]", "s.json");
        assertEquals(0, Analyzer.getResultsTable().size());
    }
}
