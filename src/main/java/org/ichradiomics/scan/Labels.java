package org.ichradiomics.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import org.ichradiomics.region.Spacing;
import org.ichradiomics.text.InvalidInputException;

/**
 * A mask: f : {voxels of a grid} → {0, 1, 2, …}; 0 is background, every other number names a part, such as the
 * haematoma or its intraventricular share. It may be empty: that is told where a label is asked for.
 *
 * <p>A number is a whole one if it lies within 1e-6 of it (from 1 on, of itself), but at most 0.001 away: that is what
 * is left of a label once it has gone through a slope of float32, such as 255 × 0.003921569 = 1.00000006. What lies
 * farther from a whole number, such as 0.9999, was never one.
 *
 * <p>Immutable.
 */
public final class Labels {

    /** The word for "the only label there is". */
    public static final String ANY = "any";

    /** The word for "the only label there is, of several 1, by which the haematoma goes everywhere here". */
    public static final String HAEMATOMA = "haematoma";

    private static final long OF_HAEMATOMA = 1;

    /** From here on, neighbouring integers are one and the same double. */
    private static final double EXACT = 1L << 53;

    /** What the rounding of a slope may make of a label, as a part of it, and at most. */
    private static final double ROUNDED = 1e-6;

    private static final double MOST_ROUNDED = 1e-3;

    /** Whoever sees such a value wonders where the border lies. */
    private static final double NEARLY = 1e-2;

    /** A mask with more is an image that was taken for one. */
    private static final int MOST_LABELS = 4096;

    private static final int LISTED = 60;

    private final String name;
    private final RandomAccessibleInterval<DoubleType> values;
    private final Geometry geometry;
    private final Map<Long, Long> counts;
    private final List<String> remarks;
    private final List<String> warnings;

    /**
     * @param remarks about the values, which hold on any grid
     * @param warnings about the grid
     */
    private Labels(
            String name,
            RandomAccessibleInterval<DoubleType> values,
            Geometry geometry,
            Map<Long, Long> counts,
            List<String> remarks,
            List<String> warnings) {
        this.name = name;
        this.values = values;
        this.geometry = geometry;
        this.counts = counts;
        this.remarks = remarks;
        this.warnings = Stream.concat(warnings.stream(), remarks.stream()).toList();
    }

    /**
     * Takes the values of a volume as labels.
     *
     * @throws InvalidInputException if a value is fractional, negative, NaN or beyond 2⁵³, or if there are so many that
     *     it cannot be a mask
     */
    public static Labels of(Scan volume) throws InvalidInputException {
        Tally tally = new Tally(volume.name());
        Cursor<DoubleType> cursor = Views.flatIterable(volume.hu()).cursor();
        while (cursor.hasNext()) tally.add(cursor.next().get(), cursor);
        tally.end();
        List<String> remarks = tally.rounded == 0
                ? List.of()
                : List.of(volume.name() + " holds " + text(tally.rounded) + " where " + Math.round(tally.rounded)
                        + " was meant, as a slope of its values leaves it, and the whole numbers were taken.");
        RandomAccessibleInterval<DoubleType> values = tally.rounded == 0
                ? volume.hu()
                : Converters.convert(
                        volume.hu(), (value, label) -> label.set(Math.rint(value.get())), new DoubleType());
        return new Labels(volume.name(), values, volume.geometry(), tally.counts, remarks, volume.warnings());
    }

    /** Whether no voxel is labelled. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** @throws InvalidInputException if no voxel is labelled */
    public void requireLabelled() throws InvalidInputException {
        if (isEmpty())
            throw new InvalidInputException(name
                    + " is empty, every voxel is 0: draw the haematoma on at least one slice, or choose another mask.");
    }

    /** What to call it in sentences: the file's name without its folder. */
    public String name() {
        return name;
    }

    /** Where its voxels lie in the patient. */
    public Geometry geometry() {
        return geometry;
    }

    /** What the user should know, one sentence each; empty when all is well. */
    public List<String> warnings() {
        return warnings;
    }

    /** The labels in ascending order, with their volumes by this mask's own spacing. */
    public List<Label> list() {
        double millilitres = geometry.spacing().map(Spacing::voxelVolume).orElse(Double.NaN) / 1000;
        List<Label> list = new ArrayList<>();
        counts.forEach((value, voxels) -> list.add(new Label(value, voxels, voxels * millilitres)));
        return list;
    }

    /**
     * This mask on the grid of a scan: its axes in the scan's order, its volumes by the scan's spacing. If only one of
     * the two has an orientation, a scan without is taken to be in LPS, a mask without to be in the order in which the
     * scan is stored, and {@link #warnings()} of the result says so.
     *
     * @throws InvalidInputException if the two differ in size, or anywhere by more than half a voxel
     */
    public Labels onto(Scan scan) throws InvalidInputException {
        return onto(scan, Placement.CHECKED);
    }

    /**
     * As {@link #onto(Scan)}, but a mask that does not fit is refused only if the placement does not say what to do
     * with it. What was done is in {@link #warnings()} of the result.
     *
     * @throws InvalidInputException if the mask can not be placed so: forced, it must have the scan's size; resampled,
     *     both must have an orientation, and a labelled voxel must lie in the scan
     */
    public Labels onto(Scan scan, Placement placement) throws InvalidInputException {
        Alignment alignment;
        try {
            alignment = Alignment.of(name, geometry, scan, placement == Placement.FORCED);
        } catch (InvalidInputException e) {
            if (placement != Placement.RESAMPLED) throw e;
            return resampled(scan);
        }
        RandomAccessibleInterval<DoubleType> placed = alignment.apply(values, scan);
        if (alignment.isWhole(geometry, scan))
            return new Labels(name, placed, scan.geometry(), counts, remarks, alignment.warnings());
        Map<Long, Long> left = left(placed, scan);
        List<String> notes = new ArrayList<>(alignment.warnings());
        long lost = sum(counts) - sum(left);
        if (lost > 0) {
            notes.add(lost + " of the " + sum(counts) + " labelled voxels of " + name + " lie outside " + scan.name()
                    + " and were lost: check that the mask was made for this scan.");
        }
        return new Labels(name, placed, scan.geometry(), left, remarks, notes);
    }

    private static long sum(Map<Long, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * What is labelled in the scan.
     *
     * @throws InvalidInputException if that is nothing, though the mask holds something
     */
    private Map<Long, Long> left(RandomAccessibleInterval<DoubleType> placed, Scan scan) throws InvalidInputException {
        Map<Long, Long> left = new TreeMap<>();
        Cursor<DoubleType> cursor = Views.flatIterable(placed).cursor();
        while (cursor.hasNext()) {
            double value = cursor.next().get();
            if (value != 0) left.merge((long) value, 1L, Long::sum);
        }
        if (left.isEmpty() && !isEmpty()) {
            throw new InvalidInputException(name + " has no labelled voxel inside " + scan.name()
                    + ": open the mask that was made for this scan.");
        }
        return left;
    }

    private Labels resampled(Scan scan) throws InvalidInputException {
        RandomAccessibleInterval<DoubleType> resampled = NearestLabel.of(name, values, geometry, counts.keySet(), scan);
        Map<Long, Long> left = left(resampled, scan);
        Labels labels = new Labels(name, resampled, scan.geometry(), left, List.of(), List.of());
        String note = name + " was resampled onto the grid of " + scan.name() + ", the nearest label for each voxel: "
                + change(labels) + ".";
        return new Labels(name, resampled, scan.geometry(), left, remarks, List.of(note));
    }

    private String change(Labels after) {
        Map<Long, Double> now = after.list().stream().collect(Collectors.toMap(Label::value, Label::millilitres));
        String text = list().stream()
                .limit(LISTED)
                .map(label -> String.format(
                        Locale.ROOT,
                        "label %d has %.3f mL, and had %.3f mL",
                        label.value(),
                        now.getOrDefault(label.value(), 0.0),
                        label.millilitres()))
                .collect(Collectors.joining("; "));
        return counts.size() <= LISTED ? text : text + "; and " + (counts.size() - LISTED) + " more";
    }

    /**
     * The voxels of one label.
     *
     * @param label a number, {@value #ANY} when there is only one, or {@value #HAEMATOMA}
     * @throws InvalidInputException if there is no such label, or a word leaves a choice; the sentence lists them all
     */
    public RandomAccessibleInterval<BoolType> select(String label) throws InvalidInputException {
        double wanted = number(label);
        return Converters.convert(values, (value, inside) -> inside.set(value.get() == wanted), new BoolType());
    }

    /** Whether a word leaves it to the mask which label is meant. */
    public static boolean isOpen(String label) {
        return label.equalsIgnoreCase(ANY) || label.equalsIgnoreCase(HAEMATOMA);
    }

    /**
     * Which label a word means.
     *
     * @param word a number, {@value #ANY} or {@value #HAEMATOMA}
     * @throws InvalidInputException as {@link #select}
     */
    public long number(String word) throws InvalidInputException {
        requireLabelled();
        String label = word.strip();
        if (isOpen(label)) {
            if (counts.size() == 1) return counts.keySet().iterator().next();
            if (label.equalsIgnoreCase(HAEMATOMA) && counts.containsKey(OF_HAEMATOMA)) return OF_HAEMATOMA;
            throw new InvalidInputException(
                    name + " holds " + counts.size() + " labels: choose one of " + listed() + ".");
        }
        long value;
        try {
            value = Long.parseLong(label);
        } catch (NumberFormatException e) {
            throw new InvalidInputException("The label \"" + label + "\" is not a whole number: choose "
                    + (counts.size() == 1 ? "\"" + ANY + "\" or " : "one of ") + listed() + " of " + name + ".");
        }
        if (counts.containsKey(value)) return value;
        throw new InvalidInputException(name + " holds no label " + value + ": choose "
                + (counts.size() == 1 ? "" : "one of ") + listed() + ".");
    }

    private String listed() {
        List<Label> list = list();
        String text = list.stream().limit(LISTED).map(Label::toString).collect(Collectors.joining(", "));
        return list.size() <= LISTED ? text : text + " and " + (list.size() - LISTED) + " more";
    }

    /** A float32 in its own digits, 0.9999 rather than 0.9998999834060669. */
    private static String text(double value) {
        return (float) value == value ? Float.toString((float) value) : Double.toString(value);
    }

    /** Counts labels voxel by voxel; neighbours mostly have the same one. */
    private static final class Tally {

        private final String name;
        private final Map<Long, Long> counts = new TreeMap<>();
        private double last;
        private double label;
        private long run;
        private double rounded;

        Tally(String name) {
            this.name = name;
        }

        void add(double value, Cursor<DoubleType> at) throws InvalidInputException {
            if (value != last) {
                double whole = whole(value, at);
                end();
                if (counts.size() > MOST_LABELS) {
                    throw new InvalidInputException(name + " holds more than " + MOST_LABELS
                            + " different values, so it is an image and no mask: open the mask that was made "
                            + "for this scan.");
                }
                if (whole != value && rounded == 0) rounded = value;
                last = value;
                label = whole;
            }
            run++;
        }

        void end() {
            if (label != 0) counts.merge((long) label, run, Long::sum);
            run = 0;
        }

        private double whole(double value, Cursor<DoubleType> at) throws InvalidInputException {
            double whole = Math.rint(value);
            if (Math.abs(value - whole) <= Math.min(ROUNDED * Math.max(1, Math.abs(whole)), MOST_ROUNDED)
                    && whole >= 0
                    && whole < EXACT) return whole;
            String place = " at column " + at.getLongPosition(0) + ", row " + at.getLongPosition(1) + ", slice "
                    + (at.getLongPosition(2) + 1);
            if (!Double.isFinite(value)) {
                throw new InvalidInputException(name + " holds " + value + place + ": replace it by 0 or by a label.");
            }
            if (value != whole) {
                String border = Math.abs(value - whole) > NEARLY
                        ? ""
                        : " What a slope's rounding leaves, up to 1e-6 from one, would be taken.";
                throw new InvalidInputException(name + " is a fractional mask, it holds " + text(value) + place
                        + ": threshold it first (at 0.5, say), so that it holds whole numbers only." + border);
            }
            throw new InvalidInputException(name + " holds " + (long) value + place + ", which is no label: "
                    + (value == -1
                            ? "if it was 255 before it was saved with a sign, save the mask as unsigned 8 bit; else "
                            : "")
                    + "open a mask, whose labels are 1, 2, 3 and so on, not a scan.");
        }
    }
}
