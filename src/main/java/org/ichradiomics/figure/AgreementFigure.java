package org.ichradiomics.figure;

import java.util.List;

import org.ichradiomics.stats.BlandAltman;
import org.ichradiomics.stats.Estimate;

/** Two measurements of the same cases: their difference against their mean (Bland and Altman 1986, 1999). */
public final class AgreementFigure {

    private AgreementFigure() {}

    /**
     * With the bias and the limits of agreement, each with its 95 % interval as a shaded band.
     *
     * @param first what was measured first, as "Reader 1"
     * @param second what is subtracted from it
     */
    public static Figure of(String title, String first, String second, BlandAltman agreement) {
        double[] limits = {
            agreement.lower().low(),
            agreement.lower().value(),
            agreement.upper().value(),
            agreement.upper().high(),
            0
        };
        Pen dashed = new Pen(Colour.BLACK, 0.8, Dash.DASHED);
        Axis y = Axis.around(first + " − " + second, agreement.differences(), limits);
        int decimals = decimals(y.high() - y.low());
        return Figure.of(
                        title,
                        new Size(Size.WIDE, 60),
                        Axis.around("Mean of " + first + " and " + second, agreement.means()),
                        y)
                .withRight(
                        "",
                        List.of(
                                tick("−1.96 SD", agreement.lower(), decimals),
                                tick("Bias", agreement.bias(), decimals),
                                tick("+1.96 SD", agreement.upper(), decimals)))
                .with(List.of(
                        band(agreement.lower()),
                        band(agreement.bias()),
                        band(agreement.upper()),
                        new Mark.Rule("", false, 0, new Pen(Colour.GREY, 0.5, Dash.DOTTED)),
                        new Mark.Rule("", false, agreement.lower().value(), dashed),
                        new Mark.Rule("", false, agreement.bias().value(), new Pen(Colour.BLACK, 1, Dash.SOLID)),
                        new Mark.Rule("", false, agreement.upper().value(), dashed),
                        new Mark.Points(
                                "", agreement.means(), agreement.differences(), Marker.CIRCLE, Colour.BLUE, 1.6)))
                .with(Figure.Legend.NONE);
    }

    private static Mark band(Estimate estimate) {
        return new Mark.Band("", estimate.low(), estimate.high(), Colour.SKY, 0.25);
    }

    private static Axis.Tick tick(String name, Estimate estimate, int decimals) {
        return new Axis.Tick(
                estimate.value(),
                name + "\n" + Numeral.interval(estimate, decimals).replace(" (", "\n("));
    }

    /** Enough for three digits of the range of the axis. */
    private static int decimals(double range) {
        return (int) Math.max(0, Math.min(8, 2 - Math.floor(StrictMath.log10(range))));
    }
}
