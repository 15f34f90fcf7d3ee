package org.ichradiomics.imagej;

import java.awt.Color;
import java.awt.Font;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.Overlay;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;

import org.ichradiomics.outline.Grown;
import org.ichradiomics.scan.Scan;
import org.ichradiomics.sign.Evidence;

/**
 * What is laid over an image to be looked at and is no part of any mask: its sides, a scale, what a sign is seen by.
 */
public final class Marks {

    /** The name of all of them. */
    static final String NAME = "|ICH|";

    private static final String EVIDENCE = "evidence";
    private static final String PREVIEW = "preview";
    private static final Color COLOUR = new Color(255, 220, 80);
    private static final double SCALE = 50;

    private Marks() {}

    /** Marks the sides of the patient, where the image tells them, and 5 cm. */
    public static void sides(ImagePlus image, Scan scan) {
        Overlay overlay = without(image, Optional.empty());
        int width = image.getWidth();
        int height = image.getHeight();
        int size = Math.max(8, height / 20);
        boolean isKnown =
                scan.geometry().affine().isPresent() && scan.geometry().isStoredInOrder();
        if (isKnown) {
            overlay.add(text("R", 2, (height - size) / 2.0, size));
            overlay.add(text("L", width - size, (height - size) / 2.0, size));
        }
        double pixels = SCALE / scan.spacing().x();
        if (pixels < width) {
            overlay.add(named(new Line(4, height - 4.0, 4 + pixels, height - 4.0)));
            overlay.add(text("5 cm", 4, height - 6.0 - size, size));
        }
        image.setOverlay(overlay);
    }

    private static Roi text(String text, double x, double y, int size) {
        TextRoi roi = new TextRoi(x, y, text, new Font(Font.SANS_SERIF, Font.PLAIN, size));
        roi.setAntiAlias(true);
        return named(roi);
    }

    private static Roi named(Roi roi) {
        roi.setName(NAME);
        roi.setStrokeColor(COLOUR);
        return roi;
    }

    /** Outlines what a sign is seen by, and nothing else of that kind. */
    public static void evidence(ImagePlus image, Optional<Evidence> evidence) {
        Overlay overlay = without(image, Optional.of(EVIDENCE));
        evidence.ifPresent(seen -> lines(image, seen).forEach(overlay::add));
        image.setOverlay(overlay);
    }

    private static List<Roi> lines(ImagePlus image, Evidence seen) {
        int plane = image.getWidth() * image.getHeight();
        int[] pixels = seen.voxels().stream().mapToInt(voxel -> voxel % plane).toArray();
        return lines(image, pixels, seen.slice() + 1, EVIDENCE);
    }

    /** Outlines what would grow, on each slice, and nothing else of that kind. */
    public static void preview(ImagePlus image, Grown grown) {
        int plane = image.getWidth() * image.getHeight();
        Map<Integer, IntStream.Builder> slices = new TreeMap<>();
        grown.forEach(voxel ->
                slices.computeIfAbsent(voxel / plane, z -> IntStream.builder()).accept(voxel % plane));
        Overlay overlay = without(image, Optional.of(PREVIEW));
        slices.forEach((z, pixels) ->
                lines(image, pixels.build().toArray(), z + 1, PREVIEW).forEach(overlay::add));
        image.setOverlay(overlay);
    }

    /** Takes the lines of {@link #preview} away. */
    public static void noPreview(ImagePlus image) {
        Overlay without = without(image, Optional.of(PREVIEW));
        if (image.getOverlay() != null && without.size() < image.getOverlay().size()) image.setOverlay(without);
    }

    /** Round the pixels of a slice, found in the box that holds them. */
    private static List<Roi> lines(ImagePlus image, int[] pixels, int slice, String kind) {
        int width = image.getWidth();
        IntSummaryStatistics x = IntStream.of(pixels).map(i -> i % width).summaryStatistics();
        IntSummaryStatistics y = IntStream.of(pixels).map(i -> i / width).summaryStatistics();
        ByteProcessor inside = new ByteProcessor(x.getMax() - x.getMin() + 1, y.getMax() - y.getMin() + 1);
        for (int i : pixels) inside.set(i % width - x.getMin(), i / width - y.getMin(), 255);
        inside.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
        Roi area = new ThresholdToSelection().convert(inside);
        Roi[] parts = area instanceof ij.gui.ShapeRoi shape ? shape.getRois() : new Roi[] {area};
        return Stream.of(parts)
                .map(part -> line(part, x.getMin(), y.getMin(), kind))
                .peek(line -> Planes.of(image).place(line, slice))
                .toList();
    }

    private static Roi line(Roi part, int x, int y, String kind) {
        FloatPolygon polygon = part.getFloatPolygon();
        polygon.addPoint(polygon.xpoints[0], polygon.ypoints[0]);
        polygon.translate(x, y);
        Roi line = named(new PolygonRoi(polygon, Roi.POLYLINE));
        line.setProperty(NAME, kind);
        return line;
    }

    /** The overlay without marks; of those that are told to stay away, only these. */
    private static Overlay without(ImagePlus image, Optional<String> kind) {
        Overlay overlay = new Overlay();
        if (image.getOverlay() == null) return overlay;
        for (Roi roi : image.getOverlay().toArray()) {
            boolean isMark = NAME.equals(roi.getName());
            boolean isKind =
                    kind.isEmpty() ? roi.getProperty(NAME) == null : kind.get().equals(roi.getProperty(NAME));
            if (!(isMark && isKind)) overlay.add(roi);
        }
        return overlay;
    }
}
