package org.ichradiomics.filter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One map of an undecimated separable wavelet decomposition (à trous). Under rotation the low-pass of the levels before
 * is turned too.
 *
 * @param family the wavelet
 * @param set L or H along x, y (and z), at the last level
 * @param level 1 to {@value #HIGHEST}; level j has 2^(j−1) − 1 zeros behind every tap
 */
record Wavelet(WaveletFamily family, String set, int level) implements Kernel {

    private static final String FAMILY = "family";
    private static final String SET = "set";
    static final String LEVEL = "level";
    static final int HIGHEST = 16;

    /**
     * @throws IllegalArgumentException unless the set is L or H for each of two or three axes, and the level is one
     *     there is
     */
    public Wavelet {
        if (!set.matches("[LH]{2,3}")) {
            throw new IllegalArgumentException(
                    SET + " must be L or H for each axis, as HL or LLH, was \"" + set + "\"");
        }
        checkLevel(level);
    }

    static void checkLevel(int level) {
        if (level < 1 || level > HIGHEST) {
            throw new IllegalArgumentException(LEVEL + " must be 1 to " + HIGHEST + ", was " + level);
        }
    }

    static Wavelet of(Parameters parameters) {
        return new Wavelet(
                WaveletFamily.named(FAMILY, parameters.text(FAMILY)), parameters.text(SET), parameters.count(LEVEL));
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(FAMILY, family.text());
        map.put(SET, set);
        map.put(LEVEL, Integer.toString(level));
        return map;
    }

    @Override
    public void check(Dimension dimension, Optional<Pooling> rotation) {
        if (set.length() != dimension.axes()) {
            throw new IllegalArgumentException(SET + " must have " + dimension.axes() + " letters in "
                    + dimension.text() + ", was \"" + set + "\"");
        }
    }

    @Override
    public Size size(double spacing) {
        return new Size(LEVEL, 1 << level - 1);
    }

    @Override
    public double[] response(double[] values, Domain domain, Optional<Pooling> rotation) {
        List<List<Taps>> axes = new ArrayList<>();
        for (char letter : set.toCharArray()) {
            List<Taps> chain = new ArrayList<>();
            for (int j = 1; j < level; j++) chain.add(family.low().stretched(1 << j - 1));
            chain.add((letter == 'L' ? family.low() : family.high()).stretched(1 << level - 1));
            axes.add(chain);
        }
        return new Separable(axes, 1).of(values, domain, rotation);
    }
}
