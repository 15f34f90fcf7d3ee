package org.ichradiomics.cli;

import java.util.List;
import java.util.Map;

import org.ichradiomics.measure.FeatureList;
import org.ichradiomics.text.FeatureTable;
import org.ichradiomics.text.FeatureTableCsv;
import org.ichradiomics.text.JsonText;

/** {@code features}: a catalogue, one feature a line. */
final class FeaturesCommand {

    private static final String CATALOGUE = "--catalogue";
    private static final String JSON = "--json";

    private FeaturesCommand() {}

    static int run(Given given) {
        List<Map<String, String>> rows = catalogue(given.value(CATALOGUE, "ak")).rows();
        given.out().print(given.has(JSON) ? JsonText.file(rows) : FeatureTableCsv.text(table(rows)));
        return Main.DONE;
    }

    private static FeatureList catalogue(String name) {
        for (FeatureList list : FeatureList.values()) {
            if (list.name().equalsIgnoreCase(name.strip())) return list;
        }
        throw new WrongUse(CATALOGUE + " must be ak, ibsi or pyradiomics, was " + name + ".");
    }

    private static FeatureTable table(List<Map<String, String>> rows) {
        return FeatureTable.of(
                List.copyOf(rows.get(0).keySet()),
                rows.stream().map(row -> List.copyOf(row.values())).toList());
    }
}
