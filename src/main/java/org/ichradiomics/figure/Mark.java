package org.ichradiomics.figure;

import java.util.List;

import org.ichradiomics.stats.Estimate;

/**
 * Something drawn in data coordinates. Arrays are copied when a mark is made and not to be changed afterwards; values
 * that are not finite are not drawn.
 */
public sealed interface Mark {

    /** What the legend calls it; empty for what the legend leaves out. Marks of the same name share an entry. */
    String name();

    /** A line through points, broken where one has no place. */
    record Line(String name, double[] x, double[] y, Pen pen) implements Mark {
        public Line {
            x = x.clone();
            y = copy(y, x.length);
        }
    }

    /** Points. The radius is in typographic points. */
    record Points(String name, double[] x, double[] y, Marker marker, Colour colour, double radius) implements Mark {
        public Points {
            x = x.clone();
            y = copy(y, x.length);
        }
    }

    /**
     * Intervals along y at values of x, or along x at values of y if they lie flat; one with a limit that is not finite
     * is left out.
     */
    record Intervals(String name, boolean flat, double[] at, double[] low, double[] high, Pen pen) implements Mark {
        public Intervals {
            at = at.clone();
            low = copy(low, at.length);
            high = copy(high, at.length);
        }

        static Intervals of(String name, boolean flat, double[] at, List<Estimate> estimates, Pen pen) {
            double[] low = estimates.stream().mapToDouble(Estimate::low).toArray();
            double[] high = estimates.stream().mapToDouble(Estimate::high).toArray();
            return new Intervals(name, flat, at, low, high, pen);
        }
    }

    /** A shaded rectangle with an outline. */
    record Box(
            String name, double left, double right, double low, double high, Colour fill, double opacity, Pen outline)
            implements Mark {}

    /** A shaded band of y across the whole panel. */
    record Band(String name, double low, double high, Colour fill, double opacity) implements Mark {}

    /** A line across the whole panel: upright at a value of x, or level at one of y. */
    record Rule(String name, boolean upright, double at, Pen pen) implements Mark {

        static Rule level(double y, Pen pen) {
            return new Rule("", false, y, pen);
        }
    }

    /** Words at a place. */
    record Words(double x, double y, String text, Anchor anchor, Colour colour) implements Mark {
        @Override
        public String name() {
            return "";
        }
    }

    /**
     * A scale of its own within the panel, level at y from one x to another. Its ticks are at x of the panel; where
     * labels would overlap, those of earlier ticks are written.
     */
    record Ruler(double y, double from, double to, List<Axis.Tick> ticks) implements Mark {
        public Ruler {
            ticks = List.copyOf(ticks);
        }

        @Override
        public String name() {
            return "";
        }
    }

    private static double[] copy(double[] values, int length) {
        if (values.length != length)
            throw new IllegalArgumentException("there are " + length + " and " + values.length + " coordinates");
        return values.clone();
    }
}
