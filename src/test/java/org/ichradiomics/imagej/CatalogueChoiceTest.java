package org.ichradiomics.imagej;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.measure.IbsiExtractor;
import org.ichradiomics.measure.IbsiPreset;
import org.ichradiomics.measure.IbsiResult;
import org.ichradiomics.measure.IbsiSettingsJson;
import org.ichradiomics.measure.Measurement;
import org.ichradiomics.region.Region;
import org.ichradiomics.scan.Labels;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Progress;

import static org.ichradiomics.imagej.MacroRun.text;
import static org.ichradiomics.imagej.Values.assertHeadCt;
import static org.ichradiomics.imagej.Values.assertRefused;
import static org.ichradiomics.imagej.Values.one;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Extract... with the features of IBSI, alone and beside those of the R-score paper. */
class CatalogueChoiceTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void clearResults() {
        Analyzer.getResultsTable().reset();
    }

    private static IbsiResult expected(IbsiPreset preset) throws InvalidInputException {
        Scan scan = ImageScan.of(HeadCt.image());
        var mask = Labels.of(MaskImage.of(HeadCt.mask(1), HeadCt.image()))
                .onto(scan)
                .select("1");
        return new IbsiExtractor(preset.settings())
                .measure(scan, Region.of(scan.hu(), mask, scan.spacing()), Progress.NONE);
    }

    private static void assertIbsi(IbsiResult expected, Measurement row) {
        expected.values()
                .forEach(v -> assertEquals(
                        v.value(),
                        row.features().get(v.feature().column()),
                        v.feature().column()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mask=overlay",
                "mask=[ROI file] roi_path=[FOLDER/rois.zip]",
                "mask=[mask image] maskimage=mask.tif"
            })
    void ibsiFromRoisIsIbsiFromTheMask(String mask) throws Exception {
        HeadCt.zip(HeadCt.rois(), folder.resolve("rois.zip"));
        ImagePlus image = mask.contains("overlay") ? HeadCt.drawn() : HeadCt.image();
        ImagePlus labels = mask.contains("maskimage") ? HeadCt.mask(1) : null;
        String options =
                (labels == null ? mask.replace("FOLDER", text(folder)) + " " : "") + "catalogue=IBSI settings=C";
        Measurement row = Extraction.run(image, labels, ExtractOptions.parse(options), LesionFinder.Asker.NOBODY)
                .get(0);
        assertIbsi(expected(IbsiPreset.C), row);
        assertEquals(IbsiPreset.C.settings().asMap(), row.settings().entries());
        assertTrue(Double.isNaN(row.score().value()));
        assertTrue(row.note().contains("lacks these features"), row.note());
        assertTrue(
                row.note()
                        .contains("IBSI features by the settings \"C\" ("
                                + row.settings().hash() + ")."),
                row.note());
    }

    @Test
    void bothKeepsTheScoreOfTheOne() throws Exception {
        Measurement ak = one(HeadCt.drawn(), "");
        Measurement both = one(HeadCt.drawn(), "catalogue=both settings=A");
        assertHeadCt(both);
        assertIbsi(expected(IbsiPreset.A), both);
        assertEquals(ak.score().value(), both.score().value());
        assertEquals(
                ak.settings().hash() + "+"
                        + org.ichradiomics.signature.Settings.of(
                                        IbsiPreset.A.settings().asMap())
                                .hash(),
                both.settings().hash());
        assertEquals(60, both.diagnostics().size());
    }

    @Test
    void theTableOfBothCanBeScoredAgain() throws Exception {
        Path out = folder.resolve("both.csv");
        Measurement row = one(HeadCt.drawn(), "catalogue=both settings=A out=[" + text(out) + "]");
        FeatureTable table = FeatureTableCsv.read(out);
        assertEquals(11 + 396 + 351, table.columns().size());
        assertEquals(
                row.score().value(),
                org.ichradiomics.signature.Score.ofEach(
                                org.ichradiomics.signature.Signatures.find("Zhan 2020"),
                                org.ichradiomics.signature.References.find("Demonstration"),
                                table)
                        .get(0)
                        .value());
        JsonObject entry = JsonParser.parseString(Files.readString(folder.resolve("both.json")))
                .getAsJsonObject()
                .getAsJsonArray("rows")
                .get(0)
                .getAsJsonObject();
        assertEquals(
                List.of("AK", "IBSI"),
                List.copyOf(entry.getAsJsonObject("settings").keySet()));
        assertEquals(60, entry.getAsJsonObject("ibsi_diagnostics").size());
    }

    @Test
    void aSettingsFile() throws Exception {
        Path file = folder.resolve("my settings.json");
        Files.writeString(file, IbsiSettingsJson.text(IbsiPreset.D.settings()));
        Measurement row = one(HeadCt.drawn(), "catalogue=ibsi settings=[" + text(file) + "]");
        assertIbsi(expected(IbsiPreset.D), row);
        Files.writeString(
                file, IbsiSettingsJson.text(IbsiPreset.D.settings()).replace("\"count\": 32", "\"count\": 0"));
        assertRefused(
                HeadCt.drawn(),
                "catalogue=ibsi settings=[" + text(file) + "]",
                "discretisation.texture.count",
                "my settings.json",
                "correct it");
    }

    /** No voxel lies in the range: the row stays, with NaN and the reason. */
    @Test
    void whatOneCatalogueCannotMeasureDoesNotCostTheOther() throws Exception {
        Path bone = folder.resolve("bone.json");
        Files.writeString(bone, IbsiSettingsJson.text(IbsiPreset.A.settings()).replace("-500.0", "390.0"));
        Measurement row = one(HeadCt.drawn(), "catalogue=both settings=[" + text(bone) + "]");
        assertHeadCt(row);
        assertTrue(Double.isNaN(row.features().get("stat_mean")));
        assertTrue(row.note().contains("No IBSI features: "), row.note());
        assertThrows(
                InvalidInputException.class, () -> one(HeadCt.drawn(), "catalogue=IBSI settings=[" + text(bone) + "]"));
    }

    @Test
    void aSignatureThatWasChosenMustFitTheCatalogue() throws Exception {
        assertRefused(
                HeadCt.drawn(),
                "catalogue=IBSI signature=[" + text(signature()) + "]",
                "catalogue IBSI has no kurtosis",
                "choose another");
    }

    private Path signature() throws Exception {
        Path file = folder.resolve("signature.json");
        try (var in = org.ichradiomics.signature.Signatures.class.getResourceAsStream("zhan-2020.json")) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    @Test
    void rowsOfTwoConfigurationsAreToldApart() throws Exception {
        one(HeadCt.drawn(), "catalogue=IBSI settings=A");
        one(HeadCt.drawn(), "catalogue=IBSI settings=C");
        double a = expected(IbsiPreset.A).get("stat_mean");
        double c = expected(IbsiPreset.C).get("stat_mean");
        assertNotEquals(a, c);
        assertEquals(a, Double.parseDouble(org.ichradiomics.Macro.value("0", "stat_mean")));
        assertEquals(c, Double.parseDouble(org.ichradiomics.Macro.value("1", "stat_mean")));
    }

    @Test
    void aTableOfSeveralCataloguesHasNoZeroes() throws Exception {
        List<Measurement> rows = List.of(one(HeadCt.drawn(), ""), one(HeadCt.drawn(), "catalogue=IBSI settings=A"));
        FeatureTable table = Measurement.table(rows);
        assertEquals(11 + 396 + 351, table.columns().size());
        assertTrue(Double.isNaN(table.values("stat_mean")[0]));
        assertTrue(Double.isNaN(table.values("kurtosis")[1]));
        ResultsTable shown = FullTable.of(rows);
        assertTrue(Double.isNaN(shown.getValue("stat_mean", 0)));
        assertTrue(Double.isNaN(shown.getValue("kurtosis", 1)));
        assertFalse(Double.isNaN(shown.getValue("stat_mean", 1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "C", "D", "E", "ICH"})
    void namesOfBothCataloguesDiffer(String preset) throws Exception {
        List<String> names = ExtractOptions.parse("catalogue=both settings=" + preset).protocol().features().stream()
                .map(f -> f.name())
                .toList();
        assertEquals(
                names.size(), names.stream().map(String::toLowerCase).distinct().count());
    }
}
