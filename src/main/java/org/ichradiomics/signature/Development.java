package org.ichradiomics.signature;

import org.ichradiomics.text.Key;

/**
 * What is known of how somebody else's signature came about.
 *
 * @param outcome what it predicts; empty: not known
 * @param cases on which it was trained; 0: not known
 * @param events among them; 0: not known
 * @param divisor of the SDs that its weights were made for
 * @param licence under which its numbers may be used; empty: not known
 */
public record Development(
        @Key(late = true) String outcome,
        @Key(late = true) int cases,
        @Key(late = true) int events,
        @Key(value = "sd_divisor", late = true) Divisor divisor,
        @Key(late = true) String licence) {

    /** Nothing is known, and SDs are as usual. */
    public static final Development UNKNOWN = new Development("", 0, 0, Divisor.N_LESS_1, "");

    /** What a sum of squares is divided by. */
    public enum Divisor {
        /** R, SPSS and Excel. */
        N_LESS_1("n - 1"),
        /** scikit-learn's StandardScaler, numpy. */
        N("n");

        private final String text;

        Divisor(String text) {
            this.text = text;
        }

        /** As in files and options. */
        public String text() {
            return text;
        }

        /** By what an SD with n − 1 is multiplied. */
        double of(int n) {
            return this == N_LESS_1 || n < 2 ? 1 : Math.sqrt((n - 1.0) / n);
        }
    }

    /** @throws IllegalArgumentException if the counts contradict each other */
    public Development {
        if (cases < 0 || cases == 1 || events < 0 || cases > 0 && events >= cases)
            throw new IllegalArgumentException("there cannot be " + cases + " cases with " + events + " events");
    }
}
