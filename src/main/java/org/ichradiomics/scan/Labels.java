package org.ichradiomics.scan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.real.DoubleType;
import net.imglib2.view.Views;

import org.ichradiomics.region.BoxMask;
import org.ichradiomics.region.Spacing;
import org.ichradiomics.region.VoxelBox;
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

    private static final int LISTED = 60;

    private final String name;
    private final LabelVoxels voxels;
    private final Map<Long, BitSet> numbers;
    private final GridMap map;
    private final Geometry geometry;
    private final Map<Long, Long> counts;
    private final Map<Long, String> names;
    private final List<String> remarks;
    private final List<String> warnings;

    /**
     * @param voxels on their own grid
     * @param numbers which they give to the labels, several where labels overlap
     * @param map from their grid to that of {@code geometry}
     * @param remarks about the values, which hold on any grid
     * @param warnings about the grid
     */
    private Labels(
            String name,
            LabelVoxels voxels,
            Map<Long, BitSet> numbers,
            GridMap map,
            Geometry geometry,
            Map<Long, Long> counts,
            Map<Long, String> names,
            List<String> remarks,
            List<String> warnings) {
        this.name = name;
        this.voxels = voxels;
        this.numbers = numbers;
        this.map = map;
        this.geometry = geometry;
        this.counts = counts;
        this.names = names;
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
        Geometry grid = volume.geometry();
        LabelTally tally = new LabelTally(volume.name(), size(grid));
        double[] row = new double[grid.size(0)];
        Cursor<DoubleType> cursor = Views.flatIterable(volume.hu()).cursor();
        while (cursor.hasNext()) {
            for (int x = 0; x < row.length; x++) row[x] = cursor.next().get();
            tally.add(row, row.length);
        }
        List<String> remarks = tally.rounded() == 0
                ? List.of()
                : List.of(volume.name() + " holds " + LabelTally.text(tally.rounded()) + " where "
                        + Math.round(tally.rounded())
                        + " was meant, as a slope of its values leaves it, and the whole numbers were taken.");
        return of(volume.name(), tally, GridMap.SAME, grid, remarks, volume.warnings());
    }

    /**
     * Labels that were counted in the order of their file.
     *
     * @param tally of the grid as it is stored
     */
    public static Labels of(String name, LabelTally tally, Geometry geometry) {
        GridMap map = GridMap.of(geometry.order(), geometry.storedSize(), new int[3]);
        return of(name, tally, map, geometry, List.of(), geometry.warnings());
    }

    private static Labels of(
            String name,
            LabelTally tally,
            GridMap map,
            Geometry geometry,
            List<String> remarks,
            List<String> warnings) {
        return new Labels(
                name, tally.voxels(), tally.numbers(), map, geometry, tally.counts(), Map.of(), remarks, warnings);
    }

    /**
     * Labels with names, drawn on the grid of a scan, where they may overlap.
     *
     * @param names of the labels, in ascending order of their numbers; those of which nothing was drawn are empty
     * @param notes what the user should know, one sentence each
     */
    public static Labels of(
            String name, LabelLayers layers, Geometry grid, SortedMap<Long, String> names, List<String> notes) {
        return new Labels(
                name,
                layers.voxels(),
                layers.numbers(),
                GridMap.SAME,
                grid,
                new TreeMap<>(layers.counts()),
                names,
                List.of(),
                notes);
    }

    /**
     * The same labels with the names that their file gives them.
     *
     * @param called label → name; those that no voxel has are left out
     */
    public Labels named(Map<Long, String> called) {
        SortedMap<Long, String> own = new TreeMap<>(called);
        own.keySet().retainAll(counts.keySet());
        if (own.isEmpty()) return this;
        List<String> ofGrid = warnings.subList(0, warnings.size() - remarks.size());
        return new Labels(name, voxels, numbers, map, geometry, counts, own, remarks, ofGrid);
    }

    /** Whether its file gives any label a name. */
    public boolean hasNames() {
        return !names.isEmpty();
    }

    private static int[] size(Geometry grid) {
        return new int[] {grid.size(0), grid.size(1), grid.size(2)};
    }

    /** Whether no voxel is labelled. */
    public boolean isEmpty() {
        return sum(counts) == 0;
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
        counts.forEach((value, voxels) ->
                list.add(new Label(value, names.getOrDefault(value, ""), voxels, voxels * millilitres)));
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
        GridMap placed = map.then(alignment.map(geometry));
        if (alignment.isWhole(geometry, scan)) {
            return new Labels(
                    name, voxels, numbers, placed, scan.geometry(), counts, names, remarks, alignment.warnings());
        }
        Map<Long, Long> left = left(placed, scan);
        List<String> notes = new ArrayList<>(alignment.warnings());
        long lost = sum(counts) - sum(left);
        if (lost > 0) {
            notes.add(lost + " of the " + sum(counts) + " labelled voxels of " + name + " lie outside " + scan.name()
                    + " and were lost: check that the mask was made for this scan.");
        }
        return new Labels(name, voxels, numbers, placed, scan.geometry(), left, names, remarks, notes);
    }

    private static long sum(Map<Long, Long> counts) {
        long sum = 0;
        for (long count : counts.values()) sum += count;
        return sum;
    }

    /**
     * What is labelled in the scan.
     *
     * @throws InvalidInputException if that is nothing, though the mask holds something
     */
    private Map<Long, Long> left(GridMap placed, Scan scan) throws InvalidInputException {
        Map<Long, Long> left = new TreeMap<>();
        for (long label : counts.keySet()) {
            long[] inside = {0};
            voxels.forEach(numbers.get(label), placed.onto(size(scan.geometry()), (x, y, z) -> inside[0]++));
            if (inside[0] > 0) left.put(label, inside[0]);
        }
        requireLeft(left, scan);
        return left;
    }

    private void requireLeft(Map<Long, Long> left, Scan scan) throws InvalidInputException {
        if (left.isEmpty() && !isEmpty()) {
            throw new InvalidInputException(name + " has no labelled voxel inside " + scan.name()
                    + ": open the mask that was made for this scan.");
        }
    }

    private Labels resampled(Scan scan) throws InvalidInputException {
        LabelTally tally = NearestLabel.of(name, source(), geometry, scan);
        requireLeft(tally.counts(), scan);
        Labels labels = of(name, tally, GridMap.SAME, scan.geometry(), List.of(), List.of());
        String note = name + " was resampled onto the grid of " + scan.name() + ", the nearest label for each voxel: "
                + change(labels) + ".";
        return of(name, tally, GridMap.SAME, scan.geometry(), remarks, List.of(note))
                .named(names);
    }

    /** The label of a voxel, 0 for background. */
    private NearestLabel.Source source() {
        long[] labels = new long[numbers.size() + 1];
        numbers.forEach((label, own) -> labels[own.nextSetBit(0)] = label);
        GridMap back = map.inverse();
        return (x, y, z) -> {
            int[] to = new int[3];
            to[back.axis()[0]] = back.at(0, x);
            to[back.axis()[1]] = back.at(1, y);
            to[back.axis()[2]] = back.at(2, z);
            return labels[voxels.at(to[0], to[1], to[2])];
        };
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
     * The voxels of one label, on the whole grid.
     *
     * @param label a number, {@value #ANY} when there is only one, or {@value #HAEMATOMA}
     * @throws InvalidInputException if there is no such label, or a word leaves a choice; the sentence lists them all
     */
    public RandomAccessibleInterval<NativeBoolType> select(String label) throws InvalidInputException {
        return Views.interval(
                Views.extendValue(cut(label), new NativeBoolType(false)),
                new FinalInterval(geometry.size(0), geometry.size(1), geometry.size(2)));
    }

    /**
     * As {@link #select}, in its box only.
     *
     * @throws InvalidInputException as there
     */
    public BoxMask cut(String label) throws InvalidInputException {
        BitSet own = numbers.get(number(label));
        int[] size = size(geometry);
        int[] stored = voxels.box(own);
        int[] min = new int[3];
        int[] box = new int[3];
        for (int s = 0; s < 3; s++) {
            int d = map.axis()[s];
            int one = map.at(s, stored[s]);
            int other = map.at(s, stored[s + 3]);
            min[d] = Math.max(0, Math.min(one, other));
            box[d] = Math.min(size[d] - 1, Math.max(one, other)) - min[d] + 1;
        }
        boolean[] inside = new boolean[box[0] * box[1] * box[2]];
        voxels.forEach(
                own,
                map.onto(size, (x, y, z) -> inside[x - min[0] + box[0] * (y - min[1] + box[1] * (z - min[2]))] = true));
        return new BoxMask(new VoxelBox(min[0], min[1], min[2], box[0], box[1], box[2]), inside);
    }

    /** Whether a word leaves it to the mask which label is meant. */
    public static boolean isOpen(String label) {
        return label.equalsIgnoreCase(ANY) || label.equalsIgnoreCase(HAEMATOMA);
    }

    /** Whether a label's name says that it is the haematoma, in either spelling. */
    public static boolean isHaematoma(String name) {
        return Pattern.compile(LabelList.CALLED_HAEMATOMA, LabelList.CASELESS)
                .matcher(name.strip())
                .matches();
    }

    /**
     * Which label a word means.
     *
     * @param word a number, {@value #ANY} or {@value #HAEMATOMA}
     * @throws InvalidInputException as {@link #select}
     */
    public long number(String word) throws InvalidInputException {
        requireLabelled();
        return labels().number(word);
    }

    /** What to call a label in a row: its name, {@code label 2} where it has none or another bears it, too. */
    public String title(long label) {
        return labels().title(label);
    }

    /** How many voxels labels have, by number or name, several by {@code ;}; 0 if there is no such label. */
    public long voxels(String word) {
        return LesionRule.words(word).stream()
                .flatMap(one -> labels().meant(one).stream())
                .distinct()
                .mapToLong(Label::voxels)
                .sum();
    }

    LabelList labels() {
        return new LabelList(name, list());
    }
}
