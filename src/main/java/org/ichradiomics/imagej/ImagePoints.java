package org.ichradiomics.imagej;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.process.FloatPolygon;

import org.ichradiomics.outline.Voxel;
import org.ichradiomics.scan.AxisOrder;
import org.ichradiomics.text.InvalidInputException;
import org.ichradiomics.text.Sentence;
import org.ichradiomics.text.Setting;

/**
 * Voxels that a user names or clicks: {@code x,y,z; x,y,z}, counted from 0 in the order of the image's own file. An
 * image that keeps no file's order has its own.
 */
public final class ImagePoints {

    private static final String EXAMPLE = "68,62,12";

    private ImagePoints() {}

    /**
     * The points of the image's point selection as an option has them; of a multi-point selection those of counter 0
     * lie in the blood, those of the other counters against it.
     *
     * @param image may be null
     * @return empty where there are none
     */
    public static String clicked(ImagePlus image, boolean isAgainst) {
        if (image == null || !(image.getRoi() instanceof PointRoi points)) return "";
        FloatPolygon at = points.getFloatPolygon();
        Planes planes = Planes.of(image);
        List<String> clicked = new ArrayList<>();
        for (int i = 0; i < at.npoints; i++) {
            if (points.getCounter(i) > 0 != isAgainst) continue;
            int index = points.getPointPosition(i);
            int slice = index > 0 && planes.holds(index) ? planes.slice(index) : planes.current();
            Voxel shown = new Voxel((int) Math.floor(at.xpoints[i]), (int) Math.floor(at.ypoints[i]), slice - 1);
            clicked.add(inFile(shown, image).toString());
        }
        return String.join("; ", clicked);
    }

    /**
     * The voxels of an option as the image shows them.
     *
     * @throws InvalidInputException if one is no voxel; whether it lies in the image is not asked
     */
    static List<Voxel> shown(String key, String text, ImagePlus image) throws InvalidInputException {
        return parse(key, text).stream()
                .map(voxel -> turned(voxel, image, true))
                .toList();
    }

    /** The voxels of an option. */
    static List<Voxel> parse(String key, String text) throws InvalidInputException {
        List<Voxel> voxels = new ArrayList<>();
        for (String point : text.split(";")) if (!point.isBlank()) voxels.add(voxel(key, point.strip()));
        return voxels;
    }

    private static Voxel voxel(String key, String point) throws InvalidInputException {
        if (!point.matches("\\d{1,6}\\s*,\\s*\\d{1,6}\\s*,\\s*\\d{1,6}")) {
            throw new InvalidInputException(Sentence.of(
                    Setting.of(key, point),
                    " is no voxel: write ",
                    Setting.of(key, EXAMPLE),
                    ", column, row and slice, each counted from 0."));
        }
        String[] at = point.split("\\s*,\\s*");
        return new Voxel(Integer.parseInt(at[0]), Integer.parseInt(at[1]), Integer.parseInt(at[2]));
    }

    /** A voxel of the image as its file counts it. */
    static Voxel inFile(Voxel shown, ImagePlus image) {
        return turned(shown, image, false);
    }

    /** Voxels of an image, as it shows them, as an option has them. */
    public static String text(List<Voxel> shown, ImagePlus image) {
        return text(shown.stream().map(voxel -> inFile(voxel, image)).toList());
    }

    /** Voxels as an option has them. */
    static String text(List<Voxel> voxels) {
        return voxels.stream().map(Voxel::toString).collect(Collectors.joining("; "));
    }

    private static Voxel turned(Voxel voxel, ImagePlus image, boolean isOfFile) {
        AxisOrder order = KeptPlace.of(image).map(file -> file.order()).orElse(null);
        if (order == null) return voxel;
        int[] size = {image.getWidth(), image.getHeight(), Planes.of(image).count()};
        int[] from = {voxel.x(), voxel.y(), voxel.z()};
        int[] to = new int[3];
        for (int axis = 0; axis < 3; axis++) {
            int stored = order.source(axis);
            int at = from[isOfFile ? stored : axis];
            to[isOfFile ? axis : stored] = order.isBackwards(axis) ? size[axis] - 1 - at : at;
        }
        return new Voxel(to[0], to[1], to[2]);
    }
}
