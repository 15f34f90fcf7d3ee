package org.ichradiomics.measure;

import java.util.Optional;

import org.ichradiomics.feature.Feature;
import org.ichradiomics.feature.IbsiFeature;
import org.ichradiomics.filter.IbsiFilter;

/**
 * A feature of an image, or of its response to a filter.
 *
 * @param filter empty for the image itself
 */
public record IbsiColumn(Optional<IbsiFilter> filter, IbsiFeature feature) {

    private static final String BEHIND_FILTER = "__";

    /** The feature's tag; behind the filter's name, where there is one. */
    public String tag() {
        return prefix() + feature.tag();
    }

    /** As a column of a feature table. */
    public Feature asFeature() {
        Feature plain = feature.asFeature();
        if (filter.isEmpty()) return plain;
        return new Feature(
                prefix() + plain.name(),
                plain.family(),
                plain.group(),
                plain.formula() + ", of the response to " + filter.get().formula(),
                plain.unit(),
                plain.source() + "; " + filter.get().source(),
                plain.counterparts());
    }

    private String prefix() {
        return filter.map(f -> f.name() + BEHIND_FILTER).orElse("");
    }
}
