package org.ichradiomics.figure;

import java.util.List;

/**
 * Lines of text at a place, level or upright.
 *
 * @param x of the anchor
 * @param y middle of the lines; for upright text x is the middle and y the anchor
 */
record Label(double x, double y, List<String> lines, Font font, Anchor anchor, Colour colour, boolean upright) {

    static Label of(double x, double y, List<String> lines, Font font, Anchor anchor) {
        return new Label(x, y, lines, font, anchor, Colour.BLACK, false);
    }

    /** What the text covers at most. */
    Area area() {
        double width = lines.stream().mapToDouble(font::width).max().orElse(0);
        double half = font.height(lines.size()) / 2;
        double before = anchor.share() * width;
        return upright
                ? new Area(x - half, y - width + before, x + half, y + before)
                : new Area(x - before, y - half, x - before + width, y + half);
    }

    void draw(Canvas canvas) {
        for (int i = 0; i < lines.size(); i++) {
            double across = font.height(1) * (i - (lines.size() - 1) / 2.0) + font.middle();
            if (lines.get(i).isEmpty()) continue;
            canvas.text(
                    upright ? x + across : x, upright ? y : y + across, lines.get(i), font, anchor, colour, upright);
        }
    }
}
