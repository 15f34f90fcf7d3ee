package org.ichradiomics.format.dicom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

import org.ichradiomics.scan.Affine;
import org.ichradiomics.scan.Geometry;
import org.ichradiomics.text.InvalidInputException;

/**
 * The slices of one series put in order by their position along the normal, and what that makes of them: a grid with
 * warnings, or a refusal. Instance numbers are believed only where the slices say nothing of their places
 * ({@link SlicePlaces}).
 *
 * <p>The slice distance is the step along the normal, also where a tilted gantry shifts the slices sideways. When steps
 * differ it is NaN in {@link Geometry#lengths()}: no single distance exists, and a volume computed with any would be
 * wrong. The affine is that of an upright grid on the first slice, without the shear of a tilt, as ITK-SNAP, Slicer and
 * dcm2niix write their masks; where steps differ, its slice axis has the mean step.
 */
public final class SeriesGeometry {

    /** Whether two slices, given by their index, hold the same pixels; asked only for slices at one position. */
    public interface Pixels {
        /**
         * Compares them, counted from 0.
         *
         * @throws InvalidInputException if the pixels of one cannot be read
         */
        boolean same(int first, int second) throws InvalidInputException;
    }

    /** Neighbouring slices shifted sideways by more than this, in mm, were taken with a tilted gantry. */
    private static final double SHEAR = 0.1;

    private final String name;
    private final List<SliceHeader> slices;
    private final List<String> warnings = new ArrayList<>();
    private SlicePlaces places;
    private int[] order;
    private Geometry geometry;
    private boolean isTilted;

    private SeriesGeometry(String name, List<SliceHeader> slices) {
        this.name = name;
        this.slices = slices;
    }

    /**
     * @param name what to call the series in sentences
     * @param slices at least one, in any order, all of one series
     * @param pixels compares slices that lie at one position
     * @throws InvalidInputException if they are of several series, sizes or directions, two of them lie at one position
     *     with different pixels, or some have a position or a rescale and some do not
     */
    public static SeriesGeometry of(String name, List<SliceHeader> slices, Pixels pixels) throws InvalidInputException {
        return of(name, slices, pixels, List.of());
    }

    /** @param notes more to warn of */
    static SeriesGeometry of(String name, List<SliceHeader> slices, Pixels pixels, List<String> notes)
            throws InvalidInputException {
        SeriesGeometry series = new SeriesGeometry(name, List.copyOf(slices));
        series.warnings.addAll(notes);
        OneSeries.require(name, series.slices);
        series.arrange(pixels);
        return series;
    }

    /** For each slice of the volume, first to last, its index in the list that was given; duplicates are left out. */
    public int[] order() {
        return order.clone();
    }

    /** The grid, with the warnings. */
    public Geometry geometry() {
        return geometry;
    }

    /** HU per stored unit of the slice with this index in the list; 1 when its header names none. */
    public double slope(int slice) {
        return slices.get(slice).slope().orElse(1);
    }

    /** HU of a stored 0 in the slice with this index in the list; 0 when its header names none. */
    public double intercept(int slice) {
        return slices.get(slice).intercept().orElse(0);
    }

    private void arrange(Pixels pixels) throws InvalidInputException {
        SliceHeader first = slices.get(0);
        places = SlicePlaces.of(name, slices, warnings);
        double distance = places.isKnown() ? byPlace(pixels) : byNumber();
        double[] thicknesses = Arrays.stream(order)
                .mapToObj(i -> slices.get(i).thickness())
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        new SliceDistance(name, warnings).compare(thicknesses, distance, order.length == 1);
        warnValues();
        double[] plane = first.pixelSpacing();
        if (plane == null) {
            warnings.add(name + " does not say how far apart its pixels are (PixelSpacing): give the spacing in mm.");
        }
        double[] mm = {plane == null ? Double.NaN : plane[1], plane == null ? Double.NaN : plane[0], distance};
        Affine affine = plane == null || !places.isPlaced() ? null : affine(mm, false);
        Affine sheared = affine == null || !isTilted || Double.isNaN(distance) ? null : affine(mm, true);
        geometry = Geometry.stored(new int[] {first.columns(), first.rows(), order.length}, mm, affine, warnings)
                .withTwin(sheared)
                .withFrame(
                        slices.stream().allMatch(slice -> Objects.equals(slice.frame(), first.frame()))
                                ? first.frame()
                                : null);
    }

    /** Whether the order is that of the places of the slices, rather than that of their numbers. */
    public boolean isByPlace() {
        return places.isKnown();
    }

    /** @return the slice distance, NaN when there is no single one */
    private double byPlace(Pixels pixels) throws InvalidInputException {
        order = withoutDuplicates(places.sorted(), pixels);
        if (places.isPlaced()) warnShift();
        if (order.length == 1) return onlySlice();
        double[] steps = new double[order.length - 1];
        for (int i = 0; i < steps.length; i++) steps[i] = places.along(order[i + 1]) - places.along(order[i]);
        return new SliceDistance(name, warnings).of(steps);
    }

    private int[] withoutDuplicates(List<Integer> sorted, Pixels pixels) throws InvalidInputException {
        List<Integer> kept = new ArrayList<>();
        List<Integer> dropped = new ArrayList<>();
        for (int slice : sorted) {
            Integer before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (before == null || places.along(slice) - places.along(before) > SliceDistance.TOLERANCE) {
                kept.add(slice);
                continue;
            }
            if (!pixels.same(before, slice)) {
                throw new InvalidInputException(name + " holds two different images of one place, "
                        + slices.get(before).name() + " and "
                        + slices.get(slice).name()
                        + ": keep one of them, or export one phase of the scan alone.");
            }
            dropped.add(slice);
        }
        if (dropped.size() == 1) {
            warnings.add(name + " holds one slice twice, and "
                    + slices.get(dropped.get(0)).name() + " was left out.");
        } else if (!dropped.isEmpty()) {
            warnings.add(name + " holds " + dropped.size() + " slices twice, such as "
                    + slices.get(dropped.get(0)).name() + ", and they were left out.");
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }

    private void warnShift() {
        double[] normal = normal();
        double shear = 0;
        double height = 0;
        for (int i = 1; i < order.length; i++) {
            double[] from = places.position(order[i - 1]);
            double[] to = places.position(order[i]);
            double step = places.along(order[i]) - places.along(order[i - 1]);
            double sideways = 0;
            for (int d = 0; d < 3; d++) sideways += Math.pow(to[d] - from[d] - step * normal[d], 2);
            if (Math.sqrt(sideways) > shear) {
                shear = Math.sqrt(sideways);
                height = step;
            }
        }
        double tilt = slices.stream()
                .map(SliceHeader::tilt)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .filter(degrees -> degrees != 0)
                .findFirst()
                .orElse(0);
        isTilted = shear > SHEAR;
        if (isTilted) {
            double degrees = tilt != 0 ? tilt : Math.toDegrees(Math.atan2(shear, height));
            warnings.add(name + " was taken with a tilted gantry (" + HeaderWord.number(degrees)
                    + "°): its slices are shifted sideways by up to " + HeaderWord.number(shear)
                    + " mm each, the slice distance was measured along the normal, and the grid was taken as upright.");
        } else if (tilt != 0) {
            warnings.add(name + " was taken with a tilted gantry (" + HeaderWord.number(tilt) + "°)"
                    + (order.length > 1
                            ? ", but its slices are not shifted sideways: it may have been corrected already."
                            : "."));
        }
    }

    private double onlySlice() {
        OptionalDouble thickness = slices.get(order[0]).thickness();
        if (thickness.isEmpty()) {
            warnings.add(name + " is a single slice that does not say how thick it is: give the spacing in mm,"
                    + " or open the folder of the whole series.");
            return Double.NaN;
        }
        warnings.add(name + " is a single slice, and its thickness of " + HeaderWord.number(thickness.getAsDouble())
                + " mm was taken as the slice distance: open the folder for the whole series.");
        return thickness.getAsDouble();
    }

    /** @return the slice distance as the header tells it, NaN when it does not */
    private double byNumber() {
        Set<Integer> numbers = new HashSet<>();
        boolean numbered = slices.stream()
                .allMatch(slice -> slice.instanceNumber().isPresent()
                        && numbers.add(slice.instanceNumber().getAsInt()));
        Comparator<Integer> by = numbered
                ? Comparator.comparingInt(i -> slices.get(i).instanceNumber().getAsInt())
                : Comparator.naturalOrder();
        order = IntStream.range(0, slices.size())
                .boxed()
                .sorted(by)
                .mapToInt(Integer::intValue)
                .toArray();
        SliceHeader first = slices.get(0);
        boolean spaced = first.spacingBetweenSlices().isPresent();
        OptionalDouble told = spaced ? first.spacingBetweenSlices() : first.thickness();
        String distance = told.isEmpty()
                ? "give the spacing in mm"
                : HeaderWord.number(told.getAsDouble()) + " mm was taken from "
                        + (spaced ? "SpacingBetweenSlices" : "SliceThickness") + ", check it";
        if (slices.size() == 1) {
            warnings.add(
                    name + " does not say where its slice lies, so neither side nor slice distance could be checked: "
                            + distance + ".");
        } else {
            warnings.add(name + " does not say where its slices lie, so neither their order (by "
                    + (numbered ? "InstanceNumber" : "file") + ") nor their distance could be checked: " + distance
                    + ".");
        }
        return told.orElse(Double.NaN);
    }

    private void warnValues() {
        SliceHeader first = slices.get(order[0]);
        boolean unscaled = false;
        boolean mixed = false;
        boolean lossy = false;
        for (int i : order) {
            SliceHeader slice = slices.get(i);
            unscaled |= !OneSeries.isRescaled(slice);
            mixed |= slope(i) != slope(order[0]) || intercept(i) != intercept(order[0]);
            lossy |= slice.isLossy();
        }
        String type = first.rescaleType().orElse("HU");
        if (!first.modality().isEmpty() && !first.modality().equals("CT")) {
            warnings.add(name + " is no CT but " + HeaderWord.code(first.modality())
                    + ", so its values are not HU: use it for its geometry only.");
        } else if (!type.equals("HU")) {
            warnings.add(name + " holds values of the type " + HeaderWord.code(type)
                    + (type.equals("US") ? " (unspecified)" : "")
                    + ", which may not be HU: check air (−1000) and brain (20–40).");
        } else if (unscaled) {
            warnings.add(name
                    + " has no rescale slope and intercept, so its values may not be HU: check air (−1000) "
                    + "and brain (20–40).");
        }
        if (mixed) {
            warnings.add(name + " has a rescale that changes from slice to slice, which was applied slice by slice.");
        }
        if (lossy) {
            warnings.add(name + " went through lossy compression, so its values are not those that were measured:"
                    + " use the original if there is one.");
        }
    }

    /**
     * On the first slice, upright or along the shift of a tilted gantry; where the distance is unknown, the mean step,
     * or the thickness, or 1 mm.
     */
    private Affine affine(double[] mm, boolean sheared) {
        int last = order.length - 1;
        double[] normal = normal();
        double[] p = places.position(order[0]);
        double step = mm[2];
        if (Double.isNaN(step) && last > 0) step = (dot(places.position(order[last]), normal) - dot(p, normal)) / last;
        if (!SliceHeader.isLength(step)) step = slices.get(order[0]).thickness().orElse(1);
        double[] o = placed().orientation();
        double[] rows = new double[12];
        for (int d = 0; d < 3; d++) {
            // LPS to RAS; 0.0 − x keeps a zero positive.
            int sign = d < 2 ? -1 : 1;
            double next = sheared ? (places.position(order[last])[d] - p[d]) / last : normal[d] * step;
            double[] row = {o[d] * mm[0], o[3 + d] * mm[1], next, p[d]};
            for (int column = 0; column < 4; column++)
                rows[4 * d + column] = sign < 0 ? 0.0 - row[column] : row[column];
        }
        return Affine.of(rows);
    }

    /** The first slice that says how it is turned; of one that does not, the place was found by the others. */
    private SliceHeader placed() {
        return Arrays.stream(order)
                .mapToObj(slices::get)
                .filter(SliceHeader::isPlaced)
                .findFirst()
                .orElseThrow();
    }

    private double[] normal() {
        return slices.stream()
                .filter(SliceHeader::isPlaced)
                .findFirst()
                .orElseThrow()
                .normal();
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
