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
        Estimate lower = agreement.lower();
        Estimate upper = agreement.upper();
        double[] limits = {lower.low(), lower.value(), upper.value(), upper.high(), 0};
        Pen dashed = Pen.dashed(Colour.BLACK, 0.8);
        Axis y = Axis.around(first + " − " + second, agreement.differences(), limits);
        int decimals = decimals(y.high() - y.low());
        Axis x = Axis.around("Mean of " + first + " and " + second, agreement.means());
        List<Axis.Tick> beside = List.of(
                tick("−1.96 SD", lower, decimals),
                tick("Bias", agreement.bias(), decimals),
                tick("+1.96 SD", upper, decimals));
        return Figure.of(title, new Size(Size.WIDE, 60), x, y)
                .withRight("", beside)
                .with(List.of(
                        band(lower),
                        band(agreement.bias()),
                        band(upper),
                        Mark.Rule.level(0, new Pen(Colour.GREY, 0.5, Dash.DOTTED)),
                        Mark.Rule.level(lower.value(), dashed),
                        Mark.Rule.level(agreement.bias().value(), Pen.solid(Colour.BLACK, 1)),
                        Mark.Rule.level(upper.value(), dashed)))
                .with(new Mark.Points("", agreement.means(), agreement.differences(), Marker.CIRCLE, Colour.BLUE, 1.6))
                .with(Figure.Legend.NONE);
    }

    private static Mark band(Estimate estimate) {
        return new Mark.Band("", estimate.low(), estimate.high(), Colour.SKY, 0.25);
    }

    private static Axis.Tick tick(String name, Estimate estimate, int decimals) {
        String text = Numeral.interval(estimate, decimals).replace(" (", "\n(");
        return new Axis.Tick(estimate.value(), name + "\n" + text);
    }

    /** Enough for three digits of the range of the axis. */
    private static int decimals(double range) {
        return (int) Math.max(0, Math.min(8, 2 - Math.floor(StrictMath.log10(range))));
    }
}
