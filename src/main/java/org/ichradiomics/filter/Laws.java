package org.ichradiomics.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * Laws' kernels, one along each axis, each of norm 1; with energy the mean of |response| around each voxel, after
 * pooling.
 *
 * @param kernels along x, y (and z)
 * @param energy δ ≥ 1, the Chebyshev distance in voxels within which the mean is taken
 */
record Laws(List<Line> kernels, OptionalInt energy) implements Kernel {

    private static final String KERNEL = "kernel";
    private static final String ENERGY = "energy_delta";

    /** Laws' lines: level, edge, spot, wave and ripple, of three or five voxels. */
    public enum Line {
        L5(1, 4, 6, 4, 1),
        E5(-1, -2, 0, 2, 1),
        S5(-1, 0, 2, 0, -1),
        W5(-1, 2, 0, -2, 1),
        R5(1, -4, 6, -4, 1),
        L3(1, 2, 1),
        E3(-1, 0, 1),
        S3(-1, 2, -1);

        private final double[] taps;

        Line(double... taps) {
            this.taps = taps;
        }

        private double squares() {
            return Arrays.stream(taps).map(tap -> tap * tap).sum();
        }
    }

    /** @throws IllegalArgumentException unless the distance of the energy is at least 1 voxel */
    public Laws {
        kernels = List.copyOf(kernels);
        if (energy.isPresent() && energy.getAsInt() < 1) {
            throw new IllegalArgumentException(ENERGY + " must be at least 1 voxel, was " + energy.getAsInt());
        }
    }

    static Laws of(Parameters parameters) {
        return new Laws(
                lines(parameters.text(KERNEL)),
                parameters.has(ENERGY) ? OptionalInt.of(parameters.count(ENERGY)) : OptionalInt.empty());
    }

    private static List<Line> lines(String text) {
        if (!text.matches("(?:[LESWR]5|[LES]3){2,3}")) {
            throw new IllegalArgumentException(KERNEL + " must name a kernel for each axis, as L5E5 or E5L5S5, of "
                    + Arrays.stream(Line.values()).map(Line::name).collect(Collectors.joining(", ")) + "; was \""
                    + text + "\"");
        }
        List<Line> lines = new ArrayList<>();
        for (int at = 0; at < text.length(); at += 2) lines.add(Line.valueOf(text.substring(at, at + 2)));
        return lines;
    }

    @Override
    public Map<String, String> parameters() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put(KERNEL, name());
        energy.ifPresent(delta -> map.put(ENERGY, Integer.toString(delta)));
        return map;
    }

    private String name() {
        return kernels.stream().map(Line::name).collect(Collectors.joining());
    }

    @Override
    public void check(Dimension dimension, Optional<Pooling> rotation) {
        if (kernels.size() != dimension.axes()) {
            throw new IllegalArgumentException(KERNEL + " must name " + dimension.axes() + " kernels in "
                    + dimension.text() + ", was \"" + name() + "\"");
        }
    }

    @Override
    public Size size(double spacing) {
        return energy.isPresent() ? new Size(ENERGY, energy.getAsInt()) : new Size(KERNEL, 1);
    }

    @Override
    public double[] response(double[] values, Domain domain, Optional<Pooling> rotation) {
        List<List<Taps>> axes =
                kernels.stream().map(line -> List.of(Taps.of(line.taps))).toList();
        double norm = Math.sqrt(kernels.stream().mapToDouble(Line::squares).reduce(1, (a, b) -> a * b));
        double[] response = new Separable(axes, norm).of(values, domain, rotation);
        if (energy.isEmpty()) return response;
        for (int i = 0; i < response.length; i++) response[i] = Math.abs(response[i]);
        return Mean.mean(2 * energy.getAsInt() + 1, domain.dimension()).of(response, domain, Optional.empty());
    }
}
