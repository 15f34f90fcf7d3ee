package org.ichradiomics.bench;

import org.ichradiomics.region.Bins;
import org.ichradiomics.region.Discretisation;
import org.ichradiomics.region.GreyLevels;
import org.ichradiomics.region.Region;
import org.ichradiomics.texture.Direction;

/** The least work there is: passes over bare arrays, with no formula, border or length. */
final class Floor {

    private static final int[] OFFSETS = {1, 4, 7};

    private final double[] values;
    private final char[] codes;
    private final int stride;
    private final int[] ahead;

    Floor(Region region) {
        values = new double[region.size()];
        for (int i = 0; i < values.length; i++) values[i] = region.hu(i);
        Discretisation grey = Discretisation.AK;
        double low = grey.low(region);
        double high = grey.high(region);
        GreyLevels levels = GreyLevels.of(region, new Bins(low, high + 1, grey.bins()), low, high);
        codes = levels.codes();
        stride = levels.count() + 2;
        ahead = new int[OFFSETS.length * Direction.IN_PLANE.size()];
        int n = 0;
        for (int offset : OFFSETS) {
            for (Direction direction : Direction.IN_PLANE) {
                Direction step = direction.times(offset).upright();
                ahead[n++] = step.dy() * region.box(0) + step.dx();
            }
        }
    }

    /** Σ x over the lesion's values. */
    double sum() {
        double sum = 0;
        for (double value : values) sum += value;
        return sum;
    }

    /** Counts the pairs of codes in the bounding box, once for each of the twelve steps. */
    int[] pairs() {
        int[] pairs = new int[stride * stride];
        for (int step : ahead) {
            for (int i = 0; i < codes.length - step; i++) pairs[codes[i] * stride + codes[i + step]]++;
        }
        return pairs;
    }
}
