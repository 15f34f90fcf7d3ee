package org.ichradiomics.plugin;

import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.ichradiomics.imagej.MacroRun;
import org.ichradiomics.imagej.SampleImage;
import org.ichradiomics.measure.Catalogue;
import org.ichradiomics.measure.FeatureList;
import org.ichradiomics.menu.FeatureReference;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Menu items that ask nothing.
 *
 * <p>Covers FeatureList, FeatureReference, Guarded and SampleImage.
 */
class MenuItemsTest {

    @Test
    void theSampleIsReadyToBeMeasured() throws Exception {
        ImagePlus sample = SampleImage.open();
        assertEquals("head-ct-phantom.tif", sample.getTitle());
        assertTrue(sample.getOverlay().size() > 1);
        assertTrue(sample.getCurrentSlice() > 1, "a slice with haematoma is shown");
        MacroRun macro = MacroRun.of("setBatchMode(true); run('Open Sample'); run('Extract...');"
                + "print(getResult('Voxels', nResults - 1)); print(d2s(getResult('Volume (mL)', nResults - "
                + "1), 3)); close()");
        assertTrue(macro.ended(), macro.toString());
        assertEquals("1499\n7.148", macro.log().strip()); // sample-images/README.md
    }

    @Test
    void theCataloguesAsTables() {
        ResultsTable table = FeatureReference.table(FeatureList.AK);
        assertEquals(396, table.size());
        for (int row = 0; row < 396; row++) {
            assertEquals(Catalogue.AK.features().get(row).name(), table.getStringValue("name", row));
            assertFalse(table.getStringValue("formula", row).isBlank());
        }
        assertEquals(
                "1GSF firstorder_Minimum",
                table.getStringValue("ibsi", 0) + " " + table.getStringValue("pyradiomics", 0));
        ResultsTable ibsi = FeatureReference.table(FeatureList.IBSI);
        assertEquals(174, ibsi.size());
        assertEquals(
                "morph_volume RNU0 shape_MeshVolume",
                ibsi.getStringValue("tag", 0) + " " + ibsi.getStringValue("id", 0) + " "
                        + ibsi.getStringValue("pyradiomics", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Help", "About"})
    void textsAreReadableWithoutAScreen(String item) {
        MacroRun macro =
                MacroRun.of(item.equals("Help") ? "run('ICH Radiomics Help')" : "run('About ICH Radiomics...')");
        assertTrue(macro.ended());
        assertTrue(macro.log().contains("ICH Radiomics " + org.ichradiomics.text.Version.NUMBER), macro.log());
        assertFalse(macro.log().matches("(?s).*(<\\w|&\\w+;|@VERSION@).*"), macro.log());
    }

    @Test
    void whatGoesWrongIsOneSentence() {
        assertTrue(Guarded.run(() -> {}, Words.KEYS, told -> {}));
        IJ.getErrorMessage();
        assertFalse(Guarded.run(
                () -> {
                    throw new InvalidInputException("The mask is upside down: turn it.");
                },
                Words.KEYS,
                told -> {}));
        assertEquals("The mask is upside down: turn it.", IJ.getErrorMessage());
        assertFalse(Guarded.run(
                () -> {
                    throw new OutOfMemoryError();
                },
                Words.KEYS,
                told -> {}));
        assertTrue(IJ.getErrorMessage().contains("not enough memory"));
        assertFalse(Guarded.run(
                () -> {
                    throw new NoSuchMethodError("com.google.gson.JsonArray.asList()");
                },
                Words.KEYS,
                told -> {}));
        assertTrue(
                IJ.getErrorMessage()
                        .matches("ICH Radiomics met classes that are not those it was built with "
                                + "\\(java.lang.NoSuchMethodError.*"
                                + "leave one jar of it in plugins or jars, no second version and not that of "
                                + "the command line.*"),
                "wrong jar");
        assertFalse(Guarded.run(
                () -> {
                    throw new CancellationException();
                },
                Words.KEYS,
                told -> {}));
        assertEquals(null, IJ.getErrorMessage());
    }
}
