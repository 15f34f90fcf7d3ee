package org.ichradiomics.plugin;

import ij.measure.ResultsTable;
import ij.plugin.PlugIn;

import org.ichradiomics.extract.Catalogue;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.imagej.Screen;

/** <i>Feature Reference</i>: the catalogue as a table. */
public final class FeatureReference implements PlugIn {

    private static final String TITLE = "ICH Radiomics Features";

    @Override
    public void run(String arg) {
        Screen.show(table(), TITLE);
    }

    static ResultsTable table() {
        ResultsTable table = new ResultsTable();
        for (Feature feature : Catalogue.AK.features()) {
            table.incrementCounter();
            table.addValue("name", feature.name());
            table.addValue("family", feature.family());
            table.addValue("group in the paper", feature.group());
            table.addValue("formula", feature.formula());
            table.addValue("unit", feature.unit());
            table.addValue("source", feature.source());
        }
        return table;
    }
}
