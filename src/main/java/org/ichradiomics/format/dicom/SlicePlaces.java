package org.ichradiomics.format.dicom;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.ichradiomics.text.InvalidInputException;

/**
 * Where the slices of one series lie along their normal, in mm, by the best that their headers say:
 *
 * <pre>
 *   ImagePositionPatient with ImageOrientationPatient    along the normal; where some slices lack it, from
 *                                                        SliceLocation, if that goes with the positions of the others
 *   ImagePositionPatient alone                           along the axis on which it changes most
 *   SliceLocation                                        as it stands, growing towards the head
 *   none of them, or one value for all slices            unknown
 * </pre>
 */
final class SlicePlaces {

    /** SliceLocation and position may part by this much, in mm: headers are rounded. */
    private static final double SAME_PLACE = 0.01;

    private final double[] along;
    private final double[][] positions;

    private SlicePlaces(double[] along, double[][] positions) {
        this.along = along;
        this.positions = positions;
    }

    /**
     * @param warnings gets a sentence where anything but the positions was used
     * @throws InvalidInputException if some slices say where they lie and others do not
     */
    static SlicePlaces of(String name, List<SliceHeader> slices, List<String> warnings) throws InvalidInputException {
        long placed = slices.stream().filter(SliceHeader::isPlaced).count();
        if (placed == slices.size()) return byPosition(slices);
        if (placed > 0) return completed(name, slices, warnings);
        double[] along = alongAxis(slices);
        if (along != null) {
            warnings.add(name
                    + " does not say how its slices are turned (ImageOrientationPatient), so neither side nor tilt "
                    + "could be checked:"
                    + " order and distance were taken from their positions.");
            return new SlicePlaces(along, null);
        }
        along = locations(slices);
        if (along == null || along.length == 1) return new SlicePlaces(null, null);
        if (isOne(along)) {
            warnings.add(name + " has one SliceLocation for all its slices, which was not used.");
            return new SlicePlaces(null, null);
        }
        warnings.add(name
                + " does not say where its slices lie (ImagePositionPatient): order and distance were taken from "
                + "SliceLocation,"
                + " which was read to grow towards the head.");
        return new SlicePlaces(along, null);
    }

    /** Whether it is known at all. */
    boolean isKnown() {
        return along != null;
    }

    /** Whether the places in the patient are known, and not only those along the normal. */
    boolean isPlaced() {
        return positions != null;
    }

    /** Of the slice with this index. */
    double along(int slice) {
        return along[slice];
    }

    /** Centre of the first voxel of the slice with this index, where {@link #isPlaced}. */
    double[] position(int slice) {
        return positions[slice];
    }

    private static SlicePlaces byPosition(List<SliceHeader> slices) {
        double[] normal = slices.get(0).normal();
        return new SlicePlaces(
                slices.stream()
                        .mapToDouble(slice -> dot(slice.position(), normal))
                        .toArray(),
                slices.stream().map(SliceHeader::position).toArray(double[][]::new));
    }

    /** Two slices with both values tell how the SliceLocation of the others becomes a position. */
    private static SlicePlaces completed(String name, List<SliceHeader> slices, List<String> warnings)
            throws InvalidInputException {
        int[] with = IntStream.range(0, slices.size())
                .filter(i -> slices.get(i).isPlaced())
                .toArray();
        int without = IntStream.range(0, slices.size())
                .filter(i -> !slices.get(i).isPlaced())
                .findFirst()
                .orElseThrow();
        double[] location = locations(slices);
        SliceHeader first = slices.get(with[0]);
        SliceHeader last = slices.get(with[with.length - 1]);
        double span = location == null ? 0 : location[with[with.length - 1]] - location[with[0]];
        double[] step = new double[3];
        for (int d = 0; d < 3; d++) step[d] = (last.position()[d] - first.position()[d]) / span;
        double[][] positions = new double[slices.size()][];
        boolean agree = Math.abs(span) > SAME_PLACE && Math.abs(Math.abs(dot(step, first.normal())) - 1) < SAME_PLACE;
        for (int i = 0; i < positions.length && agree; i++) {
            double[] told = new double[3];
            for (int d = 0; d < 3; d++) told[d] = first.position()[d] + step[d] * (location[i] - location[with[0]]);
            positions[i] = slices.get(i).isPlaced() ? slices.get(i).position() : told;
            for (int d = 0; d < 3; d++) agree &= Math.abs(positions[i][d] - told[d]) <= SAME_PLACE;
        }
        if (!agree) {
            throw new InvalidInputException(name + " says where some slices lie, such as " + first.name() + ", but not "
                    + slices.get(without).name() + ": export the series again.");
        }
        warnings.add(name + " does not say where " + (slices.size() - with.length) + " of its " + slices.size()
                + " slices lie, such as " + slices.get(without).name()
                + ": their places were taken from SliceLocation, which goes with the positions of the others.");
        double[] normal = first.normal();
        return new SlicePlaces(
                IntStream.range(0, positions.length)
                        .mapToDouble(i -> dot(positions[i], normal))
                        .toArray(),
                positions);
    }

    /** Null unless every slice has a position, and not all have the same. */
    private static double[] alongAxis(List<SliceHeader> slices) {
        double[] best = null;
        double most = 0;
        for (SliceHeader slice : slices) if (slice.position() == null) return null;
        for (int d = 0; d < 3; d++) {
            int axis = d;
            double[] along =
                    slices.stream().mapToDouble(slice -> slice.position()[axis]).toArray();
            double range = IntStream.range(0, along.length)
                    .mapToDouble(i -> Math.abs(along[i] - along[0]))
                    .max()
                    .orElse(0);
            if (range <= most) continue;
            most = range;
            best = along;
        }
        return best;
    }

    /** Null unless every slice has one. */
    private static double[] locations(List<SliceHeader> slices) {
        for (SliceHeader slice : slices) if (slice.location().isEmpty()) return null;
        return slices.stream()
                .mapToDouble(slice -> slice.location().getAsDouble())
                .toArray();
    }

    private static boolean isOne(double[] along) {
        for (double mm : along) if (Math.abs(mm - along[0]) > SAME_PLACE) return false;
        return true;
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** The indices 0..count−1 in the order of their places; of two at one place the one that comes first. */
    List<Integer> sorted() {
        List<Integer> sorted = new ArrayList<>();
        for (int i = 0; i < along.length; i++) sorted.add(i);
        sorted.sort((a, b) -> along[a] != along[b] ? Double.compare(along[a], along[b]) : Integer.compare(a, b));
        return sorted;
    }
}
