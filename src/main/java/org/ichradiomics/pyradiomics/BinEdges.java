package org.ichradiomics.pyradiomics;

import java.util.Arrays;

import org.ichradiomics.region.LevelVolume;
import org.ichradiomics.region.Region;
import org.ichradiomics.text.InvalidInputException;

/**
 * The edges between grey levels, to the last bit as numpy makes them for PyRadiomics, since values lie on them. Level
 * k, from 1, is [edge k, edge k + 1).
 */
final class BinEdges {

    private final double[] edges;

    private BinEdges(double[] edges) {
        this.edges = edges;
    }

    /** Of the values of a lesion. */
    static BinEdges of(Region lesion, ParameterSet setting) throws InvalidInputException {
        int count = setting.get(Parameter.BIN_COUNT);
        return new BinEdges(
                count > 0
                        ? equal(lesion.min(), lesion.max(), count)
                        : wide(lesion.min(), lesion.max(), setting.get(Parameter.BIN_WIDTH)));
    }

    /** numpy.histogram: linspace over [min, max], the last edge raised by 1. */
    private static double[] equal(double min, double max, int count) throws InvalidInputException {
        requireFew(count);
        double low = min == max ? min - 0.5 : min;
        double high = min == max ? max + 0.5 : max;
        double[] edges = new double[count + 1];
        double step = (high - low) / count;
        for (int k = 0; k < count; k++) edges[k] = k * step + low;
        edges[count] = high + 1;
        return edges;
    }

    /** numpy.arange(low, max + 2 width, width): multiples of the width, of which the second one makes the step. */
    private static double[] wide(double min, double max, double width) throws InvalidInputException {
        double rest = min % width;
        if (rest != 0 && rest < 0) rest += width;
        double low = min - rest;
        double length = Math.ceil((max + 2 * width - low) / width);
        requireFew(length);
        double step = low + width - low;
        double[] edges = new double[(int) length];
        for (int k = 0; k < edges.length; k++) edges[k] = low + k * step;
        if (edges.length > 1) edges[1] = low + width;
        return edges;
    }

    private static void requireFew(double count) throws InvalidInputException {
        if (count <= LevelVolume.MAX_LEVEL) return;
        throw new InvalidInputException("The parameters make " + (long) count + " grey levels, more than "
                + (int) LevelVolume.MAX_LEVEL + ": choose a larger binWidth or a smaller binCount.");
    }

    /** The level of each voxel, in the lesion's order. */
    int[] levels(Region lesion) {
        int[] levels = new int[lesion.size()];
        for (int i = 0; i < levels.length; i++) {
            int at = Arrays.binarySearch(edges, lesion.hu(i));
            levels[i] = at >= 0 ? at + 1 : -at - 1;
        }
        return levels;
    }
}
