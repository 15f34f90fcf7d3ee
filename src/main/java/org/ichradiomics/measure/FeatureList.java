package org.ichradiomics.measure;

import java.util.Collection;
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
import org.ichradiomics.pyradiomics.PyRadiomics;
import org.ichradiomics.text.Column;

/**
 * A catalogue as rows of text, for whoever lists it: window, command line, reference page. Empty where there is nothing
 * to say.
 */
public enum FeatureList {

    /** The 396 features, one a row. */
    AK {
        @Override
        public List<Map<String, String>> rows() {
            return listed(ONE, Catalogue.AK.features());
        }
    },

    /** The 174 features of IBSI 1, one a row, whatever its aggregations. */
    IBSI {
        @Override
        public List<Map<String, String>> rows() {
            return listed(
                    AGGREGATED,
                    IbsiCatalogue.of(EnumSet.allOf(Approach.class)).features().stream()
                            .collect(Collectors.groupingBy(IbsiFeature::tag, LinkedHashMap::new, Collectors.toList()))
                            .values());
        }
    },

    /** The features of PyRadiomics, those that it measures only by name among them, of the image as it is. */
    PYRADIOMICS {
        @Override
        public List<Map<String, String>> rows() {
            return listed(OWN, PyRadiomics.all());
        }
    };

    /** Column → cell, the columns in the same order in every row. */
    public abstract List<Map<String, String>> rows();

    private static <T> List<Map<String, String>> listed(List<Column<T>> columns, Collection<T> things) {
        return things.stream()
                .map(thing -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    columns.forEach(
                            column -> row.put(column.name(), column.of(thing).toString()));
                    return row;
                })
                .toList();
    }

    private static final List<Column<Feature>> ONE = List.of(
            new Column<>("name", Feature::name),
            new Column<>("family", Feature::family),
            new Column<>("group", Feature::group),
            new Column<>("formula", Feature::formula),
            new Column<>("unit", Feature::unit),
            new Column<>("source", Feature::source),
            new Column<>("ibsi", f -> Counterpart.text(f.counterparts(), Vocabulary.IBSI)),
            new Column<>("pyradiomics", f -> Counterpart.text(f.counterparts(), Vocabulary.PYRADIOMICS)));

    private static final List<Column<Feature>> OWN = ONE.stream()
            .filter(column -> !List.of("group", "pyradiomics").contains(column.name()))
            .toList();

    /** Of one feature under all its aggregations. */
    private static final List<Column<List<IbsiFeature>>> AGGREGATED = List.of(
            new Column<>("tag", f -> f.get(0).tag()),
            new Column<>("id", f -> f.get(0).id()),
            new Column<>("name", f -> f.get(0).name()),
            new Column<>("family", f -> f.get(0).family().text()),
            new Column<>("formula", f -> f.get(0).formula()),
            new Column<>("unit", f -> f.get(0).unit()),
            new Column<>(
                    "aggregations",
                    all -> all.stream().map(f -> f.aggregation().text()).collect(Collectors.joining(" "))),
            new Column<>("source", f -> f.get(0).source()),
            new Column<>("pyradiomics", f -> Counterpart.text(f.get(0).counterparts(), Vocabulary.PYRADIOMICS)));
}
