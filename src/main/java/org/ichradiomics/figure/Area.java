package org.ichradiomics.figure;

/** A rectangle of a drawing, in points; y downwards. */
public record Area(double left, double top, double right, double bottom) {

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    Area grown(double by) {
        return new Area(left - by, top - by, right + by, bottom + by);
    }

    boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    boolean overlaps(Area other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** What of this lies within another. */
    Area within(Area other) {
        return new Area(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    /**
     * The part of a line within: its ends x1, y1, x2, y2 (Liang and Barsky 1984).
     *
     * @return {@code null} if no part of it is within
     */
    double[] cut(double x1, double y1, double x2, double y2) {
        double dx = x2 - x1;
        double dy = y2 - y1;
        double from = 0;
        double to = 1;
        double[][] borders = {{-dx, x1 - left}, {dx, right - x1}, {-dy, y1 - top}, {dy, bottom - y1}};
        for (double[] border : borders) {
            if (border[0] == 0 && border[1] < 0) return null;
            if (border[0] < 0) from = Math.max(from, border[1] / border[0]);
            if (border[0] > 0) to = Math.min(to, border[1] / border[0]);
        }
        // Ends within are handed back as they are, so that a line goes on where it was.
        return from > to
                ? null
                : new double[] {
                    from == 0 ? x1 : x1 + from * dx,
                    from == 0 ? y1 : y1 + from * dy,
                    to == 1 ? x2 : x1 + to * dx,
                    to == 1 ? y2 : y1 + to * dy
                };
    }
}
