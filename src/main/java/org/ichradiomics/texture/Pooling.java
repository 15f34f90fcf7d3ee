package org.ichradiomics.texture;

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
    },

    /**
     * The population variance over the directions (divided by their number, no root). The vendor kit names it SD;
     * its published values are variances (median relative error 7e-4; 1.8 for the standard deviation).
     */
    ALL_DIRECTION_SD("AllDirection", "_SD", "population variance (divided by 4, no root) over {0°, 45°, 90°, 135°} of ") {
        @Override
        double of(double[] values) {
            double mean = ALL_DIRECTION.of(values);
            double sum = 0;
            for (double v : values) sum += (v - mean) * (v - mean);
            return sum / values.length;
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

    String unit(String unit) {
        return this == ALL_DIRECTION || unit.equals("1") ? unit : "(" + unit + ")²";
    }
}
