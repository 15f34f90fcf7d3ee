package org.ichradiomics.menu;

import ij.measure.ResultsTable;

import org.ichradiomics.imagej.Screen;
import org.ichradiomics.measure.FeatureList;

/** <i>Feature Reference</i>: the catalogues, a table each. */
public final class FeatureReference {

    private FeatureReference() {}

    static void show() {
        Screen.show(table(FeatureList.PYRADIOMICS), "ICH Radiomics PyRadiomics Features");
        Screen.show(table(FeatureList.IBSI), "ICH Radiomics IBSI Features");
        Screen.show(table(FeatureList.AK), "ICH Radiomics Features"); // last, so that it is in front
    }

    /** A row for each feature. */
    public static ResultsTable table(FeatureList list) {
        ResultsTable table = new ResultsTable();
        list.rows().forEach(row -> {
            table.incrementCounter();
            row.forEach(table::addValue);
        });
        return table;
    }
}
