package org.ichradiomics.stats;

import org.ichradiomics.text.NumberText;

/** How a p-value is printed; whether it is significant is asked of the number, never of the text. */
public final class PValue {

    private PValue() {}

    /** {@code <0.001}, {@code >0.999}, else three decimals; NaN is an empty text. */
    public static String text(double p) {
        if (Double.isNaN(p)) return "";
        if (p < 0.001) return "<0.001";
        return p > 0.9995 ? ">0.999" : NumberText.fixed(p, 3);
    }

    /** The same within a sentence: {@code p < 0.001}, {@code p = 0.034}. */
    public static String sentence(double p) {
        String text = text(p);
        return text.isEmpty()
                ? "no p"
                : Character.isDigit(text.charAt(0)) ? "p = " + text : "p " + text.charAt(0) + " " + text.substring(1);
    }
}
