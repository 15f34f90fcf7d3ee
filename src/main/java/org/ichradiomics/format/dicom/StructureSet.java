package org.ichradiomics.format.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.ichradiomics.scan.LabelLayers;
import org.ichradiomics.text.InvalidInputException;

/**
 * RTSTRUCT (PS3.3 C.8.8.5 and C.8.8.6): regions of interest as contours in the patient's millimetres. A voxel is in
 * where its centre is inside an odd number of the slice's contours; on a contour counts as inside (C.8.8.6.3), and one
 * contour in another is a hole.
 */
final class StructureSet extends SeriesMask {

    private static final Set<String> CLOSED = Set.of("CLOSED_PLANAR", "CLOSEDPLANAR_XOR", "INTERPOLATED_PLANAR");

    /** Points of a contour; more is no outline of anything. */
    private static final int MOST_POINTS = 1 << 20;

    /** @param at voxels: x, y, x, y, … of a polygon on a slice */
    private record Contour(int roi, double[] at) {}

    private final SortedMap<Long, String> names = new TreeMap<>();

    StructureSet(DicomFile file) throws InvalidInputException {
        super(file);
        for (DataSet roi : data().items(Tag.ROIS)) {
            int number = PixelFormat.number(roi, Tag.ROI_NUMBER, -1);
            String name = roi.text(Tag.ROI_NAME);
            if (number >= 0) names.put((long) number, name == null ? "" : name);
        }
        if (names.isEmpty()) throw DicomFile.refusal(name(), damaged());
    }

    private DataSet data() {
        return file().content().data();
    }

    @Override
    SortedMap<Long, String> names() {
        return names;
    }

    @Override
    Stream<String> drawnOn() {
        return data().items(Tag.ROI_FRAMES).stream()
                .flatMap(frame -> frame.items(Tag.ROI_STUDIES).stream())
                .flatMap(study -> series(study, Tag.ROI_SERIES));
    }

    @Override
    String frame() {
        String of = data().text(Tag.FRAME_OF_REFERENCE);
        for (DataSet roi : data().items(Tag.ROIS)) if (of == null) of = roi.text(Tag.ROI_FRAME);
        return SliceHeader.frame(of);
    }

    @Override
    void draw(Plane plane, LabelLayers layers, List<String> notes) throws IOException, InvalidInputException {
        List<Long> numbers = List.copyOf(names.keySet());
        SortedMap<Integer, List<Contour>> slices = new TreeMap<>();
        int open = 0;
        try (Bytes whole = file().place().open();
                Bytes bytes = unpacked(whole)) {
            for (DataSet roi : data().items(Tag.ROI_CONTOURS)) {
                int k = numbers.indexOf((long) PixelFormat.number(roi, Tag.REFERENCED_ROI, -1));
                if (k < 0) throw damaged();
                for (DataSet contour : roi.items(Tag.CONTOURS)) {
                    if (CLOSED.contains(String.valueOf(contour.text(Tag.CONTOUR_TYPE))))
                        read(k, contour, bytes, plane, slices);
                    else open++;
                }
            }
        }
        if (open > 0)
            notes.add(name() + " has " + (open == 1 ? "a point or open line" : open + " points or open lines")
                    + ", which hold no area and were left out.");
        Drawing drawing = new Drawing(plane, layers);
        for (int z : slices.keySet()) drawing.slice(z, slices.get(z));
        if (drawing.isClipped)
            notes.add(name() + " reaches beyond " + plane.scan() + ", and what lies outside was left out.");
    }

    private Bytes unpacked(Bytes whole) throws IOException {
        long deflatedAt = file().content().deflatedAt();
        return deflatedAt > 0 ? whole.inflated(deflatedAt) : whole;
    }

    private void read(int roi, DataSet contour, Bytes bytes, Plane plane, SortedMap<Integer, List<Contour>> slices)
            throws IOException, InvalidInputException {
        DataSet.Span span = contour.span(Tag.CONTOUR_DATA);
        int points = PixelFormat.number(contour, Tag.CONTOUR_POINTS, -1);
        if (span == null || points < 1 || points > MOST_POINTS) throw damaged();
        String text = new String(bytes.read(span.at(), span.length()), StandardCharsets.ISO_8859_1);
        double[] mm = numbers(text.replace('\0', ' ').strip(), 3 * points);
        double[] at = new double[2 * points];
        int slice = 0;
        for (int i = 0; i < points; i++) {
            double[] voxel = plane.voxel(mm[3 * i], mm[3 * i + 1], mm[3 * i + 2]);
            int here = plane.slice(voxel[2], "A contour");
            if (i > 0 && here != slice)
                throw new InvalidInputException(name() + " has a contour that crosses slices of " + plane.scan()
                        + ": open the series on which it was drawn.");
            slice = here;
            at[2 * i] = voxel[0];
            at[2 * i + 1] = voxel[1];
        }
        slices.computeIfAbsent(slice, z -> new ArrayList<>()).add(new Contour(roi, at));
    }

    /** Fills the contours of one slice after another. */
    private static final class Drawing {

        private final Plane plane;
        private final LabelLayers layers;
        private boolean isClipped;

        Drawing(Plane plane, LabelLayers layers) {
            this.plane = plane;
            this.layers = layers;
        }

        void slice(int z, List<Contour> contours) throws InvalidInputException {
            if (z < 0 || z >= plane.size(2)) {
                isClipped = true;
                return;
            }
            layers.slice(z);
            SortedMap<Integer, BitSet> inside = new TreeMap<>();
            for (Contour contour : contours) {
                Polygon polygon = new Polygon(contour.at());
                isClipped |= polygon.isBeyond(plane.size(0), plane.size(1));
                inside.computeIfAbsent(contour.roi(), k -> new BitSet())
                        .xor(polygon.pixels(plane.size(0), plane.size(1)));
            }
            for (int k : inside.keySet()) {
                BitSet pixels = inside.get(k);
                for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1))
                    layers.mark(k, i % plane.size(0), i / plane.size(0));
            }
        }
    }
}
