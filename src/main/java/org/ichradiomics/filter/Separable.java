package org.ichradiomics.filter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A filter that works axis after axis: along each one a chain of taps, one after the other.
 *
 * @param axes x and y, or x, y and z
 * @param divisor of the response; apart from the taps, so that taps of whole numbers leave whole numbers exact
 */
record Separable(List<List<Taps>> axes, double divisor) {

    Separable {
        axes = axes.stream().map(List::copyOf).toList();
    }

    /** The response as it is; pooled over all right-angle rotations where that is wanted. */
    double[] of(double[] values, Domain domain, Optional<Pooling> rotation) {
        if (rotation.isEmpty()) return divided(along(axes, values, domain));
        Pooled pooled = new Pooled(domain, rotation.get(), new double[values.length]);
        Arrays.fill(pooled.response, rotation.get().start());
        List<List<List<Taps>>> orientations = orientations();
        pooled.descend(0, values, orientations);
        rotation.get().finish(orientations.size(), pooled.response);
        return divided(pooled.response);
    }

    private static double[] along(List<List<Taps>> axes, double[] values, Domain domain) {
        double[] response = values;
        for (int axis = 0; axis < axes.size(); axis++) response = chain(axes.get(axis), axis, response, domain);
        return response;
    }

    private static double[] chain(List<Taps> chain, int axis, double[] values, Domain domain) {
        double[] response = values;
        for (Taps taps : chain) {
            response = Convolution.along(axis, domain.grid(), response, taps, domain.boundary());
        }
        return response;
    }

    private double[] divided(double[] response) {
        if (divisor != 1) {
            for (int i = 0; i < response.length; i++) response[i] /= divisor;
        }
        return response;
    }

    /** The filter under each rotation, in a fixed order; those that look the same stand there as often as they come. */
    private List<List<List<Taps>>> orientations() {
        List<List<Taps>> mirrored = axes.stream()
                .map(chain -> chain.stream().map(Taps::mirrored).toList())
                .toList();
        List<List<List<Taps>>> all = new ArrayList<>();
        for (Rotation rotation : Rotation.all(axes.size())) {
            List<List<Taps>> turned = new ArrayList<>();
            for (int axis = 0; axis < axes.size(); axis++) {
                turned.add((rotation.mirrors(axis) ? mirrored : axes).get(rotation.from(axis)));
            }
            all.add(turned);
        }
        return all;
    }

    /** The rotations as a tree: what two of them do alike along x, and then along y, is done once. */
    private record Pooled(Domain domain, Pooling pooling, double[] response) {

        void descend(int axis, double[] values, List<List<List<Taps>>> orientations) {
            if (axis == orientations.get(0).size()) {
                pooling.add(values, orientations.size(), response);
                return;
            }
            Map<List<Taps>, List<List<List<Taps>>>> branches = new LinkedHashMap<>();
            for (List<List<Taps>> turned : orientations) {
                branches.computeIfAbsent(turned.get(axis), chain -> new ArrayList<>())
                        .add(turned);
            }
            branches.forEach((chain, turned) -> descend(axis + 1, chain(chain, axis, values, domain), turned));
        }
    }
}
