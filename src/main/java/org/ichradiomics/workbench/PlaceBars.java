package org.ichradiomics.workbench;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.util.Collections;
import java.util.List;
import javax.swing.JComponent;

/** Where a score lies among those of the reference's cases, with the cutoff. */
final class PlaceBars extends JComponent {

    private static final int BINS = 30;

    private List<Double> others = List.of();
    private double score;
    private double cutoff;

    PlaceBars(Look look) {
        setPreferredSize(new Dimension(look.size(200), look.size(44)));
        setMaximumSize(new Dimension(Integer.MAX_VALUE, look.size(44)));
        setAlignmentX(LEFT_ALIGNMENT);
        setToolTipText("Grey: the reference's cases; dashed: the cutoff; red: this case");
    }

    void show(List<Double> values, double mine, double limit) {
        others = values;
        score = mine;
        cutoff = limit;
        setVisible(!values.isEmpty() && Double.isFinite(mine));
        repaint();
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        if (others.isEmpty()) return;
        double low = Math.min(Math.min(score, cutoff), Collections.min(others));
        double high = Math.max(Math.max(score, cutoff), Collections.max(others));
        int[] counts = new int[BINS];
        int most = 1;
        for (double other : others) {
            int bin = Math.min(BINS - 1, (int) (BINS * (other - low) / Math.max(1e-9, high - low)));
            most = Math.max(most, ++counts[bin]);
        }
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, getWidth(), getHeight());
        graphics.setColor(Color.LIGHT_GRAY);
        for (int bin = 0; bin < BINS; bin++) {
            int left = bin * getWidth() / BINS;
            int height = counts[bin] * (getHeight() - 4) / most;
            graphics.fillRect(left, getHeight() - height, Math.max(1, getWidth() / BINS - 1), height);
        }
        graphics.setColor(Color.BLACK);
        int limit = x(cutoff, low, high);
        for (int y = 0; y < getHeight(); y += 6) graphics.drawLine(limit, y, limit, y + 3);
        graphics.setColor(new Color(200, 30, 30));
        graphics.fillRect(x(score, low, high) - 1, 0, 3, getHeight());
    }

    private int x(double value, double low, double high) {
        return (int) Math.round((getWidth() - 3) * (value - low) / Math.max(1e-9, high - low)) + 1;
    }
}
