package org.ichradiomics.sign;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A section that consists of a darker and a brighter part with a border between them, side by side.
 *
 * @param section where they are
 * @param dark the largest connected part of the darker class
 * @param bright the largest connected part of the brighter class
 * @param difference mean of the brighter minus mean of the darker part, HU
 */
record TwoParts(Section section, Pixels dark, Pixels bright, double difference) {

    private static final double LEAST_AREA = 50; // mm²
    private static final double LEAST_SHARE = 0.10; // of the section without its rim
    private static final double LEAST_OPEN = 0.20; // of the darker part's edge: a part that is enclosed is no blend
    private static final double MOST_BETWEEN = 0.15; // of the section: more is a gradient and no border

    private static final int LEAST_CONTACT = 8; // pixels
    private static final double MOST_RMS = 1.5; // mm
    private static final double MOST_TILT = 15; // degrees

    /** Of the largest piece; empty if it shows no two parts, whatever the difference. */
    static Optional<TwoParts> of(Section section) {
        Pixels whole = section.largestPiece().where(section::isInterior);
        if (whole.isEmpty() || !Slack.reaches(whole.area(), LEAST_AREA)) return Optional.empty();
        int[] rounded = whole.stream().map(i -> rounded(section, i)).toArray();
        int threshold = otsu(rounded);
        Pixels dark = largest(whole.where(i -> rounded(section, i) <= threshold));
        Pixels bright = largest(whole.where(i -> rounded(section, i) > threshold));
        if (dark.isEmpty() || bright.isEmpty()) return Optional.empty();
        TwoParts parts = new TwoParts(section, dark, bright, bright.mean(section.hu()) - dark.mean(section.hu()));
        boolean isLarge = dark.count() >= LEAST_SHARE * whole.count();
        return isLarge && parts.isOpen(whole) && parts.hasBorder(whole) ? Optional.of(parts) : Optional.empty();
    }

    /** To 1 HU; beyond what 16 bits hold, there are no HU. */
    private static int rounded(Section section, int i) {
        return (int) Math.rint(Math.max(-32768, Math.min(65535, section.smooth(i))));
    }

    private static Pixels largest(Pixels pixels) {
        Components parts = Components.ofEdges(pixels);
        return pixels.isEmpty() ? pixels : parts.part(parts.largest());
    }

    /** The first threshold of the largest variance between the classes ≤ threshold and &gt; threshold (Otsu 1979). */
    private static int otsu(int[] values) {
        int low = IntStream.of(values).min().orElseThrow();
        int high = IntStream.of(values).max().orElseThrow();
        long[] counts = new long[high - low + 1];
        double sum = 0;
        for (int value : values) {
            counts[value - low]++;
            sum += value - low;
        }
        int best = high;
        double most = 0;
        double sumBelow = 0;
        long below = 0;
        for (int t = 0; t < counts.length - 1; t++) {
            below += counts[t];
            sumBelow += (double) t * counts[t];
            double gap = sumBelow / below - (sum - sumBelow) / (values.length - below);
            double variance = (double) below * (values.length - below) * gap * gap;
            if (variance > most) {
                most = variance;
                best = low + t;
            }
        }
        return best;
    }

    private boolean isOpen(Pixels whole) {
        Pixels edge = dark.edge();
        Pixels outer = whole.edge();
        return edge.where(outer::contains).count() >= LEAST_OPEN * edge.count();
    }

    private boolean hasBorder(Pixels whole) {
        double middle = dark.mean(section.hu()) + difference / 2;
        int between = whole.where(i -> Math.abs(section.smooth(i) - middle) <= difference / 4)
                .count();
        return between <= MOST_BETWEEN * whole.count();
    }

    /**
     * Whether the darker part lies level on the brighter one, as in a patient on his back, and is no brighter than a
     * limit, HU.
     */
    boolean isLevel(double limit) {
        Pixels contact = dark.where(bright::isBeside);
        return dark.mean(section.hu()) <= limit
                && contact.count() >= LEAST_CONTACT
                && row(dark) < row(bright)
                && isLine(contact);
    }

    private static double row(Pixels pixels) {
        return mean(pixels, pixels.plane()::y);
    }

    private static double mean(Pixels pixels, IntToDoubleFunction value) {
        return pixels.stream().mapToDouble(value).average().orElseThrow();
    }

    /** The line of least squares across it: its direction, and how far pixels lie beside it. */
    private static boolean isLine(Pixels pixels) {
        Plane plane = pixels.plane();
        double mx = mean(pixels, i -> plane.x(i) * plane.dx());
        double my = mean(pixels, i -> plane.y(i) * plane.dy());
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i : pixels.stream().toArray()) {
            double x = plane.x(i) * plane.dx() - mx;
            double y = plane.y(i) * plane.dy() - my;
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        double half = Math.hypot((xx - yy) / 2, xy);
        double beside = Math.max(0, (xx + yy) / 2 - half);
        double tilt = Math.toDegrees(Math.abs(0.5 * Math.atan2(2 * xy, xx - yy)));
        return !Slack.exceeds(Math.sqrt(beside / pixels.count()), MOST_RMS) && tilt <= MOST_TILT + 1e-9;
    }
}
