package org.ichradiomics.measure;

import java.util.List;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.FeatureVector;

/**
 * The features of one lesion under one configuration, and what the processing did to it.
 *
 * @param settings the configuration
 * @param values in the catalogue's order
 * @param diagnostics the 60 of the compliance sheet
 */
public record IbsiResult(IbsiSettings settings, List<IbsiValue> values, List<Diagnostic> diagnostics) {

    /** Header of {@link #rows}. */
    public static final String HEADER = "config,id,tag,aggregation,value";

    /** Header of {@link #diagnosticRows}. */
    public static final String DIAGNOSTICS_HEADER = "config,tag,value";

    public IbsiResult {
        values = List.copyOf(values);
        diagnostics = List.copyOf(diagnostics);
    }

    /** The value of a feature that is computed once over the volume, by its tag. */
    public double get(String tag) {
        return values.stream()
                .filter(v -> v.feature().tag().equals(tag) && v.feature().aggregation() == Aggregation.WHOLE)
                .mapToDouble(IbsiValue::value)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no feature " + tag));
    }

    /** The values as columns of a feature table. */
    public FeatureVector vector() {
        return new FeatureVector(
                values.stream().map(v -> v.column().asFeature()).toList(),
                values.stream().mapToDouble(IbsiValue::value).toArray());
    }

    /** One CSV row a value, at full precision; of several images a tag says which. */
    public List<String> rows() {
        boolean one = settings.images().all().size() == 1;
        return values.stream()
                .map(v -> String.join(
                        ",",
                        settings.name(),
                        v.feature().id(),
                        one ? v.feature().tag() : v.column().tag(),
                        v.feature().aggregation().text(),
                        Double.toString(v.value())))
                .toList();
    }

    /** One CSV row a diagnostic, at full precision. */
    public List<String> diagnosticRows() {
        return diagnostics.stream()
                .map(d -> String.join(",", settings.name(), d.tag(), Double.toString(d.value())))
                .toList();
    }
}
