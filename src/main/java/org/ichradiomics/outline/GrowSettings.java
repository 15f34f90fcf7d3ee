package org.ichradiomics.outline;

import java.util.OptionalDouble;

/**
 * How a bleed is grown.
 *
 * @param low HU from which on it is blood; empty: from the click and what surrounds it
 * @param high HU up to which it is blood; empty: 100
 * @param radius how far from the nearest seed it may reach, mm, above 0
 * @param smooth SD of the Gaussian that rounds the outline within each slice, mm, 0 (none) to 20
 * @param holes whether holes within a slice are kept or filled
 */
public record GrowSettings(OptionalDouble low, OptionalDouble high, double radius, double smooth, Holding holes) {

    /** Upper limit if none is given, HU: clotted blood is hardly ever denser. */
    public static final double USUAL_HIGH = 100;

    /** What is used if nothing is said. */
    public static final GrowSettings USUAL =
            new GrowSettings(OptionalDouble.empty(), OptionalDouble.empty(), 80, 0, Holding.FILL);

    /** @throws IllegalArgumentException if a number is out of its range; the sentence names it */
    public GrowSettings {
        if (!(radius > 0)) throw new IllegalArgumentException("The radius must be above 0 mm, was " + radius + ".");
        if (!(smooth >= 0 && smooth <= 20)) {
            throw new IllegalArgumentException("The smoothing must be 0 to 20 mm, was " + smooth + ".");
        }
        if (low.isPresent() && !(Math.abs(low.getAsDouble()) <= 4096)
                || high.isPresent() && !(Math.abs(high.getAsDouble()) <= 4096)) {
            throw new IllegalArgumentException("The HU limits must be -4096 to 4096.");
        }
        if (low.isPresent() && !(low.getAsDouble() < high.orElse(USUAL_HIGH))) {
            throw new IllegalArgumentException("The lower HU limit must be below the upper, was " + low.getAsDouble()
                    + " and " + high.orElse(USUAL_HIGH) + ".");
        }
    }

    /** The same with HU limits of the user's own. */
    public GrowSettings within(double lowHu, double highHu) {
        return new GrowSettings(OptionalDouble.of(lowHu), OptionalDouble.of(highHu), radius, smooth, holes);
    }

    /**
     * The same with another reach.
     *
     * @throws IllegalArgumentException unless it is above 0 mm
     */
    public GrowSettings withRadius(double mm) {
        return new GrowSettings(low, high, mm, smooth, holes);
    }

    /**
     * The same with another smoothing; 0 for none.
     *
     * @throws IllegalArgumentException unless it is 0 to 20 mm
     */
    public GrowSettings withSmooth(double mm) {
        return new GrowSettings(low, high, radius, mm, holes);
    }

    /** The same with holes kept or filled. */
    public GrowSettings with(Holding kept) {
        return new GrowSettings(low, high, radius, smooth, kept);
    }
}
