package org.ichradiomics.filter;

import java.util.List;
import java.util.Locale;

/** The wavelets of IBSI 2, by their low-pass taps as printed there. */
enum WaveletFamily {
    HAAR(Math.sqrt(0.5), Math.sqrt(0.5)),
    DB2(-0.12940952, 0.22414387, 0.8365163, 0.48296291),
    DB3(0.03522629, -0.08544127, -0.13501102, 0.4598775, 0.80689151, 0.33267055),
    COIF1(-0.01565573, -0.07273262, 0.38486485, 0.85257202, 0.33789766, -0.07273262);

    private final double[] low;

    WaveletFamily(double... low) {
        this.low = low;
    }

    /** As in settings files and names of columns. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    Taps low() {
        return Taps.of(low);
    }

    /** h(i) = (−1)^(i + 1) low(n − 1 − i). */
    Taps high() {
        double[] high = new double[low.length];
        for (int i = 0; i < high.length; i++) high[i] = (i % 2 == 0 ? -1 : 1) * low[low.length - 1 - i];
        return Taps.of(high);
    }

    /** @throws IllegalArgumentException if there is no such wavelet; the message begins with {@code key} */
    static WaveletFamily named(String key, String text) {
        return Choice.of(key, text, List.of(values()), WaveletFamily::text);
    }
}
