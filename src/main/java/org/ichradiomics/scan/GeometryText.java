package org.ichradiomics.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A geometry as text, for programs that keep text with an image:
 *
 * <pre>
 *   size: 512 512 24
 *   mm: 0.45 0.45 NaN
 *   affine: -0.45 0.0 0.0 115.0 0.0 -0.45 0.0 110.0 0.0 0.0 5.0 -40.0
 *   frame: 3f0a9c1b2d4e5f60
 *   warning: ct lacks slices between slice 7 and 8.
 * </pre>
 *
 * Sizes, distances and affine are those of the stored order. Numbers come back to the last bit.
 */
public final class GeometryText {

    private static final String SIZE = "size: ";
    private static final String MM = "mm: ";
    private static final String AFFINE = "affine: ";
    private static final String TWIN = "twin: ";
    private static final String FRAME = "frame: ";
    private static final String WARNING = "warning: ";

    private GeometryText() {}

    /** The lines of a geometry, with every digit of its numbers. */
    public static String of(Geometry geometry) {
        List<String> lines = new ArrayList<>();
        int[] size = geometry.storedSize();
        lines.add(SIZE + size[0] + " " + size[1] + " " + size[2]);
        lines.add(MM + joined(geometry.storedLengths()));
        if (geometry.storedAffine() != null) lines.add(AFFINE + joined(geometry.storedAffine()));
        if (geometry.storedTwin() != null) lines.add(TWIN + joined(geometry.storedTwin()));
        geometry.frame().ifPresent(frame -> lines.add(FRAME + frame));
        for (String warning : geometry.warnings()) lines.add(WARNING + warning.replace('\n', ' '));
        return String.join("\n", lines);
    }

    /** The geometry of a text; empty if somebody has changed it into something else. */
    public static Optional<Geometry> parse(String text) {
        double[] size = null;
        double[] mm = null;
        double[] affine = null;
        double[] twin = null;
        String frame = null;
        List<String> warnings = new ArrayList<>();
        try {
            for (String line : text.split("\n")) {
                if (line.startsWith(SIZE)) size = numbers(line, SIZE);
                else if (line.startsWith(MM)) mm = numbers(line, MM);
                else if (line.startsWith(AFFINE)) affine = numbers(line, AFFINE);
                else if (line.startsWith(TWIN)) twin = numbers(line, TWIN);
                else if (line.startsWith(FRAME)) frame = line.substring(FRAME.length());
                else if (line.startsWith(WARNING)) warnings.add(line.substring(WARNING.length()));
            }
            if (size == null || size.length != 3 || mm == null || mm.length != 3) return Optional.empty();
            int[] voxels = Arrays.stream(size).mapToInt(n -> (int) n).toArray();
            return Optional.of(Geometry.stored(voxels, mm, affine == null ? null : Affine.of(affine), warnings)
                    .withTwin(twin == null ? null : Affine.of(twin))
                    .withFrame(frame));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String joined(Affine affine) {
        return joined(IntStream.range(0, 12)
                .mapToDouble(i -> affine.get(i / 4, i % 4))
                .toArray());
    }

    private static String joined(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
    }

    private static double[] numbers(String line, String key) {
        return Arrays.stream(line.substring(key.length()).strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
