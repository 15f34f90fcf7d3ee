package org.ichradiomics.measure;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.Counterpart;
import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.feature.Vocabulary;

/**
 * A catalogue as rows of text, for whoever lists it: window, command line, reference page. Empty where there is nothing
 * to say.
 */
public enum FeatureList {

    /** The 396 features, one a row. */
    AK {
        @Override
        public List<Map<String, String>> rows() {
            return Catalogue.AK.features().stream().map(FeatureList::row).toList();
        }
    },

    /** The 174 features of IBSI 1, one a row, whatever its aggregations. */
    IBSI {
        @Override
        public List<Map<String, String>> rows() {
            return IbsiCatalogue.of(EnumSet.allOf(Approach.class)).features().stream()
                    .collect(Collectors.groupingBy(IbsiFeature::tag, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(FeatureList::row)
                    .toList();
        }
    };

    /** Column → cell, the columns in the same order in every row. */
    public abstract List<Map<String, String>> rows();

    private static Map<String, String> row(Feature feature) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", feature.name());
        row.put("family", feature.family());
        row.put("group", feature.group());
        row.put("formula", feature.formula());
        row.put("unit", feature.unit());
        row.put("source", feature.source());
        row.put("ibsi", Counterpart.text(feature.counterparts(), Vocabulary.IBSI));
        row.put("pyradiomics", Counterpart.text(feature.counterparts(), Vocabulary.PYRADIOMICS));
        return row;
    }

    /** @param aggregated one feature under all its aggregations */
    private static Map<String, String> row(List<IbsiFeature> aggregated) {
        IbsiFeature feature = aggregated.get(0);
        Map<String, String> row = new LinkedHashMap<>();
        row.put("tag", feature.tag());
        row.put("id", feature.id());
        row.put("name", feature.name());
        row.put("family", feature.family().text());
        row.put("formula", feature.formula());
        row.put("unit", feature.unit());
        row.put(
                "aggregations",
                aggregated.stream().map(f -> f.aggregation().text()).collect(Collectors.joining(" ")));
        row.put("source", feature.source());
        row.put("pyradiomics", Counterpart.text(feature.counterparts(), Vocabulary.PYRADIOMICS));
        return row;
    }
}
