package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Approach;
import org.ichradiomics.feature.IbsiDescriptor;
import org.ichradiomics.region.LevelVolume;

/** IBSI's formulas on the matrix of one direction, its slices merged, which the catalogue only averages. */
public final class OneDirection {

    private final TextureMatrices matrices;

    public OneDirection(LevelVolume lesion) {
        this.matrices = TextureMatrices.of(lesion, Approach.IN_SLICES);
    }

    /** @param angle as in the names of the AK catalogue, e.g. "angle45" */
    public double of(String id, String angle) {
        return TextureFamily.ALL.stream()
                .filter(TextureFamily::directional)
                .mapToDouble(family -> of(family, id, angle))
                .filter(value -> !Double.isNaN(value))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no value of " + id));
    }

    private <M extends TextureMatrix<M>> double of(TextureFamily<M> family, String id, String angle) {
        List<M> directions = family.matrices().apply(matrices).under(Aggregation.DIRECTIONS_MERGED);
        if (directions.size() != Direction.IN_PLANE.size()) throw new AssertionError("a direction is empty");
        for (IbsiDescriptor<M> descriptor : family.descriptors()) {
            if (!descriptor.id().equals(id)) continue;
            for (int d = 0; d < directions.size(); d++) {
                if (Direction.IN_PLANE.get(d).name().equals(angle)) return descriptor.of(directions.get(d));
            }
        }
        return Double.NaN;
    }
}
