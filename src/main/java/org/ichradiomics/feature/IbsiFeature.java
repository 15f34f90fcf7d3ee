package org.ichradiomics.feature;

import java.util.Objects;

/**
 * A column of the feature table whose definition is IBSI's.
 *
 * @param column      the column; its name is the tag and the aggregation, e.g. {@code cm_joint_max_3D_avg}
 * @param id          the permanent IBSI code, e.g. "GYBY"; with the aggregation it is unique
 * @param tag         the short name of IBSI's compliance sheets, e.g. "cm_joint_max"
 * @param title       the manual's name, e.g. "Joint maximum"
 * @param aggregation how matrices became one value
 */
public record IbsiFeature(Feature column, String id, String tag, String title, Aggregation aggregation) {

    public IbsiFeature {
        Objects.requireNonNull(column);
        Objects.requireNonNull(id);
        Objects.requireNonNull(tag);
        Objects.requireNonNull(title);
        Objects.requireNonNull(aggregation);
    }
}
