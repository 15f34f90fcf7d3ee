package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.ichradiomics.scan.LabelLayers;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.NumberText;

/**
 * DICOM SEG (PS3.3 A.51, C.8.20): segments as frames of bits, of fractions or of numbers, each with its place, in any
 * order. A fraction is in from one half of the most on.
 */
final class Segmentation extends SeriesMask {

    /** Of a voxel: headers are rounded. */
    private static final double SAME = 0.05;

    /** From one end of a frame to the other, in voxels along x, y and the slices. */
    private static final double[] MOST_DRIFT = {0.5, 0.5, 0.2};

    private static final int LABEL_MAP = 0;

    /**
     * @param segment its number; {@value #LABEL_MAP} where the pixels are the numbers
     * @param position of the first pixel's centre, in DICOM's mm
     * @param across from a column to the next
     * @param down from a row to the next
     */
    private record Frame(int index, int segment, double[] position, double[] across, double[] down) {}

    private enum Type {
        BINARY,
        FRACTIONAL,
        LABELMAP
    }

    private final SortedMap<Long, String> names = new TreeMap<>();
    private final Type type;
    private final PixelFormat format;
    private final int most;

    Segmentation(DicomFile file) throws InvalidInputException {
        super(file);
        DataSet data = file.content().data();
        try {
            type = type(data.text(Tag.SEGMENTATION_TYPE));
            format = format(data);
            most = PixelFormat.number(data, Tag.MOST_FRACTION, 255);
            for (DataSet segment : data.items(Tag.SEGMENTS)) {
                int number = PixelFormat.number(segment, Tag.SEGMENT_NUMBER, -1);
                String label = segment.text(Tag.SEGMENT_LABEL);
                // In a label map 0 is what is not segmented.
                if (number > 0) names.put((long) number, label == null ? "" : label);
            }
            if (names.isEmpty()) throw damaged();
        } catch (IOException e) {
            throw DicomFile.refusal(name(), e);
        }
    }

    private static Type type(String text) throws DamagedException {
        for (Type type : Type.values()) if (type.name().equals(text)) return type;
        throw new DamagedException("does not say of which type its segmentation is: export it again.");
    }

    private PixelFormat format(DataSet data) throws DamagedException {
        int columns = PixelFormat.number(data, Tag.COLUMNS, 0);
        int rows = PixelFormat.number(data, Tag.ROWS, 0);
        int bits = PixelFormat.number(data, Tag.BITS_ALLOCATED, 0);
        boolean isPossible = type == Type.BINARY ? bits == 1 : bits == 8 || type == Type.LABELMAP && bits == 16;
        if (columns < 1 || rows < 1 || columns > 65535 || rows > 65535 || !isPossible) throw damaged();
        return new PixelFormat(columns, rows, bits, bits, bits - 1, false);
    }

    @Override
    SortedMap<Long, String> names() {
        return names;
    }

    @Override
    Stream<String> drawnOn() {
        return series(file().content().data(), Tag.REFERENCED_SERIES);
    }

    @Override
    String frame() {
        return SliceHeader.frame(file().content().data().text(Tag.FRAME_OF_REFERENCE));
    }

    private List<Frame> frames() throws DamagedException {
        DataSet data = file().content().data();
        List<DataSet> groups = data.items(Tag.FRAME_GROUPS);
        List<DataSet> shared = data.items(Tag.SHARED_GROUPS);
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < file().frameCount(); i++) {
            DataSet own = i < groups.size() ? groups.get(i) : new DataSet();
            DataSet common = shared.isEmpty() ? new DataSet() : shared.get(0);
            double[] directions = numbers(found(Tag.ORIENTATION, own, common), 6);
            double[] spacing = numbers(found(Tag.PIXEL_SPACING, own, common), 2);
            double[] across = new double[3];
            double[] down = new double[3];
            for (int d = 0; d < 3; d++) {
                across[d] = directions[d] * spacing[1];
                down[d] = directions[d + 3] * spacing[0];
            }
            frames.add(new Frame(i, segment(own, common), numbers(found(Tag.POSITION, own, common), 3), across, down));
        }
        return frames;
    }

    private int segment(DataSet own, DataSet common) throws DamagedException {
        if (type == Type.LABELMAP) return LABEL_MAP;
        String number = found(Tag.REFERENCED_SEGMENT, own, common);
        try {
            long segment = number == null && names.size() == 1 ? names.firstKey() : Long.parseLong(number);
            if (names.containsKey(segment)) return (int) segment;
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw damaged();
    }

    private static String found(int tag, DataSet own, DataSet common) {
        String text = own.find(tag);
        return text == null ? common.find(tag) : text;
    }

    /** A frame as it lies on a slice: which pixel of the slice is which of the frame. */
    private record Placed(Frame frame, int slice, int[] first, int[] across, int[] down) {}

    @Override
    void draw(Plane plane, LabelLayers layers, List<String> notes) throws IOException, InvalidInputException {
        List<Placed> placed = new ArrayList<>();
        for (Frame frame : frames()) placed.add(place(frame, plane));
        placed.sort(Comparator.comparingInt(Placed::slice));
        List<Long> numbers = List.copyOf(names.keySet());
        long outside = 0;
        double occupied = 0;
        int slice = -1;
        try (PixelReader reader = new PixelReader(file(), format)) {
            for (Placed one : placed) {
                int[] samples = type == Type.BINARY
                        ? reader.bits(one.frame().index())
                        : reader.frame(one.frame().index());
                boolean isIn = one.slice() >= 0 && one.slice() < plane.size(2);
                if (isIn && one.slice() != slice) layers.slice(slice = one.slice());
                for (int i = 0; i < samples.length; i++) {
                    if (samples[i] == 0) continue;
                    occupied += samples[i];
                    int k = number(one.frame(), samples[i], numbers);
                    if (k < 0) continue;
                    int x = one.first()[0]
                            + i % format.columns() * one.across()[0]
                            + i / format.columns() * one.down()[0];
                    int y = one.first()[1]
                            + i % format.columns() * one.across()[1]
                            + i / format.columns() * one.down()[1];
                    if (isIn && x >= 0 && y >= 0 && x < plane.size(0) && y < plane.size(1)) layers.mark(k, x, y);
                    else outside++;
                }
            }
        }
        if (outside > 0)
            notes.add(name() + " marks " + outside + " voxels outside " + plane.scan() + ", which were left out.");
        if (type == Type.FRACTIONAL) notes.add(fractions(occupied / most));
    }

    private String fractions(double voxels) {
        return name() + " holds fractions, of which those from one half on were taken; summed up they are "
                + NumberText.atMost(voxels, 1) + " voxels.";
    }

    /** The place of a pixel's segment in the list; -1 for none. */
    private int number(Frame frame, int sample, List<Long> numbers) throws DamagedException {
        if (type == Type.FRACTIONAL && 2L * sample < most) return -1;
        int k = numbers.indexOf((long) (type == Type.LABELMAP ? sample : frame.segment()));
        if (k < 0) throw damaged();
        return k;
    }

    private Placed place(Frame frame, Plane plane) throws InvalidInputException {
        double[] first = plane.voxel(frame.position()[0], frame.position()[1], frame.position()[2]);
        double[] across = step(frame, frame.across(), first, plane);
        double[] down = step(frame, frame.down(), first, plane);
        for (int axis = 0; axis < 3; axis++) {
            double drift = off(across[axis]) * format.columns() + off(down[axis]) * format.rows();
            if (!(drift <= MOST_DRIFT[axis]) || axis < 2 && off(first[axis]) > most(plane)) throw off(plane);
        }
        int[] a = rounded(across);
        int[] d = rounded(down);
        if (a[2] != 0 || d[2] != 0 || Math.abs(a[0] * d[1] - a[1] * d[0]) != 1) throw off(plane);
        return new Placed(frame, plane.slice(first[2], "Frame " + (frame.index() + 1)), rounded(first), a, d);
    }

    private static double[] step(Frame frame, double[] step, double[] first, Plane plane) {
        double[] next = plane.voxel(
                frame.position()[0] + step[0], frame.position()[1] + step[1], frame.position()[2] + step[2]);
        for (int axis = 0; axis < 3; axis++) next[axis] -= first[axis];
        return next;
    }

    private static double off(double voxels) {
        return Math.abs(voxels - Math.rint(voxels));
    }

    /** A frame of the slice's size is the slice; of a part of it the place must be sure. */
    private double most(Plane plane) {
        long here = (long) format.columns() * format.rows();
        return here == (long) plane.size(0) * plane.size(1) ? MOST_DRIFT[0] : SAME;
    }

    private static int[] rounded(double[] at) {
        return new int[] {(int) Math.rint(at[0]), (int) Math.rint(at[1]), (int) Math.rint(at[2])};
    }

    private InvalidInputException off(Plane plane) {
        return new InvalidInputException(
                name() + " lies on another grid than " + plane.scan() + ": open the series on which it was drawn.");
    }

    /** How many pixels of each frame are in, of a label map those of any segment. */
    long[] pixelsOfFrames() throws InvalidInputException {
        long[] counts = new long[file().frameCount()];
        try (PixelReader reader = new PixelReader(file(), format)) {
            for (int i = 0; i < counts.length; i++) {
                for (int sample : type == Type.BINARY ? reader.bits(i) : reader.frame(i))
                    if (type == Type.FRACTIONAL ? 2L * sample >= most : sample != 0) counts[i]++;
            }
            return counts;
        } catch (IOException e) {
            throw DicomFile.refusal(name(), e);
        }
    }
}
