package org.ichradiomics.texture;

import java.util.List;

import org.ichradiomics.feature.Aggregation;
import org.ichradiomics.feature.Counterpart;

/** How the values of the directions become one. A NaN in one direction makes the pooled value NaN. */
enum Pooling {

    /** The mean over the directions. */
    ALL_DIRECTION("AllDirection", "", "mean over {0°, 45°, 90°, 135°} of ") {
        @Override
        double of(double[] values) {
            double sum = 0;
            for (double v : values) sum += v;
            return sum / values.length;
        }

        @Override
        List<Counterpart> of(List<Counterpart> counterparts) {
            return counterparts.stream().map(c -> c.noting(elsewhere(c))).toList();
        }
    },

    /**
     * The population variance over the directions (divided by their number, no root). The vendor kit names it SD; its
     * published values are variances (median relative error 7e-4; 1.8 for the standard deviation).
     */
    ALL_DIRECTION_SD(
            "AllDirection", "_SD", "population variance (divided by 4, no root) over {0°, 45°, 90°, 135°} of ") {
        @Override
        double of(double[] values) {
            double mean = ALL_DIRECTION.of(values);
            double sum = 0;
            for (double v : values) sum += (v - mean) * (v - mean);
            return sum / values.length;
        }

        @Override
        List<Counterpart> of(List<Counterpart> counterparts) {
            return List.of();
        }
    };

    final String infix;
    final String suffix;
    final String words;

    Pooling(String infix, String suffix, String words) {
        this.infix = infix;
        this.suffix = suffix;
        this.words = words;
    }

    abstract double of(double[] values);

    /** The counterparts of a formula, as those of its pooled values. */
    abstract List<Counterpart> of(List<Counterpart> counterparts);

    /** The counterparts of a formula, as those of its value in one direction, which nobody reports alone. */
    static List<Counterpart> inOneDirection(List<Counterpart> counterparts) {
        return counterparts.stream()
                .map(c -> c.noting("one direction of " + elsewhere(c)))
                .toList();
    }

    /** What the mean over the directions of the slice plane is called, each with one matrix for all slices. */
    private static String elsewhere(Counterpart counterpart) {
        return switch (counterpart.vocabulary()) {
            case IBSI -> Aggregation.DIRECTIONS_MERGED.text();
            case PYRADIOMICS -> "force2D";
        };
    }

    String unit(String unit) {
        return this == ALL_DIRECTION || unit.equals("1") ? unit : "(" + unit + ")²";
    }
}
