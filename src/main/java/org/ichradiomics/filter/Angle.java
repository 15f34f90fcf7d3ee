package org.ichradiomics.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An angle in a plane, from its first axis towards its second one.
 *
 * @param radians finite
 */
record Angle(double radians) {

    private static final Pattern PARTS_OF_PI = Pattern.compile("(?:(-?\\d+)\\*)?pi(?:/([1-9]\\d*))?");
    private static final int FINEST = 360;

    /** @throws IllegalArgumentException unless it is a finite number */
    public Angle {
        if (!Double.isFinite(radians)) throw new IllegalArgumentException("an angle must be a number, was " + radians);
    }

    /** @param name how messages call it @param text {@code pi/4}, {@code 5*pi/4} or radians */
    static Angle parse(String name, String text) {
        Matcher parts = PARTS_OF_PI.matcher(text.strip());
        if (parts.matches()) {
            int times = parts.group(1) == null ? 1 : Integer.parseInt(parts.group(1));
            int by = parts.group(2) == null ? 1 : Integer.parseInt(parts.group(2));
            return new Angle(times * Math.PI / by);
        }
        try {
            return new Angle(Double.parseDouble(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + " must be an angle such as pi/4 or a number of radians, was \"" + text + "\"", e);
        }
    }

    /** As a part of π where it is one, else in radians. */
    public String text() {
        if (radians == 0) return "0";
        for (int by = 1; by <= FINEST; by++) {
            double times = Math.rint(radians / Math.PI * by);
            if (times != 0 && Math.abs(times * Math.PI / by - radians) < 1e-12) {
                return (times == 1 ? "" : (long) times + "*") + "pi" + (by == 1 ? "" : "/" + by);
            }
        }
        return Double.toString(radians);
    }
}
