package org.ichradiomics.plugin;

import ij.measure.ResultsTable;
import ij.plugin.PlugIn;

import org.ichradiomics.imagej.Screen;
import org.ichradiomics.measure.FeatureList;

/** <i>Feature Reference</i>: the catalogues, a table each. */
public final class FeatureReference implements PlugIn {

    @Override
    public void run(String arg) {
        Screen.show(table(FeatureList.IBSI), "ICH Radiomics IBSI Features");
        Screen.show(table(FeatureList.AK), "ICH Radiomics Features"); // last, so that it is in front
    }

    static ResultsTable table(FeatureList list) {
        ResultsTable table = new ResultsTable();
        list.rows().forEach(row -> {
            table.incrementCounter();
            row.forEach(table::addValue);
        });
        return table;
    }
}
