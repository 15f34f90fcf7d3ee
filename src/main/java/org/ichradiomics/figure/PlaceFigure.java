package org.ichradiomics.figure;

import java.util.Arrays;

import org.ichradiomics.text.NumberText;

/** Where one score lies among others: a histogram of them, with the score and the cutoff as upright rules. */
public final class PlaceFigure {

    private static final int BINS = 24;

    private PlaceFigure() {}

    /**
     * @param axis the name of the score
     * @param scores of the others; may be none
     * @param value of the one; NaN for none
     * @param cutoff NaN for none
     */
    public static Figure of(String title, String axis, double[] scores, double value, double cutoff) {
        Axis across = Axis.around(axis, scores, new double[] {value, cutoff});
        double width = (across.high() - across.low()) / BINS;
        int[] counts = new int[BINS];
        for (double score : scores) counts[Math.min(BINS - 1, (int) ((score - across.low()) / width))]++;
        int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        Figure figure = Figure.of(title, new Size(Size.COLUMN, 24), across, Axis.linear("Cases", 0, most * 1.05))
                .with(Figure.Legend.BELOW);
        for (int i = 0; i < BINS; i++) {
            if (counts[i] == 0) continue;
            double left = across.low() + i * width;
            figure = figure.with(
                    new Mark.Box("", left, left + width, 0, counts[i], Colour.GREY, 0.6, Pen.solid(Colour.WHITE, 0.4)));
        }
        if (Double.isFinite(cutoff)) {
            figure = figure.with(new Mark.Rule(
                    "Cutoff " + NumberText.printed(cutoff, 3), true, cutoff, Pen.dashed(Colour.BLACK, 0.8)));
        }
        if (!Double.isFinite(value)) return figure;
        String name = "This case " + NumberText.printed(value, 2);
        return figure.with(new Mark.Rule(name, true, value, Pen.solid(Colour.VERMILLION, 1.6)));
    }
}
