package org.ichradiomics.phantom;

/**
 * How sharp and how noisy a scanner's picture is.
 *
 * @param noise SD of the noise inside the head, HU
 * @param grain width of a grain of the noise as a Gaussian's SD, mm: small for a sharp kernel, large for a soft one
 * @param blur width of the picture of a point as a Gaussian's SD, mm
 */
record Scanner(double noise, double grain, double blur) {

    private static final int LOWEST = -1000;
    private static final int HIGHEST = 3071;

    /** Where there is no more than this of anything, there is air without noise, so that files stay small. */
    private static final double AIR = -995;

    /** The picture in whole HU, as a scanner stores it. */
    short[] picture(Volume object, Dice dice) {
        Volume sharp = object.blurred(blur);
        Volume grains = Volume.noise(object.grid(), dice).grained(grain);
        short[] hu = new short[object.grid().size()];
        for (int i = 0; i < hu.length; i++) {
            double value = sharp.get(i);
            if (value > AIR) value += noise * Math.min(1, (value + 1000) / 500) * grains.get(i);
            hu[i] = (short) Math.min(Math.max(value > AIR ? Math.rint(value) : LOWEST, LOWEST), HIGHEST);
        }
        return hu;
    }
}
